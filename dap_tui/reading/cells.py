"""Rows taken out of the frame of the bulk, and figures made of them when they are asked for: few are, of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar, cast

import polars as pl

from dap_tui.measure import Figure
from dap_tui.period import Period

Cell = tuple[int, int, int, int, int, str, str | None]
"""A row as the frame has it: file, line, breakdown, indicator, column, value, note."""

Kept = TypeVar("Kept", Cell, int)


def cells(rows: pl.DataFrame) -> Iterable[Cell]:
    """The rows of a frame, in its order."""
    columns = ("file", "line", "breakdown", "indicator", "column", "value", "note")
    return cast("Iterable[Cell]", zip(*(rows[name].to_list() for name in columns), strict=True))


def spans(indicators: pl.Series) -> dict[int, tuple[int, int]]:
    """Where each number begins, and how often it is there, in a series once it is sorted."""
    counts = dict(indicators.value_counts().iter_rows())
    found, start = {}, 0
    for number in sorted(counts):
        found[number] = start, counts[number]
        start += counts[number]
    return found


class Lazily(Mapping[Period, Figure], Generic[Kept]):
    """Figures by period, each made when it is asked for: few are, of many."""

    __slots__ = ("_cells", "_make")

    def __init__(self, cells: Mapping[Period, Kept | Figure], make: Callable[[Kept], Figure]) -> None:
        self._cells: dict[Period, Kept | Figure] = dict(cells)
        self._make: Callable[[Kept], Figure] = make

    def __getitem__(self, period: Period) -> Figure:
        cell = self._cells[period]
        if isinstance(cell, Figure):
            return cell
        figure: Figure = self._make(cell)
        self._cells[period] = figure
        return figure

    def __contains__(self, period: object) -> bool:
        return period in self._cells

    def __iter__(self) -> Iterator[Period]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)
