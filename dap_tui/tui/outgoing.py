"""What goes out: rows and tables for the clipboard, and the screens as the report would be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from dap_tui.sentence import counted
from dap_tui.tui.navigation import Navigation
from dap_tui.tui.terminal import Terminal

if TYPE_CHECKING:
    from dap_tui.tui.session import Session


class Outgoing(Navigation):
    """Small numbers never leave the building: what goes out is settled first, on the side where that takes long."""

    def __init__(self, session: Session, terminal: Terminal) -> None:
        """The terminal does what only it can."""
        super().__init__(session)
        self.terminal = terminal

    def copy_row(self) -> None:
        """Copy the row."""
        self._copy(row=True)

    def copy_table(self) -> None:
        """Copy the table."""
        self._copy(row=False)

    def _copy(self, *, row: bool) -> None:
        """Copy what may leave the building, once that is settled."""
        session = self.session
        if not session.publishing.is_settled(session.period):
            session.message = "Working out what may be published…"
        self._settled(lambda: self._copy_published(row=row))

    def _copy_published(self, *, row: bool) -> None:
        session, view = self.session, self.view
        before, session.as_published = session.as_published, True
        try:
            table, chosen = view.table(), view.row()
        finally:
            session.as_published = before
        if table is None or (row and chosen is None):
            session.message = "Nothing to copy here."
        elif session.publishing.suppresses and view.name == "checks":
            session.message = "Findings may tell small numbers, and are not copied."
        else:
            from dap_tui.tui.copying import markdown

            heads, rows = table
            sent = self.terminal.copy(markdown(heads, [chosen] if row and chosen is not None else rows))
            what = "the row" if row else f"the table, {counted(len(rows), 'row')}"
            hidden = "; small numbers hidden" if session.publishing.suppresses else ""
            told = session.publishing.told(session.period, view.copied(row=row))
            if session.reading.trouble is not None:
                told = "these are the last good figures: the files cannot be read now."
            session.message = f"{sent}; but {told}" if told else f"{sent}: {what}{hidden}."

    def _settled(self, then: Callable[[], object]) -> None:
        """Go on once it is known what the report of the period hides: at once, where nothing is hidden."""
        publishing, period = self.session.publishing, self.session.period
        if publishing.is_settled(period):
            then()
        else:
            self.terminal.aside(partial(publishing.settle, period), lambda _: then())

    def settle(self) -> None:
        """Find out what the report of the period hides, so that it can be marked."""
        if not self.session.publishing.is_settled(self.session.period):
            self._settled(lambda: None)

    def published(self) -> None:
        """The screens as the report would be, or as the figures are."""
        session = self.session
        if session.as_published:
            session.as_published = False
            session.message = "The figures as they are."
        elif not session.publishing.suppresses:
            session.message = "Reports hide nothing here: the catalogue sets no suppress_below."
        else:
            session.message = "Working out what may be published…"
            self._settled(self._show_published)

    def _show_published(self) -> None:
        self.session.as_published = True
        self.session.message = "As the report would be: small numbers are hidden. z shows the figures as they are."

    def turn_period(self, by: int) -> None:
        """Another quarter; the figures as they are until it is known what its report hides."""
        super().turn_period(by)
        session = self.session
        if session.as_published and not session.publishing.is_settled(session.period):
            session.as_published = False
            self._settled(self._show_published)
        self.settle()
