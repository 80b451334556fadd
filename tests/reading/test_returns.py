"""Small files as people make them: of each what must be read, and what must be found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook

from dap_tui.measure import Figure
from dap_tui.reading.workspace import read_workspace
from dap_tui.workspace import Workspace

CATALOGUE = """\
[symbols]
"*" = "x"
"No joining" = "z"
[[source]]
id = "idas"
name = "IDAS"
[[source]]
id = "syp"
name = "South Yorkshire Police"
[[indicator]]
id = "referred"
title = "Referred"
source = "idas"
unit = "count"
[[indicator]]
id = "repeat"
title = "Repeat cases at MARAC"
source = "idas"
unit = "percent"
[[indicator]]
id = "incidents"
title = "Incidents"
source = "syp"
unit = "count"
"""
HEADER = "indicator,breakdown,value,note\n"
IDAS = "returns/2023-24-Q3/idas.csv"


def workspace(root: Path, files: dict[str, bytes | str], bulk_bytes: int = 10**9) -> Workspace:
    """A workspace of a catalogue and these files, read; with polars from `bulk_bytes` on."""
    root.mkdir(exist_ok=True)
    for name, content in {"catalogue.toml": CATALOGUE, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_workspace(root, bulk_bytes=bulk_bytes)


def shown(figure: Figure) -> str:
    """A figure on one line: number or symbol, marks, words."""
    value = f"[{figure.symbol.value}]" if figure.symbol else str(figure.number)
    marks = "".join(f"[{mark.value}]" for mark in figure.marks)
    return f"{value}{marks}" + (f" ({figure.words})" if figure.words else "")


def figures(read: Workspace) -> list[str]:
    """Every figure that was read, as `indicator/breakdown value`, in the catalogue's order."""
    lines = []
    for indicator in read.catalogue.indicators:
        lines += [f"{indicator.id} {shown(figure)}" for figure in read.returns.totals(indicator.id).values()]
        for name, series in read.returns.rows(indicator.id).items():
            lines += [f"{indicator.id}/{name} {shown(figure)}" for figure in series.values()]
    return lines


def findings(read: Workspace) -> list[str]:
    """Every finding, as `line:column+width code`."""
    return [f"{each.place.line}:{each.place.column}+{each.width} {each.code}" for each in read.findings]


class Case(NamedTuple):
    """A return of IDAS for one quarter, what is read of it, and what is found."""

    name: str
    content: bytes | str
    read: list[str]
    found: list[str]


GOOD = "referred,,448,\nrepeat,,30%,\n"
BOTH = ["referred 448", "repeat 30"]

