"""A family: indicators that `parts` tie together, settled as one, a step at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import islice

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Catalogue, Indicator
from dap_tui.disclosure.cell import Cell, Kind, WentOut, step_of
from dap_tui.disclosure.said import Said, Saying, said_of
from dap_tui.disclosure.settlement import Settlement
from dap_tui.disclosure.sums import YearSums, small
from dap_tui.disclosure.table import Statement, Table
from dap_tui.measure import Aggregate, Symbol
from dap_tui.period import Period, Year


def families(catalogue: Catalogue) -> list[tuple[Indicator, ...]]:
    """The indicators that add up, those that `parts` tie together in one family."""
    of = {each.id: {each.id} for each in catalogue.indicators if each.unit.adds_up}
    for indicator in catalogue.indicators:
        for part in indicator.parts:
            if part in of and indicator.id in of and of[part] is not of[indicator.id]:
                of[indicator.id] |= of[part]
                for member in of[part]:
                    of[member] = of[indicator.id]
    found: dict[int, list[Indicator]] = {}
    for indicator in catalogue.indicators:
        if indicator.id in of:
            found.setdefault(id(of[indicator.id]), []).append(indicator)
    return [tuple(each) for each in found.values()]


class Family:
    """One family's cells: which of them are hidden, and what of their statuses and arrows is withheld."""

    def __init__(
        self, indicators: tuple[Indicator, ...], ledger: Ledger, went_out: WentOut, drags: Callable[[Cell], int]
    ) -> None:
        self.indicators = indicators
        self.table = Table()
        self.withheld: set[tuple[str, Period, Saying]] = set()
        self._ledger = ledger
        self._went_out = went_out
        self._drags = drags
        self._settlement = Settlement(self.table)
        self._done = -1
        self._entries: dict[int, list[int]] = {}
        self._sums: dict[int, list[int]] = {}
        self._laid: set[Year] = set()
        self._totals: dict[tuple[str, Year], list[int]] = {}
        self._flagged = frozenset(self._small_years())
        self._years = sorted({year for each in self._all_figures() for year in each.years})

    @property
    def is_open(self) -> bool:
        """Whether there is nothing in it to hide, in any year."""
        return not self._flagged

    def settle(self, last: int) -> None:
        """Settles every step up to and with `last` that is not settled yet."""
        if self.is_open or last <= self._done:
            return
        for year in self._years:
            for period in (*year.quarters, year):
                step = step_of(period)
                if self._done < step <= last:
                    self._settle(year, period, step)
        self._done = last

    def _settle(self, year: Year, period: Period, step: int) -> None:
        if year in self._flagged:
            self._lay(year)
            self._settlement.settle(step, self._entries.get(step, ()), self._sums.get(step, ()))
        for indicator in self.indicators:
            if self._hides_total(indicator, year) or self._hides_total(indicator, year.previous):
                self._say(indicator, period)

    def _hides_total(self, indicator: Indicator, year: Year) -> bool:
        """Whether any figure of an indicator itself is hidden in a year, so that what is said of it may tell."""
        return any(self.table.movable[entry] for entry in self._totals.get((indicator.id, year), ()))

    def _lay(self, year: Year) -> None:
        if year in self._laid:
            return
        self._laid.add(year)
        table, first, before = self.table, len(self.table.value), len(self.table.at)
        self._sums |= YearSums(table, self._ledger, self.indicators, year, self._drags).lay()
        for entry in range(first, len(table.value)):
            self._entries.setdefault(table.step[entry], []).append(entry)
        for cell, entry in islice(table.at.items(), before, None):
            if not cell.row:
                self._totals.setdefault((cell.indicator, year), []).append(entry)
            if cell.kind is Kind.VALUE and cell.period in self._went_out:
                table.hideable[entry] = False
                if (cell.indicator, cell.row) in self._went_out[cell.period]:
                    table.hide(entry)

    def _say(self, indicator: Indicator, period: Period) -> None:
        """Admits what can be said of an indicator; without a status there is no direction of travel either."""
        figures = self._ledger.total(indicator)
        is_silent = False
        for said in said_of(indicator, figures, period):
            if not any(self.hides(indicator, cell) for cell in said.numbers):
                continue
            if is_silent or not self._admit(indicator, said):
                self.withheld.add((indicator.id, period, said.saying))
                is_silent = is_silent or said.saying is Saying.STATUS

    def _admit(self, indicator: Indicator, said: Said) -> bool:
        entries = {cell: self.table.at.get(cell) for cell in said.numbers}
        if any(entry is None and self.hides(indicator, cell) for cell, entry in entries.items()):
            return False
        of = {cell: entry for cell, entry in entries.items() if entry is not None and self.table.movable[entry]}
        moving = tuple(sorted(set(of.values())))

        def holds(by: tuple[int, ...]) -> bool:
            step = dict(zip(moving, by, strict=True))
            return said.holds({cell: number + step.get(of.get(cell, -1), 0) for cell, number in said.numbers.items()})

        return self._settlement.admit(Statement(moving, holds))

    def hides(self, indicator: Indicator, cell: Cell) -> bool:
        """Whether a cell of one of its indicators is hidden, of what has been settled.

        What is worked out from several figures otherwise than by a sum is hidden with any of them.
        """
        entry = self.table.at.get(cell)
        if entry is not None:
            return self.table.movable[entry]
        if cell.kind is Kind.OWN or (cell.kind is Kind.VALUE and not isinstance(cell.period, Year)):
            return False
        return any(self._hides_value(each) for each in self._worked_out_from(indicator, cell))

    def _hides_value(self, cell: Cell) -> bool:
        entry = self.table.at.get(cell)
        return entry is not None and self.table.movable[entry]

    def _worked_out_from(self, indicator: Indicator, cell: Cell) -> Iterable[Cell]:
        year = cell.period.year
        number = 4 if isinstance(cell.period, Year) else cell.period.number
        if indicator.is_yearly or indicator.is_running:
            return ()
        quarters = [Cell(cell.indicator, cell.row, each) for each in year.quarters[:number]]
        is_last = indicator.aggregate is Aggregate.LATEST and cell.kind is Kind.VALUE
        return quarters[-1:] if is_last else quarters

    def _all_figures(self) -> Iterable[Figures]:
        for indicator in self.indicators:
            yield self._ledger.total(indicator)
            yield from self._ledger.rows(indicator).values()

    def _small_years(self) -> set[Year]:
        """The years in which something has to be hidden, whatever else."""
        found = {period.year for period, marks in self._went_out.items()
                 if any(each.id == indicator for each in self.indicators for indicator, _ in marks)}  # fmt: skip
        if all(each.suppress_below is None for each in self.indicators):
            return found
        for figures in self._all_figures():
            indicator = figures.indicator
            for period, figure in figures.series.items():
                if period.year in found:
                    continue
                if figure.symbol is Symbol.CONFIDENTIAL or (figure.number and small(indicator, figure.number)):
                    found.add(period.year)
                elif not isinstance(period, Year) and indicator.suppress_below is not None:
                    own = figures.own_quarter(period) if indicator.is_running else None
                    mean = figures.year_to_date(period) if indicator.aggregate is Aggregate.MEAN else None
                    if any(small(indicator, (each.number if each else None) or Decimal()) for each in (own, mean)):
                        found.add(period.year)
        return found
