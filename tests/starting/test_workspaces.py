"""A new workspace has nothing wrong with it and says what each of its lines is for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dap_tui.check import check
from dap_tui.errors import NotKnown
from dap_tui.finding import Level
from dap_tui.period import last_quarter_over
from dap_tui.reading.workspace import read_workspace
from dap_tui.starting import example_workspace, new_workspace
from dap_tui.writing.several import write_all_new

TODAY = date(2026, 11, 22)


def test_a_new_workspace_passes_the_check_with_its_returns_still_to_come(tmp_path: Path) -> None:
    write_all_new(tmp_path, new_workspace(TODAY))
    found = read_workspace(tmp_path)
    assert [(finding.code, finding.level, finding.place.file) for finding in found.findings] == [
        ("RET213", Level.WARNING, "returns/2026-27-Q2/police.csv"),
        ("RET213", Level.WARNING, "returns/2026-27-Q2/support.csv"),
    ]
    assert not [finding for finding in check(found, TODAY, None) if finding.level is Level.ERROR]


def test_its_catalogue_is_of_the_quarter_that_was_over_last() -> None:
    text = new_workspace(TODAY)["catalogue.toml"].decode()
    assert "# so 2026-27-Q2 is July to September 2026" in text
    assert '"2026-27" = { value = 250 } # one line a year; "2027-28" = …' in text
    assert "2023" not in text
    assert "2024" not in text


@pytest.mark.parametrize("today", [date(2023, 4, 1), date(2023, 12, 31), date(2024, 1, 1), date(2027, 6, 30)])
def test_a_workspace_begun_on_any_day_has_nothing_wrong(tmp_path: Path, today: date) -> None:
    write_all_new(tmp_path, new_workspace(today))
    assert {finding.code for finding in check(read_workspace(tmp_path), today, None)} <= {"RET213", "DUE101"}


@pytest.mark.parametrize(
    ("today", "quarter"),
    [
        (date(2024, 3, 31), "2023-24-Q3"),
        (date(2024, 4, 1), "2023-24-Q4"),
        (date(2024, 1, 1), "2023-24-Q3"),
        (date(2023, 12, 31), "2023-24-Q2"),
        (date(2023, 7, 1), "2023-24-Q1"),
    ],
)
def test_the_first_returns_are_of_the_quarter_that_is_over(today: date, quarter: str) -> None:
    assert last_quarter_over(today).id == quarter


def test_the_catalogue_is_written_last_since_it_makes_the_folder_a_workspace() -> None:
    assert list(new_workspace(TODAY))[-1] == "catalogue.toml"


def test_its_lines_are_short_enough_to_read() -> None:
    assert all(len(line) <= 120 for line in new_workspace(TODAY)["catalogue.toml"].decode().splitlines())


@pytest.mark.parametrize("name", ["barnsley", "cambridgeshire", "rotherham"])
def test_a_shipped_workspace_is_written_whole(tmp_path: Path, name: str) -> None:
    files = example_workspace(name)
    assert {file.split("/")[0] for file in files} == {"catalogue.toml", "returns"}
    write_all_new(tmp_path, files)
    found = read_workspace(tmp_path)
    assert found.returns.periods
    assert not [finding for finding in found.findings if finding.level is Level.ERROR]


def test_an_example_that_does_not_ship_is_not_known() -> None:
    with pytest.raises(NotKnown, match="there are barnsley, cambridgeshire, rotherham"):
        example_workspace("anytown")
