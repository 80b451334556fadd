"""Several new files at once, all or none: nothing is written over, and nothing is left half done."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from dap_tui.errors import WriteRefused
from dap_tui.reading.text import visible
from dap_tui.writing.whole import write_new


def write_all_new(root: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Put files, named from `root` with `/`, where nothing is yet; gives their paths, in their order.

    Folders are made as they are needed. Raises WriteRefused, which names the file, where one of them is there
    already or cannot be written; what was written and made until then is taken away again.
    """
    paths = {root / name: data for name, data in files.items()}
    for path in paths:
        if os.path.lexists(path):
            raise WriteRefused(f"'{visible(str(path))}' is already there, and is not written over; move it away first")
        _refuse_links(root, path.parent)
    folders: list[Path] = []
    written: list[Path] = []
    try:
        for path, data in paths.items():
            _make(path.parent, folders)
            write_new(path, data)
            written.append(path)
    except BaseException:
        _take_back(written, folders)
        raise
    return tuple(written)


def _refuse_links(root: Path, folder: Path) -> None:
    """Raise WriteRefused where a folder on the way down from `root` is a link: it may lead anywhere."""
    for each in (folder, *folder.parents):
        if each == root or root not in each.parents:
            return
        if each.is_symlink():
            raise WriteRefused(
                f"'{visible(str(each))}' is a link, and nothing is written through it; put a folder in its place"
            )


def _make(folder: Path, made: list[Path]) -> None:
    """A folder and those above it, where they are not there; `made` has those that were not, outermost first."""
    missing = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        try:
            each.mkdir()
        except FileExistsError:
            continue
        except OSError as error:
            reason = visible(error.strerror or "the system refused")
            raise WriteRefused(
                f"the folder '{visible(str(each))}' cannot be made: {reason}; choose another place"
            ) from error
        made.append(each)


def _take_back(written: list[Path], folders: list[Path]) -> None:
    for path in written:
        with suppress(OSError):
            path.unlink()
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()
