"""What of a workspace is hidden, up to a period: counts by family, and percentages with what they are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Indicator
from dap_tui.disclosure.cell import Cell, Kind, WentOut, step_of
from dap_tui.disclosure.family import Family, families
from dap_tui.disclosure.said import Saying, canonical
from dap_tui.disclosure.unprotected import Unprotected
from dap_tui.period import Period, Quarter
from dap_tui.uncollected import uncollected


class Suppression:
    """Asks of one workspace what may be printed; a family is settled when it is first asked of, as far as wanted."""

    def __init__(self, ledger: Ledger, went_out: WentOut) -> None:
        self.ledger = ledger
        self._went_out = went_out
        self._last = -1
        self._ratios = Counter(
            member for each in ledger.catalogue.indicators if each.ratio for member in set(each.ratio)
        )
        self._members = {each.id: family for family in families(ledger.catalogue) for each in family}
        self._made: dict[str, Family] = {}

    def settle(self, period: Period) -> None:
        """From now on answers of everything up to `period`; with quarter 4 of its year, which its report shows too."""
        self._last = max(self._last, _last_step(period))

    def hidden_of(self, indicator: Indicator) -> Callable[[Cell], bool]:
        """Says of each cell of an indicator that has a number, in a settled period, whether it is hidden."""
        family = self._unsettled(indicator)
        if family is None or family.is_open:
            return _is_open
        self._settle(family)
        return lambda cell: family.hides(indicator, canonical(indicator, cell))

    def _family(self, indicator: Indicator) -> Family | None:
        """The family of an indicator, settled; None where it neither adds up nor is made from what does."""
        family = self._unsettled(indicator)
        if family is not None:
            self._settle(family)
        return family

    def _settle(self, family: Family) -> None:
        if not family.is_settled(self._last):
            with uncollected():
                family.settle(self._last)

    def _unsettled(self, indicator: Indicator) -> Family | None:
        members = self._members.get(indicator.id)
        if members is not None and indicator.id not in self._made:
            family = Family(members, self.ledger, self._went_out, self._dragged)
            self._made |= dict.fromkeys((each.id for each in members), family)
        return self._made.get(indicator.id)

    def withholds(self, indicator: Indicator, period: Period, saying: Saying) -> bool:
        """Whether a status or arrow of a settled period is not shown."""
        family = self._family(indicator)
        return family is not None and (indicator.id, period, saying) in family.withheld

    def hidden(self, indicator: Indicator, period: Period) -> set[Cell]:
        """The cells of an indicator that the report of `period` hides, of all periods that it shows."""
        family = self._family(indicator)
        if family is None or family.is_open:
            return set()
        rows = {"": self.ledger.total(indicator), **self.ledger.rows(indicator)}
        cells = (cell for row, figures in rows.items() for cell in _cells(figures, row, period))
        return set(filter(self.hidden_of(indicator), cells))

    def unprotected(self, period: Period) -> list[Unprotected]:
        """The hidden figures of all that the report of `period` shows that nothing could protect.

        Only families are settled for it in which there can well be one.
        """
        found: dict[int, list[Unprotected]] = {}
        for indicator in self.ledger.catalogue.indicators:
            family = self._unsettled(indicator)
            if family is not None and id(family) not in found:
                found[id(family)] = []
                if family.is_settled(self._last) or family.may_be_told:
                    self._family(indicator)
                    found[id(family)] = family.unprotected(_last_step(period))
        return [each for of_family in found.values() for each in of_family]

    def _dragged(self, cell: Cell) -> int:
        return self._ratios.get(cell.indicator, 0) if cell.kind is Kind.VALUE and not cell.row else 0


def _is_open(cell: Cell) -> bool:  # noqa: ARG001 # nothing is hidden
    return False


def _last_step(period: Period) -> int:
    """The last step that a report shows: with quarter 4 also its year."""
    return step_of(period.year if isinstance(period, Quarter) and period.number == 4 else period)


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
