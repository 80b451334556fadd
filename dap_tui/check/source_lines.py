"""Lines of the workspace's own files, to show beside a finding: as text, and never more than can be read safely."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

_MOST_BYTES = 256 * 1024 * 1024


class SourceLines:
    """The lines of the files under a root. The last file asked for is kept, since findings come file by file.

    Lines end as findings count them: CR LF, LF and CR each end one.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._file: str | None = None
        self._lines: list[bytes] = []
        self._encoding = "utf-8"

    def line(self, file: str, number: int) -> str | None:
        """Line `number`, from 1, of a file named from the root; None where it cannot be shown."""
        if file != self._file:
            self._file = file
            self._lines = self._read(file)
        if not 1 <= number <= len(self._lines):
            return None
        line = self._lines[number - 1]
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError:
            return line.decode("cp1252", errors="replace")

    def _read(self, file: str) -> list[bytes]:
        content = self._content(file)
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            content = content.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
        content = content.removeprefix(codecs.BOM_UTF8)
        if b"\r" in content:
            content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return content.split(b"\n")

    def _content(self, file: str) -> bytes:
        """The file's bytes; none where it is not there, not a regular file, too large, or not inside the root."""
        try:
            path = (self._root / file).resolve(strict=True)
            described = path.stat()
            if not stat.S_ISREG(described.st_mode) or described.st_size > _MOST_BYTES:
                return b""
            return path.read_bytes() if path.is_relative_to(self._root.resolve()) else b""
        except (OSError, ValueError, RuntimeError):
            return b""
