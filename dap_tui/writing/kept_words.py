"""Words that were typed and could be neither saved nor given back, as a file each in the person's own state folder.

The terminal went away from under them, or the program was ended while they were typed. The folder is the system's
own for such things (`XDG_STATE_HOME`, else `~/.local/state/dap`, on Linux); what is in it is for its owner alone. A
file is told of at each start in its workspace until that is put by, and stays even then.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from dap_tui.errors import WriteRefused
from dap_tui.reading.text import visible

_WORKSPACE: Final = "Workspace: "
_TOLD: Final = ".told"
_TYPED: Final = "-typed"
_HEAD_LINES: Final = 5
"""The workspace is named within the first lines, before anything that was typed."""


def keep_words(root: Path, about: Sequence[tuple[str, str]], words: Sequence[tuple[str, str]], now: datetime) -> Path:
    """Keep `words`, each under its heading, with the workspace and what else they are `about`; gives the file.

    Raises WriteRefused where nothing can be written.
    """
    from dap_tui.writing.whole import write_new

    path = made_folder() / f"{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    write_new(path, content_of(root, about, words, now), mode=0o600)
    return path


def content_of(
    root: Path, about: Sequence[tuple[str, str]], words: Sequence[tuple[str, str]], now: datetime
) -> bytes:  # fmt: skip
    """What such a file says."""
    lines = [f"Words that were not saved when dap was ended, on {now.day} {now:%B %Y at %H:%M}.", "", _named(root)]
    lines += [f"{name}: {visible(value)}" for name, value in about]
    for heading, text in words:
        lines += ["", f"{heading}:", "", visible(text.strip("\n"), prose=True)]
    return "\n".join([*lines, ""]).encode("utf-8", "backslashreplace")


def made_folder() -> Path:
    """The folder, which is made where there is none; raises WriteRefused where it cannot be."""
    folder = state_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise WriteRefused(f"'{visible(str(folder))}' cannot be made: {error.strerror}") from error
    return folder


def typed_name(now: datetime) -> str:
    """The name of a file with what this process is being typed into: nobody is told of it while that runs."""
    return f"{now:%Y%m%d-%H%M%S}-{os.getpid()}{_TYPED}.txt"


def kept_words(root: Path) -> tuple[Path, ...]:
    """The files with words of the workspace at `root` that were not put by yet, the latest last."""
    return tuple(each for each in files_of(root) if not is_told(each))


def files_of(root: Path) -> Iterator[Path]:
    """The files with words of the workspace at `root`, the latest last, without what is being typed just now."""
    try:
        found = sorted(state_folder().glob("*.txt"))
    except OSError:
        return
    yield from (each for each in found if not _is_being_typed(each) and _is_of(each, root))


def is_told(path: Path) -> bool:
    """Whether a file was put by."""
    return _told(path).exists()


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


def _is_being_typed(path: Path) -> bool:
    """Whether the process that writes the file anew as it is typed into still runs, as far as the system tells."""
    stem, _, process = path.stem.removesuffix(_TYPED).rpartition("-")
    if stem == "" or not path.stem.endswith(_TYPED) or not process.isdecimal() or os.name != "posix":
        return False
    try:
        os.kill(int(process), 0)
        started = time.time() - time.monotonic()
        return path.stat().st_mtime >= started  # else the machine was started again since, and it is another's number
    except (OSError, OverflowError):  # it is gone, or the number is another person's process by now
        return False


def _named(root: Path) -> str:
    return f"{_WORKSPACE}{visible(str(root.resolve()))}"


def _is_of(path: Path, root: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return any(file.readline().rstrip("\n") == _named(root) for _ in range(_HEAD_LINES))
    except OSError:
        return False
