"""Files that change while they are looked at."""

from __future__ import annotations

from datetime import date

import pytest

from dap_tui.tui import app, opening
from dap_tui.tui.loading import checked, fingerprint, read, read_again

RETURN = "returns/2023-24-Q3/refuge.csv"


@pytest.fixture
def edit(sample):
    """Edit a file as a person does, and read again as the program does."""

    def edited(file, old, new):
        path = sample.root / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        sample.session.take(read_again(sample.session.reading, sample.session.as_of))
        return sample.screen

    return edited


def test_what_changed_is_marked_until_the_next_key_and_the_row_stays_chosen(sample, edit):
    sample.press("down")
    edit(RETURN, "referred,,92,", "referred,,97,")
    row = sample.line("No. of people referred")
    assert row.startswith("▌")
    at = next(index for index, line in enumerate(sample.screen.splitlines()) if line == row)
    marked = {cell for cell, ink in zip(sample.canvas.cells[at], sample.canvas.inks[at], strict=True) if ink.underline}
    assert marked == {"9", "7"}
    sample.press("up", "down")
    assert not any(ink.underline for ink in sample.canvas.inks[at])


def test_a_figure_that_can_no_longer_be_read_stays_and_is_marked(sample, edit):
    screen = edit(RETURN, "referred,,92,", "referred,,9 2x,")
    assert " 92~" in sample.line("No. of people referred")
    assert "~ last good figure" in screen
    assert "× error" in sample.press("6")
    edit(RETURN, "referred,,9 2x,", "referred,,93,")
    assert " 93 " in sample.press("2").splitlines()[12] + sample.line("No. of people referred")
    assert "~" not in sample.screen


def test_a_file_that_is_deleted_is_gone_and_one_that_comes_back_is_read(sample, edit):
    path = sample.root / RETURN
    text = path.read_text(encoding="utf-8")
    path.unlink()
    sample.session.take(read_again(sample.session.reading, sample.session.as_of))
    assert "·" in sample.line("No. of people referred")
    path.write_text(text, encoding="utf-8")
    sample.session.take(read_again(sample.session.reading, sample.session.as_of))
    assert " 92 " in sample.line("No. of people referred")


def test_a_catalogue_that_cannot_be_read_takes_nothing_down(sample, edit):
    screen = edit("catalogue.toml", "[partnership]", "[partnership")
    assert "! The last good figures stay: catalogue.toml:1:" in screen
    assert " 92 " in sample.line("No. of people referred")
    assert "The last good figures" not in edit("catalogue.toml", "[partnership", "[partnership]")


def test_a_new_quarter_can_be_turned_to(sample):
    assert "Nothing later" in sample.press("]")
    folder = sample.root / "returns/2023-24-Q4"
    folder.mkdir()
    (folder / "refuge.csv").write_text("indicator,value\nreferred,94\n", encoding="utf-8")
    sample.session.take(read_again(sample.session.reading, sample.session.as_of))
    assert "‹ Q4 2023/24 ›" in sample.press("]")
    assert " 94 " in sample.line("No. of people referred")


def test_what_is_sought_and_the_open_indicator_stay(sample, edit):
    sample.press("/", *"refer", "enter")
    assert "No. of breaches" not in edit(RETURN, "referred,,92,", "referred,,97,")
    sample.press("enter")
    edit(RETURN, "referred,,97,", "referred,,98,")
    assert sample.session.opened == "referred"


def test_any_change_of_a_file_changes_the_fingerprint(sample):
    before = fingerprint(sample.root)
    assert fingerprint(sample.root) == before
    (sample.root / RETURN).write_text("indicator,value\n", encoding="utf-8")
    changed = fingerprint(sample.root)
    assert changed != before
    (sample.root / "returns/2023-24-Q3/court.csv").rename(sample.root / "returns/2023-24-Q3/courts.csv")
    assert fingerprint(sample.root) != changed


def test_reading_gives_its_own_findings_first_and_all_of_them_later(sample):
    reading = read(sample.root)
    assert not reading.is_checked
    assert [each.code for each in checked(reading, sample.session.as_of).findings] == ["DUE201"]


@pytest.fixture
def returned(sample_folder):
    """Write a figure of the referred into its file."""

    def write(figure):
        path = sample_folder / RETURN
        text = path.read_text(encoding="utf-8")
        old = next(line for line in text.splitlines() if line.startswith("referred,,"))
        path.write_text(text.replace(old, f"referred,,{figure},"), encoding="utf-8")

    return write


async def shown_in_the_end(folder, figure):
    """Whether the program, opened on a folder, comes to show a figure without a key."""
    opened = opening.open_app(folder, None, date(2024, 2, 1), {}, read_only=True)
    async with opened.run_test(size=(120, 40)) as pilot:
        for _ in range(200):
            if f" {figure} " in next(line for line in opened.page_text.splitlines() if "people referred" in line):
                return True
            await pilot.pause(0.02)
    return False


def and_then(work, change):
    """The work, and right after it, once, a change of the files."""
    changes = [change]

    def worked(*given):
        result = work(*given)
        if changes:
            changes.pop()()
        return result

    return worked


async def test_what_changes_between_the_first_reading_and_the_first_look_is_read(sample_folder, returned, monkeypatch):
    monkeypatch.setattr(app, "_LOOK_EVERY", 0.02)
    monkeypatch.setattr(opening, "read", and_then(read, lambda: returned(97)))
    assert await shown_in_the_end(sample_folder, 97)


async def test_what_changes_while_files_are_read_again_is_read_after_that(sample_folder, returned, monkeypatch):
    monkeypatch.setattr(app, "_LOOK_EVERY", 0.02)
    monkeypatch.setattr(opening, "read", and_then(read, lambda: returned(97)))
    monkeypatch.setattr(app, "read_again", and_then(read_again, lambda: returned(98)))
    assert await shown_in_the_end(sample_folder, 98)
