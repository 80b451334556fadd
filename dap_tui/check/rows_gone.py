"""Breakdown rows that were there a quarter ago: one of them, all of them, or one that has come under another name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from dap_tui.catalogue import Indicator
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding, Place
from dap_tui.period import Period, Quarter
from dap_tui.reading.text import quoted
from dap_tui.rules import due as rules
from dap_tui.sentence import listed

_NAMED: Final = 4
"""How many indicators are named."""


def rows_gone(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of DUE103 to DUE105. Rows that were nought or a symbol, or could not be read now, are passed over."""
    quarters = {each for each in inquiry.returns.periods if isinstance(each, Quarter)}
    pairs = [each for each in sorted(quarters) if each.previous in quarters]
    renamed = {(each.indicator, each.known, each.period) for each in inquiry.misnamed}
    for indicator in inquiry.catalogue.indicators:
        if indicator.breakdown_adds_up and indicator.ratio is None:
            totals = inquiry.returns.totals(indicator.id)
            for quarter in [each for each in pairs if each not in totals]:
                yield from _gone(inquiry, indicator, quarter, renamed)
    yield from _all_gone(inquiry, pairs)
    yield from _misnamed(inquiry)


def _gone(
    inquiry: Inquiry, indicator: Indicator, quarter: Quarter, renamed: set[tuple[str, str, Period]]
) -> Iterator[Finding]:
    rows = inquiry.returns.rows(indicator.id)
    place = next((series[quarter].place for series in rows.values() if quarter in series), None)
    files = inquiry.files_of(indicator.source, quarter)
    if place is None or inquiry.rejected.names(files, indicator.id):
        return
    for name, series in rows.items():
        before = series.get(quarter.previous)
        is_there = quarter in series or (indicator.id, name, quarter) in inquiry.returns.blanks
        if before is not None and before.number and not is_there and (indicator.id, name, quarter) not in renamed:
            message = (
                f"'{indicator.id}' has no row {quoted(name)}, which it had in {quarter.previous.shown}, "
                "and its total is made of its rows"
            )
            yield rules.ROW_GONE.at(place, message, "add the row; where there were none, with 0")


def _all_gone(inquiry: Inquiry, pairs: list[Quarter]) -> Iterator[Finding]:
    """One finding on all indicators of a return whose breakdown is gone, since one slip mostly takes several."""
    gone: defaultdict[tuple[str, Quarter], list[Indicator]] = defaultdict(list)
    for indicator in inquiry.catalogue.indicators:
        with_rows = inquiry.returns.row_periods(indicator.id)
        for quarter in pairs if with_rows else ():
            if (
                quarter.previous in with_rows
                and quarter not in with_rows
                and _has_only_its_total(inquiry, indicator, quarter)
            ):
                gone[indicator.source, quarter].append(indicator)
    for (_, quarter), indicators in gone.items():
        named = listed([f"'{each.id}'" for each in indicators], _NAMED)
        have = f"{len(indicators):,} indicators have" if len(indicators) > 1 else f"{named} has"
        which = f": {named}" if len(indicators) > 1 else ""
        had = "they had them" if len(indicators) > 1 else "it had them"
        message = f"{have} a total and no breakdown rows, and {had} in {quarter.previous.shown}{which}"
        place = inquiry.returns.totals(indicators[0].id)[quarter].place
        yield rules.ROWS_GONE.at(place or Place(""), message, "add the rows; what is not available is [x]")


def _has_only_its_total(inquiry: Inquiry, indicator: Indicator, quarter: Quarter) -> bool:
    """Whether there is a total, not nought, without rows, where numbers stood in them the quarter before."""
    total = inquiry.returns.totals(indicator.id).get(quarter)
    if total is None or not total.number or (indicator.id, quarter) in inquiry.blank_rows:
        return False
    before = [series.get(quarter.previous) for series in inquiry.returns.rows(indicator.id).values()]
    files = inquiry.files_of(indicator.source, quarter)
    return any(each is not None and each.number for each in before) and not inquiry.rejected.names(files, indicator.id)


def _misnamed(inquiry: Inquiry) -> Iterator[Finding]:
    """One finding on each name of a file, in however many of its rows it stands."""
    found: defaultdict[tuple[tuple[str, ...], Period, str, str], list[str]] = defaultdict(list)
    for each in inquiry.misnamed:
        files = inquiry.files_of(inquiry.catalogue.indicator[each.indicator].source, each.period)
        found[tuple(files), each.period, each.name, each.known].append(each.indicator)
    for (_, period, name, known), indicators in found.items():
        place = inquiry.returns.rows(indicators[0])[name][period].place
        named = listed([f"'{each}'" for each in indicators], _NAMED)
        have = "have" if len(indicators) > 1 else "has"
        message = f"{named} {have} a row {quoted(name)} for the first time, and no row {quoted(known)} as before"
        hint = f"did you mean {quoted(known)}? a row that has a new name wants it in earlier returns too"
        yield rules.MISNAMED.at(place or Place(""), message, hint)
