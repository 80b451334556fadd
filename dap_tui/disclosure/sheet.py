"""Figures and the sums that tie them together, as they are put into a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from dap_tui.catalogue import Indicator
from dap_tui.disclosure.cell import Cell, step_of
from dap_tui.disclosure.small import small
from dap_tui.disclosure.table import FIXED, MISSING, Number, Table
from dap_tui.measure import Figure, Symbol
from dap_tui.period import Period

_NO_BOUND: Final = Decimal("-Infinity")


class Sheet:
    """What is put into a table together; `sums` are the numbers of the new sums by the step in which they are known."""

    def __init__(self, table: Table, drags: Callable[[Cell], int]) -> None:
        """`drags` says how many percentages would be hidden with a cell."""
        self.table = table
        self.sums: dict[int, list[int]] = {}
        self._drags = drags

    def entry(self, cell: Cell, figure: Figure | None, indicator: Indicator) -> int:
        """The entry of a figure: FIXED where it is nought or counts for nothing, MISSING where it is."""
        if figure is None:
            return MISSING
        number, table = figure.number, self.table
        if number is None:
            if figure.symbol in {Symbol.NOT_APPLICABLE, Symbol.LOW}:
                return FIXED
            if figure.symbol is not Symbol.CONFIDENTIAL:
                return self.unknown(cell.period)
            entry = table.add(step_of(cell.period), None, _least(indicator), indicator.bounds.max)
            table.hide(entry)
        elif not number:
            return FIXED
        else:
            # A figure below nought, as where a running total falls, is printed like any other and hidden like one.
            least = _least(indicator) if number > 0 else _NO_BOUND
            entry = table.add(
                step_of(cell.period), _whole(number), least, indicator.bounds.max, drags=self._drags(cell)
            )
            if small(indicator, number):
                table.hide(entry)
        table.at[cell] = entry
        return entry

    def unknown(self, period: Period) -> int:
        """The entry of a figure that nobody knows and nobody prints."""
        return self.table.add(step_of(period), None, 0)

    def or_unknown(self, entry: int, period: Period) -> int:
        """An entry, a figure that nobody knows in place of a missing one."""
        return self.unknown(period) if entry == MISSING else entry

    def tie(self, period: Period, *terms: tuple[int, int]) -> None:
        """A sum that is known from a period on: entries with +1 or −1 that come to what they come to."""
        entries = [(entry, sign) for entry, sign in terms if entry >= 0]
        if entries:
            step = max(step_of(period), *[self.table.step[entry] for entry, _ in entries])
            self.sums.setdefault(step, []).append(self.table.tie(entries))

    def tie_up(self, period: Period, whole: int, parts: Sequence[int]) -> None:
        """A whole and the parts that make it."""
        self.tie(period, (whole, 1), *[(each, -1) for each in parts])

    def tie_mean(self, period: Period, mean: int, quarters: Sequence[int]) -> None:
        """A mean moves with its quarters, whose sum it is but for what stands still; its bounds are theirs."""
        self.table.unbind(mean)
        terms = [(mean, 1), *((each, -1) for each in quarters if each >= 0)]
        apart = -sum(sign * self.table.value[each] for each, sign in terms)
        self.tie(period, *terms, (self.table.add_still(step_of(period), apart), 1))


def _least(indicator: Indicator) -> Number:
    """The least that a hidden count of it can be, since noughts are printed."""
    low = indicator.bounds.min
    return 1 if low is None or low <= 1 else _whole(low)


def _whole(number: Decimal) -> Number:
    whole = int(number)
    return whole if whole == number else number
