"""A breakdown as bars, each row with its own past."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dap_tui.tui.canvas import LINE, QUIET, SOFT, TEXT, Area
from dap_tui.tui.text import cut, width_of
from dap_tui.tui.widgets.spark import paint_spark


class Bar(NamedTuple):
    """A row: its name, its figure, its latest figures before, and the mark after its figure."""

    name: str
    value: Decimal | None
    shown: str
    past: tuple[Decimal | None, ...]
    mark: str = ""


def bar(length: Decimal, most: int) -> str:
    """A bar of `length` (0 to 1) of `most` cells, exact to half a cell.

    >>> bar(Decimal("0.5"), 5)
    '━━╸'
    """
    halves = round(max(Decimal(), min(length, Decimal(1))) * most * 2)
    return "━" * (halves // 2) + "╸" * (halves % 2)


class Bars(NamedTuple):
    """The bars as a block, each to the scale of the longest."""

    rows: Sequence[Bar]
    x: int
    end: int
    key: None = None

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """A line a row."""
        return len(self.rows)

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint them."""
        most = max((abs(row.value) for row in self.rows if row.value is not None), default=Decimal())
        figure = max((width_of(row.shown) for row in self.rows), default=0)
        room = self.end - self.x
        name = min(max((width_of(row.name) for row in self.rows), default=0), max(room - figure - 14, 8))
        past = 9 if room > 40 and any(any(each is not None for each in row.past[:-1]) for row in self.rows) else 0
        is_marked = any(row.mark for row in self.rows)
        start = self.x + name + 2 + figure + 1 + is_marked
        for y, row in enumerate(self.rows):
            area.put(self.x, y, cut(row.name, name), TEXT)
            area.right(start - 1 - is_marked, y, row.shown, SOFT)
            area.put(start - 1 - is_marked, y, row.mark, QUIET)
            if row.value is not None and most:
                area.put(start, y, bar(abs(row.value) / most, max(self.end - past - start, 1)), LINE)
            if past:
                paint_spark(area, self.end, y, row.past)
