"""A chart in braille dots: points in order, joined where none is missing, with lines across at named values.

Pure: numbers in, lines of text out. Where there is no braille the same chart is drawn with a letter a cell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dap_tui.show.terminal import Line, cells, pad

NARROWEST = 10
"""Cells; where labels would leave less for the chart itself, they are left out."""

_BRAILLE = 0x2800
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bits of a braille letter, by row and column of its dots."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point: its place on the axis in words, its number (None where it is missing), and how it is drawn."""

    label: str
    number: Decimal | None
    shape: str = "●"
    style: str = "bold"


@dataclass(frozen=True, slots=True)
class Across:
    """A line across the chart at a value: a target, a limit, the mean."""

    number: Decimal
    label: str
    stroke: str = "┄"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart is drawn: its size in cells, how a value of the scale is written, and with what letters."""

    width: int
    height: int
    in_words: Callable[[Decimal], str]
    ascii: bool = False


def chart(points: Sequence[Point], across: Sequence[Across], frame: Frame) -> list[Line]:
    """The chart, with a line of axis below; nothing with fewer than two numbers.

    The scale runs from the least to the greatest of all that is drawn, and both are written at its ends: it
    need not begin at 0.
    """
    numbers = [point.number for point in points if point.number is not None]
    if len(numbers) < 2:
        return []
    scale = _Scale.of([*numbers, *(line.number for line in across)], frame.height)
    ends = {0: frame.in_words(scale.greatest), frame.height - 1: frame.in_words(scale.least)}
    beside = _beside(across, frame.height, scale)
    before = max(cells(text) for text in ends.values()) + 1
    after = max((cells(label) + 2 for label in beside if label), default=0)
    if frame.width - before - after < NARROWEST:
        beside, after = [""] * frame.height, 0
    plot = max(NARROWEST, frame.width - before - after)
    rows = [
        [(_letter(bits, ascii=frame.ascii), "") for bits in row] for row in _joined(points, plot, frame.height, scale)
    ]
    for line in across:
        row = scale.row(line.number)
        stroke = "-" if frame.ascii else line.stroke
        rows[row] = [(stroke, "quiet") if cell[0] == " " else cell for cell in rows[row]]
    for at, point in enumerate(points):
        if point.number is not None:
            shape = "o" if frame.ascii and point.shape == "●" else point.shape
            rows[scale.row(point.number)][_column(at, len(points), plot)] = (shape, point.style)
    lines = [
        [(pad(ends.get(at, ""), before - 1, right=True) + " ", "quiet"), *_runs(row), (f"  {beside[at]}", "quiet")]
        for at, row in enumerate(rows)
    ]
    return [*lines, [(" " * before + _axis(points, plot), "quiet")]]


def _beside(across: Sequence[Across], height: int, scale: _Scale) -> list[str]:
    """The labels of the lines, each at its row, or at the next that is free; where there is none they share one."""
    labels = [""] * height
    for line in across:
        row = scale.row(line.number)
        free = [at for at in (row, row + 1, row - 1) if 0 <= at < height and not labels[at]]
        at = free[0] if free else row
        labels[at] = f"{labels[at]}, {line.label}" if labels[at] else line.label
    return labels


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values to rows of dots, from the top."""

    least: Decimal
    greatest: Decimal
    height: int

    @classmethod
    def of(cls, numbers: Sequence[Decimal], height: int) -> _Scale:
        least, greatest = min(numbers), max(numbers)
        if least == greatest:
            least, greatest = least - 1, greatest + 1
        return cls(least, greatest, height)

    def dot(self, number: Decimal) -> int:
        last = self.height * 4 - 1
        return last - round((number - self.least) / (self.greatest - self.least) * last)

    def row(self, number: Decimal) -> int:
        return self.dot(number) // 4


def _column(at: int, points: int, plot: int) -> int:
    """The cell of a point: the first and the last stand a little in from the edges."""
    return 1 + round(at * (plot - 3) / max(1, points - 1))


def _joined(points: Sequence[Point], plot: int, height: int, scale: _Scale) -> list[list[int]]:
    grid = [[0] * plot for _ in range(height)]
    for at in range(1, len(points)):
        before, after = points[at - 1].number, points[at].number
        if before is None or after is None:
            continue
        x0, x1 = (_column(each, len(points), plot) * 2 for each in (at - 1, at))
        y0, y1 = scale.dot(before), scale.dot(after)
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        for step in range(steps + 1):
            x = x0 + round((x1 - x0) * step / steps)
            y = y0 + round((y1 - y0) * step / steps)
            grid[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
    return grid


def _letter(bits: int, *, ascii: bool) -> str:  # noqa: A002 # as terminals name it
    if not bits:
        return " "
    return "." if ascii else chr(_BRAILLE + bits)


def _runs(row: Sequence[tuple[str, str]]) -> Line:
    """Neighbouring cells of one style as one span."""
    line: Line = []
    for text, style in row:
        if line and line[-1][1] == style:
            line[-1] = (line[-1][0] + text, style)
        else:
            line.append((text, style))
    return line


def _axis(points: Sequence[Point], plot: int) -> str:
    """The labels below, from the latest backwards; one that would touch its neighbour is left out."""
    axis = [" "] * plot
    free = plot
    for at in range(len(points) - 1, -1, -1):
        label = points[at].label
        start = min(max(0, _column(at, len(points), plot) - len(label) // 2), plot - len(label))
        if start >= 0 and start + len(label) <= free:
            axis[start : start + len(label)] = label
            free = start - 2
    return "".join(axis)
