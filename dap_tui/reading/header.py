"""The header of a return: which column is which, what separates them, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dap_tui.finding import Finding, Place
from dap_tui.reading.nearest import Nearest
from dap_tui.reading.table import BLANK, Record, records
from dap_tui.reading.text import folded, quoted
from dap_tui.rules import returns as rules

NEEDED: Final = ("indicator", "value")
READ: Final = (*NEEDED, "breakdown", "note")
PASSED_OVER: Final = ("title", "last_quarter", "due")
_DELIMITERS: Final = ((",", "commas"), (";", "semicolons"), ("\t", "tabs"))
_LOOKED_THROUGH = 50


@dataclass(frozen=True, slots=True)
class Header:
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
    return Header(names, indicator, value, breakdown, note, unnamed, width, delimiter, line)


def find_header(text: str, file: str, is_row: Callable[[str], bool]) -> tuple[Header | None, list[Finding]]:
    """The header of a text, looked for in its first lines, and what is wrong with it and above it."""
    head = text[: 4 * 1024 * 1024]
    best: tuple[Header, Record, Record] | None = None
    for delimiter, _ in _DELIMITERS:
        if delimiter not in head and delimiter != ",":
            continue
        first: Record | None = None
        for record in islice(records(head, delimiter, is_row), _LOOKED_THROUGH):
            if record.is_blank:
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


def checked(header: Header, record: Record, first: Record, file: str) -> tuple[Header | None, list[Finding]]:
    """A header that stands in `record`, `first` being the first row that is not blank; and what is wrong with it.

    There is none where a column that is read is named twice.
    """
    findings: list[Finding] = []
    if header.delimiter != ",":
        words = dict(_DELIMITERS)[header.delimiter]
        message = f"cells are separated by {words}"
        findings.append(rules.DELIMITER.at(Place(file), message, "save it with commas, as 'CSV UTF-8'"))
    if first is not record:
        message = f"there are rows above the header, which is line {header.line}"
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
            near = Nearest((*READ, *PASSED_OVER)).hint(name)
            message = f"the column {quoted(folded(record.cells[number]))} is not known, and is not read"
            hint = near or f"columns are {', '.join(READ)}"
            findings.append(rules.UNKNOWN_COLUMN.at(place, message, hint, width))
    return (None if twice else header), findings


def _no_header(head: str, file: str, is_row: Callable[[str], bool]) -> Finding:
    """The finding on a text without a header."""
    if not head.strip(BLANK):
        return rules.NO_HEADER.at(Place(file), "this file is empty", "its first line is indicator,breakdown,value,note")
    return no_header(next((record for record in records(head, ",", is_row) if not record.is_blank), None), file)


def no_header(first: Record | None, file: str) -> Finding:
    """The finding on a table without a header, whose first row is `first`; it asks what each column may be."""
    missing: tuple[str, ...] = NEEDED
    hint = "make the first line indicator,breakdown,value,note"
    if first is not None:
        names = names_of(first.cells)
        missing = tuple(name for name in NEEDED if name not in names)
        nearest = Nearest(missing)
        meant = [(name, near) for name in names[:20] if name and (near := nearest.to(name))]
        if meant:
            hint = "; ".join(f"did you mean '{near}' by {quoted(name)}?" for name, near in meant)
    words = " and ".join(f"'{name}'" for name in missing)
    return rules.NO_HEADER.at(Place(file), f"there is no header with the column {words}, so nothing is read", hint)
