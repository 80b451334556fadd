"""Actions: the action plan by due date, late ones first, with the indicators they are meant to move."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dap_tui.assess.actions import Moved, PlannedAction
from dap_tui.export.plan import by_quarter, how_it_stands, plan_in_words
from dap_tui.finding import Place
from dap_tui.narrative import ActionStatus
from dap_tui.tui.canvas import QUIET, SOFT, Area
from dap_tui.tui.text import paragraphs
from dap_tui.tui.views.action_text import action_sign, action_status, action_when, since_words
from dap_tui.tui.views.marks import key_to, mark_at
from dap_tui.tui.views.view import NOT_FOUND, View
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Blank, Block

if TYPE_CHECKING:
    from dap_tui.assess.position import Position


class Actions(View):
    """The plan."""

    name = "actions"

    @property
    def actions(self) -> list[PlannedAction]:
        """Late ones first, then by due date, what has none and what is done last."""
        found = [
            each
            for each in self.session.assessment.plan
            if self.session.is_sought(each.action.title, each.action.owner, self._stands(each), each.action.aim)
        ]
        return sorted(found, key=_order)

    def _stands(self, each: PlannedAction) -> str:
        return how_it_stands(each, self.session.period)

    def make(self, width: int) -> Sequence[Block]:
        """An action with its words, and its indicators under it; where each has an aim, under that."""
        text, end = self.session.glyphs.text, width - 2
        plan = self.session.assessment.plan
        origins = {each.action.origin for each in plan}
        origin = origins.pop() if len(origins) == 1 else None
        blocks: list[Block] = [Heading("Action plan", 2, end, above=1 if width >= 100 else 0)]
        if plan:
            blocks += [Line(text(plan_in_words(plan)), 2, end), Blank()]
        has_aims = all(each.action.aim for each in self.actions)
        before = None
        for each in self.actions:
            if has_aims and each.action.aim != before:
                before = each.action.aim
                blocks.append(Heading(text(f"Aim: {before}"), 2, end, above=0))
            sign, ink = action_sign(each)
            title, status = text(each.action.title), action_status(each)
            blocks.append(Item(("action", each.action.id), sign, ink, title, end, text(status[0])))
            said = by_quarter(each, self.session.period)
            about = (action_when(each), "" if origin else each.action.origin or "", said)
            words = " · ".join(part for part in about if part)
            blocks += [Line(text(words), 4, end, QUIET)] if words else []
            if each.action.aim and not has_aims:
                blocks.append(Line(text(f"Aim: {each.action.aim}"), 4, end, QUIET))
            blocks += [Line(text(line), 4, end, SOFT) for line in paragraphs(self._stands(each))]
            blocks += [self._indicator_row(each, moved, end) for moved in each.moved]
            blocks.append(Blank())
        if not self.actions:
            words = NOT_FOUND if self.session.sought else "The catalogue has no action plan."
            blocks.append(Line(words, 2, end))
        return [*blocks, *key_to(self.session, self._marks, 2, end)]

    @property
    def _marks(self) -> set[str]:
        return {
            mark_at(self.session, moved.position, period)
            for each in self.actions
            for moved in each.moved
            for period in (moved.position.period, moved.travel.period)
        }

    def _indicator_row(self, each: PlannedAction, moved: Moved, end: int) -> Item:
        """An indicator that is meant to move, and how it has moved since the action was first spoken of."""
        glyphs, position = self.session.glyphs, moved.position
        shape, ink, _ = glyphs.status(position.status)
        key = (each.action.id, position.indicator.id)
        travel = glyphs.travel(moved.travel)[0]
        now, then = (mark_at(self.session, position, each) for each in (position.period, moved.travel.period))
        shown, below = glyphs.text(f"{position.shown}{now}"), glyphs.text(since_words(moved, then))
        title = glyphs.text(position.indicator.title)
        return Item(key, shape, ink, title, end, f"{travel:<8}", shown, x=6, below=below)

    def opens(self, key: Hashable) -> None:
        """Open the indicator, or the first that an action is meant to move."""
        match key:
            case ("action", str(action)):
                moved = next(each.moved for each in self.session.assessment.plan if each.action.id == action)
                if moved:
                    self.session.open(moved[0].position.indicator.id)
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
                known = self.session.assessment.catalogue.actions
                return next((each.place for each in known if each.id == action), None)
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

    def _cells(self, each: PlannedAction) -> list[str]:
        due = each.action.due.isoformat() if each.action.due else ""
        return [each.action.title, each.action.owner or "", due, action_status(each)[0]]


def _order(each: PlannedAction) -> tuple[bool, bool, date]:
    return each.status is ActionStatus.DONE, not each.is_late, each.action.due or date.max
