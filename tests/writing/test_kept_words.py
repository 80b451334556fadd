"""Words that were kept in a person's own folder, as the terminal they were typed in went away."""

from __future__ import annotations

from datetime import datetime

import pytest

from dap_tui.errors import WriteRefused
from dap_tui.writing.kept_words import keep_words, kept_words, put_by

NOW = datetime(2024, 2, 1, 9, 5, 7)  # noqa: DTZ001 # a person's clock
ABOUT = [("Quarter", "Q3 2023/24"), ("On", "No. of people referred")]
WORDS = [("Where we are", "One worker left.\n\nAnother came."), ("What we are doing", "\x1b[31mEvenings")]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "state" / "dap"
    monkeypatch.setattr("dap_tui.writing.kept_words.state_folder", lambda: folder)
    return folder


def test_the_file_says_what_the_words_are_on_and_all_of_them(folder, tmp_path):
    path = keep_words(tmp_path, ABOUT, WORDS, NOW)
    assert path.parent == folder
    assert path.name.startswith("20240201-090507-")
    assert (
        path.read_text(encoding="utf-8")
        == f"""\
Words that were not saved when dap was ended, on 1 February 2024 at 09:05.

Workspace: {tmp_path}
Quarter: Q3 2023/24
On: No. of people referred

Where we are:

One worker left.

Another came.

What we are doing:

\\x1b[31mEvenings
"""
    )


def test_nobody_else_can_read_it(folder, tmp_path):
    path = keep_words(tmp_path, ABOUT, WORDS, NOW)
    assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_it_is_told_of_in_its_own_workspace_until_it_is_put_by(folder, tmp_path):
    path = keep_words(tmp_path, ABOUT, WORDS, NOW)
    assert kept_words(tmp_path) == (path,)
    assert kept_words(tmp_path / "other") == ()
    put_by([path])
    assert kept_words(tmp_path) == ()
    assert path.exists()


def test_a_workspace_that_is_named_in_the_words_is_not_theirs(folder, tmp_path):
    other = tmp_path / "other"
    keep_words(tmp_path, ABOUT, [("Words", f"Workspace: {other.resolve()}")], NOW)
    assert kept_words(other) == ()


def test_where_there_is_no_folder_nothing_is_told(folder, tmp_path):
    assert kept_words(tmp_path) == ()


def test_a_folder_that_cannot_be_made_is_said(folder, tmp_path):
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    with pytest.raises(WriteRefused, match="cannot be made"):
        keep_words(tmp_path, ABOUT, WORDS, NOW)
