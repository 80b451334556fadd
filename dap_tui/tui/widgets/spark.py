"""A trend in cells: eight bars scaled to their own range, a dot where there is no figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dap_tui.look import TREND
from dap_tui.tui.canvas import FAINT, LINE, SPARK, Area

_FEWEST: Final = 2
_BARS: Final = "".join(each.shape for each in TREND)


def spark(values: Sequence[Decimal | None]) -> str:
    """A bar for each value, from the least to the most; all alike are half high.

    >>> spark([Decimal(1), None, Decimal(3), Decimal(2)])
    '▁·▇▄'
    """
    known = [value for value in values if value is not None]
    if not known:
        return "·" * len(values)
    low, high = min(known), max(known)
    if low == high:
        return "".join("·" if value is None else "▄" for value in values)
    steps = len(_BARS) - 1
    return "".join("·" if value is None else _BARS[round((value - low) * steps / (high - low))] for value in values)


def paint_spark(area: Area, end: int, y: int, values: Sequence[Decimal | None]) -> None:
    """Paint a trend that ends before cell `end`; leading gaps are left out, the latest bar stands out.

    One figure is no trend, and is not drawn.
    """
    if sum(value is not None for value in values) < _FEWEST:
        return
    first = next((index for index, value in enumerate(values) if value is not None), len(values))
    bars = spark(values)[first:]
    start = end - len(bars)
    for index, bar in enumerate(bars):
        ink = FAINT if bar == "·" else LINE if index == len(bars) - 1 else SPARK
        area.put(start + index, y, bar, ink)
