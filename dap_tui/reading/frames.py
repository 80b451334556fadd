"""The bulk of the figures, kept in a polars frame; figures are made of an indicator's rows when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cached_property

import polars as pl

from dap_tui.finding import Place
from dap_tui.measure import Figure, rounded
from dap_tui.period import Period
from dap_tui.reading.proof import Codes
from dap_tui.reading.rows import FileRead, words_of
from dap_tui.reading.text import folded
from dap_tui.returns import Returns, Rows, Series

_PLACES = 6
_SCALE = 10**_PLACES
"""A proved number has at most nine digits before the point and six after it, so this makes it a whole one."""

_PERIODS = 1 << 14
_BREAKDOWNS = 1 << 28
"""More than there can be, so that indicator, breakdown and period go into one whole number."""

Found = tuple[int, int, int, Figure]
"""A figure with the number of its file, its line, and its breakdown's code."""


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
        for number, line, code, indicator, figure in self._figures(self._rows.filter(repeated)):
            file = files[number]
            file.rows.append((self._codes.indicators[indicator].id, self._codes.breakdowns[code], figure))
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
        found = [(number, line, code, figure) for number, line, code, _, figure in self._of(indicator)]
        numbers = {name: number for number, name in reversed(list(enumerate(self._names)))}
        for name, series in few.items():
            for figure in series.values():
                place = figure.place or Place("")
                found.append((numbers.get(place.file, 0), place.line, self._codes.of_breakdown(name), figure))
        found.sort(key=lambda each: each[:2])
        rows: dict[str, dict[Period, Figure]] = {}
        for number, _, code, figure in found:
            rows.setdefault(self._codes.breakdowns[code], {})[self._periods[number]] = figure
        return rows

    def settled(self, indicator: str, few: Returns) -> frozenset[Period]:
        """Periods in which the bulk alone has the indicator, and its total is the sum of its breakdown."""
        number = self._codes.indicator.get(indicator)
        if number is None:
            return frozenset()
        elsewhere = _read_singly(few, indicator) | set(few.totals(indicator))
        return frozenset(self._settled.get(number, frozenset()) - elsewhere)

    def row_sums(self, indicator: str, few: Returns) -> Series:
        """What the breakdown comes to, in periods of which the bulk alone has it."""
        number = self._codes.indicator.get(indicator)
        if number is None:
            return {}
        elsewhere = _read_singly(few, indicator)
        sums = {
            period: Figure(rounded(Decimal(total).scaleb(-_PLACES), places), worked_out=True)
            for period, total, places in self._row_sums.get(number, ())
            if period not in elsewhere
        }
        return _in_time(sums)

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

    def _figures(self, rows: pl.DataFrame) -> Iterable[tuple[int, int, int, int, Figure]]:
        """Each row as a figure, after the number of its file, its line, its breakdown and its indicator."""
        names = self._names
        columns = ("file", "line", "breakdown", "indicator", "column", "value", "note")
        for number, line, code, indicator, column, value, note in rows.select(columns).iter_rows():
            place = Place(names[number], line, column)
            words = words_of(None, folded(note)) if note else None
            yield number, line, code, indicator, Figure(Decimal(value.rstrip("%")), None, (), words, place)

    @cached_property
    def _totals(self) -> dict[int, dict[Period, Figure]]:
        totals: dict[int, dict[Period, Figure]] = {}
        for number, _, _, indicator, figure in self._figures(self._rows.filter(pl.col("breakdown") == 0)):
            totals.setdefault(indicator, {})[self._periods[number]] = figure
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

    def _of(self, indicator: str) -> Iterable[tuple[int, int, int, int, Figure]]:
        number = self._codes.indicator.get(indicator)
        if number is None:
            return ()
        return self._figures(self._by_indicator(number).filter(pl.col("breakdown") != 0))

    @cached_property
    def _row_sums(self) -> dict[int, list[tuple[Period, int, int]]]:
        """By indicator: a period, the sum of the breakdown in millionths, and the most places in it."""
        written = pl.col("value").str.strip_suffix("%")
        places = written.str.len_chars().cast(pl.Int64) - written.str.find(".", literal=True) - 1
        sums = (
            self._rows.lazy()
            .select(
                "indicator",
                "breakdown",
                number=(written.cast(pl.Float64) * _SCALE).round().cast(pl.Int64),
                places=places.fill_null(0),
                period=pl.lit(self._period_codes()),
            )
            .filter(pl.col("breakdown") != 0)
            .group_by("indicator", "period")
            .agg(pl.col("number").sum(), pl.col("places").max())
            .collect()
        )
        periods = list(self._period_of)
        found: dict[int, list[tuple[Period, int, int]]] = {}
        for indicator, period, total, most in sums.iter_rows():
            found.setdefault(indicator, []).append((periods[period], total, most))
        return found

    @cached_property
    def _settled(self) -> dict[int, set[Period]]:
        """By indicator, the periods in which its total is the sum of its rows, to the last digit."""
        number = (pl.col("value").str.strip_suffix("%").cast(pl.Float64) * _SCALE).round().cast(pl.Int64)
        is_total = pl.col("breakdown") == 0
        sums = (
            self._rows.lazy()
            .select(
                "indicator", is_total.alias("is_total"), number.alias("number"), period=pl.lit(self._period_codes())
            )
            .group_by("indicator", "period")
            .agg(
                total=pl.col("number").filter("is_total").sum(),
                totals=pl.col("is_total").sum(),
                parts=pl.col("number").filter(~pl.col("is_total")).sum(),
                others=(~pl.col("is_total")).sum(),
            )
            .filter((pl.col("others") == 0) | ((pl.col("totals") == 1) & (pl.col("total") == pl.col("parts"))))
            .select("indicator", "period")
            .collect()
        )
        periods = list(self._period_of)
        settled: dict[int, set[Period]] = {}
        for indicator, period in sums.iter_rows():
            settled.setdefault(indicator, set()).add(periods[period])
        return settled


def _read_singly(few: Returns, indicator: str) -> set[Period]:
    """Periods in which the bulk has not all of an indicator's breakdown rows, or one was left blank."""
    elsewhere = {period for series in few.rows(indicator).values() for period in series}
    return elsewhere | {period for name, _, period in few.blanks if name == indicator}


def _in_time(series: Series) -> Series:
    from dap_tui.period import on_one_scale

    return dict(sorted(series.items(), key=lambda item: on_one_scale(item[0])))
