"""How a report opens: title, dates, whom it is for, and the summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.export.groups import Part
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.tables import NO_BREAK, status_text
from dap_tui.export.markdown.text import inline, line
from dap_tui.export.options import By
from dap_tui.export.wording import (
    changes_of_status,
    counted,
    dates_in_words,
    is_compared,
    listed,
    not_for_publication,
    not_held,
    not_held_in_words,
)
from dap_tui.look import STATUS, STATUS_ORDER
from dap_tui.measure import Judgement, Status
from dap_tui.narrative import Decision
from dap_tui.period import Quarter


def opening(assessment: Assessment, subject: str) -> Iterator[str]:
    """Title, the dates covered and whom it is reported to; and whether it may be published."""
    partnership, period = assessment.catalogue.partnership, assessment.period
    yield f"# {inline(partnership.name)}: {subject}"
    kind = period.shown if isinstance(period, Quarter) else f"The year {period.shown}"
    to = listed([inline(each) for each in partnership.reports_to])
    yield f"{kind}: {dates_in_words(period)}.{f' Reported to: {to}.' if to else ''}"
    warning = not_for_publication(assessment)
    if warning:
        yield f"**{warning}**"


def closing(assessment: Assessment) -> Iterator[str]:
    """What stands at the report's end: once more whether it may be published."""
    warning = not_for_publication(assessment)
    if warning:
        yield f"**{warning}**"


def summary(assessment: Assessment, assessor: Assessor, parts: Sequence[Part], by: By) -> Iterator[str]:
    """The tally by part, direction of travel, what changed status, and what is left to decide."""
    yield "## Summary"
    yield _tally(assessment, parts, by)
    yield "\n".join(f"- {words}" for words in [*_counts(assessment), exceptions_counted(assessment)])
    yield from _changes(assessment, assessor)


def _tally(assessment: Assessment, parts: Sequence[Part], by: By) -> str:
    statuses = [each for each in STATUS_ORDER if each is not Status.HIDDEN or assessment.summary[each]]
    rows = [(inline(part.name), part.positions) for part in parts]
    if len(rows) > 1:
        rows.append(("**All indicators**", assessment.positions))
    return table(
        [
            Heading(by.capitalize(), 30),
            *(Heading(status_text(status), 12, is_figures=True) for status in statuses),
            Heading("Indicators", 11, is_figures=True),
        ],
        [[name, *_of_status(positions, statuses), str(len(positions))] for name, positions in rows],
    )


def _of_status(positions: Sequence[Position], statuses: Sequence[Status]) -> list[str]:
    return [str(sum(each.status is status for each in positions)) for status in statuses]


def tally_line(assessment: Assessment) -> str:
    """The tally in one line: `■ 0 red, ▲ 1 amber, …`."""
    counts = [(status, assessment.summary[status]) for status in STATUS_ORDER]
    shown = [each for each in counts if each[1] or each[0] in {Status.RED, Status.AMBER, Status.GREEN}]
    said = [f"{STATUS[status].shape}{NO_BREAK}{count}{NO_BREAK}{STATUS[status].word}" for status, count in shown]
    return f"{counted(len(assessment.positions), 'indicator')}: {', '.join(said)}."


def _counts(assessment: Assessment) -> list[str]:
    travel = assessment.travel
    judged = [
        (travel[Judgement.IMPROVING], "improving"),
        (travel[Judgement.WORSENING], "worsening"),
        (travel[Judgement.LEVEL], "level"),
        (travel[Judgement.NEUTRAL], "changed where neither way is better"),
        (travel[Judgement.NONE], "not compared"),
    ]
    always = {"improving", "worsening"}
    said = listed([f"{count} {word}" for count, word in judged if count or word in always])
    missing = assessment.without_figure
    return [
        *([f"Direction of travel: {said}."] if is_compared(assessment) else []),
        *([f"{counted(missing, 'indicator has', 'indicators have')} no figure for the period."] if missing else []),
    ]


def exceptions_counted(assessment: Assessment) -> str:
    """How many indicators go to the board, are held, and are undecided: nobody takes silence for a decision."""
    decisions = [each.decision for each in assessment.positions]
    report, hold = decisions.count(Decision.REPORT), decisions.count(Decision.HOLD)
    undecided = assessment.undecided
    if not undecided:
        left = "no exception is undecided"
    else:
        left = f"{counted(undecided, 'indicator has', 'indicators have')} an exception that nobody has decided on"
    return f"Exceptions: {counted(report, 'indicator')} for the board, {hold} held; {left}."


def _changes(assessment: Assessment, assessor: Assessor) -> Iterator[str]:
    nothing, before = not_held_in_words(assessment), assessment.period.previous
    if nothing:
        yield nothing
    if before in not_held(assessment):
        return
    changes = changes_of_status(assessment, assessor.assess(before))
    if not changes:
        yield f"No indicator has changed status since {before.shown}."
        return
    yield f"Status has changed since {before.shown}:"
    yield "\n".join(
        f"- {line(assessment.position[indicator].indicator.title)}: from {status_text(then)} to {status_text(now)}"
        for indicator, then, now in changes
    )
