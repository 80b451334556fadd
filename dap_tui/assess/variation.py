"""Variation: the XmR chart, as the NHS's Making Data Count draws it.

The rules are those of the R package NHSRplotthedots 0.2.2: limits from screened moving ranges, and a point
is special cause by the first rule that holds. Everything is worked out inside one group of points, and
nothing reaches across a missing period. All functions take and give plain decimals, unrounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Final, NamedTuple, TypeVar

from dap_tui.assess.figures import Figures
from dap_tui.assess.status import HeldTarget, target_at
from dap_tui.assess.travel import by_polarity
from dap_tui.catalogue import TargetKind, VariationSettings
from dap_tui.measure import Arrow, Judgement, Polarity, rounded
from dap_tui.period import Period, Quarter, Year, is_next, on_one_scale

Kind = TypeVar("Kind")

LIMIT: Final = Decimal("2.66")
SCREEN: Final = Decimal("3.267")
RUN: Final = 7
LINE_PLACES: Final = 12
"""Places of a chart's lines: more than any figure has, and few enough that a third that does not come out even
puts no point that lies on a line beyond it."""


class SpecialCause(StrEnum):
    """The rules by which a point is special cause, in the order in which they are asked."""

    OUTSIDE = "outside"
    TREND = "trend"
    TWO_IN_THREE = "two-in-three"
    SHIFT = "shift"


class VariationKind(StrEnum):
    """What the last point of the chart says."""

    COMMON_CAUSE = "common-cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "neutral"
    TOO_FEW_POINTS = "too-few-points"


class Assurance(StrEnum):
    """Whether the target will be met whatever the ordinary variation."""

    PASSING = "passing"
    FAILING = "failing"
    HIT_AND_MISS = "hit-and-miss"


class Limits(NamedTuple):
    """The lines of a chart, in the indicator's unit, not clipped at what is possible."""

    mean: Decimal
    lower: Decimal
    upper: Decimal
    near_lower: Decimal
    near_upper: Decimal


class Special(NamedTuple):
    """A special-cause point: the rule that found it, its direction, and what polarity makes of that."""

    period: Period
    rule: SpecialCause
    arrow: Arrow
    kind: VariationKind


class Group(NamedTuple):
    """The points of a chart between two fresh starts. `limits` are None where the points are too few."""

    points: tuple[tuple[Period, Decimal], ...]
    limits: Limits | None
    special: tuple[Special, ...]

    @property
    def since(self) -> Period:
        """The period of its first point."""
        return self.points[0][0]


class Variation(NamedTuple):
    """A chart: its groups, the last of which speaks for the present."""

    groups: tuple[Group, ...]
    variation: VariationKind
    assurance: Assurance | None

    @property
    def last(self) -> Group:
        """The group of the latest point."""
        return self.groups[-1]

    @property
    def latest(self) -> Special | None:
        """The latest point, where it is special cause."""
        special = self.last.special
        return special[-1] if special and special[-1].period == self.last.points[-1][0] else None


def variation_of(figures: Figures, period: Period, settings: VariationSettings) -> Variation | None:
    """The chart of an indicator up to `period`; None where it has no point."""
    groups = tuple(_group(figures.indicator.polarity, points, settings) for points in grouped(figures, period))
    if not groups:
        return None
    limits = groups[-1].limits
    chart = Variation(groups, VariationKind.TOO_FEW_POINTS, None)
    if limits is None:
        return chart
    kind = chart.latest.kind if chart.latest else VariationKind.COMMON_CAUSE
    of_point = period.quarters[3] if isinstance(period, Year) and not figures.indicator.is_yearly else period
    return Variation(groups, kind, assurance_of(figures, target_at(figures.indicator, figures, of_point), limits))


def grouped(figures: Figures, period: Period) -> list[list[tuple[Period, Decimal]]]:
    """The points up to `period`, in order; a new group wherever its chart starts afresh."""
    end = on_one_scale(period)
    known = ((each, point.number) for each, point in figures.points if point.number is not None)
    return apart((point for point in known if on_one_scale(point[0]) <= end), fresh_starts(figures))


def apart(points: Iterable[tuple[Period, Kind]], starts: Iterable[Period]) -> list[list[tuple[Period, Kind]]]:
    """Points in order, in a new group from each of `starts` on.

    Where there is no point just then, as in the quarter in which a running total breaks, it begins with the next.
    """
    fresh = {on_one_scale(each) for each in starts}
    groups: list[list[tuple[Period, Kind]]] = []
    for period, point in points:
        begun = {start for start in fresh if start <= on_one_scale(period)} if fresh else fresh
        if not groups or begun:
            groups.append([])
        fresh = fresh - begun
        groups[-1].append((period, point))
    return groups


def fresh_starts(figures: Figures) -> Iterator[Period]:
    """Where the chart starts afresh, at each rebase and each figure marked `[b]`: a quarter's year on its scale."""
    for each in figures.indicator.rebase:
        if figures.indicator.is_yearly:
            yield each.year
        else:
            yield each if isinstance(each, Quarter) else each.quarters[0]
    yield from figures.breaks


def _group(polarity: Polarity, points: list[tuple[Period, Decimal]], settings: VariationSettings) -> Group:
    if len(points) < settings.points:
        return Group(tuple(points), None, ())
    runs = [[value for _, value in run] for run in unbroken(points)]
    limits = limits_of(runs, screen=settings.screen)
    found = [each for run in runs for each in special_causes(run, limits)]
    special = tuple(
        Special(period, rule, arrow, _kind(polarity, arrow))
        for (period, _), each in zip(points, found, strict=True)
        if each is not None
        for rule, arrow in [each]
    )
    return Group(tuple(points), limits, special)


