"""The piece of a line that a finding is about, and where in a terminal's cells it is to be marked."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from dap_tui.check.output.safe import shown
from dap_tui.reading.text import with_code_points

_WIDEST: Final = 110
_BEFORE: Final = 40
_TINTS = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
"""Variation selectors and the modifiers of an emoji's skin."""

_CELL = re.compile(r'"(?:[^"]|"")*"?|[^,;\t]*')


class Excerpt(NamedTuple):
    """A line as it is shown, cut where it is long; `marked` cells of it after the first `before` are meant."""

    text: str
    before: int
    marked: int


def excerpt_of(line: str, column: int, width: int, *, is_table: bool) -> Excerpt:
    """The line around `column` (from 1), with `width` characters marked.

    Where the width is not known (0), the cell that begins there is marked in a table, the rest of the line
    elsewhere. At least one cell is marked, past the line's end too, where something is missing.
    """
    start = min(column - 1, len(line))
    if not width:
        match = _CELL.match(line, start) if is_table else None
        width = len(match[0] if match else line[start:].rstrip())
    end = min(start + width, len(line))
    left = max(0, start - _BEFORE) if len(line) > _WIDEST else 0
    right = min(len(line), left + _WIDEST)
    opening, closing = "…" if left else "", "…" if right < len(line) else ""
    before = f"{opening}{_one_line(line[left:start])}"
    marked = _one_line(line[start : min(end, right)])
    text = f"{before}{marked}{_one_line(line[max(start, min(end, right)) : right])}{closing}"
    return Excerpt(text, _cells(before), max(1, _cells(marked)))


def _one_line(text: str) -> str:
    """Text as it takes the same cells in every terminal: they do not agree on what joins, softens or tints."""
    return shown(with_code_points(_TINTS.sub("", text)).replace("\t", " "))


def _cells(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
