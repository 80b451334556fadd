"""Words that were typed and could be neither saved nor given back, as a file each in the person's own state folder.

The terminal went away from under them. The folder is the system's own for such things (`XDG_STATE_HOME`, else
`~/.local/state/dap`, on Linux); what is in it is for its owner alone. A file is told of at each start in its
workspace until that is put by, and stays even then.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from dap_tui.errors import WriteRefused
from dap_tui.reading.text import visible

_WORKSPACE: Final = "Workspace: "
_TOLD: Final = ".told"
_HEAD_LINES: Final = 5
"""The workspace is named within the first lines, before anything that was typed."""


def keep_words(root: Path, about: Sequence[tuple[str, str]], words: Sequence[tuple[str, str]], now: datetime) -> Path:
    """Keep `words`, each under its heading, with the workspace and what else they are `about`; gives the file.

    Raises WriteRefused where nothing can be written.
    """
    from dap_tui.writing.whole import write_new

    folder = state_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise WriteRefused(f"'{visible(str(folder))}' cannot be made: {error.strerror}") from error
    path = folder / f"{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    lines = [f"Words that were not saved when dap was ended, on {now.day} {now:%B %Y at %H:%M}.", "", _named(root)]
    lines += [f"{name}: {visible(value)}" for name, value in about]
    for heading, text in words:
        lines += ["", f"{heading}:", "", visible(text.strip("\n"), prose=True)]
    write_new(path, "\n".join([*lines, ""]).encode("utf-8", "backslashreplace"), mode=0o600)
    return path


def kept_words(root: Path) -> tuple[Path, ...]:
    """The files with words of the workspace at `root` that were not put by yet, the latest last."""
    try:
        found = sorted(state_folder().glob("*.txt"))
    except OSError:
        return ()
    return tuple(each for each in found if not _told(each).exists() and _is_of(each, root))


def put_by(files: Iterable[Path]) -> None:
    """Tell of these no more; they stay where they are."""
    for each in files:
        with suppress(OSError):  # they are told of again
            _told(each).touch(mode=0o600)


def state_folder() -> Path:
    """The person's own folder for what a program leaves behind."""
    from platformdirs import user_state_path

    return user_state_path("dap", appauthor=False)


def _told(path: Path) -> Path:
    return path.with_suffix(_TOLD)


def _named(root: Path) -> str:
    return f"{_WORKSPACE}{visible(str(root.resolve()))}"


def _is_of(path: Path, root: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return any(file.readline().rstrip("\n") == _named(root) for _ in range(_HEAD_LINES))
    except OSError:
        return False
