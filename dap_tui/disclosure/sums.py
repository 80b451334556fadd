"""The sums a reader knows, of one family of indicators in one year.

They are those of "Small numbers" in the description of the measures: breakdown and total, `parts`, quarters
with their year to date and their year, running totals with their own-quarter figures, breakdown rows included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Indicator
from dap_tui.disclosure.cell import Cell, Kind
from dap_tui.disclosure.sheet import Sheet
from dap_tui.disclosure.small import small
from dap_tui.disclosure.table import FIXED, MISSING, Table
from dap_tui.measure import Aggregate, Symbol
from dap_tui.period import Period, Quarter, Year


@dataclass(slots=True)
class Entries:
    """Where the figures of one series in one year stand in the table: an entry, FIXED or MISSING.

    `own` and `to_date` are of quarters 1 to 4. `by_year` says that the year's figure was returned as such.
    """

    quarter: list[int] = field(default_factory=lambda: [MISSING] * 4)
    own: list[int] = field(default_factory=lambda: [MISSING] * 4)
    to_date: list[int] = field(default_factory=lambda: [MISSING] * 4)
    year: int = MISSING
    by_year: bool = False

    def at(self, period: Period) -> int:
        """Where the figure that was returned for a period, or a year's outturn, stands."""
        return self.year if isinstance(period, Year) else self.quarter[period.number - 1]


