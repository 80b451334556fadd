"""Years by quarters: a line a year, the figure that is chosen tinted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dap_tui.period import Period, Year
from dap_tui.tui.canvas import FAINT, QUIET, SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.text import width_of

_OUTTURN: Final = "Outturn"


class YearLine(NamedTuple):
    """A year: each period's figure as it is shown, "" where there is none, and its mark."""

    year: Year
    cells: tuple[tuple[Period, str, str], ...]


class YearGrid(NamedTuple):
    """The years as a block; the heads are its first line."""

    lines: Sequence[YearLine]
    x: int
    end: int
    current: Period
    chosen: Period
    heading: str = "By year"
    key: None = None

    def _sizes(self) -> tuple[int, int]:
        """How wide the cell of a quarter is, and that of the year, which may say `788 to date`."""
        quarters = [width_of(text) for line in self.lines for _, text, _ in line.cells[:-1]]
        years = [width_of(line.cells[-1][1]) for line in self.lines]
        cell, year = max(max(quarters, default=1) + 2, 7), max(max(years, default=1), len(_OUTTURN)) + 2
        count = len(self.lines[0].cells) - 1
        return max(min(cell, (self.end - self.x - 9 - year) // max(count, 1)), 5), year

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """The head, its hairline, a line a year."""
        return 3 + len(self.lines)

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # a figure in it is chosen, not the block
        """Paint it."""
        if not self.lines:
            return
        cells, (cell, year) = self.lines[0].cells, self._sizes()
        count = len(cells)
        last = self.end - 1
        ends = [last - year - (count - 2 - place) * cell for place in range(count - 1)] + [last]
        area.put(self.x, 1, self.heading, STRONG)
        area.rule(2, self.x, self.end - self.x)
        for end, (period, _, _) in zip(ends, cells, strict=True):
            area.right(end, 1, _OUTTURN if isinstance(period, Year) else f"Q{period.number}", QUIET)
        for row, line in enumerate(self.lines, 3):
            area.put(self.x, row, line.year.shown, TEXT if line.year == self.current.year else SOFT)
            for place, (end, each) in enumerate(zip(ends, line.cells, strict=True)):
                self._paint_cell(area, end, row, each, year if place == count - 1 else cell)

    def _paint_cell(self, area: Area, end: int, row: int, what: tuple[Period, str, str], cell: int) -> None:
        period, text, mark = what
        if period == self.chosen:
            area.fill("sel", end - cell + 2, row, cell - 1, 1)
        ink = FAINT if not text else Ink("text", bold=True) if period == self.current else SOFT
        area.right(end, row, text or "·", ink)
        area.put(end, row, mark, QUIET)
