"""Small drawings for a table's cell: a trend line, a bar, and a bullet that shows a figure to its target."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from dap_tui.assess.position import Position
from dap_tui.export.html.chart.svg import box, dot, line, path, small
from dap_tui.export.html.markup import NOTHING, Html
from dap_tui.export.trend import last_periods, trend_of
from dap_tui.measure import Status

_TREND = (74.0, 20.0)
_BAR = (120.0, 5.0)
_BULLET = (220.0, 22.0)


def trend_line(position: Position) -> Html:
    """The last eight quarters (years) as a line with gaps, its last point marked; only where Markdown has a trend."""
    if not trend_of(position):
        return NOTHING
    points = [position.figures.point(period) for period in last_periods(position.period)]
    numbers = [None if point is None else point.number for point in points]
    while numbers[0] is None:
        numbers.pop(0)
    known = [number for number in numbers if number is not None]
    least, spread = min(known), max(known) - min(known)
    width, height = _TREND
    step = (width - 8) / (len(points) - 1)
    start = width - 4 - step * (len(numbers) - 1)

    def place(at: int, number: Decimal) -> tuple[float, float]:
        share = float((number - least) / spread) if spread else 0.5
        return start + at * step, height - 4 - share * (height - 8)

    parts = []
    for is_known, run in groupby(enumerate(numbers), lambda each: each[1] is not None):
        places = [place(at, number) for at, number in run if number is not None]
        if is_known and len(places) > 1:
            parts.append(path(places, "spark"))
        elif is_known:
            parts.append(dot(*places[0], 1.4, "sparkdot"))
    at, last = next((at, number) for at, number in reversed([*enumerate(numbers)]) if number is not None)
    parts.append(dot(*place(at, last), 2.6, "sparknow" if at == len(numbers) - 1 else "sparkdot"))
    return small(width, height, parts, "trend")


def bar(value: Decimal | None, most: Decimal | None) -> Html:
    """A figure as a bar, the greatest being as long as there is room; nothing where there is no figure above 0."""
    if value is None or not most or value <= 0 or most <= 0:
        return NOTHING
    width, height = _BAR
    return small(width, height, [box(0, 0, max(1.0, float(value / most) * width), height, "bar")], "bars")


def most_of(values: Sequence[Decimal | None]) -> Decimal | None:
    """The greatest of the figures that are there."""
    return max((value for value in values if value is not None), default=None)


def bullet(position: Position, shares: Sequence[Decimal | None], label: str) -> Html:
    """How a figure stands to its target, which is always half way along: the bar ends at twice the target.

    `shares` are value, a year before, and the range's ends, as shares of the target; None where there is none.
    """
    width, height = _BULLET
    value, before, low, high = (None if share is None else float(share) for share in shares)
    ink = str(position.status) if position.status in {Status.RED, Status.AMBER} else "on"

    def x(share: float) -> float:
        return max(0.0, min(share, 2.0)) * width / 2

    parts = [line(0, height / 2, width, height / 2, "way")]
    if low is not None or high is not None:
        start, end = x(low or 0.0), width if high is None else x(high)
        parts.append(box(start, 2, max(end - start, 2), height - 4, "range"))
    if value is not None:
        parts.append(box(0, height / 2 - 2, max(x(value), 1), 4, f"bar {ink}"))
    if before is not None and before <= 2:
        parts.append(line(x(before), 5, x(before), height - 5, "before"))
    parts.append(line(width / 2, 1, width / 2, height - 1, "mark"))
    return small(width, height, parts, "bullet", label)