CASES = [
    Case("as it should be", HEADER + GOOD, BOTH, []),
    Case("byte-order mark", b"\xef\xbb\xbf" + (HEADER + GOOD).encode(), BOTH, []),
    Case("CR LF", (HEADER + GOOD).replace("\n", "\r\n"), BOTH, []),
    Case("lone CR", (HEADER + GOOD).replace("\n", "\r"), BOTH, []),
    Case("no line end at the end", HEADER + "referred,,448,\nrepeat,,30%,", BOTH, []),
    Case("columns in another order and case", "VALUE,Note, Indicator\n448,,referred\n30%,,repeat\n", BOTH, []),
    Case(
        "columns of a blank return",
        "indicator,title,last_quarter,due,value\nreferred,Referred,440,2024-01-30,448\n",
        ["referred 448"],
        [],
    ),
    Case(
        "trailing empty rows and columns",
        "indicator,breakdown,value,note,,\nreferred,,448,,,\n,,,,,\nrepeat,,30%,,,\n,,,,,\n\n",
        BOTH,
        [],
    ),
    Case(
        "breakdown, in the order of the file",
        HEADER + "referred,NPS,3,\nreferred,,5,\nreferred, C  RC ,2,\n",
        ["referred 5", "referred/NPS 3", "referred/C RC 2"],
        [],
    ),
    Case(
        "total and all are the total", HEADER + "referred,Total,5,\nrepeat,ALL,30,\n", ["referred 5", "repeat 30"], []
    ),
    Case(
        "breakdown names in normal form C",
        HEADER + "referred,cafe\u0301,5,\nreferred,caf\u00e9,6,\n",
        ["referred/caf\u00e9 5"],
        ["3:15+0 RET211"],
    ),
    Case(
        "case matters in a breakdown", HEADER + "referred,a,5,\nreferred,A,6,\n", ["referred/a 5", "referred/A 6"], []
    ),
    Case(
        "quoted commas, quotes and line ends",
        HEADER + 'referred,,"1,821","said ""no""\nthen yes"\nrepeat,,300,\n',
        ['referred 1821 (said "no" then yes)', "repeat 300"],
        ["4:9+3 VAL201"],
    ),
    Case(
        "a cell after a quoted line end stands in a later line",
        'note,indicator,value\n"one\ntwo",referred,x\n',
        [],
        ["3:15+1 VAL101"],
    ),
    Case(
        "symbols and words",
        HEADER + "referred,,*,\nrepeat,,No joining,new staff\n",
        ["referred [x] (*)", "repeat [z] (No joining: new staff)"],
        [],
    ),
    Case(
        "a bare mark with a note keeps the note",
        HEADER + "referred,,*,Not yet in\nrepeat,,No joining,\n",
        ["referred [x] (Not yet in)", "repeat [z] (No joining)"],
        [],
    ),
    Case(
        "Windows-1252",
        HEADER.encode() + b"referred,,448,caf\xe9\nrepeat,,30%,\n",
        ["referred 448 (caf\u00e9)", "repeat 30"],
        ["1:1+0 RET111"],
    ),
    Case(
        "two encodings",
        HEADER.encode() + "referred,,448,caf\u00e9\n".encode() + b"repeat,,30%,caf\xe9\n",
        ["referred 448 (caf\u00e9)", "repeat 30 (caf\u00e9)"],
        ["3:16+1 RET112"],
    ),
    Case("UTF-16", "\ufeff".encode("utf-16-le") + (HEADER + GOOD).encode("utf-16-le"), BOTH, ["1:1+0 RET113"]),
    Case("UTF-16, cut short", b"\xff\xfe" + (HEADER + GOOD).encode("utf-16-le") + b"r", BOTH, ["1:1+0 RET113"]),
    Case(
        "UTF-16, big end first",
        "\ufeff".encode("utf-16-be") + (HEADER + GOOD).encode("utf-16-be"),
        BOTH,
        ["1:1+0 RET113"],
    ),
    Case("semicolons", (HEADER + GOOD).replace(",", ";"), BOTH, ["1:1+0 RET115"]),
    Case("tabs", (HEADER + GOOD).replace(",", "\t"), BOTH, ["1:1+0 RET115"]),
    Case("rows above the header", "IDAS,,,\n\nQuarter 3,,,\n" + HEADER + GOOD, BOTH, ["1:1+0 RET202"]),
    Case("no header", GOOD, [], ["1:1+0 RET201"]),
    Case("misspelt header", "indicatr,value\nreferred,448\n", [], ["1:1+0 RET201"]),
    Case("an empty file", "", [], ["1:1+0 RET201"]),
    Case("the value twice", "indicator,value,value\nreferred,448,449\n", [], ["1:17+5 RET203"]),
    Case("the header twice", HEADER + "referred,,448,\n" + HEADER + "repeat,,30%,\n", BOTH, ["3:1+9 RET216"]),
    Case("an unknown column", "indicator,value,comments\nreferred,448,Fewer\n", ["referred 448"], ["1:17+8 RET205"]),
    Case(
        "a nameless column",
        "indicator,value,,note\nreferred,448,9,Fewer\nrepeat,30%,,\n",
        ["referred 448 (Fewer)", "repeat 30"],
        ["2:14+1 RET206"],
    ),
    Case("a thousands comma", HEADER + "referred,,1,821,Fewer\nrepeat,,30%,\n", ["repeat 30"], ["2:11+5 RET207"]),
    Case(
        "a thousands comma and an empty note",
        HEADER + "referred,,1,821,\nrepeat,,30%,\n",
        ["repeat 30"],
        ["2:11+5 RET207"],
    ),
    Case("a row that ends before its value", HEADER + "referred\nrepeat,,30%,\n", ["repeat 30"], ["2:1+0 RET208"]),
    Case("cells missing", HEADER + "referred,,448\nrepeat,,30%,\n", BOTH, ["2:1+0 RET208"]),
    Case("no indicator", HEADER + ",,448,\nrepeat,,30%,\n", ["repeat 30"], ["2:1+0 RET209"]),
    Case("unknown indicator", HEADER + "refered,,448,\nrepeat,,30%,\n", ["repeat 30"], ["2:1+7 RET204"]),
    Case("another source's", HEADER + "incidents,,448,\n", ["incidents 448"], ["2:1+9 RET210"]),
    Case("twice", HEADER + GOOD + "referred,,449,\n", BOTH, ["4:11+0 RET211"]),
    Case("blank", HEADER + "referred,,448,\nrepeat,,,\n", ["referred 448"], ["3:9+0 RET212"]),
    Case("wholly blank", HEADER + "referred,,,\nrepeat,,,\n", [], ["1:1+0 RET213"]),
    Case(
        "a quote that is never closed",
        HEADER + 'referred,,448,"Fewer\nrepeat,,30%,\n',
        ["repeat 30"],
        ["2:15+6 RET214"],
    ),
    Case(
        "a quote that the next one would close",
        HEADER + 'referred,,448,"Fewer\nrepeat,,30%,"More"\n',
        ["repeat 30 (More)"],
        ["2:15+6 RET214"],
    ),
    Case("text after a quote", HEADER + 'referred,,"448"x,\nrepeat,,30%,\n', ["repeat 30"], ["2:11+7 RET214"]),
    Case("a quote inside a cell", HEADER + 'referred,,448,5" pipe\n', ['referred 448 (5" pipe)'], []),
    Case(
        "control characters",
        HEADER + "referred,a\x1b[2J,448,b\x07\n",
        ["referred/a\\x1b[2J 448 (b\\x07)"],
        ["2:10+5 RET215", "2:20+2 RET215"],
    ),
    Case(
        "a bidirectional control",
        HEADER + "referred,,448,\u202eabc\n",
        ["referred 448 (\\u202eabc)"],
        ["2:15+4 RET215"],
    ),
    Case(
        "a merge that was not finished",
        HEADER + "<<<<<<< HEAD\nreferred,,448,\n=======\nreferred,,449,\n>>>>>>> theirs\nrepeat,,30%,\n",
        BOTH,
        ["2:1+12 RET116"],
    ),
    Case(
        "a merge that was not finished, with what was there before, and a row of the other side alone",
        HEADER + "<<<<<<< HEAD\nreferred,,448,\n||||||| 1a2b\nreferred,,440,\n=======\nreferred,,449,\nrepeat,,30%,\n"
        ">>>>>>> theirs\n",
        BOTH,
        ["2:1+12 RET116"],
    ),
    Case(
        "a merge that was not finished, with the header in both sides",
        f"<<<<<<< HEAD\n{HEADER}{GOOD}=======\n{HEADER}{GOOD}>>>>>>> theirs\n",
        BOTH,
        ["1:1+12 RET116"],
    ),
    Case(
        "a merge that was not finished, saved by a spreadsheet",
        HEADER + "<<<<<<< HEAD,,,\nreferred,,448,\n=======,,,\nreferred,,449,\n>>>>>>> theirs,,,\nrepeat,,30%,\n",
        BOTH,
        ["2:1+15 RET116"],
    ),
    Case(
        "a figure twice in one side of a merge, and after it",
        HEADER + "<<<<<<< HEAD\nreferred,,448,\nreferred,,447,\n=======\n>>>>>>> b\nreferred,,449,\nrepeat,,30%,\n",
        BOTH,
        ["2:1+12 RET116", "4:11+0 RET211", "7:11+0 RET211"],
    ),
    Case("a web page", "<!DOCTYPE html><table>", [], ["1:1+0 RET114"]),
    Case("compressed", b"\x1f\x8b\x08\x00rest", [], ["1:1+0 RET114"]),
    Case("a workbook renamed", b"PK\x03\x04rest", [], ["1:1+0 RET114"]),
    Case("null characters", b"\0" * 40, [], ["1:1+0 RET114"]),
    Case("a file that was not copied whole", (HEADER + GOOD).encode() + b"\0" * 400, [], ["1:1+0 RET114"]),
    Case("too many cells", HEADER + "," * 300 + "\nrepeat,,30%,\n", ["repeat 30"], ["2:1+0 RET106"]),
    Case(
        "a row over 1 MiB",
        HEADER + "referred,,448," + "x" * (1 << 20) + "\nrepeat,,30%,\n",
        ["repeat 30"],
        ["2:1+0 RET106"],
    ),
    Case(
        "all bad rows are found, and the good ones read",
        HEADER + "x,,1,\nreferred,,nan,\nrepeat,,130%,\nreferred,A,2.5,\n",
        ["referred/A 2.5", "repeat 130"],
        ["2:1+1 RET204", "3:11+3 VAL101", "4:9+4 VAL201", "5:12+3 VAL202"],
    ),
]


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9], ids=["by polars", "row by row"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_read_and_what_is_found(case: Case, bulk_bytes: int, tmp_path: Path) -> None:
    """Each file is read as far as it can be, and each fault stands at its own line and column."""
    read = workspace(tmp_path, {IDAS: case.content}, bulk_bytes)
    assert (figures(read), findings(read)) == (case.read, case.found)


NAMES = [
    ({"returns/2023_24 q3/IDAS.CSV": HEADER + GOOD}, BOTH, []),
    ({"returns/2023-24-Q3.csv": HEADER + GOOD}, BOTH, []),
    ({"returns/2023-24-Q3/2023-24-Q3.csv": HEADER + GOOD}, BOTH, []),
    ({"returns/2023-24.csv": HEADER + GOOD}, BOTH, []),
    ({"returns/2023-24/idas.csv": HEADER + GOOD}, BOTH, []),
    ({"returns/2023-24-Q3/others.csv": HEADER + GOOD}, BOTH, ["RET104"]),
    ({"returns/2023-24-Q3/2023-24-Q2.csv": HEADER + GOOD}, [], ["RET107"]),
    ({"returns/2023-25-Q3/idas.csv": HEADER + GOOD}, [], ["RET102"]),
    ({"returns/2023-24-Q5.csv": HEADER + GOOD}, [], ["RET102"]),
    ({"returns/old/idas.csv": HEADER + GOOD}, [], ["RET103"]),
    ({IDAS: HEADER + GOOD, "returns/2023-24-Q3/old/idas.csv": HEADER + GOOD}, BOTH, ["RET103"]),
    ({IDAS: HEADER + GOOD, "returns/2023-24-Q3/syp.csv/a.txt": "a"}, BOTH, ["RET105"]),
    ({IDAS: HEADER + GOOD, "returns/2023-24-Q3/notes.txt": "a", "returns/README": "a"}, BOTH, ["RET103", "RET103"]),
    (
        {IDAS: HEADER + GOOD, "returns/.DS_Store": "a", "returns/2023-24-Q3/~$idas.csv": "a", "returns/Thumbs.db": "a"},
        BOTH,
        [],
    ),
    ({IDAS: HEADER + GOOD, "returns/2023-24-Q3/published.toml": 'period = "2023-24-Q3"'}, BOTH, []),
    (
        {"returns/2023-24-Q3.csv": HEADER + "referred,,1,\n", "returns/2023-24-Q3/idas.csv": HEADER + GOOD},
        BOTH,
        ["RET211"],
    ),
    (
        {"returns/2023-24-Q3/a.csv": HEADER + "referred,,1,\n", "returns/2023-24-Q3/idas.csv": HEADER + GOOD},
        BOTH,
        ["RET104", "RET211"],
    ),
]


@pytest.mark.parametrize(("row", "what"), [("", "'referred'"), ("North", "'referred', 'North',")])
def test_what_is_returned_twice_is_told_by_its_row_and_both_lines(row: str, what: str, tmp_path: Path) -> None:
    text = f"{HEADER}referred,{row},448,\nrepeat,,30%,\nreferred,{row},449,\n"
    (found,) = workspace(tmp_path, {IDAS: text}).findings
    assert found.message == f"{what} is returned twice in Q3 2023/24: in line 4, and already in line 2"


@pytest.mark.parametrize(
    ("files", "read", "codes"), NAMES, ids=lambda each: " ".join(each) if isinstance(each, dict) else ""
)
def test_which_files_are_read(files: dict[str, bytes | str], read: list[str], codes: list[str], tmp_path: Path) -> None:
    """By their names; what is not read is said, clutter aside."""
    found = workspace(tmp_path, files)
    assert (figures(found), [each.code for each in found.findings]) == (read, codes)


def test_a_repeated_figure_stands_at_the_file_of_no_source_and_names_both(tmp_path: Path) -> None:
    """The source's own file goes first, whatever the names."""
    read = workspace(tmp_path, {"returns/2023-24-Q3/a.csv": HEADER + "referred,,1,\n", IDAS: HEADER + GOOD})
    repeated = next(each for each in read.findings if each.code == "RET211")
    assert repeated.place.file == "returns/2023-24-Q3/a.csv"
    assert f"{IDAS}, line 2" in repeated.message


LACKS_VALUE = "there is no column 'value', so nothing is read; line {} has 'indicator', {}"
FIRST_LINE = "make the first line indicator,breakdown,value,note"
NO_COLUMNS = "there are no columns 'indicator' and 'value', so nothing is read; line 1 has "


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            "indicator,breakdown,Q4 figure,note\nreferred,,448,\n",
            1,
            LACKS_VALUE.format(1, "'breakdown', 'Q4 figure', 'note'"),
            "is 'Q4 figure' the column 'value'? name it so",
        ),
        (
            "indicator;Q3;Q4\nreferred;447;448\n",
            1,
            LACKS_VALUE.format(1, "'Q3', 'Q4'"),
            FIRST_LINE,
        ),
        (
            "IDAS\n\nindicator\tValues\nreferred\t448\n",
            3,
            LACKS_VALUE.format(3, "'Values'"),
            "did you mean 'value' by 'Values'?",
        ),
        ("Measure,Figure\nreferred,448\n", 1, f"{NO_COLUMNS}'Measure', 'Figure'", FIRST_LINE),
        ("Measure;Figure\nreferred;448\n", 1, f"{NO_COLUMNS}'Measure', 'Figure'", FIRST_LINE),
        (
            '"indicator,breakdown,value"\n"referred,,448"\n',
            1,
            f"{NO_COLUMNS}'indicator,breakdown,value'",
            "the whole line stands in quotes, which makes it one cell: save it anew as 'CSV UTF-8'",
        ),
        (
            "indicator  value\nreferred   448\n",
            1,
            f"{NO_COLUMNS}'indicator value'",
            "cells are separated by spaces: save it with commas, as 'CSV UTF-8'",
        ),
        ("id,value (number)\n", 1, f"{NO_COLUMNS}'id', 'value (number)'", "did you mean 'value' by 'value (number)'?"),
        (",".join("abcdefghij"), 1, f"{NO_COLUMNS}{', '.join(map(repr, 'abcdefgh'))} and 2 more", FIRST_LINE),
    ],
)
def test_a_header_without_a_needed_column_is_told_which_and_what_it_has(
    text: str, line: int, message: str, hint: str, tmp_path: Path
) -> None:
    """At its own line, whatever separates its cells; the one column that may be meant is asked about."""
    (found,) = workspace(tmp_path, {IDAS: text}).findings
    assert (str(found.place), found.message, found.hint) == (f"{IDAS}:{line}:1", message, hint)


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9])
@pytest.mark.parametrize(
    ("copy", "places"),
    [
        (HEADER + GOOD, ["1:1"]),
        (HEADER + "repeat,,30,as sent\n\nreferred,,448,\n", ["1:1"]),
        (HEADER + "referred,,448,\nrepeat,,31%,\n", ["2:11", "3:9"]),
        (HEADER + "referred,,448,\nrepeat,,30% [p],\n", ["2:11", "3:9"]),
        (HEADER + GOOD + "referred,NPS,4,\n", ["2:11", "3:9"]),
        (HEADER + GOOD + "referred,NPS,,\n", ["2:11", "3:9"]),
        (HEADER + GOOD + "referred,,448,\n", ["1:1"]),
        (HEADER + "referred,,448,\n", ["2:11"]),
    ],
)
def test_a_copy_of_a_return_is_one_finding(copy: str, places: list[str], bulk_bytes: int, tmp_path: Path) -> None:
    """Where every figure stands in another file; where one differs or is new, each that is there twice is named."""
    name = "returns/2023-24-Q3/idas (1).csv"
    for file, text in {"catalogue.toml": CATALOGUE, IDAS: HEADER + GOOD, name: copy}.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    read = read_workspace(tmp_path, bulk_bytes=bulk_bytes)
    twice = [each for each in read.findings if each.code == "RET211"]
    assert sorted(str(each.place) for each in twice) == [f"{name}:{place}" for place in places]
    assert all(f"{IDAS}" in each.message for each in twice)


