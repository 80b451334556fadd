"""An indicator's breakdown before it is drawn: its rows with their own past, and the total below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dap_tui.assess.position import Position
from dap_tui.assess.row import Row
from dap_tui.assess.travel import Travel
from dap_tui.export.cells import Cell, came_from, cells_of
from dap_tui.export.notes import Notes
from dap_tui.export.options import Options
from dap_tui.export.wording import on_earlier
from dap_tui.measure import Compare
from dap_tui.period import Period


@dataclass(frozen=True, slots=True)
class BreakdownRow:
    """A row; `value` is its number in the report's period, where it has one.

    `came_from` is the figure that its travel looks back to, where no column has it.
    """

    name: str
    cells: tuple[Cell, ...]
    travel: Travel
    came_from: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The rows, their total (None where it has no figure in any column), and the notes below.

    `kind` is what the rows are, else `Part`; `compared` is what their travel looks back to, as `on Q2`.
    """

    kind: str
    title: str
    rows: tuple[BreakdownRow, ...]
    total: BreakdownRow | None
    notes: tuple[tuple[str, str], ...]
    compared: str


def breakdown_of(position: Position, columns: Sequence[Period], options: Options) -> Breakdown | None:
    """The breakdown of an indicator under these columns; None where it has none."""
    if not position.breakdown:
        return None
    indicator, notes = position.indicator, Notes()
    rows = tuple(_row(position, row, columns, options, notes) for row in position.breakdown)
    # What is said beside the total stands under the table of indicators.
    cells = cells_of(position, position.figures, columns, options, Notes(), position.revised)
    sums = tuple(replace(cell, notes=()) for cell in cells)
    before = came_from(position, position.figures, position.travel, columns, options)
    total = BreakdownRow("Total", sums, position.travel, before, position.value)
    kind = indicator.breakdown or "Part"
    return Breakdown(
        kind,
        f"{indicator.title}, by {kind.lower()}",
        rows,
        total if any(cell.figure for cell in sums) else None,
        tuple(notes),
        on_earlier(position.period, position.travel.period),
    )


def _row(position: Position, row: Row, columns: Sequence[Period], options: Options, notes: Notes) -> BreakdownRow:
    travel = travel_of(position, row)
    cells = cells_of(position, row.figures, columns, options, notes)
    return BreakdownRow(row.name, cells, travel, came_from(position, row.figures, travel, columns, options), row.value)


def travel_of(position: Position, row: Row) -> Travel:
    """A breakdown row's direction of travel: it looks back to what its indicator's does."""
    by_year = position.compare is Compare.LAST_YEAR or row.previous_quarter is None
    return row.last_year if by_year or row.previous_quarter is None else row.previous_quarter
