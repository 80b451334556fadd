"""The report's tables as HTML: indicators with their notes, breakdowns with bars, years by quarters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.position import Position
from dap_tui.export.breakdown import BreakdownRow, breakdown_of
from dap_tui.export.cells import Cell
from dap_tui.export.history import years_of
from dap_tui.export.html.chart.bars import bar, most_of, trend_line
from dap_tui.export.html.footnotes import Footnotes
from dap_tui.export.html.markup import NOTHING, Html, element, joined, text, words
from dap_tui.export.html.page import Page
from dap_tui.export.html.signs import decision, no_figure, polarity, status
from dap_tui.export.html.table import TITLE, Column, figures, plain, table, title
from dap_tui.export.notes import Notes
from dap_tui.export.options import By, View
from dap_tui.export.rows import Table, TableRow, column_name, table_of, travel_name
from dap_tui.export.wording import travel_text
from dap_tui.look import NO_FIGURE
from dap_tui.measure import Arrow
from dap_tui.period import Period, Quarter


def indicator_tables(
    page: Page, caption: str, positions: Sequence[Position], columns: tuple[Period, ...]
) -> Iterator[Html]:
    """The table of some indicators with its notes, then a table of each breakdown."""
    if not positions:
        return
    yield from indicator_table(page, caption, table_of(positions, columns, page.options))
    for position in positions:
        yield from breakdown_table(page, position, columns)


def indicator_table(page: Page, caption: str, drawn: Table, *, is_judged: bool = True) -> Iterator[Html]:
    """Rows in the partnership's own columns, and the notes below; columns that no row fills are left out.

    A board reads in the travel what is good, and under its heading what was decided. What is not judged has neither
    status nor travel.
    """
    notes = Footnotes.of(page, caption)
    period, is_for_the_board = page.assessment.period, page.options.view is View.EXCEPTIONS
    columns = [
        (plain("Status", "state"), _statuses(drawn, notes, has_decision=not is_for_the_board, is_judged=is_judged)),
        (plain("Ref.", "ref"), [text(row.position.indicator.code or "") for row in drawn.rows]),
        (title("Indicator"), [_title(row, notes) for row in drawn.rows]),
        (plain("Source"), [text(row.source) if page.options.by is not By.SOURCE else NOTHING for row in drawn.rows]),
        (plain("Good is", "good"), [NOTHING if is_for_the_board else _good(row) for row in drawn.rows]),
        (_target_heading(period), _targets(drawn, notes)),
        *(
            (
                figures(column_name(column, page.options), latest=column == period),
                [notes.after(figure_cell(row.cells[at]), row.cells[at].notes) for row in drawn.rows],
            )
            for at, column in enumerate(drawn.columns)
        ),
        (plain(travel_name(drawn, page.options), "travel"), _travels(drawn, notes, is_judged=is_judged)),
        (plain("Trend", "spark"), [trend_line(row.position) for row in drawn.rows]),
        (plain("Long-term trend"), [text(row.long_term) for row in drawn.rows]),
        (plain("Benchmark"), [text(row.benchmark) for row in drawn.rows]),
    ]
    kept = [(column, cells) for column, cells in columns if any(cells) or "figure" in column.kind]
    heads = [column for column, _ in kept]
    yield table(page, caption, heads, [*zip(*(cells for _, cells in kept), strict=True)], restacks=True)
    yield notes.listed(drawn.notes)


def _statuses(drawn: Table, notes: Footnotes, *, has_decision: bool, is_judged: bool) -> list[Html]:
    return [_status(row, notes, has_decision=has_decision) if is_judged else NOTHING for row in drawn.rows]


def _status(row: TableRow, notes: Footnotes, *, has_decision: bool) -> Html:
    decided = decision(row.position.decision) if has_decision else NOTHING
    return notes.after(joined([status(row.position.status), decided]), row.status_notes)


def _title(row: TableRow, notes: Footnotes) -> Html:
    return notes.after(text(row.title), row.title_notes)


def _good(row: TableRow) -> Html:
    return polarity(row.position.indicator.polarity)


def _target_heading(period: Period) -> Column:
    return Column(text(f"Target {period.year.short}"), "target", "Target")


def _targets(drawn: Table, notes: Footnotes) -> list[Html]:
    if not drawn.has_targets:
        return [NOTHING for _ in drawn.rows]
    none = words("span", "none", "nought")
    cells = [text(row.target + row.target_per) or (text("see") if row.target_notes else none) for row in drawn.rows]
    return [notes.after(cell, row.target_notes) for cell, row in zip(cells, drawn.rows, strict=True)]


def figure_cell(cell: Cell) -> Html:
    """A figure, with last year's in brackets behind it; the sign of a gap where one could be."""
    before = words("span", f"({cell.last_year})", "before") if cell.last_year else NOTHING
    here = no_figure() if cell.text == NO_FIGURE.shape else text(cell.text if cell.extent else cell.figure)
    return joined([here, before])


