"""Returns of many rows: polars reads and proves the bulk, and one row at a time is read of what it cannot prove.

The figures and findings are those of the careful way; only where they are kept differs: the bulk stays in a
frame, from which an indicator's figures are made when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import polars as pl

from dap_tui.finding import Finding
from dap_tui.period import on_one_scale
from dap_tui.reading.careful import read_bytes, read_carefully
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.folder import FoundReturn
from dap_tui.reading.frames import Bulk
from dap_tui.reading.gathering import gather, return_file
from dap_tui.reading.plain import Batch, Sorter
from dap_tui.reading.proof import Codes, rows_of
from dap_tui.reading.rows import RowReader
from dap_tui.reading.table import plain_record
from dap_tui.returns import Returns


def read_bulk(found: Sequence[FoundReturn], reader: RowReader) -> tuple[Returns, list[Finding]]:
    """The returns in these files and what is wrong with them, as the careful way would have it."""
    files = [FileRead(each) for each in found]
    careful: dict[int, bytes | None] = {}
    codes = Codes(reader)
    # polars lets go of Python while it works, so that the next files are read and sorted meanwhile.
    with ThreadPoolExecutor() as pool:
        parts = list(
            pool.map(lambda batch: _part(batch, found, codes), _batches(files, Sorter(reader.is_row), careful))
        )
    for part in parts:
        careful.update(dict.fromkeys(part.refused))
        for at, number in enumerate(part.batch.files):
            if number in part.unproved:
                _read_rows(part.batch, at, part.unproved[number], files[number], reader)
                files[number].closed(part.counts[number])
    for number, file in enumerate(files):
        if number in careful:
            # What was sorted and given back is not quite the file's own bytes any more.
            content = careful.pop(number) or read_bytes(file.found, file)
            if content is not None:
                read_carefully(content, file, reader)
    frames = [part.rows for part in parts if part.rows is not None]
    counts = {number: count for part in parts for number, count in part.counts.items()}
    del parts
    bulk = Bulk.of(frames, files, codes, counts)
    bulk.give_up_repeated(files)
    return _returns(files, bulk)


def _batches(files: list[FileRead], sorter: Sorter, careful: dict[int, bytes | None]) -> Iterator[Batch]:
    """Plain files in batches, each as soon as it is closed; the bytes of other files go into `careful`."""
    for number, file in enumerate(files):
        content = read_bytes(file.found, file)
        if content is not None and not sorter.takes(number, content):
            careful[number] = content
        yield from sorter.closed()
    yield from sorter.rest()


class Part(NamedTuple):
    """What polars made of a batch: the files it can place the rows of, and its proved rows.

    By file, `counts` has how many rows are proved, and `unproved` the lines that are not, where there are any;
    of the files in `refused` there are none.
    """

    batch: Batch
    rows: pl.DataFrame | None
    counts: dict[int, int]
    unproved: dict[int, list[int]]
    refused: set[int]


def _part(batch: Batch, found: Sequence[FoundReturn], codes: Codes) -> Part:
    taken = batch
    rows = rows_of(batch, found, codes)
    if rows is None:
        taken = batch.even()
        rows = rows_of(taken, found, codes)
    if rows is None:
        return Part(batch.only(()), None, {}, {}, set(batch.files))
    unproved: dict[int, list[int]] = {}
    if not rows["proved"].all():
        lines = rows.filter(~pl.col("proved")).group_by("file").agg("line")
        unproved = {number: sorted(each) for number, each in lines.iter_rows()}
        rows = rows.filter("proved")
    counts = {
        number: count - len(unproved.get(number, ())) for number, count in zip(taken.files, taken.counts, strict=True)
    }
    return Part(taken, rows.drop("proved"), counts, unproved, set(batch.files) - set(taken.files))


def _read_rows(batch: Batch, at: int, lines: list[int], file: FileRead, reader: RowReader) -> None:
    """Some lines of a plain file, one at a time, and those of its rows that have quotes."""
    text, quoted = batch.contents[at].decode().split("\n"), batch.quoted[at]
    for number in lines:
        record = quoted.get(number) or plain_record(number, text[number - 1], ",")
        reader.read(record, batch.header, file)


def _returns(files: list[FileRead], bulk: Bulk) -> tuple[Returns, list[Finding]]:
    counts = [bulk.counts.get(number, 0) for number in range(len(files))]
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
        lambda: few.suppressed,
        lambda indicator: bulk.numbers(indicator, few),
        bulk.names,
        lambda names: bulk.named(names, few),
        lambda indicator: bulk.row_periods(indicator, few),
    )
    findings = [finding for file in files for finding in file.findings]
    return returns, [*findings, *repeated]
