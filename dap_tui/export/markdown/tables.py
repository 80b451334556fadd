"""The report's tables in Markdown: indicators, and under each table its breakdowns and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dap_tui.assess.position import Position
from dap_tui.export.breakdown import BreakdownRow, breakdown_of
from dap_tui.export.cells import Cell
from dap_tui.export.history import years_of
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.text import bold, inline
from dap_tui.export.notes import Notes
from dap_tui.export.options import By, Options
from dap_tui.export.rows import Table, TableRow, column_name, table_of, travel_name
from dap_tui.export.wording import travel_text
from dap_tui.look import DECISION, NO_FIGURE, POLARITY, STATUS
from dap_tui.measure import Arrow, Status
from dap_tui.period import Period, Quarter

NO_BREAK = "\u00a0"


def status_text(status: Status) -> str:
    """A status by shape and word, `● green`, which no line end parts."""
    return f"{STATUS[status].shape}{NO_BREAK}{STATUS[status].word}"


def with_notes(text: str, letters: Iterable[str]) -> str:
    """A cell's Markdown with the letters of its notes after it, the first not parted from it: `Crime (a) (b)`."""
    noted = " ".join(f"({letter})" for letter in letters)
    return NO_BREAK.join(part for part in (text, noted) if part)


def notes_blocks(notes: Iterable[tuple[str, str]]) -> list[str]:
    """The notes under a table, a line each of one paragraph; pandoc would make a list of one without its backslash."""
    lines = "\\\n".join(f"\\({letter}) {inline(text)}" for letter, text in notes)
    return [lines] if lines else []


def column_heading(column: Period, options: Options) -> Heading:
    """A period as a table's heading, with room for its figures."""
    name = column_name(column, options)
    width = 9 if not isinstance(column, Quarter) else 13 if options.last_year else max(len(name), 7)
    return Heading(name, width, is_figures=True)


def indicator_tables(positions: Sequence[Position], columns: tuple[Period, ...], options: Options) -> Iterator[str]:
    """The table of some indicators with its notes, then a table of each breakdown."""
    if not positions:
        return
    drawn = table_of(positions, columns, options)
    yield indicator_table(drawn, options)
    yield from notes_blocks(drawn.notes)
    for position in positions:
        yield from breakdown_table(position, columns, options)


def indicator_table(drawn: Table, options: Options) -> str:
    """Rows in the partnership's own columns; columns that no row fills are left out."""
    rows, year = drawn.rows, drawn.rows[0].position.period.year
    columns = [
        (Heading("Status", 12), [_status(row) for row in rows]),
        (Heading("Ref.", 5), [inline(row.position.indicator.code or "") for row in rows]),
        (Heading("Indicator", 40), [with_notes(inline(row.title), row.title_notes) for row in rows]),
        (Heading("Source", 14), ["" if options.by is By.SOURCE else inline(row.source) for row in rows]),
        (Heading("Good is", 8), [_good(row.position) for row in rows]),
        (Heading(f"Target {year.short}", 12), _targets(drawn)),
        *_figures(drawn, options),
        (Heading(travel_name(drawn, options), 15), [_travel(row, drawn) for row in rows]),
        (Heading("Trend", 10), [row.trend for row in rows]),
        (Heading("Long-term trend", 15), [row.long_term for row in rows]),
        (Heading("Benchmark", 12), [inline(row.benchmark) for row in rows]),
    ]
    return _filled(columns)


def board_table(drawn: Table, options: Options, *, is_judged: bool = True) -> str:
    """The same for a board, with all the room there is for what a row is about.

    What is good a board reads in the travel, and what was decided in the heading above. A year that is not all in is
    neither judged nor compared. A row on one line leaves the page room for what people say.
    """
    rows = drawn.rows
    columns = [
        (Heading("Status", 1), [_short_status(row) if is_judged else "" for row in rows]),
        (Heading("Indicator", 40, least=30), [with_notes(inline(row.title), row.title_notes) for row in rows]),
        (Heading("Target", 1), _targets(drawn)),
        *_figures(drawn, options),
        (Heading(travel_name(drawn, options), 1), [_travel(row, drawn) if is_judged else "" for row in rows]),
        (Heading("Trend", 1), [row.trend for row in rows]),
    ]
    return _filled(columns)


def _filled(columns: Sequence[tuple[Heading, Sequence[str]]]) -> str:
    kept = [(heading, cells) for heading, cells in columns if any(cells) or heading.is_figures]
    return table([heading for heading, _ in kept], zip(*(cells for _, cells in kept), strict=True))


def _figures(drawn: Table, options: Options) -> list[tuple[Heading, list[str]]]:
    return [
        (column_heading(column, options), [_figure(row.cells[at]) for row in drawn.rows])
        for at, column in enumerate(drawn.columns)
    ]


def _targets(drawn: Table) -> list[str]:
    return [_target(row) if drawn.has_targets else "" for row in drawn.rows]


def _status(row: TableRow) -> str:
    decision = row.position.decision
    mark = f" {DECISION[decision].shape}" if decision else ""
    return with_notes(status_text(row.position.status) + mark, row.status_notes)


def _short_status(row: TableRow) -> str:
    look = STATUS[row.position.status]
    return with_notes(f"{look.shape}{NO_BREAK}{look.short}", row.status_notes)


def _figure(cell: Cell) -> str:
    return with_notes(inline(cell.text), cell.notes)


def _good(position: Position) -> str:
    look = POLARITY[position.indicator.polarity]
    return look.short if look.short != look.shape else "neither"


def _target(row: TableRow) -> str:
    return with_notes(inline(row.target + row.target_per) or ("see" if row.target_notes else "none"), row.target_notes)


def _travel(row: TableRow, drawn: Table) -> str:
    travel = row.position.travel
    text = inline(travel_text(travel, row.came_from)).replace(" ", NO_BREAK, 1)
    if drawn.compared is None and travel.arrow is not Arrow.NONE:
        text += f" {row.compared}"
    return with_notes(text, row.travel_notes)


def breakdown_table(position: Position, columns: tuple[Period, ...], options: Options) -> Iterator[str]:
    """An indicator's breakdown, with its total below; nothing where it has none."""
    drawn = breakdown_of(position, columns, options)
    if drawn is None:
        return
    yield bold(drawn.title)
    rows = [_breakdown_row(inline(each.name), each) for each in drawn.rows]
    total = [_breakdown_row(bold(drawn.total.name), drawn.total)] if drawn.total else []
    yield table(
        [
            Heading(inline(drawn.kind), 30),
            *(column_heading(column, options) for column in columns),
            Heading(f"Direction of travel {drawn.compared}", 15),
        ],
        [*rows, *total],
    )
    yield from notes_blocks(drawn.notes)


def _breakdown_row(name: str, row: BreakdownRow) -> list[str]:
    return [name, *map(_figure, row.cells), inline(travel_text(row.travel, row.came_from))]


def years_by_quarters(position: Position) -> Iterator[str]:
    """An indicator's years, a row each: four quarters and the outturn, with notes below."""
    in_quarters, notes = not position.indicator.is_yearly, Notes()
    rows = [
        [
            row.year.shown,
            *map(_figure, row.quarters),
            inline(row.outturn or NO_FIGURE.shape),
        ]
        for row in years_of(position, notes, in_quarters=in_quarters)
    ]
    yield table(
        [
            Heading("Year", 10),
            *(Heading(f"Q{number}", 9, is_figures=True) for number in range(1, 5) if in_quarters),
            Heading("Outturn", 14, is_figures=True),
        ],
        rows,
    )
    yield from notes_blocks(notes)
