"""What the sheets of a blank workbook look like: its letters, its colours, its paper."""

from __future__ import annotations

from typing import Final

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FONT: Final = "Arial"
QUIET: Final = "595959"
LOCKED: Final = PatternFill("solid", fgColor="F2F2F2")
OPEN: Final = PatternFill("solid", fgColor="FFF6D6")
HEAD: Final = PatternFill("solid", fgColor="1F3A5F")
HEAD_OPEN: Final = PatternFill("solid", fgColor="7A5200")
_LINE: Final = Side(style="thin", color="D0D0D0")
EDGES: Final = Border(bottom=_LINE, left=_LINE, right=_LINE, top=_LINE)


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """A text that stays one, whatever it begins with."""
    cell.value = text
    cell.data_type = "s"


def print_on_a4(sheet: Worksheet) -> None:
    """Let a sheet print on A4 across, as wide as the paper and as long as it takes."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
