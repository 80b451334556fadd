"""The action plan before it is drawn: by priority and aim, and in columns that say something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dap_tui.assess.actions import PlannedAction
from dap_tui.assess.assessment import Assessment
from dap_tui.assess.travel import Travel
from dap_tui.export.wording import joined, on_earlier, travel_text
from dap_tui.measure import Arrow
from dap_tui.narrative import ActionStatus
from dap_tui.period import Period, Quarter
from dap_tui.sentence import counted, day_in_words, listed

LATE = "! late"
STATUS = "Status"


@dataclass(frozen=True, slots=True)
class Group:
    """The actions of one aim; a heading is None where there is none, or where the group before has it."""

    priority: str | None
    aim: str | None
    actions: tuple[PlannedAction, ...]


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column of the plan: its heading, how wide it is drawn, and what each action has in it."""

    heading: str
    width: int
    texts: tuple[str, ...]


def grouped(plan: Sequence[PlannedAction], assessment: Assessment) -> list[Group]:
    """The plan by priority, in the catalogue's order, and by aim, what has none first; in each by date.

    An action that serves several priorities stands under the first it names.
    """
    order = {each.id: at for at, each in enumerate(assessment.catalogue.priorities)}
    found: dict[tuple[int, str | None], list[PlannedAction]] = {}
    for each in plan:
        at = next((order[one] for one in each.action.priorities if one in order), len(order))
        found.setdefault((at, each.action.aim), []).append(each)
    headings = [*(each.title for each in assessment.catalogue.priorities), "Other actions"]
    has_headings = any(at < len(order) for at, _ in found)
    groups: list[Group] = []
    last: int | None = None
    for (at, aim), actions in sorted(found.items(), key=lambda one: (one[0][0], one[0][1] is not None)):
        groups.append(Group(headings[at] if has_headings and at != last else None, aim, by_date(actions)))
        last = at
    return groups


def by_date(plan: Iterable[PlannedAction]) -> tuple[PlannedAction, ...]:
    """Actions by due date, with what nobody gave a date last."""
    dated = [each for each in plan if each.action.due is not None]
    return (*sorted(dated, key=lambda each: str(each.action.due)), *(each for each in plan if each.action.due is None))


def pressing(plan: Iterable[PlannedAction], indicators: set[str]) -> list[PlannedAction]:
    """The actions still to be done that are meant to move these indicators, and those late or at risk."""
    return [
        each
        for each in plan
        if each.status is not ActionStatus.DONE
        and (each.is_late or each.status is ActionStatus.AT_RISK or indicators & set(each.action.indicators))
    ]


def plan_in_words(plan: Sequence[PlannedAction]) -> str:
    """How many actions there are, how many are late, where they are from, and what nobody has settled yet."""
    late = sum(each.is_late for each in plan)
    origins = {each.action.origin for each in plan}
    origin = origins.pop() if len(origins) == 1 else None
    said = counted(len(plan), "action") + (f", {late} late" if late else "") + (f" (from: {origin})" if origin else "")
    one = len(plan) == 1
    settled = {
        "owner" if one else "an owner": any(each.action.owner for each in plan),
        "due date" if one else "a due date": any(each.action.due for each in plan),
    }
    missing = " or ".join(name for name, is_settled in settled.items() if not is_settled)
    moved = "How an action’s indicators have moved says nothing of why." if any(each.moved for each in plan) else None
    none = "it has no" if one else "none has"
    return joined([f"{said}{f'; {none} {missing}' if missing else ''}.", moved])


def columns_of_plan(found: Sequence[PlannedAction], assessment: Assessment, *, has_aim: bool) -> list[PlanColumn]:
    """The columns of some actions, without those that are empty for all of them; the first names the action.

    `has_aim` is False under a heading that has it. Where an action came from is a column where it is not one for all.
    """
    period, compared = assessment.period, _compared(found, assessment.period)
    is_of_one = len({each.action.origin for each in assessment.plan}) == 1
    columns = [
        PlanColumn("Action", 44, tuple(each.action.title for each in found)),
        PlanColumn("Owner", 14, tuple(each.action.owner or "" for each in found)),
        PlanColumn("Due", 14, tuple(day_in_words(each.action.due) if each.action.due else "" for each in found)),
        PlanColumn(STATUS, 14, tuple(status_in_words(each) for each in found)),
        PlanColumn("By quarter", 18, tuple(by_quarter(each, period) for each in found)),
        PlanColumn("How it stands", 30, tuple(how_it_stands(each, period) for each in found)),
        PlanColumn("Origin", 16, tuple("" if is_of_one else each.action.origin or "" for each in found)),
        PlanColumn("Aim", 20, tuple(each.action.aim or "" if has_aim else "" for each in found)),
        PlanColumn(
            joined(["Indicators, and how they have moved", compared]),
            34,
            tuple(moves(each, assessment, says_since=compared is None) for each in found),
        ),
    ]
    return [each for each in columns if any(each.texts)]


