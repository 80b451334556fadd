"""Counts in a table: which of them are hidden, those that are worked out among them, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dap_tui.assess.figures import Ledger
from dap_tui.catalogue import Indicator
from dap_tui.disclosure.cell import Cell, Kind
from dap_tui.disclosure.said import Said
from dap_tui.disclosure.table import Number, Statement, Table
from dap_tui.measure import Aggregate
from dap_tui.period import Quarter, Year


class Counts:
    """The counts of one family."""

    def __init__(self, table: Table, ledger: Ledger) -> None:
        self._table = table
        self._ledger = ledger

    def hides(self, indicator: Indicator, cell: Cell) -> bool:
        """Whether a cell is hidden, of what has been settled.

        What is worked out from several figures otherwise than by a sum is hidden with any of them.
        """
        entry = self._table.at.get(cell)
        if entry is not None and (self._table.movable[entry] or not _is_mean(indicator, cell)):
            return self._table.movable[entry]
        if isinstance(cell.period, Quarter) and (cell.kind is Kind.VALUE or self._is_nought(indicator, cell)):
            return False
        return any(self._hides_value(each) for each in self._worked_out_from(indicator, cell))

    def statement(self, indicator: Indicator, said: Said) -> Statement | None:
        """What is said of a count; None where a figure of it is hidden that is no sum, so that it is not said."""
        at, movable = self._table.at, self._table.movable
        no_sums = (cell for cell in said.numbers if cell not in at or _is_mean(indicator, cell))
        if any(self.hides(indicator, cell) for cell in no_sums):
            return None
        moving = tuple(sorted({at[cell] for cell in said.numbers if cell in at and movable[at[cell]]}))
        places = [
            (cell, number, moving.index(at[cell]) if cell in at and at[cell] in moving else None)
            for cell, number in said.numbers.items()
        ]

        def holds(by: tuple[Number, ...]) -> bool:
            return said.holds({cell: number if of is None else number + by[of] for cell, number, of in places})

        return Statement(moving, holds)

    def _is_nought(self, indicator: Indicator, cell: Cell) -> bool:
        """Whether nothing happened in a quarter alone, or the latest figure is a nought: those are always printed."""
        rows = {"": self._ledger.total(indicator)} if not cell.row else self._ledger.rows(indicator)
        figures, period = rows.get(cell.row), cell.period
        if figures is None or not isinstance(period, Quarter) or indicator.aggregate is Aggregate.MEAN:
            return False
        figure = figures.own_quarter(period) if cell.kind is Kind.OWN else figures.year_to_date(period)
        return figure is not None and figure.number == 0

    def _hides_value(self, cell: Cell) -> bool:
        entry = self._table.at.get(cell)
        return entry is not None and self._table.guarded[entry]

    def _worked_out_from(self, indicator: Indicator, cell: Cell) -> Iterable[Cell]:
        if cell.kind is Kind.OWN and isinstance(cell.period, Quarter):
            return [Cell(cell.indicator, cell.row, each) for each in (cell.period.previous, cell.period)]
        year = cell.period.year
        number = 4 if isinstance(cell.period, Year) else cell.period.number
        if indicator.is_yearly or indicator.is_running:
            return ()
        quarters = [Cell(cell.indicator, cell.row, each) for each in year.quarters[:number]]
        is_last = indicator.aggregate is Aggregate.LATEST and cell.kind is Kind.VALUE
        return quarters[-1:] if is_last else quarters


def _is_mean(indicator: Indicator, cell: Cell) -> bool:
    """Whether a figure is a mean of quarters, which is no sum of them."""
    if indicator.aggregate is not Aggregate.MEAN or indicator.is_running or indicator.is_yearly:
        return False
    return cell.kind is Kind.TO_DATE or isinstance(cell.period, Year)


def stays(terms: Sequence[tuple[int, int]]) -> Statement:
    """That a sum of entries is what it is."""
    return Statement(
        tuple(entry for entry, _ in terms),
        lambda by: not sum(sign * each for (_, sign), each in zip(terms, by, strict=True)),
    )
