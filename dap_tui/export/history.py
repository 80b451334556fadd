"""An indicator's years before they are drawn: a row each, with its quarters and what the year came to."""

from __future__ import annotations

from dataclasses import dataclass

from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown, so_far_shown
from dap_tui.export.cells import Cell, cells_of
from dap_tui.export.notes import Notes
from dap_tui.export.options import Options
from dap_tui.period import Quarter, Year


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year: its quarters' figures, none of a yearly indicator, and its outturn, so far where it is not over."""

    year: Year
    quarters: tuple[Cell, ...]
    outturn: str


def years_of(position: Position, notes: Notes, *, in_quarters: bool) -> list[YearRow]:
    """The years up to the position's period; an outturn is "" where there is none, and may be `1,471 to date`."""
    figures, period = position.figures, position.period
    rows = []
    for year in figures.years:
        if year.first_day > period.last_day:
            continue
        quarters = year.quarters if in_quarters else ()
        cells = cells_of(position, figures, quarters, Options(), notes, position.revised)
        rows.append(YearRow(year, cells, outturn_of(position, year)))
    return rows


def outturn_of(position: Position, year: Year, mark: str = "") -> str:
    """A year's figure as a row of its quarters ends with it: `1,471 to date` where it is not over; "" without one.

    `mark` stands after the figure itself.
    """
    so_far = position.so_far if year == position.period.year else None
    if so_far is not None:
        return so_far_shown(position.indicator, so_far, mark)
    is_to_come = isinstance(position.period, Quarter) and year == position.period.year and position.is_open
    shown = "" if is_to_come else figure_shown(position.indicator, position.figures.outturn(year))
    return shown and shown + mark
