"""Words that were kept as a terminal went away: what the next sitting says of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from dap_tui.writing.kept_words import keep_words, kept_words

NOW = datetime(2024, 2, 1, 9, 5, 7)  # noqa: DTZ001 # a person's clock


@pytest.fixture
def kept(sample):
    path = keep_words(sample.root, [("Quarter", "Q3 2023/24")], [("Words for the board", "Lost.")], NOW)
    sample.deeds.seek_kept()
    return path


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (60, 24)])
def test_where_they_are_is_said_whole_above_the_keys(sample, kept, monkeypatch, width, height):
    monkeypatch.setattr(Path, "home", lambda: kept.parents[2])
    sample.width, sample.height = width, height
    said = sample.line("esc dismiss")
    below = sample.screen.splitlines()
    at = below.index(said)
    whole = "".join(line.replace("▌", "").replace("esc dismiss", "").strip() for line in below[at : at + 3])
    assert "nsaved words:" in whole or "Words that were not saved stand in their form again:" in whole
    assert f"~/{kept.relative_to(Path.home()).as_posix()}" in whole
    assert "quit" in below[-1]


@pytest.mark.parametrize(("width", "height"), [(60, 15), (80, 16), (40, 12)])
def test_on_a_screen_of_few_lines_one_is_all_it_takes(sample, kept, width, height):
    sample.width, sample.height = width, height
    lines = [line for line in sample.screen.splitlines() if line.startswith("▌") and "rea" not in line.split()]
    (said,) = (line for line in lines if "esc dismiss" in line)
    assert "Unsaved words" in said
    assert lines.index(said) == len(lines) - 1


def test_a_step_back_puts_them_by_and_goes_nowhere(sample, kept):
    sample.press("down", "enter")
    assert sample.session.opened
    assert "esc dismiss" not in sample.press("escape")
    assert sample.session.opened
    assert kept_words(sample.root) == ()
    sample.press("escape")
    assert not sample.session.opened


def test_a_click_puts_them_by(sample, kept):
    row = sample.screen.splitlines().index(sample.line("esc dismiss"))
    sample.canvas.hit_at(10, row).action()
    assert "esc dismiss" not in sample.screen


def test_of_several_it_is_said_how_many_there_are_and_where(sample, kept):
    other = keep_words(sample.root, [], [("Words for the board", "More.")], NOW.replace(hour=10))
    sample.deeds.seek_kept()
    sample.width = 200
    assert f"2 files in {other.parent}" in sample.line("esc dismiss")


def test_while_one_writes_nothing_is_said_of_them(sample, kept):
    assert "esc dismiss" not in sample.press("5", "x")
    assert "esc dismiss" in sample.press("escape")


def test_what_is_kept_names_what_is_written_on_and_only_what_was_changed(sample):
    sample.press("2", "enter", "w")
    sample.deeds.writing.form.fields[0].text = "New words."
    said = sample.deeds.keep_words().read_text(encoding="utf-8")
    assert "On: % of people offered a first appointment within 10 days\n" in said
    assert "Meant for: returns/2023-24-Q3/narrative.toml\n" in said
    assert said.count("\n\n") == 3
    assert said.endswith("New words.\n")
    assert "evening appointments" not in said


def test_nothing_is_kept_of_a_form_that_nobody_wrote_in(sample, state):
    sample.press("2", "enter", "w")
    assert sample.deeds.keep_words() is None
    assert not (state / "dap").exists()
