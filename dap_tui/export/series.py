"""What a chart of an indicator shows: its points, and what they are held against, each in its own time.

The screens, the page, the terminal and Markdown draw the same series. A target stands where it held: history is
not repainted by today's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple, TypeVar

from dap_tui.assess.position import Position
from dap_tui.assess.status import target_at
from dap_tui.assess.variation import Special, VariationKind
from dap_tui.assess.words import figure_shown
from dap_tui.assess.xmr import Limits
from dap_tui.look import SPECIAL_CAUSE
from dap_tui.measure import Judgement, Unit, places, rounded, shown
from dap_tui.period import Period, Quarter, on_one_scale

SPECIAL: Final = {
    VariationKind.CONCERN: SPECIAL_CAUSE[Judgement.WORSENING],
    VariationKind.IMPROVEMENT: SPECIAL_CAUSE[Judgement.IMPROVING],
    VariationKind.NEUTRAL: SPECIAL_CAUSE[Judgement.NEUTRAL],
}
SPECIAL_SHAPE: Final = {kind: each.shape for kind, each in SPECIAL.items()}
"""How a special cause stands out among the points; beside it the chart's key or words say which it is."""

FEWEST: Final = 2
"""Figures that a report draws a chart of; the screens draw one as well."""

_ROUND: Final = 1000
"""From here on a mean or limit is told without decimals."""

Held = TypeVar("Held")


class Point(NamedTuple):
    """A period of the chart: its number (None where there is no figure), and the target that it is held against."""

    period: Period
    number: Decimal | None
    shown: str
    special: Special | None = None
    target: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def held(self) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """Its target: a value, or the ends of a range."""
        return self.target, self.low, self.high


class Level(NamedTuple):
    """A line across some of the points, by their places: a mean, a limit of variation, a capacity."""

    name: str
    value: Decimal
    shown: str
    first: int
    last: int

    @property
    def label(self) -> str:
        """As it stands beside the line: `mean 30.1%`."""
        return f"{self.name} {self.shown}"


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
            yield from (each for each in point.held if each is not None)
        least = Decimal() if not numbers or min(numbers) >= 0 else None
        most = Decimal(100) if self.unit is Unit.PERCENT and max(numbers, default=Decimal()) <= 100 else None
        for level in self.levels:
            lifted = level.value if least is None else max(level.value, least)
            yield lifted if most is None else min(lifted, most)

    def against(self, at: int) -> list[Decimal]:
        """The bounds that a point is read against, by its place: its target's, and limits; a mean is none."""
        held = [each for each in self.points[at].held if each is not None]
        return held + [each.value for each in self.levels if each.first <= at <= each.last and each.name != "mean"]

    @property
    def reaching(self) -> list[Level]:
        """The levels that reach the latest point."""
        return [level for level in self.levels if level.last == len(self.points) - 1]

    @property
    def beside(self) -> list[tuple[str, Decimal]]:
        """What is named at the right of the chart, and at which value: the latest target, and what reaches there."""
        target, low, high = self.points[-1].held
        found: list[tuple[str, Decimal]] = []
        if target is not None:
            found.append((f"target {shown(target, self.unit)}", target))
        ends = [each for each in (low, high) if each is not None]
        if ends:
            found.append((f"target {self.target}", sum(ends, Decimal()) / len(ends)))
        return [*found, *((level.label, level.value) for level in self.reaching)]

    def runs(self, of: Callable[[Point], Held]) -> Iterator[tuple[Held, int, int]]:
        """Neighbouring points of which something is the same: that, and the places of the first and the last."""
        at = 0
        for value, run in groupby(self.points, of):
            last = at + len([*run]) - 1
            yield value, at, last
            at = last + 1


def side_of_lines(number: Decimal, bounds: Iterable[Decimal], row_of: Callable[[Decimal], int]) -> int:
    """Where a point belongs that would be drawn on the line of a bound that it is past, by rows of the chart.

    -1 is the row above, 1 the row below, where no other line is; 0 leaves it. A point that is on a bound, or between
    two in one row, is left.
    """
    lines = [(bound, row_of(bound)) for bound in bounds]
    row = row_of(number)
    on = [bound for bound, at in lines if at == row]
    sides = {1 if number < bound else -1 for bound in on}
    if number in on or len(sides) != 1:
        return 0
    side = sides.pop()
    return 0 if any(at == row + side for _, at in lines) else side


def series_of(position: Position, most: int | None = None) -> Series:
    """The chart of an indicator up to the position's period, its latest `most` points; by quarters where it has any."""
    periods = _periods(position)[-most if most else None :]
    special: dict[Period, Special] = {}
    if position.variation is not None:
        special = {each.period: each for group in position.variation.groups for each in group.special}
    points = tuple(_point(position, each, special.get(each)) for each in periods)
    unit = position.indicator.unit
    decimals = (places(point.number) for point in points if point.number is not None)
    is_whole = unit in {Unit.COUNT, Unit.PERCENT} and not any(decimals)
    return Series(points, tuple(_levels(position, periods)), position.target.shown, unit, is_whole)


def _periods(position: Position) -> list[Period]:
    """From the first period with a point to the report's: years of an indicator that has fewer than two quarters."""
    figures, period = position.figures, position.period
    quarters: Sequence[Period] = figures.quarters
    by_year = position.indicator.is_yearly or (len(quarters) < FEWEST and len(figures.years) > 1)
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
                yield Level(name, value, _told(value, indicator.unit), inside[0], inside[-1])
    if indicator.limit is not None and periods and isinstance(periods[-1], Quarter) != indicator.is_yearly:
        for name, bound in (("at most", indicator.limit.max), ("at least", indicator.limit.min)):
            if bound is not None:
                yield Level(name, bound, shown(bound, indicator.unit), 0, len(periods) - 1)


def _named(limits: Limits) -> list[tuple[str, Decimal]]:
    return [("upper", limits.upper), ("mean", limits.mean), ("lower", limits.lower)]


def _told(value: Decimal, unit: Unit) -> str:
    return shown(rounded(value, 1 if abs(value) < _ROUND else 0), unit)
