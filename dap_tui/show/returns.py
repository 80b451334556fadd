"""`dap show --returns`: what is in, part in and overdue, by source and quarter, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dap_tui.assess.asked_for import asked_for
from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.exception_report import is_due
from dap_tui.assess.position import Position
from dap_tui.catalogue import Source
from dap_tui.check.inquiry import Inquiry
from dap_tui.measure import Symbol
from dap_tui.period import Period, Quarter, Year
from dap_tui.returns import Returns
from dap_tui.sentence import counted, day_in_words, listed
from dap_tui.show.columns import Column, Layout, Titles
from dap_tui.show.paragraphs import heading, headline, paragraph
from dap_tui.show.terminal import Line, Span, Terminal

QUARTERS = 4
NO_FIGURE = ", no figure available"


class Standing(StrEnum):
    """How a source's return of a period stands."""

    IN = "in"
    PART = "part in"
    OVERDUE = "overdue"
    PART_OVERDUE = "part overdue"
    DUE = "due"
    NONE = "–"

    @property
    def is_late(self) -> bool:
        """Whether something of it is past its date."""
        return self in {Standing.OVERDUE, Standing.PART_OVERDUE}


@dataclass(frozen=True, slots=True)
class SourceReturn:
    """A source's return of a period: what is expected of it, and what of that is missing.

    `is_without_figures` where it is in, and has symbols alone, not all of them for what does not apply.
    """

    source: Source
    standing: Standing
    expected: int
    missing: tuple[Position, ...]
    is_without_figures: bool = False


def returns_of(assessment: Assessment, returns: Returns) -> list[SourceReturn]:
    """How the return of each source stands in the assessment's period, among all that was returned."""
    return [_return(source, assessment, returns) for source in assessment.catalogue.sources]


def _return(source: Source, assessment: Assessment, returns: Returns) -> SourceReturn:
    positions = [each for each in assessment.of_source(source.id) if _is_asked_for(each, returns)]
    missing = tuple(each for each in positions if not each.is_returned)
    if not positions:
        return SourceReturn(source, Standing.NONE, 0, ())
    if not missing:
        return SourceReturn(source, Standing.IN, len(positions), (), _is_without_figures(positions))
    last = assessment.catalogue.partnership.last_period
    is_late = is_due(assessment.period, source.due_days, assessment.as_of, last)
    if len(missing) < len(positions):
        standing = Standing.PART_OVERDUE if is_late else Standing.PART
    else:
        standing = Standing.OVERDUE if is_late else Standing.DUE
    return SourceReturn(source, standing, len(positions), missing)


def _is_without_figures(positions: Sequence[Position]) -> bool:
    figures = [
        figure
        for each in positions
        for figure in (each.figure, *(row.figure for row in each.breakdown))
        if figure is not None
    ]
    has_number = any(each.number is not None for each in figures)
    return not has_number and any(each.symbol is not Symbol.NOT_APPLICABLE for each in figures)


def _is_asked_for(position: Position, returns: Returns) -> bool:
    """Whether a return of the period is asked for it, as in the template: of a year, where there is one figure a year.

    A ratio that dap works out is not, nor is a quarter whose year has a figure that was returned for it.
    """
    indicator, period = position.indicator, position.period
    if isinstance(period, Year):
        is_of_the_period = indicator.is_yearly
    else:
        is_of_the_period = position.is_returned or period.year not in position.figures.series
    if indicator.ratio is None or not is_of_the_period:
        return is_of_the_period
    if period in returns.totals(indicator.id) or (indicator.id, "", period) in returns.blanks:
        return True
    asked = asked_for(indicator, returns, period)
    return asked.total or bool(asked.rows)


def show_returns(assessment: Assessment, assessor: Assessor, terminal: Terminal) -> str:
    """The returns of the report's quarter and up to three before it, of a year with its quarters, as text."""
    return terminal.drawn(_page(assessment, assessor, terminal))


def _page(assessment: Assessment, assessor: Assessor, terminal: Terminal) -> Iterator[Line]:
    period = assessment.period
    name = assessment.catalogue.partnership.name
    yield from headline(f"{name}: returns", [(period.shown, "bold")], terminal)
    yield [(f"as of {day_in_words(assessment.as_of)}", "quiet")]
    yield []
    returns = assessor.workspace.returns
    found = {each: returns_of(assessor.assess(each), returns) for each in [*_before(period, assessor), period]}
    if isinstance(period, Year):
        own = found.pop(period)
        of_quarters = [(each, returns_of(assessor.assess(each), returns)) for each in period.quarters]
        if any(each.expected for _, quarter in of_quarters for each in quarter):
            found.update(of_quarters)
        found[period] = own
    yield from _table({each: found[each] for each in list(found)[-1 - QUARTERS :]}, terminal)
    yield from _whom_to_ask(found, Inquiry(assessor.workspace, assessment.as_of), terminal)


