"""What tells a small number though its figure is hidden: people's own words, and a partner's own sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dap_tui.catalogue import Indicator
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding, Place
from dap_tui.measure import Unit
from dap_tui.narrative import Narrative
from dap_tui.period import Period, Quarter, on_one_scale
from dap_tui.rules import small_numbers as rules

if TYPE_CHECKING:
    from dap_tui.disclosure import Cell, Publisher
    from dap_tui.disclosure.quoted import Quote


def small_numbers(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of NAR401, SUM301 and SUM302."""
    if any(each.suppress_below is not None for each in inquiry.catalogue.indicators):
        from dap_tui.disclosure import Publisher

        publisher = Publisher(inquiry.workspace, inquiry.as_of)
        yield from quoted(inquiry, publisher, sorted(inquiry.workspace.narratives, key=on_one_scale))
        yield from _told(inquiry, publisher)
    yield from _worked_out(inquiry)


def quoted(inquiry: Inquiry, publisher: Publisher, periods: Iterable[Period]) -> Iterator[Finding]:
    """Findings of NAR401: words on an indicator that quote a figure of a period which its report hides.

    Of a percentage, its own figure and the two counts that it is made from.
    """
    from dap_tui.disclosure.quoted import may_tell

    for period in periods:
        for words in _words(inquiry.workspace.narratives[period]):
            known = inquiry.catalogue.indicator.get(words.indicator)
            if known is None or not may_tell(words.text):
                continue
            lines = inquiry.words(words.heading.file)
            for quote, what in _quotes(inquiry, publisher, period, known, words.text):
                message = f"these words on '{known.id}' quote {what} that the report hides"
                word, before = words.text[quote.start : quote.end], words.text[: quote.start]
                spot = lines.word(words.heading, words.kind, words.key, word, before)
                yield rules.QUOTED.at(spot.place, message, "say it without the number", spot.width)


def _quotes(
    inquiry: Inquiry, publisher: Publisher, period: Period, indicator: Indicator, text: str
) -> Iterator[tuple[Quote, str]]:
    """Each hidden number that a text on an indicator quotes, where it does so first, and what it is."""
    from dap_tui.disclosure.quoted import percentages_quoted, quotes_hidden

    said: set[tuple[Decimal, bool]] = set()
    made_of = [inquiry.catalogue.indicator.get(each) for each in indicator.ratio or ()]
    for each in [indicator, *made_of]:
        if each is None:
            continue
        hidden = [cell for cell in publisher.hidden_cells(period, each) if cell.period == period]
        numbers = list(_numbers(inquiry, hidden))
        whole = [int(number) for number in numbers if number == number.to_integral_value()]
        found = [(quote, f"{quote.number}") for quote in quotes_hidden(text, whole)]
        if each.unit is Unit.PERCENT:
            found += [(quote, f"{quote.number}%") for quote in percentages_quoted(text, numbers)]
        whose = "" if each is indicator else f" of '{each.id}'"
        for quote, shown in found:
            key = Decimal(quote.number), shown.endswith("%")
            if key not in said:
                said.add(key)
                yield quote, f"{shown}, a figure{whose}"


class _Words(NamedTuple):
    """A text on an indicator, and the entry and key of the narrative that it is of."""

    indicator: str
    text: str
    kind: str
    key: str
    heading: Place


def _words(narrative: Narrative) -> Iterator[_Words]:
    """What was written on one indicator: commentary, and the words of decisions."""
    for each in narrative.commentary:
        for key in ("text", "where_we_are", "successes_and_issues", "what_we_are_doing"):
            yield _Words(each.indicator, getattr(each, key) or "", "commentary", key, each.place or Place(""))
    for decided in narrative.exceptions:
        for indicator in decided.indicators:
            yield _Words(indicator, decided.text or "", "exception", "text", decided.place or Place(""))


def _numbers(inquiry: Inquiry, cells: Iterable[Cell]) -> Iterator[Decimal]:
    """The numbers in some cells: as returned, of the year to date, or of a quarter alone."""
    from dap_tui.disclosure import Kind

    for cell in cells:
        own = inquiry.catalogue.indicator[cell.indicator]
        figures = inquiry.ledger.rows(own)[cell.row] if cell.row else inquiry.ledger.total(own)
        figure = figures.at(cell.period)
        if cell.kind is not Kind.VALUE and isinstance(cell.period, Quarter):
            worked_out = figures.own_quarter if cell.kind is Kind.OWN else figures.year_to_date
            figure = worked_out(cell.period)
        if figure is not None and figure.number is not None:
            yield figure.number


def _told(inquiry: Inquiry, publisher: Publisher) -> Iterator[Finding]:
    """Hidden figures that nothing could protect."""
    from dap_tui.disclosure import Kind

    last = max(inquiry.returns.periods, key=on_one_scale, default=None)
    seen = set[tuple[str, Period, str]]()
    for found in publisher.unprotected(last) if last is not None else ():
        cell = found.cell
        if (cell.indicator, cell.period, found.cause) in seen:
            continue  # its rows and what is worked out from it hang together; one of them is enough to go by
        seen.add((cell.indicator, cell.period, found.cause))
        own = inquiry.catalogue.indicator[cell.indicator]
        figures = inquiry.ledger.rows(own)[cell.row] if cell.row else inquiry.figures(own)
        figure = figures.series.get(cell.period)
        row = f", row '{cell.row}'," if cell.row else ""
        kind = {Kind.VALUE: "", Kind.TO_DATE: " for the year to date", Kind.OWN: " of the quarter alone"}[cell.kind]
        message = f"the hidden figure{kind} of '{cell.indicator}'{row} may be worked out: {found.cause}"
        place = (figure.place if figure else None) or Place(f"returns/{cell.period.id}")
        yield rules.TOLD.at(place, message, found.remedy)


def _worked_out(inquiry: Inquiry) -> Iterator[Finding]:
    """A partner's `[c]` that is the only one of its sum, or that a percentage tells."""
    from dap_tui.disclosure.own_return import worked_out_in

    for period in inquiry.returns.periods:
        for found in worked_out_in(inquiry.catalogue, inquiry.returns, period):
            row = f", row '{found.cell.row}'," if found.cell.row else ""
            message = f"this [c] of '{found.cell.indicator}'{row} can be worked out from the rest of the return"
            ask = f"ask for a [c] of '{found.share}' too" if found.share else "ask for a second [c] in that sum"
            yield rules.WORKED_OUT.at(found.figure.place or Place(""), message, ask, len("[c]"))
