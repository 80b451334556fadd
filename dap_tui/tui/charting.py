"""What a chart of an indicator shows: its points, and what they are held against, each in its own time."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dap_tui.assess.position import Position, figure_shown
from dap_tui.assess.status import target_at
from dap_tui.assess.variation import Special
from dap_tui.measure import shown
from dap_tui.period import Period, Quarter, Year


class Point(NamedTuple):
    """A period of the chart. `value` is None where there is no figure; `low` and `high` are its target's range."""

    period: Period
    value: Decimal | None
    shown: str
    special: Special | None = None
    target: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


class Level(NamedTuple):
    """A horizontal line over some of the points, by their places: a mean, a limit of variation, a capacity."""

    name: str
    value: Decimal
    shown: str
    first: int
    last: int


class Chart(NamedTuple):
    """Points in order without a period left out, and the lines across them."""

    points: tuple[Point, ...]
    levels: tuple[Level, ...]
    target: str
    is_range: bool

    @property
    def has_values(self) -> bool:
        """Whether there is anything to draw."""
        return any(point.value is not None for point in self.points)


def chart_of(position: Position, most: int = 60) -> Chart:
    """The chart of an indicator up to the position's period, its latest `most` points."""
    known = _periods(position)[-most:]
    specials = {}
    if position.variation is not None:
        specials = {each.period: each for group in position.variation.groups for each in group.special}
    points = tuple(_point(position, period, specials.get(period)) for period in known)
    return Chart(points, tuple(_levels(position, known)), position.target.shown, position.target.is_range)


def _periods(position: Position) -> list[Period]:
    figures, period = position.figures, position.period
    returned = [each for each in (figures.years if isinstance(period, Year) else figures.quarters) if each <= period]
    if not returned:
        return []
    run: list[Period] = []
    each: Period = returned[0]
    while each <= period:
        run.append(each)
        each = each.next
    return run


def _point(position: Position, period: Period, special: Special | None) -> Point:
    indicator, figures = position.indicator, position.figures
    figure = figures.point(period)
    value = None if figure is None else figure.number
    text = figure_shown(indicator, figure)
    held = target_at(indicator, figures, period)
    its_own = indicator.is_running and indicator.unit.adds_up and isinstance(period, Quarter)
    if its_own or held.to_date is not None or not held.is_held:
        return Point(period, value, text, special)
    return Point(period, value, text, special, None if held.is_range else held.bound, held.low, held.high)


def _levels(position: Position, periods: list[Period]) -> list[Level]:
    indicator, places = position.indicator, {period: index for index, period in enumerate(periods)}
    levels = []
    for group in position.variation.groups if position.variation else ():
        inside = [places[period] for period, _ in group.points if period in places]
        if group.limits is None or not inside:
            continue
        for name in ("upper", "mean", "lower"):
            value: Decimal = getattr(group.limits, name)
            levels.append(Level(name, value, _short(value), inside[0], inside[-1]))
    limit = indicator.limit
    if limit is not None and periods:
        for name, bound in (("the most", limit.max), ("the least", limit.min)):
            if bound is not None:
                levels.append(Level(name, bound, shown(bound, indicator.unit), 0, len(periods) - 1))
    return levels


def _short(value: Decimal) -> str:
    return f"{value:,.1f}" if abs(value) < 1000 else f"{value:,.0f}"
