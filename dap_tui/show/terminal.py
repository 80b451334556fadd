"""Text laid out for a terminal: cells counted, words wrapped, colour and ASCII only where they are wanted.

Whatever comes from a file is shown as text: control characters are written out, and no escape sequence that
is not put here by `Terminal` can come out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from dap_tui.look import Look
from dap_tui.reading.text import folded, visible

Span: TypeAlias = tuple[str, str]
"""A piece of text and how it is drawn: names of `STYLES`, with a space between; "" is plain."""

Line: TypeAlias = list[Span]

STYLES: Final = {
    "bold": "1", "quiet": "2", "faint": "2", "rule": "2", "soft": "", "text": "",
    "red": "31", "green": "32", "amber": "33", "accent": "34",
}  # fmt: skip
"""The terminal's own colours for the palette's names: they suit its page, be that dark or light."""

_ASCII: Final = {
    "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": ".", "•": "*",
    "»": ">", "→": "->", "↑": "/", "↓": "\\", "×": "x", "±": "+/-", "£": "GBP ", "─": "-", "━": "=", "┄": "-", "■": "#",
    "▲": "^", "●": "*", "○": "o", "◆": "@", "◇": "+", "\u00a0": " ", "™": "(TM)",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is written on: its width in cells, and whether it shows colour, or ASCII alone."""

    width: int = 100
    colour: bool = False
    ascii: bool = False

    def shape(self, look: Look) -> str:
        """A look's shape, in ASCII where that is all there is."""
        return look.ascii if self.ascii else look.shape

    def drawn(self, lines: Iterable[Sequence[Span]]) -> str:
        """The lines as text, ending in a line end; no blanks stand at the end of any."""
        return "".join(f"{self._line(line)}\n" for line in lines)

    def _line(self, line: Sequence[Span]) -> str:
        spans = [(self.safe(text), style) for text, style in line]
        while spans and not spans[-1][0].strip():
            spans.pop()
        if spans:
            spans[-1] = (spans[-1][0].rstrip(), spans[-1][1])
        return "".join(self._span(text, style) for text, style in spans)

    def _span(self, text: str, style: str) -> str:
        codes = ";".join(code for name in style.split() if (code := STYLES[name]))
        if not self.colour or not codes or not text.strip():
            return text
        return f"\x1b[{codes}m{text}\x1b[0m"

    def safe(self, text: str) -> str:
        """Text without anything a terminal would obey, in ASCII where that is all it shows."""
        text = visible(text)
        return text if not self.ascii else to_ascii(text)


def to_ascii(text: str) -> str:
    """Text in ASCII: signs as people type them, letters without their accents, `?` for the rest.

    >>> to_ascii("Clare’s Law – café")
    "Clare's Law - cafe"
    """
    if text.isascii():
        return text
    plain = "".join(_ASCII.get(each, each) for each in text)
    letters = (each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each))
    return "".join(each if each.isascii() else "?" for each in letters)


def cells(text: str) -> int:
    """How many cells a text takes: two for a wide letter, none for an accent that joins the one before."""
    if text.isascii():
        return len(text)
    return sum(_cells(each) for each in text)


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or letter in "\u200b\u200c\u200d\u2060\ufeff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Text with blanks after it (before it where it is set `right`), cut with `…` where it is too long."""
    text = cut(text, width)
    blanks = " " * (width - cells(text))
    return blanks + text if right else text + blanks


def cut(text: str, width: int) -> str:
    """Text in no more than `width` cells."""
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 1:
        text = text[:-1]
    return f"{text}…" if width > 0 else ""


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most `width` cells, broken between words; a longer word is broken where it must be."""
    lines: list[str] = []
    line = ""
    for word in visible(folded(text)).split(" "):
        rest = word
        if line and cells(line) + 1 + cells(rest) <= width:
            line = f"{line} {rest}"
            continue
        if line:
            lines.append(line)
        *full, line = _broken(rest, width)
        lines += full
    return [*lines, line] if line or not lines else lines


def _broken(word: str, width: int) -> list[str]:
    """A word in pieces of at most `width` cells, or of one letter where that is wider."""
    pieces: list[str] = []
    start = taken = 0
    for at, letter in enumerate(word):
        wide = _cells(letter)
        if at > start and taken + wide > width:
            pieces.append(word[start:at])
            start, taken = at, 0
        taken += wide
    return [*pieces, word[start:]]


def balanced(text: str, width: int) -> list[str]:
    """Text wrapped in as few lines as fit, and those as even as can be."""
    lines = wrapped(text, width)
    if len(lines) < 2:
        return lines
    least = (sum(cells(line) for line in lines) - len(lines) + 1) // len(lines)
    narrow = next(each for each in range(max(1, least), width + 1) if len(wrapped(text, each)) <= len(lines))
    return wrapped(text, narrow)
