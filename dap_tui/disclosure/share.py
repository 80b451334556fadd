"""Percentages with a `ratio`: hidden with the counts they are made from, and what is said of them says of those."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from math import ceil
from typing import NamedTuple

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Indicator
from dap_tui.disclosure.cell import Cell, Kind
from dap_tui.disclosure.said import Said, canonical
from dap_tui.disclosure.table import Number, Statement, Table
from dap_tui.measure import Aggregate, Figure, places, rounded
from dap_tui.period import Period, Quarter


class Count(NamedTuple):
    """One of a percentage's two figures: its number, and its entry where it is one that may move."""

    number: Decimal
    entry: int | None


class Share:
    """One percentage, and the table in which the counts it is made from stand."""

    def __init__(
        self, indicator: Indicator, ledger: Ledger, table: Table, hides: Callable[[Indicator, Cell], bool]
    ) -> None:
        """`hides` says of a count whether it is hidden."""
        self.indicator = indicator
        self.ledger = ledger
        self.members = [ledger.catalogue.indicator.get(each) for each in made_of(indicator)]
        self._table = table
        self._hides = hides

    @cached_property
    def figures(self) -> dict[str, Figures]:
        """Its own figures and those of its breakdown rows."""
        return {"": self.ledger.total(self.indicator), **self.ledger.rows(self.indicator)}

    def hides(self, cell: Cell) -> bool:
        """Whether it is hidden: with any count that it is made from."""
        return any(map(self._hides_returned, self.returned_cells(cell)))

    def returned_cells(self, cell: Cell) -> list[Cell]:
        """The cells of the percentages as they were returned, from which one of a year or of a year to date is made."""
        indicator, period = self.indicator, cell.period
        if indicator.is_yearly or (cell.kind is Kind.VALUE and isinstance(period, Quarter)):
            return [cell]
        quarters = [Cell(cell.indicator, cell.row, each) for each in period.year.quarters]
        if isinstance(period, Quarter):
            return quarters[: period.number]
        last_alone = indicator.is_running or indicator.aggregate is Aggregate.LATEST
        made_of_it = quarters[-1:] if last_alone else quarters
        figures = self.figures.get(cell.row)
        by_quarters = None if figures is None else figures.outturn_by_quarters(period)
        return made_of_it if by_quarters is not None and by_quarters.number is not None else [*made_of_it, cell]

    def _hides_returned(self, cell: Cell) -> bool:
        return any(
            member is not None and member.unit.adds_up and self._hides(member, self._cell_of(member, cell))
            for member in self.members
        )

    def unsent(self, cell: Cell) -> list[Cell]:
        """The cells of the counts it is made from that have no number, so that it tells of them."""
        cells = (self._cell_of(each, cell) for each in self.members if each is not None and each.unit.adds_up)
        return [each for each in cells if self._number(each) is None]

    def keep_withheld(self, row: str, period: Period) -> None:
        """Keeps a count that its partner withheld within what the other and the bounds leave it."""
        high = self.indicator.bounds.max
        own = Cell(self.indicator.id, row, period)
        cells = [self._cell_of(each, own) for each in self.members if each is not None]
        numbers = [self._number(cell) for cell in cells]
        if not high or len(cells) < 2 or numbers.count(None) != 1:
            return
        at = numbers.index(None)
        entry, other = self._table.at.get(cells[at]), numbers[1 - at]
        if entry is not None and other is not None:
            least, most = (None, int(other * high / 100)) if at == 0 else (ceil(other * 100 / high), None)
            self._table.narrow(entry, least, most)

    def bound(self, row: str, period: Period) -> Statement | None:
        """That it is within its own bounds, which a reader knows of its two counts; None where that says nothing."""
        low, high = self.indicator.bounds.min, self.indicator.bounds.max
        counts = self._counts(Cell(self.indicator.id, row, period))
        if counts is None or (low is None and high is None):
            return None

        def holds(by: tuple[Number, ...]) -> bool:
            share = _share(counts, dict(zip(entries, by, strict=True)))
            return share is not None and (low is None or share >= low) and (high is None or share <= high)

        entries = _entries(counts)
        is_true = holds((0,) * len(entries))
        return Statement(entries, holds) if entries and is_true else None

    def statement(self, said: Said, is_unsaid: Callable[[Cell], bool]) -> Statement | None:
        """What a status or an arrow of it says of its counts; None where that cannot be told, so that it is not said.

        That is so where the percentage is not what its counts make it, and where it is hidden (`is_unsaid`) for what
        it would tell of a count that nobody sent.
        """
        figures = self.figures[""]
        wanted = {each for cell in said.numbers for each in self.returned_cells(cell)}
        made: list[tuple[Period, Sequence[Count], int]] = []
        for cell in wanted:
            figure = figures.series.get(cell.period)
            if figure is None or figure.number is None or not (is_unsaid(cell) or self._hides_returned(cell)):
                continue
            counts = self._counts(cell)
            decimals = self.indicator.decimals
            most = places(figure.number) if decimals is None else decimals
            share = None if counts is None else _share(counts, {})
            if counts is None or share is None or rounded(share, most) != rounded(figure.number, most):
                return None
            made.append((cell.period, counts, most))
        entries = tuple(
            entry
            for entry in sorted({entry for _, counts, _ in made for entry in _entries(counts)})
            if self._table.movable[entry]
        )

        def holds(by: tuple[Number, ...]) -> bool:
            moved = dict(zip(entries, by, strict=True))
            series = dict(figures.series)
            for period, counts, most in made:
                share = _share(counts, moved)
                if share is None:
                    return False
                series[period] = Figure(rounded(share, most))
            other = Figures(self.indicator, series)
            numbers = {cell: _number(other, cell) for cell in said.numbers}
            return all(number is not None for number in numbers.values()) and said.holds(
                {cell: number for cell, number in numbers.items() if number is not None}
            )

        return Statement(entries, holds) if holds((0,) * len(entries)) else None

    def _counts(self, cell: Cell) -> list[Count] | None:
        """Its two counts where both are numbers, and where one that is hidden stands in the table."""
        found = []
        for member in self.members:
            if member is None:
                return None
            at = self._cell_of(member, cell)
            number = self._number(at)
            entry = self._table.at.get(at)
            if number is None or (entry is None and member.unit.adds_up and self._hides(member, at)):
                return None
            found.append(Count(number, entry))
        return found

    def _number(self, cell: Cell) -> Decimal | None:
        member = self.ledger.catalogue.indicator[cell.indicator]
        figures = self.ledger.rows(member).get(cell.row) if cell.row else self.ledger.total(member)
        figure = None if figures is None else figures.beside(self.indicator, cell.period)
        return None if figure is None else figure.number

    def _cell_of(self, member: Indicator, cell: Cell) -> Cell:
        """The cell of a count that goes with one of the percentage: of the quarter alone where only the count runs."""
        kind = Kind.VALUE
        if isinstance(cell.period, Quarter) and member.is_running != self.indicator.is_running:
            kind = Kind.TO_DATE if self.indicator.is_running else Kind.OWN
        return canonical(member, Cell(member.id, cell.row, cell.period, kind))


def made_of(indicator: Indicator) -> tuple[str, ...]:
    """The two indicators that a percentage is made from; none of any other."""
    return () if indicator.ratio is None or indicator.unit.adds_up else indicator.ratio


def _entries(counts: Sequence[Count]) -> tuple[int, ...]:
    return tuple(sorted({each.entry for each in counts if each.entry is not None}))


def _share(counts: Sequence[Count], moved: Mapping[int, Number]) -> Decimal | None:
    """What two counts make, with their entries moved; None where there is nothing to be shared."""
    part, whole = (each.number + moved.get(-1 if each.entry is None else each.entry, 0) for each in counts)
    return part * 100 / whole if whole else None


def _number(figures: Figures, cell: Cell) -> Decimal | None:
    if cell.kind is Kind.TO_DATE and isinstance(cell.period, Quarter):
        figure = figures.year_to_date(cell.period)
        return None if figure is None else figure.number
    return figures.number(cell.period)