def test_a_copy_names_the_lines_of_both_and_says_which_is_used(tmp_path: Path) -> None:
    """A return and its workbook: a file's first cell, the cells in the one and the lines in the other."""
    name = "returns/2023-24-Q3/idas.xlsx"
    book = Workbook()
    assert book.active is not None
    for row in (("indicator", "value"), ("referred", 448), ("repeat", 30)):
        book.active.append(row)
    (tmp_path / name).parent.mkdir(parents=True)
    book.save(tmp_path / name)
    (found,) = workspace(tmp_path, {IDAS: HEADER + "\n" + GOOD}).findings
    assert str(found.place) == f"{name}:Sheet!A1"
    assert found.message == f"every figure of it, cells B2 to B3, is in {IDAS} already, lines 3 to 4"
    assert found.hint == "delete one of the two files; the first is used"


def test_a_misspelt_id_gets_its_nearest_neighbour(tmp_path: Path) -> None:
    """As a compiler has it; a letter that looks alike is shown by its code point."""
    read = workspace(tmp_path, {IDAS: HEADER + "referrd,,1,\nr\u0435peat,,2,\nReferred,,3,\nzzz,,4,\n"})
    assert [(each.message, each.hint) for each in read.findings] == [
        ("unknown indicator 'referrd'", "did you mean 'referred'?"),
        ("unknown indicator 'r<U+0435>peat'", "did you mean 'repeat'?"),
        ("unknown indicator 'Referred'", "did you mean 'referred'?"),
        (
            "unknown indicator 'zzz'",
            "write the id that catalogue.toml has; a note, a total or a second header is no row: delete it",
        ),
    ]


