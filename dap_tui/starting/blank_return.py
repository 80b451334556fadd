"""What is asked of each source for a period: a row for every figure that is expected, with what it was before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dap_tui.assess.asked_for import asked_for
from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Indicator, Source
from dap_tui.errors import NotKnown
from dap_tui.export.cells import marked
from dap_tui.period import Period, Quarter, Year
from dap_tui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BlankRow:
    """A figure that is asked for: of an indicator, or of a breakdown row of it ("" is the total).

    `before` is the figure of the period before, as people read it, "" where there is none.
    """

    indicator: Indicator
    breakdown: str
    before: str


@dataclass(frozen=True, slots=True)
class BlankReturn:
    """A source's return of a period, to be filled in."""

    source: Source
    period: Period
    rows: tuple[BlankRow, ...]

    @property
    def due(self) -> date:
        """The day by which it is due."""
        return self.source.due(self.period)


def blank_returns(workspace: Workspace, period: Period) -> tuple[BlankReturn, ...]:
    """The blank returns of a period, of each source of which anything is expected then and not returned yet.

    Of a year it is the indicators with one figure a year. What dap works out, a ratio or a total that is never
    returned, is not asked for. A breakdown has the rows that were returned of it in its last year.
    Raises NotKnown where nothing is expected at all.
    """
    asking = _Asking(workspace, period)
    catalogue = workspace.catalogue
    expected = [each for each in catalogue.indicators if _is_asked_for(each, period)]
    if not expected:
        raise NotKnown(_nothing_expected(workspace, period))
    returns = []
    for source in catalogue.sources:
        rows = tuple(row for each in expected if each.source == source.id for row in asking.rows(each))
        if rows:
            returns.append(BlankReturn(source, period, rows))
    return tuple(returns)


def _is_asked_for(indicator: Indicator, period: Period) -> bool:
    return indicator.is_yearly == isinstance(period, Year) and indicator.is_expected(period)


def _nothing_expected(workspace: Workspace, period: Period) -> str:
    indicators = workspace.catalogue.indicators
    if isinstance(period, Year) and not any(each.is_yearly for each in indicators):
        return f"no indicator has one figure a year, so nothing is returned for {period}; name a quarter"
    if isinstance(period, Quarter) and indicators and all(each.is_yearly for each in indicators):
        return f"every indicator has one figure a year; name the year, {period.year}"
    if isinstance(period, Year) and any(
        _is_asked_for(each, quarter) for each in indicators for quarter in period.quarters
    ):
        return (
            f"what is returned once a year is not expected in {period}; for the others name a quarter, as {period}-Q4"
        )
    return f"no indicator is expected in {period}; see 'from' and 'until' in the catalogue"


class _Asking:
    def __init__(self, workspace: Workspace, period: Period) -> None:
        self.returns = workspace.returns
        self.period = period
        self.ledger = Ledger(workspace.catalogue, workspace.returns)
        self.blank = {(indicator, row) for indicator, row, each in self.returns.blanks if each == period}

    def rows(self, indicator: Indicator) -> Iterator[BlankRow]:
        """The rows that are asked for of one indicator: its total, then those of its breakdown."""
        asked = asked_for(indicator, self.returns, self.period)
        if asked.total:
            yield from self._row(indicator, "", self.ledger.total(indicator))
        for name in asked.rows:
            yield from self._row(indicator, name, self.ledger.rows(indicator)[name])

    def _row(self, indicator: Indicator, breakdown: str, figures: Figures) -> Iterator[BlankRow]:
        if self.period in figures.series or (indicator.id, breakdown) in self.blank:
            return
        before = figures.at(self.period.previous)
        yield BlankRow(indicator, breakdown, marked(indicator, before))
