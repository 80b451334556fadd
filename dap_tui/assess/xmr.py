"""The arithmetic of an XmR chart: its limits, and which of its points are special cause.

The rules are those of the R package NHSRplotthedots 0.2.2: limits from screened moving ranges, and a point is special
cause by the first rule that holds. Numbers are plain decimals; lines alone are rounded, and to many places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate, groupby, pairwise
from typing import Final, NamedTuple

from dap_tui.measure import Arrow, rounded

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


class Limits(NamedTuple):
    """The lines of a chart, in the indicator's unit, not clipped at what is possible."""

    mean: Decimal
    lower: Decimal
    upper: Decimal
    near_lower: Decimal
    near_upper: Decimal


class Sums:
    """The points of a group and their moving ranges, added up from the first on.

    The limits of as many points as there were in any period then cost no more than a look at their ranges.
    """

    def __init__(self, runs: Sequence[Sequence[Decimal]]) -> None:
        """`runs` are the points in runs of neighbours, across whose ends there is no moving range."""
        self._points = [*accumulate(value for run in runs for value in run)]
        self._ranges = [abs(after - before) for run in runs for before, after in pairwise(run)]
        self._moving = [*accumulate(self._ranges)]
        self._in_range = [*accumulate(int(at > 0) for run in runs for at in range(len(run)))]

    def limits(self, count: int, *, screen: bool) -> Limits:
        """The mean and limits of the first `count` points.

        With `screen`, moving ranges not below 3.267 times their mean are left out once; where none is left, as
        when all points are equal, the mean moving range is 0.
        """
        mean, ranges = self._points[count - 1] / count, self._in_range[count - 1]
        moving = self._moving[ranges - 1] / ranges if ranges else Decimal()
        if screen:
            most = SCREEN * moving
            moving = _mean([each for each in self._ranges[:ranges] if each < most])
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


def last_special_cause(run: Sequence[Decimal], limits: Limits) -> tuple[SpecialCause, Arrow] | None:
    """Of the last point of a run alone: no rule that holds of it looks further back than seven points."""
    return special_causes(run[-RUN:], limits)[-1]
