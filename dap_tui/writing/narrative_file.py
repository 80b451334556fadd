"""A period's narrative, saved: whole and at once, and never over what someone else has written since it was read.

    file = open_narrative(root, period)                 # before the workspace is read, so that nothing slips between
    file = save(file, with_decision(file.read, decided))

Where the file has changed meanwhile `save` raises ChangedMeanwhile, which holds both texts; to keep both, put the
words into the other's: `again = open_narrative(root, period)`, and `save(again, with_decision(again.read, decided))`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from dap_tui.errors import ChangedMeanwhile, WriteRefused
from dap_tui.period import Period
from dap_tui.reading.folder import NARRATIVE
from dap_tui.reading.text import visible
from dap_tui.reading.toml_text import MOST_BYTES
from dap_tui.writing import period_folder
from dap_tui.writing.whole import write_new, write_over

__all__ = ["NarrativeFile", "open_narrative", "save", "why_read_only"]


@dataclass(frozen=True, slots=True)
class NarrativeFile:
    """A narrative's file and the bytes it held when it was read; None where there was no file."""

    path: Path
    read: bytes | None


def open_narrative(root: Path, period: Period) -> NarrativeFile:
    """The narrative of a period as it stands now; raises WriteRefused where it cannot be read or is no plain file."""
    path = period_folder.period_file(root, period, NARRATIVE)
    try:
        if path.is_symlink():
            raise WriteRefused(f"'{visible(str(path))}' is a link; nothing is written through it")
        if path.exists() and not path.is_file():
            raise WriteRefused(f"'{visible(str(path))}' is no plain file")
        if path.exists() and path.stat().st_size > MOST_BYTES:
            raise WriteRefused(f"'{visible(str(path))}' is too large to be a narrative")
        return NarrativeFile(path, path.read_bytes())
    except FileNotFoundError:
        return NarrativeFile(path, None)
    except OSError as error:
        raise WriteRefused(
            f"'{visible(str(path))}' cannot be opened: {visible(error.strerror or 'refused')}"
        ) from error


def save(file: NarrativeFile, content: bytes) -> NarrativeFile:
    """Puts `content` in the file's place, and gives back the file as it is now.

    Raises ChangedMeanwhile where it is not what was read any more, WriteRefused where it cannot be written.
    """
    if content == (file.read or b""):
        return file
    if file.read is not None:
        write_over(file.path, content, file.read)
    else:
        period_folder.make_folder(file.path)
        try:
            write_new(file.path, content)
        except WriteRefused as refused:
            if not file.path.is_file() or file.path.is_symlink():
                raise
            message = f"'{visible(str(file.path))}' was written by someone else meanwhile; nothing was written"
            raise ChangedMeanwhile(message, content, file.path.read_bytes()) from refused
    return replace(file, read=content)


def why_read_only(root: Path, period: Period) -> str | None:
    """Why the period's narrative cannot be written, to be said before anyone types; None where it can be."""
    return period_folder.why_read_only(root, period, NARRATIVE)
