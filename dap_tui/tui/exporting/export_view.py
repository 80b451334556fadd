"""What the report is to be and where it is to go: format, view, grouping, and a name that can be changed."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dap_tui.errors import WriteRefused
from dap_tui.export.formats import Format
from dap_tui.export.options import By, Options
from dap_tui.export.options import View as ReportView
from dap_tui.tui.canvas import ACCENT, AMBER, QUIET, SOFT, STRONG, Area
from dap_tui.tui.exporting.report import Written, write_report
from dap_tui.tui.exporting.wanted import NAMES, Wanted, after, groupings_of
from dap_tui.tui.text import width_of, wrapped
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.row import Heading
from dap_tui.tui.writing.choosing import paint_choices

if TYPE_CHECKING:
    from dap_tui.tui.session import Session
    from dap_tui.tui.terminal import Terminal

_LABEL: Final = 10
"""The cells that the name of a choice has before its ways."""


class ExportView(View):
    """A field with the file's name, and below it what there is to choose."""

    name = "exporting"

    def __init__(self, session: Session, terminal: Terminal) -> None:
        """The terminal has the report written on the side."""
        super().__init__(session)
        self._terminal = terminal
        self.typed = ""
        self._wanted = Wanted()
        self._may_replace: Path | None = None
        self._is_busy = False
        self.said = ""

    def begin(self) -> None:
        """Start from a name after the quarter, and from what was chosen last."""
        if self._wanted.by not in self._groupings:
            self._wanted.by = By.SOURCE
        self.typed, self.said = self._own_name, ""
        self._may_replace = None
        self.session.overlay = self.name

    @property
    def _own_name(self) -> str:
        return self._wanted.own_name(self.session.period)

    @property
    def _groupings(self) -> list[By]:
        return groupings_of(self.session.assessment.catalogue)

    def _choose(self, **chosen: Format | ReportView | By) -> None:
        """Choose another format, view or grouping; a name that nobody changed goes with it."""
        wanted = self._wanted
        is_own, suffix = self.typed == self._own_name, wanted.format.suffix
        wanted.format = Format(chosen.get("format", wanted.format))
        wanted.view, wanted.by = ReportView(chosen.get("view", wanted.view)), By(chosen.get("by", wanted.by))
        if is_own:
            self.typed = self._own_name
        elif "format" in chosen:
            self.typed = f"{self.typed.removesuffix(suffix)}{wanted.format.suffix}"
        self.said, self._may_replace = "", None

    def next_format(self) -> None:
        """The next format."""
        self._choose(format=after(self._wanted.format, list(Format)))

    def previous_format(self) -> None:
        """The format before."""
        self._choose(format=after(self._wanted.format, list(Format)[::-1]))

    def next_view(self) -> None:
        """The whole report, or what goes to the board."""
        if self._wanted.format.has_all:
            self._say_has_all()
        else:
            self._choose(view=after(self._wanted.view, list(ReportView)))

    def next_grouping(self) -> None:
        """The next grouping."""
        if self._wanted.format.has_all:
            self._say_has_all()
        elif len(self._groupings) == 1:
            self.said = "The catalogue has nothing else to group by."
        else:
            self._choose(by=after(self._wanted.by, self._groupings))

    def _say_has_all(self) -> None:
        self.said = f"{NAMES[self._wanted.format]} has all of it: there is nothing more to choose."

    @property
    def path(self) -> Path:
        """The file that is named, from where the program was started."""
        return Path(os.path.expanduser(self.typed.strip())).absolute()  # noqa: PTH111 # a name of no user stays as it is

    @property
    def _folder(self) -> Path:
        """The folder that it goes to."""
        return Path(os.path.dirname(os.path.expanduser(self.typed.strip()))).absolute()  # noqa: PTH111, PTH120 # as `path`; and "a/" is in a

    @property
    def idle(self) -> frozenset[str]:
        """What there is nothing to choose of: JSON and CSV have all of it, and some catalogues one grouping."""
        if self._wanted.format.has_all:
            return frozenset({"export_view", "export_by"})
        return frozenset() if len(self._groupings) > 1 else frozenset({"export_by"})

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
            named = next((each for each in Format if self.path.suffix.lower() == each.suffix), None)
            self._wanted.format = named or self._wanted.format
        return True

    def write(self) -> None:
        """Write it; where there is a file already, only once that was asked."""
        path, session = self.path, self.session
        if self._is_busy:
            return
        if refused := self._why_not(path):
            self.said, self._may_replace = refused, None
        elif path.suffix.lower() != self._wanted.format.suffix or not path.stem:
            self.said = "The name of a report ends in .md, .html, .json or .csv; tab goes through them."
        elif os.path.lexists(path) and self._may_replace != path:
            self._may_replace = path
            self.said = f"{path.name} is there already. Enter again writes over it; or change the name."
        else:
            self._is_busy, self.said = True, "Writing the report…"
            over, wanted = self._may_replace == path, self._wanted
            options = Options(wanted.view, wanted.by, session.shows_last_year)
            work = partial(
                write_report, session.reading.workspace, session.period, session.as_of, path, wanted.format, options,
                over=over,
            )  # fmt: skip
            self._terminal.aside(work, partial(self._written, path))

    def _why_not(self, path: Path) -> str:
        """Why no report can be written there now, whatever it is called; "" where one can."""
        trouble = self.session.reading.trouble
        if trouble is not None:
            return f"Not written: the files cannot be read now; mend this first: {trouble}"
        from dap_tui.writing.report_file import refuse_own_files

        try:
            refuse_own_files(self.session.reading.workspace.root, path)
        except WriteRefused as refused:
            return f"Not written: {str(refused).rstrip('.')}."
        return ""

    def _written(self, path: Path, written: Written) -> None:
        self._is_busy = False
        if written.refused is not None:
            self.said, self._may_replace = f"Not written: {written.refused.rstrip('.')}.", None
            return
        if self.session.overlay == self.name:
            self.session.overlay = None
        hidden = ", small numbers hidden" if self.session.publishing.suppresses else ""
        self.session.message = f"Wrote {path.name}; but {written.told}" if written.told else f"Wrote {path}{hidden}."

    def paint(self, area: Area) -> None:
        """The field, what there is to choose, and what will be written."""
        session, width = self.session, min(area.width, 102)
        text, end = session.glyphs.text, width - 2
        Heading(f"Export {session.period.shown}", 2, end, above=1).paint(area.part(0, 0, width, 3), chosen=False)
        self._paint_field(area.part(2, 4, width - 4, 1))
        y = 6
        for name, choices in self._wanted.choices(self._groupings, self._choose):
            area.put(2, y, name, QUIET)
            y += paint_choices(
                area.part(_LABEL, y, width - _LABEL, area.height - y), 0, "", choices, session, roomy=False
            )
        y += 1
        for ink, words in [*((QUIET, each) for each in self._says()), (AMBER, self.said)]:
            for line in wrapped(text(words), end - 2) if words else ():
                area.put(2, y, line, ink)
                y += 1

    def _paint_field(self, area: Area) -> None:
        area.put(0, 0, "File", SOFT)
        field = area.part(_LABEL, 0, area.width - _LABEL, 1)
        field.fill("field")
        field.put(0, 0, "▌", ACCENT)
        shown = self.session.glyphs.text(self.typed)
        while width_of(shown) > field.width - 4:
            shown = shown[1:]
        x = field.put(2, 0, shown, STRONG)
        field.put(x, 0, "_", ACCENT)
        area.canvas.cursor = (min(field.x + x, area.canvas.width - 1), field.y)

    def _says(self) -> list[str]:
        """Where it goes, and what it has."""
        session = self.session
        says = [f"In {self._folder}", "As it may be published."]
        if session.publishing.suppresses:
            says.append("Small numbers, and what would give them away, are hidden.")
        if self._wanted.format.has_all:
            says.append("Every field of every indicator.")
        elif session.shows_last_year:
            says.append("Last year’s figures stand in brackets, as on the screen.")
        if session.count.is_done and session.assessment.undecided:
            says.append(f"{session.assessment.undecided} undecided; the report says so.")
        return says
