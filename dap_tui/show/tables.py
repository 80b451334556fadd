"""`dap show`: the report's tables in the width of the terminal, then exceptions, actions and a legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position, Row
from dap_tui.disclosure import Cell
from dap_tui.export.groups import Part, by_section, parts_of, sections_elsewhere
from dap_tui.export.options import By, Options
from dap_tui.export.rows import Cell as Figure
from dap_tui.export.rows import Table, TableRow, columns_of, table_of
from dap_tui.export.wording import dates_in_words, not_for_publication, on_earlier
from dap_tui.look import ARROW, DECISION, JUDGEMENT, NO_FIGURE, POLARITY, STATUS, STATUS_ORDER
from dap_tui.measure import Arrow, Compare, Status
from dap_tui.narrative import Section
from dap_tui.period import Period, Quarter
from dap_tui.show.chapters import commentary, outlook, resolutions, sections, summary, variation
from dap_tui.show.closing import actions, exceptions, glossary, legend
from dap_tui.show.columns import Column, Layout, Titles, out_of_sight
from dap_tui.show.hidden import Hidden, hidden_in_words, hidden_mark
from dap_tui.show.paragraphs import clause, heading, headline, paragraph, prose
from dap_tui.show.past import breakdown
from dap_tui.show.terminal import Line, Span, Terminal, cells

GAP: Span = ("", "")


def show_tables(
    assessment: Assessment, assessor: Assessor, terminal: Terminal, options: Options, hidden: Hidden = frozenset()
) -> str:
    """The tables of a quarter or a year as text; in no more than `terminal.width` cells from 40 up."""
    return terminal.drawn(_page(assessment, assessor, terminal, options, hidden))


def _page(
    assessment: Assessment, assessor: Assessor, terminal: Terminal, options: Options, hidden: Hidden
) -> Iterator[Line]:
    columns = columns_of(assessment.period, assessment.positions, options)
    parts = parts_of(assessment, options.by)
    drawn = [
        [(name, table_of(positions, columns, options)) for name, positions in _tables(each, options)] for each in parts
    ]
    yield from masthead(assessment, terminal)
    if not assessment.positions:
        yield []
        yield from paragraph(f"No indicator is in the report of {assessment.period.shown}.", terminal)
        return
    yield from sections((each for each in assessment.sections if _is_of_the_whole(each)), terminal, has_rules=True)
    yield from summary(assessment, assessor, parts, terminal)
    rows = [row for tables in drawn for _, table in tables for row in table.rows]
    layout = _layout(rows, columns, terminal, options, hidden)
    if layout.out:
        yield []
        yield from paragraph(out_of_sight(layout.out), terminal, "quiet")
    start = 0
    for part, tables in zip(parts, drawn, strict=True):
        yield from heading(part.heading, terminal, _years(assessment.period, options))
        yield from _part(part, tables, layout, start, terminal, hidden)
        start += sum(len(table.rows) for _, table in tables)
    for name, found in sections_elsewhere(assessment, options.by):
        yield from heading(name, terminal)
        yield from sections(found, terminal)
    yield from outlook(assessment, terminal)
    yield from exceptions(assessment, terminal)
    yield from variation(assessment, terminal)
    yield from actions(assessment, terminal)
    yield from resolutions(assessment, terminal)
    yield from legend(assessment, columns, terminal)
    before = [each.year_before for each in columns] if options.last_year else []
    totals = (_mark(each, at, hidden) for each in assessment.positions for at in (*columns, *before))
    parts_of_them = (
        _row_mark(each, row, at, hidden) for each in assessment.positions for row in each.breakdown for at in columns
    )
    if any(totals) or any(parts_of_them):
        yield from hidden_in_words(terminal)
    yield from glossary("Glossary", assessment.catalogue.glossary.items(), terminal)
    warning = not_for_publication(assessment)
    if warning:
        yield []
        yield from paragraph(warning, terminal, "bold")


def _is_of_the_whole(section: Section) -> bool:
    return not section.source and not section.priority


def _tables(part: Part, options: Options) -> list[tuple[str | None, list[Position]]]:
    """A part's tables, one a section where parts are sources: the section's heading, and its rows."""
    return by_section(part.positions) if options.by is By.SOURCE else [(None, list(part.positions))]


def _part(
    part: Part,
    tables: Sequence[tuple[str | None, Table]],
    layout: Layout,
    start: int,
    terminal: Terminal,
    hidden: Hidden,
) -> Iterator[Line]:
    """A part's tables, whose rows begin at `start` in the page's, each with its notes, and what people say."""
    yield from prose(part.text or "", terminal)
    for aim in part.aims:
        yield from paragraph(aim, terminal, "quiet", 2, [("-", "quiet")])
    if part.text or part.aims:
        yield []
    written = list(part.sections)
    for at, (name, table) in enumerate(tables):
        if at:
            yield []
        if name:
            yield from paragraph(name, terminal, "bold")
        if table.rows:
            yield from layout.table(start, start + len(table.rows))
        start += len(table.rows)
        for letter, text in table.notes:
            yield from paragraph(text, terminal, "quiet", 4, [(f"({letter})", "quiet")])
        for position in [row.position for row in table.rows if row.position.breakdown]:
            yield []
            by = (position.indicator.breakdown or "part").lower()
            yield from paragraph(f"{position.indicator.title}, by {by}", terminal, "bold")
            yield from breakdown(position, terminal, hidden)
        for section in [each for each in written if name and each.heading == name]:
            written.remove(section)
            yield []
            yield from prose(section.text or "", terminal)
    yield from commentary(part.positions, terminal)
    yield from sections(written, terminal)


def masthead(assessment: Assessment, terminal: Terminal) -> Iterator[Line]:
    """The partnership, the period and its dates, and the tally, which is also the key to the shapes."""
    period = assessment.period
    yield from headline(assessment.catalogue.partnership.name, [(period.shown, "bold")], terminal)
    yield [(dates_in_words(period), "quiet")]
    yield from clause(tally(assessment, terminal), terminal)


def tally(assessment: Assessment, terminal: Terminal) -> list[list[Span]]:
    """How many indicators have each status, and how many are undecided."""
    parts: list[list[Span]] = []
    for status in STATUS_ORDER:
        count, look = assessment.summary[status], STATUS[status]
        if count or status in {Status.RED, Status.AMBER, Status.GREEN}:
            colour = look.colour if count else "quiet"
            parts.append([(terminal.shape(look), colour), (f" {count} {look.word}", "" if count else "quiet")])
    if assessment.undecided:
        parts.append([("!", "amber"), (f" {assessment.undecided} undecided", "")])
    return parts


def _years(period: Period, options: Options) -> str:
    if options.last_year and isinstance(period, Quarter):
        return f"{period.year.shown} ({period.year.previous.shown} in brackets)"
    return period.year.shown


def _layout(
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
    return _noted(row.position.indicator.title, list(dict.fromkeys(letters)))


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
    source = [(_source(row.position), "quiet") for row in rows]
    return [
        *([Column("Source", source, gives_way=5)] if options.by is not By.SOURCE else []),
        Column("Good", good, gives_way=3, name="what is good"),
        *([Column("Target", targets, right=True, gives_way=70)] if any(text != "–" for text, _ in targets) else []),
    ]


def _source(position: Position) -> str:
    source = position.catalogue.source.get(position.indicator.source)
    return source.name if source else position.indicator.source


def _figures(rows: Sequence[TableRow], columns: Sequence[Period], hidden: Hidden) -> Iterator[Column]:
    """A column a quarter (year), the report's own in bold; it alone never gives way."""
    for at, period in enumerate(columns):
        own = rows[0].position.period
        shown = [row.cells[at] if at < len(row.cells) else Figure(is_due=False) for row in rows]
        before = [_mark(row.position, period.year_before, hidden) for row in rows]
        texts, inset = _aligned(shown, [_mark(row.position, period, hidden) for row in rows], before)
        body = [(text, "faint" if text.strip() == NO_FIGURE.shape else "") for text in texts]
        head = f"Q{period.number}" if isinstance(period, Quarter) else period.shown
        is_own = period == own
        name = period.short if isinstance(period, Quarter) else period.shown
        # The earliest goes first, and what is still to come before any that has been.
        order = None if is_own else (8 if period.first_day > own.first_day else 10 + at)
        yield Column(head, body, right=True, gives_way=order, is_bold=is_own, name=name, inset=inset)


