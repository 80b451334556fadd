"""Figures of one year against one another: running totals, and the year against its quarters."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dap_tui.assess.figures import Figures
from dap_tui.assess.worked_out import total_of
from dap_tui.catalogue import Indicator
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding
from dap_tui.measure import Aggregate, Figure, places, rounded, shown
from dap_tui.period import Period, Quarter, Year
from dap_tui.rules import sums as rules

_HOW: Final = {
    Aggregate.SUM: "its quarters add up to",
    Aggregate.MEAN: "the mean of its quarters is",
    Aggregate.LATEST: "its quarter 4 is",
}


def years(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of SUM201 and SUM202."""
    has_years = any(isinstance(period, Year) for period in inquiry.returns.periods)
    for indicator in inquiry.catalogue.indicators:
        if indicator.is_running and indicator.unit.adds_up:
            yield from _falling(inquiry, indicator, inquiry.numbers(indicator))
        if has_years and not indicator.is_yearly:
            for period, figure in inquiry.numbers(indicator):
                if isinstance(period, Year):
                    yield from _year(inquiry, indicator, period, figure)


def _falling(inquiry: Inquiry, indicator: Indicator, returned: list[tuple[Period, Figure]]) -> Iterator[Finding]:
    before: tuple[Quarter, Decimal] | None = None
    for period, figure in returned:
        if not isinstance(period, Quarter) or figure.number is None:
            continue
        if before is not None and before[0].year == period.year and figure.number < before[1] and not figure.is_break:
            message = (
                f"the running total of '{indicator.id}' falls from {shown(before[1], indicator.unit)} in "
                f"{before[0].shown} to {shown(figure.number, indicator.unit)}"
            )
            hint = "is it the quarter's own figure?"
            yield rules.RUNNING.at(inquiry.place(indicator, period, figure), message, hint)
        before = period, figure.number


def _year(inquiry: Inquiry, indicator: Indicator, year: Year, figure: Figure) -> Iterator[Finding]:
    figures = inquiry.figures(indicator)
    made, how = figures.outturn_by_quarters(year), _HOW[indicator.aggregate]
    if indicator.is_running:
        how = _HOW[Aggregate.LATEST]
    elif made is None and indicator.aggregate is Aggregate.SUM:
        made, how = _already(figures, year), "the quarters that are in come to more already:"
        if made is None or made.number is None or figure.number is None or made.number <= figure.number:
            return
    if figure.number is None or made is None or made.number is None:
        return
    fewest = min(places(figure.number), places(made.number))
    if rounded(figure.number, fewest) != rounded(made.number, fewest):
        message = (
            f"'{indicator.id}' is {shown(figure.number, indicator.unit)} in {year.shown}, "
            f"and {how} {shown(made.number, indicator.unit)}"
        )
        yield rules.YEAR.at(inquiry.place(indicator, year, figure), message, "reports of the year follow the quarters")


def _already(figures: Figures, year: Year) -> Figure | None:
    """What the known quarters of a year come to, of a figure that cannot be below 0."""
    least = figures.indicator.bounds.min
    known = [figures.series[each] for each in year.quarters if each in figures.series]
    numbers = [each for each in known if each.number is not None]
    return total_of(numbers, figures.indicator.decimals) if numbers and least is not None and least >= 0 else None
