"""Exporting from the screens: as it may be published, into a file whose name is seen, never over one unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

import dap_tui
from dap_tui.tui.app import DapApp
from dap_tui.tui.theme import Theme


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where the program was started."""
    there = tmp_path / "reports"
    there.mkdir()
    monkeypatch.chdir(there)
    return there


def test_the_quarter_is_written_as_markdown_under_a_name_that_is_shown(sample, folder):
    screen = sample.press("e")
    assert "2023-24-Q3.md" in screen
    assert str(folder) in "".join(screen.split("\n"))
    assert "4 undecided; the report says so." in screen
    assert "Wrote" in sample.press("enter")
    assert (folder / "2023-24-Q3.md").read_text(encoding="utf-8").startswith("# Sampleshire")
    assert sample.session.overlay is None


@pytest.mark.parametrize(
    ("tabs", "name", "begins"),
    [(0, "2023-24-Q3.md", "# Sampleshire"), (1, "2023-24-Q3.html", "<!doctype html>"), (2, "2023-24-Q3.json", "{"),
     (3, "2023-24-Q3.csv", "period,"), (4, "2023-24-Q3.md", "# Sampleshire")],
)  # fmt: skip
def test_tab_goes_through_the_formats(sample, folder, tabs, name, begins):
    assert name in sample.press("e", *["tab"] * tabs)
    sample.press("enter")
    text = (folder / name).read_text(encoding="utf-8-sig")
    assert text.startswith(begins)


def test_what_it_is_grouped_by_is_chosen_among_what_the_catalogue_has(sample, folder):
    screen = sample.press("e", "ctrl+g")
    assert "( ) source  (•) priority  ( ) tag  ( ) level" in screen
    assert "2023-24-Q3-by-priority.md" in screen
    assert "Wrote" in sample.press("enter")
    text = (folder / "2023-24-Q3-by-priority.md").read_text(encoding="utf-8")
    assert "The right support" in text.split("##")[2]


def test_where_there_is_nothing_else_to_group_by_nothing_is_asked(sample_folder, desk_at, folder):
    rotherham = desk_at(Path(dap_tui.__file__).parent / "examples" / "rotherham")
    screen = rotherham.press("e", "ctrl+g")
    assert "( )" in screen
    assert "( ) priority" not in screen
    assert "2013-14.md" in screen


def test_json_and_csv_have_all_of_it_and_say_so(sample, folder):
    screen = sample.press("e", "ctrl+t", "ctrl+g", "tab", "tab")
    assert "Every field of every indicator." in screen
    assert "what goes to the board" not in screen
    assert "2023-24-Q3.json" in screen
    assert "2023-24-Q3-board-by-priority.md" in sample.press("tab", "tab")


def test_the_end_of_the_name_says_the_format_too(sample, folder):
    assert "(•) JSON" in sample.press("e", "ctrl+u", *"figures.json")
    sample.press("enter")
    assert (folder / "figures.json").read_text(encoding="utf-8").startswith("{")


