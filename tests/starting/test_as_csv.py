"""A blank CSV return survives a spreadsheet, and comes back as a return."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from made import indicator, period, quarters_from, workspace, years_from

from dap_tui.period import Period
from dap_tui.reading import read_workspace
from dap_tui.starting.as_csv import as_csv, kept_as_text
from dap_tui.starting.blank_return import blank_returns
from dap_tui.workspace import Workspace
from dap_tui.writing.several import write_all_new

OFFICE = shutil.which("soffice")

CATALOGUE = """\
[partnership]
name = "Anytown"

[[source]]
id = "some"
name = "Some"

[[indicator]]
id = "sep-20"
title = "=1+1 cases"
source = "some"
unit = "count"
from = "2023-24-Q3"

[[indicator]]
id = "repeat"
title = "Repeat cases, 12 months – “MARAC”"
source = "some"
unit = "percent"
from = "2023-24-Q3"
"""
BEFORE = """\
indicator,breakdown,value,note
sep-20,,1829,
sep-20,10-14,8,
sep-20,1/2,900,
sep-20,007,900,
sep-20,+65,5,
sep-20,True,7,
sep-20,May 2024,8,
sep-20,Self,1,
repeat,,36.4%,
"""


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def blank_csv(of: Workspace, at: str = "2023-24-Q4") -> bytes:
    (blank,) = blank_returns(of, period(at))
    return as_csv(blank)


def anytown(root: Path) -> Workspace:
    write_all_new(root, {"returns/2023-24-Q3/some.csv": BEFORE.encode(), "catalogue.toml": CATALOGUE.encode()})
    found = read_workspace(root)
    assert found.findings == ()
    return found


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


def assert_is_last_quarter_again(root: Path) -> None:
    """Quarter 4 has every figure that quarter 3 had, breakdown rows by the same names, and nothing is wrong."""
    found = read_workspace(root)
    assert [f"{finding.place} {finding.message}" for finding in found.findings] == []
    before, now = (figures(found, period(each)) for each in ("2023-24-Q3", "2023-24-Q4"))
    assert now == before
    assert len(now) == 9


def figures(of: Workspace, at: Period) -> dict[tuple[str, str], object]:
    """Numbers by indicator and breakdown row."""
    found: dict[tuple[str, str], object] = {}
    for each in of.catalogue.indicator:
        for name, series in {"": of.returns.totals(each), **of.returns.rows(each)}.items():
            if at in series:
                found[each, name] = series[at].number
    return found


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize("detects", ["false", "true"], ids=["as it asks", "detecting special numbers"])
def test_libreoffice_opens_and_saves_it_unharmed(tmp_path: Path, detects: str) -> None:
    """Opened as British English, with and without the recognition of dates, and saved as CSV again."""
    content = filled(blank_csv(anytown(tmp_path / "anytown")))
    given, back = tmp_path / "some.csv", tmp_path / "back"
    given.write_bytes(content)
    convert(given, back, "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true", f"2057,false,{detects},false")
    write_all_new(tmp_path / "anytown", {"returns/2023-24-Q4/some.csv": (back / "some.csv").read_bytes()})
    assert_is_last_quarter_again(tmp_path / "anytown")


def convert(given: Path, into: Path, form: str, reading: str) -> None:
    home = into.parent / "office"
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={home.as_uri()}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(into),
            f"--infilter=CSV:44,34,76,1,,{reading}",
            str(given),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
