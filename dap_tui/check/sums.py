"""Totals against their breakdowns, their parts, and percentages against what they are worked out from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dap_tui.catalogue import Indicator
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure, Symbol, Unit, places, shown
from dap_tui.period import Period
from dap_tui.rules import sums as rules


def sums(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of SUM101, SUM102 and SUM103."""
    for indicator in inquiry.catalogue.indicators:
        if indicator.breakdown_adds_up:
            yield from _breakdown(inquiry, indicator)
        if indicator.parts:
            yield from _parts(inquiry, indicator)
        if indicator.ratio:
            yield from _ratio(inquiry, indicator)


def _breakdown(inquiry: Inquiry, indicator: Indicator) -> Iterator[Finding]:
    """Where a row could not be read, that is said already, and what the others come to says nothing."""
    returns = inquiry.returns
    unsettled = set(returns.totals(indicator.id)).difference(returns.settled_sums(indicator.id))
    for period, total in inquiry.returned(indicator) if unsettled else ():
        if period not in unsettled or inquiry.rejected.names(inquiry.files_of(indicator.source, period), indicator.id):
            continue
        parts = _rows_of(inquiry, indicator, period)
        open_ended = (indicator.id, period) in inquiry.blank_rows
        if parts and (said := _disagreement(indicator, total, parts, open_ended=open_ended)):
            message = f"'{indicator.id}' is {said[0]}, and its rows {said[1]}"
            hint = "ask which is right; rows that need not add up say so with breakdown_adds_up = false"
            yield rules.BREAKDOWN.at(_place(total), message, hint)


def _rows_of(inquiry: Inquiry, indicator: Indicator, period: Period) -> list[Figure]:
    """The breakdown's figures of a period; their sum alone, where that is known and is all that matters."""
    known = inquiry.returns.row_sums(indicator.id).get(period) if indicator.unit is Unit.COUNT else None
    if known is not None:
        return [known]
    return [series[period] for series in inquiry.returns.rows(indicator.id).values() if period in series]


def _parts(inquiry: Inquiry, whole: Indicator) -> Iterator[Finding]:
    parts = [inquiry.catalogue.indicator[each] for each in whole.parts if each in inquiry.catalogue.indicator]
    if len(parts) < len(whole.parts):
        return
    for period, total in inquiry.figures(whole).series.items():
        figures = [inquiry.figures(part).beside(whole, period) for part in parts]
        known = [figure for figure in figures if figure is not None]
        if not known or total.number is None:
            continue
        place = next((each.place for each in (total, *known) if each.place is not None), None)
        said = _disagreement(whole, total, known, open_ended=len(known) < len(figures))
        if said and place is not None:
            listed = ", ".join(f"'{part.id}'" for part in parts)
            yield rules.PARTS.at(
                place, f"'{whole.id}' is {said[0]}, and its parts {said[1]}", f"its parts are {listed}"
            )


def _ratio(inquiry: Inquiry, indicator: Indicator) -> Iterator[Finding]:
    numerator, denominator = (inquiry.catalogue.indicator.get(each) for each in indicator.ratio or ())
    if numerator is None or denominator is None:
        return
    for period, percent in inquiry.returned(indicator):
        top, bottom = (inquiry.figures(each).beside(indicator, period) for each in (numerator, denominator))
        if percent.number is None or top is None or top.number is None or bottom is None or not bottom.number:
            continue
        made = top.number * 100 / bottom.number
        step = Decimal(1).scaleb(-places(percent.number))
        if abs(percent.number - made) >= step:
            message = (
                f"'{indicator.id}' is {shown(percent.number, Unit.PERCENT)}, and "
                f"{shown(top.number, numerator.unit)} of {shown(bottom.number, denominator.unit)} "
                f"is {shown(made, Unit.PERCENT, places(percent.number) + 1)}"
            )
            hint = f"it is '{numerator.id}' out of '{denominator.id}'"
            yield rules.RATIO.at(_place(percent), message, hint)


def _disagreement(
    indicator: Indicator, total: Figure, parts: Iterable[Figure], *, open_ended: bool
) -> tuple[str, str] | None:
    """A total and what its parts come to, in words, where the two cannot both be right.

    A `[z]` counts for nothing. Where a part is hidden or missing (or `open_ended` says that one is), the known
    ones can still be too many, if there is nothing below 0. Counts must agree exactly; of what is rounded, each
    figure may be half of its last place off.
    """
    numbers = [part.number for part in parts if part.number is not None]
    unknown = open_ended or any(part.number is None and part.symbol is not Symbol.NOT_APPLICABLE for part in parts)
    if total.number is None or not numbers:
        return None
    come_to = sum(numbers, Decimal())
    slack = Decimal() if indicator.unit is Unit.COUNT else sum(_half_a_place(each) for each in (total.number, *numbers))
    if unknown:
        from_nought = indicator.bounds.min is not None and indicator.bounds.min >= 0
        if not from_nought or come_to - total.number <= slack:
            return None
        return shown(
            total.number, indicator.unit
        ), f"come to {shown(come_to, indicator.unit)} already, one being unknown"
    if abs(come_to - total.number) <= slack:
        return None
    return shown(total.number, indicator.unit), f"add up to {shown(come_to, indicator.unit)}"


def _half_a_place(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(-places(number)) / 2


def _place(figure: Figure) -> Place:
    return figure.place or Place("")
