"""Rows of plain files as a polars frame, and which of them are proved to say nothing out of the way.

A proved row has a known indicator of the file's source, a plain number inside its indicator's bounds, a
breakdown and a note without control characters. Of the others polars says nothing: the one place that knows
what a row means (`rows`) is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from threading import Lock
from typing import Any, Final, cast

import polars as pl

from dap_tui.catalogue import Indicator
from dap_tui.measure import Unit
from dap_tui.period import Quarter
from dap_tui.reading.folder import FoundReturn
from dap_tui.reading.plain import Batch
from dap_tui.reading.rows import RowReader
from dap_tui.reading.table import BLANK

_PLAIN_NUMBER: Final = r"^-?[0-9]{1,9}(?:(?:\.[0-9]{1,6})?|(?:\.(?:[0-9]|[0-9][1-9]|[0-9]{3,6}))?%)$"
_CONTROL: Final = r"[\x00-\x1f\x7f-\x{9f}\x{61c}\x{200e}\x{200f}\x{2028}\x{2029}\x{202a}-\x{202e}\x{2066}-\x{2069}]"
_LONGEST_CELL: Final = 100_000
_CATEGORIES: Final = ("indicator", "breakdown")


class Codes:
    """Numbers for indicators and breakdowns, the same in every batch."""

    def __init__(self, reader: RowReader) -> None:
        self.reader = reader
        self.indicators: list[Indicator] = list(reader.indicators.values())
        self.indicator: dict[str, int] = {each.id: number for number, each in enumerate(self.indicators)}
        self.breakdowns: list[str] = [""]
        self.breakdown: dict[str, int] = {"": 0}
        self.sources = list({each.source: None for each in self.indicators})
        self._one_at_a_time = Lock()

    def of_breakdown(self, name: str) -> int:
        """The number of a breakdown's name; a new one where it has none. Batches may ask at the same time."""
        with self._one_at_a_time:
            if name not in self.breakdown:
                self.breakdown[name] = len(self.breakdowns)
                self.breakdowns.append(name)
            return self.breakdown[name]


def rows_of(batch: Batch, found: Sequence[FoundReturn], codes: Codes) -> pl.DataFrame | None:
    """The rows of a batch: codes, file, line, column of the value, value, note, and whether they are proved.

    None where a row has more cells than its header, which polars cannot place.
    """
    try:
        read = _read(batch)
    except pl.exceptions.ComputeError:
        return None
    if read.height != sum(batch.counts):
        return None
    raw: dict[str, Words] = {name: Words(read[name]) for name in _CATEGORIES if name in read.columns}
    indicator, breakdown, is_clean = _coded(raw, codes)
    files, lines = _places(batch)
    rows = pl.DataFrame(
        {
            "indicator": indicator,
            "breakdown": breakdown,
            "file": files,
            "line": lines,
            "column": _column(batch, read, raw),
            "value": read["value"],
            "note": read["note"] if "note" in read.columns else _same(None, read.height, pl.String),
        }
    )
    others = [name for name in read.columns if read.schema[name] == pl.String and name not in {"value", "note"}]
    if others:
        short = (pl.col(name).str.len_bytes().fill_null(0) < _LONGEST_CELL for name in others)
        is_clean = is_clean & read.select(pl.all_horizontal(short)).to_series()
    del read
    rows = rows.with_columns(
        plain=pl.col("value").str.contains(_PLAIN_NUMBER),
        number=pl.col("value").str.strip_suffix("%").cast(pl.Float64, strict=False),
    )
    proved = rows.select(_proof(_tables(codes, found))).to_series() & is_clean
    return rows.drop("plain").with_columns(proved=proved)


class Words:
    """A column of words that come again and again: each row's number, and the word that each number stands for."""

    def __init__(self, column: pl.Series) -> None:
        self.numbers = column.to_physical()
        self.texts = [text or "" for text in cast("pl.Categorical", column.dtype).categories.to_series().to_list()]

    def put(self, of: Callable[[str], Any], kind: Any) -> pl.Series:
        """For each row what `of` says of its word; null where it is empty."""
        if not self.texts:
            return _same(None, len(self.numbers), kind)
        return pl.Series([of(text) for text in self.texts], dtype=kind).gather(self.numbers)


def _same(value: Any, height: int, kind: Any) -> pl.Series:
    return pl.repeat(value, height, dtype=kind, eager=True)


def _read(batch: Batch) -> pl.DataFrame:
    schema: dict[str, Any] = {
        name: pl.Categorical(pl.Categories.random()) if name in _CATEGORIES else pl.String
        for name in batch.header.names
    }
    body = batch.body()
    if not body:
        return pl.DataFrame(schema=schema)
    return pl.read_csv(body, has_header=False, schema=schema, quote_char=None, glob=False).rechunk()


