"""Returns of many rows: polars reads and proves the bulk, and one row at a time is read of what it cannot prove.

The figures and findings are those of the careful way; only where they are kept differs: the bulk stays in a
frame, from which an indicator's figures are made when they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from dap_tui.finding import Finding
from dap_tui.period import on_one_scale
from dap_tui.reading.careful import read_bytes, read_carefully
from dap_tui.reading.folder import FoundReturn
from dap_tui.reading.frames import Bulk
from dap_tui.reading.gathering import gather, return_file
from dap_tui.reading.plain import Batch, Sorter
from dap_tui.reading.proof import Codes, rows_of
from dap_tui.reading.rows import FileRead, RowReader
from dap_tui.reading.table import plain_record
from dap_tui.returns import Returns


def read_bulk(found: Sequence[FoundReturn], reader: RowReader) -> tuple[Returns, list[Finding]]:
    """The returns in these files and what is wrong with them, as the careful way would have it."""
    files = [FileRead(each) for each in found]
    sorter = Sorter(reader.is_row)
    careful: dict[int, bytes | None] = {}
    for number, file in enumerate(files):
        content = read_bytes(file.found, file)
        if content is not None and not sorter.takes(number, content):
            careful[number] = content
    codes = Codes(reader)
    frames: list[pl.DataFrame] = []
    unproved: dict[int, tuple[Batch, int, list[int]]] = {}
    for batch in sorter.batches.values():
        taken, rows = _taken(batch, found, codes)
        careful.update(dict.fromkeys(set(batch.files) - set(taken.files)))
        if rows is not None:
            unproved.update(_unproved(taken, rows))
            frames.append(rows.filter("proved").drop("proved") if not rows["proved"].all() else rows.drop("proved"))
    del sorter
    proved = _counts(frames, len(files))
    for number, file in enumerate(files):
        if number in careful:
            # What was sorted and given back is not quite the file's own bytes any more.
            content = careful.pop(number) or read_bytes(file.found, file)
            if content is not None:
                read_carefully(content, file, reader)
        elif number in unproved:
            batch, at, lines = unproved.pop(number)
            _read_rows(batch, at, lines, file, reader)
            file.closed(proved[number])
    del unproved
    bulk = Bulk.of(frames, files, codes)
    bulk.give_up_repeated(files)
    return _returns(files, bulk)


def _taken(batch: Batch, found: Sequence[FoundReturn], codes: Codes) -> tuple[Batch, pl.DataFrame | None]:
    """The files of a batch that polars can place the rows of, and these rows."""
    rows = rows_of(batch, found, codes)
    if rows is not None:
        return batch, rows
    even = batch.even()
    rows = rows_of(even, found, codes)
    return (even, rows) if rows is not None else (batch.only(()), None)


def _unproved(batch: Batch, rows: pl.DataFrame) -> dict[int, tuple[Batch, int, list[int]]]:
    """By file: its batch, its position there, and the lines that are not proved."""
    if rows["proved"].all():
        return {}
    lines = rows.filter(~pl.col("proved")).group_by("file").agg("line")
    positions = {number: at for at, number in enumerate(batch.files)}
    return {number: (batch, positions[number], sorted(each)) for number, each in lines.iter_rows()}


def _counts(frames: list[pl.DataFrame], files: int) -> list[int]:
    """How many rows are proved, by file."""
    counts = [0] * files
    for frame in frames:
        for number, count in frame["file"].value_counts().iter_rows():
            counts[number] = count
    return counts


def _read_rows(batch: Batch, at: int, lines: list[int], file: FileRead, reader: RowReader) -> None:
    """Some lines of a plain file, one at a time, and those of its rows that have quotes."""
    text, quoted = batch.contents[at].decode().split("\n"), batch.quoted[at]
    for number in lines:
        record = quoted.get(number) or plain_record(number, text[number - 1], ",")
        reader.read(record, batch.header, file)


def _returns(files: list[FileRead], bulk: Bulk) -> tuple[Returns, list[Finding]]:
    counts = bulk.counts(len(files))
    few, repeated = gather(files, counts)
    read = tuple(return_file(file, counts[number]) for number, file in enumerate(files))
    periods = {file.found.period for number, file in enumerate(files) if counts[number]} | set(few.periods)
    returns = Returns(
        tuple(sorted(periods, key=on_one_scale)),
        read,
        few.blanks,
        lambda indicator: bulk.totals(indicator, few.totals(indicator)),
        lambda indicator: bulk.rows(indicator, few.rows(indicator)),
        lambda indicator: bulk.row_sums(indicator, few),
        lambda indicator: bulk.settled(indicator, few),
    )
    findings = [finding for file in files for finding in file.findings]
    return returns, [*findings, *repeated]
