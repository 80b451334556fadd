"""What the commands do: each key's deed, on the session and its views. It knows no terminal but through Terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dap_tui.assess.words import none_held
from dap_tui.narrative import Decision
from dap_tui.tui.commands import Command, command_for, of_no_use
from dap_tui.tui.exporting.deeds import ExportDeeds
from dap_tui.tui.navigation import VIEWS
from dap_tui.tui.writing.deciding import DecidingDeeds
from dap_tui.tui.writing.keeping import KeepingDeeds

if TYPE_CHECKING:
    from dap_tui.tui.views.view import View


class Deeds(KeepingDeeds, DecidingDeeds, ExportDeeds):
    """What each command does: a method of its name."""

    def make(self, name: str) -> View:
        """Make a view; the palette does what is chosen in it."""
        if name == "palette":
            from dap_tui.tui.views.palette import Palette

            return Palette(self)
        return super().make(name)

    def press(self, key: str) -> bool:
        """Do what a key means; where it means nothing here that is said, and it is False."""
        session = self.session
        session.message = ""
        session.changed = frozenset()
        if session.is_seeking and self._type(key):
            return True
        view = self.view
        if view.types(key):
            return True
        command = command_for(key, view.name)
        if command is None and key == "escape":
            self.back()
            return True
        if command is None:
            session.message = of_no_use(key, view.name)
            return False
        self.do(command)
        return True

    def do(self, command: Command) -> None:
        """Do what a command says."""
        deed = getattr(self, command.name, None)
        if deed is not None:
            deed()
        elif command.name.startswith("view_"):
            self.open_view(VIEWS[int(command.name[5:]) - 1][0])

    def _type(self, key: str) -> bool:
        """A key while one seeks: letters narrow, Enter keeps, Esc leaves; arrows move as ever."""
        session = self.session
        if len(key) == 1:
            session.sought += key
        elif key == "backspace":
            session.sought = session.sought[:-1]
        elif key == "ctrl+u":
            session.sought = ""
        elif key == "enter":
            session.is_seeking = False
        elif key == "escape":
            session.is_seeking, session.sought = False, ""
        else:
            return False
        return True

    # Moving in a view

    def enter(self) -> None:
        """Open what is chosen."""
        if self.view.has_chosen:
            self.view.enter()
        else:
            self.session.message = "Nothing here is chosen."

    def up(self) -> None:
        """Up."""
        self.view.move(-1)

    def down(self) -> None:
        """Down."""
        self.view.move(1)

    def left(self) -> None:
        """To the left."""
        self._across(-1)

    def right(self) -> None:
        """To the right."""
        self._across(1)

    def _across(self, by: int) -> None:
        if not self.view.across(by):
            self.session.message = f"Nothing is further to the {'right' if by > 0 else 'left'}."

    def page_up(self) -> None:
        """A screen up."""
        self.view.page(-1)

    def page_down(self) -> None:
        """A screen down."""
        self.view.page(1)

    def first(self) -> None:
        """To the first."""
        self.view.to_end(last=False)

    def last(self) -> None:
        """To the last."""
        self.view.to_end(last=True)

    def before(self) -> None:
        """The source, priority or indicator before."""
        self._turn(-1)

    def after(self) -> None:
        """The source, priority or indicator after."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if not self.view.turn(by):
            self.session.message = f"This is the {'last' if by > 0 else 'first'}."

    def find(self) -> None:
        """Seek."""
        self.session.is_seeking = True

    def last_year(self) -> None:
        """Last year's figures in brackets, on or off."""
        session = self.session
        if not session.has_last_year:
            before = session.period.year.previous
            is_part = any(each.year == before for each in session.reading.workspace.returns.periods)
            session.message = (
                f"No figures of the same quarters of {before.shown} are held." if is_part else none_held(before)
            )
            return
        session.last_year = not session.last_year
        session.message = f"Last year’s figures in brackets: {'on' if session.last_year else 'off'}."

    def sort(self) -> None:
        """Sort another way."""
        self.session.message = f"{self.view.sort()}."

    def errors_only(self) -> None:
        """Errors only, or all findings."""
        self.session.message = f"{self.view.sort()}."

    # Exceptions

    def next_exception(self) -> None:
        """The next exception, across sources."""
        self._exception_by(1)

    def previous_exception(self) -> None:
        """The exception before."""
        self._exception_by(-1)

    def _exception_by(self, by: int) -> None:
        """From exception to exception in the catalogue's order; round at the end."""
        session = self.session
        positions = session.assessment.positions
        here = session.opened or (self.view.chosen.indicator.id if self.view.chosen else None)
        ids = [each.indicator.id for each in positions]
        at = ids.index(here) if here in ids else (-1 if by > 0 else 0)
        for step in range(1, len(ids) + 1):
            position = positions[(at + by * step) % len(ids)]
            if position.decision is not None:
                self._go_to(position.indicator.id)
                rules = ", ".join(each.rule.words.lower() for each in position.exceptions)
                session.message = f"{position.indicator.name}: {rules}"
                return
        session.message = f"No exception in {session.period.shown}."

    def _go_to(self, indicator: str) -> None:
        """Choose an indicator where it stands: in the open indicator's place, in the view, or in its source."""
        session = self.session
        if session.opened:
            session.opened = indicator
            return
        if not self.view.follow(indicator):
            session.sought = ""
            session.view = "sources"
            self.view.follow(indicator)

    def undecided(self) -> None:
        """The first exception that nobody has decided on."""
        session = self.session
        for position in session.assessment.positions:
            if position.decision is Decision.UNDECIDED:
                self.open_view("exceptions")
                self.view.follow(position.indicator.id)
                return
        session.message = f"Nothing is undecided in {session.period.shown}."

    # Files and the terminal

    def editor(self) -> None:
        """Open the file of what is chosen in the editor."""
        session, place = self.session, self.view.place
        if session.read_only:
            session.message = "These figures are for reading only; dap init writes a copy that you can edit."
        elif place is None:
            session.message = "Nothing here stands in a file."
        else:
            path = session.reading.workspace.root / place.file
            said = self.terminal.edit(path, place.line, place.column)
            session.message = f"{said} Cell {place.cell}." if said and place.cell else said

    def reread(self) -> None:
        """Read the files again."""
        self.session.message = "The files are read again."
        self.terminal.reread()

    def theme(self) -> None:
        """The other page."""
        self.terminal.switch_theme()

    def palette(self) -> None:
        """Every command by name."""
        if self.session.overlay == "palette":
            self.lift()
        else:
            self.look_through_all()

    def look_through_all(self) -> None:
        """Every indicator, source and term by name."""
        self.lay("palette")
        self.view.types("ctrl+u")

    def help(self) -> None:
        """The keys of where one is."""
        if self.session.overlay == "help":
            self.lift()
        else:
            self.lay("help")

    def quit(self) -> None:
        """Leave."""
        self.terminal.leave()
