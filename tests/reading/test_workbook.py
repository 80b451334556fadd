"""A partner's workbook is read as the return it is."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dap_tui.finding import Finding, Place
from dap_tui.measure import Mark, Symbol
from dap_tui.period import Quarter
from dap_tui.reading.careful import read_carefully
from dap_tui.reading.catalogue import read_catalogue
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.folder import FoundReturn
from dap_tui.reading.rows import RowReader
from dap_tui.reading.workbook import read_workbook
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules.base import CATALOGUE

FILE = "returns/2023-24-Q3/idas.xlsx"
HEADER = ("indicator", "breakdown", "value", "note")

Cells = tuple[object, ...]


def workbook(*rows: Cells, title: str = "Return", change: Callable[[Worksheet], None] | None = None) -> bytes:
    """A workbook of one sheet with these rows from A1; a pair (number, format) is a number in a format."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    fill(sheet, rows)
    if change is not None:
        change(sheet)
    return saved(book)


def fill(sheet: Worksheet, rows: Iterable[Cells]) -> None:
    for line, row in enumerate(rows, 1):
        for at, written in enumerate(row, 1):
            cell = sheet.cell(line, at)
            if isinstance(written, tuple):
                cell.value, cell.number_format = written
            elif written != "":
                cell.value = written  # type: ignore[assignment]  # a cell takes any of these