def _before(period: Period, assessor: Assessor) -> list[Period]:
    """Up to three periods of its kind before it, from the first in which anything was returned."""
    known = [each for each in assessor.workspace.returns.periods if isinstance(each, type(period))]
    first = known[0] if known else period
    before: list[Period] = []
    at = period
    while len(before) < QUARTERS - 1 and at.first_day > first.first_day:
        at = at.previous
        before.insert(0, at)
    return before


def _table(found: dict[Period, list[SourceReturn]], terminal: Terminal) -> Iterator[Line]:
    *earlier, own = found
    sources = [each.source for each in found[own]]
    columns = [
        Column(period.short if isinstance(period, Quarter) else period.shown, [_cell(each) for each in found[period]],
               gives_way=None if period == own else at, is_bold=period == own)
        for at, period in enumerate([*earlier, own])
    ]  # fmt: skip
    layout = Layout.fitted([], Titles("Source", [source.name for source in sources], 14), columns, terminal)
    yield from layout.table(0, len(sources))


def _cell(each: SourceReturn) -> Span:
    style = "amber" if each.standing.is_late else "quiet" if each.standing in {Standing.NONE, Standing.DUE} else ""
    mark = "! " if each.standing.is_late else ""
    if each.standing in {Standing.PART, Standing.PART_OVERDUE}:
        there = each.expected - len(each.missing)
        return f"{mark}{each.standing} ({there} of {each.expected})", style
    return f"{mark}{each.standing}{NO_FIGURE if each.is_without_figures else ''}", style


def _whom_to_ask(
    found: Mapping[Period, Sequence[SourceReturn]], inquiry: Inquiry, terminal: Terminal
) -> Iterator[Line]:
    """What is missing of the last of the periods; then of those before it what is late, the latest first."""
    *earlier, own = found
    missing = [each for each in found[own] if each.missing]
    quarters = [each for each in earlier if isinstance(own, Year) and isinstance(each, Quarter)]
    unfinished = {
        each: [of for of in found[each] if of.missing and of.standing is not Standing.DUE] for each in quarters
    }
    to_come = [each for each in quarters if any(of.standing is Standing.DUE for of in found[each])]
    lacking = {of.source.id for each in [missing, *unfinished.values()] for of in each}
    yield from heading(f"Missing in {own.shown}", terminal, counted(len(lacking), "source"))
    if any(unfinished.values()):
        said = f"Not every return of {_quarters([each for each, of in unfinished.items() if of])} is in"
        yield from paragraph(f"{said}{_to_come(to_come)}.", terminal)
    elif to_come and not missing:
        yield from paragraph(f"Every return that is due is in{_to_come(to_come)}.", terminal)
    elif all(each.standing is Standing.NONE for period in [*quarters, own] for each in found[period]):
        yield [(f"Nothing is asked for in {own.shown}.", "")]
    elif not missing:
        none = [each.source.name for each in found[own] if each.is_without_figures]
        without = f" {listed(none)}: no figure is available." if none else ""
        yield from paragraph(f"Every return is in.{without}", terminal)
    yield from _asked_of(missing, own, inquiry, terminal)
    asked = list(missing)
    for period in reversed(earlier):
        lacks = unfinished.get(period, []) if isinstance(period, Quarter) else []
        late = [each for each in found[period] if each.standing.is_late or each in lacks]
        if late:
            still = "Still missing" if any(each.standing.is_late for each in late) else "Missing"
            yield from heading(f"{still} in {period.shown}", terminal, counted(len(late), "source"))
            yield from _asked_of(late, period, inquiry, terminal)
            asked += late
    unnamed = list(dict.fromkeys(each.source.name for each in asked if not each.source.contact))
    if unnamed:
        yield []
        words = f"The catalogue names no contact for {listed(unnamed)}; a [[source]] takes one as contact."
        yield from paragraph(words, terminal, "quiet")


def _to_come(quarters: Sequence[Quarter]) -> str:
    if not quarters:
        return ""
    return f"; {_quarters(quarters)} {'is' if len(quarters) == 1 else 'are'} not due yet"


def _quarters(quarters: Sequence[Quarter]) -> str:
    return f"quarter{'s' if len(quarters) > 1 else ''} {listed([f'{each.number}' for each in quarters])}"


def _asked_of(returns: Sequence[SourceReturn], period: Period, inquiry: Inquiry, terminal: Terminal) -> Iterator[Line]:
    for each in returns:
        when = f"{each.standing}, was due on" if each.standing.is_late else f"{each.standing}, due on"
        when = "due on" if each.standing is Standing.DUE else when
        ask = f"; ask {each.source.contact}" if each.source.contact else ""
        yield from paragraph(f"{each.source.name}: {when} {day_in_words(each.source.due(period))}{ask}", terminal)
        files = inquiry.files_of(each.source.id, period)
        for position in each.missing:
            is_there = inquiry.rejected.names(files, position.indicator.id)
            words = f"{position.indicator.title} (cannot be read; see 'dap check')"
            yield from paragraph(
                words if is_there else position.indicator.title, terminal, "quiet", 4, [("  - ", "quiet")]
            )
