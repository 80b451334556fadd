"""An item of a list: a sign, a text that wraps, and figures at the right of its last line."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from dap_tui.tui.canvas import QUIET, SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.text import balanced, width_of, wrapped


class Item(NamedTuple):
    """The item; `bold` stands before `aside`.

    With `below` quiet words stand under the text, and the figures on their last line.
    """

    key: Hashable | None
    sign: str
    sign_ink: Ink
    title: str
    end: int
    aside: str = ""
    bold: str = ""
    ink: Ink = TEXT
    x: int = 2
    below: str = ""

    @property
    def _aside_width(self) -> int:
        width = width_of(self.aside) + (width_of(self.bold) + 2 if self.bold else 0)
        return width + 2 if width else 0

    def _lines(self) -> tuple[str, ...]:
        room = self.end - self.x - 2
        lines = balanced(self.title, room)
        if self.below or not self._aside_width or width_of(lines[-1]) + self._aside_width <= room:
            return lines
        shorter = balanced(self.title, max(room - self._aside_width, 16))
        return shorter if len(shorter) <= len(lines) + 1 else (*lines, "")

    def _lines_below(self) -> tuple[str, ...]:
        return wrapped(self.below, max(self.end - self.x - 2 - self._aside_width, 16)) if self.below else ()

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """Its lines."""
        return len(self._lines()) + len(self._lines_below())

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Paint it."""
        lines, below = self._lines(), self._lines_below()
        last = len(lines) + len(below) - 1
        area.put(self.x, 0, self.sign, self.sign_ink)
        for y, text in enumerate(lines):
            area.put(self.x + 2, y, text, STRONG if chosen else self.ink)
        for y, text in enumerate(below, len(lines)):
            area.put(self.x + 2, y, text, QUIET)
        start = area.right(self.end, last, self.aside, SOFT)
        area.right(start if self.aside[:1] in {"", " "} else start - 2, last, self.bold, STRONG)

    def said(self, title: str) -> Item:
        """The same with another text."""
        return self._replace(title=title)
