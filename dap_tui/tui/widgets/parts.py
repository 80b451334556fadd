"""Blocks made of other painters: a chart, facts, and one thing beside another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dap_tui.export.series import Series
from dap_tui.tui.canvas import SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.text import balanced, width_of, wrapped
from dap_tui.tui.widgets.chart import paint_chart
from dap_tui.tui.widgets.pane import LABEL, Fact, Sign, paint_facts, paint_signs
from dap_tui.tui.widgets.scroller import Block


class ChartBlock(NamedTuple):
    """A chart of a given height."""

    chart: Series
    x: int
    end: int
    lines: int
    key: None = None

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """Its lines."""
        return self.lines

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint it."""
        paint_chart(area.part(self.x, 0, self.end - self.x, self.lines), self.chart)


class FactsBlock(NamedTuple):
    """Labelled lines, all of them."""

    facts: Sequence[Fact]
    x: int
    end: int
    key: None = None

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """As many lines as they take."""
        return sum(len(wrapped(fact.words, self.end - self.x - LABEL)) for fact in self.facts)

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint them."""
        paint_facts(area.part(self.x, 0, self.end - self.x, area.height), self.facts)


_TITLE = 24
"""The fewest cells that a title is put into."""


class Title(NamedTuple):
    """The title of an indicator with its status, and its position in words."""

    title: str
    aside: str
    signs: Sequence[Sign]
    sentence: str
    x: int
    end: int
    key: None = None

    @property
    def _beside(self) -> int:
        """The cells the title has beside its status."""
        signs = sum(width_of(shape) + 1 + width_of(word) + 4 for shape, _, word, _ in self.signs)
        return self.end - self.x - signs - 1

    @property
    def _has_line(self) -> bool:
        """Whether the status has a line of its own, there being no room for the title beside it."""
        return self._beside < _TITLE

    def _lines(self) -> tuple[str, ...]:
        return balanced(self.title, self.end - self.x if self._has_line else self._beside)

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """The title's lines, the status where it has one, the sentence's, and a blank."""
        return len(self._lines()) + self._has_line + len(wrapped(self.sentence, self.end - self.x)) + 1

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint it."""
        lines = self._lines()
        for y, text in enumerate(lines):
            area.put(self.x, y, text, STRONG)
        paint_signs(area, self.end, len(lines) if self._has_line else 0, self.signs)
        for y, text in enumerate(wrapped(self.sentence, self.end - self.x), len(lines) + self._has_line):
            area.put(self.x, y, text, SOFT)


class Marked(NamedTuple):
    """A paragraph with a sign before it, and something at its right on its last line."""

    sign: str
    sign_ink: Ink
    text: str
    x: int
    end: int
    aside: str = ""
    ink: Ink = TEXT
    key: None = None

    def _lines(self) -> Sequence[str]:
        room = self.end - self.x - 2
        lines = list(wrapped(self.text, room))
        if self.aside and width_of(lines[-1]) + 2 + width_of(self.aside) > room:
            lines.append("")
        return lines

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """Its lines."""
        return len(self._lines())

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Paint it."""
        lines = self._lines()
        area.put(self.x, 0, self.sign, self.sign_ink)
        for y, text in enumerate(lines):
            area.put(self.x + 2, y, text, Ink(self.ink.colour, bold=True) if chosen else self.ink)
        area.right(self.end, len(lines) - 1, self.aside, SOFT)


class Beside(NamedTuple):
    """Columns of blocks, side by side; as high as the highest."""

    columns: Sequence[Sequence[Block]]
    key: None = None

    def height(self, width: int) -> int:
        """The highest column's."""
        return max((sum(block.height(width) for block in column) for column in self.columns), default=0)

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Paint each column from the top."""
        for column in self.columns:
            y = 0
            for block in column:
                lines = block.height(area.width)
                block.paint(area.part(0, y, area.width, lines), chosen=chosen)
                y += lines
