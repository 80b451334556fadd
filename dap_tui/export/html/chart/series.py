"""What a chart of an indicator shows: its points, and what they are held against, each in its own time.

A target is drawn where it held: history is not repainted by today's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from dap_tui.assess.position import Position, figure_shown
from dap_tui.assess.status import target_at
from dap_tui.assess.variation import Limits, Special
from dap_tui.measure import Unit, places, rounded, shown
from dap_tui.period import Period, Quarter, on_one_scale


class Point(NamedTuple):
    """A period of the chart: its number (None where there is no figure), and the target that it is held against."""

    period: Period
    number: Decimal | None
    shown: str
    special: Special | None = None
    target: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


class Level(NamedTuple):
    """A line across some of the points, by their places: a mean, a limit of variation, a capacity."""

    name: str
    value: Decimal
    shown: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Series:
    """The points in order with no period left out, the lines across them, and how a value of them is written."""

    points: tuple[Point, ...]
    levels: tuple[Level, ...]
    target: str
    unit: Unit
    is_whole: bool

    @property
    def numbers(self) -> list[Decimal]:
        """The numbers that are there."""
        return [point.number for point in self.points if point.number is not None]

    @property
    def drawn(self) -> Iterator[Decimal]:
        """Every value that must be in sight; of a limit only what could be: no count is below 0."""
        numbers = self.numbers
        yield from numbers
        for point in self.points:
            yield from (each for each in (point.target, point.low, point.high) if each is not None)
        least = Decimal() if min(numbers) >= 0 else None
        most = Decimal(100) if self.unit is Unit.PERCENT and max(numbers) <= 100 else None
        for level in self.levels:
            lifted = level.value if least is None else max(level.value, least)
            yield lifted if most is None else min(lifted, most)


def series_of(position: Position) -> Series | None:
    """The chart of an indicator up to the position's period, by quarters where it has any; None with one point."""
    periods = _periods(position)
    if not periods:
        return None
    special = {}
    if position.variation is not None:
        special = {each.period: each for group in position.variation.groups for each in group.special}
    points = tuple(_point(position, each, special.get(each)) for each in periods)
    numbers = [point.number for point in points if point.number is not None]
    if len(numbers) < 2:
        return None
    unit = position.indicator.unit
    is_whole = unit in {Unit.COUNT, Unit.PERCENT} and not any(places(number) for number in numbers)
    return Series(points, tuple(_levels(position, periods)), position.target.shown, unit, is_whole)


def _periods(position: Position) -> list[Period]:
    """From the first period with a point to the report's: years of an indicator that has fewer than two quarters."""
    figures, period = position.figures, position.period
    quarters: Sequence[Period] = figures.quarters
    by_year = position.indicator.is_yearly or len(quarters) < 2
    end: Period = period.year if by_year else period if isinstance(period, Quarter) else period.quarters[3]
    if by_year and isinstance(period, Quarter):
        end = period.year.previous
    known = [each for each in (figures.years if by_year else quarters) if on_one_scale(each) <= on_one_scale(end)]
    known = [each for each in known if figures.point(each) is not None]
    if not known:
        return []
    run: list[Period] = [known[0]]
    while on_one_scale(run[-1]) < on_one_scale(end):
        run.append(run[-1].next)
    return run


def _point(position: Position, period: Period, special: Special | None) -> Point:
    indicator, figures = position.indicator, position.figures
    figure = figures.point(period)
    number, said = (None if figure is None else figure.number), figure_shown(indicator, figure)
    held = target_at(indicator, figures, period)
    runs = indicator.is_running and indicator.unit.adds_up and isinstance(period, Quarter)
    if runs or held.to_date is not None or not held.is_held:
        return Point(period, number, said, special)
    return Point(period, number, said, special, None if held.is_range else held.bound, held.low, held.high)


def _levels(position: Position, periods: list[Period]) -> Iterator[Level]:
    indicator, at = position.indicator, {period: place for place, period in enumerate(periods)}
    for group in position.variation.groups if position.variation else ():
        inside = [at[period] for period, _ in group.points if period in at]
        if group.limits is not None and inside:
            for name, value in _named(group.limits):
                yield Level(name, value, shown(rounded(value, 1), indicator.unit), inside[0], inside[-1])
    if indicator.limit is not None and isinstance(periods[-1], Quarter) != indicator.is_yearly:
        for name, bound in (("at most", indicator.limit.max), ("at least", indicator.limit.min)):
            if bound is not None:
                yield Level(name, bound, shown(bound, indicator.unit), 0, len(periods) - 1)


def _named(limits: Limits) -> list[tuple[str, Decimal]]:
    return [("upper", limits.upper), ("mean", limits.mean), ("lower", limits.lower)]
