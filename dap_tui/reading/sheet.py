"""The sheets of a workbook: each cell's text as a person sees it.

A number is seen as its number format shows it, a formula as what it came to when the workbook was last saved,
an error as `#N/A`, a date as a date. Rows that are hidden or filtered away are read as all others; of cells
that are merged the first has the text, and the others are empty. openpyxl reads them: it alone among the
readers that are kept up tells the number format, without which 66% is 0.66.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from openpyxl import load_workbook

from dap_tui.reading.number_format import as_shown
from dap_tui.reading.table import MOST_CELLS

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

LOOKED_THROUGH: Final = 50
"""In how many rows from the top a header is looked for."""

_MOST_ROWS = 1_048_576
_FORMULA = {"f", "str"}
"""The reader's types of a formula, and of one that came to an empty text."""

_BREAK = re.compile(r"_x000[9AaDd]_")


class Seen(NamedTuple):
    """A cell's text, and why it is no value where the text alone does not say: a sentence, and what to do."""

    text: str
    fault: tuple[str, str] | None = None


class Row(NamedTuple):
    """A row that has something in it: its number, and its cells by column, both from 1."""

    number: int
    cells: dict[int, Seen]


class OpenWorkbook:
    """A workbook that was opened. What its methods raise is the reader's own, and may be anything."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        with _quietly():
            self._formulas = _loaded(content, values=False)
        self._values: Workbook | None = None
        sheets = self._formulas.worksheets
        self.names = [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
        self.hidden = [sheet.title for sheet in sheets if sheet.sheet_state != "visible"]

    def head(self, name: str) -> list[Row]:
        """The rows of a sheet among which a header is looked for."""
        return self._seen(name, LOOKED_THROUGH)

    def rows(self, name: str) -> list[Row]:
        """All rows of a sheet that have anything in them."""
        return self._seen(name, _MOST_ROWS)

    def _seen(self, name: str, most: int) -> list[Row]:
        with _quietly():
            rows = list(_rows(self._formulas, name, most))
            if not any(cell.data_type == "f" for _, cells in rows for cell in cells.values()):
                return [Row(number, {at: _seen(cell) for at, cell in cells.items()}) for number, cells in rows]
            if self._values is None:
                self._values = _loaded(self._content, values=True)
            values = dict(_rows(self._values, name, most))
        return [
            Row(number, {at: _worked_out(cell, values.get(number, {}).get(at)) for at, cell in cells.items()})
            for number, cells in rows
        ]


def _loaded(content: bytes, *, values: bool) -> Workbook:
    return load_workbook(BytesIO(content), read_only=True, data_only=values, keep_links=False)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without the reader's warnings: of validations and pictures that it leaves out, and nobody here asks for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _rows(workbook: Workbook, name: str, most: int) -> Iterator[tuple[int, dict[int, Any]]]:
    """The cells of a sheet that are there, by column; the size that the file gives for itself is not believed."""
    sheet: Any = workbook[name]
    sheet.reset_dimensions()
    empty: Any = None  # rows that the file leaves out all come as one and the same, and may be a million
    for number, row in enumerate(islice(sheet.iter_rows(max_col=2 * MOST_CELLS), most), 1):
        if row is empty:
            continue
        cells = {at: cell for at, cell in enumerate(row, 1) if cell.value is not None or cell.data_type in _FORMULA}
        if cells:
            yield number, cells
        else:
            empty = row


def _worked_out(cell: Any, value: Any) -> Seen:
    """A cell of a workbook with formulas; `value` is the same one as it was worked out, None where it was not."""
    if cell.data_type != "f":
        return _seen(cell)
    if value is not None:
        return _seen(value)
    return Seen(
        "=…",
        (
            "the formula in this cell has not been worked out",
            "open the workbook in Excel, save it and put it back; or type the value",
        ),
    )


def _seen(cell: Any) -> Seen:
    value = cell.value
    if value is None:
        return Seen("")
    if isinstance(value, str):
        if cell.data_type == "e":
            hint = "mend its formula, or write [x] not available or [z] not applicable"
            return Seen(value, (f"'{value}' is an error of the workbook, and no value", hint))
        return Seen(_BREAK.sub(" ", value))
    if isinstance(value, bool):
        return Seen(str(value).upper())
    if isinstance(value, int | float):
        return Seen(as_shown(value, cell.number_format))
    return _of_time(value)


def _of_time(value: datetime | date | time | timedelta) -> Seen:
    if isinstance(value, time | timedelta):
        return Seen(f"{value}", (f"this cell holds a time, {value}", "set it to Text, and type it anew"))
    text = f"{value.day} {value:%B %Y}"
    hint = "Excel makes dates of 1-5 and 1/2: set the cell to Text, and type it anew"
    return Seen(text, (f"this cell holds a date, {text}", hint))
