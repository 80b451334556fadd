"""Breakdown rows that were there a quarter ago: where the total is made of its rows, nobody sees that one is gone."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.catalogue import Indicator
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding
from dap_tui.period import Quarter
from dap_tui.reading.text import quoted
from dap_tui.rules import due as rules


def rows_gone(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of DUE103. Rows that were nought or a symbol, or could not be read now, are passed over."""
    quarters = {each for each in inquiry.returns.periods if isinstance(each, Quarter)}
    pairs = [each for each in sorted(quarters) if each.previous in quarters]
    for indicator in inquiry.catalogue.indicators:
        if indicator.breakdown_adds_up and indicator.ratio is None:
            totals = inquiry.returns.totals(indicator.id)
            for quarter in [each for each in pairs if each not in totals]:
                yield from _gone(inquiry, indicator, quarter)


def _gone(inquiry: Inquiry, indicator: Indicator, quarter: Quarter) -> Iterator[Finding]:
    rows = inquiry.returns.rows(indicator.id)
    place = next((series[quarter].place for series in rows.values() if quarter in series), None)
    files = inquiry.files_of(indicator.source, quarter)
    if place is None or inquiry.rejected.names(files, indicator.id):
        return
    for name, series in rows.items():
        before = series.get(quarter.previous)
        is_there = quarter in series or (indicator.id, name, quarter) in inquiry.returns.blanks
        if before is not None and before.number and not is_there:
            message = (
                f"'{indicator.id}' has no row {quoted(name)}, which it had in {quarter.previous.shown}, "
                "and its total is made of its rows"
            )
            yield rules.ROW_GONE.at(place, message, "add the row; where there were none, with 0")
