"""A trend line of a few characters: the last eight quarters, or years, one bar each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dap_tui.assess.position import Position
from dap_tui.look import NO_FIGURE
from dap_tui.period import Period, Quarter, Year

BARS = "▁▂▃▄▅▆▇"
"""Seven heights; a full block would touch the row above."""

LENGTH = 8


def trend_of(position: Position) -> str:
    """The trend up to the report's period, from the first figure in sight; "" with fewer than three figures.

    It shows what happened in each quarter alone, the running figure where that is all there is.
    """
    window = last_periods(position.period)
    numbers = [_number(position, period) for period in window]
    while numbers and numbers[0] is None:
        numbers.pop(0)
    if sum(number is not None for number in numbers) < 3:
        return ""
    return bars(numbers)


def last_periods(period: Period) -> list[Period]:
    """The eight quarters (years) that end with `period`."""
    if isinstance(period, Quarter):
        return [period.shifted(-back) for back in range(LENGTH - 1, -1, -1)]
    return [Year(period.first - back, period.starts) for back in range(LENGTH - 1, -1, -1)]


def bars(numbers: Sequence[Decimal | None]) -> str:
    """A bar for each number, from their least to their greatest; of equal ones, of middle height.

    >>> bars([Decimal(26), Decimal(28), None, Decimal(30)]), bars([Decimal(6), Decimal(6)])
    ('▁▄·▇', '▄▄')
    """
    known = [number for number in numbers if number is not None]
    least, spread = min(known), max(known) - min(known)
    heights = len(BARS) - 1

    def bar(number: Decimal | None) -> str:
        if number is None:
            return NO_FIGURE.shape
        return BARS[heights // 2 if not spread else round((number - least) * heights / spread)]

    return "".join(bar(number) for number in numbers)


def _number(position: Position, period: Period) -> Decimal | None:
    point = position.figures.point(period)
    return None if point is None else point.number