def unbroken(points: Sequence[tuple[Period, Decimal]]) -> Iterator[list[tuple[Period, Decimal]]]:
    """The points in runs of neighbours, none of which is missing a period."""
    run: list[tuple[Period, Decimal]] = []
    for period, value in points:
        if run and not is_next(run[-1][0], period):
            yield run
            run = []
        run.append((period, value))
    if run:
        yield run


def limits_of(runs: Sequence[Sequence[Decimal]], *, screen: bool) -> Limits:
    """The mean and limits of all points of a group, given as runs of neighbours.

    With `screen`, moving ranges not below 3.267 times their mean are left out once; where none is left, as
    when all points are equal, the mean moving range is 0.
    """
    values = [value for run in runs for value in run]
    mean = sum(values, Decimal()) / len(values)
    ranges = [abs(after - before) for run in runs for before, after in pairwise(run)]
    moving = _mean(ranges)
    if screen:
        moving = _mean([each for each in ranges if each < SCREEN * moving])
    wide, near = LIMIT * moving, 2 * LIMIT * moving / 3
    lines = Limits(mean, mean - wide, mean + wide, mean - near, mean + near)
    return Limits(*(rounded(line, LINE_PLACES) for line in lines))


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal()) / len(values) if values else Decimal()


def special_causes(run: Sequence[Decimal], limits: Limits) -> list[tuple[SpecialCause, Arrow] | None]:
    """Of each point of a run of neighbours, the first rule by which it is special cause, and its direction."""
    trends, twos, shifts = _trends(run), _two_in_three(run, limits), _shifts(run, limits.mean)
    found: list[tuple[SpecialCause, Arrow] | None] = []
    for value, trend, two, shift in zip(run, trends, twos, shifts, strict=True):
        side = Arrow.UP if value > limits.mean else Arrow.DOWN
        if not limits.lower <= value <= limits.upper:
            found.append((SpecialCause.OUTSIDE, side))
        elif trend is not None:
            found.append((SpecialCause.TREND, trend))
        elif two:
            found.append((SpecialCause.TWO_IN_THREE, side))
        elif shift:
            found.append((SpecialCause.SHIFT, side))
        else:
            found.append(None)
    return found


def _trends(run: Sequence[Decimal]) -> list[Arrow | None]:
    """The direction of each point that is one of 7 whose 6 differences go strictly the same way.

    A later trend overwrites an earlier one at the point they share: its direction is then that of the step
    out of it.
    """
    found: list[Arrow | None] = [None] * len(run)
    for arrow, first, last in _stretches([_side(after, before) for before, after in pairwise(run)]):
        if arrow is not None and last - first + 2 >= RUN:
            found[first : last + 2] = [arrow] * (last - first + 2)
    return found


def _side(value: Decimal, of: Decimal) -> Arrow | None:
    """Whether a value lies above or below another; None where it is the same."""
    return Arrow.UP if value > of else Arrow.DOWN if value < of else None


def _stretches(sides: Iterable[Arrow | None]) -> Iterator[tuple[Arrow | None, int, int]]:
    """Neighbours on one side: that, and the places of the first and the last."""
    at = 0
    for side, stretch in groupby(sides):
        count = sum(1 for _ in stretch)
        yield side, at, at + count - 1
        at += count


def _two_in_three(run: Sequence[Decimal], limits: Limits) -> list[bool]:
    found = [False] * len(run)

    def near(value: Decimal) -> bool:
        return limits.near_upper < value <= limits.upper or limits.lower <= value < limits.near_lower

    for start in range(len(run) - 2):
        window = run[start : start + 3]
        one_side = min(window) > limits.mean or max(window) < limits.mean
        if one_side and sum(near(value) for value in window) >= 2:
            for at, value in enumerate(window, start):
                found[at] = found[at] or near(value)
    return found


def _shifts(run: Sequence[Decimal], mean: Decimal) -> list[bool]:
    """Whether each point is one of 7 in a row strictly on one side of the mean."""
    found = [False] * len(run)
    for side, first, last in _stretches(_side(value, mean) for value in run):
        if side is not None and last - first + 1 >= RUN:
            found[first : last + 1] = [True] * (last - first + 1)
    return found


def _kind(polarity: Polarity, arrow: Arrow) -> VariationKind:
    return {
        Judgement.IMPROVING: VariationKind.IMPROVEMENT,
        Judgement.WORSENING: VariationKind.CONCERN,
        Judgement.NEUTRAL: VariationKind.NEUTRAL,
    }[by_polarity(polarity, arrow)]


def assurance_of(figures: Figures, target: HeldTarget, limits: Limits) -> Assurance | None:
    """Whether one target value for a quarter lies beyond the limits, and on which side; None without one.

    A running count has no such target, nor has a share of a year; on a limit is hit and miss.
    """
    indicator = figures.indicator
    by_quarter = target.kind in {TargetKind.VALUE, TargetKind.QUARTERS} and target.value is not None
    if not by_quarter or (indicator.is_running and indicator.unit.adds_up):
        return None
    if indicator.polarity not in {Polarity.HIGHER, Polarity.LOWER} or target.value is None:
        return None
    if limits.lower <= target.value <= limits.upper:
        return Assurance.HIT_AND_MISS
    below = target.value < limits.lower
    return Assurance.PASSING if below == (indicator.polarity is Polarity.HIGHER) else Assurance.FAILING