def _row_mark(position: Position, row: Row, period: Period, hidden: Hidden) -> str:
    return hidden_mark(row.figures.at(period), Cell(position.indicator.id, row.name, period), hidden)


def _mark(position: Position, period: Period, hidden: Hidden) -> str:
    return hidden_mark(position.figures.at(period), Cell(position.indicator.id, "", period), hidden)


def _aligned(found: Sequence[Figure], marks: Sequence[str], before: Sequence[str]) -> tuple[list[str], int]:
    """Figures with their marks, and last year's in brackets with those `before`, each under the other of its kind.

    And how far the figures stand from the column's end.
    """
    brackets = [f"({cell.last_year}{mark})" if cell.last_year else "" for cell, mark in zip(found, before, strict=True)]
    room = max((cells(each) + 1 for each in brackets if each), default=0)
    texts, own = [], int(any(marks))
    for cell, mark, bracket in zip(found, marks, brackets, strict=True):
        figure = cell.figure or (NO_FIGURE.shape if cell.is_due and not bracket else "")
        texts.append(f"{figure}{mark.ljust(own)}" + " " * (room - cells(bracket)) + bracket)
    return texts, room + own


def _right(rows: Sequence[TableRow], terminal: Terminal) -> Iterator[Column]:
    is_mixed = len({on_earlier(row.position.period, row.travel.period) for row in rows}) > 1
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
    travel = row.travel
    arrow, word = terminal.shape(ARROW[travel.arrow]), JUDGEMENT[travel.judgement].short
    if travel.arrow is Arrow.NONE:
        return _noted(arrow, row.travel_notes), "faint"
    text = f"{arrow} {word}"
    if is_mixed and row.position.compare is Compare.LAST_YEAR:
        text += " y"
    return _noted(text, row.travel_notes), JUDGEMENT[travel.judgement].colour
