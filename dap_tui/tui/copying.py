"""Tables as Markdown, for the clipboard."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    r"""A table in Markdown; what would be markup in it is escaped, and a line end is a space.

    >>> print(markdown(["Indicator", "Q3"], [["% of [repeat] cases", "30%"]]))
    | Indicator | Q3 |
    | --- | --- |
    | % of \[repeat\] cases | 30% |
    """
    lines = [_line(heads), _line(["---"] * len(heads), plain=True), *(_line(row) for row in rows)]
    return "\n".join(lines)


def _line(cells: Sequence[str], *, plain: bool = False) -> str:
    texts = [cell if plain else _SPECIAL.sub(r"\\\1", " ".join(cell.split())) for cell in cells]
    return f"| {' | '.join(texts)} |"
