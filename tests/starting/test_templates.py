"""A return that is there already stays as it is, and what it lacks is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from made import period
from starting.anytown import BEFORE, CATALOGUE, anytown

from dap_tui.errors import NotKnown
from dap_tui.reading.workspace import read_workspace
from dap_tui.starting import Form, Templates, templates
from dap_tui.writing.several import write_all_new

Q4 = "2023-24-Q4"
THERE = f"returns/{Q4}/some.csv"
OTHER = """
[[source]]
id = "other"
name = "Other"

[[indicator]]
id = "heard"
title = "Heard"
source = "other"
unit = "count"
"""


def asked(root: Path, returned: str | None, *sources: str, more: str = "", form: Form = Form.CSV) -> Templates:
    """The blank returns of quarter 4, where that much of one source's is there and the catalogue has that besides."""
    files = {"returns/2023-24-Q3/some.csv": BEFORE, **({} if returned is None else {THERE: returned})}
    write_all_new(root, {name: text.encode() for name, text in {**files, "catalogue.toml": CATALOGUE + more}.items()})
    return templates(read_workspace(root), period(Q4), form, sources)


@pytest.mark.parametrize("form", Form)
def test_an_indicator_of_which_it_has_no_row_is_named_and_what_to_do(tmp_path: Path, form: Form) -> None:
    with pytest.raises(NotKnown) as said:
        asked(tmp_path, "indicator,value\nrepeat,36.4%\n", form=form)
    assert str(said.value) == (
        f"no file is written over, and what Q4 2023/24 asks for is there already: {THERE} has no row of sep-20; "
        "put a row for it below its last, the id under 'indicator'"
    )


def test_so_is_a_return_that_is_still_to_be_filled_in(tmp_path: Path) -> None:
    with pytest.raises(NotKnown) as said:
        asked(tmp_path, "indicator,value\nrepeat,\n")
    assert str(said.value) == (
        "no file is written over, and what Q4 2023/24 asks for is there already: "
        f"rows of {THERE} are still to be filled in; move one away to have it anew. "
        f"{THERE} has no row of sep-20; put a row for it below its last, the id under 'indicator'"
    )


def test_a_blank_left_beside_the_return_that_came_is_not_to_be_filled_in(tmp_path: Path) -> None:
    write_all_new(tmp_path, {f"returns/{Q4}/some v2.csv": b"indicator,value\nrepeat,36.4%\nsep-20,5\n"})
    with pytest.raises(NotKnown, match="nothing left to return for Q4 2023/24"):
        asked(tmp_path, "indicator,value\nrepeat,\nsep-20,\n")


def test_it_is_said_beside_the_blank_returns_of_other_sources(tmp_path: Path) -> None:
    made = asked(tmp_path, "indicator,value\nrepeat,36.4%\n", more=OTHER)
    assert list(made.files) == [f"returns/{Q4}/other.csv"]
    assert [(kept.file, kept.lacks) for kept in made.kept] == [(THERE, ("sep-20",))]


def test_of_many_the_first_five_are_named(tmp_path: Path) -> None:
    more = "".join(
        f'[[indicator]]\nid = "more-{number}"\ntitle = "More"\nsource = "some"\nunit = "count"\n' for number in range(6)
    )
    with pytest.raises(
        NotKnown, match=r"no row of more-0, more-1, more-2, more-3, more-4 and 1 more; put a row for each"
    ):
        asked(tmp_path, "indicator,value\nrepeat,36.4%\nsep-20,5\n", more=more)


@pytest.mark.parametrize(
    "rows",
    ["repeat,,36.4%\nsep-20,,5\n", "repeat,,36.4%\nsep-20,,five\n"],
    ids=["without last year's breakdown", "with an error in the row"],
)
def test_a_return_with_a_row_of_every_indicator_lacks_nothing(tmp_path: Path, rows: str) -> None:
    with pytest.raises(NotKnown, match=rf"nothing left to return for Q4 2023/24: see {THERE}$"):
        asked(tmp_path, f"indicator,breakdown,value\n{rows}")


def test_one_source_alone_is_asked(tmp_path: Path) -> None:
    assert list(asked(tmp_path, None, "other", more=OTHER).files) == [f"returns/{Q4}/other.csv"]


def test_a_source_that_is_none_has_its_nearest_named(tmp_path: Path) -> None:
    with pytest.raises(NotKnown, match=r"no source 'othr'; did you mean 'other'\?"):
        asked(tmp_path, None, "othr", more=OTHER)
    with pytest.raises(NotKnown, match=r"no source 'police'; there are some, other"):
        templates(read_workspace(tmp_path), period(Q4), Form.CSV, ["police"])


def test_a_source_of_which_nothing_is_expected_then_says_so(tmp_path: Path) -> None:
    later = OTHER + 'from = "2024-25-Q1"\n'
    with pytest.raises(NotKnown, match="nothing is expected of Other for Q4 2023/24; see 'from' and 'until'"):
        asked(tmp_path, None, "other", more=later)


def test_a_return_in_either_form_is_there(tmp_path: Path) -> None:
    blank = templates(anytown(tmp_path), period(Q4), Form.XLSX)
    write_all_new(tmp_path, blank.files)
    with pytest.raises(
        NotKnown,
        match=r"rows of returns/2023-24-Q4/some\.xlsx are still to be filled in; move one away to have it anew$",
    ):
        templates(read_workspace(tmp_path), period(Q4), Form.CSV)
