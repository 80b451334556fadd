"""The chart of an indicator: its line in braille, its points and labels over it, what it is held against under it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from dap_tui.assess.variation import VariationKind
from dap_tui.export.series import SPECIAL, Level, Point, Series, side_of_lines
from dap_tui.look import POINT
from dap_tui.tui.canvas import AMBER, LINE, QUIET, RULE, SOFT, STRONG, Area, Ink
from dap_tui.tui.text import width_of
from dap_tui.tui.widgets.axis import paint_axis
from dap_tui.tui.widgets.braille import Dots

_MOST_BESIDE: Final = 18
"""Cells that the names of lines may take at the right."""
_ROOMY: Final = 6
"""Over so many rows there is one to spare for the label of the lowest figure."""
_SPARE: Final = 5
"""From so many rows one may be left free at an end of the scale."""
_LABELLED: Final = 5
"""Up to so many points each has its figure beside it, and the axis needs none."""


class ChartPainter:
    """Paints one chart on one area; made anew for each painting."""

    def __init__(self, area: Area, chart: Series) -> None:
        """The area is the whole chart's, axes included."""
        self.area, self.chart = area, chart
        self.low, self.high = _extent(chart)
        names = [label for _, label in self._side_labels()]
        self.left = max((width_of(name) for name in names), default=0) + 1
        beside = max((width_of(level.label) + 1 for level in chart.reaching), default=0) if area.width >= 50 else 0
        self.right = area.width - (beside if beside <= _MOST_BESIDE else 0)
        self.inset = min(3, max((self.right - self.left) // 12, 1))
        self.spacing = (self.right - self.left - 1 - 2 * self.inset) / max(len(chart.points) - 1, 1)
        self.axis_lines = 1 if self.spacing >= 12 and len(chart.points) <= 6 else 2
        self.rows = max(area.height - self.axis_lines, 1)
        widest = max((width_of(point.shown) for point in chart.points), default=0)
        self._labels_all = self.spacing >= widest + 2
        lowest = min(point.number for point in chart.points if point.number is not None)
        self._foot = 4 if self._labels_all and self.rows > _ROOMY and lowest == self.low else 0
        self._top, self._bottom = (4 if self.rows > 4 else 0) + 1, self.rows * 4 - 3 - self._foot
        self._make_room()
        self.point_rows = [self._point_row(index) for index in range(len(chart.points))]
        self._taken: set[tuple[int, int]] = set()
        self._lined: set[tuple[int, int]] = set()
        self._ruled: set[int] = set()

    def _side_labels(self) -> list[tuple[Decimal, str]]:
        """The values written at the left: the target's, or the extent's where there is none."""
        latest = self.chart.points[-1]
        target = [each for each in (latest.low, latest.high, latest.target) if each is not None]
        suffix = "%" if any(point.shown.endswith("%") for point in self.chart.points) else ""
        labels = [(value, f"{value:,f}{suffix}") for value in target]
        known = [point for point in self.chart.points if point.number is not None]
        if not target and len(known) > _LABELLED:
            for pick in (min, max):
                point = pick(known, key=lambda each: each.number or Decimal())
                labels.append((point.number or Decimal(), point.shown))
        return labels

    def column(self, index: int) -> int:
        """The cell of a point."""
        if len(self.chart.points) == 1:
            return (self.left + self.right) // 2
        return self.left + self.inset + round(index * self.spacing)

    def dot_row(self, value: Decimal) -> int:
        """The row of dots of a value; the top row of cells is left for a label, and one below the lowest figure."""
        top, bottom = self._top, self._bottom
        return bottom - round((value - self.low) * (bottom - top) / (self.high - self.low))

    def _side(self, index: int) -> int:
        """Which way a point goes from the line of a bound that it is past: up -1, down 1."""
        number = self.chart.points[index].number
        if number is None:
            return 0
        return side_of_lines(number, self.chart.against(index), lambda value: self.dot_row(value) // 4)

    def _make_room(self) -> None:
        """A row more at an end of the scale, where a point there would stand on the line of a bound that it is past."""
        if self.rows < _SPARE:
            return
        points = [(index, point.number) for index, point in enumerate(self.chart.points) if point.number is not None]
        ends = [(self.dot_row(number) // 4, self._side(index)) for index, number in points]
        top, bottom = (1, -1) in ends, (self.rows - 1, 1) in ends
        self._top, self._bottom = self._top + 4 * top, self._bottom - 4 * bottom

    def _point_row(self, index: int) -> int:
        """The row of dots of a point."""
        number = self.chart.points[index].number or Decimal()
        side, row = self._side(index), self.dot_row(number) // 4
        if side and (1 if self.rows > 4 else 0) <= row + side < self.rows:
            return (row + side) * 4 + (3 if side < 0 else 0)
        return self.dot_row(number)

    def paint(self) -> None:
        """Paint all of it."""
        self._paint_targets()
        for level in self.chart.levels:
            self._paint_level(level)
        self._paint_line()
        self._paint_points()
        self._paint_side_labels()
        columns = [self.column(index) for index in range(len(self.chart.points))]
        periods = [point.period for point in self.chart.points]
        axis = self.area.part(0, self.rows, self.area.width, self.axis_lines)
        paint_axis(axis, periods, columns, (0, min(self.right + 1, self.area.width)))

    def _paint_targets(self) -> None:
        """Each run of points under one target gets its band or line."""
        points, first = self.chart.points, 0
        for index in range(1, len(points) + 1):
            if index == len(points) or points[index].held != points[first].held:
                start = self.left if first == 0 else (self.column(first - 1) + self.column(first)) // 2
                end = self.right if index == len(points) else (self.column(index - 1) + self.column(index)) // 2
                self._paint_target(points[first], start, end)
                first = index

    def _paint_target(self, point: Point, start: int, end: int) -> None:
        if point.target is not None:
            row = self.dot_row(point.target) // 4
            self.area.rule(row, start, end - start, QUIET, "─")
            self._ruled.add(row)
        if point.low is None and point.high is None:
            return
        top = 0 if point.high is None else self.dot_row(point.high) // 4
        bottom = self.rows - 1 if point.low is None else self.dot_row(point.low) // 4
        if self.area.canvas.bands:
            self.area.fill("band", start, top, end - start, bottom - top + 1)
        else:
            for row, bound in ((top, point.high), (bottom, point.low)):
                if bound is not None:
                    self.area.rule(row, start, end - start)

    def _paint_level(self, level: Level) -> None:
        row = self.dot_row(level.value) // 4
        if not 0 <= row < self.rows:
            return
        start = self.left if level.first == 0 else self.column(level.first)
        is_last = level.last == len(self.chart.points) - 1
        end = self.right if is_last else self.column(level.last) + 1
        mean = level.name == "mean"
        self._ruled.add(row)
        self.area.rule(row, start, end - start, RULE if mean else QUIET, "─" if mean else "┄")
        if is_last and self.right < self.area.width and (self.right, row) not in self._taken:
            self.area.put(self.right + 1, row, level.label, QUIET)
            self._taken.add((self.right, row))

    def _paint_line(self) -> None:
        dots, before = Dots(), None
        for index, point in enumerate(self.chart.points):
            if point.number is None:
                before = None
                continue
            here = (self.column(index) * 2, self.point_rows[index])
            if before is not None:
                dots.line(before, here)
            before = here
        self._lined = set(dots.cells)
        for x, y in dots.cells:
            if 0 <= y < self.rows:
                self.area.put(x, y, dots.character((x, y)), LINE)

    def _paint_side_labels(self) -> None:
        latest = self.chart.points[-1]
        for value, label in self._side_labels():
            row = self.dot_row(value) // 4
            self.area.right(self.left - 1, row, label, QUIET)
        if latest.low is None and latest.high is None:
            if latest.target is not None:
                self._name_target(self.dot_row(latest.target) // 4)
            return
        bound = latest.high if latest.high is not None else latest.low
        row = 0 if bound is None else self.dot_row(bound) // 4
        inside = row if self.area.canvas.bands else row + 1
        self._put_free(self.left + 1, inside, f"target range {self.chart.target}", QUIET)

    def _name_target(self, row: int) -> None:
        """Write what the line is above or below it, at the end that the figures leave free."""
        for y in (row - 1, row + 1):
            for x in (self.right - 7, self.left + 1, (self.left + self.right) // 2 - 3):
                if not any((cell, y) in self._lined for cell in range(x - 1, x + 7)) and self._put_free(
                    x, y, "target", QUIET
                ):
                    return

    def _put_free(self, x: int, y: int, text: str, ink: Ink) -> bool:
        """Write a label where neither a point nor another label stands; False where there is no room."""
        size = width_of(text)
        cells = {(cell, y) for cell in range(x - 1, x + size + 1)}
        if cells & self._taken or not 0 <= y < self.rows:
            return False
        self.area.put(x, y, text, ink)
        self._taken |= {(cell, y) for cell in range(x, x + size)}
        return True

    def _paint_points(self) -> None:
        last = max((index for index, point in enumerate(self.chart.points) if point.number is not None), default=-1)
        places = []
        for index, point in enumerate(self.chart.points):
            if point.number is None:
                continue
            x, y = self.column(index), self.point_rows[index] // 4
            kind = point.special.kind if point.special else None
            sign = SPECIAL[kind] if kind else POINT
            ink = AMBER if kind is VariationKind.CONCERN else STRONG if index == last and not kind else LINE
            if kind or index == last or self.spacing >= 2.5:
                self.area.sign(x, y, sign, ink)
                self._taken.add((x, y))
                places.append((index, x, y))
        # The latest figure is labelled first, then from the latest backwards.
        for index, x, y in reversed(places):
            if index == last or self._labels_all:
                self._label(index, x, y, STRONG if index == last else SOFT)

    def _label(self, index: int, x: int, y: int, ink: Ink) -> None:
        """Write a figure beside its point: above it, or below where the line comes from above; not on the line."""
        points = self.chart.points
        text, before = points[index].shown, points[index - 1].number if index else None
        size = width_of(text)
        falls = before is not None and before > (points[index].number or before)
        rows = (y + 1, y - 1) if falls else (y - 1, y + 1)
        starts = (x - size // 2, x - size + 1, x)
        places = [(self._within(start, size), row) for row in rows for start in starts]
        for start, row in sorted(places, key=lambda place: self._covers(place[0], place[1], size)):
            if self._put_free(start, row, text, ink):
                return

    def _within(self, start: int, size: int) -> int:
        return min(max(start, self.left), self.area.width - size)

    def _covers(self, start: int, row: int, size: int) -> int:
        """How much of the lines a label would cover."""
        dots = sum((cell, row) in self._lined for cell in range(start, start + size))
        return 2 * dots + (row in self._ruled)


def _extent(chart: Series) -> tuple[Decimal, Decimal]:
    """The least and the most that is drawn; never the same."""
    values = [*chart.drawn]
    low, high = min(values, default=Decimal()), max(values, default=Decimal(1))
    if low == high:
        margin = abs(low) / 10 or Decimal(1)
        return low - margin, high + margin
    return low, high


def paint_chart(area: Area, chart: Series) -> None:
    """Paint a chart, or say that there is nothing to draw."""
    if not chart.numbers or area.width < 12 or area.height < 3:
        area.put(0, 0, "No figures to draw." if area.width > 20 else "", QUIET)
        return
    ChartPainter(area, chart).paint()
