"""What a year that is not all in has come to: a figure, what it is of, and how many of the year’s quarters are in."""

from __future__ import annotations

from typing import NamedTuple

from dap_tui.assess.figures import Figures
from dap_tui.measure import Aggregate, Figure, Symbol
from dap_tui.period import Period, Quarter


class SoFar(NamedTuple):
    """The year up to `quarter`, of how many of the year's four quarters it is, and what is said after the figure."""

    quarter: Quarter
    figure: Figure
    quarters: int
    extent: str


def so_far_of(figures: Figures, period: Period) -> SoFar | None:
    """The year up to a quarter, or up to the latest of a year that is in; None without a figure to date."""
    quarter = period if isinstance(period, Quarter) else _latest(figures, period.quarters)
    figure = figures.year_to_date(quarter) if quarter else None
    if quarter is None or figure is None:
        return None
    return SoFar(quarter, figure, _counted(figures, quarter), extent_of(figures, quarter))


def _latest(figures: Figures, quarters: tuple[Quarter, ...]) -> Quarter | None:
    return next((each for each in reversed(quarters) if figures.quarter(each) is not None), None)


def extent_of(figures: Figures, quarter: Quarter) -> str:
    """What a year's figure up to a quarter is: a sum `to date`, one quarter's `in Q3`, or `on average`.

    A mean of a single quarter is that quarter's figure, and is named as such.
    """
    indicator = figures.indicator
    if indicator.is_running or indicator.aggregate is Aggregate.SUM:
        return "to date"
    known = _known(figures, quarter)
    if indicator.aggregate is Aggregate.MEAN and len(known) != 1:
        return "on average"
    figure = figures.year_to_date(quarter)
    number = None if figure is None else figure.number
    same = [each for each in known if number is not None and figures.number(each) == number]
    return f"in Q{(same or known or [quarter])[-1].number}"


def _counted(figures: Figures, quarter: Quarter) -> int:
    """How many quarters a figure to date is of: a running one and a sum have all, others those with a figure."""
    indicator = figures.indicator
    if indicator.is_running or indicator.aggregate is Aggregate.SUM:
        return quarter.number
    return len(_known(figures, quarter))


def _known(figures: Figures, quarter: Quarter) -> list[Quarter]:
    """The quarters up to one that have a figure, hidden or not: a report counts them as those who see all do."""
    found = ((each, figures.quarter(each)) for each in quarter.year.quarters[: quarter.number])
    return [
        each
        for each, figure in found
        if figure is not None and (figure.number is not None or figure.symbol is Symbol.CONFIDENTIAL)
    ]
