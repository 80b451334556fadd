"""Checks: what is wrong with the files, where, and what to do; the lines of the file below."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from dap_tui.finding import Finding, Level, Place
from dap_tui.look import LEVEL
from dap_tui.sentence import counted
from dap_tui.tui.canvas import QUIET, STRONG, Area, Ink
from dap_tui.tui.views.files_read import files_read
from dap_tui.tui.views.finding_lines import FindingLines
from dap_tui.tui.views.view import NOT_FOUND, View
from dap_tui.tui.widgets.finding_row import FindingLayout, FindingRow, finding_layout
from dap_tui.tui.widgets.row import Line
from dap_tui.tui.widgets.scroller import Block

if TYPE_CHECKING:
    from dap_tui.tui.navigation import Navigation

_PANE = 14


class Checks(View):
    """The findings, and the lines of the chosen one."""

    name = "checks"

    def __init__(self, navigation: Navigation) -> None:
        """The navigation open the lines."""
        super().__init__(navigation.session)
        self._navigation = navigation
        self._errors_only = False
        self.lines = FindingLines(navigation.session)

    def depends_on(self) -> tuple[Hashable, ...]:
        """What was read, and whether only errors are wanted."""
        return (id(self.session.reading), self._errors_only)

    @property
    def findings(self) -> list[Finding]:
        """The findings that are listed."""
        return [
            each
            for each in self.session.reading.findings
            if (not self._errors_only or each.level is Level.ERROR)
            and self.session.is_sought(each.message, each.code, each.place.file, each.hint, each.level.value)
        ]

    def make(self, width: int) -> Sequence[Block]:
        """A row each."""
        layout, glyphs = finding_layout(width), self.session.glyphs
        rows: list[Block] = [FindingRow(_key(each), each, layout, glyphs) for each in self.findings]
        words = (
            NOT_FOUND if self.session.sought else "No finding: every file could be read, and nothing in them disagrees."
        )
        rows = rows or [Line(words, 2, width - 2)]
        return rows if self.session.sought else [*rows, *files_read(self.session, width - 2)]

    def show(self, finding: Finding) -> None:
        """Show all findings, with this one chosen."""
        self._errors_only = False
        self.choose(_key(finding))

    @property
    def finding(self) -> Finding | None:
        """The chosen finding."""
        return next((each for each in self.findings if _key(each) == self.scroller.cursor), None)

    @property
    def place(self) -> Place | None:
        """Where it is."""
        return self.finding.place if self.finding else None

    @property
    def idle(self) -> frozenset[str]:
        """Where nothing is found there is nothing to leave out."""
        return frozenset() if self.session.reading.findings else frozenset({"errors_only"})

    def paint(self, area: Area) -> None:
        """Paint the list, and below it the lines of what is chosen."""
        roomy = area.height >= 26
        head = (5 if roomy else 3) if self.findings else (3 if roomy else 2)
        self._paint_lead(area, 1 if roomy else 0)
        layout = finding_layout(area.width)
        if self.findings:
            self._paint_heads(area, layout, head - 2)
        area.rule(head - 1, 2, area.width - 4)
        finding = self.finding
        lines = self.scroller.lay(self.blocks(area.width), area.width)
        rest = area.height - head
        pane = max(_PANE, min(rest - lines - 1, 22)) if roomy and self.findings else 0
        self.scroller.paint(area.part(0, head, area.width, rest - pane))
        finding = self.finding or finding
        if pane and finding is not None:
            below = area.part(0, area.height - pane, area.width, pane)
            below.rule(0)
            self.lines.paint(below.part(0, 1, area.width, pane - 1), finding)

    def _paint_lead(self, area: Area, y: int) -> None:
        findings = self.session.reading.findings
        counts = [(level.value, sum(each.level is level for each in findings)) for level in Level]
        words = ", ".join(counted(count, name) for name, count in counts if count)
        area.put(2, y, words or "Nothing is wrong", STRONG)
        at = f"read {self.session.reading.at:%H:%M:%S}, again by itself when a file changes"
        area.right(area.width - 2, y, at if area.width >= 100 else f"read {self.session.reading.at:%H:%M:%S}", QUIET)

    def _paint_heads(self, area: Area, layout: FindingLayout, y: int) -> None:
        area.put(2, y, "Level" if layout.has_word else "", QUIET)
        area.put(layout.code, y, "Code", QUIET)
        area.put(layout.file, y, "File", QUIET)
        area.right(layout.line, y, "Line", QUIET)
        area.put(layout.words, y, "What was found", QUIET)

    def opens(self, key: Hashable) -> None:
        """Show the lines of a finding on the whole screen."""
        self.scroller.choose(key)
        self._navigation.session.overlay = "lines"

    def sort(self) -> str:
        """Errors only, or all."""
        self._errors_only = not self._errors_only
        return "Errors only" if self._errors_only else "All findings"

    def table(self) -> tuple[list[str], list[list[str]]]:
        """What is listed."""
        return ["Level", "Code", "File", "Line", "What was found"], [_cells(each) for each in self.findings]

    def row(self) -> list[str] | None:
        """What is chosen."""
        return None if self.finding is None else _cells(self.finding)


def _key(finding: Finding) -> Hashable:
    return (finding.code, finding.place, finding.message)


def _cells(finding: Finding) -> list[str]:
    place = finding.place
    words = finding.message + (f" {finding.hint}" if finding.hint else "")
    return [LEVEL[finding.level].word, finding.code, place.file, f"{place.line}:{place.column}", words]


class Lines(View):
    """The lines of the chosen finding on the whole screen."""

    name = "lines"

    def __init__(self, checks: Checks) -> None:
        """The checks know which finding is chosen."""
        super().__init__(checks.session)
        self._checks = checks

    def paint(self, area: Area) -> None:
        """Paint what was found, and the lines."""
        finding = self._checks.finding
        if finding is None:
            area.put(2, 1, "That has been mended.", QUIET)
            area.stand(1)
            return
        look = LEVEL[finding.level]
        text = self.session.glyphs.text
        area.put(2, 0, self.session.glyphs.shape(look), Ink(look.colour))
        area.put(4, 0, text(f"{finding.code} {finding.message}")[: area.width - 6], STRONG)
        self._checks.lines.paint(area.part(0, 2, area.width, area.height - 2), finding)
        area.stand(0)

    def move(self, by: int) -> None:
        """The finding before or after."""
        self._checks.move(by)

    @property
    def place(self) -> Place | None:
        """Where the finding is."""
        return self._checks.place
