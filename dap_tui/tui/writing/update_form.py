"""How a point of the action plan stands in a quarter: its status, and words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from dap_tui.export.plan import status_word
from dap_tui.narrative import ActionStatus, ActionUpdate, Narrative
from dap_tui.tui.writing.form import Form
from dap_tui.tui.writing.form_fields import Choice, Field

if TYPE_CHECKING:
    from dap_tui.assess.actions import PlannedAction
    from dap_tui.tui.session import Session


class UpdateForm(Form[ActionUpdate]):
    """What is said of an action in a period."""

    choices_heading = "How it stands"

    def __init__(self, session: Session, planned: PlannedAction) -> None:
        """It starts from what the file says of this period; what was said before is for reading."""
        self.planned = planned
        self.status: ActionStatus | None = None
        super().__init__(session)
        words = ""
        if self.stands is not None:
            self.status, words = self.stands.status, self.stands.text or ""
        self.fields = [Field("text", "In words", words, words)]
        self.begin()

    def find(self, narrative: Narrative) -> ActionUpdate | None:
        """The update of this action."""
        return next((each for each in narrative.actions if each.id == self.planned.action.id), None)

    def words_of(self, said: ActionUpdate) -> Sequence[str]:
        """Its words."""
        return [said.text or ""]

    @property
    def keys(self) -> str:
        """There is a status to choose."""
        return "updating"

    @property
    def chosen(self) -> ActionStatus | None:
        """The status."""
        return self.status

    @property
    def choices(self) -> Sequence[Choice]:
        """Every status, and that none is said."""
        every: list[ActionStatus | None] = [None, *ActionStatus]
        return [
            Choice(status_word(each) or "no status yet", each is self.status, partial(self.choose, each))
            for each in every
        ]

    def choose(self, status: ActionStatus | None) -> None:
        """Say so."""
        self.status = status

    def otherwise(self, before: ActionUpdate | None, now: ActionUpdate | None) -> str:
        """What someone else said of its status meanwhile."""
        if now is not None and now.status not in {before.status if before else None, self.status}:
            return f"they say that it is {status_word(now.status)}" if now.status else "they took its status out"
        return super().otherwise(before, now)

    @property
    def meant(self) -> ActionUpdate | None:
        """The update in the form; None where nothing is said."""
        text = self.fields[0].text.strip() or None
        return ActionUpdate(self.planned.action.id, self.status, text) if self.status or text else None

    def content(self, read: bytes | None) -> bytes:
        """The file with this update; without any, where nothing is said."""
        from dap_tui.writing.narrative_entries import with_update

        return with_update(read, self.meant or ActionUpdate(self.planned.action.id))
