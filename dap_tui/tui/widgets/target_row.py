"""A row of Targets: an indicator, its bullet, its figures, and how far it is from its target."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from dap_tui.look import STATUS
from dap_tui.measure import Status
from dap_tui.tui.canvas import AMBER, QUIET, RED, SOFT, STRONG, TEXT, Area
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.text import balanced, cut
from dap_tui.tui.widgets.bullet import Scaled, paint_bullet

_LEAST_BAR: Final = 72
_LEAST_TARGET: Final = 56
_NARROWEST_BAR: Final = 6
_FIGURE: Final = 7
"""Cells that a figure takes at the least."""
_AWAY: Final = 17
_BRIEFLY_AWAY: Final = 14
"""Cells that a distance takes, in words or briefly: `10.5 points below`, `10.5 pts below`."""


class Layout(NamedTuple):
    """Where the columns start; actual, target and distance are given by their ends.

    A target of 0 is not shown, nor is a bar of no width.
    """

    title: int
    title_width: int
    bar: int
    bar_width: int
    actual: int
    target: int
    distance: int

    @property
    def is_brief(self) -> bool:
        """Whether there is room for the distance only in brief."""
        return self.distance + 2 < _LEAST_BAR

    @property
    def has_word(self) -> bool:
        """Whether the status has its word."""
        return self.title > 4


def layout_for(width: int, held: int = 0, aim: int = 0) -> Layout:
    """The columns at a width: titles give way to the bar below 100 cells, then the bar goes, then the target.

    `held` and `aim` are the cells of the longest figure and target, which a mark and a blank stand between.
    """
    held, aim = max(held, _FIGURE), max(aim, _FIGURE - 1)
    distance = width - 2
    if width >= 100:
        target = distance - _AWAY - 2
        actual = target - aim - 3
        room = actual - held - 2 - 10
        title = min(room * 66 // 100, 66)
        bar = 10 + title + 2
        return Layout(10, title, bar, actual - held - 1 - bar, actual, target, distance)
    away = _BRIEFLY_AWAY if width < _LEAST_BAR else _AWAY
    target = distance - away - 1 if width >= _LEAST_TARGET else 0
    actual = target - aim - 2 if target else distance - away - 1
    title = max((actual - held - 4) * 55 // 100, 12)
    bar = 4 + title + 2
    if _LEAST_TARGET <= width < _LEAST_BAR or actual - held - bar < _NARROWEST_BAR:
        return Layout(4, actual - held - 4, 0, 0, actual, target, distance)
    return Layout(4, title, bar, actual - held - bar, actual, target, distance)


class TargetText(NamedTuple):
    """What a row says besides its title."""

    actual: str
    target: str
    distance: str
    status: Status
    scaled: Scaled
    mark: str = ""


class TargetRow(NamedTuple):
    """The row. What it says is worked out when it is painted, by `says`."""

    key: str
    title: str
    below: str
    layout: Layout
    glyphs: Glyphs
    says: Callable[[], TargetText]

    def height(self, width: int) -> int:  # noqa: ARG002 # the layout was made for it
        """The title's lines, or the two of a year's target."""
        return max(len(balanced(self.title, self.layout.title_width)), 2 if self.below else 1)

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Paint it."""
        layout, says = self.layout, self.says()
        shape, ink, word = self.glyphs.status(says.status)
        area.put(2, 0, shape, ink)
        if layout.has_word:
            area.put(4, 0, STATUS[says.status].short, word)
        for y, text in enumerate(balanced(self.title, layout.title_width)):
            area.put(layout.title, y, text, STRONG if chosen else TEXT)
        if layout.bar_width:
            if says.scaled.value is not None:
                paint_bullet(area, layout.bar, 0, layout.bar_width, says.scaled, says.status)
            area.put(layout.bar, 1, cut(self.below, layout.actual - layout.bar), QUIET)
        else:
            room = layout.distance - layout.title - layout.title_width - 1
            area.right(layout.distance, 1, cut(self.below, room), QUIET)
        area.right(layout.actual, 0, says.actual, STRONG)
        area.put(layout.actual, 0, says.mark, QUIET)
        if layout.target:
            area.right(layout.target, 0, says.target, SOFT)
        attention = {Status.RED: RED, Status.AMBER: AMBER}.get(says.status, SOFT)
        area.right(layout.distance, 0, says.distance, attention)