class YearSums:
    """Lays one year of a family into a table."""

    def __init__(
        self,
        table: Table,
        ledger: Ledger,
        family: tuple[Indicator, ...],
        year: Year,
        drags: Callable[[Cell], int],
    ) -> None:
        self.table = table
        self.ledger = ledger
        self.family = family
        self.year = year
        self._sheet = Sheet(table, drags)
        self._totals: dict[str, Entries] = {}
        self._rows: dict[str, dict[str, Entries]] = {}

    def lay(self) -> dict[int, list[int]]:
        """Lays it; the new sums by the step in which they are known."""
        for indicator in self.family:
            figures = self.ledger.total(indicator)
            total = self._series(indicator, "", figures)
            rows = {name: self._series(indicator, name, each) for name, each in self.ledger.rows(indicator).items()}
            self._totals[indicator.id], self._rows[indicator.id] = total, rows
            if indicator.breakdown_adds_up and rows:
                self._breakdown(indicator, total, rows)
        for indicator in self.family:
            if indicator.parts:
                self._parts(indicator)
        return self._sheet.sums

    def terms(self, cell: Cell) -> list[tuple[int, int]]:
        """The entries that make a figure which nobody sent, each with its sign; none where one of them is not there."""
        entries = self._rows.get(cell.indicator, {}).get(cell.row) if cell.row else self._totals.get(cell.indicator)
        if entries is None:
            return []
        period, found = cell.period, [(entries.at(cell.period), 1)]
        if cell.kind is Kind.OWN and isinstance(period, Quarter):
            found.append((entries.at(period.previous), -1))
        elif cell.kind is Kind.TO_DATE and isinstance(period, Quarter):
            found = [(each, 1) for each in entries.quarter[: period.number]]
        elif isinstance(period, Year) and entries.year == MISSING:
            found = [(each, 1) for each in entries.quarter]
        if any(entry == MISSING for entry, _ in found):
            return []
        return [(entry, sign) for entry, sign in found if entry >= 0]

    def _series(self, indicator: Indicator, row: str, figures: Figures) -> Entries:
        found = Entries()
        if not indicator.is_yearly:
            found.quarter = [
                self._sheet.entry(Cell(indicator.id, row, each), figures.quarter(each), indicator)
                for each in self.year.quarters
            ]
            if not row:
                # Nobody prints a total that is not there, but its rows, its year or what it is part of tell of it.
                found.quarter = [
                    self._sheet.or_unknown(entry, quarter) if indicator.is_expected(quarter) else entry
                    for entry, quarter in zip(found.quarter, self.year.quarters, strict=True)
                ]
            if indicator.is_running:
                self._own(indicator, row, figures, found)
            else:
                found.own = found.quarter
                self._to_date(indicator, row, figures, found)
        self._outturn(indicator, row, figures, found)
        if found.year == MISSING and (indicator.is_running or indicator.aggregate is Aggregate.LATEST):
            found.year = found.quarter[3]
            if found.year >= 0 and self.table.guarded[found.year]:
                self.table.at[Cell(indicator.id, row, self.year)] = found.year
        return found

    def _own(self, indicator: Indicator, row: str, figures: Figures, found: Entries) -> None:
        """A running total is the one before and what happened in the quarter, which is 0 or more where nobody knows."""
        found.to_date = found.quarter
        found.own[0] = found.quarter[0]
        for at, quarter in enumerate(self.year.quarters[1:], 1):
            own, cell = figures.own_quarter(quarter), Cell(indicator.id, row, quarter, Kind.OWN)
            now, before = found.quarter[at], found.quarter[at - 1]
            if own is not None and own.number is not None:
                found.own[at] = self._sheet.entry(cell, own, indicator)
            elif now >= 0 and before != MISSING and not figures.breaks_between(quarter.previous, quarter):
                found.own[at] = self._sheet.unknown(quarter)
                if own is not None and own.symbol is Symbol.CONFIDENTIAL:
                    self.table.hide(found.own[at])
                    self.table.at[cell] = found.own[at]
            if found.own[at] != MISSING:
                self._sheet.tie(quarter, (now, 1), (before, -1), (found.own[at], -1))

    def _to_date(self, indicator: Indicator, row: str, figures: Figures, found: Entries) -> None:
        """The year to date: of a total; a breakdown row has none but its outturn."""
        found.to_date = [MISSING] * 4
        if row:
            return
        for at, quarter in enumerate(self.year.quarters):
            figure = figures.year_to_date(quarter)
            if figure is None or figure.number is None:
                continue
            cell = Cell(indicator.id, "", quarter, Kind.TO_DATE)
            if indicator.aggregate is Aggregate.SUM and at == 0:
                found.to_date[0] = found.quarter[0]
            elif indicator.aggregate is Aggregate.SUM:
                found.to_date[at] = self._sheet.entry(cell, figure, indicator)
                before = found.to_date[at - 1] if found.to_date[at - 1] != MISSING else FIXED
                self._sheet.tie(quarter, (found.to_date[at], 1), (before, -1), (found.quarter[at], -1))
            elif indicator.aggregate is Aggregate.MEAN and at and small(indicator, figure.number):
                # A mean is hidden with any of its quarters; a small one of noughts and large figures by itself.
                found.to_date[at] = self._sheet.entry(cell, figure, indicator)
                known = [each for each in found.quarter[: at + 1] if each >= 0 and self.table.known[each]]
                self._sheet.tie_mean(quarter, found.to_date[at], known)
            elif indicator.aggregate is Aggregate.LATEST:
                numbers = [found.quarter[one] for one in range(at + 1) if self._is_number(figures, one)]
                found.to_date[at] = numbers[-1]
            if found.to_date[at] >= 0:
                self.table.at.setdefault(cell, found.to_date[at])

    def _is_number(self, figures: Figures, at: int) -> bool:
        figure = figures.series.get(self.year.quarters[at])
        return figure is not None and figure.number is not None

    def _outturn(self, indicator: Indicator, row: str, figures: Figures, found: Entries) -> None:
        cell = Cell(indicator.id, row, self.year)
        by_quarters = None if indicator.is_yearly else figures.outturn_by_quarters(self.year)
        is_last = indicator.is_running or indicator.aggregate is Aggregate.LATEST
        if by_quarters is not None and by_quarters.number is not None:
            if is_last:
                found.year = found.quarter[3]
            elif not row:
                found.year = found.to_date[3]
            elif indicator.aggregate is Aggregate.SUM or small(indicator, by_quarters.number):
                found.year = self._sheet.entry(cell, by_quarters, indicator)
                tie = self._sheet.tie_up if indicator.aggregate is Aggregate.SUM else self._sheet.tie_mean
                tie(self.year, found.year, found.quarter)
            if found.year >= 0:
                self.table.at.setdefault(cell, found.year)
            return
        figure = figures.outturn(self.year)
        if figure is None or self.year not in figures.series:
            return
        found.year, found.by_year = self._sheet.entry(cell, figure, indicator), True
        if is_last and found.quarter[3] >= 0:
            self._sheet.tie(self.year, (found.year, 1), (found.quarter[3], -1))
        elif not is_last and indicator.aggregate is Aggregate.SUM and any(each >= 0 for each in found.quarter):
            there = self._quarters_with_rows(indicator, row) if row else frozenset()
            terms = [
                entry
                if quarter in there or not indicator.is_expected(quarter)
                else self._sheet.or_unknown(entry, self.year)
                for entry, quarter in zip(found.quarter, self.year.quarters, strict=True)
            ]
            self._sheet.tie_up(self.year, found.year, terms)

    def _quarters_with_rows(self, indicator: Indicator, row: str) -> frozenset[Period]:
        """The quarters with a breakdown, in which a row that is not there, nor left blank, counts for nothing."""
        rows, blanks = self.ledger.rows(indicator).values(), self.ledger.returns.blanks
        there = (each for each in self.year.quarters if any(each in figures.series for figures in rows))
        return frozenset(each for each in there if (indicator.id, row, each) not in blanks)

    def _breakdown(self, indicator: Indicator, total: Entries, rows: Mapping[str, Entries]) -> None:
        for at, quarter in enumerate(self.year.quarters):
            parts = (
                []
                if indicator.is_yearly
                else [each.quarter[at] for each in rows.values() if each.quarter[at] != MISSING]
            )
            self._add_up(indicator, quarter, total.quarter[at], parts)
        yearly = [each for each in rows.values() if each.by_year]
        if yearly and total.year == MISSING:
            total.year = self._sheet.unknown(self.year)
        if yearly or (total.by_year and any(each.year != MISSING for each in rows.values())):
            parts = [self._sheet.or_unknown(each.year, self.year) for each in rows.values()
                     if each.year != MISSING or any(one != MISSING for one in each.quarter)]  # fmt: skip
            self._add_up(indicator, self.year, total.year, parts)

    def _add_up(self, indicator: Indicator, period: Period, total: int, parts: list[int]) -> None:
        if total == MISSING or not parts:
            return
        if (indicator.id, period) in self.ledger.left_blank:
            parts = [*parts, self._sheet.unknown(period)]
        self._sheet.tie_up(period, total, parts)

    def _parts(self, indicator: Indicator) -> None:
        catalogue = self.ledger.catalogue.indicator
        parts = [catalogue[each] for each in dict.fromkeys(indicator.parts) if each in self._totals]
        whole = self._totals[indicator.id]
        for at, quarter in enumerate(self.year.quarters):
            if indicator.is_running:
                found = {each.id: self._totals[each.id].to_date[at] for each in parts}
            else:
                found = {each.id: self._totals[each.id].own[at] for each in parts}
            self._compose(quarter, whole.quarter[at], parts, found)
        if whole.by_year or any(self._totals[each.id].by_year for each in parts):
            self._compose(self.year, whole.year, parts, {each.id: self._totals[each.id].year for each in parts})

    def _compose(self, period: Period, whole: int, parts: list[Indicator], found: Mapping[str, int]) -> None:
        """A part that is expected and not there is unknown; one that is not expected counts for nothing."""
        terms = [
            self._sheet.or_unknown(found[each.id], period)
            for each in parts
            if found[each.id] != MISSING or each.is_expected(period)
        ]
        if whole != MISSING and terms:
            self._sheet.tie_up(period, whole, terms)