def test_last_years_figures_go_with_it_as_on_the_screen(sample, folder):
    assert "in brackets, as on the screen" in sample.press("y", "e")
    sample.press("enter")
    assert "(78%)" in (folder / "2023-24-Q3.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["catalogue.toml.md", "returns/2023-24-Q3/report.md"])
def test_it_goes_nowhere_that_the_workspace_keeps_its_own_files(sample, folder, monkeypatch, name):
    monkeypatch.chdir(sample.root)
    sample.press("e", "ctrl+u", *name, "enter")
    assert (sample.root / name).exists() == (name == "catalogue.toml.md")
    assert ("where the workspace keeps its own files" in " ".join(sample.screen.split())) == ("returns" in name)


def test_the_workspaces_own_files_are_refused_before_anything_is_asked(sample, folder):
    own = sample.root / "returns" / "2023-24-Q3" / "notes.md"
    own.write_text("Ours.", encoding="utf-8")
    screen = " ".join(sample.press("e", "ctrl+u", *str(own), "enter").split())
    assert "where the workspace keeps its own files" in screen
    assert "Enter again" not in screen
    assert own.read_text(encoding="utf-8") == "Ours."


def test_figures_that_cannot_be_read_now_are_not_exported_as_if_they_were(sample, folder):
    sample.session.take(sample.session.reading._replace(trouble="catalogue.toml:3:7 is not TOML."))
    screen = " ".join(sample.press("e", "enter").split())
    assert "Not written: the files cannot be read now; mend this first: catalogue.toml:3:7 is not TOML." in screen
    assert "Not written" in " ".join(sample.press("enter").split())
    assert list(folder.iterdir()) == []
    assert "clipboard; but these are the last good figures" in sample.press("escape", "C")


def test_what_changes_nothing_is_not_offered_and_says_so(sample, folder):
    foot = sample.press("e").splitlines()[-1]
    assert "report or board" in foot
    assert "grouping" in foot
    foot = sample.press("tab", "tab").splitlines()[-1]
    assert "report or board" not in foot
    assert "grouping" not in foot
    assert "JSON has all of it" in sample.press("ctrl+t")
    assert "JSON has all of it" not in sample.press("tab")
    assert "CSV has all of it" in sample.press("ctrl+g")


def test_a_catalogue_with_one_grouping_offers_no_other(desk_at, folder):
    rotherham = desk_at(Path(dap_tui.__file__).parent / "examples" / "rotherham")
    assert "grouping" not in rotherham.press("e").splitlines()[-1]
    assert "nothing else to group by" in rotherham.press("ctrl+g")


def test_shift_and_tab_go_to_the_format_before(sample, folder):
    assert "2023-24-Q3.csv" in sample.press("e", "shift+tab")
    assert "2023-24-Q3.json" in sample.press("shift+tab")


@pytest.mark.parametrize(("typed", "where"), [("", ""), ("a.md", ""), ("some/", "/some"), ("some/a.md", "/some")])
def test_the_folder_that_is_shown_is_the_one_that_it_goes_to(sample, folder, typed, where):
    sample.width = 200
    lines = sample.press("e", "ctrl+u", *typed).splitlines()
    shown = "".join(
        each.strip() for each in lines[lines.index(next(each for each in lines if each.startswith("  In "))) :]
    )
    assert shown.startswith(f"In {folder}{where}As it may")


@pytest.mark.parametrize("ending", ["md", "html"])
def test_what_goes_to_the_board_is_written_under_a_name_of_its_own(sample, folder, ending):
    screen = sample.press("e", "ctrl+t", *(["tab"] if ending == "html" else []))
    assert "(•) what goes to the board" in screen
    assert f"2023-24-Q3-board.{ending}" in screen
    sample.press("enter")
    text = (folder / f"2023-24-Q3-board.{ending}").read_text(encoding="utf-8")
    assert "Two trials were put off." in text
    assert "The court sat twice as often this quarter." in " ".join(text.split())
    assert "2023-24-Q3.md" in sample.press("e", *(["tab"] * 3 if ending == "html" else []), "ctrl+t")


def test_a_name_that_was_changed_stays_whatever_is_exported(sample, folder):
    assert "draft.md" in sample.press("e", "ctrl+u", *"draft.md", "ctrl+t")


def test_the_name_can_be_changed(sample, folder):
    sample.press("e", "ctrl+u", *"board q3.md", "enter")
    assert [each.name for each in folder.iterdir()] == ["board q3.md"]


def test_nothing_is_written_over_without_asking(sample, folder):
    there = folder / "2023-24-Q3.md"
    there.write_text("Theirs.", encoding="utf-8")
    assert "is there already. Enter again writes over it" in sample.press("e", "enter")
    assert there.read_text(encoding="utf-8") == "Theirs."
    assert "is there already" not in sample.press("backspace", "d")
    sample.press("enter")
    assert there.read_text(encoding="utf-8") == "Theirs."
    sample.press("enter")
    assert there.read_text(encoding="utf-8").startswith("# Sampleshire")


@pytest.mark.parametrize("name", ["report.docx", "", ".md", "report"])
def test_a_name_that_says_no_format_is_refused(sample, folder, name):
    assert "ends in .md, .html, .json or .csv" in sample.press("e", "ctrl+u", *name, "enter")
    assert list(folder.iterdir()) == []


def test_what_cannot_be_written_says_why_and_can_be_left(sample, folder):
    assert "Not written:" in sample.press("e", "ctrl+u", *"no/such/folder.md", "enter")
    sample.press("escape")
    assert sample.session.overlay is None
    assert list(folder.iterdir()) == []


def test_small_numbers_are_hidden_in_what_is_written(sample_folder, desk_at, folder):
    catalogue = sample_folder / "catalogue.toml"
    catalogue.write_text(f"{catalogue.read_text(encoding='utf-8')}[defaults]\nsuppress_below = 50\n", encoding="utf-8")
    desk = desk_at(sample_folder)
    assert "Small numbers, and what would give them away, are hidden." in desk.press("e")
    assert "Wrote " in desk.press("enter")
    text = (folder / "2023-24-Q3.md").read_text(encoding="utf-8")
    assert "[c]" in text.replace("\\", "")
    assert "Not for publication" not in text


async def test_the_report_is_written_on_the_side(sample, folder):
    app = DapApp(sample.session, Theme("dark"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "enter")
        while app.session.overlay:
            await pilot.pause(0.02)
        assert "Wrote" in app.page_text
    assert (folder / "2023-24-Q3.md").is_file()
