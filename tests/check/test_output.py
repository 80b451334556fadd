"""How findings are written: the formats of `dap check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from small import as_workbook

from dap_tui.check import in_order
from dap_tui.check.output import render
from dap_tui.finding import Finding, Level, Place

FILE = "returns/2023-24-Q3/idas.csv"
HOSTILE = "\x1b]0;owned\x07\n::error file=x::forged\r##[stop-commands]y \u202etxt\u202c \x9b31m 100%, a:b"


def finding(message: str = "unknown indicator 'x'", line: int = 4, column: int = 1, **more: object) -> Finding:
    given = {"code": "RET204", "level": Level.ERROR, "place": Place(FILE, line, column), "message": message, **more}
    return Finding(**given)  # type: ignore[arg-type]  # fields of many types


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text(
        "indicator,breakdown,value,note\nidas-referred,,448,\nidas-supported,,263,\nidas-marac-repeats,,30%,\n"
    )
    return tmp_path


def test_text_shows_the_line_a_marker_and_the_hint(root: Path) -> None:
    found = finding("unknown indicator 'idas-marac-repeats'", width=18, hint="did you mean 'idas-marac-repeat'?")
    assert render([found], "text", root) == (
        "returns/2023-24-Q3/idas.csv:4:1: error RET204 unknown indicator 'idas-marac-repeats'\n"
        "    4 | idas-marac-repeats,,30%,\n"
        "      | ^^^^^^^^^^^^^^^^^^\n"
        "    hint: did you mean 'idas-marac-repeat'?\n"
        "\n"
        "found 1 error\n"
    )


def test_without_a_width_the_cell_is_marked(root: Path) -> None:
    assert "    2 | idas-referred,,448,\n      |                ^^^\n" in render(
        [finding(line=2, column=16)], "text", root
    )


def test_concise_is_the_first_line_only(root: Path) -> None:
    assert (
        render([finding(hint="no")], "concise", root)
        == f"{FILE}:4:1: error RET204 unknown indicator 'x'\nfound 1 error\n"
    )


def test_a_finding_about_a_whole_file_shows_no_line(root: Path) -> None:
    assert (
        render([finding(line=1)], "text", root) == f"{FILE}:1:1: error RET204 unknown indicator 'x'\n\nfound 1 error\n"
    )


def test_the_summary_counts_each_level(root: Path) -> None:
    found = [finding(), finding(level=Level.WARNING), finding(level=Level.WARNING), finding(level=Level.NOTE)]
    assert render(found, "concise", root).endswith("\nfound 1 error, 2 warnings, 1 note\n")
    assert render([], "text", root) == "nothing found\n"


@pytest.mark.parametrize("form", ["text", "concise"])
def test_at_most_twenty_of_a_code_in_a_file_are_shown(root: Path, form: str) -> None:
    many = [finding(line=line) for line in range(1, 1_024)]
    other = finding(place=Place("returns/2023-24-Q3/syp.csv", 2))
    shown = render(in_order([*many, finding(code="VAL101"), other]), form, root)
    assert shown.count("error RET204") == 21
    assert shown.count("error VAL101") == 1
    assert f"{FILE}: 1,003 more RET204 in this file" in shown
    assert shown.endswith("found 1,025 errors\n")


def test_the_marker_stands_under_wide_characters_and_past_escaped_ones(root: Path) -> None:
    (root / FILE).write_text("表,\x1b,30\n")
    shown = render([finding(line=1, column=5)], "text", root).split("\n")
    assert shown[1] == "    1 | 表,\\x1b,30"
    assert shown[2] == "      |         ^^"


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("e\u0301", "e\u0301"),
        ("\u2764\ufe0f", "\u2764"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d\u2007"),
        ("\U0001f469\u200d\U0001f467", "\U0001f469\u2007<U+200D>\U0001f467\u2007"),
        ("a\u00adb", "a<U+00AD>b"),
        ("a\tb", "a b"),
        ("\uff8a\uff9f", "\uff8a\uff9f"),
    ],
)
def test_the_marker_is_under_the_cell_in_every_terminal(root: Path, before: str, cells: str) -> None:
    """What terminals do not agree on is written out or left off; `cells` has a figure space beside what takes two."""
    (root / FILE).write_text(f"{before},wrong,30\n")
    _, line, marker, *_ = render([finding(line=1, column=len(before) + 2)], "text", root).split("\n")
    assert line == f"    1 | {cells},wrong,30".replace("\u2007", "")
    assert marker.index("^") == len(f"    1 | {cells},".replace("\u0301", ""))


@pytest.mark.parametrize("before", ["\u05e9\u05dc", "\u0623\u062d\u0645\u062f"])
def test_where_text_runs_from_right_to_left_the_cell_is_named_in_words(root: Path, before: str) -> None:
    """Terminals do not agree on what they show under which letter there; what follows a cell does not move it."""
    (root / FILE).write_text(f"{before},wrong,30\nseen,wrong,{before}\n")
    shown = render([finding(line=1, column=len(before) + 2), finding(line=2, column=6)], "text", root).split("\n")
    assert shown[1:3] == [
        f"    1 | {before},wrong,30",
        f"      | 'wrong', from character {len(before) + 2} of this line on",
    ]
    assert shown[6] == "      |      ^^^^^"


def test_where_only_ascii_is_shown_every_other_character_is_its_code_point(root: Path) -> None:
    (root / FILE).write_text("caf\u00e9,\u00a35,30\n")
    found = [finding("no number: '\u00a35'", line=1, column=6, width=2)]
    assert render(found, "text", root, ascii_only=True).split("\n")[:3] == [
        f"{FILE}:1:6: error RET204 no number: '<U+00A3>5'",
        "    1 | caf<U+00E9>,<U+00A3>5,30",
        "      |             ^^^^^^^^^",
    ]


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_an_excerpt_is_no_wider_than_the_terminal(root: Path, columns: int) -> None:
    (root / FILE).write_text("a" * 200 + ",wrong," + "b" * 200)
    _, line, marker, *_ = render([finding(line=1, column=202)], "text", root, columns=columns).split("\n")
    assert max(len(line), len(marker)) <= columns
    assert line[marker.index("^") : marker.rindex("^") + 1] == "wrong"


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_files_are_named_from_the_repository_that_holds_the_workspace(root: Path, form: str) -> None:
    """A workspace in a subfolder is annotated where it stands; elsewhere files are named from the workspace."""
    named = f"{root.name}/{FILE}"
    assert named in render([finding()], form, root, repository=str(root.parent))
    for repository in (None, "", str(root), str(root / "returns")):
        assert named not in render([finding()], form, root, repository=repository)


def test_a_long_line_is_cut_around_what_is_meant(root: Path) -> None:
    (root / FILE).write_text("a" * 5_000 + ",wrong," + "b" * 5_000)
    _, line, marker, *_ = render([finding(line=1, column=5_002)], "text", root).split("\n")
    assert len(line) < 130
    assert line[marker.index("^") : marker.rindex("^") + 1] == "wrong"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_lines_are_counted_as_the_file_has_them(root: Path, ends: str, encoding: str) -> None:
    (root / FILE).write_bytes(f"indicator,value{ends}caf\u00e9,30{ends}x,1{ends}".encode(encoding))
    assert "    2 | caf\u00e9,30\n" in render([finding(line=2)], "text", root)


def test_no_line_is_read_from_outside_the_workspace_or_from_a_folder(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.csv"
    outside.write_text("secret\n")
    (root / FILE).unlink()
    (root / FILE).symlink_to(outside)
    (root / "returns/folder.csv").mkdir()
    found = [
        finding(line=1, width=3),
        finding(place=Place("returns/folder.csv", 2)),
        finding(place=Place("none.csv", 2)),
    ]
    shown = render(found, "text", root)
    assert "secret" not in shown
    assert shown.count(" | ") == 0


def test_a_workbook_names_sheet_and_cell(root: Path) -> None:
    place = Place("returns/2023-24-Q3/idas.xlsx", 2, 3, "Return\x1b", "C2")
    assert render([finding(place=place)], "text", root).startswith("returns/2023-24-Q3/idas.xlsx:Return\\x1b!C2: error")
    entry = json.loads(render([finding(place=place)], "json", root))["findings"][0]
    assert (entry["line"], entry["column"], entry["sheet"], entry["cell"]) == (2, 3, "Return\x1b", "C2")


BOOK = "returns/2023-24-Q3/idas.xlsx"


def test_a_workbooks_row_is_shown_as_a_line_with_the_cell_marked(root: Path) -> None:
    """As a CSV file has it; in the sheet that the finding names, with blank cells, quotes and commas."""
    (root / BOOK).write_bytes(as_workbook("indicator,breakdown,value\n\nidas-referred,,about 40", "Q3"))
    book = load_workbook(root / BOOK)
    book["Q3"]["A3"] = 'idas "re", x'
    book.save(root / BOOK)
    shown = render([finding(place=Place(BOOK, 3, 3, "Q3", "C3"), hint="write 40 [e]")], "text", root)
    assert shown.split("\n")[1:4] == [
        '    C3 | "idas ""re"", x",,about 40',
        "       |                   ^^^^^^^^",
        "    hint: write 40 [e]",
    ]


@pytest.mark.parametrize(("line", "sheet"), [(3, "Other"), (9, "Q3"), (2, "Q3")])
@pytest.mark.parametrize("content", [as_workbook("indicator,value\n\na,1", "Q3"), b"PK\x03\x04 damaged", None])
def test_a_cell_that_is_not_there_any_more_is_named_without_its_row(
    root: Path, line: int, sheet: str, content: bytes | None
) -> None:
    if content is not None:
        (root / BOOK).write_bytes(content)
    assert " | " not in render([finding(place=Place(BOOK, line, 1, sheet, f"A{line}"))], "text", root)


def test_json_has_every_field(root: Path) -> None:
    assert json.loads(render([finding(hint="did you mean …?")], "json", root)) == {
        "format": 1,
        "findings": [
            {
                "code": "RET204",
                "level": "error",
                "file": FILE,
                "line": 4,
                "column": 1,
                "sheet": None,
                "cell": None,
                "message": "unknown indicator 'x'",
                "hint": "did you mean …?",
            }
        ],
        "summary": {"error": 1, "warning": 0, "note": 0},
    }
    assert json.loads(render([], "json", root)) == {
        "format": 1,
        "findings": [],
        "summary": {"error": 0, "warning": 0, "note": 0},
    }


def test_github_escapes_what_its_runner_unescapes(root: Path) -> None:
    found = finding(
        "30%: wrong, and\nforged", hint="write 30%", level=Level.NOTE, width=3, place=Place("returns/a,b:c.csv", 2, 5)
    )
    assert render([found], "github", root) == (
        "::notice file=returns/a%2Cb%3Ac.csv,line=2,col=5,endColumn=8,title=RET204::"
        "30%25: wrong, and\\x0aforged%0Ahint: write 30%25\n"
    )


@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "sarif"])
def test_nothing_from_a_file_is_obeyed(root: Path, form: str) -> None:
    (root / FILE).write_text(f"indicator,value\n{HOSTILE}\n", newline="")
    places = [Place(FILE, 2), Place(f"returns/{HOSTILE}.csv", 3), Place("returns/a.xlsx", 2, 1, HOSTILE, "A2")]
    written = render([finding(HOSTILE, hint=HOSTILE, place=place) for place in places], form, root)
    assert not any(ord(each) < 32 or 127 <= ord(each) < 160 for each in written.replace("\n", ""))
    assert not any(each in written for each in "\u202e\u202c")
    lines = [line.lstrip() for line in written.splitlines()]
    assert not any("##[" in line for line in lines)
    assert sum(line.startswith("::") for line in lines) == (3 if form == "github" else 0)
    assert "::forged" not in [line[: len("::forged")] for line in lines]


def test_sarif_points_at_file_line_and_columns(root: Path) -> None:
    log = json.loads(render([finding(width=5, place=Place("returns/a b.csv", 4, 2))], "sarif", root))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    assert run["tool"]["driver"]["name"] == "dap"
    assert run["columnKind"] == "unicodeCodePoints"
    result = run["results"][0]
    assert result["ruleId"] == "RET204"
    assert result["level"] == "error"
    assert result["message"] == {"text": "unknown indicator 'x'"}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "returns/a%20b.csv"
    assert place["region"] == {"startLine": 4, "startColumn": 2, "endColumn": 7}


def test_sarif_documents_each_rule_that_found_something(root: Path) -> None:
    run = json.loads(render([finding(code="CAT202"), finding(code="CAT101")], "sarif", root))["runs"][0]
    documented = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in documented] == ["CAT101", "CAT202"]
    for result in run["results"]:
        assert documented[result["ruleIndex"]]["id"] == result["ruleId"]
    for rule in documented:
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


def test_sarif_knows_a_finding_again_where_its_line_has_moved(root: Path) -> None:
    """And two of one kind from each other."""

    def prints(*found: Finding) -> list[str]:
        results = json.loads(render(found, "sarif", root))["runs"][0]["results"]
        return [result["partialFingerprints"]["finding/v1"] for result in results]

    one, two = prints(finding(), finding(line=9))
    assert one != two
    assert prints(finding(line=40)) == [one]


def test_an_unknown_format_is_refused(root: Path) -> None:
    with pytest.raises(ValueError, match="no format 'xml'"):
        render([], "xml", root)


def test_colour_is_only_where_it_is_asked_for(root: Path) -> None:
    assert "\x1b[31;1merror\x1b[0m" in render([finding()], "text", root, colour=True)
    assert "\x1b" not in render([finding()], "text", root)
