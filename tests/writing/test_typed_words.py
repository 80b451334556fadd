"""Words as they are being typed: one private file, gone once they are safe, told of once nobody types any more."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import datetime

import pytest

from dap_tui.writing.kept_words import kept_words
from dap_tui.writing.typed_words import TypedWords, Unsaved

NOW = datetime(2024, 2, 1, 9, 5, 7)  # noqa: DTZ001 # a person's clock


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "state" / "dap"
    monkeypatch.setattr("dap_tui.writing.kept_words.state_folder", lambda: folder)
    return folder


def refuse_new_files(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def of(root, text):
    return Unsaved(root, [("Quarter", "Q3 2023/24")], [("Where we are", text)])


def test_one_file_follows_what_is_typed_and_is_its_owners_alone(folder, tmp_path):
    typed = TypedWords()
    for text in ("One", "One worker", "One worker left."):
        typed.hold(of(tmp_path, text), NOW)
        (path,) = folder.iterdir()
        assert path.read_text(encoding="utf-8").endswith(f"\n{text}\n")
        assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_it_goes_when_there_is_nothing_to_lose_and_comes_again_when_there_is(folder, tmp_path):
    typed = TypedWords()
    typed.hold(of(tmp_path, "One"), NOW)
    typed.hold(None, NOW)
    assert list(folder.iterdir()) == []
    typed.hold(of(tmp_path, "Two"), NOW)
    assert len(list(folder.iterdir())) == 1


def test_after_the_end_nothing_is_made_again(folder, tmp_path):
    typed = TypedWords()
    typed.hold(of(tmp_path, "One"), NOW)
    typed.end()
    typed.hold(of(tmp_path, "Two"), NOW)
    assert list(folder.iterdir()) == []


def test_a_file_that_someone_took_away_is_made_anew_for_its_owner_alone(folder, tmp_path):
    typed = TypedWords()
    typed.hold(of(tmp_path, "One"), NOW)
    next(folder.iterdir()).unlink()
    typed.hold(of(tmp_path, "One more"), NOW)
    (path,) = folder.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_written_typing_goes_on(folder, tmp_path):
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    typed = TypedWords()
    typed.hold(of(tmp_path, "One"), NOW)
    assert not folder.exists()
    assert "cannot be made" in typed.refused


def test_a_full_disk_is_told_of_until_there_is_room_again(folder, tmp_path, monkeypatch):
    typed = TypedWords()
    with monkeypatch.context() as full:
        full.setattr(os, "open", refuse_new_files)
        full.setattr(os, "write", refuse_new_files)
        typed.hold(of(tmp_path, "One"), NOW)
        assert "the disk is full" in typed.refused
    typed.hold(of(tmp_path, "One"), NOW)
    assert typed.refused == ""
    assert "One" in next(folder.iterdir()).read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody can be asked whether a process runs")
def test_it_is_told_of_only_when_the_process_that_wrote_it_is_gone(folder, tmp_path):
    TypedWords().hold(of(tmp_path, "One"), NOW)
    (path,) = folder.iterdir()
    assert kept_words(tmp_path) == ()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    path = path.rename(folder / f"20240201-090507-{gone.pid}-typed.txt")
    assert kept_words(tmp_path) == (path,)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody can be asked whether a process runs")
def test_it_is_told_of_where_the_machine_was_started_again_and_another_process_has_the_number(folder, tmp_path):
    TypedWords().hold(of(tmp_path, "One"), NOW)
    (path,) = folder.iterdir()
    os.utime(path, (1, 1))
    assert kept_words(tmp_path) == (path,)