class PressingAction(NamedTuple):
    """An action on the board's page: its title, how it stands, beginning with LATE where it is, and what is said."""

    title: str
    known: str
    said: str


def in_lines(found: Sequence[PlannedAction], assessment: Assessment) -> tuple[str, list[PressingAction]]:
    """Some actions by due date, and a heading for them, which says what all that has moved is compared with."""
    compared = _compared(found, assessment.period)
    moved = f", and how their indicators have moved {compared}" if compared else ""
    return f"Actions{moved}", [_pressing(each, assessment, says_since=compared is None) for each in by_date(found)]


def _pressing(each: PlannedAction, assessment: Assessment, *, says_since: bool) -> PressingAction:
    due = f"due {day_in_words(each.action.due)}" if each.action.due else None
    stands, moved = how_it_stands(each, assessment.period), moves(each, assessment, says_since=says_since)
    return PressingAction(
        each.action.title.rstrip("."),
        joined([status_in_words(each), each.action.owner, due], ", "),
        joined([" ".join(stands.split()), moved]),
    )


def status_in_words(planned: PlannedAction) -> str:
    """How an action stands: `on track`, `! late`, `! late, said to be on track` where only its date says so."""
    said = planned.status
    if not planned.is_late:
        return status_word(said)
    return LATE if said in {None, ActionStatus.LATE} else f"{LATE}, said to be {status_word(said)}"


def status_word(status: ActionStatus | None) -> str:
    """A status as people say it: `on track`; "" where none was said."""
    return status.replace("-", " ") if status else ""


def by_quarter(planned: PlannedAction, period: Period) -> str:
    """What was said quarter by quarter: `Q1 on track, Q2 late`; "" where it was said once, or never."""
    said = [each for each in planned.history if each.status is not None]
    return (
        ", ".join(f"{_short(each.period, period)} {status_word(each.status)}" for each in said) if len(said) > 1 else ""
    )


def how_it_stands(planned: PlannedAction, period: Period) -> str:
    """The words that were said last, with their period where it is not the report's."""
    last = next((each for each in reversed(planned.history) if each.text), None)
    if last is None or not last.text:
        return ""
    return last.text if last.period == period else f"{_short(last.period, period)}: {last.text}"


def _compared(found: Sequence[PlannedAction], period: Period) -> str | None:
    """What all that has moved is compared with, as `on Q2`; None where that differs, or nothing has."""
    travels = [one.travel for each in found for one in each.moved if one.travel.arrow is not Arrow.NONE]
    since = {on_earlier(period, each.period) for each in travels}
    return since.pop() if len(since) == 1 else None


def moves(planned: PlannedAction, assessment: Assessment, *, says_since: bool = True) -> str:
    """The indicators an action is meant to move, and how they have: `Repeat cases and Referrals: ↑ worsening on Q2`.

    Without `says_since` a heading says what they are compared with.
    """
    known, moved = assessment.catalogue.indicator, {each.position.indicator.id: each.travel for each in planned.moved}
    names: dict[str, list[str]] = {}
    for each in planned.action.indicators:
        if each in known:
            way = _way(moved.get(each), assessment.period if says_since else None)
            names.setdefault(way, []).append(known[each].name)
    return "; ".join(joined([listed(of_way), way], ": ") for way, of_way in names.items())


def _way(travel: Travel | None, period: Period | None) -> str:
    if travel is None or travel.arrow is Arrow.NONE:
        return ""
    return joined([travel_text(travel), on_earlier(period, travel.period) if period else None])


def _short(earlier: Period, period: Period) -> str:
    if not isinstance(earlier, Quarter):
        return earlier.shown
    return f"Q{earlier.number}" if earlier.year == period.year else earlier.short
