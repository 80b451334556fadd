"""Where the report is to go: a name that can be changed, and what is in it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dap_tui.tui.canvas import ACCENT, AMBER, QUIET, SOFT, STRONG, Area
from dap_tui.tui.exporting.report import SUFFIXES, write_report
from dap_tui.tui.text import width_of, wrapped
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.row import Heading
from dap_tui.tui.writing.choosing import paint_choices
from dap_tui.tui.writing.form import Choice

if TYPE_CHECKING:
    from dap_tui.tui.session import Session
    from dap_tui.tui.terminal import Terminal


class ExportView(View):
    """A field with the file's name."""

    name = "exporting"

    def __init__(self, session: Session, terminal: Terminal) -> None:
        """The terminal has the report written on the side."""
        super().__init__(session)
        self._terminal = terminal
        self.typed = ""
        self.for_board = False
        self._may_replace: Path | None = None
        self._is_busy = False
        self.said = ""

    def begin(self) -> None:
        """Start from a name after the quarter."""
        self.typed, self.said = f"{self._stem}{SUFFIXES[0]}", ""
        self._may_replace = None
        self.session.overlay = self.name

    @property
    def _stem(self) -> str:
        """What the file is called unless one names it otherwise."""
        return f"{self.session.period.id}-board" if self.for_board else self.session.period.id

    def choose_view(self, *, for_board: bool) -> None:
        """The whole report, or what goes to the board; a name that nobody changed goes with it."""
        before, self.for_board = self._stem, for_board
        stem, suffix = os.path.splitext(self.typed)  # noqa: PTH122 # what was typed, whatever it is
        if stem == before:
            self.typed = f"{self._stem}{suffix}"
        self.said, self._may_replace = "", None

    @property
    def _choices(self) -> tuple[Choice, ...]:
        whole, board = partial(self.choose_view, for_board=False), partial(self.choose_view, for_board=True)
        return (
            Choice("the whole report", not self.for_board, whole),
            Choice("what goes to the board", self.for_board, board),
        )

    @property
    def path(self) -> Path:
        """The file that is named, from where the program was started."""
        return Path(os.path.expanduser(self.typed.strip())).absolute()  # noqa: PTH111 # a name of no user stays as it is

    def types(self, key: str) -> bool:
        """Letters are typed; everything else is a key."""
        before = self.typed
        if key == "backspace":
            self.typed = self.typed[:-1]
        elif key == "ctrl+u":
            self.typed = ""
        elif len(key) == 1:
            self.typed += key
        else:
            return False
        if self.typed != before:
            self.said, self._may_replace = "", None
        return True

    def switch(self) -> None:
        """From Markdown to HTML, and back."""
        stem, suffix = os.path.splitext(self.typed)  # noqa: PTH122 # what was typed, whatever it is
        self.typed = f"{stem}{SUFFIXES[1] if suffix.lower() == SUFFIXES[0] else SUFFIXES[0]}"
        self.said, self._may_replace = "", None

    def write(self) -> None:
        """Write it; where there is a file already, only once that was asked."""
        path, session = self.path, self.session
        if self._is_busy:
            return
        if path.suffix.lower() not in SUFFIXES or not path.stem:
            self.said = "A report is a .md or a .html file; tab goes from one to the other."
        elif os.path.lexists(path) and self._may_replace != path:
            self._may_replace = path
            self.said = f"{path.name} is there already. Enter again writes over it; or change the name."
        else:
            self._is_busy, self.said = True, "Writing the report…"
            over = self._may_replace == path
            work = partial(
                write_report, session.reading.workspace, session.period, session.as_of, path,
                for_board=self.for_board, over=over,
            )  # fmt: skip
            self._terminal.aside(work, partial(self._written, path))

    def _written(self, path: Path, refused: str | None) -> None:
        self._is_busy = False
        if refused is not None:
            self.said, self._may_replace = f"Not written: {refused.rstrip('.')}.", None
            return
        if self.session.overlay == self.name:
            self.session.overlay = None
        hidden = ", small numbers hidden" if self.session.publishing.suppresses else ""
        self.session.message = f"Wrote {path}{hidden}."

    def paint(self, area: Area) -> None:
        """The field, and what will be written."""
        session, width = self.session, min(area.width, 102)
        text, end = session.glyphs.text, width - 2
        Heading(f"Export {session.period.shown}", 2, end, above=1).paint(area.part(0, 0, width, 3), chosen=False)
        area.put(2, 4, "File", SOFT)
        field = area.part(2, 5, width - 4, 1)
        field.fill("field")
        field.put(0, 0, "▌", ACCENT)
        shown = text(self.typed)
        while width_of(shown) > field.width - 4:
            shown = shown[1:]
        x = field.put(2, 0, shown, STRONG)
        field.put(x, 0, "_", ACCENT)
        area.canvas.cursor = (min(field.x + x, area.canvas.width - 1), field.y)
        paint_choices(area.part(0, 0, width, area.height), 7, "", self._choices, session, roomy=False)
        says = [f"In {self.path.parent}", "As it may be published."]
        if session.publishing.suppresses:
            says.append("Small numbers, and what would give them away, are hidden.")
        if session.count.is_done and session.assessment.undecided:
            says.append(f"{session.assessment.undecided} undecided; the report says so.")
        y = 9
        for ink, words in [*((QUIET, each) for each in says), (AMBER, self.said)]:
            for line in wrapped(text(words), end - 2) if words else ():
                area.put(2, y, line, ink)
                y += 1
