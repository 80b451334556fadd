"""A source or priority in Overview: a mark for each indicator, and how they travel."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from dap_tui.measure import Status
from dap_tui.tui.canvas import AMBER, FAINT, QUIET, SOFT, STRONG, TEXT, Area
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.text import width_of, wrapped
from dap_tui.tui.widgets.rail import paint_marks

_COLUMNS = (("Better", 8), ("Level", 7), ("Worse", 7), ("!", 6))
_FEWEST = 64
"""Below this width there is room for what is undecided alone."""


def _columns(end: int) -> tuple[tuple[str, int], ...]:
    return _COLUMNS if end >= _FEWEST else _COLUMNS[-1:]


class _Heads(NamedTuple):
    """The heads of the columns, with a hairline."""

    text: str
    end: int
    aside: str = ""
    key: None = None

    def height(self, width: int) -> int:  # noqa: ARG002 # it has the same height at any width
        """A blank, the heads, the hairline."""
        return 3

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint them."""
        area.put(2, 1, self.text, STRONG)
        end = self.end - 1
        for name, size in reversed(_columns(self.end)):
            area.right(end, 1, name, QUIET)
            end -= size
        if width_of(self.text) + width_of(self.aside) + 6 < end:
            area.right(end - 1, 1, self.aside, QUIET)
        area.rule(2, 2, self.end - 2)


class GroupRow(NamedTuple):
    """The row. `counts` are better, level, worse and undecided; `most` is the most marks that any such row has."""

    key: Hashable
    name: str
    statuses: tuple[Status, ...]
    counts: tuple[int, int, int, int]
    most: int
    end: int
    glyphs: Glyphs

    @staticmethod
    def heading(text: str, end: int, aside: str = "") -> _Heads:
        """The heads over such rows; `aside` says what the marks are, where there is room."""
        return _Heads(text, end, aside)

    @property
    def _marks_width(self) -> int:
        return max(min(self.most, (self.end - 30) // 2, 40), 4)

    @property
    def _marks_at(self) -> int:
        return self.end - 2 - sum(size for _, size in _columns(self.end)) - self._marks_width

    def _lines(self) -> tuple[str, ...]:
        indent = len(self.name.split(" ", 1)[0]) + 1 if self.name[:1].isdigit() else 0
        first, *rest = wrapped(self.name, self._marks_at - 4)
        if not rest:
            return (first,)
        return (first, *(" " * indent + line for line in wrapped(" ".join(rest), self._marks_at - 4 - indent)))

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """The name's lines or the marks', whichever are more."""
        return max(len(self._lines()), -(-len(self.statuses) // self._marks_width))

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Paint it."""
        for y, text in enumerate(self._lines()):
            area.put(2, y, text, STRONG if chosen else TEXT)
        paint_marks(area, self._marks_at, 0, self.statuses, self.glyphs, self._marks_width)
        end = self.end - 1
        inks = (SOFT, SOFT, TEXT, AMBER)
        columns = _columns(self.end)
        for (_, size), count, ink in zip(reversed(columns), reversed(self.counts), reversed(inks), strict=False):
            if count:
                area.right(end, 0, str(count), ink)
            elif ink is not AMBER:
                area.right(end, 0, "–", FAINT)
            end -= size
