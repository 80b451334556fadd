"""An indicator's years before they are drawn: a row each, with its quarters and what the year came to."""

from __future__ import annotations

from dataclasses import dataclass

from dap_tui.assess.position import Position, figure_shown
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
        is_open = isinstance(period, Quarter) and year == period.year and period.number < 4
        said = figure_shown(position.indicator, position.year_to_date if is_open else figures.outturn(year))
        rows.append(YearRow(year, cells, f"{said} to date" if said and is_open else said))
    return rows
