"""What a board decided on the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dap_tui.errors import WriteRefused
from dap_tui.narrative import Narrative, Resolution
from dap_tui.tui.writing.form import Form
from dap_tui.tui.writing.form_fields import Choice, Field
from dap_tui.tui.writing.same_entry import same_entry

if TYPE_CHECKING:
    from dap_tui.tui.session import Session


class ResolutionForm(Form[Resolution]):
    """Board, day and text. The boards that the catalogue reports to are there to choose from."""

    choices_heading = "Boards of the catalogue"

    def __init__(self, session: Session, resolution: Resolution) -> None:
        """A resolution that stands in the file; or a new one, which says nothing yet."""
        self.resolution = resolution
        super().__init__(session)
        board, day, words = self.words_of(self.stands or resolution)
        self.fields = [
            Field("board", "Board", board, is_line=True),
            Field("date", "Date, as 2024-03-04; empty where it is not known", day, is_line=True),
            Field("text", "What it decided", words),
        ]
        self.at = 2 if words else 0
        self.begin()

    @property
    def keys(self) -> str:
        """In a field of one line Enter goes on to the next."""
        return "resolving" if self.field is not None and self.field.is_line else "commenting"

    @property
    def choices(self) -> Sequence[Choice]:
        """The boards that the partnership reports to."""
        boards = self.session.assessment.catalogue.partnership.reports_to
        return [Choice(each, self.fields[0].text.strip() == each, partial(self.choose, each)) for each in boards]

    def choose(self, board: str) -> None:
        """Put a board's name into its field."""
        self.fields[0].text = board

    @property
    def which(self) -> str:
        """Board and day, of a resolution that stands in the file."""
        return " ".join(self.words_of(self.stands)[:2]).strip() or "without a board" if self.stands else "new"

    def find(self, narrative: Narrative) -> Resolution | None:
        """The resolution that is meant."""
        return same_entry(self.resolution, narrative.resolutions, "board")

    def words_of(self, said: Resolution) -> Sequence[str]:
        """Board, day and text."""
        return [said.board or "", said.date.isoformat() if said.date else "", said.text]

    @property
    def meant(self) -> Resolution | None:
        """The resolution in the form; None where every field is empty. Raises WriteRefused on what is no day."""
        board, day, text = (each.text.strip() for each in self.fields)
        if not (board or day or text):
            return None
        try:
            on = date.fromisoformat(day) if day else None
        except ValueError:
            raise WriteRefused(f"'{day}' is no day as 2024-03-04 is") from None
        return Resolution(text, " ".join(board.split()) or None, on)

    def content(self, read: bytes | None) -> bytes:
        """The file with this resolution in place of the one that stood there; without it, where nothing is said."""
        from dap_tui.writing.narrative_entries import with_resolution

        return with_resolution(read, self.meant, self.stands)

    def begin(self) -> None:
        """Go on from what stands in the form."""
        super().begin()
        self.resolution = self.meant or Resolution("")
