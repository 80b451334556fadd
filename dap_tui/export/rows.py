"""The tables of a report before they are drawn: the partnership's own columns, with their notes.

Markdown, HTML and the terminal draw the same rows, so what stands in a row and in which columns is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dap_tui.assess.position import Position
from dap_tui.export.cells import Cell, came_from, cells_of
from dap_tui.export.notes import Notes
from dap_tui.export.options import Options, View
from dap_tui.export.target_words import counts_for, limit_in_words, target_cell
from dap_tui.export.told import status_told, travel_told
from dap_tui.export.trend import trend_of
from dap_tui.export.wording import on_earlier
from dap_tui.export.years import outturn_note
from dap_tui.measure import shown
from dap_tui.period import Period, Quarter, Year, on_one_scale

YEARS_BEFORE = 5


@dataclass(frozen=True, slots=True)
class TableRow:
    """An indicator's row; `status_notes` and the like are letters of notes.

    On the board's page, which is one page, it goes by its short name, and without the notes that explain it.
    `target_per` is ` a quarter`, or ` a year`, in a table with targets of both, else "". `compared` is what its
    direction of travel looks back to, as `on Q2`, and `came_from` the figure then, where no column has it. What does
    not apply is "": `long_term` in a report of a quarter.
    """

    position: Position
    title: str
    source: str
    status_notes: tuple[str, ...]
    title_notes: tuple[str, ...]
    target: str
    target_per: str
    target_notes: tuple[str, ...]
    cells: tuple[Cell, ...]
    compared: str
    came_from: str
    travel_notes: tuple[str, ...]
    trend: str
    long_term: str
    benchmark: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the periods of their columns, and the notes below them.

    `compared` is what all rows' directions of travel look back to, as `on Q2`; None where they differ.
    """

    columns: tuple[Period, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[tuple[str, str], ...]
    compared: str | None

    @property
    def has_targets(self) -> bool:
        """Whether any row has a target, or a note in place of one."""
        return any(row.target or row.target_notes for row in self.rows)


def columns_of(period: Period, positions: Sequence[Position], options: Options) -> tuple[Period, ...]:
    """The periods that a report's tables have columns for.

    A quarter's: the year's quarters up to it, and with last year's figures those still to come, where last
    year has any. A year's: itself and up to five years before, from the first that has a figure.
    """
    if isinstance(period, Quarter):
        ahead = period.year.quarters[period.number :] if options.last_year else ()
        known = [each for each in ahead if any(one.figures.quarter(each.year_before) for one in positions)]
        return (*period.year.quarters[: period.number], *known)
    years = [Year(period.first - back, period.starts) for back in range(YEARS_BEFORE, 0, -1)]
    first = next((at for at, year in enumerate(years) if any(one.figures.at(year) for one in positions)), len(years))
    return (*years[first:], period)


def column_name(column: Period, options: Options) -> str:
    """A period as a table's heading: `Q3 23/24`, with last year's figures `Q3 23/24 (22/23)`; for the board `Q3`."""
    if not isinstance(column, Quarter):
        return column.shown
    name = f"Q{column.number}" if options.view is View.EXCEPTIONS else column.short
    return f"{name} ({column.year.previous.short})" if options.last_year else name


def travel_name(drawn: Table, options: Options) -> str:
    """The heading of directions of travel: what they look back to, where all rows look back to the same."""
    name = "Travel" if options.view is View.EXCEPTIONS else "Direction of travel"
    return f"{name} {drawn.compared}" if drawn.compared else name


def table_of(positions: Sequence[Position], columns: tuple[Period, ...], options: Options) -> Table:
    """The table of some indicators, without the quarters still to come in which none had a figure last year."""
    notes = Notes()
    columns = tuple(each for each in columns if _has_come(each, positions))
    pers = {counts_for(position) for position in positions} - {""}
    rows = tuple(_row(position, columns, options, notes, is_mixed=len(pers) > 1) for position in positions)
    compared = {row.compared for row in rows}
    return Table(columns, rows, tuple(notes), compared.pop() if len(compared) == 1 else None)


def _has_come(column: Period, positions: Sequence[Position]) -> bool:
    return any(
        on_one_scale(column) <= on_one_scale(each.period) or each.figures.at(column.year_before) is not None
        for each in positions
    )


def _row(
    position: Position, columns: tuple[Period, ...], options: Options, notes: Notes, *, is_mixed: bool
) -> TableRow:
    indicator, is_for_the_board = position.indicator, options.view is View.EXCEPTIONS
    status_notes = notes.mark([status_told(position)])
    title_notes = notes.mark(() if is_for_the_board else title_notes_of(position))
    target, target_notes = target_cell(position, notes, is_brief=is_for_the_board)
    cells = cells_of(position, position.figures, columns, options, notes, position.revised)
    return TableRow(
        position,
        indicator.name if is_for_the_board else indicator.title,
        source_of(position),
        status_notes,
        title_notes,
        target,
        counts_for(position) if is_mixed else "",
        target_notes,
        cells,
        on_earlier(position.period, position.travel.period),
        came_from(position, position.figures, position.travel, columns, options),
        notes.mark([position.travel.reason, travel_told(position)]),
        trend_of(position),
        _long_term(position),
        _benchmark(position),
    )


def title_notes_of(position: Position) -> list[str | None]:
    """What a report says under an indicator's title: its note, its limit, and how it is returned."""
    indicator = position.indicator
    running = "Each quarter's figure is the running total since the year began."
    share = "Each quarter's figure is that of the year so far."
    return [
        indicator.note,
        limit_in_words(indicator),
        (running if indicator.unit.adds_up else share)
        if indicator.is_running and isinstance(position.period, Quarter)
        else None,
        None if isinstance(position.period, Quarter) else outturn_note(indicator),
    ]


def source_of(position: Position) -> str:
    """The name of the source that returns it."""
    source = position.catalogue.source.get(position.indicator.source)
    return source.name if source else position.indicator.source


def _long_term(position: Position) -> str:
    trend = position.long_term
    if trend is None or isinstance(position.period, Quarter):
        return ""
    return f"{trend.judgement}, on the mean of {trend.years} years before"


def _benchmark(position: Position) -> str:
    benchmark = position.benchmark
    if benchmark is None:
        return ""
    value = shown(benchmark.value, position.indicator.unit)
    return f"{value} ({benchmark.label})" if benchmark.label else value
