"""A quarter of Barnsley's as an analyst makes it: blank returns out, filled in, back in, faults mended, report out."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from starting.anytown import OFFICE, convert

Q4 = "2023-24-Q4"
FORMS = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
OPENED = {"csv": ["--infilter=CSV:44,34,76,1,,2057,false,true,false"], "xlsx": []}


def fill(path: Path, given: dict[str, str]) -> None:
    """Type last quarter's figure into the column value of each row, or what is given for an indicator."""
    if path.suffix == ".csv":
        header, *rows = csv.reader(StringIO(path.read_text(encoding="utf-8-sig")))
        at = {name: number for number, name in enumerate(header)}
        for row in rows:
            row[at["value"]] = given.get(row[at["indicator"]], row[at["last_quarter"]].strip())
        into = StringIO()
        csv.writer(into, lineterminator="\r\n").writerows([header, *rows])
        path.write_bytes(into.getvalue().encode("utf-8-sig"))
        return
    book = load_workbook(path)
    sheet = book["Return"]
    for cells in sheet.iter_rows(min_row=2, max_col=7):
        indicator, _, _, before, _, value, _ = cells
        if indicator.value:
            type_in(value, given.get(indicator.value, str(before.value or "").strip()))
    book.save(path)


def type_in(cell, text: str) -> None:
    """What a spreadsheet makes of a text that is typed: a percentage is a share in a format."""
    if text.endswith("%"):
        cell.value, cell.number_format = float(text[:-1]) / 100, "0.00%"
    else:
        cell.value = float(text) if text.replace(".", "").isdecimal() else text


def filled_in(files: list[Path], given: dict[str, str], place: Path) -> None:
    """Fill files in, and have LibreOffice, where it is there, open and save them."""
    for file in files:
        fill(file, given)
    if OFFICE is not None:
        form = files[0].suffix[1:]
        first, *others = files
        convert(first, place / "back", FORMS[form], *OPENED[form], *map(str, others))
        for file in files:
            file.write_bytes((place / "back" / file.name).read_bytes())


@pytest.fixture
def barnsley(dap, tmp_path, monkeypatch) -> Path:
    assert dap("init", str(tmp_path / "barnsley"), "--example", "barnsley").status == 0
    monkeypatch.chdir(tmp_path / "barnsley")
    return tmp_path / "barnsley"


def quarter(dap, barnsley: Path, form: str) -> tuple[dict[str, tuple[float | None, str | None]], list[str]]:
    """Make the quarter; gives its figures by indicator, and the codes of what check found at first."""
    answer = dap("template", Q4, "--format", form)
    files = [barnsley / name for name in answer.out.split()]
    assert {file.stem for file in files} == {"idas", "syp", "cranstoun", "bsarcs"}
    assert "set it to 2023-24-Q4" in answer.err
    assert dap("check").status == 0, "what is still to come is no error"
    faults = {"idas-referred": "12,34", "syp-crime": "n/a", "bsarcs-confident-asking": "101%"}
    filled_in(files, faults, barnsley.parent)
    found = dap("check", "--format", "json")
    assert found.status == 1
    findings = json.loads(found.out)["findings"]
    assert all(each["cell" if form == "xlsx" else "line"] and each["hint"] for each in findings)
    assert "part in" in dap("show", "--returns").out
    filled_in(files, {"idas-referred": "500"}, barnsley.parent)
    assert json.loads(dap("check", "--format", "json").out)["summary"]["error"] == 0
    assert "Every return is in." in dap("show", "--returns").out
    assert dap("export", "-o", "report.md").status == 0
    assert "Q4 2023/24" in (barnsley / "report.md").read_text(encoding="utf-8").splitlines()[0]
    report = json.loads(dap("export", "--format", "json").out)
    assert report["period"] == Q4
    shown = {each["id"]: each["shown"] for each in report["indicators"]}
    assert shown["idas-marac-repeat"] == "30%", "as it was typed, though LibreOffice writes 30.00% into a CSV file"
    figures = {each["id"]: (each["value"], each["symbol"]) for each in report["indicators"]}
    assert figures["idas-referred"] == (500, None)
    return figures, sorted(each["code"] for each in findings if each["level"] == "error")


def test_a_quarter_is_made_in_either_form_to_the_same_figures_and_findings(dap, barnsley):
    in_csv = quarter(dap, barnsley, "csv")
    for file in (barnsley / "returns" / Q4).iterdir():
        file.unlink()
    assert quarter(dap, barnsley, "xlsx") == in_csv
    assert in_csv[1] == ["VAL101", "VAL106", "VAL201"]


def test_a_return_that_comes_as_a_workbook_beside_its_blank_csv_is_in(dap, barnsley):
    dap("template", Q4, "--source", "syp", "--format", "xlsx")
    workbook = barnsley / "returns" / Q4 / "syp.xlsx"
    fill(workbook, {})
    came = workbook.read_bytes()
    workbook.unlink()
    dap("template", Q4)
    workbook.write_bytes(came)
    found = json.loads(dap("check", "--format", "json").out)["findings"]
    assert {each["code"] for each in found} == {"RET213"}
    assert "delete this one" in next(each for each in found if each["file"].endswith("syp.csv"))["hint"]
