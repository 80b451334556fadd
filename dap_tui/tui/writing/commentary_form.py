"""Commentary on an indicator: free text, or under the three headings that partnerships use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dap_tui.narrative import Commentary
from dap_tui.tui.writing.form import Field, Form

if TYPE_CHECKING:
    from dap_tui.tui.session import Session

_FIELDS = (
    ("text", "In your own words"),
    ("where_we_are", "Where we are"),
    ("successes_and_issues", "Successes and issues"),
    ("what_we_are_doing", "What we are doing"),
)


class CommentaryForm(Form):
    """What is said of an indicator in a period."""

    name = "commentary"

    def __init__(self, session: Session, indicator: str) -> None:
        """It starts from what the file says."""
        super().__init__(session, indicator)
        said = self.words_there()
        self.fields = [Field(name, heading, words, words) for (name, heading), words in zip(_FIELDS, said, strict=True)]
        # Where headings are in use, one goes on under them.
        self.at = next((at for at, words in enumerate(said) if words), 0)

    def words_there(self) -> Sequence[str]:
        """What the file says of this indicator now."""
        found = next((each for each in self.standing().commentary if each.indicator == self.indicator), None)
        return [getattr(found, name) or "" for name, _ in _FIELDS] if found else [""] * len(_FIELDS)

    def content(self, read: bytes | None) -> bytes:
        """The file with this commentary; without any, where nothing is said."""
        from dap_tui.writing.narrative_entries import with_commentary

        text, where, successes, doing = (each.text.strip() or None for each in self.fields)
        return with_commentary(read, Commentary(self.indicator, text, where, successes, doing))
