"""What a year that is not over has come to: its figure to date, and how many of its quarters are in it."""

from __future__ import annotations

from typing import NamedTuple

from dap_tui.assess.figures import Figures
from dap_tui.measure import Aggregate, Figure
from dap_tui.period import Period, Quarter


class SoFar(NamedTuple):
    """The year to date of `quarter`, and of how many of the year's four quarters it is."""

    quarter: Quarter
    figure: Figure
    quarters: int


def so_far_of(figures: Figures, period: Period) -> SoFar | None:
    """The year up to a quarter, or up to the latest of a year that is in; None without a figure to date."""
    quarter = period if isinstance(period, Quarter) else _latest(figures, period.quarters)
    figure = figures.year_to_date(quarter) if quarter else None
    if quarter is None or figure is None:
        return None
    return SoFar(quarter, figure, _counted(figures, quarter))


def _latest(figures: Figures, quarters: tuple[Quarter, ...]) -> Quarter | None:
    return next((each for each in reversed(quarters) if figures.quarter(each) is not None), None)


def _counted(figures: Figures, quarter: Quarter) -> int:
    """How many quarters a figure to date is of: a running one and a sum have all, others those with a figure."""
    indicator = figures.indicator
    if indicator.is_running or indicator.aggregate is Aggregate.SUM:
        return quarter.number
    return sum(figures.number(each) is not None for each in quarter.year.quarters[: quarter.number])
