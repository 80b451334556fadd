"""A blank return as an Excel workbook: what is to be filled in set apart, all else locked.

The sheet `Return` is read back as the return. Its value cells are General, so that 66% stays 66%, 1,821 stays
1,821 and a formula works. The protection has no password: it keeps ids from slips, not from people.
"""

from __future__ import annotations

from io import BytesIO
from textwrap import wrap
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dap_tui.catalogue import Catalogue
from dap_tui.starting.as_csv import kept_as_text
from dap_tui.starting.blank_return import BlankReturn
from dap_tui.starting.columns import cells_of, columns_of
from dap_tui.starting.guidance import fill_guidance
from dap_tui.starting.sheet_style import EDGES, FONT, HEAD, HEAD_OPEN, LOCKED, OPEN, QUIET, print_on_a4, put_text

SHEET: Final = "Return"
FILLED_IN: Final = ("value", "note")
SPARE_ROWS: Final = 25
"""Unlocked rows below the last, for rows of a breakdown that nobody knew of."""

_WIDTHS: Final = {
    "indicator": 26,
    "title": 46,
    "breakdown": 20,
    "last_quarter": 13,
    "due": 17,
    "value": 14,
    "note": 42,
}
_NO_BREAKDOWN: Final = 11
_LINE: Final = 13
"""The height of a line of text, and of the room around them, in points."""
_EDGE: Final = 4


def as_workbook(blank: BlankReturn, catalogue: Catalogue) -> bytes:
    """The bytes of a blank return."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    columns = columns_of(blank)
    for at, name in enumerate(columns, 1):
        _head(sheet.cell(1, at), name)
        is_bare = name == "breakdown" and not any(row.breakdown for row in blank.rows)
        sheet.column_dimensions[get_column_letter(at)].width = _NO_BREAKDOWN if is_bare else _WIDTHS[name]
    for line, row in enumerate(blank.rows, 2):
        cells = cells_of(blank, row)
        for at, name in enumerate(columns, 1):
            _fill(sheet.cell(line, at), name, cells[name], is_part=bool(row.breakdown))
        most = max(_lines(text, _WIDTHS[name]) for name, text in cells.items())
        if most > 1:
            # LibreOffice gives a row that says nothing of its height one line, and writes the second over it.
            sheet.row_dimensions[line].height = _LINE * most + _EDGE
    for line in range(len(blank.rows) + 2, len(blank.rows) + 2 + SPARE_ROWS):
        for at in range(1, len(columns) + 1):
            sheet.cell(line, at).protection = Protection(locked=False)
    _finish(sheet, blank, len(columns))
    fill_guidance(book.create_sheet("How to fill this in"), blank, catalogue)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def _lines(text: str, width: int) -> int:
    """In how many lines a cell of that width, in letters, shows a text beside its indent."""
    return len(wrap(text, width - 3)) or 1


def _head(cell: Cell | MergedCell, name: str) -> None:
    put_text(cell, name.replace("_", " ").capitalize())
    cell.font = Font(name=FONT, size=10, bold=True, color="FFFFFF")
    cell.fill = HEAD_OPEN if name in FILLED_IN else HEAD
    cell.border = EDGES
    cell.alignment = Alignment(horizontal=_side(name), vertical="center", wrap_text=True, indent=1)


def _fill(cell: Cell | MergedCell, name: str, text: str, *, is_part: bool) -> None:
    is_open = name in FILLED_IN
    if text:
        # Excel marks every cell in which a text could be a number, and last quarter's are only there to be seen.
        put_text(cell, kept_as_text(text) if name == "last_quarter" else text)
        cell.number_format = "@"
    cell.protection = Protection(locked=not is_open)
    cell.fill = OPEN if is_open else LOCKED
    cell.border = EDGES
    cell.font = Font(name=FONT, size=10, color="000000" if is_open or (name == "title" and not is_part) else QUIET)
    indent = 2 if is_part and name == "breakdown" else 1
    cell.alignment = Alignment(horizontal=_side(name), vertical="center", wrap_text=True, indent=indent)


def _side(name: str) -> str:
    return "right" if name in {"value", "last_quarter"} else "left"


def _finish(sheet: Worksheet, blank: BlankReturn, columns: int) -> None:
    """What holds for the sheet as a whole: its header stays in sight, it prints on A4, and it is locked."""
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[1].height = 30
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(columns)}{len(blank.rows) + 1}"
    print_on_a4(sheet)
    protection = sheet.protection
    protection.sheet = True
    # In this class true means that the lock holds: people may still widen columns and format their figures.
    protection.formatCells = protection.formatColumns = protection.formatRows = False
