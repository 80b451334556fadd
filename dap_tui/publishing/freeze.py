"""`dap publish`: a period is frozen as it goes out, once nothing is wrong with it and everything is decided."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.errors import WriteRefused
from dap_tui.finding import Finding, Level
from dap_tui.narrative import Decision
from dap_tui.period import Period
from dap_tui.published import Published
from dap_tui.publishing.record import record_of
from dap_tui.reading.folder import PUBLISHED
from dap_tui.sentence import listed
from dap_tui.workspace import Workspace
from dap_tui.writing.period_folder import period_file, why_read_only
from dap_tui.writing.published_file import write_published

_MOST_NAMED = 3


def publish(
    workspace: Workspace, period: Period, findings: Iterable[Finding], day: date, *, force: bool = False
) -> Path:
    """Freezes a quarter or a year as it is published on `day`, and says where it stands.

    `findings` are those of a check of the workspace. Raises WriteRefused while there are errors among them, while
    an exception is undecided and where the period was published before, each unless `force`; and where nothing was
    returned, or the file cannot be written.
    """
    path = period_file(workspace.root, period, PUBLISHED)
    true = Assessor(workspace, day).assess(period)
    if not any(position.is_returned for position in true.positions):
        raise WriteRefused(_nothing_to_publish(workspace, period))
    if not force:
        _refuse_again(workspace, path, period)
        _refuse_errors(findings)
        _refuse_undecided(true)
    if (why := why_read_only(workspace.root, period, PUBLISHED)) is not None:
        what = "let it be written to" if why.endswith("read-only") else "put the file itself there"
        raise WriteRefused(f"{why}, so that nothing was published; {what}, and publish again")
    write_published(path, record_at(workspace, period, day), over=force)
    return path


def record_at(workspace: Workspace, period: Period, day: date) -> Published:
    """What is published of a period on a day, small numbers hidden."""
    from dap_tui.disclosure import Kind, Publisher

    publisher = Publisher(workspace, day)
    told = publisher.assess(period)
    hidden = (
        (cell.indicator, cell.row)
        for cell in publisher.hidden_cells(period)
        if cell.period == period and cell.kind is Kind.VALUE
    )
    return record_of(Assessor(workspace, day).assess(period), told, frozenset(hidden), day)


def _nothing_to_publish(workspace: Workspace, period: Period) -> str:
    if any(each != period and each.year == period for each in workspace.returns.periods):
        return (
            f"no indicator has an outturn of {period.shown} yet, so there is nothing to publish; name a quarter of it"
        )
    return f"nothing was returned for {period.shown}, so there is nothing to publish; name another --period"


def _refuse_again(workspace: Workspace, path: Path, period: Period) -> None:
    if not os.path.lexists(path):
        return
    before = workspace.published.get(period)
    when = f" on {before.day}" if before and before.day else ""
    raise WriteRefused(
        f"{period.shown} was published{when} already, and what was told stays; "
        "with --force it is frozen anew, and what was told is lost"
    )


def _refuse_errors(findings: Iterable[Finding]) -> None:
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    if errors:
        count = "an error" if len(errors) == 1 else f"{len(errors)} errors, the first"
        raise WriteRefused(
            f"nothing is published while there is {count} at {errors[0].place}; "
            "see 'dap check' and mend it, or publish all the same with --force"
        )


def _refuse_undecided(assessment: Assessment) -> None:
    undecided = [each.indicator.id for each in assessment.positions if each.decision is Decision.UNDECIDED]
    if undecided:
        raise WriteRefused(
            f"nobody has decided on exceptions of {listed(undecided, _MOST_NAMED)} in "
            f"{assessment.period.shown}; report or hold them ('dap tui', then x), or publish all the same with --force"
        )
