"""A table in Markdown, as GitHub, CommonMark with tables and pandoc read it.

Cells are not padded, so that a longer cell changes one line and no other. The dashes under a heading are
in proportion to the widths wanted, which is how pandoc sets the columns of a Word table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, already Markdown; its width beside the others'; and whether it holds figures."""

    text: str
    width: int = 10
    is_figures: bool = False


def table(headings: Sequence[Heading], rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells, already Markdown, under their headings."""
    lines = [
        _line([heading.text for heading in headings]),
        "|" + "|".join(_rule(heading) for heading in headings) + "|",
        *(_line(row) for row in rows),
    ]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _rule(heading: Heading) -> str:
    dashes = "-" * max(3, heading.width - (1 if heading.is_figures else 0))
    return f"{dashes}:" if heading.is_figures else dashes