def test_a_title_or_a_code_in_place_of_an_id_is_told_the_id_and_a_title_of_two_is_not(tmp_path: Path) -> None:
    more = '[[indicator]]\nid = "{0}"\ncode = "{0}-P1"\ntitle = "Two of them"\nsource = "syp"\nunit = "count"\n'
    rows = "repeat  CASES at Marac,,30%,\nONE-P1,,1,\nTwo of them,,2,\n"
    files = {"catalogue.toml": CATALOGUE + more.format("one") + more.format("two"), IDAS: HEADER + rows}
    hints = [each.hint for each in workspace(tmp_path, files).findings]
    assert hints[:2] == ["its id is 'repeat'", "its id is 'one'"]
    assert "its id" not in hints[2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,821,Fewer", '2:11+5 RET207 write "1,821" in quotes, or 1821'),
        ("448,,see mail", "2:16+8 RET207 move the last cell into a column that has a name"),
        (
            "448,\u201cfewer, more\u201d",
            '2:22+6 RET207 a text with a comma wants straight quotes, as in "fewer, as last year"',
        ),
        ("448,fewer, more", '2:21+5 RET207 a number or text with a comma wants quotes, as in "1,821"'),
        ("1.448,", "2:11+5 VAL202 if the point separates thousands, write 1,448; else ask for the right figure"),
        ("1.44,", "2:11+4 VAL202 a percentage or an average in the wrong row?"),
    ],
)
def test_a_point_or_a_comma_in_the_wrong_place_is_told_what_it_did(text: str, found: str, tmp_path: Path) -> None:
    (each,) = workspace(tmp_path, {IDAS: f"{HEADER}referred,,{text}\nrepeat,,30%,\n"}).findings
    assert f"{each.place.line}:{each.place.column}+{each.width} {each.code} {each.hint}" == found


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9])
def test_columns_that_are_exchanged_are_found_and_not_taken_for_a_blank_return(bulk_bytes: int, tmp_path: Path) -> None:
    """A breakdown by numbers that nobody has filled in has totals, or rows of one indicator, and is blank."""
    exchanged = "indicator,value,breakdown,note\nreferred,,448,\nrepeat,,30%,\nincidents,,[x],\n"
    assert findings(workspace(tmp_path / "a", {"returns/2023-24-Q3.csv": exchanged}, bulk_bytes)) == ["2:10+0 RET218"]
    by_level = HEADER + "referred,1,,\nreferred,2,,\nrepeat,,,\n"
    assert findings(workspace(tmp_path / "b", {IDAS: by_level}, bulk_bytes)) == ["1:1+0 RET213"]
    id_second = "breakdown,indicator,value\nreferred,,448\n"
    (each,) = workspace(tmp_path / "c", {IDAS: id_second}, bulk_bytes).findings
    assert (each.code, each.hint) == (
        "RET209",
        "its id stands in the column 'breakdown': move it, or exchange the names in the header",
    )


