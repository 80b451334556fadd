"""What a status or an arrow says of the figures behind it, so that it stays where it gives none of them away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dap_tui.assess.figures import Figures
from dap_tui.assess.status import held_value, status_of, target_at
from dap_tui.assess.travel import judged
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.disclosure.cell import Cell, Kind
from dap_tui.measure import Judgement, Status
from dap_tui.period import Period, Quarter

Numbers = Mapping[Cell, Decimal]


class Saying(StrEnum):
    """What a position says beside its figures."""

    STATUS = "status"
    PREVIOUS_QUARTER = "previous-quarter"
    LAST_YEAR = "last-year"


@dataclass(frozen=True, slots=True)
class Said:
    """Something said of the numbers of some cells; `holds` says whether it would be of other numbers."""

    saying: Saying
    numbers: Numbers
    holds: Callable[[Numbers], bool]


def said_of(indicator: Indicator, figures: Figures, period: Period, is_hidden: Callable[[Cell], bool]) -> list[Said]:
    """All that is said of hidden figures of an indicator in a period, the status first.

    A status of no figure or of no target, and the arrow of a comparison that is none, say nothing.
    """
    found = [_status(indicator, figures, period, is_hidden), _on_last_year(indicator, figures, period, is_hidden)]
    if isinstance(period, Quarter):
        found.append(_on_previous_quarter(indicator, figures, period, is_hidden))
    return [each for each in found if each is not None and any(map(is_hidden, each.numbers))]


def canonical(indicator: Indicator, cell: Cell) -> Cell:
    """The cell that holds the same figure: a quarter is its own quarter, a running total its year to date."""
    if cell.kind is Kind.OWN and (
        not indicator.is_running or (isinstance(cell.period, Quarter) and cell.period.number == 1)
    ):
        return cell._replace(kind=Kind.VALUE)
    if cell.kind is Kind.TO_DATE and indicator.is_running:
        return cell._replace(kind=Kind.VALUE)
    return cell


def _status(indicator: Indicator, figures: Figures, period: Period, is_hidden: Callable[[Cell], bool]) -> Said | None:
    kind = indicator.target_in(period.year).kind
    by_year = kind is TargetKind.YEAR and isinstance(period, Quarter)
    at = canonical(indicator, Cell(indicator.id, "", period, Kind.TO_DATE if by_year else Kind.VALUE))
    now, before = Cell(indicator.id, "", period), Cell(indicator.id, "", period.year_before)
    looks_back, is_last_year = indicator.amber_if_improving, kind is TargetKind.LAST_YEAR
    wanted = [at, *([now] if looks_back else []), *([before] if looks_back or is_last_year else [])]
    if not any(map(is_hidden, wanted)):
        return None
    target = target_at(indicator, figures, period)
    held = held_value(indicator, figures, period)
    numbers = _numbers(figures, now, before)
    if held is not None:
        numbers[at] = held
    is_compared = now in numbers and before in numbers and not figures.breaks_between(before.period, period)
    looks_back, is_last_year = looks_back and is_compared, is_last_year and target.value is not None

    def status(numbers: Numbers) -> Status:
        against = target._replace(value=numbers[before]) if is_last_year else target
        improves = looks_back and judged(indicator, numbers[before], numbers[now], against)[1] in {
            Judgement.IMPROVING,
            Judgement.LEVEL,
        }
        return status_of(indicator, numbers.get(at), against, improves=improves)

    true = status(numbers)
    if true in {Status.DATA_ONLY, Status.NO_DATA}:
        return None
    used = {at} | ({before} if is_last_year else set()) | ({now, before} if looks_back else set())
    return Said(Saying.STATUS, {cell: numbers[cell] for cell in used}, lambda other: status(other) is true)


def _on_last_year(
    indicator: Indicator, figures: Figures, period: Period, is_hidden: Callable[[Cell], bool]
) -> Said | None:
    earlier, later = Cell(indicator.id, "", period.year_before), Cell(indicator.id, "", period)
    return _compared(Saying.LAST_YEAR, indicator, figures, earlier, later, is_hidden)


def _on_previous_quarter(
    indicator: Indicator, figures: Figures, quarter: Quarter, is_hidden: Callable[[Cell], bool]
) -> Said | None:
    earlier = canonical(indicator, Cell(indicator.id, "", quarter.previous, Kind.OWN))
    later = canonical(indicator, Cell(indicator.id, "", quarter, Kind.OWN))
    return _compared(Saying.PREVIOUS_QUARTER, indicator, figures, earlier, later, is_hidden)


def _compared(
    saying: Saying,
    indicator: Indicator,
    figures: Figures,
    earlier: Cell,
    later: Cell,
    is_hidden: Callable[[Cell], bool],
) -> Said | None:
    # A target is held against the running figure, so it does not judge a quarter's own.
    own = saying is Saying.PREVIOUS_QUARTER and indicator.is_running
    is_last_year = not own and indicator.target_in(later.period.year).kind is TargetKind.LAST_YEAR
    before = Cell(indicator.id, "", later.period.year_before)
    if not is_hidden(earlier) and not is_hidden(later) and not (is_last_year and is_hidden(before)):
        return None
    numbers = _numbers(figures, earlier, later)
    if len(numbers) < 2 or figures.breaks_between(earlier.period, later.period):
        return None
    target = None if own else target_at(indicator, figures, later.period)
    is_last_year = is_last_year and target is not None and target.value is not None
    if is_last_year:
        numbers |= _numbers(figures, before)

    def said(numbers: Numbers) -> tuple[object, object]:
        against = target._replace(value=numbers[before]) if target is not None and is_last_year else target
        return judged(indicator, numbers[earlier], numbers[later], against)

    true = said(numbers)
    return Said(saying, numbers, lambda other: said(other) == true)


def _numbers(figures: Figures, *cells: Cell) -> dict[Cell, Decimal]:
    """The true numbers of cells, of those that have one."""
    found = {}
    for cell in cells:
        is_own = cell.kind is Kind.OWN and isinstance(cell.period, Quarter)
        figure = figures.own_quarter(cell.period) if is_own else figures.at(cell.period)  # type: ignore[arg-type]  # a quarter
        if figure is not None and figure.number is not None:
            found[cell] = figure.number
    return found
