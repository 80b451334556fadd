"""Where a file of a period is, or is to be: the folder under `returns/` that bears the period's name."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from dap_tui.errors import WriteRefused
from dap_tui.period import Period, PeriodError, parse_period
from dap_tui.reading.folder import RETURNS
from dap_tui.reading.text import visible


def period_file(root: Path, period: Period, name: str) -> Path:
    """The file `name` of a period, as reading finds it; where it is to be made, if there is none.

    Folders may name a period in several ways (`2023_24_q3`): the first that has the file, else the first there is.
    Raises WriteRefused where that folder, or `returns/`, is a link.
    """
    returns = root / RETURNS
    folders = _folders_of(returns, period)
    having = [folder for folder in folders if os.path.lexists(folder / name)]
    folder = next(iter([*having, *folders]), returns / period.id)
    for each in (returns, folder):
        if each.is_symlink():
            raise WriteRefused(f"'{visible(str(each))}' is a link; nothing is written through it")
    return folder / name


def make_folder(path: Path) -> None:
    """Makes the folder of a period's file, and `returns/`, where they are missing; raises WriteRefused."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = visible(error.strerror or "the system refused")
        raise WriteRefused(f"the folder '{visible(str(path.parent))}' cannot be made: {reason}") from error


def why_read_only(root: Path, period: Period, name: str) -> str | None:
    """Why a period's file cannot be written, so that it is said before anyone types; None where it can be."""
    try:
        path = period_file(root, period, name)
    except WriteRefused as error:
        return str(error)
    found = path if os.path.lexists(path) else None
    if found is not None and not path.is_symlink() and not _is_writable(path):
        return f"{name} of {period.shown} is read-only"
    if found is not None and not stat.S_ISREG(path.lstat().st_mode):
        return f"{name} of {period.shown} is a link, or no file"
    folder = next(each for each in (path.parent, *path.parents) if each.exists())
    if not folder.is_dir():
        return f"'{visible(str(folder))}' is no folder"
    return None if _is_writable(folder) else f"the folder '{visible(str(folder))}' is read-only"


def _is_writable(path: Path) -> bool:
    """Whether it may be written by its mode (which binds no administrator) and by the system."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)


def _folders_of(returns: Path, period: Period) -> list[Path]:
    """The folders that bear the period's name, in the order in which they are read."""
    try:
        folders = sorted(returns.iterdir())
    except OSError:
        return []
    return [each for each in folders if _is_named_after(each.name, period) and each.is_dir()]


def _is_named_after(name: str, period: Period) -> bool:
    try:
        return parse_period(name, period.year.starts) == period
    except PeriodError:
        return False
