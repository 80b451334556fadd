"""The mark on what a report would hide: a `c` after the figure, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from dap_tui.assess.position import Position
from dap_tui.assess.row import Row
from dap_tui.disclosure import Cell, Kind
from dap_tui.export.options import Options
from dap_tui.export.rows import columns_of
from dap_tui.measure import Figure
from dap_tui.period import Period, Year
from dap_tui.show.paragraphs import paragraph
from dap_tui.show.terminal import Line, Terminal

Hidden: TypeAlias = AbstractSet[Cell]
"""What a report would hide; a partner's own `[c]` is among it, and needs no mark."""


def hidden_mark(figure: Figure | None, cell: Cell, hidden: Hidden) -> str:
    """What stands after a figure: `c` where there is a number that a report would hide."""
    return "c" if figure is not None and figure.number is not None and cell in hidden else ""


def year_mark(position: Position, year: Year, hidden: Hidden) -> str:
    """What stands after an indicator's own figure of a year, that to date where the position's is not over."""
    so_far, indicator = position.so_far, position.indicator
    if so_far is None or year != position.period.year:
        return hidden_mark(position.figures.outturn(year), Cell(indicator.id, "", year), hidden)
    kind = Kind.VALUE if indicator.is_running else Kind.TO_DATE
    return hidden_mark(so_far.figure, Cell(indicator.id, "", so_far.quarter, kind), hidden)


def total_mark(position: Position, period: Period, hidden: Hidden) -> str:
    """What stands after an indicator's own figure of a period."""
    if isinstance(period, Year):
        return year_mark(position, period, hidden)
    return hidden_mark(position.figures.at(period), Cell(position.indicator.id, "", period), hidden)


def row_mark(position: Position, row: Row, period: Period, hidden: Hidden) -> str:
    """What stands after a breakdown row's figure of a period."""
    return hidden_mark(row.figures.at(period), Cell(position.indicator.id, row.name, period), hidden)


def is_marked(position: Position, hidden: Hidden) -> bool:
    """Whether any figure of an indicator's own page is marked: of its periods, or of its breakdown in its columns."""
    columns = columns_of(position.period, [position], Options())
    return any(
        (position.figures.number(cell.period) if not cell.row else position.rows[cell.row].number(cell.period))
        is not None
        for cell in hidden
        if cell.indicator == position.indicator.id
        and cell.kind is not Kind.OWN
        and (not cell.row or (cell.period in columns and cell.row in position.rows))
    )


def hidden_in_words(terminal: Terminal) -> Iterator[Line]:
    """What the mark says."""
    words = "after a figure: hidden in reports; --as-published shows the page as a report has it"
    yield from paragraph(words, terminal, "quiet", 2, [("c", "")])
