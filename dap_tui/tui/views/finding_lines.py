"""A finding in its file: the lines around it, what is meant marked, why it matters and how to mend it."""

from __future__ import annotations

from dap_tui.check.output.excerpt import Excerpt, excerpt_of
from dap_tui.check.source_lines import SourceLines
from dap_tui.finding import Finding
from dap_tui.look import LEVEL
from dap_tui.rules.registry import rules
from dap_tui.tui.canvas import QUIET, SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.session import Session
from dap_tui.tui.text import cut, wrapped
from dap_tui.tui.views.overview_words import as_sentence
from dap_tui.tui.widgets.row import Heading

_BESIDE = 100


class FindingLines:
    """Paints a finding's lines. The file last looked at is kept until the files are read again."""

    def __init__(self, session: Session) -> None:
        """The session knows the folder, and when it was read."""
        self._session = session
        self._source: tuple[int, SourceLines] | None = None

    @property
    def _lines(self) -> SourceLines:
        reading = self._session.reading
        if self._source is None or self._source[0] != id(reading):
            self._source = (id(reading), SourceLines(reading.workspace.root))
        return self._source[1]

    def paint(self, area: Area, finding: Finding) -> None:
        """Paint the lines at the left and the words at the right; the words below where there is no room."""
        place, text = finding.place, self._session.glyphs.text
        where = f"sheet {place.sheet}, cell {place.cell}" if place.cell else f"line {place.line}, column {place.column}"
        x = area.put(2, 0, cut(text(place.file), area.width - 30), STRONG)
        area.put(x + 3, 0, text(where), QUIET)
        if area.width >= _BESIDE:
            split = area.width * 62 // 100
            self._paint_lines(area.part(2, 2, split - 4, area.height - 2), finding)
            self._paint_words(area.part(split, 1, area.width - split - 2, area.height - 1), finding)
            return
        taken = self._paint_lines(area.part(2, 2, area.width - 4, min(area.height - 2, 9)), finding)
        top = 3 + taken
        self._paint_words(area.part(2, top, area.width - 4, max(area.height - top, 0)), finding)

    def _paint_lines(self, area: Area, finding: Finding) -> int:
        """The lines around the finding, its own first in mind; gives how many were painted."""
        place = finding.place
        first = max(place.line - (3 if area.height >= 8 else 1), 1)
        y, number = 0, first
        while y < area.height:
            line = self._lines.at(place._replace(line=number, column=place.column if number == place.line else 1))
            if line is None:
                break
            own = number == place.line
            excerpt = excerpt_of(
                line.text,
                line.column,
                finding.width if own else 0,
                is_table=place.file.casefold().endswith((".csv", ".xlsx")),
                ascii_only=self._session.glyphs.ascii_only,
                room=area.width - 12,
            )
            area.right(6, y, str(number), TEXT if own else QUIET)
            area.put(8, y, "│", QUIET)
            area.put(10, y, cut(excerpt.text, area.width - 10), TEXT if own else SOFT)
            if own:
                area.fill("field", 0, y, area.width, 1)
                y = self._paint_mark(area, y + 1, finding, excerpt)
            y, number = y + 1, number + 1
        if not y:
            area.put(0, 0, "This file cannot be shown." if place.line > 1 else "There is no such file.", QUIET)
        return max(y, 1)

    def _paint_mark(self, area: Area, y: int, finding: Finding, excerpt: Excerpt) -> int:
        area.fill("field", 0, y, area.width, 1)
        area.put(8, y, "│", QUIET)
        ink = Ink(LEVEL[finding.level].colour)
        if excerpt.said is not None:
            area.put(10, y, cut(excerpt.said, area.width - 10), ink)
        else:
            room = area.width - 10 - excerpt.before
            area.put(10 + excerpt.before, y, "^" * max(min(excerpt.marked, room), 1), ink)
        return y

    def _paint_words(self, area: Area, finding: Finding) -> None:
        text = self._session.glyphs.text
        rule = rules().get(finding.code)
        parts = [("How to mend it", finding.hint or (rule.mend if rule else ""))]
        if rule:
            parts = [("What was found", finding.message), *parts, ("Why it matters", rule.why)]
        y = 0
        for heading, words in parts:
            lines = wrapped(text(as_sentence(words)), area.width)
            if not words or y + 2 + len(lines) > area.height + 1:
                continue
            block = Heading(heading, 0, area.width, above=1 if y else 0)
            block.paint(area.part(0, y, area.width, block.height(area.width)), chosen=False)
            y += block.height(area.width)
            for line in lines:
                area.put(0, y, line, SOFT)
                y += 1
