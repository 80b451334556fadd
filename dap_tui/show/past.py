"""An indicator's past in the terminal: years by quarters, its breakdown, and where each figure stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown
from dap_tui.disclosure import Cell
from dap_tui.export.breakdown import BreakdownRow, breakdown_of
from dap_tui.export.cells import marked, said_of
from dap_tui.export.history import outturn_of
from dap_tui.export.options import Options
from dap_tui.export.rows import columns_of
from dap_tui.export.told import figure_told
from dap_tui.export.wording import joined, travel_text
from dap_tui.look import NO_FIGURE
from dap_tui.measure import Figure
from dap_tui.period import Period, Quarter, Year
from dap_tui.show.columns import Column, Layout, Titles, out_of_sight
from dap_tui.show.hidden import Hidden, hidden_mark, row_mark, total_mark, year_mark
from dap_tui.show.paragraphs import facts, heading, notes, paragraph
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
        mark = year_mark(position, year, hidden)
        return outturn_of(position, year, mark) or NO_FIGURE.shape, "bold"

    quarters = [] if indicator.is_yearly else [
        Column(f"Q{at + 1}", [cell(figures.quarter(each), each) for each in nth], right=True, gives_way=at)
        for at, nth in enumerate(zip(*(year.quarters for year in found), strict=True))
    ]  # fmt: skip
    whole = Column("Outturn", [outturn(year) for year in found], right=True)
    layout = Layout.fitted([], Titles("Year", [year.shown for year in found], 7), [*quarters, whole], terminal)
    yield from layout.table(0, len(found))
    if layout.out:
        yield from paragraph(out_of_sight(layout.out), terminal, "quiet")


def breakdown(position: Position, terminal: Terminal, hidden: Hidden, *, has_title: bool = False) -> Iterator[Line]:
    """The breakdown with its own past, the latest figures as bars, its total below, and notes; nothing without one."""
    columns = columns_of(position.period, [position], Options())
    found = breakdown_of(position, columns, Options())
    if found is None:
        return
    if has_title:
        yield []
        yield from paragraph(found.title, terminal, "bold")
    rows = [*found.rows, *([found.total] if found.total else [])]
    most = max((row.value for row in found.rows if row.value is not None), default=None)
    periods = [
        _of_period(position, each, [row.cells[at].text for row in rows], hidden, 10 + at)
        for at, each in enumerate(columns)
    ]
    drawn = [
        *periods,
        Column(
            f"Travel {found.compared}",
            [(travel_text(row.travel, row.came_from, short=True), "") for row in rows],
            gives_way=5,
        ),
        Column("", [*((_bar(row.value, most, terminal), "quiet") for row in found.rows), ("", "")], gives_way=0),
    ]
    layout = Layout.fitted([], Titles("", [_noted(row) for row in rows], 14), drawn, terminal)
    yield from layout.table(0, len(rows))
    out = [name for name in layout.out if name]
    if out:
        yield from paragraph(out_of_sight(out), terminal, "quiet")
    yield from notes(found.notes, terminal)


def _noted(row: BreakdownRow) -> str:
    letters = dict.fromkeys(letter for cell in row.cells for letter in cell.notes)
    return " ".join([row.name, *(f"({letter})" for letter in letters)])


def _of_period(position: Position, period: Period, texts: Sequence[str], hidden: Hidden, order: int) -> Column:
    """The figures of a period, each row's and then the total's, with the marks of what a report would hide."""
    marks = [row_mark(position, row, period, hidden) for row in position.breakdown]
    marks.append(total_mark(position, period, hidden))
    room = " " if any(marks) else ""
    is_own, name = period == position.period, period.short if isinstance(period, Quarter) else period.shown
    return Column(
        f"Q{period.number}" if isinstance(period, Quarter) else period.shown,
        [(text + (mark or room), "") for text, mark in zip(texts, marks, strict=False)],
        right=True,
        gives_way=None if is_own else order,
        is_bold=is_own,
        name=name,
    )


def _bar(value: Decimal | None, most: Decimal | None, terminal: Terminal) -> str:
    if not most or value is None or value <= 0:
        return ""
    return ("=" if terminal.ascii else "━") * max(1, round(value / most * _LONGEST_BAR))


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
