"""What of a workspace is hidden, up to a period: counts by family, and percentages with what they are made from."""

from __future__ import annotations

from collections import Counter

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Indicator
from dap_tui.disclosure.cell import Cell, Kind, step_of
from dap_tui.disclosure.family import Family, WentOut, families
from dap_tui.disclosure.said import Saying, canonical, said_of
from dap_tui.measure import Aggregate
from dap_tui.period import Period, Quarter


class Suppression:
    """Asks of one workspace what may be printed; families are settled as far as was asked, and no further."""

    def __init__(self, ledger: Ledger, went_out: WentOut) -> None:
        self.ledger = ledger
        self._ratios = Counter(
            member for each in ledger.catalogue.indicators if each.ratio for member in set(each.ratio)
        )
        self._family: dict[str, Family] = {}
        self._families = [Family(each, ledger, went_out, self._dragged) for each in families(ledger.catalogue)]
        for family in self._families:
            for indicator in family.indicators:
                self._family[indicator.id] = family

    def settle(self, period: Period) -> None:
        """Settles everything up to and with `period`; with quarter 4 its year, which its report shows too."""
        last = step_of(period.year if isinstance(period, Quarter) and period.number == 4 else period)
        for family in self._families:
            family.settle(last)

    def hides(self, indicator: Indicator, cell: Cell) -> bool:
        """Whether a cell that has a number is hidden, of a period that has been settled."""
        cell = canonical(indicator, cell)
        family = self._family.get(indicator.id)
        if family is not None:
            return not family.is_open and family.hides(indicator, cell)
        return indicator.ratio is not None and any(
            self._hides_ratio(indicator, each) for each in _made_of(indicator, cell)
        )

    def withholds(self, indicator: Indicator, period: Period, saying: Saying) -> bool:
        """Whether a status or arrow of a settled period is not shown.

        Of a hidden percentage none is: what it says of its two counts is not worked out.
        """
        family = self._family.get(indicator.id)
        if family is not None:
            return (indicator.id, period, saying) in family.withheld
        if indicator.ratio is None:
            return False
        said = said_of(indicator, self.ledger.total(indicator), period)
        silent = {each.saying for each in said if any(self.hides(indicator, cell) for cell in each.numbers)}
        return saying in silent or (Saying.STATUS in silent and any(each.saying is saying for each in said))

    def hidden(self, period: Period) -> frozenset[Cell]:
        """The cells that the report of `period` hides, of all periods that it shows."""
        found = set()
        for indicator in self.ledger.catalogue.indicators:
            family = self._family.get(indicator.id)
            if (family is None or family.is_open) and indicator.ratio is None:
                continue
            rows = {"": self.ledger.total(indicator), **self.ledger.rows(indicator)}
            for row, figures in rows.items():
                for cell in _cells(figures, row, period):
                    if self.hides(indicator, cell):
                        found.add(cell)
        return frozenset(found)

    def _dragged(self, cell: Cell) -> int:
        return self._ratios[cell.indicator] if cell.kind is Kind.VALUE and not cell.row else 0

    def _hides_ratio(self, indicator: Indicator, cell: Cell) -> bool:
        members = (self.ledger.catalogue.indicator.get(each) for each in indicator.ratio or ())
        return any(
            member is not None and member.unit.adds_up and self.hides(member, Cell(member.id, cell.row, cell.period))
            for member in members
        )


def _made_of(indicator: Indicator, cell: Cell) -> list[Cell]:
    """The returned cells from which a percentage of a year, or of a year to date, may be made."""
    if indicator.is_yearly or (cell.kind is Kind.VALUE and isinstance(cell.period, Quarter)):
        return [cell]
    year = cell.period.year
    quarters = [Cell(cell.indicator, cell.row, each) for each in year.quarters]
    if isinstance(cell.period, Quarter):
        return quarters[: cell.period.number]
    last_alone = indicator.is_running or indicator.aggregate is Aggregate.LATEST
    return [*(quarters[-1:] if last_alone else quarters), cell]


def _cells(figures: Figures, row: str, last: Period) -> list[Cell]:
    """The cells of a series up to `last` that have a number or a partner's `[c]`."""
    indicator = figures.indicator
    end = step_of(last)
    found = []
    for quarter in figures.quarters:
        if step_of(quarter) <= end:
            kinds = [Kind.VALUE]
            if not row and canonical(indicator, Cell(indicator.id, row, quarter, Kind.TO_DATE)).kind is Kind.TO_DATE:
                kinds += [Kind.TO_DATE] if figures.year_to_date(quarter) else []
            if indicator.is_running and quarter.number > 1 and figures.own_quarter(quarter):
                kinds.append(Kind.OWN)
            found += [Cell(indicator.id, row, quarter, kind) for kind in kinds]
    found += [
        Cell(indicator.id, row, year)
        for year in figures.years
        if figures.outturn(year) and (step_of(year) <= end or last == year.quarters[3])
    ]
    return found
