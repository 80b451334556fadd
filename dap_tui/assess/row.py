"""A breakdown row in one period, with its own past."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from dap_tui.assess.figures import Figures
from dap_tui.assess.travel import Travel, on_last_year, on_previous_quarter
from dap_tui.measure import Figure
from dap_tui.period import Period, Quarter


@dataclass(frozen=True, eq=False, repr=False)
class Row:
    """A breakdown row in a period, with its own past. No target is held against it."""

    name: str
    figures: Figures
    period: Period

    @cached_property
    def figure(self) -> Figure | None:
        """The row's figure, a year's being its outturn."""
        return self.figures.at(self.period)

    @property
    def value(self) -> Decimal | None:
        """The row's number, where there is one."""
        return None if self.figure is None else self.figure.number

    @cached_property
    def previous_quarter(self) -> Travel | None:
        """Against the quarter before; None of a year."""
        return on_previous_quarter(self.figures, self.period, None) if isinstance(self.period, Quarter) else None

    @cached_property
    def last_year(self) -> Travel:
        """Against the same quarter a year before, or the year before."""
        return on_last_year(self.figures, self.period, None)

    @property
    def history(self) -> tuple[tuple[Period, Figure], ...]:
        """Its figures up to the period."""
        return history_of(self.figures, self.period)


def history_of(figures: Figures, period: Period) -> tuple[tuple[Period, Figure], ...]:
    """Every figure up to `period`: of quarters for a quarter, outturns for a year."""
    if isinstance(period, Quarter):
        past = ((each, figures.quarter(each)) for each in figures.quarters if each <= period)
        return tuple((each, figure) for each, figure in past if figure is not None)
    outturns = ((each, figures.outturn(each)) for each in figures.years if each <= period)
    return tuple((each, figure) for each, figure in outturns if figure is not None)
