"""What is said on standard error of a report that goes out: what it tells that it hides, and words it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dap_tui.cli.console import say
from dap_tui.sentence import listed

if TYPE_CHECKING:
    from datetime import date

    from dap_tui.disclosure import Publisher
    from dap_tui.period import Period
    from dap_tui.workspace import Workspace

_MOST_NAMED: Final = 3


def say_unprotected(publisher: Publisher, period: Period) -> None:
    """One line where the report of a period has a `[c]` that can be worked out: which, why, and what to do."""
    found = publisher.unprotected(period)
    if not found:
        return
    cells = [each.cell for each in found]
    named = [f"'{each.indicator}'{f' ({each.row})' if each.row else ''} in {each.period.id}" for each in cells]
    what = "a hidden figure" if len(found) == 1 else f"{len(found)} hidden figures"
    is_one = len({each.cause for each in found}) == 1
    why = f"{found[0].cause}; {found[0].remedy}" if is_one else "'dap check' (SUM302) says why, and what to do"
    say(f"{what} may be worked out from this report, {listed(named, _MOST_NAMED)}: {why}")


def say_quoted(publisher: Publisher, period: Period) -> None:
    """One line where people's words on a period quote a figure that its report hides: where, and what to do."""
    if not publisher.suppresses or period not in publisher.workspace.narratives:
        return
    from dap_tui.check.inquiry import Inquiry
    from dap_tui.check.small_numbers import quoted

    found = list(quoted(Inquiry(publisher.workspace, publisher.as_of), publisher, [period]))
    if not found:
        return
    places = listed([str(each.place) for each in found], _MOST_NAMED)
    what = "a figure that the report hides" if len(found) == 1 else "figures that the report hides"
    say(f"people's words quote {what}, at {places}: say it without the number; see 'dap explain NAR401'")


def say_gone(found: Workspace, period: Period, as_of: date) -> None:
    """One line where people decided on exceptions that the figures raise no longer, whose words no report has."""
    from dap_tui.assess.assessment import Assessor

    narrative = found.narratives.get(period)
    if narrative is None or not any(each.rules for each in narrative.exceptions):
        return
    assessment = Assessor(found, as_of).assess(period)
    unread = {each.indicator.id for each in assessment.positions if each.is_at_fault}  # which is told of already
    gone = [each for each in assessment.gone if not unread & set(each.indicators)]
    if not gone:
        return
    named = [*dict.fromkeys(f"'{one}'" for each in gone for one in each.indicators)]
    what = "a decision and its words are" if len(gone) == 1 else f"{len(gone)} decisions and their words are"
    say(
        f"{what} not in this report, since none of the rules named holds any longer of "
        f"{listed(named, _MOST_NAMED)}: see 'dap explain NAR301'"
    )
