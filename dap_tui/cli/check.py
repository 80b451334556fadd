"""`dap check`: what is wrong, where, and what to do."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import Annotated

import typer

from dap_tui.cli.console import Exit, answer, say, wants_ascii, wants_colour, width
from dap_tui.cli.options import AsOf, Period, Workspace, day, root_of
from dap_tui.cli.progress import doing


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


class FailOn(StrEnum):
    """From what on the exit status is 1."""

    ERROR = "error"
    WARNING = "warning"
    EXCEPTION = "exception"


def check(
    context: typer.Context,
    workspace: Workspace = None,
    period: Period = None,
    as_of: AsOf = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How findings are written.")] = Format.TEXT,  # noqa: A002 # the option's name
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="From what on the exit status is 1.")] = FailOn.ERROR,
) -> int:
    """Check the catalogue and every return: what is wrong, where, and what to do."""
    from dap_tui.check import check as findings_of
    from dap_tui.check.output import render
    from dap_tui.finding import Level
    from dap_tui.reading.workspace import read_workspace

    root = root_of(context, workspace)
    with doing("reading the returns"):
        found = read_workspace(root)
    today = day(as_of)
    only = None if period is None else found.period(period)
    with doing("checking"):
        findings = findings_of(found, today, only)
        repository = os.environ.get("GITHUB_WORKSPACE")
        said = render(
            findings,
            format,
            found.root,
            colour=wants_colour(),
            ascii_only=wants_ascii(),
            columns=width() if sys.stdout is not None and sys.stdout.isatty() else 0,
            repository=repository,
        )
    answer(said)
    failing = {Level.ERROR, Level.WARNING} if fail_on is FailOn.WARNING else {Level.ERROR}
    if any(finding.level in failing for finding in findings):
        return Exit.FOUND
    if fail_on is FailOn.EXCEPTION and (only or found.returns.periods):
        from dap_tui.assess.assessment import Assessor

        asked = only or found.current
        with doing("looking for exceptions"):
            undecided = Assessor(found, today).assess(asked).undecided
        if undecided:
            have = "indicator has exceptions" if undecided == 1 else "indicators have exceptions"
            say(f"{undecided} {have} in {asked.shown} that nobody has decided on; see 'dap export --view exceptions'")
            return Exit.FOUND
    return Exit.DONE
