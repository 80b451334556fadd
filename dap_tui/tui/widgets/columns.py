"""Where the columns of an indicator table stand, by width: what is shown, and what gives way first.

Below 100 cells the status is its shape alone, and polarity, trend and notes give way to whole titles. Below 80
the year's earlier quarters go, then the target, then travel; the screen says how many are out of sight.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dap_tui.period import Period

WIDE: Final = 100
MARGIN: Final = 2
_TITLE_WIDE: Final = 48
_TITLE_NARROW: Final = 26
_TITLE_LEAST: Final = 18
_LAST_YEAR: Final = 8


class Columns(NamedTuple):
    """Columns by the cell they start in, None where one is not shown.

    A quarter is `figure` cells, right-aligned, and one for its mark; with last year's figure `bracket` cells
    more. `hidden` counts the columns that are out of sight.
    """

    width: int
    status: int
    title: int
    title_width: int
    good: int | None
    target: int | None
    target_width: int
    quarters: tuple[tuple[Period, int], ...]
    figure: int
    bracket: int
    travel: int | None
    trend: int | None
    exception: int
    hidden: int = 0

    @property
    def is_wide(self) -> bool:
        """Whether status has its word, and polarity, trend and notes are shown."""
        return self.good is not None

    @property
    def end(self) -> int:
        """The cell after the last figure column, up to which notes run."""
        return self.exception - 1


def columns_for(
    width: int, periods: Sequence[Period], earlier: Sequence[Period] = (), *, figure: int = 5, target: int = 6,
    last_year: bool = False, title: int = _TITLE_WIDE,
) -> Columns:  # fmt: skip
    """The columns of a table `width` cells wide that shows `periods`, and of `earlier` what there is room for.

    `figure` and `target` are the widest texts of their columns; `title` is what titles keep before earlier
    quarters join.
    """
    bracket = _LAST_YEAR if last_year else 0
    if width >= WIDE:
        return _wide(width, list(periods), list(earlier), (figure, target, bracket, title))
    return _narrow(width, list(periods), (figure, target, bracket))


def _wide(width: int, periods: list[Period], earlier: list[Period], sizes: tuple[int, int, int, int]) -> Columns:
    figure, target, bracket, title = sizes
    each = 1 + figure + 1 + bracket
    exception = width - MARGIN - 1
    trend = exception - 1 - 8
    travel = trend - 2 - 8
    fixed = MARGIN + 8 + 2 + 4 + 1 + target + 1

    def left(count: int) -> int:
        """What the title keeps with so many quarters."""
        return travel - 2 - fixed - count * each

    while len(periods) > 1 and left(len(periods)) < _TITLE_NARROW:
        periods.pop(0)
    while earlier and left(len(periods) + 1) >= title and len(periods) < 8:
        periods.insert(0, earlier.pop())
    good = MARGIN + 8 + left(len(periods)) + 2
    first = good + 5 + target + 1
    quarters = tuple((period, first + index * each + 1) for index, period in enumerate(periods))
    return Columns(
        width, MARGIN, MARGIN + 8, left(len(periods)), good, good + 5, target, quarters, figure, bracket,
        travel, trend, exception,
    )  # fmt: skip


def _narrow(width: int, periods: list[Period], sizes: tuple[int, int, int]) -> Columns:
    figure, target, bracket = sizes
    each = 1 + figure + 1 + bracket
    exception = width - MARGIN - 1
    has_target, has_travel, hidden = True, True, 0

    def left() -> int:
        taken = len(periods) * each + (1 + target + 1 if has_target else 0) + (1 + 8 if has_travel else 0)
        return exception - 1 - taken - MARGIN - 2

    while left() < _TITLE_NARROW and len(periods) > 1:
        periods.pop(0)
        hidden += 1
    if left() < _TITLE_LEAST:
        has_target, hidden = False, hidden + 1
    if left() < _TITLE_LEAST:
        has_travel, hidden = False, hidden + 1
    after = MARGIN + 2 + left()
    start = after + 1 if has_target else None
    after += 1 + target + 1 if has_target else 0
    quarters = tuple((period, after + index * each + 1) for index, period in enumerate(periods))
    travel = after + len(periods) * each + 1 if has_travel else None
    return Columns(
        width, MARGIN, MARGIN + 2, max(left(), 1), None, start, target, quarters, figure, bracket,
        travel, None, exception, hidden,
    )  # fmt: skip
