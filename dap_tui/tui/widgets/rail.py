"""The rail at the left of a wide screen: every table with a mark for each of its indicators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dap_tui.look import STATUS_ORDER
from dap_tui.measure import Status
from dap_tui.tui.canvas import FAINT, SOFT, STRONG, TEXT, Area
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.text import balanced


class RailItem(NamedTuple):
    """A table: its name, its statuses, whether one is in it, and what a click does."""

    name: str
    statuses: tuple[Status, ...]
    is_current: bool
    choose: Callable[[], None]


def paint_rail(area: Area, title: str, items: Sequence[RailItem], glyphs: Glyphs) -> None:
    """Paint the rail, as much of it as fits."""
    area.put(2, 1, title, STRONG)
    area.rule(2, 2, area.width - 4)
    y = 3
    for item in items:
        names = balanced(item.name, area.width - 4)
        rows = -(-len(item.statuses) // (area.width - 4)) or 1
        height = len(names) + rows
        for line, text in enumerate(names):
            area.put(2, y + line, text, TEXT if item.is_current else SOFT)
        paint_marks(area, 2, y + len(names), item.statuses, glyphs, area.width - 4)
        if item.is_current:
            for line in range(height):
                area.put(0, y + line, "▌", FAINT)
        area.answer(item.choose, 0, y, height=height)
        y += height + 1


def paint_marks(area: Area, x: int, y: int, statuses: Sequence[Status], glyphs: Glyphs, width: int) -> None:
    """A mark for each status, the worst first, in rows of `width`."""
    marks = [status for status in STATUS_ORDER for each in statuses if each is status]
    for index, status in enumerate(marks):
        shape, ink, _ = glyphs.status(status)
        area.put(x + index % width, y + index // width, shape, ink)
