"""Status: a figure against its target, and the target as it stands in a period.

The rules are those of "Status: against the target" in the description of the measures.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dap_tui.assess.figures import Figures
from dap_tui.catalogue import Indicator, Target, TargetKind
from dap_tui.measure import Aggregate, Figure, Polarity, Status, Unit, rounded, shown
from dap_tui.period import Period, Quarter, Year


class HeldTarget(NamedTuple):
    """A target as it stands in one period.

    `value`, or `low` and `high`, are what is shown; `to_date` is a year's target's share up to the quarter;
    `floor` is the worst that is still amber. What a figure is held against is `bound` (or the range).
    """

    kind: TargetKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    to_date: Decimal | None = None
    floor: Decimal | None = None
    shown: str = ""
    note: str | None = None

    @property
    def bound(self) -> Decimal | None:
        """The one value that a figure is held against: the share to date of a year's target, else the value."""
        return self.value if self.to_date is None else self.to_date

    @property
    def is_range(self) -> bool:
        """Whether anything from low to high will do, either of which may be open."""
        return self.kind is TargetKind.RANGE

    @property
    def is_held(self) -> bool:
        """Whether there is a number to hold a figure against."""
        return self.is_range or self.bound is not None


def target_at(indicator: Indicator, figures: Figures, period: Period) -> HeldTarget:
    """The target of `indicator` in `period`; in a year's report, what the outturn is held against."""
    target = indicator.target_in(period.year)
    unit, decimals = indicator.unit, indicator.decimals
    match target.kind:
        case TargetKind.NONE:
            return HeldTarget(target.kind)
        case TargetKind.TBC:
            return HeldTarget(target.kind, shown="TBC", note=target.note)
        case TargetKind.NOTE:
            return HeldTarget(target.kind, shown=target.note or "", note=target.note)
        case TargetKind.RANGE:
            low, high, floor = (
                _whole(each, indicator, target, period) for each in (target.low, target.high, target.floor)
            )
            return HeldTarget(
                target.kind, low=low, high=high, floor=floor, shown=range_shown(unit, low, high), note=target.note
            )
        case TargetKind.LAST_YEAR:
            before = period.year_before
            value = None if figures.breaks_between(before, period) else figures.number(before)
            text = "last year's" if value is None else shown(value, unit, decimals)
            return HeldTarget(target.kind, value, floor=target.floor, shown=text, note=target.note)
        case _:
            value = _value(indicator, target, period)
            floor = _whole(target.floor, indicator, target, period)
            share = None
            if target.kind is TargetKind.YEAR and isinstance(period, Quarter) and _sums(indicator):
                share = value * period.number / 4
                floor = None if floor is None else floor * period.number / 4
            return HeldTarget(
                target.kind, value, to_date=share, floor=floor, shown=shown(value, unit), note=target.note
            )


def held_figure(indicator: Indicator, figures: Figures, period: Period) -> Figure | None:
    """The figure that is held against the target, or its symbol: the year to date for a year's, else the period's."""
    year_target = indicator.target_in(period.year).kind is TargetKind.YEAR
    return figures.year_to_date(period) if year_target and isinstance(period, Quarter) else figures.at(period)


def held_value(indicator: Indicator, figures: Figures, period: Period) -> Decimal | None:
    """The number of the figure that is held against the target."""
    figure = held_figure(indicator, figures, period)
    return None if figure is None else figure.number


def status_of(indicator: Indicator, value: Decimal | None, target: HeldTarget, *, improves: bool) -> Status:
    """The status of a value against a target.

    `improves` says whether it improves on a year before or is level with it, which counts only where the
    indicator says `amber_if_improving`. Data-only goes before no-data.
    """
    if not target.is_held or (indicator.polarity is Polarity.MONITOR and not target.is_range):
        return Status.DATA_ONLY
    if value is None:
        return Status.NO_DATA
    bound = missed_bound(indicator, value, target)
    if bound is None or indicator.met_within.covers(value, bound):
        return Status.GREEN
    if is_still_amber(indicator, value, bound, target.floor) or (indicator.amber_if_improving and improves):
        return Status.AMBER
    return Status.RED


