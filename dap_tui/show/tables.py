"""`dap show`: the report's tables in the width of the terminal, then exceptions, actions and a legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.groups import Part, PartTable, parts_of, sections_elsewhere, tables_of
from dap_tui.export.last_year import as_held, lacks_last_year
from dap_tui.export.options import Options
from dap_tui.export.rows import Table, columns_of, table_of
from dap_tui.export.wording import dates_in_words, faults_in_words, joined, not_for_publication
from dap_tui.look import STATUS, STATUS_ORDER
from dap_tui.measure import Arrow, Compare, Status
from dap_tui.period import Period, Quarter
from dap_tui.show.chapters import commentary, outlook, resolutions, sections, summary, variation
from dap_tui.show.closing import actions, exceptions, glossary, legend
from dap_tui.show.columns import Layout, out_of_sight
from dap_tui.show.hidden import Hidden, hidden_in_words, row_mark, total_mark
from dap_tui.show.paragraphs import clause, heading, headline, notes, paragraph, prose
from dap_tui.show.past import breakdown
from dap_tui.show.table_columns import layout_of
from dap_tui.show.terminal import Line, Span, Terminal


def show_tables(
    assessment: Assessment, assessor: Assessor, terminal: Terminal, options: Options, hidden: Hidden = frozenset()
) -> str:
    """The tables of a quarter or a year as text; in no more than `terminal.width` cells from 40 up."""
    lacks, options = lacks_last_year(assessment, options), as_held(assessment, options)
    return terminal.drawn(_page(assessment, assessor, terminal, options, hidden, lacks))


def _page(
    assessment: Assessment, assessor: Assessor, terminal: Terminal, options: Options, hidden: Hidden, lacks: str | None
) -> Iterator[Line]:
    columns = columns_of(assessment.period, assessment.positions, options)
    parts = parts_of(assessment, options.by)
    drawn = [_drawn(part, columns, options) for part in parts]
    yield from masthead(assessment, terminal)
    if lacks:
        yield from paragraph(lacks, terminal, "quiet")
    if faults := faults_in_words(assessment):
        yield from paragraph(faults, terminal, "bold")
    if not assessment.positions:
        yield []
        yield from paragraph(f"No indicator is in the report of {assessment.period.shown}.", terminal)
        return
    yield from sections(
        (each for each in assessment.sections if not each.source and not each.priority), terminal, has_rules=True
    )
    yield from summary(assessment, assessor, parts, terminal)
    rows = [row for tables in drawn for _, table in tables for row in table.rows]
    layout = layout_of(rows, columns, terminal, options, hidden)
    if layout.out:
        yield []
        yield from paragraph(out_of_sight(layout.out), terminal, "quiet")
    start = 0
    for part, tables in zip(parts, drawn, strict=True):
        said = joined([_years(assessment.period, options), _compared([table for _, table in tables])], "; ")
        yield from heading(part.heading, terminal, said)
        yield from _part(part, tables, layout, start, terminal, options, hidden)
        start += sum(len(table.rows) for _, table in tables)
    for name, found in sections_elsewhere(assessment, options.by):
        yield from heading(name, terminal)
        yield from sections(found, terminal)
    yield from outlook(assessment, assessor, terminal)
    yield from exceptions(assessment, terminal)
    yield from variation(assessment, terminal)
    yield from actions(assessment, terminal)
    yield from resolutions(assessment, terminal)
    yield from legend(assessment, columns, terminal)
    before = [each.year_before for each in columns] if options.last_year else []
    totals = (total_mark(each, at, hidden) for each in assessment.positions for at in (*columns, *before))
    parts_of_them = (
        row_mark(each, row, at, hidden) for each in assessment.positions for row in each.breakdown for at in columns
    )
    if any(totals) or any(parts_of_them):
        yield from hidden_in_words(terminal)
    yield from glossary("Glossary", assessment.catalogue.glossary.items(), terminal)
    warning = not_for_publication(assessment)
    if warning:
        yield []
        yield from paragraph(warning, terminal, "bold")


def _drawn(part: Part, columns: tuple[Period, ...], options: Options) -> list[tuple[PartTable, Table]]:
    return [(each, table_of(each.positions, columns, options)) for each in tables_of(part, options.by)[0]]


def _part(
    part: Part,
    tables: Sequence[tuple[PartTable, Table]],
    layout: Layout,
    start: int,
    terminal: Terminal,
    options: Options,
    hidden: Hidden,
) -> Iterator[Line]:
    """A part's tables, whose rows begin at `start` in the page's, each with its notes, and what people say."""
    yield from prose(part.text or "", terminal)
    for aim in part.aims:
        yield from paragraph(aim, terminal, "quiet", 2, [("-", "quiet")])
    if part.text or part.aims:
        yield []
    for at, (each, table) in enumerate(tables):
        if at:
            yield []
        if each.heading:
            yield from paragraph(each.heading, terminal, "bold")
        if table.rows:
            yield from layout.table(start, start + len(table.rows))
        start += len(table.rows)
        yield from notes(table.notes, terminal)
        for position in each.positions:
            yield from breakdown(position, terminal, hidden, has_title=True)
        for section in each.sections:
            yield []
            yield from prose(section.text or "", terminal)
    yield from commentary(part.positions, terminal)
    yield from sections(tables_of(part, options.by)[1], terminal)


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


def _compared(tables: Sequence[Table]) -> str | None:
    """What the column of travel looks back to, as `travel on Q2`; of rows marked `y`, the second of the two."""
    rows = [row for table in tables for row in table.rows if row.position.travel.arrow is not Arrow.NONE]
    found = sorted({(row.position.compare is Compare.LAST_YEAR, row.compared) for row in rows})
    words = [f"y: {said}" if by_year and len(found) > 1 else said for by_year, said in found]
    return f"travel {joined(words, ', ')}" if words else None
