"""Which files polars can be trusted with: plain ones, of which every line is a row and every comma a separator."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dap_tui.reading.header import PASSED_OVER, READ, Header, header_of, names_of

_NEVER_PLAIN: Final = (b'"', b"\r", b"\0")


@dataclass(slots=True)
class Batch:
    """Plain files of one layout: the number of each among all files, its bytes, where its rows begin, how many."""

    header: Header
    is_ascii: bool
    files: list[int] = field(default_factory=list)
    contents: list[bytes] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def body(self) -> bytes:
        """The rows of all the files, one after another."""
        return b"".join(memoryview(content)[start:] for content, start in zip(self.contents, self.starts, strict=True))

    def without(self, kept: Iterable[int]) -> Batch:
        """The batch with only the files at these positions."""
        fewer = Batch(self.header, self.is_ascii)
        for at in kept:
            fewer.files.append(self.files[at])
            fewer.contents.append(self.contents[at])
            fewer.starts.append(self.starts[at])
            fewer.counts.append(self.counts[at])
        return fewer

    def even(self) -> Batch:
        """The batch without files that have a row of another width, each line looked at."""
        commas = self.header.width - 1
        return self.without(
            at
            for at, content in enumerate(self.contents)
            if all(line.count(b",") == commas for line in content.splitlines())
        )


class Sorter:
    """Sorts files into batches of plain ones; what it does not take goes the careful way."""

    def __init__(self) -> None:
        self.batches: dict[tuple[tuple[str, ...], bool], Batch] = {}
        self._headers: dict[bytes, Header | None] = {}

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
        lines = content.count(b"\n")
        if content.count(b",") != lines * (header.width - 1):
            return False
        batch = self.batches.setdefault((header.names, is_ascii), Batch(header, is_ascii))
        batch.files.append(number)
        batch.contents.append(content)
        batch.starts.append(end)
        batch.counts.append(lines - 1)
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


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
