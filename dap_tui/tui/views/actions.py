"""Actions: the action plan by due date, late ones first, with the indicators they are meant to move."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dap_tui.assess.assessment import ActionPosition
from dap_tui.finding import Place
from dap_tui.narrative import ActionStatus
from dap_tui.tui.canvas import QUIET, SOFT, Area
from dap_tui.tui.text import paragraphs
from dap_tui.tui.views.action_text import action_sign, action_status, action_when, is_late, since_words
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Blank, Block

if TYPE_CHECKING:
    from dap_tui.assess.position import Position


class Actions(View):
    """The plan."""

    name = "actions"

    @property
    def actions(self) -> list[ActionPosition]:
        """Late ones first, then by due date, what has none and what is done last."""
        found = [
            each
            for each in self.session.assessment.actions
            if self.session.is_sought(each.action.title, each.action.owner, each.text, each.action.aim)
        ]
        return sorted(found, key=self._order)

    def _order(self, each: ActionPosition) -> tuple[bool, bool, date]:
        return each.status is ActionStatus.DONE, not is_late(self.session, each), each.action.due or date.max

    def make(self, width: int) -> Sequence[Block]:
        """An action with its words, and its indicators under it."""
        text, end = self.session.glyphs.text, width - 2
        late = sum(is_late(self.session, each) for each in self.session.assessment.actions)
        origins = {each.action.origin for each in self.session.assessment.actions}
        origin = origins.pop() if len(origins) == 1 else None
        aside = text(", ".join(part for part in (f"{late} late" if late else "", origin or "") if part))
        blocks: list[Block] = [Heading("Action plan", 2, end, aside, above=1 if width >= 100 else 0)]
        for each in self.actions:
            sign, ink = action_sign(self.session, each)
            title, status = text(each.action.title), action_status(self.session, each)
            blocks.append(Item(("action", each.action.id), sign, ink, title, end, text(status[0])))
            about = [action_when(self.session, each), "" if origin else each.action.origin or ""]
            words = " · ".join(part for part in about if part)
            blocks += [Line(text(words), 4, end, QUIET)] if words else []
            blocks += [Line(text(line), 4, end, SOFT) for line in paragraphs(each.text or "")]
            for indicator in each.action.indicators:
                position = self.session.assessment.position.get(indicator)
                if position is not None:
                    blocks.append(self._indicator_row(each, position, end))
            blocks.append(Blank())
        if len(blocks) == 1:
            words = "Nothing here has what is sought." if self.session.sought else "The catalogue has no action plan."
            blocks.append(Line(words, 2, end))
        return blocks

    def _indicator_row(self, each: ActionPosition, position: Position, end: int) -> Item:
        """An indicator that is meant to move, and how it has moved since the action was first spoken of."""
        shape, ink, _ = self.session.glyphs.status(position.status)
        title = self.session.glyphs.text(position.indicator.title)
        key = (each.action.id, position.indicator.id)
        moved = next((one for one in self.session.plan[each.action.id].moved if one.position is position), None)
        since = position.travel if moved is None else moved.travel
        travel = self.session.glyphs.travel(since)[0]
        shown = self.session.glyphs.text(position.shown)
        below = self.session.glyphs.text(since_words(position, since))
        return Item(key, shape, ink, title, end, f"{travel:<8}", shown, x=6, below=below)

    def opens(self, key: Hashable) -> None:
        """Open the indicator, or the first that an action is meant to move."""
        match key:
            case ("action", str(action)):
                meant = next(
                    (each.action for each in self.session.assessment.actions if each.action.id == action), None
                )
                known = [one for one in (meant.indicators if meant else ()) if one in self.session.assessment.position]
                if known:
                    self.session.open(known[0])
                else:
                    self.session.message = "No indicator is named for this action."
            case (_, str(indicator)):
                self.session.open(indicator)

    @property
    def chosen(self) -> Position | None:
        """The indicator that is chosen, if one is."""
        match self.scroller.cursor:
            case (str(kind), str(indicator)) if kind != "action":
                return self.session.assessment.position.get(indicator)
        return None

    @property
    def place(self) -> Place | None:
        """Where the action stands in the catalogue, or the figure of its indicator."""
        match self.scroller.cursor:
            case ("action", str(action)):
                found = [each.action.place for each in self.session.assessment.actions if each.action.id == action]
                return found[0] if found else None
        return super().place

    def paint(self, area: Area) -> None:
        """Paint the plan."""
        super().paint(area)
        if area.canvas.cursor is None:
            area.stand(0)

    def table(self) -> tuple[list[str], list[list[str]]]:
        """The plan as a table."""
        return ["Action", "Owner", "Due", "Status"], [self._cells(each) for each in self.actions]

    def row(self) -> list[str] | None:
        """The chosen action."""
        key = self.scroller.cursor
        if not isinstance(key, tuple):
            return None
        chosen = {key[0], key[1]}
        return next((self._cells(each) for each in self.actions if each.action.id in chosen), None)

    def _cells(self, each: ActionPosition) -> list[str]:
        due = each.action.due.isoformat() if each.action.due else ""
        return [each.action.title, each.action.owner or "", due, action_status(self.session, each)[0]]
