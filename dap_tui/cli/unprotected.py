"""What is said on standard error of hidden figures that are told all the same, by whatever lets them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dap_tui.cli.console import say

if TYPE_CHECKING:
    from dap_tui.disclosure import Publisher
    from dap_tui.period import Period

_MOST_NAMED: Final = 3


def say_unprotected(publisher: Publisher, period: Period) -> None:
    """One line where the report of a period has a `[c]` that can be worked out: which, why, and what to do."""
    found = publisher.unprotected(period)
    if not found:
        return
    cells = [each.cell for each in found[:_MOST_NAMED]]
    named = ", ".join(f"'{each.indicator}'{f' ({each.row})' if each.row else ''} in {each.period.id}" for each in cells)
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    what = "a hidden figure" if len(found) == 1 else f"{len(found)} hidden figures"
    is_one = len({each.cause for each in found}) == 1
    why = f"{found[0].cause}; {found[0].remedy}" if is_one else "'dap check' (SUM302) says why, and what to do"
    say(f"{what} may be worked out from this report, {named}{more}: {why}")


def say_quoted(publisher: Publisher, period: Period) -> None:
    """One line where people's words on a period quote a figure that its report hides: where, and what to do."""
    if not publisher.suppresses or period not in publisher.workspace.narratives:
        return
    from dap_tui.check.inquiry import Inquiry
    from dap_tui.check.small_numbers import quoted

    found = list(quoted(Inquiry(publisher.workspace, publisher.as_of), publisher, [period]))
    if not found:
        return
    places = ", ".join(str(each.place) for each in found[:_MOST_NAMED])
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    what = "a figure that the report hides" if len(found) == 1 else "figures that the report hides"
    say(f"people's words quote {what}, at {places}{more}: say it without the number; see 'dap explain NAR401'")
