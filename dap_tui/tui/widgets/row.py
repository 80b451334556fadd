"""The rows of an indicator table: a row with its note, headings, footnotes, and the key to the signs used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from dap_tui.look import DECISION, HAS_NOTE, NO_FIGURE, POLARITY, STATUS
from dap_tui.measure import Polarity, Status
from dap_tui.narrative import Decision
from dap_tui.tui.canvas import FAINT, QUIET, SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.text import balanced, wrapped
from dap_tui.tui.widgets.columns import Columns
from dap_tui.tui.widgets.spark import paint_spark


class Cell(NamedTuple):
    """A figure in a column: its text, mark, last year's figure in brackets, and whether it changed on disk."""

    shown: str
    mark: str = ""
    bracket: str = ""
    is_symbol: bool = False
    changed: bool = False


class RowText(NamedTuple):
    """All that a row of the table says."""

    status: Status
    polarity: Polarity
    target: str
    target_mark: str
    cells: tuple[Cell, ...]
    travel: tuple[str, Ink]
    trend: tuple[Decimal | None, ...]
    decision: Decision | None


class IndicatorRow(NamedTuple):
    """An indicator. What it says is worked out when it is painted, by `says`."""

    key: tuple[str, str]
    title: str
    note: str
    columns: Columns
    glyphs: Glyphs
    says: Callable[[Columns], RowText]

    @property
    def _title(self) -> str:
        sign = self.glyphs.shape(HAS_NOTE)
        return f"{self.title} {sign}" if self.note and not self.columns.is_wide else self.title

    def _title_lines(self) -> Sequence[str]:
        return balanced(self._title, self.columns.title_width)

    def _note_lines(self) -> Sequence[str]:
        if not self.note or not self.columns.is_wide:
            return ()
        return wrapped(self.note, self.columns.end - self.columns.title - 2)

    def height(self, width: int) -> int:  # noqa: ARG002 # the columns were made for it
        """The title's lines and the note's."""
        return len(self._title_lines()) + len(self._note_lines())

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Paint the row."""
        says, columns = self.says(self.columns), self.columns
        shape, ink, word = self.glyphs.status(says.status)
        area.put(columns.status, 0, shape, ink)
        if columns.is_wide:
            area.put(columns.status + 2, 0, STATUS[says.status].short, word)
        titles = self._title_lines()
        for line, text in enumerate(titles):
            area.put(columns.title, line, text, STRONG if chosen else TEXT)
        for line, text in enumerate(self._note_lines(), len(titles)):
            area.put(columns.title, line, text, QUIET)
        self._paint_target(area, says)
        for (_, x), cell in zip(columns.quarters, says.cells, strict=True):
            self._paint_cell(area, x, cell, latest=cell is says.cells[-1])
        if columns.travel is not None:
            area.put(columns.travel, 0, *says.travel)
        if columns.trend is not None:
            paint_spark(area, columns.trend + 8, 0, says.trend)
        if says.decision is not None:
            look = DECISION[says.decision]
            area.put(columns.exception, 0, self.glyphs.shape(look), Ink(look.colour, bold=look.colours_word))

    def _paint_target(self, area: Area, says: RowText) -> None:
        columns = self.columns
        if columns.good is not None:
            look = POLARITY[says.polarity]
            word = self.glyphs.shape(look) or look.short
            area.put(columns.good, 0, word, FAINT if look.shape else QUIET)
        if columns.target is not None:
            end = columns.target + columns.target_width
            is_number = says.target[:1].isdigit() or says.target[:1] in "£−"
            ink = FAINT if says.target in {"–", "-"} else SOFT if is_number else QUIET
            area.right(end, 0, says.target, ink)
            area.put(end, 0, says.target_mark, QUIET)

    def _paint_cell(self, area: Area, x: int, cell: Cell, *, latest: bool) -> None:
        end = x + self.columns.figure
        ink = STRONG if latest and not cell.is_symbol else SOFT
        if cell.changed:
            ink = Ink("accent", bold=latest, underline=True)
        if cell.shown:
            area.right(end, 0, cell.shown, ink)
        elif not cell.bracket:
            area.right(end, 0, self.glyphs.shape(NO_FIGURE), FAINT)
        area.put(end, 0, cell.mark, QUIET)
        if cell.bracket:
            area.right(end + 1 + self.columns.bracket, 0, cell.bracket, QUIET)


class Line(NamedTuple):
    """A line or paragraph of text at some cell."""

    text: str
    x: int
    end: int
    ink: Ink = QUIET
    key: None = None

    def _lines(self) -> Sequence[str]:
        return wrapped(self.text, self.end - self.x)

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """Its lines."""
        return len(self._lines())

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint it."""
        for line, text in enumerate(self._lines()):
            area.put(self.x, line, text, self.ink)


class Heading(NamedTuple):
    """A bold line with a hairline below, and something at its right."""

    text: str
    x: int
    end: int
    aside: str = ""
    aside_ink: Ink = QUIET
    above: int = 1
    key: None = None

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """Blank lines above it, the text's lines, and the hairline."""
        return self.above + len(self._lines()) + 1

    def _lines(self) -> Sequence[str]:
        return wrapped(self.text, max(self.end - self.x - len(self.aside) - 1, 10))

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint it."""
        lines = self._lines()
        for line, text in enumerate(lines, self.above):
            area.put(self.x, line, text, STRONG)
        area.right(self.end, self.above, self.aside, self.aside_ink)
        area.rule(self.above + len(lines), self.x, self.end - self.x)


class Key(NamedTuple):
    """The key to the signs that a table uses: each with its words, as many lines as it takes."""

    signs: tuple[tuple[str, Ink, str], ...]
    x: int
    end: int
    key: None = None

    def _placed(self) -> list[tuple[int, int, tuple[str, Ink, str]]]:
        placed, x, y = [], self.x, 0
        for sign in self.signs:
            size = len(sign[0]) + 1 + len(sign[2])
            if x > self.x and x + size > self.end:
                x, y = self.x, y + 1
            placed.append((x, y, sign))
            x += size + 3
        return placed

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """Its lines."""
        placed = self._placed()
        return placed[-1][1] + 1 if placed else 0

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint it."""
        for x, y, (sign, ink, words) in self._placed():
            area.put(area.put(x, y, sign, ink) + 1, y, words, QUIET)
