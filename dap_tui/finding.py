"""A finding: something wrong, where it is, and what to do. A value; how it looks is decided elsewhere."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How much a finding matters: an error stops a report, a warning wants a look, a note is said once."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """Where something stands: a file named from the workspace with `/`, line and column from 1.

    Of a workbook, `line` and `column` are the numbers of row and column, and `sheet` and `cell` are given.
    """

    file: str
    line: int = 1
    column: int = 1
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.file}:{self.sheet}!{self.cell}"
        return f"{self.file}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One thing wrong. `width` is how many characters of the line it is about (0: the line as a whole)."""

    code: str
    level: Level
    place: Place
    message: str
    hint: str | None = None
    width: int = 0
