"""How a point of the action plan stands, in a sign and in words."""

from __future__ import annotations

from dap_tui.assess.actions import Moved, PlannedAction
from dap_tui.export.plan import status_in_words
from dap_tui.measure import shown
from dap_tui.narrative import ActionStatus
from dap_tui.tui.canvas import AMBER, QUIET, SOFT, Ink


def action_sign(each: PlannedAction) -> tuple[str, Ink]:
    """`!` where it is late or at risk, else nothing much."""
    if _wants_someone(each):
        return "!", AMBER
    return ("=" if each.status is ActionStatus.DONE else "·"), QUIET


def action_status(each: PlannedAction) -> tuple[str, Ink]:
    """Its status in words, the last that was said up to the period, and their ink."""
    words = status_in_words(each).removeprefix("! ") or "no status yet"
    if _wants_someone(each):
        return words, AMBER
    return words, QUIET if each.status in {None, ActionStatus.DONE} else SOFT


def _wants_someone(each: PlannedAction) -> bool:
    return each.is_late or each.status is ActionStatus.AT_RISK


def action_when(each: PlannedAction) -> str:
    """Owner and due date, "" where neither is known."""
    parts = [each.action.owner or ""]
    if each.action.due is not None:
        was = "was due" if each.is_late else "due"
        parts.append(f"{was} {each.action.due.day} {each.action.due:%b %Y}")
    return " · ".join(part for part in parts if part)


def action_aside(each: PlannedAction) -> str:
    """Owner, due date and status."""
    return " · ".join(part for part in (action_when(each), action_status(each)[0]) if part)


def since_words(moved: Moved, mark: str) -> str:
    """From what an indicator has moved, with its mark, and since when; or why that is not said."""
    since = moved.travel
    if since.reason:
        return since.reason
    if since.value is None:
        return ""
    return f"from {shown(since.value, moved.position.indicator.unit)}{mark} in {since.period.shown}"
