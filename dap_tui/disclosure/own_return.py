"""Where a partner's `[c]` can be worked out from the rest of its own return."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dap_tui.catalogue import Catalogue, Indicator
from dap_tui.disclosure.cell import Cell
from dap_tui.measure import Aggregate, Figure, Symbol, places, rounded
from dap_tui.period import Period, Year
from dap_tui.returns import Returns


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A `[c]` that is not hidden: what else its source returned leaves `number` for it.

    `figure` has its place. `share` is the percentage that tells it, None where a sum does.
    """

    cell: Cell
    figure: Figure
    number: Decimal
    share: str | None = None


def worked_out_in(catalogue: Catalogue, returns: Returns, period: Period) -> list[WorkedOut]:
    """The `[c]` of one period's returns, or with a year of its quarters', that the same source's return gives away.

    By a sum that has every other figure: a total and its breakdown rows, a whole and its `parts` of the same source, a
    year and its quarters. Or by a percentage that has the other of its two counts. Reports hide more, so that it stays
    hidden there; but the partner's own table may be published as it is.
    """
    found: dict[Cell, WorkedOut] = {}
    periods = {period, *(period.quarters if isinstance(period, Year) else ())}
    suppressed = {indicator for indicator, at in returns.suppressed if at in periods}
    for indicator in catalogue.indicators if suppressed else ():
        told: Iterable[WorkedOut] = ()
        if indicator.unit.adds_up and not suppressed.isdisjoint((indicator.id, *indicator.parts)):
            told = _by_sums(_sums(catalogue, returns, indicator, period))
        elif indicator.ratio is not None and not suppressed.isdisjoint(indicator.ratio):
            told = _by_share(catalogue, returns, indicator, period)
        for each in told:
            found.setdefault(each.cell, each)
    return list(found.values())


Term = tuple[Cell, Figure, int]


def _by_sums(sums: Iterable[list[Term]]) -> Iterator[WorkedOut]:
    for terms in sums:
        missing = [term for term in terms if term[1].number is None]
        if len(missing) != 1 or missing[0][1].symbol is not Symbol.CONFIDENTIAL:
            continue
        cell, figure, sign = missing[0]
        number = -sign * sum((by * (each.number or Decimal()) for _, each, by in terms), Decimal())
        if number >= 0:
            yield WorkedOut(cell, figure, number)


def _sums(catalogue: Catalogue, returns: Returns, indicator: Indicator, period: Period) -> Iterator[list[Term]]:
    """The sums that a source's own return holds, without `[z]`, which counts for nothing."""
    yield from _over_the_year(returns, indicator, period)
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
            yield _counting([whole, *rows])
    parts = [catalogue.indicator.get(each) for each in dict.fromkeys(indicator.parts)]
    of_source = [each for each in parts if each is not None and each.source == indicator.source]
    if parts and len(of_source) == len(parts):
        figures = [(Cell(each.id, "", period), returns.totals(each.id).get(period), -1) for each in of_source]
        there = [(cell, figure, sign) for cell, figure, sign in figures if figure is not None]
        if len(there) == len(parts):
            yield _counting([whole, *there])


def _over_the_year(returns: Returns, indicator: Indicator, period: Period) -> Iterator[list[Term]]:
    """A year that was returned as one, and its quarters; a running total and the latest are quarter 4's."""
    if not isinstance(period, Year) or indicator.is_yearly:
        return
    is_last = indicator.is_running or indicator.aggregate is Aggregate.LATEST
    if not is_last and indicator.aggregate is not Aggregate.SUM:
        return
    quarters = period.quarters[3:] if is_last else period.quarters
    for row, series in {"": returns.totals(indicator.id), **returns.rows(indicator.id)}.items():
        if period in series and all(each in series for each in quarters):
            year = (Cell(indicator.id, row, period), series[period], 1)
            yield _counting([year, *((Cell(indicator.id, row, each), series[each], -1) for each in quarters)])


def _counting(terms: list[Term]) -> list[Term]:
    return [term for term in terms if term[1].symbol is not Symbol.NOT_APPLICABLE]


def _by_share(catalogue: Catalogue, returns: Returns, share: Indicator, period: Period) -> Iterator[WorkedOut]:
    """A count that a percentage of the same source leaves one whole number for, beside the other count."""
    counts = [catalogue.indicator.get(each) for each in share.ratio or ()]
    there = [
        (Cell(each.id, "", period), figure)
        for each in counts
        if each is not None and each.source == share.source and each.is_running == share.is_running
        if (figure := returns.totals(each.id).get(period)) is not None
    ]
    percent = returns.totals(share.id).get(period)
    if len(there) < 2 or percent is None or not percent.number:
        return
    (part_at, part), (whole_at, whole) = there
    if part.symbol is Symbol.CONFIDENTIAL and whole.number:
        of = whole.number
        number = _only(percent.number, percent.number * of / 100, lambda count: count * 100 / of)
        cell, figure = part_at, part
    elif whole.symbol is Symbol.CONFIDENTIAL and part.number:
        some = part.number
        number = _only(percent.number, some * 100 / percent.number, lambda count: some * 100 / count)
        cell, figure = whole_at, whole
    else:
        return
    if number is not None:
        yield WorkedOut(cell, figure, number, share.id)


def _only(percent: Decimal, near: Decimal, percent_of: Callable[[Decimal], Decimal]) -> Decimal | None:
    """The one count of 1 or more, near a number, that makes a percentage; None where several do, or none."""
    found = [
        count
        for count in (Decimal(int(near) + more) for more in range(-1, 3))
        if count >= 1 and rounded(percent_of(count), places(percent)) == percent
    ]
    return found[0] if len(found) == 1 else None
