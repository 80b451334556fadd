"""How a report opens: title, dates, whom it is for, and the summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.export.groups import Part
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.tables import NO_BREAK, status_text
from dap_tui.export.markdown.text import bold, inline, line
from dap_tui.export.options import By
from dap_tui.export.summary import changed_since, counts_in_words, statuses_shown
from dap_tui.export.wording import dates_in_words, joined, not_for_publication, warnings_of
from dap_tui.look import STATUS, STATUS_ORDER
from dap_tui.measure import Status
from dap_tui.period import Quarter
from dap_tui.sentence import counted, listed


def opening(assessment: Assessment, subject: str, lacks: str | None) -> Iterator[str]:
    """Title, the dates covered and whom it is reported to, what is not held, and whether it may be published."""
    partnership, period = assessment.catalogue.partnership, assessment.period
    yield f"# {inline(partnership.name)}: {subject}"
    kind = period.shown if isinstance(period, Quarter) else f"The year {period.shown}"
    to = listed([inline(each) for each in partnership.reports_to])
    yield joined([f"{kind}: {dates_in_words(period)}.", f"Reported to: {to}." if to else None, lacks])
    yield from map(bold, warnings_of(assessment))


def closing(assessment: Assessment) -> Iterator[str]:
    """What stands at the report's end: once more whether it may be published."""
    warning = not_for_publication(assessment)
    if warning:
        yield f"**{warning}**"


def summary(assessment: Assessment, assessor: Assessor, parts: Sequence[Part], by: By) -> Iterator[str]:
    """The tally by part, direction of travel, what changed status, and what is left to decide."""
    yield "## Summary"
    yield _tally(assessment, parts, by)
    yield "\n".join(f"- {words}" for words in counts_in_words(assessment))
    yield from _changes(assessment, assessor)


def _tally(assessment: Assessment, parts: Sequence[Part], by: By) -> str:
    statuses = statuses_shown(assessment)
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


def _changes(assessment: Assessment, assessor: Assessor) -> Iterator[str]:
    said, changes = changed_since(assessment, assessor)
    yield from said
    yield "\n".join(
        f"- {line(position.indicator.title)}: from {status_text(then)} to {status_text(now)}"
        for position, then, now in changes
    )
