"""Names under `returns/` that were meant for a period, a source or a narrative, and what else may lie there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dap_tui.errors import CatalogueUnreadable
from dap_tui.reading.folder import MOST_BYTES
from dap_tui.reading.period_names import likely_period, year_of_no_quarter
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules.base import CATALOGUE, HEADER, RETURN, ROWS

ROW = HEADER + ROWS


def found(root: Path, *names: str) -> list[str]:
    """What is said of files of these names, each a good return."""
    for name, text in {"catalogue.toml": CATALOGUE, **dict.fromkeys(names, ROW)}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return [f"{each.code} {each.message} | {each.hint}" for each in read_workspace(root).findings]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Q3 2023-24", "2023-24-Q3"),
        ("23-24-Q3", "2023-24-Q3"),
        ("2023-24-Q3 (copy)", "2023-24-Q3"),
        ("2023/24 quarter 3 final", "2023-24-Q3"),
        ("2023-24 3rd quarter", "2023-24-Q3"),
        ("outturn 2023-2024", "2023-24"),
        ("202324Q3", "2023-24-Q3"),
        ("Q3 2023", "2023-24-Q3"),
        ("Oct-Dec 2023", "2023-24-Q3"),
        ("January to March 2024", "2023-24-Q4"),
        ("apr_jun_2023", "2023-24-Q1"),
        ("Sep-Nov 2023", None),
        ("Oct-Nov 2023", None),
        ("2023-25-Q3", None),
        ("2023-24-Q5", None),
        ("2023-24 Quarter 5", None),
        ("old", None),
        ("Q3", None),
    ],
)
def test_a_name_that_was_meant_for_a_period(name: str, meant: str | None) -> None:
    """Its years follow one another, and its quarter stands beside them."""
    assert meant == (str(period) if (period := likely_period(name, 4)) else None)


@pytest.mark.parametrize(
    ("name", "year"),
    [("2023-24-Q5", "2023-24"), ("2023-24_q0", "2023-24"), ("2023-24 Quarter 12", "2023-24"), ("2023-24-Q3 x", None)],
)
def test_a_quarter_that_no_year_has_is_one_of_its_year_all_the_same(
    name: str, year: str | None, tmp_path: Path
) -> None:
    """The hint names the four there are, and never the year: whose quarters' returns lie in it is no year's."""
    assert year == (str(found) if (found := year_of_no_quarter(name, 4)) else None)
    (tmp_path / "catalogue.toml").write_text("")
    (tmp_path / "returns" / name).mkdir(parents=True)
    hint = read_workspace(tmp_path).findings[0].hint or ""
    assert hint == (f"a year has Q1 to Q4: rename it to one of {year}-Q1 to {year}-Q4" if year else hint)


def test_years_that_start_in_january_are_named_by_one() -> None:
    assert str(likely_period("Q3 of 2023", 1)) == "2023-Q3"
    assert str(likely_period("Jul-Sep 2023", 1)) == "2023-Q3"
    assert likely_period("Q3 of 23", 1) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "returns/Q3 2023-24/idas.csv",
            "RET103 'Q3 2023-24' is not read: it is no period | is it Q3 2023/24? then rename it to 2023-24-Q3",
        ),
        (
            "returns/2023-24-Q3 (1).csv",
            (
                "RET102 '2023-24-Q3 (1)' is no period; write 2023-24-Q3 or 2023-24 | "
                "is it Q3 2023/24? then rename it to 2023-24-Q3.csv"
            ),
        ),
        ("returns/2023-25-Q3/idas.csv", "RET102 '2023-25-Q3': 25 does not follow 2023; write 2023-24-Q3 | None"),
        (
            "returns/2023-24-Q3/idsa.csv",
            "RET104 'idsa' is no source of the catalogue; the file is read all the same | did you mean idas?",
        ),
        (
            "returns/2023-24-Q3/idas (1).csv",
            "RET104 'idas (1)' is no source of the catalogue; the file is read all the same | did you mean idas?",
        ),
        *(
            (
                f"returns/2023-24-Q3/{name}",
                f"RET103 '{name}' is not read: it is no .csv or .xlsx file | {hint}",
            )
            for name, hint in (
                ("idas", "if it is a CSV file, rename it to idas.csv"),
                ("idas.csv.txt", "if it is a CSV file, rename it to idas.csv"),
                ("idas.numbers", "save it as .xlsx or CSV UTF-8"),
                ("returns.zip", "unpack it, and put the returns themselves here"),
            )
        ),
        (
            "returns/2023-24-Q3/idas.csv.csv",
            "RET104 'idas.csv' is no source of the catalogue; the file is read all the same | did you mean idas?",
        ),
        (
            "Returns/2023-24-Q3/idas.csv",
            "RET101 there is no folder returns/ in this workspace | rename Returns to returns",
        ),
        (
            "returns/2023-24-Q3/Narrative.toml",
            "RET103 'Narrative.toml' is not read: it is not the name narrative.toml | rename it to narrative.toml",
        ),
        (
            "returns/2023-24-Q3/narative.toml",
            "RET103 'narative.toml' is not read: it is not the name narrative.toml | rename it to narrative.toml",
        ),
    ],
)
def test_a_name_that_is_not_read_says_what_it_may_be(name: str, said: str, tmp_path: Path) -> None:
    """People's words and figures are not lost for a letter."""
    assert found(tmp_path, name)[0] == said


