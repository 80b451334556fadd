"""The axis of a chart: quarters, and years under them, placed from the latest backwards so that none touch."""

from __future__ import annotations

from collections.abc import Sequence

from dap_tui.period import Period, Quarter
from dap_tui.tui.canvas import QUIET, TEXT, Area

Label = tuple[int, str, bool]
"""Where it starts, its text, and whether it is the latest year's."""


def placed(labels: Sequence[tuple[int, str, bool]], bounds: tuple[int, int], gap: int = 1) -> list[Label]:
    """Labels centred on their cells, the latest first; one that would touch a later one is left out.

    >>> placed([(3, "Q1", False), (5, "Q2", False), (9, "Q3", True)], (0, 12))
    [(8, 'Q3', True), (4, 'Q2', False)]
    """
    first, end = bounds
    kept = []
    for cell, text, latest in reversed(labels):
        start = max(first, min(cell - len(text) // 2, bounds[1] - len(text)))
        if start + len(text) <= end:
            kept.append((start, text, latest))
            end = start - gap
    return kept


def paint_axis(area: Area, periods: Sequence[Period], columns: Sequence[int], bounds: tuple[int, int]) -> None:
    """Paint quarters and years on one line where the area has one, else on two."""
    latest = periods[-1].year
    quarters = [(at, period) for at, period in zip(columns, periods, strict=True) if isinstance(period, Quarter)]
    if not quarters:
        years = [(at, period.year.shown, period.year == latest) for at, period in zip(columns, periods, strict=True)]
        _paint(area, 0, placed(years, bounds, gap=2))
        return
    firsts = [(at, each) for index, (at, each) in enumerate(quarters) if each.number == 1 or index == 0]
    if area.height == 1:
        named = {each for _, each in firsts}
        texts = [(at, each.shown if each in named else f"Q{each.number}", each == periods[-1]) for at, each in quarters]
        _paint(area, 0, placed(texts, bounds, gap=2))
        return
    spacing = columns[1] - columns[0] if len(columns) > 1 else 9
    if spacing >= 3:
        _paint(area, 0, placed([(at, f"Q{each.number}", each == periods[-1]) for at, each in quarters], bounds))
    years = [(at + 2, each.year.shown, each.year == latest) for at, each in firsts]
    _paint(area, 1 if spacing >= 3 else 0, placed(years, bounds, gap=2))


def _paint(area: Area, y: int, labels: list[Label]) -> None:
    for start, text, latest in labels:
        area.put(start, y, text, TEXT if latest else QUIET)
