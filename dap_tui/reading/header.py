"""The header of a return: which column is which, what separates them, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from dap_tui.finding import Finding, Place
from dap_tui.reading.merge import is_marker
from dap_tui.reading.nearest import Nearest
from dap_tui.reading.period_names import likely_period
from dap_tui.reading.table import BLANK, Record, records
from dap_tui.reading.text import folded, quoted
from dap_tui.rules import returns as rules

NEEDED: Final = ("indicator", "value")
READ: Final = (*NEEDED, "breakdown", "note")
PASSED_OVER: Final = ("title", "last_quarter", "due")
PERIODS: Final = ("period", "quarter")
"""What people call a column that says of which period a row is: a return is of one, and it is not read."""

_ABOUT_A_NAME: Final = ";:.*_ "
"""What may stand about a column's name and is no part of it."""

_DELIMITERS: Final = ((",", "commas"), (";", "semicolons"), ("\t", "tabs"))
_FIRST_LINE: Final = "make the first line indicator,breakdown,value,note"
_IN_ONE: Final = (
    (",", "the whole line stands in quotes, which makes it one cell: save it anew as 'CSV UTF-8'"),
    ("|", "cells are separated by '|': save it with commas, as 'CSV UTF-8'"),
    (None, "cells are separated by spaces: save it with commas, as 'CSV UTF-8'"),
)
_LOOKED_THROUGH = 50
_NAMED = 8
"""How many of the columns that were found a message names."""


class Header(NamedTuple):
    """Columns by number from 0 (-1: there is none), and the names as they are compared.

    `width` is how many cells the header has, nameless ones at its end included.
    """

    names: tuple[str, ...]
    indicator: int
    value: int
    breakdown: int
    note: int
    unnamed: tuple[int, ...]
    width: int
    delimiter: str
    line: int
    period: int = -1


