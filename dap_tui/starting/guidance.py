"""The second sheet of a blank workbook: what is asked for, by when, and how to write it."""

from __future__ import annotations

from typing import Final

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from dap_tui.catalogue import Catalogue
from dap_tui.measure import Mark, Symbol
from dap_tui.sentence import day_in_words
from dap_tui.starting.blank_return import BlankReturn
from dap_tui.starting.sheet_style import FONT, print_on_a4, put_text

_A_ROW_MORE: Final = (
    "A row more",
    "Below the last row: the same indicator's id, the name of the row under Breakdown, its value.",
)


def fill_guidance(sheet: Worksheet, blank: BlankReturn, catalogue: Catalogue) -> None:
    """Write the guidance, a line a row: what it is about on the left, what to do on the right."""
    sheet.column_dimensions["A"].width = 22
    sheet.column_dimensions["B"].width = 105
    sheet.sheet_view.showGridLines = False
    for line, (left, right) in enumerate(_lines(blank, catalogue), 1):
        is_mark = left.startswith(" ")
        for at, text in enumerate((left.strip(), right), 1):
            cell = sheet.cell(line, at)
            if text:
                put_text(cell, text)
            cell.font = Font(name=FONT, size=14 if line == 1 else 10, bold=at == 1 and not is_mark)
            indent = 2 if is_mark and at == 1 else 0
            cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=at == 2, indent=indent)
    sheet.row_dimensions[1].height = 26
    print_on_a4(sheet)
    sheet.protection.sheet = True


def _lines(blank: BlankReturn, catalogue: Catalogue) -> list[tuple[str, str]]:
    partnership = catalogue.partnership.name or "The partnership"
    theirs = [(f" {mark}", symbol.words) for mark, symbol in catalogue.symbols.items()]
    return [
        (f"{blank.source.name}: {blank.period.shown}", ""),
        ("For", partnership),
        ("Covers", f"{day_in_words(blank.period.first_day)} to {day_in_words(blank.period.last_day)}"),
        ("Due", day_in_words(blank.due)),
        ("", ""),
        (
            "What to fill in",
            "The columns Value and Note of the sheet 'Return'. A part can be sent now, the rest later.",
        ),
        (
            "A value",
            "A number, as you would write it: 1,821, 36.4, 66% or £1,200. A percentage is 66 or 66%, not 0.66.",
        ),
        ("No value", "Write one of these symbols rather than leaving the cell empty or writing a dash:"),
        *((f" [{symbol}]", symbol.words) for symbol in Symbol),
        *theirs,
        ("After a value", "Any of these marks, as in 448 [p]:"),
        *((f" [{mark}]", mark.words) for mark in Mark),
        ("A note", "Anything a reader of the figure should know: why it rose, what is missing, how it was counted."),
        *([_A_ROW_MORE] if any(row.breakdown or row.indicator.breakdown for row in blank.rows) else []),
        ("Leave as they are", "The columns Indicator and Breakdown: by them the figures find their place."),
    ]
