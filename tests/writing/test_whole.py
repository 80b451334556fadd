"""A file is written whole or not at all, and never through a link."""

import errno
import os
from pathlib import Path

import pytest

from dap_tui.errors import ChangedMeanwhile, WriteRefused
from dap_tui.writing.whole import write_new, write_over, write_whole


def test_writes_a_new_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.md", b"# Report\n")
    assert (tmp_path / "report.md").read_bytes() == b"# Report\n"
    assert [each.name for each in tmp_path.iterdir()] == ["report.md"]


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "report.md", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "report.md").stat().st_mode & 0o777 == 0o640


def test_keeps_the_mode_of_the_file_it_replaces(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("old")
    report.chmod(0o600)
    write_whole(report, b"new")
    assert (report.read_bytes(), report.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteRefused, match="there is no folder"):
        write_whole(tmp_path / "reports" / "q3.md", b"")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("")
    with pytest.raises(WriteRefused, match="cannot be written"):
        write_whole(tmp_path / "reports" / "q3.md", b"")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteRefused, match="is a folder"):
        write_whole(tmp_path, b"")


@pytest.mark.parametrize("target_exists", [True, False])
def test_a_link_is_refused_and_its_target_untouched(tmp_path: Path, target_exists: bool) -> None:
    target, link = tmp_path / "elsewhere.md", tmp_path / "report.md"
    if target_exists:
        target.write_text("theirs")
    link.symlink_to(target)
    for write in (write_whole, write_new):
        with pytest.raises(WriteRefused):
            write(link, b"ours")
    assert link.is_symlink()
    assert target.exists() == target_exists
    assert not target_exists or target.read_text() == "theirs"


def test_a_pipe_is_refused_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteRefused, match="no plain file"):
        write_whole(tmp_path / "pipe", b"")


def test_a_read_only_file_is_refused(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("final")
    report.chmod(0o444)
    with pytest.raises(WriteRefused, match="is read-only"):
        write_whole(report, b"")
    assert report.read_text() == "final"


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only disk"), (errno.EACCES, "is read-only")],
)
def test_when_the_system_fails_the_old_file_stays_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    report = tmp_path / "report.md"
    report.write_text("old")

    def fails(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(WriteRefused, match=words):
        write_whole(report, b"new")
    assert report.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["report.md"]


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text("theirs")
    with pytest.raises(WriteRefused, match="already there"):
        write_new(tmp_path / "catalogue.toml", b"ours")
    assert (tmp_path / "catalogue.toml").read_text() == "theirs"


def test_a_file_changed_since_it_was_read_is_not_written_over(tmp_path: Path) -> None:
    narrative = tmp_path / "narrative.toml"
    narrative.write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile, match="changed by someone else") as refused:
        write_over(narrative, b"ours", read=b"as it was")
    assert (refused.value.mine, refused.value.theirs) == (b"ours", b"theirs")
    assert narrative.read_bytes() == b"theirs"
    write_over(narrative, b"ours", read=b"theirs")
    assert narrative.read_bytes() == b"ours"


def test_a_file_that_has_gone_since_it_was_read_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ChangedMeanwhile, match="has gone") as refused:
        write_over(tmp_path / "narrative.toml", b"ours", read=b"theirs")
    assert refused.value.theirs is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_changed_while_ours_is_written_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrative = tmp_path / "narrative.toml"
    narrative.write_bytes(b"as it was")
    monkeypatch.setattr(os, "fsync", lambda _: narrative.write_bytes(b"theirs"))
    with pytest.raises(ChangedMeanwhile):
        write_over(narrative, b"ours", read=b"as it was")
    assert narrative.read_bytes() == b"theirs"
    assert [each.name for each in tmp_path.iterdir()] == ["narrative.toml"]


def test_a_name_with_control_characters_is_named_without_them(tmp_path: Path) -> None:
    with pytest.raises(WriteRefused) as refused:
        write_whole(tmp_path / "no\x1b[31m" / "q3.md", b"")
    assert "\x1b" not in str(refused.value)
