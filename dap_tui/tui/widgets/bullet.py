"""A bullet: how a figure stands to its target, which is always in the same column."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dap_tui.look import ACTUAL, BEYOND, LAST_YEAR, RANGE, TARGET
from dap_tui.measure import Status
from dap_tui.tui.canvas import AMBER, LINE, RED, STRONG, Area


class Scaled(NamedTuple):
    """Figures as shares of the target (1 is on it); None where there is none. `low` and `high` are a range's."""

    value: Decimal | None
    last_year: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def target_cell(width: int) -> int:
    """The cell of the target: half of the bar, since it ends at twice the target."""
    return width // 2


def halves(share: Decimal, width: int) -> int:
    """How many half cells a share of the target takes, none below nought and no more than there are."""
    return max(0, min(round(share * target_cell(width) * 2), width * 2))


def paint_bullet(area: Area, x: int, y: int, width: int, scaled: Scaled, status: Status) -> None:
    """Paint bar, range, last year's tick and target, in that order, so that the target is always seen."""
    target = target_cell(width)
    if scaled.low is not None or scaled.high is not None:
        first = target if scaled.low is None else halves(scaled.low, width) // 2
        end = width if scaled.high is None else (halves(scaled.high, width) + 1) // 2
        first = 0 if scaled.low is None else first
        area.fill("band2", x + first, y, max(end - first, 1), 1)
        if not area.canvas.bands or area.canvas.ascii:
            opens, closes = RANGE
            if scaled.low is not None:
                area.sign(x + first, y, opens)
            if scaled.high is not None:
                area.sign(x + max(min(end, width) - 1, first), y, closes)
    if scaled.value is not None:
        ink = {Status.RED: RED, Status.AMBER: AMBER}.get(status, LINE)
        length = halves(scaled.value, width)
        area.put(x, y, ACTUAL.shape * (length // 2) + "╸" * (length % 2), ink)
        if scaled.value > 2:
            area.sign(x + width, y, BEYOND, ink)
    if scaled.last_year is not None and scaled.last_year <= 2:
        area.sign(x + min(halves(scaled.last_year, width) // 2, width - 1), y, LAST_YEAR)
    area.sign(x + target, y, TARGET, STRONG)
