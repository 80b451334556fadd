"""The columns of the terminal's table of indicators: the partnership's own, each with what gives way first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.export.cells import Cell
from dap_tui.export.options import By, Options
from dap_tui.export.rows import TableRow
from dap_tui.look import ARROW, DECISION, JUDGEMENT, NO_FIGURE, POLARITY, STATUS
from dap_tui.measure import Arrow, Compare
from dap_tui.period import Period, Quarter
from dap_tui.show.columns import Column, Layout, Titles
from dap_tui.show.hidden import Hidden, total_mark
from dap_tui.show.terminal import Span, Terminal, cells

GAP: Span = ("", "")


def layout_of(
    rows: Sequence[TableRow], columns: Sequence[Period], terminal: Terminal, options: Options, hidden: Hidden
) -> Layout:
    """One layout for all the page's tables, so that their columns stand under each other."""
    codes = [(row.position.indicator.code or "", "quiet") for row in rows]
    reference = [Column("Ref.", codes, gives_way=4)] if any(text for text, _ in codes) else []
    titles = Titles("Indicator", [_title(row) for row in rows], _least(terminal))
    after = [*_middle(rows, options), *_figures(rows, columns, hidden), *_right(rows, terminal)]
    return Layout.fitted([_status(rows, terminal), *reference], titles, after, terminal)


def _title(row: TableRow) -> str:
    """An indicator's title with the letters of its row's notes, which have no room beside what they are of."""
    letters = [*row.status_notes, *row.title_notes, *(letter for cell in row.cells for letter in cell.notes)]
    return _noted(row.title, list(dict.fromkeys(letters)))


def _least(terminal: Terminal) -> int:
    """The narrowest that titles may be before a column gives way to them."""
    return max(14, min(34, terminal.width // 3))


def _noted(text: str, letters: Sequence[str]) -> str:
    return " ".join([text, *(f"({letter})" for letter in letters)]).strip()


def _status(rows: Sequence[TableRow], terminal: Terminal) -> Column:
    """The status by shape, with its word where there is room for it; only red and amber colour their word."""
    looks = [STATUS[row.position.status] for row in rows]
    marks = [(terminal.shape(look), look.colour) for look in looks]
    if terminal.width < 60:
        return Column("", [GAP for _ in rows], marks=marks)
    words = [(f" {look.short}", look.colour if look.colours_word else "") for look in looks]
    return Column("Status", words, marks=marks)


def _middle(rows: Sequence[TableRow], options: Options) -> list[Column]:
    good = [(POLARITY[row.position.indicator.polarity].short, "quiet") for row in rows]
    targets = [(_noted(row.target or ("see" if row.target_notes else "–"), row.target_notes), "") for row in rows]
    source = [(row.source, "quiet") for row in rows]
    return [
        *([Column("Source", source, gives_way=5)] if options.by is not By.SOURCE else []),
        Column("Good", good, gives_way=3, name="what is good"),
        *([Column("Target", targets, right=True, gives_way=70)] if any(text != "–" for text, _ in targets) else []),
    ]


def _figures(rows: Sequence[TableRow], columns: Sequence[Period], hidden: Hidden) -> Iterator[Column]:
    """A column a quarter (year), the report's own in bold; it alone never gives way."""
    for at, period in enumerate(columns):
        own = rows[0].position.period
        shown = [row.cells[at] if at < len(row.cells) else Cell(is_due=False) for row in rows]
        before = [total_mark(row.position, period.year_before, hidden) for row in rows]
        texts, inset = _aligned(shown, [total_mark(row.position, period, hidden) for row in rows], before)
        body = [(text, "faint" if text.strip() == NO_FIGURE.shape else "") for text in texts]
        head = f"Q{period.number}" if isinstance(period, Quarter) else period.shown
        is_own = period == own
        name = period.short if isinstance(period, Quarter) else period.shown
        # The earliest goes first, and what is still to come before any that has been.
        order = None if is_own else (8 if period.first_day > own.first_day else 10 + at)
        yield Column(head, body, right=True, gives_way=order, is_bold=is_own, name=name, inset=inset)


def _aligned(found: Sequence[Cell], marks: Sequence[str], before: Sequence[str]) -> tuple[list[str], int]:
    """Figures with their marks, and last year's in brackets with those `before`, each under the other of its kind.

    And how far the figures stand from the column's end.
    """
    brackets = [f"({cell.last_year}{mark})" if cell.last_year else "" for cell, mark in zip(found, before, strict=True)]
    room = max((cells(each) + 1 for each in brackets if each), default=0)
    texts, own = [], int(any(marks))
    for cell, mark, bracket in zip(found, marks, brackets, strict=True):
        figure = cell.figure or (NO_FIGURE.shape if cell.is_due and not bracket else "")
        marked = f"{figure}{mark} {cell.extent}" if cell.extent else figure + mark.ljust(own)
        texts.append(marked + " " * (room - cells(bracket)) + bracket)
    return texts, room + own


def _right(rows: Sequence[TableRow], terminal: Terminal) -> Iterator[Column]:
    is_mixed = len({row.compared for row in rows}) > 1
    yield Column("Travel", [_travel(row, terminal, is_mixed=is_mixed) for row in rows], gives_way=60)
    if any(row.trend for row in rows) and not terminal.ascii:
        yield Column("Trend", [(row.trend, "quiet") for row in rows], gives_way=1)
    if any(row.position.long_term for row in rows) and not isinstance(rows[0].position.period, Quarter):
        words = [row.position.long_term.judgement if row.position.long_term else "" for row in rows]
        yield Column("Long term", [(str(word), "") for word in words], gives_way=6)
    if any(row.benchmark for row in rows):
        yield Column("Benchmark", [(row.benchmark, "quiet") for row in rows], gives_way=0)
    decisions = [row.position.decision for row in rows]
    if any(decisions):
        looks = [DECISION[each] if each else None for each in decisions]
        yield Column("", [(terminal.shape(look), look.colour) if look else GAP for look in looks])


def _travel(row: TableRow, terminal: Terminal, *, is_mixed: bool) -> Span:
    travel = row.position.travel
    arrow, word = terminal.shape(ARROW[travel.arrow]), JUDGEMENT[travel.judgement].short
    if travel.arrow is Arrow.NONE:
        return _noted(arrow, row.travel_notes), "faint"
    text = f"{arrow} {word}"
    if is_mixed and row.position.compare is Compare.LAST_YEAR:
        text += " y"
    return _noted(text, row.travel_notes), JUDGEMENT[travel.judgement].colour
