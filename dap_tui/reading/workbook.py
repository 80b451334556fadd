"""A return that is a workbook (.xlsx), to the same figures and findings as if it were a CSV file.

Its first visible sheet with a header is the return; what a row means is said by `RowReader`, as of any return.
Findings and figures then stand at sheet and cell. What is no workbook, or cannot be opened, is one finding
that says what to do. Loaded only where there is such a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from dap_tui.finding import Finding, Place
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.header import Header, checked, header_of, names_of, no_header
from dap_tui.reading.rows import RowReader
from dap_tui.reading.sheet import OpenWorkbook, Row
from dap_tui.reading.table import MOST_CELLS, MOST_CHARACTERS, Record
from dap_tui.reading.text import quoted, visible
from dap_tui.reading.workbook_archive import refused
from dap_tui.rules import returns as rules
from dap_tui.rules.values import NOT_A_VALUE

Faults = dict[tuple[int, int], tuple[str, str]]
"""What is wrong with a cell as a value, and what to do, by row and column."""


def read_workbook(content: bytes, into: FileRead, reader: RowReader) -> None:
    """All that can be read of a workbook's bytes."""
    top = Place(into.found.file)
    if (why := refused(content)) is not None:
        into.findings.append(rules.NO_TABLE.at(top, why.message, why.hint))
        return
    try:
        sheet = _sheet_with_header(content)
    except Exception as error:  # noqa: BLE001 # a damaged workbook makes its reader raise anything
        message = f"this workbook cannot be read ({visible(type(error).__name__)})"
        hint = "open it in Excel or LibreOffice, and save it anew as 'Excel Workbook (.xlsx)'"
        into.findings.append(rules.NO_TABLE.at(top, message, hint))
        return
    _read_sheet(sheet, into, reader)


def rows_to_show(content: bytes, sheet: str) -> dict[int, list[str]]:
    """The cells of a sheet's rows as text, by row number, to show beside findings; none where it cannot be read."""
    if refused(content) is not None:
        return {}
    try:
        workbook = OpenWorkbook(content)
        name = next(each for each in workbook.names if visible(each) == sheet)
        return {row.number: _texts(row, max(row.cells)) for row in workbook.rows(name)}
    except Exception:  # noqa: BLE001 # as above; it has changed since it was read
        return {}


class _Sheet:
    """The sheet that is read: its rows, the row of its header, and the other sheets that have one as well."""

    def __init__(self, name: str | None, rows: list[Row], at: int | None, others: list[str], hidden: list[str]) -> None:
        self.name = name
        self.rows = rows
        self.at = at
        self.others = others
        self.hidden = hidden
        self.width = min(max((max(row.cells) for row in rows), default=1), MOST_CELLS)
        self.faults: Faults = {
            (row.number, at): cell.fault for row in rows for at, cell in row.cells.items() if cell.fault is not None
        }


def _sheet_with_header(content: bytes) -> _Sheet:
    workbook = OpenWorkbook(content)
    heads = {name: workbook.head(name) for name in workbook.names}
    headed = [name for name, head in heads.items() if _header_row(head) is not None]
    hidden = [name for name in workbook.hidden if _header_row(workbook.head(name)) is not None]
    if headed:
        rows = workbook.rows(headed[0])
        return _Sheet(headed[0], rows, _header_row(rows), headed[1:], hidden)
    name, head = next(((name, head) for name, head in heads.items() if head), (None, []))
    return _Sheet(name, head, None, [], hidden)


def _header_row(rows: list[Row]) -> int | None:
    """Which of the rows is the header, from 0."""
    for at, row in enumerate(rows):
        if header_of(names_of(_texts(row, max(row.cells))), 0) is not None:
            return at
    return None


def _texts(row: Row, width: int) -> list[str]:
    return [row.cells[at].text if at in row.cells else "" for at in range(1, width + 1)]


