"""What is being written, and the file that it goes into. No terminal.

A form is opened on the file as it stands at that moment, and saved only over that. Where someone else changed the
file meanwhile, their words on the same thing are put below one's own, in the field: nobody's are lost.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

from dap_tui.errors import ChangedMeanwhile, WriteRefused
from dap_tui.narrative import Narrative
from dap_tui.tui.writing.form_fields import Choice, Field
from dap_tui.writing.narrative_file import NarrativeFile, open_narrative, save, why_read_only

if TYPE_CHECKING:
    from dap_tui.tui.session import Session

FROM_EXAMPLE: Final = "These figures are for reading only; dap init writes a copy that you can write in."

Said = TypeVar("Said")
"""An entry of the narrative."""


class Form(ABC, Generic[Said]):
    """Something that is written in one period.

    `narrative` is what the file said when it was last read, and `stands` what it said of the same thing, where it did;
    `choices_heading` stands over the choices, where there are any; `indicator` is what it is about, where that is one;
    `starts_from` says where its words are from, where they are neither the file's nor a person's.
    """

    choices_heading: str = ""
    starts_from: str = ""
    indicator: str | None = None
    stands: Said | None

    def __init__(self, session: Session) -> None:
        """Open the file; raises WriteRefused, before anyone types, where it cannot be written."""
        self.session, self.period = session, session.period
        self.root: Path = session.reading.workspace.root
        if session.read_only:
            raise WriteRefused(FROM_EXAMPLE)
        reason = why_read_only(self.root, self.period)
        if reason is not None:
            raise WriteRefused(reason)
        self.fields: list[Field] = []
        self.at = 0
        self.said = ""
        self._told: tuple[str, Hashable] = ("", None)
        self.is_asking = False
        self.shows_keys = False
        self.file = self._open()
        self.narrative = self._standing()
        self.stands = self.find(self.narrative)
        self._shown: set[str] = set()
        self._began: Hashable = None

    def _open(self) -> NarrativeFile:
        """The file as it stands, once it is known that words can be put into it."""
        from dap_tui.writing.toml_draft import Draft

        file = open_narrative(self.root, self.period)
        Draft(file.read, file.path.name)
        return file

    def _standing(self) -> Narrative:
        """What the file says now."""
        from dap_tui.reading.narrative import Known, read_narrative

        if self.file.read is None:
            return Narrative()
        known = Known.of(self.session.assessment.catalogue)
        return read_narrative(self.file.path, self.file_shown, known)[0]

    # What each kind of form says of itself

    @abstractmethod
    def find(self, narrative: Narrative) -> Said | None:
        """What a narrative says of the same thing."""

    @abstractmethod
    def words_of(self, said: Said) -> Sequence[str]:
        """What an entry says, in the order of the fields."""

    @property
    @abstractmethod
    def meant(self) -> Said | None:
        """The entry as it is to stand in the file; None where none is to. Raises WriteRefused where none can."""

    @abstractmethod
    def content(self, read: bytes | None) -> bytes:
        """The file with what is meant in it; raises WriteRefused where it cannot stand there."""

    @property
    def keys(self) -> str:
        """The view whose keys hold now."""
        return "commenting"

    @property
    def chosen(self) -> Hashable:
        """What is chosen besides the words."""
        return None

    @property
    def choices(self) -> Sequence[Choice]:
        """What there is to choose from."""
        return ()

    @property
    def which(self) -> str:
        """What tells it from other forms on the same thing, as the file had that when it was opened."""
        return ""

    @property
    def chosen_besides(self) -> Sequence[tuple[str, str]]:
        """What is chosen besides the words and `choices`, each by a name, as it is kept with the words."""
        return ()

    def choose_besides(self, chosen: Mapping[str, str]) -> None:
        """Choose so again."""

    def otherwise(self, before: Said | None, now: Said | None) -> str:
        """What someone else chose on the same meanwhile, "" where that is as it was."""
        return "they took it out" if before is not None and now is None else ""

    def goes_with_it(self) -> Sequence[str]:
        """What is said in other entries that would go if this were saved."""
        return ()

    # Going through it

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
        return any(each.is_unsaved for each in self.fields) or self.chosen != self._began

    @property
    def says(self) -> str:
        """What was said last; what is said of saving, only of the words and choices that it was said of."""
        said, of = self._told
        return "" if said == self.said and of != self._written else self.said

    @property
    def _written(self) -> Hashable:
        return (*(each.text.strip() for each in self.fields), self.chosen)

    @property
    def stops(self) -> int:
        """How many places the tab key goes through."""
        return len(self.fields)

    def turn(self, by: int) -> None:
        """To the next field, or the one before."""
        self.at = (self.at + by) % self.stops

    def switch(self) -> None:
        """To the next of the choices, and round."""
        choices = self.choices
        at = next((at for at, each in enumerate(choices) if each.is_chosen), -1)
        if choices:
            choices[(at + 1) % len(choices)].choose()

    # Saving

    def begin(self) -> None:
        """Start from what the fields and choices are now."""
        for each in self.fields:
            each.began = each.text
        self._began = self.chosen

    def save(self) -> bool:
        """Save; where it was not, `said` says why, and all that was written is still here."""
        try:
            if self._shows_what_goes():
                return False
            self.file = save(self.file, self.content(self.file.read))
        except ChangedMeanwhile:
            return self._save_beside()
        except WriteRefused as refused:
            self.said = f"Not saved: {refused}."
            return False
        return self._is_saved(f"Saved at {datetime.now():%H:%M} in {self.file_shown}.")  # noqa: DTZ005 # the person's clock

    def _is_saved(self, said: str) -> bool:
        self.begin()
        self.narrative = self._standing()
        self.stands, self.starts_from = self.find(self.narrative), ""
        self.tell(said)
        return True

    def tell(self, said: str) -> None:
        """Say so of what is written now, for as long as it stands."""
        self.said, self._told = said, (said, self._written)

    def _shows_what_goes(self) -> bool:
        """Whether words of other entries would go that nobody has been shown yet; they are shown then."""
        field = self.fields[0]
        gone = [each for each in self.goes_with_it() if each not in field.text and each not in self._shown]
        for each in gone:
            field.add(each)
        self._shown.update(gone)
        if gone:
            words = "this takes the place of another entry, whose words stand below yours"
            self.said = f"Not saved: {words}; ^s saves what stands here."
        return bool(gone)

    def _save_beside(self) -> bool:
        """Someone else wrote in the file: what they said of something else stays, what they said of this is shown."""
        try:
            self.file = self._open()
            self.narrative = self._standing()
            before, self.stands = self.stands, self.find(self.narrative)
            theirs = [] if self.stands is None else zip(self.fields, self.words_of(self.stands), strict=True)
            changed = [
                (field, words)
                for field, words in theirs
                if words.strip() not in {field.began.strip(), field.text.strip(), ""}
            ]
            otherwise = self.otherwise(before, self.stands)
            if not changed and not otherwise:
                if self._shows_what_goes():
                    return False
                self.file = save(self.file, self.content(self.file.read))
                return self._is_saved(f"Saved in {self.file_shown}; what someone else wrote there meanwhile stays.")
        except WriteRefused as refused:
            self.said = f"Not saved: {refused}."
            return False
        for field, words in changed:
            field.add(words)
        told = "; ".join(part for part in ("theirs stand below yours" if changed else "", otherwise) if part)
        self.said = f"Not saved: someone else wrote on this meanwhile. {told.capitalize()}; ^s saves what stands here."
        return False


AnyForm: TypeAlias = Form[Any]
"""A form, whatever is written in it."""
