"""A row of Checks."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from dap_tui.finding import Finding
from dap_tui.look import LEVEL
from dap_tui.sentence import capital
from dap_tui.tui.canvas import QUIET, SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.text import cut, width_of, wrapped


class FindingLayout(NamedTuple):
    """Where the columns start; that of lines is given by its end."""

    code: int
    file: int
    line: int
    words: int
    end: int

    @property
    def has_word(self) -> bool:
        """Whether the level has its word."""
        return self.code > 4


def finding_layout(width: int) -> FindingLayout:
    """The columns at a width."""
    if width >= 100:
        line = 57 if width < 160 else 64
        return FindingLayout(14, 23, line, line + 4, width - 2)
    return FindingLayout(4, 12, min(34, width // 2 - 4), min(36, width // 2 - 2), width - 2)


class FindingRow(NamedTuple):
    """The row."""

    key: Hashable
    finding: Finding
    layout: FindingLayout
    glyphs: Glyphs

    def _lines(self) -> list[str]:
        room = self.layout.end - self.layout.words
        lines = list(wrapped(self.glyphs.text(capital(self.finding.message)), room))
        hint = self.finding.hint
        return lines + (list(wrapped(self.glyphs.text(capital(hint)), room)) if hint else [])

    def height(self, width: int) -> int:  # noqa: ARG002 # the layout was made for it
        """The lines of what was found."""
        return len(self._lines())

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Paint it."""
        layout, finding = self.layout, self.finding
        look = LEVEL[finding.level]
        area.put(2, 0, self.glyphs.shape(look), Ink(look.colour))
        if layout.has_word:
            area.put(4, 0, look.word, Ink(look.colour) if look.colours_word else QUIET)
        area.put(layout.code, 0, finding.code, SOFT)
        place = finding.place
        at = place.cell or f"{place.line}:{place.column}"
        area.right(layout.line, 0, at, SOFT)
        room = layout.line - len(at) - 2 - layout.file
        name = self.glyphs.text(place.file.removeprefix("returns/"))
        if width_of(name) > room:
            name = name.rpartition("/")[2]
        area.put(layout.file, 0, cut(name, room), TEXT)
        message = len(wrapped(self.glyphs.text(finding.message), layout.end - layout.words))
        for y, text in enumerate(self._lines()):
            ink = STRONG if chosen else TEXT
            area.put(layout.words, y, text, ink if y < message else QUIET)
