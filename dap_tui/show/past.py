"""An indicator's past in the terminal: years by quarters, its breakdown, and where each figure stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dap_tui.assess.position import Position, Row, figure_shown
from dap_tui.disclosure import Cell, Kind
from dap_tui.export.notes import Notes
from dap_tui.export.options import Options
from dap_tui.export.rows import cells_of, columns_of, marked, said_of, travel_of
from dap_tui.export.told import figure_told
from dap_tui.export.wording import joined, on_earlier, travel_text
from dap_tui.look import NO_FIGURE
from dap_tui.measure import Figure
from dap_tui.period import Period, Quarter, Year
from dap_tui.show.columns import Column, Layout, Titles, out_of_sight
from dap_tui.show.hidden import Hidden, hidden_mark
from dap_tui.show.paragraphs import facts, heading, paragraph
from dap_tui.show.terminal import Line, Terminal

_LONGEST_BAR = 24


def years(position: Position, terminal: Terminal, hidden: Hidden) -> Iterator[Line]:
    """Years by quarters, the latest last, with each year's outturn."""
    indicator, figures, period = position.indicator, position.figures, position.period
    found = [year for year in figures.years if year.first_day <= period.last_day]
    if not found:
        return
    yield from heading("Years" if indicator.is_yearly else "Years by quarters", terminal)

    def cell(figure: Figure | None, at: Period) -> tuple[str, str]:
        if at.first_day > period.last_day:
            return "", ""
        is_revised = figure_told(position.revised(at)) is not None
        text = marked(indicator, figure, is_revised=is_revised)
        return (text + hidden_mark(figure, Cell(indicator.id, "", at), hidden) if text else NO_FIGURE.shape), ""

    def outturn(year: Year) -> tuple[str, str]:
        is_open = isinstance(period, Quarter) and year == period.year and period.number < 4
        figure = position.year_to_date if is_open else figures.outturn(year)
        kind = Kind.TO_DATE if is_open and not indicator.is_running else Kind.VALUE
        text = figure_shown(indicator, figure)
        if text:
            text += hidden_mark(figure, Cell(indicator.id, "", period if is_open else year, kind), hidden)
        return (f"{text} to date" if is_open and text else text or NO_FIGURE.shape), "bold"

    quarters = [] if indicator.is_yearly else [
        Column(f"Q{at + 1}", [cell(figures.quarter(each), each) for each in nth], right=True, gives_way=at)
        for at, nth in enumerate(zip(*(year.quarters for year in found), strict=True))
    ]  # fmt: skip
    whole = Column("Year", [outturn(year) for year in found], right=True)
    layout = Layout.fitted([], Titles("", [year.shown for year in found], 7), [*quarters, whole], terminal)
    yield from layout.table(0, len(found))
    if layout.out:
        yield from paragraph(out_of_sight(layout.out), terminal, "quiet")


def breakdown(position: Position, terminal: Terminal, hidden: Hidden) -> Iterator[Line]:
    """The breakdown with its own past, the latest figures as bars, its total below, and notes; nothing without one."""
    rows, indicator, period = position.breakdown, position.indicator, position.period
    if not rows:
        return
    columns, notes = columns_of(period, [position], Options()), Notes()
    cells = [cells_of(indicator, row.figures, period, columns, Options(), notes) for row in rows]
    letters = [dict.fromkeys(letter for cell in row for letter in cell.notes) for row in cells]
    names = [" ".join([row.name, *(f"({letter})" for letter in own)]) for row, own in zip(rows, letters, strict=True)]
    cells.append(cells_of(indicator, position.figures, period, columns, Options(), Notes(), position.revised))
    most = max((row.value for row in rows if row.value is not None), default=None)
    of = [*((row.name, row.figures) for row in rows), ("", position.figures)]
    marks = [
        [hidden_mark(figures.at(each), Cell(indicator.id, name, each), hidden) for name, figures in of]
        for each in columns
    ]
    travels = [*(travel_of(position, row) for row in rows), position.travel]
    drawn = [
        *(
            Column(
                f"Q{column.number}" if isinstance(column, Quarter) else column.shown,
                [(_marked(row[at].text, mark, marks[at]), "") for row, mark in zip(cells, marks[at], strict=True)],
                right=True,
                gives_way=None if column == period else 10 + at,
                is_bold=column == period,
                name=column.short if isinstance(column, Quarter) else column.shown,
            )
            for at, column in enumerate(columns)
        ),
        Column(
            f"Travel {on_earlier(period, position.travel.period)}",
            [(travel_text(each, short=True), "") for each in travels],
            gives_way=5,
        ),
        Column("", [*((_bar(row, most, terminal), "quiet") for row in rows), ("", "")], gives_way=0),
    ]
    layout = Layout.fitted([], Titles("", [*names, "Total"], 14), drawn, terminal)
    has_total = any(cell.figure for cell in cells[-1])
    yield from layout.table(0, len(rows) + has_total)
    out = [name for name in layout.out if name]
    if out:
        yield from paragraph(out_of_sight(out), terminal, "quiet")
    for letter, text in notes:
        yield from paragraph(text, terminal, "quiet", 4, [(f"({letter})", "quiet")])


def _marked(text: str, mark: str, of_column: Sequence[str]) -> str:
    """A figure with its mark, or in a column with marks the room for one."""
    return text + (mark or " ") if any(of_column) else text


def _bar(row: Row, most: Decimal | None, terminal: Terminal) -> str:
    if not most or row.value is None or row.value <= 0:
        return ""
    return ("=" if terminal.ascii else "━") * max(1, round(row.value / most * _LONGEST_BAR))


def places(position: Position, terminal: Terminal, hidden: Hidden) -> Iterator[Line]:
    """Where each figure stands, the latest first, and what was said beside it."""
    found = [(period, figure) for period, figure in reversed(position.history) if figure.place or figure.words]
    if not found:
        return
    yield from heading("Where the figures stand", terminal)
    of = position.indicator
    names = [
        f"{period.shown}: {figure_shown(of, figure)}{hidden_mark(figure, Cell(of.id, '', period), hidden)}"
        for period, figure in found
    ]
    texts = [_place(position, figure, period) for period, figure in found]
    yield from facts(list(zip(names, texts, strict=True)), terminal)


def _place(position: Position, figure: Figure, period: Period) -> str:
    said = [said_of(position.indicator, figure, period), figure_told(position.revised(period))]
    return joined([str(figure.place or ""), *said], " – ")
