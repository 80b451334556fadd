"""What should be there by now: returns that are overdue, indicators without a row, actions past their date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dap_tui.assess.actions import is_overdue
from dap_tui.assess.exception_report import is_due
from dap_tui.catalogue import Source
from dap_tui.check.calendar import Calendar
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding, Place
from dap_tui.period import Period
from dap_tui.rules import due as rules
from dap_tui.sentence import day_in_words, listed

_NAMED: Final = 4
"""How many indicators without a row are named."""


def overdue(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of DUE101 and DUE102. Where a file could not be read, that is said already, and not said again."""
    calendar, rejected = Calendar(inquiry), inquiry.rejected
    for source in inquiry.catalogue.sources:
        for period, missing in calendar.missing(source.id).items():
            files = inquiry.files_of(source.id, period)
            place = inquiry.top(files[0]) if files else Place(f"returns/{period.id}/{source.id}.csv")
            if len(missing) < len(calendar.expected(source.id, period)):
                rowless = [each for each in missing if (each, period) not in inquiry.blanks]
                yield from _rowless(source, [each for each in rowless if not rejected.names(files, each)], place)
            elif _is_overdue(inquiry, source, period):
                own = inquiry.files.get((period, source.id), [])
                at_fault = any(map(rejected.is_at_fault, own)) or any(rejected.names(files, each) for each in missing)
                if not at_fault and not inquiry.mislaid.has(source.id, period):
                    yield _late(source, period, place, is_blank=bool(own))


def actions(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of DUE201."""
    last = inquiry.catalogue.partnership.last_period
    for action in inquiry.catalogue.actions:
        if (
            action.due
            and not inquiry.is_end_unread
            and is_overdue(action, inquiry.workspace.narratives, inquiry.as_of, last)
        ):
            spot = inquiry.lines.spot("action", action.id, "due")
            message = f"'{action.id}' was due on {day_in_words(action.due)}, and nobody has reported it as done"
            hint = f"ask {action.owner}" if action.owner else None
            yield rules.ACTION.at(spot.place, message, hint, spot.width)


def _is_overdue(inquiry: Inquiry, source: Source, period: Period) -> bool:
    last = inquiry.catalogue.partnership.last_period
    return is_due(period, source.due_days, inquiry.as_of, last) and not inquiry.is_end_unread


def _late(source: Source, period: Period, place: Place, *, is_blank: bool) -> Finding:
    due = day_in_words(source.due(period))
    what = "and nobody has filled it in" if is_blank else "and has not come"
    message = f"the return of {source.name} for {period.shown} was due on {due}, {what}"
    hint = f"ask {source.contact}" if source.contact else f"ask {source.name}; the catalogue names no contact there"
    return rules.OVERDUE.at(place, message, hint)


def _rowless(source: Source, missing: list[str], place: Place) -> Iterator[Finding]:
    """One finding on all of a return's indicators that have no row, since one slip mostly takes several."""
    if not missing:
        return
    named = listed([f"'{each}'" for each in missing], _NAMED)
    message = f"there is no row for {named}, which {source.name} returns"
    if len(missing) > 1:
        message = f"there are no rows for {len(missing):,} indicators that {source.name} returns: {named}"
    hint = "what is not available is [x]; what began later says so with 'from' in the catalogue"
    yield rules.NO_ROW.at(place, message, f"'dap show --returns' lists them; {hint}" if len(missing) > _NAMED else hint)