def test_links_out_of_the_workspace_and_pipes_are_never_opened(tmp_path: Path) -> None:
    """A return cannot make the program read something else, or wait for ever."""
    outside = tmp_path / "outside.csv"
    outside.write_text(HEADER + GOOD)
    root = tmp_path / "here"
    folder = root / "returns/2023-24-Q3"
    folder.mkdir(parents=True)
    (folder / "idas.csv").symlink_to(outside)
    os.mkfifo(folder / "syp.csv")
    (root / "returns/2023-24-Q2").symlink_to(tmp_path)
    (root / "returns/2023-24-Q1.csv").symlink_to("2023-24-Q1.csv")
    (root / "returns/2023-24-Q4.csv").symlink_to("nowhere")
    read = workspace(root, {})
    assert figures(read) == []
    assert [(each.place.file, each.code) for each in read.findings] == [
        ("returns/2023-24-Q1.csv", "RET105"),
        ("returns/2023-24-Q2", "RET105"),
        ("returns/2023-24-Q3/idas.csv", "RET105"),
        ("returns/2023-24-Q3/syp.csv", "RET105"),
        ("returns/2023-24-Q4.csv", "RET105"),
    ]


def test_a_link_inside_the_workspace_is_read(tmp_path: Path) -> None:
    """Only what leads out is refused."""
    (tmp_path / "returns/2023-24-Q3").mkdir(parents=True)
    (tmp_path / "idas.csv").write_text(HEADER + GOOD)
    (tmp_path / IDAS).symlink_to(tmp_path / "idas.csv")
    assert figures(workspace(tmp_path, {})) == BOTH


