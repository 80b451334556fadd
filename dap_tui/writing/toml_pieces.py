"""A TOML text cut at its headings, so that one entry is edited and every other stays as it stands, to the byte.

(A library that edits TOML in place, given the whole, puts all entries of a kind together that people wrote among
others, and moves their comments. So it is given one entry at a time.)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_HEADING = re.compile(r"^[ \t]*\[", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True, eq=False)
class Piece:
    """A heading with its settings (`body`), then the blank lines and comments before the next (`tail`).

    Of an entry, as in `[[kind]]`, `entry` is what it says. A heading inside an entry is `part_of` its list. What
    stands before all headings has neither, and says `entry`.
    """

    body: str
    tail: str = ""
    kind: str | None = None
    entry: dict[str, Any] = field(default_factory=dict)
    part_of: str | None = None

    @property
    def text(self) -> str:
        """All of it."""
        return self.body + self.tail

    def give_up_tail(self) -> str:
        """Gives up what of the tail belongs to what follows: all but comments right under the settings.

        Comments that no blank line parts from the next heading are that heading's.
        """
        lines = _lines(self.tail)
        own = next((at for at, line in enumerate(lines) if not line.strip()), 0)
        self.tail, rest = "".join(lines[:own]), "".join(lines[own:])
        return rest


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text that is TOML; put together they are the text."""
    return [_piece(part) for part in _parts(text)]


def _parts(text: str) -> Iterator[str]:
    """The text cut before each heading. What leads up to a `[` inside a value is not TOML by itself."""
    start = 0
    for match in _HEADING.finditer(text):
        if match.start() > start and _data(text[start : match.start()]) is not None:
            yield text[start : match.start()]
            start = match.start()
    if start < len(text):
        yield text[start:]


def _piece(text: str) -> Piece:
    lines = _lines(text)
    end = len(lines)
    while end and _is_aside(lines[end - 1]) and _data("".join(lines[: end - 1])) is not None:
        end -= 1
    body, tail, data = "".join(lines[:end]), "".join(lines[end:]), _data(text) or {}
    if not text.lstrip().startswith("["):
        return Piece(body, tail, entry=data)
    name, value = next(iter(data.items()))
    return Piece(body, tail, name, value[0]) if isinstance(value, list) else Piece(body, tail, part_of=name)


def _is_aside(line: str) -> bool:
    """Whether a line is blank or a comment, or looks like one: the end of a long text can begin with a `#`."""
    return not line.strip() or line.lstrip().startswith("#")


def _lines(text: str) -> list[str]:
    """The lines as TOML has them, with their ends."""
    return _LINE.findall(text)


def _data(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except ValueError:
        return None
