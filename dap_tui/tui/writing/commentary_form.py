"""Commentary on an indicator: free text, or under the three headings that partnerships use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dap_tui.narrative import Commentary, Narrative
from dap_tui.tui.writing.form import Form
from dap_tui.tui.writing.form_fields import Field

if TYPE_CHECKING:
    from dap_tui.tui.session import Session

_FIELDS = (
    ("text", "In your own words"),
    ("where_we_are", "Where we are"),
    ("successes_and_issues", "Successes and issues"),
    ("what_we_are_doing", "What we are doing"),
)


class CommentaryForm(Form[Commentary]):
    """What is said of an indicator in a period."""

    def __init__(self, session: Session, indicator: str) -> None:
        """It starts from what the file says."""
        self.indicator: str = indicator
        super().__init__(session)
        said = self.words_of(self.stands) if self.stands else [""] * len(_FIELDS)
        self.fields = [Field(name, heading, words, words) for (name, heading), words in zip(_FIELDS, said, strict=True)]
        self.begin()
        # Where headings are in use, one goes on under them.
        self.at = next((at for at, words in enumerate(said) if words), 0)

    @property
    def which(self) -> str:
        """That it is a commentary: a decision may be on the same indicator."""
        return "commentary"

    def find(self, narrative: Narrative) -> Commentary | None:
        """The commentary on this indicator."""
        return next((each for each in narrative.commentary if each.indicator == self.indicator), None)

    def words_of(self, said: Commentary) -> Sequence[str]:
        """Free text, then what stands under the headings."""
        return [getattr(said, name) or "" for name, _ in _FIELDS]

    @property
    def meant(self) -> Commentary | None:
        """The commentary in the form; None where nothing is said."""
        text, where, successes, doing = (each.text.strip() or None for each in self.fields)
        said = Commentary(self.indicator, text, where, successes, doing)
        return said if any((text, where, successes, doing)) else None

    def content(self, read: bytes | None) -> bytes:
        """The file with this commentary; without any, where nothing is said."""
        from dap_tui.writing.narrative_entries import with_commentary

        return with_commentary(read, self.meant or Commentary(self.indicator))
