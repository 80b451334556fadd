"""Every figure against its target as a bar, the furthest on the wrong side first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dap_tui.assess.distance import bound_of, distance, margin
from dap_tui.assess.position import Position
from dap_tui.export.html.chart.bars import bullet
from dap_tui.export.html.markup import NOTHING, Html, element, inside, joined, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import status
from dap_tui.export.html.table import Column, figures, plain, table, title
from dap_tui.export.target_words import share_shown
from dap_tui.measure import Status, shown
from dap_tui.sentence import counted


def targets(page: Page) -> Iterator[Chapter]:
    """The chapter; nothing where no figure is held against a target."""
    held = [each for each in page.assessment.positions if each.held is not None and _is_judged(each)]
    if not held:
        return
    met = sum(each.status is Status.GREEN for each in held)
    lead = words("p", f"{met} of {counted(len(held), 'target')} met; the furthest on the wrong side first.")
    yield chapter(page, "Against the targets", lead, bullets(page, held, "Figures against their targets"), _key(held))


def _is_judged(position: Position) -> bool:
    return position.target.is_held and position.status not in {Status.DATA_ONLY, Status.NO_DATA, Status.HIDDEN}


def _key(drawn: Sequence[Position]) -> Html:
    signs = [("bar", "the figure"), ("mark", "the target")]
    if any(each.target.is_range for each in drawn):
        signs.append(("range", "the target range"))
    if any(_year_before(each) is not None for each in drawn):
        signs.append(("before", "a year before"))
    entries = [element("li", element("span", class_=f"sign {sign}", aria_hidden="true"), Html(" "), text(said))
               for sign, said in signs]  # fmt: skip
    return inside("ul", *entries, class_="key bullets")


def bullets(page: Page, positions: Sequence[Position], caption: str) -> Html:
    """A row for each figure: status, bar, the figure, its target, and how far the one is from the other."""
    ordered = sorted(positions, key=margin)
    heads = [
        plain("Status", "state"),
        title("Indicator"),
        Column(text("From nought to twice the target"), "drawn"),
        figures("Figure", latest=True),
        figures("Target"),
        plain("Distance", "away"),
    ]
    return table(page, caption, heads, [_row(each) for each in ordered], restacks=True)


def _row(position: Position) -> list[Html]:
    held, aim, below = _held(position)
    title_ = text(position.indicator.title)
    return [
        status(position.status),
        joined([title_, words("span", below, "below")]) if below else title_,
        _drawn(position),
        text(held),
        text(aim),
        text(distance(position)),
    ]


def against_target(position: Position) -> Html:
    """One figure against its target: the bar with its words below; nothing where none is held against one."""
    if position.held is None or not _is_judged(position) or not bound_of(position):
        return NOTHING
    held, aim, below = _held(position)
    said = f"{held}{f' {below}' if below else ''}, against {aim}: {distance(position)}"
    return inside("figure", _drawn(position), words("figcaption", said), class_="against")


def _held(position: Position) -> tuple[str, str, str]:
    """The figure that is held, what it is held against, and of what that is the share."""
    indicator, target = position.indicator, position.target
    held = "" if position.held is None else shown(position.held, indicator.unit, indicator.decimals)
    if target.to_date is None:
        return held, target.shown, ""
    return held, share_shown(indicator, target.to_date), f"to date, of {target.shown} a year"


def _drawn(position: Position) -> Html:
    held, aim, _ = _held(position)
    indicator, before = position.indicator, _year_before(position)
    year_before = "" if before is None else f"; a year before {shown(before, indicator.unit, indicator.decimals)}"
    return bullet(position, _shares(position), f"Bar: {held} against {aim}, {distance(position)}{year_before}.")


def _year_before(position: Position) -> Decimal | None:
    """The figure a year before, where what is held is a period's and not the year's so far."""
    return position.last_year.value if position.target.to_date is None else None


def _shares(position: Position) -> list[Decimal | None]:
    bound, target = bound_of(position), position.target
    values = [position.held, _year_before(position), target.low, target.high]
    return [None if value is None or not bound else value / bound for value in values]
