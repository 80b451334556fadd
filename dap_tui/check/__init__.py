"""What is wrong with a workspace: what reading found, and what the rules find in what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from dap_tui.check.coverage import coverage
from dap_tui.check.decisions import decisions
from dap_tui.check.folding import folded
from dap_tui.check.history import history
from dap_tui.check.inquiry import Inquiry
from dap_tui.check.overdue import actions, overdue
from dap_tui.check.revisions import revisions
from dap_tui.check.rows_gone import rows_gone
from dap_tui.check.small_numbers import small_numbers
from dap_tui.check.sums import sums
from dap_tui.check.unchanged import unchanged
from dap_tui.check.years import years
from dap_tui.finding import Finding
from dap_tui.period import Period, Quarter, Year
from dap_tui.rules.due import OVERDUE
from dap_tui.rules.returns import BLANK_RETURN
from dap_tui.workspace import Workspace

__all__ = ["check", "in_order"]

RULES: Final[tuple[Callable[[Inquiry], Iterable[Finding]], ...]] = (
    coverage,
    overdue,
    rows_gone,
    actions,
    sums,
    years,
    history,
    unchanged,
    decisions,
    small_numbers,
    revisions,
)
"""What looks for findings in what was read; each gives those of one or more rules."""


def check(workspace: Workspace, as_of: date, period: Period | None = None) -> tuple[Finding, ...]:
    """Everything wrong with `workspace` on the day `as_of`, in the order of file, line and column.

    With `period`, what is wrong with the catalogue and with that period's returns alone (a year's being its
    own and its quarters'). The same workspace gives the same findings on every run.
    """
    inquiry = Inquiry(workspace, as_of)
    by_rules = [finding for rule in RULES for finding in rule(inquiry)]
    # That a return is overdue and was left blank is one thing, and whom to ask is the more useful half.
    late = {finding.place.file for finding in by_rules if finding.code == OVERDUE.code}
    read = [each for each in workspace.findings if each.code != BLANK_RETURN.code or each.place.file not in late]
    found = [*read, *by_rules]
    if period is not None:
        found = [each for each in found if _is_about(workspace, each.place.file, period)]
    return in_order(folded(dict.fromkeys(found)))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of file, line and column; each once."""
    return tuple(sorted(dict.fromkeys(findings), key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return place.file, place.line, place.column, finding.code, finding.message


def _is_about(workspace: Workspace, file: str, period: Period) -> bool:
    """Whether a file is the catalogue, or one of `period`: in its folder, or of its name."""
    if not file.startswith("returns/"):
        return True
    own = workspace.period_of(file)
    return own == period or (isinstance(period, Year) and isinstance(own, Quarter) and own.year == period)
