"""A blank CSV return survives a spreadsheet, and comes back as a return."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from made import indicator, period, quarters_from, workspace, years_from
from starting.anytown import NO_OFFICE, OFFICE, anytown, assert_is_last_quarter_again, convert

from dap_tui.reading.workspace import read_workspace
from dap_tui.starting.as_csv import as_csv, kept_as_text
from dap_tui.starting.blank_return import blank_returns
from dap_tui.workspace import Workspace
from dap_tui.writing.several import write_all_new


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def blank_csv(of: Workspace, at: str = "2023-24-Q4") -> bytes:
    (blank,) = blank_returns(of, period(at))
    return as_csv(blank)


def filled(content: bytes) -> bytes:
    """Every value filled in with last quarter's."""
    header, *below = rows(content)
    into = StringIO()
    last, value = header.index("last_quarter"), header.index("value")
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow(header)
    for row in below:
        writer.writerow([*row[:value], row[last], *row[value + 1 :]])
    return into.getvalue().encode("utf-8-sig")


def test_it_is_what_excel_takes_for_utf_8(tmp_path: Path) -> None:
    content = blank_csv(anytown(tmp_path))
    assert content.startswith(b"\xef\xbb\xbfindicator,title,")
    assert content.count(b"\n") == content.count(b"\r\n") == 10


def test_its_columns_say_what_is_asked_for_what_it_was_and_by_when() -> None:
    made = workspace(indicator(title="One, two"), returned={"one": {"": quarters_from("2023-24-Q3", 1821)}})
    assert rows(blank_csv(made)) == [
        ["indicator", "title", "breakdown", "last_quarter", "due", "value", "note"],
        ["one", "One, two", "", "1,821", "\u200930 April 2024", "", ""],
    ]


def test_a_running_total_says_since_when() -> None:
    made = workspace(indicator(reported="year-to-date"), returned={})
    assert rows(blank_csv(made))[1][1] == "One (the total since 1 April 2023)"


def test_a_years_return_says_the_year_before_in_its_title() -> None:
    made = workspace(indicator(frequency="year"), returned={"one": {"": years_from("2022-23", 1271)}})
    assert rows(blank_csv(made, "2023-24")) == [
        ["indicator", "title", "breakdown", "due", "value", "note"],
        ["one", "One (2022/23: 1,271)", "", "\u200930 April 2024", "", ""],
    ]


@pytest.mark.parametrize(
    "text",
    """=1+1 +65 -5 @home 'tis 10-14 1/2 007 1e5 66% £5 16:30 1_pm sep-20 Mar_24 5_March May_2024 TRUE False 2023-24
    1.5 (5)""".replace("\n", " ").split(),
)
def test_what_a_spreadsheet_would_change_is_kept_as_text(text: str) -> None:
    written = text.replace("_", " ")
    assert kept_as_text(written) == f"\u2009{written}"


@pytest.mark.parametrize(
    "text",
    ["", "Self", "Aged 10-14", "65+", "idas-marac-2", "Q1", "% of cases", "marac-12", "Level 1", "12 cases", "may"],
)
def test_what_stays_text_of_itself_is_left_alone(text: str) -> None:
    assert kept_as_text(text) == text


def test_an_untouched_template_is_a_return_that_nobody_has_filled_in(tmp_path: Path) -> None:
    write_all_new(tmp_path, {"returns/2023-24-Q4/some.csv": blank_csv(anytown(tmp_path))})
    assert [finding.code for finding in read_workspace(tmp_path).findings] == ["RET213"]


def test_a_filled_in_template_is_a_return_with_nothing_wrong(tmp_path: Path) -> None:
    write_all_new(tmp_path, {"returns/2023-24-Q4/some.csv": filled(blank_csv(anytown(tmp_path)))})
    assert_is_last_quarter_again(tmp_path)


@pytest.mark.skipif(OFFICE is None, reason=NO_OFFICE)
@pytest.mark.parametrize("detects", ["false", "true"], ids=["as it asks", "detecting special numbers"])
def test_libreoffice_opens_and_saves_it_unharmed(tmp_path: Path, detects: str) -> None:
    """Opened as British English, with and without the recognition of dates, and saved as CSV again."""
    given, back = tmp_path / "some.csv", tmp_path / "back"
    given.write_bytes(filled(blank_csv(anytown(tmp_path / "anytown"))))
    as_opened = f"--infilter=CSV:44,34,76,1,,2057,false,{detects},false"
    convert(given, back, "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true", as_opened)
    write_all_new(tmp_path / "anytown", {"returns/2023-24-Q4/some.csv": (back / "some.csv").read_bytes()})
    assert_is_last_quarter_again(tmp_path / "anytown")


@pytest.mark.skipif(OFFICE is None, reason=NO_OFFICE)
def test_libreoffice_saves_it_as_a_workbook_that_is_read_as_the_same(tmp_path: Path) -> None:
    given, back = tmp_path / "some.csv", tmp_path / "back"
    given.write_bytes(filled(blank_csv(anytown(tmp_path / "anytown"))))
    convert(given, back, "xlsx:Calc MS Excel 2007 XML", "--infilter=CSV:44,34,76,1,,2057,false,true,false")
    write_all_new(tmp_path / "anytown", {"returns/2023-24-Q4/some.xlsx": (back / "some.xlsx").read_bytes()})
    assert_is_last_quarter_again(tmp_path / "anytown")
