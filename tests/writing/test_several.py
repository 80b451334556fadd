"""Several new files are written all or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dap_tui.errors import WriteRefused
from dap_tui.writing import several
from dap_tui.writing.several import write_all_new
from dap_tui.writing.whole import write_new

FILES = {"returns/2023-24-Q4/idas.csv": b"one", "returns/2023-24-Q4/syp.csv": b"two", "catalogue.toml": b"three"}


def everything(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    paths = write_all_new(tmp_path / "new", FILES)
    assert [path.read_bytes() for path in paths] == [b"one", b"two", b"three"]
    assert everything(tmp_path / "new") == [
        "catalogue.toml",
        "returns",
        "returns/2023-24-Q4",
        "returns/2023-24-Q4/idas.csv",
        "returns/2023-24-Q4/syp.csv",
    ]


def test_where_one_is_there_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text("theirs")
    with pytest.raises(WriteRefused, match=r"catalogue\.toml' is already there"):
        write_all_new(tmp_path, FILES)
    assert everything(tmp_path) == ["catalogue.toml"]
    assert (tmp_path / "catalogue.toml").read_text() == "theirs"


def test_a_link_that_leads_nowhere_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(WriteRefused, match="already there"):
        write_all_new(tmp_path, FILES)
    assert everything(tmp_path) == ["catalogue.toml"]


def test_one_that_comes_there_meanwhile_stays_and_the_others_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(path: Path, data: bytes) -> None:
        if path.name == "catalogue.toml":
            path.write_text("theirs")
        write_new(path, data)

    monkeypatch.setattr(several, "write_new", slowly)
    with pytest.raises(WriteRefused, match="already there"):
        write_all_new(tmp_path, FILES)
    assert everything(tmp_path) == ["catalogue.toml"]
    assert (tmp_path / "catalogue.toml").read_text() == "theirs"


def test_a_folder_that_others_use_is_not_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def into_the_folder(path: Path, data: bytes) -> None:
        if path.name == "syp.csv":
            (path.parent / "theirs.csv").write_text("theirs")
            raise KeyboardInterrupt
        write_new(path, data)

    monkeypatch.setattr(several, "write_new", into_the_folder)
    with pytest.raises(KeyboardInterrupt):
        write_all_new(tmp_path, FILES)
    assert everything(tmp_path) == ["returns", "returns/2023-24-Q4", "returns/2023-24-Q4/theirs.csv"]


def test_a_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "returns").write_text("")
    with pytest.raises(WriteRefused, match="returns"):
        write_all_new(tmp_path, FILES)
    assert everything(tmp_path) == ["returns"]
