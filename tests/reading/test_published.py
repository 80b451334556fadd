"""What is read of a published.toml: all that can be, whatever has happened to the rest of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dap_tui.period import Quarter
from dap_tui.published import Published, PublishedIndicator
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules.base import laid_over
from dap_tui.workspace import Workspace

FILE = "returns/2023-24-Q3/published.toml"
Q3 = Quarter.parse("2023-24-Q3")
HEAD = 'format = 1\nperiod = "2023-24-Q3"\npublished = 2024-02-14\n'
MARAC = """
[[indicator]]
id = "idas-marac-repeat"
value = 30.0
target = "28–40%"
status = "green"
arrow = "up"
judgement = "worsening"
hidden = ["", "NPS"]
"""


def workspace(root: Path, files: Mapping[str, str | bytes]) -> Workspace:
    named = {name: text if isinstance(text, str) else "" for name, text in files.items()}
    for name, text in laid_over(named).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        content = files.get(name, text)
        (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_workspace(root)


def codes(found: Workspace) -> list[tuple[str, int]]:
    return [(each.code, each.place.line) for each in found.findings]


def test_the_record_of_the_file_formats_is_read_as_it_stands(tmp_path: Path) -> None:
    found = workspace(tmp_path, {FILE: HEAD + MARAC})
    assert found.findings == ()
    marac = PublishedIndicator(
        "idas-marac-repeat", Decimal(30), None, "28–40%", "green", "up", "worsening", ("", "NPS")
    )  # type: ignore[arg-type]  # words of the enums
    assert found.published == {Q3: Published(Q3, date(2024, 2, 14), {"idas-marac-repeat": marac})}
    assert str(found.published[Q3].indicators["idas-marac-repeat"].place) == f"{FILE}:6:6"
    assert found.published[Q3].hidden == {("idas-marac-repeat", ""), ("idas-marac-repeat", "NPS")}


def test_a_symbol_stands_in_place_of_a_value_and_nothing_else_is_needed(tmp_path: Path) -> None:
    found = workspace(tmp_path, {FILE: HEAD + '[[indicator]]\nid = "one"\nsymbol = "x"\n[[indicator]]\nid = "two"\n'})
    assert found.findings == ()
    assert found.published[Q3].indicators == {
        "one": PublishedIndicator("one", symbol="x"),  # type: ignore[arg-type]  # a word of the enum
        "two": PublishedIndicator("two"),
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('value = "30"', [("REV103", 6)]),
        ("value = nan", [("REV103", 6)]),
        ("value = true", [("REV103", 6)]),
        ('value = 3\nsymbol = "x"', [("REV103", 7)]),
        ('symbol = "q"', [("REV105", 6)]),
        ('status = "grey"\narrow = "left"', [("REV105", 6), ("REV105", 7)]),
        ("status = 1", [("REV103", 6)]),
        ('hidden = "NPS"', [("REV103", 6)]),
        ("hidden = [1]", [("REV103", 6)]),
        ("valeu = 3", [("REV102", 6)]),
        ('target = "\\u001b[2J"', [("REV106", 6)]),
    ],
)
def test_what_is_wrong_with_one_value_hides_nothing_else(
    written: str, expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    found = workspace(tmp_path, {FILE: f'{HEAD}[[indicator]]\nid = "idas-grant"\n{written}\n{MARAC}'})
    assert [each for each in codes(found) if each[0].startswith("REV1")] == expected
    assert list(found.published[Q3].indicators) == ["idas-grant", "idas-marac-repeat"]
    assert "\x1b" not in found.published[Q3].indicators["idas-grant"].target


def test_an_entry_without_an_id_and_a_second_one_are_left_out(tmp_path: Path) -> None:
    found = workspace(tmp_path, {FILE: f"{HEAD}{MARAC}\n[[indicator]]\nvalue = 3\n{MARAC.replace('30.0', '31.0')}"})
    assert codes(found) == [("REV104", 14), ("REV108", 18)]
    assert found.published[Q3].indicators["idas-marac-repeat"].value == 30


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("format = 2\n", "REV101"),
        ("format = true\n", "REV101"),
        ("[[indicator]\n", "REV101"),
        (b"\xff\xfe", "REV101"),
        (b"a = '\xff'", "REV101"),
        ("a." * 50_000 + "a = 1", "REV101"),
        (f"a = {'[' * 50_000}", "REV101"),
        (HEAD.replace("Q3", "Q2"), "REV107"),
    ],
    ids=["another format", "no format", "no TOML", "UTF-16", "no UTF-8", "long key", "deep", "another period"],
)
def test_a_broken_or_foreign_one_is_one_finding_and_hides_no_return(
    content: str | bytes, code: str, tmp_path: Path
) -> None:
    found = workspace(tmp_path, {FILE: content})
    assert [each.code for each in found.findings] == [code]
    assert found.published == {}
    assert found.returns.totals("idas-referred")[Q3].number == 448


def test_a_period_that_is_none_is_said_and_the_folder_s_holds(tmp_path: Path) -> None:
    found = workspace(tmp_path, {FILE: HEAD.replace("2023-24-Q3", "2023-25-Q3") + MARAC})
    assert codes(found) == [("REV103", 2)]
    assert Q3 in found.published


def test_of_two_of_one_period_the_first_is_used(tmp_path: Path) -> None:
    found = workspace(tmp_path, {FILE: HEAD + MARAC, FILE.replace("-24-", "_24_"): HEAD})
    assert [(each.code, each.place.file) for each in found.findings] == [
        ("REV108", "returns/2023_24_Q3/published.toml")
    ]
    assert list(found.published[Q3].indicators) == ["idas-marac-repeat"]


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text(HEAD)
    root = tmp_path / "workspace"
    workspace(root, {})
    (root / FILE).symlink_to(tmp_path / "elsewhere.toml")
    found = read_workspace(root)
    assert [each.code for each in found.findings] == ["RET105"]
    assert found.published == {}
