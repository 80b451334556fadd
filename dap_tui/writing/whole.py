"""A file written whole: to a temporary file beside it, which then takes its place in one step.

Whoever reads the file at any moment, or after a crash at any moment, finds either what was there or what
was to be written. What cannot be written is refused with a sentence that says why, and nothing is left behind.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dap_tui.errors import ChangedMeanwhile, WriteRefused
from dap_tui.reading.text import visible


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, in place of the file that is there, whose mode is kept.

    Raises WriteRefused where the folder is missing, where the path is a link, a folder or no plain file,
    where file or folder is read-only, and where the system fails to write (a full disk).
    """
    _swapped_in(path, data, _mode_kept(path))


def write_new(path: Path, data: bytes, mode: int | None = None) -> None:
    """Put `data` at `path`, where nothing may be yet; raises WriteRefused where something is, a link included.

    With `mode` the file has that from its first moment, whatever is usual.
    """
    if os.path.lexists(path):
        raise WriteRefused(f"{_named(path)} is already there, and is not written over")
    _swapped_in(path, data, mode, is_new=True)


def write_over(path: Path, data: bytes, read: bytes) -> None:
    """Put `data` in place of a file that held `read` when it was read.

    Raises WriteRefused where `write_whole` does, and ChangedMeanwhile where the file has changed since or is
    gone: another person's words are never lost.
    """
    _swapped_in(path, data, _mode_if_unchanged(path, data, read), read=read)


def _mode_if_unchanged(path: Path, data: bytes, read: bytes) -> int | None:
    mode = _mode_kept(path)
    try:
        now = path.read_bytes()
    except FileNotFoundError:
        message = f"{_named(path)} has gone since it was read; nothing was written"
        raise ChangedMeanwhile(message, data, None) from None
    except OSError as error:
        raise WriteRefused(_why(path, error)) from error
    if now != read:
        message = f"{_named(path)} was changed by someone else since it was read; nothing was written"
        raise ChangedMeanwhile(message, data, now)
    return mode


def _mode_kept(path: Path) -> int | None:
    """The mode of the file that is there, None where there is none; raises WriteRefused where it may not go."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WriteRefused(_why(path, error)) from error
    if stat.S_ISLNK(found.st_mode):
        raise WriteRefused(f"{_named(path)} is a link; name the file itself")
    if stat.S_ISDIR(found.st_mode):
        raise WriteRefused(f"{_named(path)} is a folder; name a file in it")
    if not stat.S_ISREG(found.st_mode):
        raise WriteRefused(f"{_named(path)} is no plain file; name another")
    if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise WriteRefused(f"{_named(path)} is read-only; name another, or let it be written to")
    return stat.S_IMODE(found.st_mode)


def _swapped_in(path: Path, data: bytes, mode: int | None, *, is_new: bool = False, read: bytes | None = None) -> None:
    """The file under its name; with `read` only while it still holds that, looked at in the last moment."""
    folder = path.parent
    if not folder.is_dir():
        there = f"{_named(folder)} is no folder" if folder.exists() else f"there is no folder {_named(folder)}"
        raise WriteRefused(f"{_named(path)} cannot be written: {there}; make one, or name another")
    beside = folder / f".{path.name[:100]}.{secrets.token_hex(6)}.part"
    try:
        _written(beside, data, mode)
        if is_new:
            _linked(beside, path)
        elif read is None:
            beside.replace(path)
        else:
            with _alone_in(folder):
                _mode_if_unchanged(path, data, read)
                beside.replace(path)
        _flushed(folder)
    except FileExistsError as error:
        raise WriteRefused(f"{_named(path)} is already there, and is not written over; name another") from error
    except OSError as error:
        raise WriteRefused(_why(path, error)) from error
    finally:
        with suppress(OSError):
            beside.unlink()


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """No other dap swaps a file in meanwhile, where the system can lock a folder."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:  # Windows
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a disk without locks
            flock(descriptor, LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _linked(beside: Path, path: Path) -> None:
    """The file under its name, unless something has come there meanwhile: a rename would replace that."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError from None
        beside.replace(path)


def _written(path: Path, data: bytes, mode: int | None) -> None:
    """A new file with `data`, on the disk and not merely on its way there."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666 if mode is None else mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _flushed(folder: Path) -> None:
    """The folder's own record of the swap, on the disk; some systems cannot, and the swap stands all the same."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _why(path: Path, error: OSError) -> str:
    reasons = {
        errno.EACCES: f"{_named(path.parent)} is read-only",
        errno.EPERM: f"{_named(path.parent)} is read-only",
        errno.EROFS: f"{_named(path.parent)} is on a read-only disk",
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "the disk is full",
        errno.ENAMETOOLONG: "the name is too long",
        errno.ENOTDIR: "part of its path is a file, not a folder",
    }
    reason = reasons.get(error.errno or 0, visible(error.strerror or "the system refused"))
    return f"{_named(path)} cannot be written: {reason}"


def _named(path: Path) -> str:
    return f"'{visible(str(path))}'"
