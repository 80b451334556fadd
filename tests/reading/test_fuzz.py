"""Random bytes and random edits: never a traceback, never a good row lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dap_tui.errors import CatalogueUnreadable
from dap_tui.reading.text import CONTROL
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules.base import BASE, CATALOGUE, NARRATIVE, RETURN
from dap_tui.workspace import Workspace

WORDS = """\
[[exception]]
indicators = ["idas-referred"]
rules = ["worsening"]
decision = "report"
text = "Fewer"
[[commentary]]
indicator = "idas-grant"
text = "Spent"
"""
SNIPPETS = st.sampled_from(
    [
        '"',
        '""',
        "'",
        "\n",
        "\r",
        ",",
        ",,,,",
        "[",
        "]]",
        "{",
        "=",
        "#",
        "\x00",
        "\x1b[2J",
        "\ufeff",
        "<<<<<<< \n",
        "é",
        "\u202e",
        "nan",
        "true",
        "[[indicator]]\n",
        "[symbols]\n",
        "1e999",
        '"""',
        "idas-grant",
        "-",
        "%",
        ";",
        "\t",
        "\\u0000",
        "2023-24-Q3",
    ]
)
EDIT = st.tuples(st.integers(0, 5000), st.integers(0, 4), SNIPPETS)


def read(files: dict[str, bytes]) -> Workspace:
    """These files, read."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return read_workspace(root)


def base() -> dict[str, bytes]:
    """The small workspace, with a narrative."""
    return {name: text.encode() for name, text in {**BASE, NARRATIVE: WORDS}.items()}


def read_or_refused(files: dict[str, bytes]) -> Workspace | str:
    """These files, read; or why the catalogue cannot be."""
    try:
        return read(files)
    except CatalogueUnreadable as error:
        return str(error)


def assert_sound(workspace: Workspace | str) -> None:
    """Findings stand somewhere, in order, and carry nothing that a terminal would obey; nor does a refusal."""
    if isinstance(workspace, str):
        assert workspace.startswith("catalogue.toml:")
        assert not CONTROL.search(workspace)
        return
    for finding in workspace.findings:
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert not CONTROL.search(f"{finding.message}{finding.hint}{finding.place.file}")
    places = [(each.place.file, each.place.line, each.place.column) for each in workspace.findings]
    assert places == sorted(places)


def edited(content: bytes, edits: list[tuple[int, int, str]]) -> bytes:
    """The content with some characters taken out and some put in."""
    text = content.decode()
    for at, taken, put in edits:
        start = at % (len(text) + 1)
        text = text[:start] + put + text[start + taken :]
    return text.encode()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_as_a_return(content: bytes) -> None:
    """A return may hold anything."""
    assert_sound(read({**base(), RETURN: content}))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_as_catalogue_and_narrative(content: bytes) -> None:
    """They are read, or it is said at what line they cannot be."""
    assert_sound(read({**base(), NARRATIVE: content}))
    assert_sound(read_or_refused({**base(), "catalogue.toml": content}))


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(["catalogue.toml", NARRATIVE, RETURN]), st.lists(EDIT, min_size=1, max_size=4))
def test_edits_of_good_files(name: str, edits: list[tuple[int, int, str]]) -> None:
    """Whatever a slip of the hand makes of them."""
    files = base()
    files[name] = edited(files[name], edits)
    assert_sound(read_or_refused(files))


GOOD_ROWS = [f"idas-referred,Area {number},{number},\n" for number in range(6)]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 5), st.integers(0, 30), SNIPPETS.filter(lambda text: "\r" not in text and "idas" not in text))
def test_an_edit_of_one_row_loses_no_other(row: int, at: int, put: str) -> None:
    """One bad row never hides the others."""
    rows = list(GOOD_ROWS)
    kept = rows[row].rstrip("\n")
    rows[row] = kept[:at] + put + kept[at:] + "\n"
    workspace = read({**base(), RETURN: ("indicator,breakdown,value,note\n" + "".join(rows)).encode()})
    read_rows = workspace.returns.rows("idas-referred")
    assert {f"Area {number}" for number in range(6) if number != row} <= set(read_rows)


KEYS = [
    "id",
    "title",
    "unit",
    "source",
    "target",
    "bounds",
    "limit",
    "parts",
    "ratio",
    "level",
    "from",
    "tolerance",
    "tags",
]
ODD = st.sampled_from(
    [
        "true",
        "nan",
        "-1",
        "1e999",
        '""',
        '"x"',
        "[]",
        "[1, true]",
        "{}",
        "{ value = true }",
        "{ always = 3 }",
        "2024-01-01",
        '{ "2023-24" = { low = 5, high = 1 } }',
        '["idas-referred"]',
        '"5%"',
        "[[1]]",
        "{ always = { quarters = [1, 2, 3, nan] } }",
    ]
)


@settings(max_examples=250, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), ODD, min_size=1, max_size=5))
def test_any_kind_of_value_in_the_catalogue(keys: dict[str, str]) -> None:
    """A value of the wrong kind is a finding at its line, and the others are read."""
    entry = "\n[[indicator]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())
    workspace = read({**base(), "catalogue.toml": (CATALOGUE + entry).encode()})
    assert_sound(workspace)
    assert {"idas-referred", "idas-marac-repeat", "idas-grant"} <= set(workspace.catalogue.indicator)
    assert any(finding.place.file == "catalogue.toml" for finding in workspace.findings)


def test_a_folder_without_a_catalogue(tmp_path: Path) -> None:
    """It is said what to do."""
    from dap_tui.errors import WorkspaceNotFound
    from dap_tui.reading.root import find_root

    with pytest.raises(WorkspaceNotFound, match="dap init"):
        find_root(tmp_path)
    (tmp_path / "catalogue.toml").touch()
    (tmp_path / "a/b").mkdir(parents=True)
    assert find_root(tmp_path / "a/b") == tmp_path
