"""A return read row by row in Python: the careful way, for small workspaces and for files that are not plain."""

from __future__ import annotations

from dap_tui.finding import Place
from dap_tui.reading.decoding import decode
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.folder import FoundReturn
from dap_tui.reading.header import find_header
from dap_tui.reading.merge import is_marker
from dap_tui.reading.rows import RowReader
from dap_tui.reading.table import records
from dap_tui.rules import returns as rules


def read_bytes(found: FoundReturn, into: FileRead) -> bytes | None:
    """The bytes of a return; None, and a finding, where it cannot be opened."""
    try:
        return found.path.read_bytes()
    except OSError as error:
        message = f"this file cannot be opened: {error.strerror or type(error).__name__}"
        into.findings.append(
            rules.NO_FILE.at(Place(found.file), message, "see who may read it, and that no one has it open")
        )
        return None


def read_carefully(content: bytes, into: FileRead, reader: RowReader) -> None:
    """All that can be read of a return's bytes."""
    file = into.found.file
    if file.casefold().endswith(".xlsx"):
        from dap_tui.reading.workbook import read_workbook  # brings a reader of workbooks in, which is seldom asked

        read_workbook(content, into, reader)
        return
    decoded = decode(content, file)
    into.findings.extend(decoded.findings)
    if decoded.text is None:
        return
    header, findings = find_header(decoded.text, file, reader.is_row)
    into.findings.extend(findings)
    if header is None:
        return
    read = reader.read
    for record in records(decoded.text, header.delimiter, reader.is_row):
        if record.line > header.line:
            read(record, header, into)
        elif record.cells and is_marker(record.cells[0]):
            reader.marker(record, header, into)
    into.closed()