def missed_bound(indicator: Indicator, value: Decimal, target: HeldTarget) -> Decimal | None:
    """The bound whose wrong side `value` is on; None where it meets the target.

    Outside a range is wrong whatever the polarity; with polarity `range`, either side of a single value is.
    """
    if target.is_range:
        if target.low is not None and value < target.low:
            return target.low
        return target.high if target.high is not None and value > target.high else None
    bound = target.bound
    if bound is None:
        return None
    wrong = {
        Polarity.HIGHER: value < bound,
        Polarity.LOWER: value > bound,
        Polarity.RANGE: value != bound,
        Polarity.MONITOR: False,
    }
    return bound if wrong[indicator.polarity] else None


def settled(indicator: Indicator, held: Decimal, target: HeldTarget) -> bool | None:
    """Whether a year's target is met (True) or missed (False) already, whatever the quarters left bring.

    `held` is the year to date of figures that cannot fall below nought, so that it only grows. None while the quarters
    left decide, and of any other target.
    """
    least = indicator.bounds.min
    if target.to_date is None or target.value is None or target.to_date == target.value:
        return None
    if least is None or least < 0 or indicator.polarity is Polarity.MONITOR:
        return None
    if indicator.polarity is Polarity.HIGHER:
        return True if held >= target.value else None
    is_past = held > target.value and not indicator.met_within.covers(held, target.value)
    return False if is_past else None


def is_still_amber(indicator: Indicator, value: Decimal, bound: Decimal, floor: Decimal | None) -> bool:
    """Whether a value that misses `bound` is not past the floor or, without one, is inside the tolerance."""
    if floor is not None:
        return value >= floor if value < bound else value <= floor
    return indicator.tolerance.covers(value, bound)


def _value(indicator: Indicator, target: Target, period: Period) -> Decimal:
    """The number of a target of kind value, year or quarters, for a period."""
    if target.kind is not TargetKind.QUARTERS:
        return (target.value or Decimal()) * _times(indicator, target, period)
    if isinstance(period, Quarter):
        return target.quarters[period.number - 1]
    if indicator.is_yearly or indicator.is_running or indicator.aggregate is Aggregate.LATEST:
        return target.quarters[3]
    whole = sum(target.quarters, Decimal())
    return whole if indicator.aggregate is Aggregate.SUM else whole / 4


def _whole(bound: Decimal | None, indicator: Indicator, target: Target, period: Period) -> Decimal | None:
    """A bound of the target as the period has it."""
    return None if bound is None else bound * _times(indicator, target, period)


def _times(indicator: Indicator, target: Target, period: Period) -> int:
    """How often a quarter's target counts in a report of a year: four times where quarters sum."""
    by_quarter = not indicator.is_yearly and not indicator.is_running and target.kind is not TargetKind.YEAR
    return 4 if isinstance(period, Year) and by_quarter and indicator.aggregate is Aggregate.SUM else 1


def _sums(indicator: Indicator) -> bool:
    return indicator.aggregate is Aggregate.SUM


def range_shown(unit: Unit, low: Decimal | None, high: Decimal | None) -> str:
    """A range as it is shown: `28–40%`, `28% or more`, `40% or less`."""
    if low is None and high is None:
        return ""
    if high is None:
        return f"{shown(low or Decimal(), unit)} or more"
    if low is None:
        return f"{shown(high, unit)} or less"
    return f"{shown(low, unit).removesuffix('%')}–{shown(high, unit)}"


def distance_to(value: Decimal, low: Decimal | None, high: Decimal | None) -> Decimal:
    """How far a value is outside a range, 0 inside."""
    if low is not None and value < low:
        return low - value
    return value - high if high is not None and value > high else Decimal()


def per_cent(part: Decimal, whole: Decimal) -> Decimal | None:
    """`part` in per cent of the size of `whole`, to one place; None where the whole is 0."""
    return rounded(part * 100 / abs(whole), 1) if whole else None
