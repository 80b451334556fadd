"""The piece of a line that a finding is about, and where in a terminal's cells it is to be marked."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from dap_tui.check.output.safe import in_ascii, shown
from dap_tui.reading.text import quoted, with_code_points

WIDEST: Final = 110
_NARROWEST: Final = 20
_TINTS = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
"""Variation selectors and the modifiers of an emoji's skin."""

_FROM_THE_RIGHT: Final = {"R", "AL", "AN"}
"""The kinds of characters that run from right to left (Unicode, annex 9)."""

_CELL = re.compile(r'"(?:[^"]|"")*"?|[^,;\t]*')


class Excerpt(NamedTuple):
    """A line as it is shown, cut where it is long; `marked` cells of it after the first `before` are meant.

    `said` names them in words where a mark might stand under others: in a line that runs from right to left up to
    there, terminals do not agree on what is shown where.
    """

    text: str
    before: int
    marked: int
    said: str | None = None


def excerpt_of(
    line: str, column: int, width: int, *, is_table: bool, ascii_only: bool = False, room: int = WIDEST
) -> Excerpt:
    """The line around `column` (from 1), with `width` characters marked.

    Where the width is not known (0), the cell that begins there is marked in a table, the rest of the line
    elsewhere. At least one cell is marked, past the line's end too, where something is missing. Where only ASCII
    can be shown, every other character is its code point. At most `room` characters of the line are shown.
    """
    start = min(column - 1, len(line))
    if not width:
        match = _CELL.match(line, start) if is_table else None
        width = len(match[0] if match else line[start:].rstrip())
    end = min(start + width, len(line))
    widest = max(_NARROWEST, min(room, WIDEST))
    left = max(0, start - widest * 2 // 5) if len(line) > widest else 0
    right = min(len(line), left + widest)
    dots = "..." if ascii_only else "…"
    opening, closing = dots if left else "", dots if right < len(line) else ""
    before = f"{opening}{_one_line(line[left:start], ascii_only=ascii_only)}"
    marked = _one_line(line[start : min(end, right)], ascii_only=ascii_only)
    after = _one_line(line[max(start, min(end, right)) : right], ascii_only=ascii_only)
    said = None
    if not ascii_only and any(unicodedata.bidirectional(each) in _FROM_THE_RIGHT for each in line[left:end]):
        said = f"{quoted(line[start:end])}, from character {start + 1} of this line on"
    return Excerpt(f"{before}{marked}{after}{closing}", _cells(before), max(1, _cells(marked)), said)


def _one_line(text: str, *, ascii_only: bool) -> str:
    """Text as it takes the same cells in every terminal: they do not agree on what joins, softens or tints."""
    if ascii_only:
        return shown(in_ascii(text).replace("\t", " "))
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