def _places(batch: Batch) -> tuple[pl.Series, pl.Series]:
    """The number of each row's file, and its line in it."""
    files = pl.Series("file", batch.files, dtype=pl.UInt32)
    counts = pl.Series("count", batch.counts, dtype=pl.UInt32)
    firsts = counts.cum_sum() - counts
    each = pl.DataFrame({"file": files, "first": firsts, "count": counts})
    spread = each.select(pl.col("file", "first").repeat_by("count").explode(empty_as_null=False))
    lines = pl.int_range(0, spread.height, dtype=pl.UInt32, eager=True) - spread["first"] + 2
    return spread["file"], lines.rename("line")


def _coded(raw: dict[str, Words], codes: Codes) -> tuple[pl.Series, pl.Series, pl.Series]:
    """Codes of indicators (null where unknown) and of breakdowns, and which rows have clean breakdowns."""
    indicator = raw["indicator"].put(lambda text: codes.indicator.get(text.strip(BLANK)), pl.UInt32)
    height = len(indicator)
    if "breakdown" not in raw:
        return indicator, _same(0, height, pl.UInt32), _same(True, height, pl.Boolean)

    def read(text: str) -> tuple[str, bool]:
        return codes.reader.breakdown(text) if len(text) < _LONGEST_CELL else ("", False)

    def code(text: str) -> int:
        name, is_clean = read(text)
        return codes.of_breakdown(name) if is_clean else 0

    breakdown = raw["breakdown"].put(code, pl.UInt32).fill_null(0)
    if all(read(text)[1] for text in raw["breakdown"].texts):
        return indicator, breakdown, _same(True, height, pl.Boolean)
    is_clean = raw["breakdown"].put(lambda text: read(text)[1], pl.Boolean).fill_null(value=True)
    return indicator, breakdown, is_clean


def _column(batch: Batch, read: pl.DataFrame, raw: dict[str, Words]) -> pl.Series:
    """The column in which the value begins, from 1, in characters."""
    names = batch.header.names[: batch.header.value]
    column = _same(1 + len(names), read.height, pl.UInt32)
    for name in names:
        taken = raw[name].put(len, pl.UInt32) if name in raw else read[name].str.len_chars()
        column = column + taken.fill_null(0)
    return column


def _tables(codes: Codes, found: Sequence[FoundReturn]) -> dict[str, pl.Series]:
    """What the proof looks up: by indicator its bounds and its unit, by file its source."""

    def by_indicator(of: Callable[[Indicator], Any], kind: Any) -> pl.Series:
        return pl.Series([of(each) for each in codes.indicators], dtype=kind)

    numbers = {name: number for number, name in enumerate(codes.sources)}
    sources = [-1 if each.source is None else numbers.get(each.source, -2) for each in found]
    return {
        "least": by_indicator(lambda each: _bound(each.bounds.min, float("-inf")), pl.Float64),
        "most": by_indicator(lambda each: _bound(each.bounds.max, float("inf")), pl.Float64),
        "whole": by_indicator(lambda each: each.bounds.whole, pl.Boolean),
        "percent": by_indicator(lambda each: each.unit is Unit.PERCENT, pl.Boolean),
        "yearly": by_indicator(lambda each: each.is_yearly, pl.Boolean),
        "source": by_indicator(lambda each: numbers[each.source], pl.Int32),
        "file_source": pl.Series(sources, dtype=pl.Int32),
        "file_quarter": pl.Series([isinstance(each.period, Quarter) for each in found], dtype=pl.Boolean),
    }


def _bound(bound: Decimal | None, without: float) -> float:
    """A bound as a float; one that a float cannot hold proves nothing."""
    if bound is None:
        return without
    return float(bound) if Decimal(float(bound)) == bound or len(bound.as_tuple().digits) < 15 else float("nan")


def _proof(tables: dict[str, pl.Series]) -> pl.Expr:
    """Which rows are proved, as far as indicator, value, note and file go."""
    value, note, number = pl.col("value"), pl.col("note"), pl.col("number")

    def looked_up(name: str, by: str = "indicator") -> pl.Expr:
        return pl.lit(tables[name]).gather(pl.col(by))

    source = looked_up("file_source", "file")
    proofs = [
        pl.col("plain"),
        number.is_between(looked_up("least"), looked_up("most")),
        ~looked_up("whole") | (number == number.floor()),
        looked_up("percent") | ~value.str.ends_with("%"),
        note.is_null() | (~note.str.contains(_CONTROL) & (note.str.len_bytes() < _LONGEST_CELL)),
        (source == -1) | (source == looked_up("source")),
    ]
    if tables["yearly"].any():
        proofs.append(~(looked_up("yearly") & looked_up("file_quarter", "file")))
    return pl.all_horizontal(proofs).fill_null(value=False)