def saved(book: Workbook) -> bytes:
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed."""
    into = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return into.getvalue()


def read(content: bytes, catalogue: str = CATALOGUE) -> FileRead:
    known = read_catalogue(catalogue.encode())
    into = FileRead(FoundReturn(Path(), FILE, Quarter.parse("2023-24-Q3"), "idas", len(content)))
    read_workbook(content, into, RowReader(known.catalogue, known.withheld))
    return into


def said(into: FileRead) -> list[str]:
    """Findings in short: where, code and sentence."""
    return [in_short(finding) for finding in into.findings]


def in_short(finding: Finding) -> str:
    place = finding.place
    where = place.cell if place.sheet == "Return" else f"{place.sheet}!{place.cell}" if place.sheet else "file"
    return f"{where} {finding.code} {finding.message}"


def value_of(written: object, indicator: str = "idas-marac-repeat") -> object:
    """What one cell was read as: its number or symbol, or the finding on it."""
    into = read(workbook(HEADER, (indicator, "", written)))
    if into.findings:
        return said(into)[0]
    ((_, _, figure),) = into.rows
    return figure.symbol if figure.number is None else str(figure.number)


def test_rows_become_figures_that_stand_at_sheet_and_cell() -> None:
    into = read(workbook(HEADER, ("idas-referred", "", 448, "Fewer"), ("idas-referred", "Self", 15)))
    assert said(into) == []
    total, part = into.rows
    assert total[:2] == ("idas-referred", "")
    assert (total[2].number, total[2].words) == (Decimal(448), "Fewer")
    assert total[2].place == Place(FILE, 2, 3, "Return", "C2")
    assert (part[1], part[2].number) == ("Self", Decimal(15))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (66, "66"),
        ("66%", "66"),
        ((0.66, "0%"), "66"),
        ((0.6567, "0%"), "66"),
        ((0.364, "0.0%"), "36.4"),
        (36.4, "36.4"),
        (0.1 + 0.2, "0.3"),
        ((65.6667, "0"), "66"),
        (" 30 ", "30"),
        ("30% [p]", "30"),
    ],
)
def test_a_value_is_what_people_see(written: object, number: str) -> None:
    assert value_of(written) == number


def test_marks_and_symbols_are_read_as_in_a_csv_file() -> None:
    assert value_of("[x]") is Symbol.NOT_AVAILABLE
    into = read(workbook(HEADER, ("idas-referred", "", "448 [r][e]")))
    assert into.rows[0][2].marks == (Mark.REVISED, Mark.ESTIMATED)


@pytest.mark.parametrize(
    ("written", "number"),
    [((1821, "#,##0"), "1821"), ((1821.0, "General"), "1821"), ((0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-'), "0")],
)
def test_a_count_may_be_formatted_as_people_format_counts(written: object, number: str) -> None:
    assert value_of(written, "idas-referred") == number


def test_money_may_have_its_pound_sign_from_the_format() -> None:
    assert value_of((1200.5, '"£"#,##0.00'), "idas-grant") == "1200.50"


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        (date(2023, 5, 1), "C2 VAL101 this cell holds a date, 1 May 2023"),
        (datetime(2023, 5, 1, 9, 30), "C2 VAL101 this cell holds a date, 1 May 2023"),  # noqa: DTZ001 # as Excel has it
        (time(12, 30), "C2 VAL101 this cell holds a time, 12:30:00"),
        ((45047, "dd/mm/yyyy"), "C2 VAL101 this cell holds a date, 1 May 2023"),
        ("#N/A", "C2 VAL101 '#N/A' is an error of the workbook, and no value"),
        (True, "C2 VAL101 'TRUE' is no number and no symbol"),
        ("about 66", "C2 VAL101 'about 66' is no number and no symbol"),
        ((66, "0%"), "C2 VAL201 6,600% is above 100, the most that 'idas-marac-repeat' can be"),
        ((1821, "0.0,"), "C2 VAL101 '1821 (shown in thousands)' is no number and no symbol"),
    ],
)
def test_what_is_no_value_is_said_at_its_cell(written: object, finding: str) -> None:
    assert value_of(written) == finding


def test_a_percentage_of_a_count_is_refused_as_it_is_seen() -> None:
    assert value_of((0.66, "0%"), "idas-referred") == ("C2 VAL102 '66%' has a %, and its indicator is a count")


def test_a_partnership_can_give_an_error_a_meaning() -> None:
    catalogue = f'{CATALOGUE}\n[symbols]\n"#N/A" = "x"\n'
    into = read(workbook(HEADER, ("idas-referred", "", "#N/A")), catalogue)
    assert (said(into), into.rows[0][2].symbol) == ([], Symbol.NOT_AVAILABLE)


def test_a_breakdown_that_excel_has_made_a_date_of_is_no_new_row() -> None:
    into = read(workbook(HEADER, ("idas-referred", date(2026, 10, 14), 15)))
    assert said(into) == ["B2 VAL101 this cell holds a date, 14 October 2026"]
    assert into.rows == []


def test_a_formula_is_what_it_came_to() -> None:
    content = workbook(HEADER, ("idas-referred", "", "=200+248"))
    worked_out = with_part(content, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"<v />", b"<v>448</v>"))
    into = read(worked_out)
    assert (said(into), into.rows[0][2].number) == ([], Decimal(448))


def test_a_formula_that_came_to_nothing_is_a_row_left_blank() -> None:
    content = workbook(HEADER, ("idas-referred", "", '=""'), ("idas-grant", "", 5))

    def empty(part: bytes) -> bytes:
        return part.replace(b'<c r="C2"><f>""</f><v /></c>', b'<c r="C2" t="str"><f>""</f><v></v></c>')

    assert said(read(with_part(content, "xl/worksheets/sheet1.xml", empty))) == [
        "C2 RET212 'idas-referred' has no value yet"
    ]


def test_a_formula_that_was_never_worked_out_is_said() -> None:
    into = read(workbook(HEADER, ("idas-referred", "", "=200+248")))
    assert said(into) == ["C2 VAL101 the formula in this cell has not been worked out"]


def test_the_first_sheet_with_a_header_is_the_return() -> None:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    fill(book.active, [("How to fill this in",), ("Write [x] where there is no figure",)])
    fill(book.create_sheet("Return"), [HEADER, ("idas-referred", "", 448)])
    into = read(saved(book))
    assert (said(into), into.rows[0][2].number) == ([], Decimal(448))


def test_a_second_sheet_with_a_header_is_not_passed_over_in_silence() -> None:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.title = "Return"
    fill(book.active, [HEADER, ("idas-referred", "", 448)])
    fill(book.create_sheet("Quarter 4"), [HEADER, ("idas-referred", "", 450)])
    into = read(saved(book))
    assert said(into) == [
        "Quarter 4!A1 RET103 the sheet 'Quarter 4' has a header as well, and is not read: the first that has one is"
    ]
    assert [figure.number for _, _, figure in into.rows] == [Decimal(448)]


def test_a_hidden_sheet_is_seen_by_nobody_and_not_read() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"
        assert sheet.parent is not None
        sheet.parent.create_sheet("Notes")

    into = read(workbook(HEADER, ("idas-referred", "", 448), change=hide))
    assert said(into) == ["file RET201 the return seems to be in the sheet 'Return', which is hidden, and is not read"]


def test_hidden_rows_are_read() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True

    into = read(workbook(HEADER, ("idas-referred", "", 448), change=hide))
    assert into.rows[0][2].number == Decimal(448)


def test_of_merged_cells_the_first_has_the_text() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")

    rows = (("idas-referred", "Self", 15), ("", "Police", 43))
    assert said(read(workbook(HEADER, *rows, change=merge))) == ["A3 RET209 this row names no indicator"]


def test_columns_may_be_in_any_order_and_case_and_named_as_people_name_them() -> None:
    into = read(workbook(("Value", "Last quarter", "Due", "Title", "Indicator"), (448, 440, "", "", "idas-referred")))
    assert (said(into), into.rows[0][2].place) == ([], Place(FILE, 2, 1, "Return", "A2"))


def test_faults_of_rows_and_columns_are_those_of_a_csv_file() -> None:
    into = read(
        workbook(
            ("IDAS return",),
            ("indicator", "value", "comment", ""),
            ("idas-refered", 448),
            ("", 5),
            ("idas-grant", 1200, "", 1300),
            (),
            ("idas-marac-repeat", 30),
        )
    )
    assert said(into) == [
        "A1 RET202 there are rows above the header, which is row 2",
        "C2 RET205 the column 'comment' is not known, and is not read",
        "A3 RET204 unknown indicator 'idas-refered'",
        "A4 RET209 this row names no indicator",
        "D5 RET206 '1300' stands in a column without a name",
    ]
    assert into.findings[2].hint == "did you mean 'idas-referred'?"
    assert [indicator for indicator, _, _ in into.rows] == ["idas-grant", "idas-marac-repeat"]


def test_a_half_filled_workbook_is_a_return_half_in() -> None:
    into = read(workbook(HEADER, ("idas-referred", "", 448), ("idas-grant", "", "")))
    assert said(into) == ["C3 RET212 'idas-grant' has no value yet"]
    assert into.blanks[0][2].place == Place(FILE, 3, 3, "Return", "C3")


def test_a_workbook_without_a_header_is_told_what_it_lacks() -> None:
    into = read(workbook(("indicators", "value"), ("idas-referred", 448)))
    assert said(into) == [
        "A1 RET201 there is no column 'indicator', so nothing is read; row 1 has 'indicators', 'value'"
    ]
    assert into.findings[0].hint == "did you mean 'indicator' by 'indicators'?"


def test_what_a_workbooks_header_lacks_is_said_at_its_row() -> None:
    into = read(workbook(("IDAS return",), (), ("indicator", "breakdown", "Q4 figure"), ("idas-referred", "", 448)))
    assert said(into) == [
        "A3 RET201 there is no column 'value', so nothing is read; row 3 has 'indicator', 'breakdown', 'Q4 figure'"
    ]
    assert into.findings[0].hint == "is 'Q4 figure' the column 'value'? name it so"


def test_a_header_in_quotes_is_no_header() -> None:
    assert [
        finding.code for finding in read(workbook(('"indicator"', '"value"'), ("idas-referred", 448))).findings
    ] == ["RET201"]


def test_an_empty_workbook_says_so() -> None:
    assert said(read(workbook())) == ["file RET201 there is nothing in this workbook"]


def test_a_column_that_is_named_twice_leaves_nothing_to_be_read() -> None:
    into = read(workbook(("indicator", "value", "value"), ("idas-referred", 448, 449)))
    assert said(into) == ["C1 RET203 there are two columns 'value', the 2. and the 3."]
    assert into.rows == []


def test_a_row_of_too_many_cells_is_refused_and_what_follows_is_read() -> None:
    into = read(workbook(HEADER, ("idas-grant", *[""] * 249, "x"), ("idas-referred", "", 448)))
    assert said(into) == ["A2 RET106 this row has 251 cells, and at most 200 are read"]
    assert len(into.rows) == 1


def zipped(**parts: bytes) -> bytes:
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return into.getvalue()


def without_its_text(part: bytes) -> bytes:
    """A sheet whose cell refers to a shared text that is not there."""
    return part.replace(b't="inlineStr"><is><t>idas-referred</t></is>', b't="s"><v>99999</v>')


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = workbook(HEADER, ("idas-referred", "", 448))
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "this file is empty"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "this workbook is protected with a password"),
        (OLD + b"Workbook", "this is an old Excel workbook (.xls) under another name"),
        (b"indicator,value\nidas-referred,448\n", "this is text, not a workbook"),
        (b"\xef\xbb\xbf<html><table>", "this is a web page or XML under a workbook's name"),
        (b"%PDF-1.7", "this is no workbook"),
        (GOOD[:900], "this workbook is damaged: it cannot be unpacked"),
        (zipped(a_txt=b"words"), "this is an archive (zip), not a workbook"),
        (zipped(xl__workbook_bin=b""), "this is a binary workbook (.xlsb) under another name"),
        (zipped(word__document_xml=b"<w/>"), "this is a Word document under another name"),
        (
            zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "this is an OpenDocument spreadsheet (.ods) under another name",
        ),
        (zipped(xl__workbook_xml=b"\0" * (33 * 1024 * 1024)), "this workbook unpacks to more than 32 MiB"),
        (zipped(xl__workbook_xml=b"<a>" * 1_000_001), "this workbook has more cells than a return can have"),
        (
            zipped(xl__workbook_xml=b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'),
            "this workbook is saved as 'Strict Open XML'",
        ),
        (zipped(xl__workbook_xml=b"<workbook/>"), "this workbook cannot be read (KeyError)"),
        (
            with_part(GOOD, "xl/worksheets/sheet1.xml", without_its_text),
            "this workbook cannot be read (IndexError)",
        ),
        (
            with_part(GOOD, "xl/worksheets/sheet1.xml", lambda _: BOMB),
            "this workbook holds XML that no workbook has, and is not opened",
        ),
        (
            with_part(GOOD, "xl/styles.xml", lambda _: BOMB.decode().encode("utf-16")),
            "this workbook holds XML that no workbook has, and is not opened",
        ),
        (
            with_part(GOOD, "xl/styles.xml", lambda _: b'<?xml version="1.0" encoding="cp037"?>'),
            "this workbook holds XML that no workbook has, and is not opened",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_cannot_be_opened_is_one_finding_with_what_to_do(content: bytes, message: str) -> None:
    into = read(content)
    assert said(into) == [f"file RET114 {message}"]
    assert into.findings[0].hint


@pytest.mark.parametrize(
    ("content", "name", "found", "hint"),
    [
        (GOOD, "idas.csv", "RET114 this is an Excel workbook, not a CSV file", "rename it to .xlsx"),
        (
            zipped(a=b"a"),
            "idas.csv",
            "RET114 this is a workbook or an archive (zip), not a CSV file",
            "if it is an Excel workbook, rename it to .xlsx",
        ),
        (
            OLD,
            "idas.csv",
            "RET114 this is an old Excel workbook (.xls), not a CSV file",
            "open it in Excel and save it as .xlsx or CSV UTF-8",
        ),
        (
            OLD,
            "idas.xlsx",
            "RET114 this is an old Excel workbook (.xls) under another name",
            "save it as .xlsx or CSV UTF-8",
        ),
        (
            OLD,
            "idas.xls",
            "RET103 'idas.xls' is not read: it is no .csv or .xlsx file",
            "save it as .xlsx or CSV UTF-8",
        ),
        (
            b"indicator,value",
            "idas.xlsx",
            "RET114 this is text, not a workbook",
            "if it is a CSV file, rename it to .csv",
        ),
    ],
)
def test_a_table_under_another_name_is_renamed_or_saved_anew(
    content: bytes, name: str, found: str, hint: str, tmp_path: Path
) -> None:
    """A workbook needs no more than its own name; what is older is saved as what is read."""
    (tmp_path / "catalogue.toml").write_text(CATALOGUE)
    file = tmp_path / "returns/2023-24-Q3" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    (finding,) = read_workspace(tmp_path).findings
    assert (f"{finding.code} {finding.message}", finding.hint) == (found, hint)


def test_the_sizes_a_sheet_gives_for_itself_are_not_believed() -> None:
    def wrong(part: bytes) -> bytes:
        return part.replace(b'ref="A1:D2"', b'ref="A1"')

    assert len(read(with_part(GOOD, "xl/worksheets/sheet1.xml", wrong)).rows) == 1


def test_a_row_number_beyond_all_sheets_ends_the_reading() -> None:
    def far(part: bytes) -> bytes:
        return part.replace(b'<row r="2"', b'<row r="99999999999"')

    assert read(with_part(GOOD, "xl/worksheets/sheet1.xml", far)).rows == []


WRITTEN = {
    "indicator": ("idas-referred", "idas-marac-repeat", "idas-grant", "idas-refered", " idas-grant ", ""),
    "breakdown": ("", "", "Self", " Self  referral", "total", "10-14"),
    "value": ("448", "30%", " 30 ", "1,200", "£5", "[x]", "[X]", "5 [r]", "-", "about 5", "", "1,5", "\u22124", "1E5"),
    "note": ("", "", "Fewer", "a,b; c", 'said "no"', "café"),
}
ROW = st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in WRITTEN.items()})


@given(st.lists(ROW, max_size=6))
@settings(max_examples=60, deadline=None)
def test_the_same_cells_say_the_same_in_a_workbook_and_in_a_csv_file(rows: list[dict[str, str]]) -> None:
    cells = [HEADER, *(tuple(row[name] for name in HEADER) for row in rows)]
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(cells)
    known = read_catalogue(CATALOGUE.encode())
    plain = FileRead(FoundReturn(Path(), "returns/2023-24-Q3/idas.csv", Quarter.parse("2023-24-Q3"), "idas", 0))
    read_carefully(text.getvalue().encode(), plain, RowReader(known.catalogue, known.withheld))
    into = read(workbook(*cells))
    assert meant(into) == meant(plain)


def meant(into: FileRead) -> tuple[object, ...]:
    """What was read, but for where it stands: figures, blanks, and findings by row."""
    rows = [
        (indicator, name, figure.number, figure.symbol, figure.marks, figure.words)
        for indicator, name, figure in (*into.rows, *into.blanks)
    ]
    findings = [(each.place.line, each.code, each.message, each.hint) for each in into.findings]
    return rows, sorted(findings, key=str)
