"""A table in Markdown, as GitHub, CommonMark with tables and pandoc read it.

Cells are not padded, so that a longer cell changes one line, and at the most the dashes under the headings. Those
are in proportion to the widths wanted, which is how pandoc sets the columns of a Word table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_PAGES: Final = (79, 100, 116)
"""Letters that a line of a page holds, as Word draws them: of the page that pandoc gives a Word document; of A4 with
narrow margins and text of 11 points; of the first as it lies. A table is laid out for the least that holds its words.
"""

_BESIDE: Final = 2
_BESIDE_HEADING: Final = 3
"""Letters that the white at both sides of a cell takes; a year in a heading is a little wider than its letters."""

_NOT_SHOWN: Final = re.compile(r"\\(?=[^\w\s])|\*\*")
_PIECE: Final = re.compile(r"[^ -]+-*")
"""What Word does not part: letters up to a blank or a hyphen; a blank that does not break is not among them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, already Markdown; its width beside the others'; and whether it holds figures.

    A column is never narrower than its longest word, nor than `least`, as long as the page has room for those of all.
    """

    text: str
    width: int = 10
    is_figures: bool = False
    least: int = 0


def table(headings: Sequence[Heading], rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells, already Markdown, under their headings."""
    body = [*rows]
    widths = _widths(headings, body)
    lines = [
        _line([heading.text for heading in headings]),
        "|" + "|".join(_rule(heading, width) for heading, width in zip(headings, widths, strict=True)) + "|",
        *(_line(row) for row in body),
    ]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _rule(heading: Heading, width: int) -> str:
    dashes = "-" * max(3, width - (1 if heading.is_figures else 0))
    return f"{dashes}:" if heading.is_figures else dashes


def _widths(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is: its longest word, and of the room that is left most for what wants most beyond that."""
    least = [
        max([heading.least, _BESIDE_HEADING + _longest(heading.text), *(_BESIDE + _longest(row[at]) for row in rows)])
        for at, heading in enumerate(headings)
    ]
    wanted = [max(0, heading.width - needed) for heading, needed in zip(headings, least, strict=True)]
    page = next((each for each in _PAGES if sum(least) <= each), _PAGES[-1])
    room = max(0, page - sum(least))
    if sum(wanted) <= room:
        return [needed + more for needed, more in zip(least, wanted, strict=True)]
    total = sum(more * more for more in wanted)
    return [needed + min(more, more * more * room // total) for needed, more in zip(least, wanted, strict=True)]


def _longest(cell: str) -> int:
    """The letters of a cell's longest word; a shape, a bar or a sign of per cent is as wide as two."""
    pieces = _PIECE.findall(_NOT_SHOWN.sub("", cell))
    return max((_letters(piece) for piece in pieces), default=0)


def _letters(piece: str) -> int:
    return len(piece) + sum("\u2190" <= each <= "\u25ff" or each == "%" for each in piece)
