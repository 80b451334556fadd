"""Which files polars can be trusted with: plain ones, of which every line is a row and every comma a separator.

Rows with quotes are taken out of a file beforehand, so that a comma in a note does not make all of it slow.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from dap_tui.reading.header import PASSED_OVER, READ, Header, header_of, names_of
from dap_tui.reading.table import MOST_CHARACTERS, Record, quoted_record

ENOUGH: Final = 8_000_000
"""How many bytes polars is given at once: each time costs, and what it makes of them is many times as large."""

_NEVER_PLAIN: Final = (b"\r", b"\0", b"\n<<<<<<<")


@dataclass(slots=True)
class Batch:
    """Plain files of one layout: the number of each among all files, its bytes, where its rows begin, how many.

    `quoted` are its rows with quotes, by line; in its bytes there are blank rows in their place.
    """

    header: Header
    is_ascii: bool
    files: list[int] = field(default_factory=list)
    contents: list[bytes] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    quoted: list[dict[int, Record]] = field(default_factory=list)

    def body(self) -> bytes:
        """The rows of all the files, one after another."""
        return b"".join(memoryview(content)[start:] for content, start in zip(self.contents, self.starts, strict=True))

    def only(self, kept: Iterable[int]) -> Batch:
        """The batch with only the files at these positions."""
        fewer = Batch(self.header, self.is_ascii)
        for at in kept:
            fewer.files.append(self.files[at])
            fewer.contents.append(self.contents[at])
            fewer.starts.append(self.starts[at])
            fewer.counts.append(self.counts[at])
            fewer.quoted.append(self.quoted[at])
        return fewer

    def even(self) -> Batch:
        """The batch without files that have a row of another width, each line looked at."""
        commas = self.header.width - 1
        return self.only(
            at
            for at, content in enumerate(self.contents)
            if all(line.count(b",") == commas for line in content.splitlines())
        )


class Sorter:
    """Sorts files into batches of plain ones; what it does not take goes the careful way.

    A batch of ENOUGH bytes is closed, and a new one of its layout begun.
    """

    def __init__(self, is_row: Callable[[str], bool]) -> None:
        self._is_row = is_row
        self._batches: dict[tuple[tuple[str, ...], bool], Batch] = {}
        self._sizes: dict[tuple[tuple[str, ...], bool], int] = {}
        self._closed: list[Batch] = []
        self._headers: dict[bytes, Header | None] = {}

    def closed(self) -> list[Batch]:
        """The batches that were closed since this was last asked."""
        closed, self._closed = self._closed, []
        return closed

    def rest(self) -> list[Batch]:
        """All batches that were not given yet, once there are no more files."""
        rest = [*self.closed(), *self._batches.values()]
        self._batches.clear()
        return rest

    def takes(self, number: int, content: bytes) -> bool:
        """Whether a file is plain; if so it is in a batch now."""
        content = content.removeprefix(codecs.BOM_UTF8)
        if b"\r\n" in content[:1000]:
            content = content.replace(b"\r\n", b"\n")
        end = content.find(b"\n") + 1
        header = self._header(content[: end - 1]) if end else None
        if header is None or any(mark in content for mark in _NEVER_PLAIN):
            return False
        if not content.endswith(b"\n"):
            content += b"\n"
        is_ascii = content.isascii()
        if not is_ascii and not _is_utf_8(content):
            return False
        quoted: dict[int, Record] = {}
        if b'"' in content:
            content, quoted = _without_quotes(content, header.width, self._is_row)
        lines = content.count(b"\n")
        if content.count(b",") != lines * (header.width - 1):
            return False
        layout = (header.names, is_ascii)
        batch = self._batches.setdefault(layout, Batch(header, is_ascii))
        batch.files.append(number)
        batch.contents.append(content)
        batch.starts.append(end)
        batch.counts.append(lines - 1)
        batch.quoted.append(quoted)
        self._sizes[layout] = self._sizes.get(layout, 0) + len(content)
        if self._sizes[layout] >= ENOUGH:
            self._closed.append(self._batches.pop(layout))
            del self._sizes[layout]
        return True

    def _header(self, line: bytes) -> Header | None:
        """The header in a first line, where it has nothing but columns that are known, each once."""
        if line not in self._headers:
            cells = line.decode(errors="replace").split(",")
            names = names_of(cells)
            known = {*READ, *PASSED_OVER}
            plain = len(names) == len(cells) == len(set(names)) and known.issuperset(names)
            self._headers[line] = header_of(names, len(cells)) if plain else None
        return self._headers[line]


def _without_quotes(content: bytes, width: int, is_row: Callable[[str], bool]) -> tuple[bytes, dict[int, Record]]:
    """A file with blank rows in place of those that have quotes, and these by the line they begin in."""
    lines = content.decode().split("\n")
    blank = "," * (width - 1)
    quoted: dict[int, Record] = {}
    after = 0
    for at, line in enumerate(lines):
        if at >= after and '"' in line and len(line) <= MOST_CHARACTERS:
            quoted[at + 1], after = quoted_record(lines, at, ",", is_row)
            lines[at:after] = [blank] * (after - at)
    return "\n".join(lines).encode(), quoted


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