def _travels(drawn: Table, notes: Footnotes, *, is_judged: bool) -> list[Html]:
    return [_travel(row, drawn, notes) if is_judged else NOTHING for row in drawn.rows]


def _travel(row: TableRow, drawn: Table, notes: Footnotes) -> Html:
    travel = row.position.travel
    said = travel_text(travel, row.came_from)
    if drawn.compared is None and travel.arrow is not Arrow.NONE:
        said += f" {row.compared}"
    return notes.after(words("span", said, f"way {travel.judgement}"), row.travel_notes)


def breakdown_table(page: Page, position: Position, columns: tuple[Period, ...]) -> Iterator[Html]:
    """An indicator's breakdown with its own past, the latest figures as bars, its total below."""
    drawn = breakdown_of(position, columns, page.options)
    if drawn is None:
        return
    period, notes = position.period, Footnotes.of(page, "breakdown", position.indicator.id)
    most = most_of([row.value for row in drawn.rows])
    rows = [_breakdown_row(row, notes, bar(row.value, most)) for row in drawn.rows]
    total = _breakdown_row(drawn.total, notes, NOTHING) if drawn.total else None
    heads = [
        Column(text(drawn.kind), TITLE),
        *(figures(column_name(column, page.options), latest=column == period) for column in columns),
        Column(text(f"{period.short if isinstance(period, Quarter) else period.shown} as bars"), "drawn short"),
        plain(f"Direction of travel {drawn.compared}", "travel"),
    ]
    yield element("h3", text(drawn.title)) if not page.options.indicators else NOTHING
    yield table(page, drawn.title, heads, rows, total)
    yield notes.listed(drawn.notes)


def _breakdown_row(row: BreakdownRow, notes: Footnotes, drawn: Html) -> list[Html]:
    cells = (notes.after(figure_cell(cell), cell.notes) for cell in row.cells)
    return [text(row.name), *cells, drawn, words("span", travel_text(row.travel, row.came_from), "way")]


def years_by_quarters(page: Page, position: Position) -> Iterator[Html]:
    """An indicator's years, a row each: four quarters, the outturn, and the outturn as a bar; notes below."""
    indicator, letters = position.indicator, Notes()
    notes = Footnotes.of(page, "years", indicator.id)
    most = most_of([*position.years.values()])
    in_quarters = not indicator.is_yearly and bool(position.figures.quarters)
    rows = []
    for row in years_of(position, letters, in_quarters=in_quarters):
        drawn = [notes.after(figure_cell(cell), cell.notes) for cell in row.quarters]
        whole = text(row.outturn) if row.outturn else no_figure()
        rows.append([text(row.year.shown), *drawn, whole, bar(position.years.get(row.year), most)])
    has_bars = len(position.years) > 1
    heads = [
        title("Year"),
        *(figures(f"Q{number}") for number in range(1, 5) if in_quarters),
        figures("Outturn", latest=True),
        Column(text("Full years as bars"), "drawn short"),
    ]
    shown = rows if has_bars else [row[:-1] for row in rows]
    caption = f"Years of {indicator.title}" if indicator.is_yearly else f"Years by quarters of {indicator.title}"
    yield table(page, caption, heads if has_bars else heads[:-1], shown, class_="years")
    yield notes.listed(letters)
