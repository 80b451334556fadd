"""Which figures have to be hidden, whatever else is: counts of 1 to n−1, and what a partner withheld."""

from __future__ import annotations

from decimal import Decimal

from dap_tui.assess.figures import Figures
from dap_tui.catalogue import Indicator
from dap_tui.measure import Aggregate, Figure, Symbol, Unit
from dap_tui.period import Period, Year


def small(indicator: Indicator, number: Decimal) -> bool:
    """Whether it is a count of 1 to n−1, n being what the indicator is suppressed below."""
    below = indicator.suppress_below
    return below is not None and indicator.unit is Unit.COUNT and 0 < number < below


def is_small(figures: Figures, period: Period, figure: Figure) -> bool:
    """Whether a figure, or what is worked out of it and those before it, has to be hidden, whatever else."""
    if figure.number is None:
        return figure.symbol is Symbol.CONFIDENTIAL
    indicator = figures.indicator
    if small(indicator, figure.number):
        return True
    if isinstance(period, Year):
        return False
    worked_out = None
    if indicator.aggregate is Aggregate.MEAN:
        worked_out = figures.year_to_date(period)
    elif indicator.is_running and period.number > 1:
        before = figures.number(period.previous)
        if before is not None and small(indicator, figure.number - before):
            worked_out = figures.own_quarter(period)
    return worked_out is not None and small(indicator, worked_out.number or Decimal())
