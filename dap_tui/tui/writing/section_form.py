"""A section of the report's prose: of a source, of a priority, or of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dap_tui.narrative import Narrative, Section
from dap_tui.tui.writing.form import Form
from dap_tui.tui.writing.form_fields import Field
from dap_tui.tui.writing.same_entry import same_entry

if TYPE_CHECKING:
    from dap_tui.tui.session import Session


class SectionForm(Form[Section]):
    """A heading and a text."""

    def __init__(self, session: Session, section: Section) -> None:
        """A section that stands in the file; or a new one, which says only what it is of."""
        self.section = section
        super().__init__(session)
        heading, words = self.words_of(self.stands or section)
        self.fields = [Field("heading", "Heading", heading, is_line=True), Field("text", "Text", words)]
        self.at = 1 if words else 0
        self.begin()

    @property
    def keys(self) -> str:
        """In a field of one line Enter goes on to the next."""
        return "naming" if self.field is not None and self.field.is_line else "commenting"

    @property
    def which(self) -> str:
        """Its heading, of a section that stands in the file."""
        return (self.stands.heading or "without a heading") if self.stands else "new"

    def find(self, narrative: Narrative) -> Section | None:
        """The section that is meant, among those of the same source or priority."""
        of = (self.section.source, self.section.priority)
        there = [each for each in narrative.sections if (each.source, each.priority) == of]
        return same_entry(self.section, there, "heading")

    def words_of(self, said: Section) -> Sequence[str]:
        """Heading and text."""
        return [said.heading or "", said.text or ""]

    @property
    def meant(self) -> Section | None:
        """The section in the form; None where every field is empty."""
        heading, text = (each.text.strip() or None for each in self.fields)
        heading = " ".join(heading.split()) if heading else None
        return self.section._replace(heading=heading, text=text, place=None) if heading or text else None

    def content(self, read: bytes | None) -> bytes:
        """The file with this section in place of the one that stood there; without it, where nothing is said."""
        from dap_tui.writing.narrative_entries import with_section

        return with_section(read, self.meant, self.stands)

    def begin(self) -> None:
        """Go on from what stands in the form."""
        super().begin()
        self.section = self.meant or self.section._replace(heading=None, text=None)
