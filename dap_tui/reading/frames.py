"""The bulk of the figures, kept in a polars frame; figures are made of an indicator's rows when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar, cast

import polars as pl

from dap_tui.finding import Place
from dap_tui.measure import Figure, rounded
from dap_tui.period import Period, on_one_scale
from dap_tui.reading.proof import Codes
from dap_tui.reading.rows import FileRead, words_of
from dap_tui.reading.text import folded
from dap_tui.returns import Returns, Rows, Series

_PLACES = 6
_SCALE = 10**_PLACES
_MOST_TO_SUM = 2.0**62
"""A proved number has at most nine digits before the point and six after it, so this makes it a whole one."""

_PERIODS = 1 << 14
_BREAKDOWNS = 1 << 28
"""More than there can be, so that indicator, breakdown and period go into one whole number."""

Cell = tuple[int, int, int, int, int, str, str | None]
"""A row as the frame has it: file, line, breakdown, indicator, column, value, note."""


Kept = TypeVar("Kept", Cell, "Sums")


class Sums(NamedTuple):
    """Of an indicator in a period, in millionths: the total, how many there are, and the sum of how many rows."""

    total: int
    totals: int
    sum: int
    rows: int
    places: int


class Bulk:
    """Proved rows of all files, in the order of file and line."""

    def __init__(self, rows: pl.DataFrame, files: list[FileRead], codes: Codes) -> None:
        self._rows = rows
        self._codes = codes
        self._names = [file.found.file for file in files]
        self._periods = [file.found.period for file in files]
        self._period_of: dict[Period, int] = {}
        for period in self._periods:
            self._period_of.setdefault(period, len(self._period_of))

    @classmethod
    def of(cls, frames: list[pl.DataFrame], files: list[FileRead], codes: Codes) -> Bulk:
        """The rows of some batches, as one frame."""
        schema = {
            "indicator": pl.UInt32,
            "breakdown": pl.UInt32,
            "file": pl.UInt32,
            "line": pl.UInt32,
            "column": pl.UInt32,
            "value": pl.String,
            "note": pl.String,
            "number": pl.Float64,
        }
        if len(frames) == 1:
            return cls(frames[0], files, codes)
        rows = pl.concat(frames) if frames else pl.DataFrame(schema=schema)
        return cls(rows.sort("file", "line") if len(frames) > 1 else rows, files, codes)

    def counts(self, files: int) -> list[int]:
        """How many figures there are, by file."""
        counts = [0] * files
        for number, count in self._rows["file"].value_counts().iter_rows():
            counts[number] = count
        return counts

    def give_up_repeated(self, files: list[FileRead]) -> None:
        """Give rows whose figure is returned more than once back to their files, to be read as repeated."""
        keys = self._keys()
        others = [
            self._key(file, indicator, name) for file in files for indicator, name, _ in (*file.rows, *file.blanks)
        ]
        among_others = pl.Series(others, dtype=pl.Int64)
        if keys.n_unique() == len(keys) and not others:
            return
        repeated = keys.is_duplicated() | keys.is_in(among_others.unique().implode())
        if not repeated.any():
            return
        for cell in _cells(self._rows.filter(repeated)):
            number, _, code, indicator = cell[:4]
            name = self._codes.breakdowns[code]
            files[number].rows.append((self._codes.indicators[indicator].id, name, self._figure(cell)))
        for file in files:
            file.rows.sort(key=lambda row: row[2].place.line if row[2].place else 0)
        self._rows = self._rows.filter(~repeated)

    def totals(self, indicator: str, few: Series) -> Series:
        """An indicator's totals: those of the bulk and a few others."""
        number = self._codes.indicator.get(indicator)
        found = {} if number is None else self._totals.get(number, {})
        return _in_time({**found, **few}) if few else found

    def rows(self, indicator: str, few: Rows) -> Rows:
        """An indicator's breakdown rows, in the order they were first returned."""
        cells: list[tuple[int, int, int, Cell | Figure]] = [
            (cell[0], cell[1], cell[2], cell) for cell in self._cells_of(indicator)
        ]
        if few:
            cells += self._others(few)
            cells.sort(key=lambda each: each[:2])
        rows: dict[str, dict[Period, Cell | Figure]] = {}
        for number, _, code, cell in cells:
            rows.setdefault(self._codes.breakdowns[code], {})[self._periods[number]] = cell
        return {name: _Lazily(series, self._figure) for name, series in rows.items()}

    def _others(self, few: Rows) -> Iterable[tuple[int, int, int, Figure]]:
        """Figures that were read one at a time, as those of the bulk are: by file, line and breakdown."""
        numbers = {name: number for number, name in enumerate(self._names)}
        for name, series in few.items():
            for figure in series.values():
                place = figure.place or Place(self._names[0])
                yield numbers[place.file], place.line, self._codes.of_breakdown(name), figure

    def settled(self, indicator: str, few: Returns) -> frozenset[Period]:
        """Periods in which the bulk alone has the indicator, and its total is the sum of its breakdown."""
        sums = self._sums_of(indicator)
        if not sums:
            return frozenset()
        agreed = {
            period for period, each in sums.items() if not each.rows or (each.totals == 1 and each.total == each.sum)
        }
        return frozenset(agreed - _read_singly(few, indicator) - set(few.totals(indicator)))

    def row_sums(self, indicator: str, few: Returns) -> Series:
        """What the breakdown comes to, in periods of which the bulk alone has it."""
        elsewhere = _read_singly(few, indicator)
        sums = {
            period: each for period, each in self._sums_of(indicator).items() if each.rows and period not in elsewhere
        }
        return _Lazily(sums, _figure_of_sum)

    def _sums_of(self, indicator: str) -> dict[Period, Sums]:
        number = self._codes.indicator.get(indicator)
        return {} if number is None else self._sums.get(number, {})

    def _period_codes(self) -> pl.Series:
        by_file = pl.Series([self._period_of[period] for period in self._periods], dtype=pl.Int64)
        if not len(by_file):
            return pl.Series(dtype=pl.Int64)
        return by_file.gather(self._rows["file"])

    def _keys(self) -> pl.Series:
        """Indicator, breakdown and period of each row in one number."""
        rows = self._rows
        return (rows["indicator"].cast(pl.Int64) * _BREAKDOWNS + rows["breakdown"]) * _PERIODS + self._period_codes()

    def _key(self, file: FileRead, indicator: str, name: str) -> int:
        code = self._codes.indicator[indicator] * _BREAKDOWNS + self._codes.of_breakdown(name)
        return code * _PERIODS + self._period_of[file.found.period]

    def _figure(self, cell: Cell) -> Figure:
        number, line, _, _, column, value, note = cell
        place = Place(self._names[number], line, column)
        if note:
            return Figure(Decimal(value.rstrip("%")), None, (), words_of(None, folded(note)), place)
        return Figure(Decimal(value.rstrip("%")), place=place)

    @cached_property
    def _totals(self) -> dict[int, dict[Period, Figure]]:
        totals: dict[int, dict[Period, Figure]] = {}
        for cell in _cells(self._rows.filter(pl.col("breakdown") == 0)):
            totals.setdefault(cell[3], {})[self._periods[cell[0]]] = self._figure(cell)
        return totals

    @cached_property
    def _by_indicator(self) -> Callable[[int], pl.DataFrame]:
        """The breakdown rows of an indicator, found by one sort of them all."""
        order = self._rows["indicator"].arg_sort()
        counts = dict(self._rows["indicator"].value_counts().iter_rows())
        starts, at = {}, 0
        for number in sorted(counts):
            starts[number] = at
            at += counts[number]
        return lambda number: self._rows[order.slice(starts.get(number, 0), counts.get(number, 0))]

    def _cells_of(self, indicator: str) -> Iterable[Cell]:
        number = self._codes.indicator.get(indicator)
        return () if number is None else _cells(self._by_indicator(number).filter(pl.col("breakdown") != 0))

    @cached_property
    def _sums(self) -> dict[int, dict[Period, Sums]]:
        """By indicator and period, in time: what its total says, and what its breakdown comes to."""
        largest = self._rows["number"].abs().max()
        if not isinstance(largest, float) or largest * _SCALE * len(self._codes.breakdowns) >= _MOST_TO_SUM:
            return {}
        is_total = pl.col("breakdown") == 0
        places = pl.col("value").str.strip_suffix("%").str.len_bytes() - pl.col("value").str.find(".", literal=True) - 1
        sums = (
            self._rows.lazy()
            .select(
                key=pl.col("indicator").cast(pl.Int64) * _PERIODS + pl.lit(self._period_codes()),
                all=(pl.col("number") * _SCALE).round().cast(pl.Int64),
                total=pl.when(is_total).then(pl.col("number") * _SCALE).otherwise(0).round().cast(pl.Int64),
                is_total=is_total,
                places=pl.when(is_total).then(0).otherwise(places.fill_null(0)),
            )
            .group_by("key")
            .agg(
                pl.col("total").sum(),
                totals=pl.col("is_total").sum(),
                sum=pl.col("all").sum() - pl.col("total").sum(),
                rows=pl.len() - pl.col("is_total").sum(),
                places=pl.col("places").max(),
            )
            .collect()
        )
        periods = list(self._period_of)
        found: dict[int, dict[Period, Sums]] = {}
        for key, *numbers in sums.sort("key").iter_rows():
            found.setdefault(key // _PERIODS, {})[periods[key % _PERIODS]] = Sums(*numbers)
        return found


def _read_singly(few: Returns, indicator: str) -> set[Period]:
    """Periods in which the bulk has not all of an indicator's breakdown rows, or one was left blank."""
    elsewhere = {period for series in few.rows(indicator).values() for period in series}
    return elsewhere | {period for name, _, period in few.blanks if name == indicator}


class _Lazily(Mapping[Period, Figure], Generic[Kept]):
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


def _figure_of_sum(sums: Sums) -> Figure:
    return Figure(rounded(Decimal(sums.sum).scaleb(-_PLACES), sums.places), worked_out=True)


def _cells(rows: pl.DataFrame) -> Iterable[Cell]:
    columns = ("file", "line", "breakdown", "indicator", "column", "value", "note")
    return cast("Iterable[Cell]", zip(*(rows[name].to_list() for name in columns), strict=True))


def _in_time(series: Series) -> Series:
    return dict(sorted(series.items(), key=lambda item: on_one_scale(item[0])))
