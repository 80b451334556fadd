"""A family: indicators that `parts` and `ratio` tie together, settled as one, a step at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Catalogue, Indicator
from dap_tui.disclosure.cell import Cell, Kind, WentOut, step_of
from dap_tui.disclosure.counts import Counts, stays
from dap_tui.disclosure.said import Saying, said_of
from dap_tui.disclosure.settlement import Settlement
from dap_tui.disclosure.share import Share, made_of
from dap_tui.disclosure.small import is_small
from dap_tui.disclosure.sums import YearSums
from dap_tui.disclosure.table import Statement, Table
from dap_tui.disclosure.unprotected import Unprotected, unprotected_in
from dap_tui.measure import Aggregate
from dap_tui.period import Period, Year


def families(catalogue: Catalogue) -> list[tuple[Indicator, ...]]:
    """The indicators that add up and the percentages made from them, those that are tied together in one family."""
    counts = {each.id for each in catalogue.indicators if each.unit.adds_up}
    of = {
        each.id: {each.id} for each in catalogue.indicators if each.id in counts or counts.intersection(made_of(each))
    }
    for indicator in catalogue.indicators:
        for part in counts.intersection(indicator.parts if indicator.unit.adds_up else made_of(indicator)):
            if of[part] is not of[indicator.id]:
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
        self.indicators = tuple(each for each in indicators if each.unit.adds_up)
        self.table = Table()
        self.shares = {
            each.id: Share(each, ledger, self.table, self.hides) for each in indicators if not each.unit.adds_up
        }
        self.withheld: set[tuple[str, Period, Saying]] = set()
        self._ledger = ledger
        self._went_out = went_out
        self._drags = drags
        self._counts = Counts(self.table, ledger)
        self._settlement = Settlement(self.table)
        self._done = -1
        self._entries: dict[int, list[int]] = {}
        self._sums: dict[int, list[int]] = {}
        self._own = {each.id for each in indicators}
        self._bounds: dict[int, list[Statement]] = {}
        self._laid: dict[Year, YearSums] = {}
        self._unsaid: set[Cell] = set()
        self._hushed = {indicator for marks in went_out.values() for indicator, row in marks if not row}
        self._totals: dict[tuple[str, Year], list[int]] = {}
        self._flagged = frozenset(self._small_years())
        self._years = sorted({period.year for each in self._all_figures() for period in each.series})

    @property
    def is_open(self) -> bool:
        """Whether there is nothing in it to hide, in any year."""
        return not self._flagged

    def is_settled(self, last: int) -> bool:
        """Whether every step up to and with `last` is settled."""
        return self.is_open or last <= self._done

    @property
    def may_be_told(self) -> bool:
        """Whether bounds, what is shown or returns that disagree could keep a hidden figure from being protected.

        It is much quicker to say than to settle all.
        """
        if self.is_open:
            return False
        if any(each.bounds.max is not None or (each.bounds.min or 0) > 1 for each in self.indicators):
            return True
        if any(each.aggregate is Aggregate.MEAN for each in self.indicators):
            return True
        if any(period.year in self._flagged for period in self._went_out):
            return True
        for year in self._years:
            if year in self._flagged:
                self._lay(year)
        return any(not self.table.adds_up(at) for at in range(len(self.table.sums)))

    def unprotected(self, last: int) -> list[Unprotected]:
        """The hidden figures up to `last`, which is settled, that nothing could protect."""
        bare = {entry for entry in self._settlement.unprotected if self.table.step[entry] <= last}
        return unprotected_in(self.table, bare) if bare else []

    def settle(self, last: int) -> None:
        """Settles every step up to and with `last` that is not settled yet."""
        if self.is_settled(last):
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
            self._settlement.settle(
                step, self._entries.get(step, ()), self._sums.get(step, ()), self._bounds.get(step, ())
            )
            for share in self.shares.values():
                self._tell(share, year, period)
        silent = {
            each.id for each in self.indicators if self._hides_total(each.id, year, year.previous)
        }  # of which what is said may tell
        for indicator in self.indicators:
            if indicator.id in silent:
                self._say(indicator, period)
        for share in self.shares.values():
            if silent.intersection(made_of(share.indicator)) or share.indicator.id in self._hushed:
                self._say(share.indicator, period)

    def _hides_total(self, indicator: str, *years: Year) -> bool:
        """Whether any figure of an indicator itself is hidden in some years."""
        movable = self.table.movable
        return any(movable[entry] for year in years for entry in self._totals.get((indicator, year), ()))

    def _lay(self, year: Year) -> None:
        if year in self._laid:
            return
        table, first, before = self.table, len(self.table.value), len(self.table.at)
        sums = self._laid[year] = YearSums(table, self._ledger, self.indicators, year, self._drags)
        self._sums |= sums.lay()
        for share in self.shares.values():
            self._bound(share, year)
        for entry in range(first, len(table.value)):
            self._entries.setdefault(table.step[entry], []).append(entry)
        for cell, entry in islice(table.at.items(), before, None):
            if not cell.row:
                self._totals.setdefault((cell.indicator, year), []).append(entry)
            if cell.kind is Kind.VALUE and cell.period in self._went_out:
                table.hideable[entry] = False
                if (cell.indicator, cell.row) in self._went_out[cell.period]:
                    table.hide(entry)

    def _tell(self, share: Share, year: Year, period: Period) -> None:
        """A percentage tells of a count that nobody sent; it is shown where that tells no other."""
        for row, figures in share.figures.items():
            figure, cell = figures.series.get(period), Cell(share.indicator.id, row, period)
            if figure is None or figure.number is None or share.hides(cell):
                continue
            for terms in map(self._laid[year].terms, share.unsent(cell)):
                if terms and not self._settlement.admit(stays(terms)):
                    self._unsaid.add(cell)
                    self._hushed.add(cell.indicator)

    def _bound(self, share: Share, year: Year) -> None:
        """What a reader knows of the counts of a percentage in a year: that it is within its bounds, rows included."""
        part = share.members[0]
        for row in ("", *(self._ledger.rows(part) if part is not None else ())):
            for period in (*year.quarters, year):
                share.keep_withheld(row, period)
                bound = share.bound(row, period)
                if bound is not None:
                    step = max(self.table.step[entry] for entry in bound.entries)
                    self._bounds.setdefault(step, []).append(bound)

    def _say(self, indicator: Indicator, period: Period) -> None:
        """Admits what can be said of an indicator; without a status there is no direction of travel either."""
        figures = self._ledger.total(indicator)
        is_silent = False
        for said in said_of(indicator, figures, period, partial(self.hides, indicator)):
            if not is_silent:
                share = self.shares.get(indicator.id)
                statement = share.statement(said, self._is_unsaid) if share else self._counts.statement(indicator, said)
                if statement is not None and self._settlement.admit(statement):
                    continue
            self.withheld.add((indicator.id, period, said.saying))
            is_silent = is_silent or said.saying is Saying.STATUS

    def hides(self, indicator: Indicator, cell: Cell) -> bool:
        """Whether a cell of one of its indicators is hidden, of what has been settled."""
        if indicator.id in self.shares:
            share = self.shares[indicator.id]
            return share.hides(cell) or any(map(self._is_unsaid, share.returned_cells(cell)))
        return self._counts.hides(indicator, cell)

    def _is_unsaid(self, cell: Cell) -> bool:
        """Whether a percentage went out as `[c]`, or would tell of a count that nobody sent."""
        return (cell.indicator, cell.row) in self._went_out.get(cell.period, ()) or cell in self._unsaid

    def _all_figures(self) -> Iterable[Figures]:
        for indicator in self.indicators:
            yield self._ledger.total(indicator)
            yield from self._ledger.rows(indicator).values()

    def _small_years(self) -> set[Year]:
        """The years in which something has to be hidden, whatever else."""
        found = {period.year for period, marks in self._went_out.items()
                 if any(indicator in self._own for indicator, _ in marks)}  # fmt: skip
        if all(each.suppress_below is None for each in self.indicators):
            return found
        for figures in self._all_figures():
            for period, figure in figures.series.items():
                if period.year not in found and is_small(figures, period, figure):
                    found.add(period.year)
        return found