def test_each_figure_knows_where_it_stands(tmp_path: Path) -> None:
    """File, line and column of its value."""
    read = workspace(tmp_path, {IDAS: HEADER + "\nreferred,NPS,448,\n"})
    (figure,) = read.returns.rows("referred")["NPS"].values()
    assert str(figure.place) == f"{IDAS}:3:14"


def test_a_workbook_takes_the_place_of_a_csv_file(tmp_path: Path) -> None:
    """The same figure in both is the duplicate that it is."""
    book = Workbook()
    assert book.active is not None
    for row in (("indicator", "value"), ("referred", 448), ("repeat", 30)):
        book.active.append(row)
    (tmp_path / "returns/2023-24-Q3").mkdir(parents=True)
    book.save(tmp_path / "returns/2023-24-Q3/idas.xlsx")
    read = workspace(tmp_path, {IDAS: HEADER + "referred,,1,\n"})
    assert [each.code for each in read.findings] == ["RET211"]
    assert figures(read) == ["referred 1", "repeat 30"]


BLANK = HEADER + "referred,,,\nrepeat,,,\n"
CAME = HEADER + "referred,,448,\nrepeat,,30%,\n"


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9])
@pytest.mark.parametrize(("first", "second"), [(BLANK, CAME), (CAME, BLANK)])
def test_a_blank_return_left_beside_the_one_that_came_repeats_nothing(first, second, bulk_bytes, tmp_path):
    """Partners send a workbook where the blank was a CSV file, or give it another name."""
    (tmp_path / "catalogue.toml").write_text(CATALOGUE)
    folder = tmp_path / "returns/2023-24-Q3"
    folder.mkdir(parents=True)
    for name, text in (("idas.csv", first), ("IDAS v2.csv", second)):
        (folder / name).write_text(text)
    read = read_workspace(tmp_path, bulk_bytes=bulk_bytes)
    blank = "idas.csv" if first == BLANK else "IDAS v2.csv"
    found = {(each.code, each.place.file.rpartition("/")[2]) for each in read.findings}
    assert found == {("RET213", blank), ("RET104", "IDAS v2.csv")}
    assert not read.returns.blanks
    figures = [figure for each in ("referred", "repeat") for figure in read.returns.totals(each).values()]
    assert [str(figure.number) for figure in figures] == ["448", "30"]


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9])
def test_a_row_that_is_blank_in_a_return_that_came_is_repeated_by_another(bulk_bytes, tmp_path):
    (tmp_path / "catalogue.toml").write_text(CATALOGUE)
    folder = tmp_path / "returns/2023-24-Q3"
    folder.mkdir(parents=True)
    (folder / "idas.csv").write_text(HEADER + "referred,,448,\nrepeat,,,\n")
    (folder / "more.csv").write_text(HEADER + "repeat,,30%,\n")
    codes = [each.code for each in read_workspace(tmp_path, bulk_bytes=bulk_bytes).findings]
    assert sorted(codes) == ["RET104", "RET211", "RET212"]


