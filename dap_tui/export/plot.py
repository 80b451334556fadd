"""A chart in letters: points in order, joined where none is missing, with lines across for what they are held against.

Pure: a series in, lines of text out. It is drawn in braille dots for a terminal, in letters that the fonts of a
word processor have for a report, or in ASCII.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from dap_tui.assess.variation import VariationKind
from dap_tui.export.series import FEWEST, SPECIAL_SHAPE, Point, Series, side_of_lines
from dap_tui.measure import places, shown
from dap_tui.period import Quarter

NARROWEST: Final = 10
"""Cells; where labels would leave less for the chart itself, they are left out."""

_ROOMY: Final = 6
"""From so many rows one may be left free at an end of the scale."""

_BRAILLE: Final = 0x2800
_DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bits of a braille letter, by row and column of its dots."""

Run: TypeAlias = tuple[str, str]
"""A piece of a line and how it is drawn: a style of the terminal, "" for none."""


class Letters(Enum):
    """What a chart is drawn with: what joins the points, a solid and a broken line, and a point."""

    BRAILLE = ("", "─", "┄", "●")
    PLAIN = ("·", "─", "-", "●")
    ASCII = (".", "_", "-", "o")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart is drawn: its size in cells, with what letters, and what makes text safe for them."""

    width: int
    height: int
    letters: Letters = Letters.BRAILLE
    safe: Callable[[str], str] = str


def plot(series: Series, frame: Frame) -> list[list[Run]]:
    """The chart, with one or two lines of axis below; nothing with fewer than two numbers.

    The scale runs from the least to the greatest of all that is drawn, and both are written at its ends: it
    need not begin at 0. The target, means and limits are named at the right, where there is room.
    """
    return _Plot(series, frame).lines() if len(series.numbers) >= FEWEST else []


class _Plot:
    """One chart as it is drawn: cells by column and row, from the top left."""

    def __init__(self, series: Series, frame: Frame) -> None:
        self.series, self.frame = series, frame
        self.joiner, self.solid, self.broken, self.dot = frame.letters.value
        drawn = [*series.drawn]
        self.least, self.greatest = min(drawn), max(drawn)
        if self.least == self.greatest:
            self.least, self.greatest = self.least - 1, self.greatest + 1
        decimals = max(places(number) for number in series.numbers)
        ends = {1: self.greatest, frame.height - 1: self.least}
        self.ends = {row: frame.safe(shown(number, series.unit, decimals)) for row, number in ends.items()}
        self.first, self.last = 4, frame.height * 4 - 1
        self._make_room()
        self.point_rows = [self._point_row(at) for at in range(len(series.points))]
        self.before = max(map(len, self.ends.values())) + 1
        self.beside = self._beside()
        after = max((len(label) + 2 for label in self.beside.values()), default=0)
        if frame.width - self.before - after < max(NARROWEST, 2 * len(series.points)):
            self.beside, after = {}, 0
        self.width = max(NARROWEST, frame.width - self.before - after)
        self.cells: dict[tuple[int, int], Run] = {}

    def lines(self) -> list[list[Run]]:
        """The rows and the axis below them."""
        self._across()
        self._join()
        self._mark()
        rows = []
        for at in range(self.frame.height):
            row = [self.cells.get((x, at), (" ", "")) for x in range(self.width)]
            end = self.ends.get(at, "").rjust(self.before - 1)
            rows.append(_joined([(f"{end} ", "quiet"), *row, (f"  {self.beside.get(at, '')}", "quiet")]))
        axis = [[(" " * self.before + line, "quiet")] for line in self._axis() if line.strip()]
        is_used = any((x, 0) in self.cells for x in range(self.width)) or 0 in self.beside
        return [*(rows if is_used else rows[1:]), *axis]

    def _dot_row(self, number: Decimal) -> int:
        """The row of dots of a number, four to a cell; the top row of cells is left for a figure."""
        inside = min(max(number, self.least), self.greatest)
        return self.last - round((inside - self.least) / (self.greatest - self.least) * (self.last - self.first))

    def _side(self, at: int) -> int:
        """Which way a point goes from the line of a bound that it is past: up -1, down 1."""
        number = self.series.points[at].number
        return 0 if number is None else side_of_lines(number, self.series.against(at), self._row)

    def _make_room(self) -> None:
        """A row more at an end of the scale, where a point there would stand on the line of a bound that it is past."""
        numbers = [(at, point.number) for at, point in enumerate(self.series.points) if point.number is not None]
        rows = [(self._row(number), self._side(at)) for at, number in numbers]
        if self.frame.height < _ROOMY:
            return
        top, bottom = (1, -1) in rows, (self.frame.height - 1, 1) in rows
        self.first, self.last = self.first + 4 * top, self.last - 4 * bottom

    def _point_row(self, at: int) -> int:
        """The row of dots of a point."""
        number = self.series.points[at].number or Decimal()
        side, row = self._side(at), self._row(number)
        if side and 1 <= row + side < self.frame.height:
            return (row + side) * 4 + (3 if side < 0 else 0)
        return self._dot_row(number)

    def _row(self, number: Decimal) -> int:
        return self._dot_row(number) // 4

    def _column(self, at: float) -> int:
        """The cell of a point: the first and the last stand a little in from the edges."""
        return 1 + round(at * (self.width - 3) / max(1, len(self.series.points) - 1))

    def _beside(self) -> dict[int, str]:
        """The names of the lines, each at its row, or at the next that is free; where there is none they share one."""
        labels: dict[int, str] = {}
        for name, number in self.series.beside:
            row = self._row(number)
            free = (at for at in (row, row + 1, row - 1) if 0 <= at < self.frame.height and at not in labels)
            at = next(free, row)
            label = self.frame.safe(name)
            labels[at] = f"{labels[at]}, {label}" if at in labels else label
        return labels

    def _across(self) -> None:
        for level in self.series.levels:
            if self.least <= level.value <= self.greatest:
                self._line(level.value, level.first, level.last, self.broken)
        for held, first, last in self.series.runs(lambda point: point.held):
            for number in held:
                if number is not None:
                    self._line(number, first, last, self.solid)

    def _line(self, number: Decimal, first: int, last: int, letter: str) -> None:
        """A line that holds from one point to another: half way to the next."""
        start = 0 if first == 0 else self._column(first - 0.5)
        end = self.width - 1 if last == len(self.series.points) - 1 else self._column(last + 0.5)
        for x in range(start, end + 1):
            self.cells[x, self._row(number)] = (letter, "quiet")

    def _join(self) -> None:
        points, bits = self.series.points, dict[tuple[int, int], int]()
        for at in range(1, len(points)):
            before, after = points[at - 1].number, points[at].number
            if before is None or after is None:
                continue
            x0, x1 = self._column(at - 1) * 2, self._column(at) * 2
            y0, y1 = self.point_rows[at - 1], self.point_rows[at]
            steps = max(abs(x1 - x0), abs(y1 - y0), 1)
            for step in range(steps + 1):
                x, y = x0 + round((x1 - x0) * step / steps), y0 + round((y1 - y0) * step / steps)
                bits[x // 2, y // 4] = bits.get((x // 2, y // 4), 0) | _DOTS[y % 4][x % 2]
        for cell, found in bits.items():
            self.cells[cell] = (self.joiner or chr(_BRAILLE + found), "")

    def _mark(self) -> None:
        """The points, and beside each its figure where there is room for all of them, else the latest's."""
        known = [(at, point) for at, point in enumerate(self.series.points) if point.number is not None]
        for at, point in known:
            kind = point.special.kind if point.special else None
            style = "amber bold" if kind is VariationKind.CONCERN else "bold"
            shape = self.frame.safe(SPECIAL_SHAPE[kind]) if kind else self.dot
            self.cells[self._column(at), self.point_rows[at] // 4] = (shape, style)
        widest = max(len(point.shown) for _, point in known)
        is_roomy = (self.width - 3) / max(1, len(self.series.points) - 1) >= widest + 2
        for at, point in reversed(known) if is_roomy else known[-1:]:
            self._label(at, point)

    def _label(self, at: int, point: Point) -> None:
        said, y = self.frame.safe(point.shown), self.point_rows[at] // 4
        x = min(max(0, self._column(at) - len(said) // 2), self.width - len(said))
        below = [each.number for each in self.series.points[max(0, at - 1) : at + 2] if each.number is not None]
        is_lowest = point.number == min(below) != max(below)
        for row in (y + 1, y - 1) if is_lowest else (y - 1, y + 1):
            if 0 <= row < self.frame.height and not any(
                self._is_taken(each, row) for each in range(x - 1, x + len(said) + 1)
            ):
                for place, letter in enumerate(said):
                    self.cells[x + place, row] = (letter, "bold" if point is self.series.points[-1] else "")
                return

    def _is_taken(self, x: int, row: int) -> bool:
        """Whether something stands there that a figure may not cover: a target's line would seem to be named by it."""
        letter, style = self.cells.get((x, row), ("", "quiet"))
        return style != "quiet" or letter == self.solid

    def _axis(self) -> Iterator[str]:
        """Quarters, where there is room for them, and below them the years; of years, the years alone."""
        points = self.series.points
        step = (self.width - 3) / max(1, len(points) - 1)
        is_by_quarter = isinstance(points[-1].period, Quarter)
        if is_by_quarter and step >= len("Q1 "):
            quarters = ((at, each.period) for at, each in enumerate(points))
            yield self._placed([(at, f"Q{each.number}") for at, each in quarters if isinstance(each, Quarter)])
        firsts = [at for at, each in enumerate(points) if not at or points[at - 1].period.year != each.period.year]
        yield self._placed([(at, points[at].period.year.shown) for at in firsts], is_left=is_by_quarter)

    def _placed(self, labels: list[tuple[int, str]], *, is_left: bool = False) -> str:
        """Labels at their points, from the latest backwards; one that would touch its neighbour is left out."""
        axis, free = [" "] * self.width, self.width
        for at, label in reversed(labels):
            start = self._column(at) - (1 if is_left else len(label) // 2)
            start = min(max(0, start), self.width - len(label))
            if start >= 0 and start + len(label) <= free:
                axis[start : start + len(label)] = label
                free = start - 1
        return "".join(axis)


def _joined(cells: list[Run]) -> list[Run]:
    """Neighbouring cells of one style as one run."""
    line: list[Run] = []
    for text, style in cells:
        if line and line[-1][1] == style:
            line[-1] = (line[-1][0] + text, style)
        else:
            line.append((text, style))
    return line
