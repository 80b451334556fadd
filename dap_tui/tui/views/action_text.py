"""How a point of the action plan stands, in a sign and in words."""

from __future__ import annotations

from dap_tui.assess.assessment import ActionPosition
from dap_tui.assess.position import Position
from dap_tui.assess.travel import Travel
from dap_tui.measure import shown
from dap_tui.narrative import ActionStatus
from dap_tui.tui.canvas import AMBER, QUIET, SOFT, Ink
from dap_tui.tui.session import Session

STATUS_WORDS = {
    ActionStatus.NOT_STARTED: "not started",
    ActionStatus.ON_TRACK: "on track",
    ActionStatus.AT_RISK: "at risk",
    ActionStatus.LATE: "late",
    ActionStatus.DONE: "done",
}


def is_late(session: Session, each: ActionPosition) -> bool:
    """Whether it is said to be late, or is past its due date and not done."""
    planned = session.plan.get(each.action.id)
    return planned is not None and planned.is_late


def action_sign(session: Session, each: ActionPosition) -> tuple[str, Ink]:
    """`!` where it is late or at risk, else nothing much."""
    if is_late(session, each) or each.status is ActionStatus.AT_RISK:
        return "!", AMBER
    return ("=" if each.status is ActionStatus.DONE else "·"), QUIET


def action_status(session: Session, each: ActionPosition) -> tuple[str, Ink]:
    """Its status in words, and their ink."""
    late = is_late(session, each)
    words = "late" if late else STATUS_WORDS[each.status] if each.status else "not said"
    if late or each.status is ActionStatus.AT_RISK:
        return words, AMBER
    return words, QUIET if each.status in {None, ActionStatus.DONE} else SOFT


def action_when(session: Session, each: ActionPosition) -> str:
    """Owner and due date, "" where neither is known."""
    parts = [each.action.owner or ""]
    if each.action.due is not None:
        was = "was due" if is_late(session, each) else "due"
        parts.append(f"{was} {each.action.due.day} {each.action.due:%b %Y}")
    return " · ".join(part for part in parts if part)


def action_aside(session: Session, each: ActionPosition) -> str:
    """Owner, due date and status."""
    when = action_when(session, each)
    return " · ".join(part for part in (when, action_status(session, each)[0]) if part)


def since_words(position: Position, since: Travel) -> str:
    """From what an indicator has moved, and since when; or why that is not said."""
    if since.reason:
        return since.reason
    if since.value is None:
        return ""
    return f"from {shown(since.value, position.indicator.unit)} in {since.period.shown}"
