"""Lines of the workspace's own files, to show beside a finding: as text, and never more than can be read safely."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path
from typing import NamedTuple

from dap_tui.finding import Place
from dap_tui.reading.folder import MOST_BYTES


class Line(NamedTuple):
    """A line of a file, and the column, from 1, at which something stands in it; of a workbook a row, as CSV has it."""

    text: str
    column: int


class SourceLines:
    """The lines of the files under a root. The last file asked for is kept, since findings come file by file.

    Lines end as findings count them: CR LF, LF and CR each end one.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._file: str | None = None
        self._lines: list[bytes] = []
        self._sheet: tuple[str, str | None] = ("", None)
        self._rows: dict[int, list[str]] = {}

    def line(self, file: str, number: int, sheet: str | None = None) -> str | None:
        """Line `number`, from 1, of a file named from the root; None where it cannot be shown.

        Of a workbook's sheet the row of that number, its cells separated by commas.
        """
        if sheet is not None:
            rows = self._rows_of(file, sheet)
            return ",".join(map(_as_cell, rows.get(number, ()))) if number <= max(rows, default=0) else None
        if file != self._file:
            self._file = file
            self._lines = self._read(file)
        if not 1 <= number <= len(self._lines):
            return None
        line = self._lines[number - 1]
        try:
            return line.decode()
        except UnicodeDecodeError:
            return line.decode("cp1252", errors="replace")

    def at(self, place: Place) -> Line | None:
        """The line or row that a place is in, and where in it; None where it cannot be shown."""
        line = self.line(place.file, place.line, place.sheet)
        if line is None or place.sheet is None:
            return None if line is None else Line(line, place.column)
        before = self._rows_of(place.file, place.sheet).get(place.line, [])[: place.column - 1]
        return Line(line, 1 + sum(len(_as_cell(each)) + 1 for each in before))

    def _rows_of(self, file: str, sheet: str) -> dict[int, list[str]]:
        if (file, sheet) != self._sheet:
            from dap_tui.reading.workbook import rows_to_show  # brings a reader of workbooks in

            self._sheet = (file, sheet)
            self._rows = rows_to_show(self._content(file), sheet)
        return self._rows

    def _read(self, file: str) -> list[bytes]:
        content = self._content(file)
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            content = content.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
        content = content.removeprefix(codecs.BOM_UTF8)
        if b"\r" in content:
            content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return content.split(b"\n")

    def _content(self, file: str) -> bytes:
        """The file's bytes; none where it is not there, not a regular file, too large, or not inside the root."""
        try:
            path = (self._root / file).resolve(strict=True)
            described = path.stat()
            if not stat.S_ISREG(described.st_mode) or described.st_size > MOST_BYTES:
                return b""
            return path.read_bytes() if path.is_relative_to(self._root.resolve()) else b""
        except (OSError, ValueError, RuntimeError):
            return b""


def _as_cell(text: str) -> str:
    """A cell as a CSV file has it: in quotes where it needs them."""
    return '"{}"'.format(text.replace('"', '""')) if any(each in text for each in ',"\n') else text
