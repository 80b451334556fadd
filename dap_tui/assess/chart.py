"""The points of a chart as of any period: in groups that start afresh, none of which knows what came later."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, TypeVar

from dap_tui.assess.xmr import Sums
from dap_tui.period import Period, is_next, on_one_scale

Kind = TypeVar("Kind")
Point = tuple[Period, Decimal]


class Stretch:
    """The points of a chart between two fresh starts, in order, and their sums, which are worked out once."""

    def __init__(self, points: Sequence[Point]) -> None:
        """There is at least one point."""
        self.points = tuple(points)

    @cached_property
    def sums(self) -> Sums:
        """The points and their moving ranges, added up from the first on."""
        return Sums([[value for _, value in run] for run in unbroken(self.points)])


class Beginning(NamedTuple):
    """The first points of a stretch: all of them, or as many as there were in some period."""

    stretch: Stretch
    size: int

    @property
    def points(self) -> tuple[Point, ...]:
        """Those points."""
        return self.stretch.points[: self.size]


class Chart:
    """All points of a chart, in stretches."""

    def __init__(self, points: Sequence[Point], starts: Iterable[Period]) -> None:
        """Points in order, and where it starts afresh."""
        self._stretches = [Stretch(each) for each in apart(points, starts)]
        self._scale = [on_one_scale(period) for period, _ in points]

    def up_to(self, period: Period) -> list[Beginning]:
        """The stretches as they were in a period, the last of which may have gone on since."""
        left = bisect_right(self._scale, on_one_scale(period))
        found = []
        for stretch in self._stretches:
            if left <= 0:
                break
            found.append(Beginning(stretch, min(left, len(stretch.points))))
            left -= len(stretch.points)
        return found


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