def _read_sheet(sheet: _Sheet, into: FileRead, reader: RowReader) -> None:
    header = _header(sheet, into, reader)
    if header is not None:
        for record in _records(sheet, header):
            before = into.errors
            if _is_named(record, header, sheet.faults, into):
                reader.read(record, header, into)
            if into.errors > before:
                into.refused.update(word for cell in record.cells for word in cell.split())
        into.closed()
    _place(sheet, into)
    for name in sheet.others:
        message = f"the sheet {quoted(name)} has a header as well, and is not read: the first that has one is"
        hint = "move it into a return of its own, or delete it"
        into.findings.append(rules.OTHER_NAME.at(Place(into.found.file, 1, 1, visible(name), "A1"), message, hint))


def _header(sheet: _Sheet, into: FileRead, reader: RowReader) -> Header | None:
    """The header of the sheet, and findings on it and on what stands above it."""
    file = into.found.file
    if sheet.at is None:
        into.findings.append(_no_header(sheet, file, reader))
        return None
    row = sheet.rows[sheet.at]
    header = header_of(names_of(_texts(row, sheet.width)), sheet.width, ",", row.number)
    if header is None:
        return None
    record = _record(row, sheet.width)
    found, findings = checked(header, record, _record(sheet.rows[0], sheet.width) if sheet.at else record, file, "row")
    into.findings.extend(findings)
    return found


def _no_header(sheet: _Sheet, file: str, reader: RowReader) -> Finding:
    if sheet.hidden:
        message = f"the return seems to be in the sheet {quoted(sheet.hidden[0])}, which is hidden, and is not read"
        return rules.NO_HEADER.at(Place(file), message, "unhide the sheet, or delete it")
    if not sheet.rows:
        message = "there is nothing in this workbook"
        return rules.NO_HEADER.at(Place(file), message, "its first row is indicator, breakdown, value, note")
    return no_header((_record(row, sheet.width) for row in sheet.rows), file, reader.is_row, "row")


def _record(row: Row, width: int) -> Record:
    texts = _texts(row, width)
    return Record(row.number, texts, [(row.number, at, 0) for at in range(1, width + 1)])


def _records(sheet: _Sheet, header: Header) -> Iterator[Record]:
    """The rows below the header, each as wide as the widest; one that is too large is a fault, as in a CSV file."""
    for row in sheet.rows:
        if row.number <= header.line:
            continue
        spot = [(row.number, 1, 0)]
        last, size = max(row.cells), sum(len(cell.text) for cell in row.cells.values())
        if last > MOST_CELLS:
            message = f"this row has {last:,} cells, and at most {MOST_CELLS} are read"
            yield Record(row.number, [""], spot, (rules.TOO_LARGE, message, "delete the empty columns"))
        elif size > MOST_CHARACTERS:
            message = f"this row is longer than 1 MiB ({size:,} characters)"
            yield Record(row.number, [""], spot, (rules.TOO_LARGE, message, "it is not read; look what got into it"))
        else:
            yield _record(row, sheet.width)


def _is_named(record: Record, header: Header, faults: Faults, into: FileRead) -> bool:
    """Whether the breakdown is a name: of 10-14 Excel makes a date, which would be a row that nobody meant."""
    if header.breakdown < 0 or record.fault is not None:
        return True
    line, column, _ = record.spot(header.breakdown)
    if (line, column) not in faults:
        return True
    into.findings.append(NOT_A_VALUE.at(Place(into.found.file, line, column), *faults[line, column]))
    return False


def _place(sheet: _Sheet, into: FileRead) -> None:
    """Let findings and figures stand at sheet and cell, and say of a value what only the workbook knows."""

    def at(place: Place) -> Place:
        return place._replace(sheet=visible(sheet.name or ""), cell=f"{get_column_letter(place.column)}{place.line}")

    def said(finding: Finding) -> Finding:
        fault = sheet.faults.get((finding.place.line, finding.place.column))
        if fault is not None and finding.code.startswith("VAL"):
            return NOT_A_VALUE.at(at(finding.place), *fault)
        return finding._replace(place=at(finding.place))

    if sheet.name is None:
        return
    into.sheet = visible(sheet.name)
    into.findings[:] = map(said, into.findings)
    for rows in (into.rows, into.blanks):
        rows[:] = [
            (indicator, name, figure._replace(place=at(figure.place) if figure.place else None))
            for indicator, name, figure in rows
        ]
