"""The heads of an indicator table, and the years over its quarters."""

from __future__ import annotations

from dap_tui.period import Period, Quarter
from dap_tui.tui.canvas import QUIET, STRONG, Area
from dap_tui.tui.widgets.columns import Columns


def heads(columns: Columns) -> list[str]:
    """The heads of the columns of figures: `Q3`; of a report of years, `13/14`."""
    return [f"Q{each.number}" if isinstance(each, Quarter) else each.short for each, _ in columns.quarters]


def paint_heads(area: Area, columns: Columns, y: int, current: Period) -> None:
    """Paint the heads on a line; the current period's is bold."""
    if columns.is_wide:
        area.put(columns.status, y, "Status", QUIET)
    area.put(columns.title, y, "Indicator", QUIET)
    if columns.good is not None:
        area.put(columns.good, y, "Good", QUIET)
    if columns.target is not None:
        area.right(columns.target + columns.target_width, y, "Target", QUIET)
    for (period, x), name in zip(columns.quarters, heads(columns), strict=True):
        area.right(x + columns.figure, y, name, STRONG if period == current else QUIET)
    if columns.travel is not None:
        area.put(columns.travel, y, "Travel", QUIET)
    if columns.trend is not None:
        area.right(columns.trend + 8, y, "Trend", QUIET)


def paint_spanners(area: Area, columns: Columns, y: int, *, always: bool) -> None:
    """Paint the year over its quarters, where there is more than one year or more than one row of figures."""
    years = {period.year for period, _ in columns.quarters if isinstance(period, Quarter)}
    if not (len(years) > 1 or columns.bracket or always):
        return
    for year in years:
        cells = [x for period, x in columns.quarters if period.year == year]
        end = max(cells) + columns.figure + (columns.bracket + 1 if columns.bracket else 0)
        start = area.put(min(cells), y, year.shown if end - min(cells) >= 7 else year.short, QUIET) + 1
        area.rule(y, start, end - start)