def names_of(cells: list[str]) -> tuple[str, ...]:
    """Column names as they are compared: without regard to case and outer spaces."""
    names = [folded(cell).casefold().replace(" ", "_") for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def header_of(names: tuple[str, ...], width: int, delimiter: str = ",", line: int = 1) -> Header | None:
    """The header that these names make; None where a column that is needed is missing."""
    if any(name not in names for name in NEEDED):
        return None
    indicator, value, breakdown, note = (names.index(name) if name in names else -1 for name in READ)
    unnamed = tuple(number for number in range(width) if number >= len(names) or not names[number])
    period = next((number for number, name in enumerate(names) if name in PERIODS), -1)
    return Header(names, indicator, value, breakdown, note, unnamed, width, delimiter, line, period)


def find_header(text: str, file: str, is_row: Callable[[str], bool]) -> tuple[Header | None, list[Finding]]:
    """The header of a text, looked for in its first lines, and what is wrong with it and above it."""
    head = text[: 4 * 1024 * 1024]
    best: tuple[Header, Record, Record] | None = None
    for delimiter, _ in _DELIMITERS:
        if delimiter not in head and delimiter != ",":
            continue
        first: Record | None = None
        for record in islice(records(head, delimiter, is_row), _LOOKED_THROUGH):
            if record.is_blank or is_marker(record.cells[0]):
                continue
            first = first or record
            header = header_of(names_of(record.cells), len(record.cells), delimiter, record.line)
            if header is not None and (best is None or header.line < best[0].line):
                best = (header, record, first)
                break
    if best is None:
        return None, [_no_header(head, file, is_row)]
    header, record, first = best
    return checked(header, record, first, file)


def checked(
    header: Header, record: Record, first: Record, file: str, row: str = "line"
) -> tuple[Header | None, list[Finding]]:
    """A header that stands in `record`, `first` being the first row that is not blank; and what is wrong with it.

    There is none where a column that is read is named twice. `row` is what a row is called in such a file.
    """
    findings: list[Finding] = []
    if header.delimiter != ",":
        words = dict(_DELIMITERS)[header.delimiter]
        message = f"cells are separated by {words}"
        findings.append(rules.DELIMITER.at(Place(file), message, "save it with commas, as 'CSV UTF-8'"))
    if first is not record:
        message = f"there are rows above the header, which is {row} {header.line}"
        findings.append(rules.ABOVE_HEADER.at(Place(file), message, "delete them"))
    twice = False
    for number, name in enumerate(header.names):
        line, column, width = record.spot(number)
        place = Place(file, line, column)
        if name and name in header.names[:number]:
            message = f"there are two columns {quoted(name)}, the {header.names.index(name) + 1}. and the {number + 1}."
            findings.append(rules.COLUMN_TWICE.at(place, message, "rename or delete one of them", width))
            twice = twice or name in READ
        elif name and name not in READ and name not in PASSED_OVER:
            near = Nearest((*READ, *PASSED_OVER)).hint(name.strip(_ABOUT_A_NAME))
            message = f"the column {quoted(folded(record.cells[number]))} is not known, and is not read"
            hint = near or f"columns are {', '.join(READ)}"
            findings.append(rules.UNKNOWN_COLUMN.at(place, message, hint, width))
    return (None if twice else header), findings


def _no_header(head: str, file: str, is_row: Callable[[str], bool]) -> Finding:
    """The finding on a text without a header."""
    if not head.strip(BLANK):
        return rules.NO_HEADER.at(Place(file), "this file is empty", "its first line is indicator,breakdown,value,note")
    return no_header(
        (
            record
            for delimiter, _ in _DELIMITERS
            if delimiter in head or delimiter == ","
            for record in islice(records(head, delimiter, is_row), _LOOKED_THROUGH)
        ),
        file,
        is_row,
    )


def no_header(rows: Iterable[Record], file: str, is_row: Callable[[str], bool], row: str = "line") -> Finding:
    """The finding on a table without a header among its first rows; it asks what each column may be.

    The row that names most columns was probably meant for it, else the first.
    """
    meant = max((each for each in rows if not each.is_blank), key=_likeness, default=None)
    if meant is None:
        return rules.NO_HEADER.at(Place(file), "this file is empty", "its first line is indicator,breakdown,value,note")
    names = names_of(meant.cells)
    written = {name: quoted(folded(cell)) for name, cell in zip(names, meant.cells, strict=False) if name}
    missing = [name for name in NEEDED if name not in names]
    unknown = [name for name in written if name not in READ and name not in PASSED_OVER]
    hint = _laid_out(meant, is_row) or _which_is_meant(missing, unknown, written) or _FIRST_LINE
    lacks = f"is no column {_both(missing)}" if len(missing) == 1 else f"are no columns {_both(missing)}"
    found = list(written.values())
    has = ", ".join(found[:_NAMED]) + (f" and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
    message = f"there {lacks}, so nothing is read; {row} {meant.line} has {has}"
    return rules.NO_HEADER.at(Place(file, meant.line), message, hint)


def _laid_out(meant: Record, is_row: Callable[[str], bool]) -> str | None:
    """What the row that was meant for the header shows of how the whole table is laid out; `is_row` knows ids."""
    cells = [cell.strip(BLANK) for cell in meant.cells if cell.strip(BLANK)]
    if len(meant.cells) == 1:
        return _all_in_one(cells[0])
    if sum(is_row(f"{cell},") for cell in cells) > 1:
        return "the table lies on its side: exchange its rows and columns (in Excel: Paste Special, Transpose)"
    if all(len(cell) > 1 and cell[0] == cell[-1] == "'" for cell in cells):
        return "take the single quotes away; what needs quotes in a CSV file has double ones"
    return None


def _which_is_meant(missing: Sequence[str], unknown: Sequence[str], written: Mapping[str, str]) -> str | None:
    """Which of the columns that are not known may be those that are missing."""
    nearest = Nearest(missing)
    likely = {name: nearest.to(re.split(r"[^a-z]", name.strip(_ABOUT_A_NAME))[0]) for name in unknown[:20]}
    near = [f"did you mean '{known}' by {written[name]}?" for name, known in likely.items() if known]
    if near:
        return "; ".join(near)
    if len(missing) == len(unknown) == 1:
        return f"is {written[unknown[0]]} the column '{missing[0]}'? name it so"
    if any(likely_period(name, start) is not None for name in unknown for start in (4, 1)):
        return "a return is of one period: name its column 'value', and delete those of the others"
    return None


def _all_in_one(cell: str) -> str | None:
    """Why a header is one cell that has all the names in it, and what to do."""
    for separator, why in _IN_ONE:
        if all(name in names_of(cell.split(separator)) for name in NEEDED):
            return why
    return None


def _likeness(row: Record) -> tuple[int, int, int]:
    """How much a row looks like a header: by the columns it names, then the higher up, and the more cells it has."""
    known = sum(name in READ or name in PASSED_OVER for name in names_of(row.cells))
    return known, -row.line, len(row.cells)


def _both(names: Sequence[str]) -> str:
    return " and ".join(f"'{name}'" for name in names)
