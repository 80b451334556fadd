"""An indicator's breakdown before it is drawn: its rows with their own past, and the total below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dap_tui.assess.position import Position, Row
from dap_tui.assess.travel import Travel
from dap_tui.export.cells import Cell, cells_of
from dap_tui.export.notes import Notes
from dap_tui.export.options import Options
from dap_tui.export.wording import on_earlier
from dap_tui.measure import Compare
from dap_tui.period import Period


@dataclass(frozen=True, slots=True)
class BreakdownRow:
    """A row; `value` is its number in the report's period, where it has one."""

    name: str
    cells: tuple[Cell, ...]
    travel: Travel
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
    rows = tuple(
        BreakdownRow(
            row.name, cells_of(position, row.figures, columns, options, notes), travel_of(position, row), row.value
        )
        for row in position.breakdown
    )
    # What is said beside the total stands under the table of indicators.
    cells = cells_of(position, position.figures, columns, options, Notes(), position.revised)
    sums = tuple(replace(cell, notes=()) for cell in cells)
    total = BreakdownRow("Total", sums, position.travel, position.value)
    kind = indicator.breakdown or "Part"
    return Breakdown(
        kind,
        f"{indicator.title}, by {kind.lower()}",
        rows,
        total if any(cell.figure for cell in sums) else None,
        tuple(notes),
        on_earlier(position.period, position.travel.period),
    )


def travel_of(position: Position, row: Row) -> Travel:
    """A breakdown row's direction of travel: it looks back to what its indicator's does."""
    by_year = position.compare is Compare.LAST_YEAR or row.previous_quarter is None
    return row.last_year if by_year or row.previous_quarter is None else row.previous_quarter
