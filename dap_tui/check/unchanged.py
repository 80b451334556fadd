"""Returns that are the quarter before's, sent again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding, Place
from dap_tui.period import Period, Quarter
from dap_tui.returns import Series
from dap_tui.rules import figures as rules

FEWEST: Final = 5
"""A return of fewer numbers can be the same by chance."""


def unchanged(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of VAL303. A source's figures are left as soon as one of them has changed."""
    own: defaultdict[str, list[str]] = defaultdict(list)
    for indicator in inquiry.catalogue.indicators:
        if not indicator.is_yearly:
            own[indicator.source].append(indicator.id)
    files = {(file.source, file.period): file.file for file in reversed(inquiry.returns.files)}
    quarters = [each for each in inquiry.returns.periods if isinstance(each, Quarter)]
    pairs = [each for each in quarters if each.previous in set(quarters)]
    for source in inquiry.catalogue.sources:
        for quarter in pairs:
            numbers = _same_numbers(inquiry, own[source.id], quarter)
            if numbers is not None and len(numbers) >= FEWEST and not set(numbers) <= {Decimal(0), Decimal(100)}:
                file = files.get((source.id, quarter)) or files.get((None, quarter))
                place = inquiry.top(file) if file else Place(f"returns/{quarter.id}/{source.id}.csv")
                message = (
                    f"all {len(numbers)} numbers of {source.name} are the same in {quarter.shown} as in "
                    f"{quarter.previous.shown}"
                )
                yield rules.UNCHANGED.at(place, message, "was the last quarter's return sent again?")


def _same_numbers(inquiry: Inquiry, indicators: list[str], quarter: Quarter) -> list[Decimal] | None:
    """The numbers of a quarter where every one of them is the quarter before's; None where one is not.

    Totals are looked at first: they are few, and one that has changed settles it.
    """
    numbers: list[Decimal] = []
    returned = inquiry.returns
    for indicator in indicators:
        if not _add_same(returned.totals(indicator), quarter, numbers):
            return None
    for indicator in indicators:
        for series in returned.rows(indicator).values():
            if not _add_same(series, quarter, numbers):
                return None
    return numbers


def _add_same(series: Series, quarter: Quarter, numbers: list[Decimal]) -> bool:
    """Whether a series has no number in `quarter`, or the one of the quarter before, which is then added."""
    number = _number(series, quarter)
    if number is None:
        return True
    numbers.append(number)
    return number == _number(series, quarter.previous)


def _number(series: Series, period: Period) -> Decimal | None:
    figure = series.get(period)
    return None if figure is None else figure.number
