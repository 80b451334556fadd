"""What is being written: fields, what stood in them, and the file that they go into. No terminal.

A form is opened on the file as it stands at that moment, and saved only over that. Where someone else changed the
file meanwhile, their words on the same thing are put below one's own, in the field: nobody's are lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dap_tui.errors import ChangedMeanwhile, WriteRefused
from dap_tui.narrative import Narrative
from dap_tui.writing.narrative_file import NarrativeFile, open_narrative, save, why_read_only

if TYPE_CHECKING:
    from dap_tui.tui.session import Session

FROM_EXAMPLE: Final = "These figures are for reading only; dap init writes a copy that you can write in."


@dataclass
class Field:
    """A field of words. `began` is what stood in it when it was opened or last saved."""

    name: str
    heading: str
    text: str = ""
    began: str = ""

    @property
    def is_unsaved(self) -> bool:
        """Whether anything was written since."""
        return self.text.strip() != self.began.strip()


class Form:
    """Something that is written about one indicator in one period."""

    name = ""

    def __init__(self, session: Session, indicator: str) -> None:
        """Open the file; raises WriteRefused, before anyone types, where it cannot be written."""
        self.session, self.indicator, self.period = session, indicator, session.period
        self.root: Path = session.reading.workspace.root
        if session.read_only:
            raise WriteRefused(FROM_EXAMPLE)
        reason = why_read_only(self.root, self.period)
        if reason is not None:
            raise WriteRefused(reason)
        self.fields: list[Field] = []
        self.at = 0
        self.said = ""
        self.is_asking = False
        self.shows_keys = False
        self.file = self._open()

    def _open(self) -> NarrativeFile:
        """The file as it stands, once it is known that words can be put into it."""
        from dap_tui.writing.toml_draft import Draft

        file = open_narrative(self.root, self.period)
        Draft(file.read, file.path.name)
        return file

    @property
    def field(self) -> Field | None:
        """The field that is written in; None where the keys go to something else."""
        return self.fields[self.at] if self.at < len(self.fields) else None

    @property
    def file_shown(self) -> str:
        """The file's name from the workspace."""
        path = self.file.path
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    @property
    def is_unsaved(self) -> bool:
        """Whether anything would be lost if one left now."""
        return any(each.is_unsaved for each in self.fields)

    @property
    def stops(self) -> int:
        """How many places the tab key goes through."""
        return len(self.fields)

    def turn(self, by: int) -> None:
        """To the next field, or the one before."""
        self.at = (self.at + by) % self.stops

    def standing(self) -> Narrative:
        """What the file says now."""
        from dap_tui.reading.narrative import Known, read_narrative

        if self.file.read is None:
            return Narrative()
        known = Known.of(self.session.assessment.catalogue)
        return read_narrative(self.file.path, self.file_shown, known)[0]

    def content(self, read: bytes | None) -> bytes:
        """The file with these words in it; raises WriteRefused where they cannot stand there."""
        raise NotImplementedError

    def words_there(self) -> Sequence[str]:
        """What the file says of the same thing now, in the order of the fields."""
        raise NotImplementedError

    def saved(self) -> None:
        """Take in that all of it stands in the file."""
        for each in self.fields:
            each.began = each.text

    def save(self) -> bool:
        """Save; where it was not, `said` says why, and all that was written is still here."""
        try:
            self.file = save(self.file, self.content(self.file.read))
        except ChangedMeanwhile:
            return self._save_beside()
        except WriteRefused as refused:
            self.said = f"Not saved: {refused}."
            return False
        return self._is_saved(f"Saved at {datetime.now():%H:%M} in {self.file_shown}.")  # noqa: DTZ005 # the person's clock

    def _is_saved(self, said: str) -> bool:
        self.saved()
        self.said = said
        return True

    def _save_beside(self) -> bool:
        """Someone else wrote in the file: what they said of something else stays, what they said of this is shown."""
        try:
            self.file = self._open()
            there = self.words_there()
            changed = [
                (field, words)
                for field, words in zip(self.fields, there, strict=True)
                if words.strip() not in {field.began.strip(), field.text.strip(), ""}
            ]
            otherwise = self.decided_otherwise()
            if not changed and not otherwise:
                self.file = save(self.file, self.content(self.file.read))
                return self._is_saved(f"Saved in {self.file_shown}; what someone else wrote there meanwhile stays.")
        except WriteRefused as refused:
            self.said = f"Not saved: {refused}."
            return False
        for field, words in changed:
            field.text = f"{field.text.rstrip()}\n\n{words.strip()}" if field.text.strip() else words.strip()
        both = "Theirs stand below yours" if changed else f"They decided {otherwise}"
        self.said = f"Not saved: someone else wrote on this meanwhile. {both}; ^s saves what stands here."
        return False

    def decided_otherwise(self) -> str:
        """What someone else decided on the same meanwhile, "" where it is as it was."""
        return ""
