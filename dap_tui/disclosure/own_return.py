"""Where a partner's `[c]` can be worked out from the rest of its own return."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dap_tui.catalogue import Catalogue, Indicator
from dap_tui.disclosure.cell import Cell
from dap_tui.measure import Figure, Symbol
from dap_tui.period import Period
from dap_tui.returns import Returns


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A `[c]` that is not hidden: the others in a sum leave `number` for it.

    `figure` has its place. `sum_of` are the indicators whose figures the sum is of: its own breakdown, or the
    whole and its parts.
    """

    cell: Cell
    figure: Figure
    number: Decimal
    sum_of: tuple[str, ...]


def worked_out_in(catalogue: Catalogue, returns: Returns, period: Period) -> list[WorkedOut]:
    """The `[c]` of one period's returns that a sum in the same source's return gives away.

    A sum is a total and its breakdown rows, or a whole and its `parts` of the same source, with every figure
    there but one. Reports hide more, so that it stays hidden there; but the partner's own table may be
    published as it is.
    """
    found: dict[Cell, WorkedOut] = {}
    suppressed = {indicator for indicator, at in returns.suppressed if at == period}
    for indicator in catalogue.indicators if suppressed else ():
        if not indicator.unit.adds_up or suppressed.isdisjoint((indicator.id, *indicator.parts)):
            continue
        for sum_of, terms in _sums(catalogue, returns, indicator, period):
            missing = [(cell, figure, sign) for cell, figure, sign in terms if figure.number is None]
            if len(missing) != 1 or missing[0][1].symbol is not Symbol.CONFIDENTIAL:
                continue
            cell, figure, sign = missing[0]
            rest = sum((by * (each.number or Decimal()) for _, each, by in terms), Decimal())
            if cell not in found and -sign * rest >= 0:
                found[cell] = WorkedOut(cell, figure, -sign * rest, sum_of)
    return list(found.values())


Term = tuple[Cell, Figure, int]


def _sums(
    catalogue: Catalogue, returns: Returns, indicator: Indicator, period: Period
) -> Iterator[tuple[tuple[str, ...], list[Term]]]:
    """The sums that a source's own return holds, without `[z]`, which counts for nothing."""
    total = returns.totals(indicator.id).get(period)
    if total is None:
        return
    whole = (Cell(indicator.id, "", period), total, 1)
    if indicator.breakdown_adds_up and not any(
        row and (indicator.id, period) == (each, at) for each, row, at in returns.blanks
    ):
        rows = [
            (Cell(indicator.id, row, period), series[period], -1)
            for row, series in returns.rows(indicator.id).items()
            if period in series
        ]
        if rows:
            yield (indicator.id,), _counting([whole, *rows])
    parts = [catalogue.indicator.get(each) for each in dict.fromkeys(indicator.parts)]
    of_source = [each for each in parts if each is not None and each.source == indicator.source]
    if parts and len(of_source) == len(parts):
        figures = [(Cell(each.id, "", period), returns.totals(each.id).get(period), -1) for each in of_source]
        there = [(cell, figure, sign) for cell, figure, sign in figures if figure is not None]
        if len(there) == len(parts):
            yield (indicator.id, *(each.id for each in of_source)), _counting([whole, *there])


def _counting(terms: list[Term]) -> list[Term]:
    return [term for term in terms if term[1].symbol is not Symbol.NOT_APPLICABLE]
