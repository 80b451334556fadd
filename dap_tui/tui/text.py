"""Text from files made fit for a screen: never markup, control characters visible, wrapped by cells.

Everything that people wrote goes through `on_screen` before it is drawn. What is drawn is put into cells
one by one, so nothing in it can be read as markup; what is left to do is to show what cannot be seen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rich.cells import cell_len, chop_cells

from dap_tui.reading.text import ZERO_WIDTH, folded, visible

_SPELT_OUT: Final = {
    "→": "to", "…": "...", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "•": "-",
    "·": "-", "£": "GBP ", "™": "(TM)", "⏎": "enter", "↑": "up", "↓": "down", "×": "x",
}  # fmt: skip


@lru_cache(8192)
def on_screen(text: str, *, ascii_only: bool = False) -> str:
    r"""One line of screen text: spaces folded, control characters written out, nothing of no width.

    >>> on_screen("a\x1b[31m  [b]x[/]")
    'a\\x1b[31m [b]x[/]'
    """
    line = visible(folded(ZERO_WIDTH.sub("", text.replace("\t", " "))))
    return in_ascii(line) if ascii_only else line


def in_ascii(text: str) -> str:
    """`text` in ASCII: signs spelt out, accents dropped, a question mark for what has no such form.

    >>> in_ascii("Clare’s Law – café 28→30")
    "Clare's Law - cafe 28to30"
    """
    if text.isascii():
        return text
    spelt = "".join(_SPELT_OUT.get(character, character) for character in text)
    plain = "".join(each for each in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(each))
    return plain.encode("ascii", "replace").decode("ascii")


def paragraphs(text: str) -> list[str]:
    """Prose as paragraphs and bullets, each a line of its own before it is wrapped."""
    lines: list[str] = []
    for block in text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n"):
        run: list[str] = []
        for line in block.split("\n"):
            if line.lstrip().startswith("- "):
                lines += [" ".join(run)] if run else []
                lines.append(f"– {line.lstrip()[2:]}")
                run = []
            else:
                run.append(line)
        lines += [" ".join(run)] if run and any(each.strip() for each in run) else []
    return lines


def width_of(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` in at most `width` cells, with an ellipsis where it was longer."""
    if width_of(text) <= width:
        return text
    room = width - len(ellipsis)
    return (chop_cells(text, room)[0].rstrip() + ellipsis) if room > 0 else ellipsis[: max(width, 0)]


@lru_cache(8192)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """`text` in lines of at most `width` cells, filled from the top; only a word that is too long is broken."""
    width = max(width, 1)
    lines: list[str] = []
    line, filled = "", 0
    for word in text.split():
        size = width_of(word)
        if line and filled + 1 + size <= width:
            line, filled = f"{line} {word}", filled + 1 + size
            continue
        if line:
            lines.append(line)
        if size > width:
            *full, word = chop_cells(word, max(width, 2))  # noqa: PLW2901 # what is left of the word
            lines += full
            size = width_of(word)
        line, filled = word, size
    return (*lines, line) if line or not lines else tuple(lines)


@lru_cache(8192)
def balanced(text: str, width: int) -> tuple[str, ...]:
    """`text` in as few lines as fit in `width`, and then as even as possible; never broken at a hyphen.

    >>> balanced("No. individuals referred to community services", 34)
    ('No. individuals referred', 'to community services')
    """
    best = wrapped(text, width)
    if len(best) == 1:
        return best
    narrow, wide = 1, width
    while narrow < wide:
        middle = (narrow + wide) // 2
        if len(wrapped(text, middle)) > len(best):
            narrow = middle + 1
        else:
            wide = middle
    return wrapped(text, wide)


def first_words(names: Sequence[str]) -> list[str]:
    """Names cut after their first word, or after as many as tell them apart, for where there is no room.

    >>> first_words(["IDAS", "South Yorkshire Police", "South Yorkshire Probation"])
    ['IDAS', 'South Yorkshire Police', 'South Yorkshire Probation']
    >>> first_words(["IDAS", "South Yorkshire Police"])
    ['IDAS', 'South…']
    """
    split = [name.split() for name in names]
    return [_told_apart(words, [other for other in split if other != words]) for words in split]


def _told_apart(words: list[str], others: list[list[str]]) -> str:
    most = next((n for n in range(1, len(words)) if all(other[:n] != words[:n] for other in others)), len(words))
    return " ".join(words[:most]) + ("…" if most < len(words) else "")