SAVE_IT = "save it with commas, as 'CSV UTF-8'"
SPENT = CATALOGUE + '[[indicator]]\nid = "spent"\ntitle = "Spent"\nsource = "idas"\nunit = "pounds"\n'


@pytest.mark.parametrize(
    ("rows", "read", "message", "hint"),
    [
        (
            "referred;1,234\n",
            "referred 1234",
            "cells are separated by semicolons",
            "save it with commas, as 'CSV UTF-8'",
        ),
        (
            "repeat;30\nspent;1,234\n",
            "spent 1234",
            "cells are separated by semicolons; 1,234 in line 3 is read as 1234, and may be 1.234",
            f"{SAVE_IT}; a decimal sign is a point",
        ),
        (
            "repeat;12,345%\n",
            "repeat 12345",
            "12,345% is above 100, the most that 'repeat' can be",
            "12,345% is read as 12345%; if 12.345% is meant, write that",
        ),
    ],
)
def test_where_semicolons_separate_a_comma_that_may_be_a_decimal_sign_is_told(
    rows: str, read: str, message: str, hint: str, tmp_path: Path
) -> None:
    """Spreadsheets that write semicolons write 1.234 as 1,234; a count can be no 1.234."""
    found = workspace(tmp_path, {"catalogue.toml": SPENT, IDAS: f"indicator;value\n{rows}"})
    assert figures(found)[-1] == read
    assert (found.findings[-1].message, found.findings[-1].hint) == (message, hint)


