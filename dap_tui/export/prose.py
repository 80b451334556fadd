"""People's prose as it is meant: paragraphs, and lines that begin with `- ` as bullets; the same in every report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dap_tui.reading.text import folded

_BULLET = re.compile(r"[-•]\s+")
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, which is one text, or the bullets of a list, a text each; each still as it was typed."""

    texts: tuple[str, ...]
    is_list: bool = False


def blocks_of(text: str | None) -> Iterator[Block]:
    r"""The paragraphs and lists of a text, none of which is empty: a blank line ends one.

    A line after a bullet belongs to it.

    >>> [(block.texts, block.is_list) for block in blocks_of("Two\nlines\n- one\n- two")]
    [(('Two lines',), False), (('one', 'two'), True)]
    """
    for paragraph in _BLANK_LINE.split((text or "").replace("\r\n", "\n").replace("\r", "\n").strip()):
        words: list[str] = []
        bullets: list[list[str]] = []
        for line in paragraph.split("\n"):
            bullet = _BULLET.match(line.strip())
            if bullet:
                bullets.append([line.strip()[bullet.end() :]])
            else:
                (bullets[-1] if bullets else words).append(line)
        if folded(" ".join(words)):
            yield Block((" ".join(words),))
        if bullets:
            yield Block(tuple(" ".join(each) for each in bullets), is_list=True)