def test_a_workspace_without_returns_says_so(tmp_path: Path) -> None:
    """No folder, or nothing in it."""
    assert found(tmp_path)[0].startswith("RET101 there is no folder returns/")
    (tmp_path / "returns").mkdir()
    assert found(tmp_path)[0].startswith("RET101 there is no return under returns/ yet")


def test_a_file_larger_than_any_return_is_not_opened(tmp_path: Path) -> None:
    """The system says how large it is, and gives such a file no room on the disk."""
    found(tmp_path, RETURN)
    with (tmp_path / RETURN).open("r+b") as file:
        file.truncate(MOST_BYTES + 1)
    (said,) = read_workspace(tmp_path).findings
    assert (said.code, said.message) == (
        "RET106",
        "this file is larger than 256 MiB (268,435,457 bytes), and is not read",
    )


def test_a_link_to_another_periods_folder_is_not_read_as_a_period(tmp_path: Path) -> None:
    """Else one quarter's figures would be another's as well; a link to a folder elsewhere in the workspace is read."""
    found(tmp_path, RETURN)
    (tmp_path / "returns/2023-24-Q4").symlink_to("2023-24-Q3")
    (tmp_path / "kept").mkdir()
    (tmp_path / "returns/2023-24-Q1").symlink_to("../kept")
    read = read_workspace(tmp_path)
    assert [f"{each.place} {each.code}" for each in read.findings] == ["returns/2023-24-Q4:1:1 RET105"]
    assert [each.file for each in read.returns.files] == [RETURN]


def test_of_two_names_that_differ_in_case_the_sources_own_is_used(tmp_path: Path) -> None:
    found(tmp_path, RETURN)
    shouted = "returns/2023-24-Q3/IDAS.CSV"
    (tmp_path / shouted).write_bytes((tmp_path / RETURN).read_bytes())
    assert [each.file for each in read_workspace(tmp_path).returns.files] == [RETURN, shouted]


def test_a_link_out_of_the_workspace_is_never_followed(tmp_path: Path) -> None:
    """Neither for the folder of returns nor for the catalogue itself; one inside is."""
    root, outside = tmp_path / "inside", tmp_path / "outside"
    found(outside, RETURN)
    root.mkdir()
    (root / "catalogue.toml").write_text(CATALOGUE)
    (root / "returns").symlink_to(outside / "returns")
    workspace = read_workspace(root)
    assert [str(each.place) for each in workspace.findings if each.code == "RET105"] == ["returns:1:1"]
    assert not workspace.returns.files
    (root / "catalogue.toml").rename(root / "kept.toml")
    (root / "catalogue.toml").symlink_to("kept.toml")
    assert read_workspace(root).catalogue.indicators
    (root / "catalogue.toml").unlink()
    (root / "catalogue.toml").symlink_to(outside / "catalogue.toml")
    with pytest.raises(CatalogueUnreadable, match=r"catalogue\.toml:1:1: this link leads out"):
        read_workspace(root)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ROW.encode("utf-16-le"), "RET114 this is UTF-16 without a byte-order mark, and is not read"),
        (ROW.encode("utf-16-be"), "RET114 this is UTF-16 without a byte-order mark, and is not read"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "RET114 this is a picture, not a CSV file"),
        (bytes(range(1, 40)) * 9, "RET114 this is not text"),
        (b'[{"indicator": "idas-referred"}]', "RET114 this is JSON, not a CSV file"),
        (ROW.replace(",", "|").encode(), "RET201 there are no columns 'indicator' and 'value', so nothing is read;"),
    ],
)
def test_what_is_no_return_says_what_it_is(content: bytes, said: str, tmp_path: Path) -> None:
    """One finding, with what to do."""
    found(tmp_path, RETURN)
    (tmp_path / RETURN).write_bytes(content)
    (finding,) = read_workspace(tmp_path).findings
    assert f"{finding.code} {finding.message}".startswith(said)
    assert "CSV UTF-8" in (finding.hint or "") or finding.hint == "ask for the table itself"


def test_two_byte_order_marks_and_spaces_after_a_closing_quote_are_read_past(tmp_path: Path) -> None:
    """What joins files and what types spaces leaves them."""
    found(tmp_path, RETURN)
    quoted = '"indicator","breakdown" ,"value"\u00a0,"note"\n'
    (tmp_path / RETURN).write_bytes(b"\xef\xbb\xbf\xef\xbb\xbf" + (quoted + ROWS).encode())
    workspace = read_workspace(tmp_path)
    assert workspace.findings == ()
    assert workspace.returns.files[0].figures == 3


def test_a_footnote_under_the_table_is_one_finding(tmp_path: Path) -> None:
    """It names no indicator; that it has too few cells besides is no news."""
    found(tmp_path, RETURN)
    (tmp_path / RETURN).write_text(f"{ROW}* to the end of December\n")
    assert [each.code for each in read_workspace(tmp_path).findings] == ["RET204"]
