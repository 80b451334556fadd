"""A blank workbook keeps apart what is to be filled in, and comes back as a return."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from made import indicator, period, workspace
from openpyxl import Workbook, load_workbook
from starting.anytown import NO_OFFICE, OFFICE, anytown, assert_is_last_quarter_again, convert

from dap_tui.catalogue import Partnership
from dap_tui.measure import Symbol
from dap_tui.reading.workspace import read_workspace
from dap_tui.starting import Form, templates
from dap_tui.workspace import Workspace
from dap_tui.writing.several import write_all_new

Q4 = "2023-24-Q4"
FILE = f"returns/{Q4}/some.xlsx"


def blank(of: Workspace, at: str = Q4) -> Workbook:
    return load_workbook(BytesIO(templates(of, period(at), Form.XLSX).files[f"returns/{at}/some.xlsx"]))


def saved(book: Workbook) -> bytes:
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def filled(root: Path) -> bytes:
    """Every value filled in as people type it: Excel takes a percentage for a share in a format."""
    book = blank(anytown(root))
    sheet = book["Return"]
    for row in sheet.iter_rows(min_row=2, max_row=10):
        before, value = str(row[3].value).strip(), row[5]
        if before.endswith("%"):
            value.value, value.number_format = float(before[:-1]) / 100, "0.0%"
        else:
            value.value = int(before.replace(",", ""))
    return saved(book)


def test_value_and_note_are_open_and_all_else_is_locked(tmp_path: Path) -> None:
    sheet = blank(anytown(tmp_path))["Return"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    locked = [cell.protection.locked for cell in sheet[2]]
    assert locked == [True, True, True, True, True, False, False]
    assert [cell.number_format for cell in sheet[2]][5:] == ["General", "General"]


def test_the_header_stays_in_sight_and_says_what_a_csv_file_says(tmp_path: Path) -> None:
    sheet = blank(anytown(tmp_path))["Return"]
    assert [cell.value for cell in sheet[1]] == [
        "Indicator",
        "Title",
        "Breakdown",
        "Last quarter",
        "Due",
        "Value",
        "Note",
    ]
    assert sheet.freeze_panes == "A2"


def test_texts_stay_texts_whatever_they_begin_with(tmp_path: Path) -> None:
    sheet = blank(anytown(tmp_path))["Return"]
    assert [(cell.value, cell.data_type) for cell in sheet[2][:2]] == [("sep-20", "s"), ("=1+1 cases", "s")]
    assert [sheet.cell(row, 3).value for row in range(3, 10)] == [
        "10-14",
        "1/2",
        "007",
        "+65",
        "True",
        "May 2024",
        "Self",
    ]


def test_a_row_is_as_high_as_its_title_is_long() -> None:
    short, long = indicator(id="short", title="Short"), indicator(id="long", title="Domestic abuse " * 9)
    sheet = blank(workspace(short, long, returned={}))["Return"]
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [None, 4 * 13 + 4]


def test_a_row_more_can_be_added_below(tmp_path: Path) -> None:
    sheet = blank(anytown(tmp_path))["Return"]
    assert not any(cell.protection.locked for cell in sheet[11])


def test_how_to_fill_it_in_is_on_a_sheet_of_its_own() -> None:
    made = workspace(
        indicator(), returned={}, partnership=Partnership("Anytown"), symbols={"awaited": Symbol.NOT_AVAILABLE}
    )
    sheet = blank(made)["How to fill this in"]
    lines = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert (lines["For"], lines["Covers"], lines["Due"]) == (
        "Anytown",
        "1 January 2024 to 31 March 2024",
        "30 April 2024",
    )
    assert (lines["[x]"], lines["awaited"], lines["[p]"]) == ("not available", "not available", "provisional")
    assert "A row more" not in lines


def test_an_untouched_workbook_is_a_return_that_nobody_has_filled_in(tmp_path: Path) -> None:
    write_all_new(tmp_path, {FILE: saved(blank(anytown(tmp_path)))})
    assert [str(finding.place) for finding in read_workspace(tmp_path).findings] == [f"{FILE}:Return!A1"]


def test_a_filled_in_workbook_is_a_return_with_nothing_wrong(tmp_path: Path) -> None:
    write_all_new(tmp_path, {FILE: filled(tmp_path)})
    assert_is_last_quarter_again(tmp_path)


def test_the_same_figure_in_a_csv_file_is_the_duplicate_it_is(tmp_path: Path) -> None:
    text = b"indicator,value\r\nrepeat,36.4%\r\n"
    write_all_new(tmp_path, {FILE: filled(tmp_path), f"returns/{Q4}/some.csv": text})
    (finding,) = read_workspace(tmp_path).findings
    assert (finding.code, str(finding.place)) == ("RET211", f"{FILE}:Return!F10")
    assert finding.message == (
        f"'repeat' is returned twice in Q4 2023/24: in cell F10, and already in returns/{Q4}/some.csv, line 2"
    )


@pytest.mark.skipif(OFFICE is None, reason=NO_OFFICE)
def test_libreoffice_opens_and_saves_it_unharmed(tmp_path: Path) -> None:
    given, back = tmp_path / "some.xlsx", tmp_path / "back"
    given.write_bytes(filled(tmp_path / "anytown"))
    convert(given, back, "xlsx:Calc MS Excel 2007 XML")
    write_all_new(tmp_path / "anytown", {FILE: (back / "some.xlsx").read_bytes()})
    assert_is_last_quarter_again(tmp_path / "anytown")
