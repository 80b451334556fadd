"""Figures as a report shows them: `[c]` where one is hidden, the true one where it is not.

Whatever is worked out from these is hidden with them, because the number is not there to work with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Indicator
from dap_tui.disclosure.cell import Cell, Kind, step_of
from dap_tui.disclosure.quoted import may_tell
from dap_tui.disclosure.suppression import Suppression
from dap_tui.measure import Figure, Symbol
from dap_tui.period import Period, Quarter, Year
from dap_tui.returns import Returns, Series


def confidential(figure: Figure) -> Figure:
    """`[c]` in place of a figure, with its marks; the words beside it only where no number is among them."""
    words = figure.words if figure.words and not may_tell(figure.words) else None
    return Figure(None, Symbol.CONFIDENTIAL, figure.marks, words, figure.place, figure.worked_out)


@dataclass(frozen=True)
class MaskedFigures(Figures):
    """A series as it is shown. What is worked out keeps its true number where that is shown."""

    true: Figures = field(repr=False, kw_only=True)
    row: str = field(kw_only=True)
    suppression: Suppression = field(repr=False, kw_only=True)

    def own_quarter(self, quarter: Quarter) -> Figure | None:
        """What happened in the quarter alone, where that is shown."""
        return self._shown(self.true.own_quarter(quarter), quarter, Kind.OWN)

    def year_to_date(self, quarter: Quarter) -> Figure | None:
        """The figure of the year up to and with `quarter`, where that is shown."""
        return self._shown(self.true.year_to_date(quarter), quarter, Kind.TO_DATE)

    def outturn(self, year: Year) -> Figure | None:
        """The year's figure, where that is shown."""
        return self._shown(self.true.outturn(year), year, Kind.VALUE)

    def outturn_by_quarters(self, year: Year) -> Figure | None:
        """The year's figure as its quarters make it, where the year's figure is shown."""
        return self._shown(self.true.outturn_by_quarters(year), year, Kind.VALUE)

    def _shown(self, figure: Figure | None, period: Period, kind: Kind) -> Figure | None:
        if figure is None or figure.number is None:
            return figure
        cell = Cell(self.indicator.id, self.row, period, kind)
        return confidential(figure) if self._is_hidden(cell) else figure

    @cached_property
    def _is_hidden(self) -> Callable[[Cell], bool]:
        return self.suppression.hidden_of(self.indicator)


@dataclass(frozen=True)
class MaskedLedger(Ledger):
    """The figures of every indicator as the report of `period` shows them; what is later is not there."""

    true: Ledger = field(repr=False, kw_only=True)
    suppression: Suppression = field(repr=False, kw_only=True)
    period: Period = field(kw_only=True)

    @classmethod
    def of(cls, true: Ledger, suppression: Suppression, period: Period) -> MaskedLedger:
        """The ledger of a report. It holds no returns, so that nothing can be worked out around it."""
        return cls(true.catalogue, Returns(), true=true, suppression=suppression, period=period)

    def total(self, indicator: Indicator) -> Figures:
        """The indicator's own figures, as shown."""
        if indicator.id not in self._totals:
            self._totals[indicator.id] = self._masked(indicator, "", self.true.total(indicator))
        return self._totals[indicator.id]

    def rows(self, indicator: Indicator) -> dict[str, Figures]:
        """The indicator's breakdown rows, as shown."""
        if indicator.id not in self._rows:
            rows = self.true.rows(indicator)
            self._rows[indicator.id] = {name: self._masked(indicator, name, each) for name, each in rows.items()}
        return dict(self._rows[indicator.id])

    @cached_property
    def _end(self) -> int:
        """The last step it shows: with quarter 4 also its year."""
        is_last = isinstance(self.period, Quarter) and self.period.number == 4
        return step_of(self.period.year if is_last else self.period)

    def _masked(self, indicator: Indicator, row: str, true: Figures) -> Figures:
        is_hidden = self.suppression.hidden_of(indicator)
        series: Series = {
            period: confidential(figure)
            if figure.number is not None and is_hidden(Cell(indicator.id, row, period))
            else figure
            for period, figure in true.series.items()
            if step_of(period) <= self._end
        }
        return MaskedFigures(indicator, series, true=true, row=row, suppression=self.suppression)
