"""The bulk of the figures, kept in a polars frame; figures are made of an indicator's rows when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cached_property

import polars as pl

from dap_tui.finding import Place
from dap_tui.measure import Figure, rounded
from dap_tui.period import Period, on_one_scale
from dap_tui.reading.cells import Cell, Lazily, cells, spans
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.proof import Codes
from dap_tui.reading.rows import words_of
from dap_tui.reading.text import folded
from dap_tui.returns import Returns, Rows, Series

_PLACES = 6
_SCALE = 10**_PLACES
_MOST_TO_SUM = 2.0**62
"""A proved number has at most nine digits before the point and six after it, so this makes it a whole one."""

_INDICATORS = 1 << 20
_BREAKDOWNS = 1 << 28
"""More than there can be, so that period, indicator and breakdown go into one whole number.

The period goes first, as the rows are in the order of time: numbers that are nearly in order are soon sorted.
"""


class Bulk:
    """Proved rows of all files, in the order of file and line."""

    def __init__(self, rows: pl.DataFrame, files: list[FileRead], codes: Codes, counts: dict[int, int]) -> None:
        self._rows = rows
        self._codes = codes
        self.counts = counts
        """How many figures there are, by file."""
        self._names = [file.found.file for file in files]
        self._periods = [file.found.period for file in files]
        self._period_of: dict[Period, int] = {}
        for period in self._periods:
            self._period_of.setdefault(period, len(self._period_of))

    @classmethod
    def of(cls, frames: list[pl.DataFrame], files: list[FileRead], codes: Codes, counts: dict[int, int]) -> Bulk:
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
        rows = pl.concat(frames) if frames else pl.DataFrame(schema=schema)
        return cls(rows if rows["file"].is_sorted() else rows.sort("file", "line"), files, codes, counts)

    def give_up_repeated(self, files: list[FileRead]) -> None:
        """Give rows whose figure is returned more than once back to their files, to be read as repeated."""
        keys = self._places * _BREAKDOWNS + self._rows["breakdown"]
        others = [
            self._key(file, indicator, name) for file in files for indicator, name, _ in (*file.rows, *file.blanks)
        ]
        ordered = keys.sort()
        twice = ordered.filter(ordered == ordered.shift())
        repeated = keys.is_in(pl.concat([twice, pl.Series(others, dtype=pl.Int64)]).unique().implode())
        if not repeated.any():
            return
        for cell in cells(self._rows.filter(repeated)):
            number, _, code, indicator = cell[:4]
            name = self._codes.breakdowns[code]
            files[number].rows.append((self._codes.indicators[indicator].id, name, self._figure(cell)))
            self.counts[number] -= 1
        for file in files:
            file.rows.sort(key=lambda row: row[2].place.line if row[2].place else 0)
        self._rows = self._rows.filter(~repeated)
        del self._places

    def totals(self, indicator: str, few: Series) -> Series:
        """An indicator's totals: those of the bulk and a few others."""
        number = self._codes.indicator.get(indicator)
        found = {} if number is None else self._totals_of(number)
        return _in_time({**found, **few}) if few else found

    def numbers(self, indicator: str, few: Returns) -> Mapping[Period, float]:
        """The numbers of an indicator's totals, where the bulk alone has them."""
        number = self._codes.indicator.get(indicator)
        if number is None or few.totals(indicator):
            return {}
        found = self._totals(number)
        periods = map(self._periods.__getitem__, found["file"].to_list())
        return dict(zip(periods, found["number"].to_list(), strict=True))

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
        return {name: Lazily(series, self._figure) for name, series in rows.items()}

    def _others(self, few: Rows) -> Iterable[tuple[int, int, int, Figure]]:
        """Figures that were read one at a time, as those of the bulk are: by file, line and breakdown."""
        numbers = {name: number for number, name in enumerate(self._names)}
        for name, series in few.items():
            for figure in series.values():
                place = figure.place or Place(self._names[0])
                yield numbers[place.file], place.line, self._codes.of_breakdown(name), figure

    def names(self) -> list[str]:
        """The names of all breakdown rows; "" is the total's, and the first."""
        return self._codes.breakdowns[1:]

    def named(self, names: AbstractSet[str], few: Returns) -> Mapping[tuple[str, str], AbstractSet[Period]]:
        """When rows of these names were returned, by indicator and name."""
        found: dict[tuple[str, str], AbstractSet[Period]] = dict(few.named(names))
        codes = [self._codes.breakdown[name] for name in names if name in self._codes.breakdown]
        rows = self._rows.filter(pl.col("breakdown").is_in(codes)).group_by("indicator", "breakdown")
        for indicator, code, files in rows.agg(pl.col("file").unique()).iter_rows():
            key = self._codes.indicators[indicator].id, self._codes.breakdowns[code]
            found[key] = {self._periods[file] for file in files} | found.get(key, frozenset())
        return found

    def row_periods(self, indicator: str, few: Returns) -> AbstractSet[Period]:
        """The periods in which any breakdown row of an indicator was returned."""
        elsewhere = {period for series in few.rows(indicator).values() for period in series}
        if self._is_safe_to_sum:
            return elsewhere | self._summed.get(self._codes.indicator.get(indicator, -1), {}).keys()
        return elsewhere | {self._periods[cell[0]] for cell in self._cells_of(indicator)}

    def settled(self, indicator: str, few: Returns) -> frozenset[Period]:
        """Periods in which the bulk alone has the indicator, and its total is the sum of its breakdown."""
        agreed = self._agreed.get(self._codes.indicator.get(indicator, -1))
        return agreed - _read_singly(few, indicator) - set(few.totals(indicator)) if agreed else frozenset()

    def row_sums(self, indicator: str, few: Returns) -> Series:
        """What the breakdown comes to, in periods of which the bulk alone has it."""
        summed = self._summed.get(self._codes.indicator.get(indicator, -1))
        if not summed:
            return {}
        elsewhere = _read_singly(few, indicator)
        return Lazily({period: at for period, at in summed.items() if period not in elsewhere}, self._figure_of_sum)

    @cached_property
    def _places(self) -> pl.Series:
        """Period and indicator of each row in one number."""
        by_file = pl.Series([self._period_of[period] * _INDICATORS for period in self._periods], dtype=pl.Int64)
        if not len(by_file):
            return pl.Series(dtype=pl.Int64)
        return by_file.gather(self._rows["file"]) + self._rows["indicator"]

    def _key(self, file: FileRead, indicator: str, name: str) -> int:
        place = self._period_of[file.found.period] * _INDICATORS + self._codes.indicator[indicator]
        return place * _BREAKDOWNS + self._codes.of_breakdown(name)

    def _figure(self, cell: Cell) -> Figure:
        number, line, _, _, column, value, note = cell
        place = Place(self._names[number], line, column)
        if note:
            return Figure(Decimal(value.rstrip("%")), None, (), words_of(None, folded(note)), place)
        return Figure(Decimal(value.rstrip("%")), place=place)

    @cached_property
    def _totals(self) -> Callable[[int], pl.DataFrame]:
        """The totals of an indicator, in the order of files."""
        rows = self._rows.filter(pl.col("breakdown") == 0).sort("indicator", maintain_order=True)
        found = spans(rows["indicator"])
        return lambda number: rows.slice(*found.get(number, (0, 0)))

    @cached_property
    def _of_indicator(self) -> Callable[[int], pl.DataFrame]:
        """All rows of an indicator, in the order of file and line: they are many, so each lot is fetched alone."""
        order = self._rows.select(pl.arg_sort_by("indicator", maintain_order=True)).to_series()
        found = spans(self._rows["indicator"])
        return lambda number: self._rows[order.slice(*found.get(number, (0, 0)))]

    def _totals_of(self, number: int) -> Series:
        """An indicator's totals by period; its rows are taken out of the frame when the first figure is asked for."""
        rows = self._totals(number)
        taken: list[Cell] = []

        def figure(at: int) -> Figure:
            if not taken:
                taken.extend(cells(rows))
            return self._figure(taken[at])

        return Lazily({self._periods[file]: at for at, file in enumerate(rows["file"].to_list())}, figure)

    def _cells_of(self, indicator: str) -> Iterable[Cell]:
        number = self._codes.indicator.get(indicator)
        return () if number is None else cells(self._of_indicator(number).filter(pl.col("breakdown") != 0))

    @cached_property
    def _is_safe_to_sum(self) -> bool:
        """Whether no sum of rows can be too large for a whole number of millionths."""
        largest = self._rows["number"].abs().max()
        return isinstance(largest, float) and largest * _SCALE * len(self._codes.breakdowns) < _MOST_TO_SUM

    @cached_property
    def _sums(self) -> pl.DataFrame:
        """By place: in millionths what its totals say, how many there are, and what how many rows come to."""
        return (
            self._rows.lazy()
            .select(
                place=pl.lit(self._places),
                number=(pl.col("number") * _SCALE).round().cast(pl.Int64, strict=False),
                is_total=pl.col("breakdown") == 0,
            )
            .filter(pl.lit(value=self._is_safe_to_sum))
            .with_columns(total=pl.when("is_total").then("number").otherwise(0))
            .group_by("place")
            .agg(
                pl.col("total").sum(),
                totals=pl.col("is_total").sum(),
                sum=pl.col("number").sum() - pl.col("total").sum(),
                rows=pl.len() - pl.col("is_total").sum(),
            )
            .collect()
        )

    @cached_property
    def _agreed(self) -> dict[int, frozenset[Period]]:
        """By indicator, the periods in which its total is the sum of its rows, or there are no rows."""
        adds_up = (pl.col("totals") == 1) & (pl.col("total") == pl.col("sum"))
        agreed = self._by_period((pl.col("rows") == 0) | adds_up)
        return {indicator: frozenset(places) for indicator, places in agreed.items()}

    @cached_property
    def _summed(self) -> dict[int, dict[Period, int]]:
        """By indicator and period, the place of what its rows come to."""
        return self._by_period(pl.col("rows") > 0)

    def _by_period(self, which: pl.Expr) -> dict[int, dict[Period, int]]:
        """The places for which something holds of their sums, by indicator and period."""
        periods, found = list(self._period_of), {}
        places = self._sums.filter(which).group_by(pl.col("place") % _INDICATORS).agg(places="place")
        for indicator, each in places.iter_rows():
            found[indicator] = {periods[place // _INDICATORS]: place for place in each}
        return found

    def _figure_of_sum(self, place: int) -> Figure:
        total = self._sums.row(by_predicate=pl.col("place") == place, named=True)["sum"]
        return Figure(rounded(Decimal(total).scaleb(-_PLACES), self._most_places.get(place, 0)), worked_out=True)

    @cached_property
    def _most_places(self) -> dict[int, int]:
        """By place, the most places behind the point among its rows, where there are any."""
        rows = self._rows.select(
            "breakdown", place=pl.lit(self._places), behind=pl.col("value").str.extract(r"\.([0-9]+)").str.len_bytes()
        )
        most = rows.filter((pl.col("breakdown") != 0) & pl.col("behind").is_not_null())
        return dict(most.group_by("place").agg(pl.col("behind").max()).iter_rows())


def _read_singly(few: Returns, indicator: str) -> set[Period]:
    """Periods in which the bulk has not all of an indicator's breakdown rows, or one was left blank."""
    elsewhere = {period for series in few.rows(indicator).values() for period in series}
    return elsewhere | {period for name, _, period in few.blanks if name == indicator}


def _in_time(series: Series) -> Series:
    return dict(sorted(series.items(), key=lambda item: on_one_scale(item[0])))