def test_a_header_whose_names_are_exchanged_is_one_finding(tmp_path: Path) -> None:
    """It stands at the first row, and says where the ids are; with a row that can be read, each is said."""
    (found,) = workspace(
        tmp_path, {IDAS: (HEADER + GOOD).replace("indicator,breakdown", "breakdown,indicator")}
    ).findings
    assert (found.code, found.message) == ("RET209", "none of the 2 rows in lines 2 to 3 names an indicator")
    assert found.hint == "their ids stand in the column 'breakdown': move them, or exchange the names in the header"
    rows = ",referred,448,\n,repeat,30%,\nreferred,NPS,4,\n"
    assert [each.code for each in workspace(tmp_path, {IDAS: HEADER + rows}).findings] == ["RET209", "RET209"]


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9])
def test_another_version_of_a_return_is_one_finding_that_says_what_differs(bulk_bytes: int, tmp_path: Path) -> None:
    """Of more than three figures, most of which stand in the other file; a row more or less does not matter."""
    rows = "referred,,448,\nreferred,A,440,\nreferred,B,8,\nrepeat,,30%,\n"
    later = rows.replace("30%", "31% [r]") + "repeat,A,[x],\n"
    (found,) = workspace(
        tmp_path, {IDAS: HEADER + rows, "returns/2023-24-Q3/idas (1).csv": HEADER + later}, bulk_bytes
    ).findings
    assert (str(found.place), found.code) == ("returns/2023-24-Q3/idas (1).csv:1:1", "RET211")
    assert found.message == (
        f"4 of its 5 figures, lines 2 to 5, are in {IDAS} already, lines 2 to 5; 'repeat' is 31 [r] here and 30 there"
    )
    assert found.hint == f"delete the one that is out of date; until then {IDAS} is used"


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9])
def test_a_symbol_is_counted_as_none_of_a_files_figures(tmp_path: Path, bulk_bytes: int) -> None:
    """It says why there is no figure."""
    rows = "referred,,12,\nreferred,A,[x],\nreferred,B,*,\nrepeat,,,\n"
    (file,) = workspace(tmp_path, {IDAS: HEADER + rows}, bulk_bytes).returns.files
    assert (file.figures, file.symbols, file.blanks) == (1, 2, 1)


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9])
@pytest.mark.parametrize(
    ("rows", "places", "message", "hint"),
    [
        (
            GOOD + "\nNotes\n1. Provisional\nSource: IDAS, 2024\n",
            ["5:1+5 RET204"],
            "unknown indicator 'Notes', in a row without a value; so are 2 more rows, to line 7",
            "a note is no row: put it into the column note, or delete the line",
        ),
        (
            "REFERRED,,448,\nreferred ,A,4,\nRepeat,,30%,\nREFERRED,B,2,\nREPEAT,B,3,\n",
            ["2:1+8 RET204"],
            "the ids of 4 rows, lines 2 to 6, are not written as in the catalogue: 'REFERRED' is 'referred' there",
            "write them in small letters, with a single hyphen between words",
        ),
        (
            "448,,referred,\nrepeat,,30%,\n",
            ["2:1+3 RET204"],
            "unknown indicator '448'",
            "its id stands in the column 'value': exchange the two",
        ),
        (
            "referred,,,448\nrepeat,,,30%\n",
            ["2:11+0 RET218"],
            "there is no value, and the notes are numbers, as '448'",
            "exchange the names note and value in the header",
        ),
        (
            "incidents,,9,\nincidents,A,9,\n",
            ["2:1+9 RET210"],
            "all 2 rows, lines 2 to 3, are syp's, and this file is idas's",
            "is it syp's return under another name? rename it to syp.csv",
        ),
        (
            (GOOD + "referred,A,4,\nreferred,B,5,\n") * 2,
            ["6:11+0 RET211"],
            "4 rows of it, lines 6 to 9, are in it already, lines 2 to 5",
            "delete them: they say the same",
        ),
        (
            GOOD + "\ufeff" + HEADER + "referred,A,4,\n",
            ["4:1+10 RET216"],
            "this is the header a second time",
            "delete the line",
        ),
    ],
)
def test_rows_with_one_slip_are_one_finding(
    rows: str, places: list[str], message: str, hint: str, bulk_bytes: int, tmp_path: Path
) -> None:
    found = workspace(tmp_path, {IDAS: HEADER + rows}, bulk_bytes).findings
    assert [f"{each.place.line}:{each.place.column}+{each.width} {each.code}" for each in found] == places
    assert (found[0].message, found[0].hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "indicator,referred,repeat\nbreakdown,,\nvalue,448,30%\n",
            "the table lies on its side: exchange its rows and",
        ),
        ("indicator,Q2 2023/24,Q3 2023/24\nreferred,447,448\n", "a return is of one period: name its column 'value',"),
        ("'indicator','value'\n'referred','448'\n", "take the single quotes away;"),
    ],
)
def test_a_table_that_is_laid_out_another_way_says_how_to_turn_it(text: str, hint: str, tmp_path: Path) -> None:
    (found,) = workspace(tmp_path, {IDAS: text}).findings
    assert found.code == "RET201"
    assert (found.hint or "").startswith(hint)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["Q3 2023/24", "2023-24-Q3"], ""),
        (["2023/24", "Q3"], ""),
        (["Q2 23-24", "2023_24 q2"], "; 2 of its rows say Q2 2023/24, and this is a return of Q3 2023/24"),
        (
            ["Q2 23-24", "Q1 23-24"],
            "; 2 of its rows say other periods, as Q2 2023/24, and this is a return of Q3 2023/24",
        ),
    ],
)
def test_a_column_that_says_another_period_is_told(cells: list[str], said: str, tmp_path: Path) -> None:
    """It is not read; but the file may lie in the wrong folder."""
    rows = zip(("referred,448", "repeat,30%"), cells, strict=True)
    text = "indicator,value,Quarter\n" + "".join(f"{row},{cell}\n" for row, cell in rows)
    (found,) = workspace(tmp_path, {IDAS: text}).findings
    assert (found.code, found.message) == ("RET205", f"the column 'Quarter' is not known, and is not read{said}")
