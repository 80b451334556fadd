"""The report's chapters besides its tables' own: prose, commentary, outlook, variation, actions, resolutions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dap_tui.assess.actions import PlannedAction
from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.export.groups import Part, tables_of
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.tables import indicator_tables
from dap_tui.export.markdown.text import bold, indented, inline, line, prose
from dap_tui.export.options import Options
from dap_tui.export.outlook import outlook_at, outlook_columns, outlook_intro, with_outlook
from dap_tui.export.plan import LATE, STATUS, PlanColumn, by_date, columns_of_plan, grouped, plan_in_words
from dap_tui.export.wording import joined
from dap_tui.narrative import Section
from dap_tui.period import Period
from dap_tui.sentence import day_in_words


def part_chapter(part: Part, columns: tuple[Period, ...], options: Options) -> Iterator[str]:
    """A part of the report: what the strategy says, the tables, what people say.

    Prose under the heading of one of a source's tables stands with that table.
    """
    yield f"## {inline(part.heading)}"
    yield from prose(part.text or "")
    if part.aims:
        yield "\n".join(f"- {line(aim)}" for aim in part.aims)
    tables, elsewhere = tables_of(part, options.by)
    for each in tables:
        if each.heading:
            yield f"### {inline(each.heading)}"
        yield from indicator_tables(each.positions, columns, options)
        for section in each.sections:
            yield from prose(section.text or "")
    yield from commentary(part.positions)
    yield from sections(elsewhere, "###")


def sections(found: Iterable[Section], level: str) -> Iterator[str]:
    """People's prose, each under its heading."""
    for section in found:
        if section.heading:
            yield f"{level} {inline(section.heading)}"
        yield from prose(section.text or "")


def commentary(positions: Sequence[Position], heading: str = "### Commentary") -> Iterator[str]:
    """What people wrote on single indicators; nothing where they wrote nothing."""
    entries = [entry for position in positions for entry in _comment(position)]
    if entries:
        yield heading
        yield ("\n\n" if any("\n" in entry for entry in entries) else "\n").join(entries)


def _comment(position: Position) -> Iterator[str]:
    blocks = comment_blocks(position)
    if not blocks:
        return
    title = f"- {bold(position.indicator.title)}"
    if len(blocks) == 1 and not blocks[0].startswith("- "):
        yield f"{title}: {blocks[0]}"
        return
    yield "\n\n".join([title, *(indented(block) for block in blocks)])


def comment_blocks(position: Position) -> list[str]:
    """The commentary on one indicator: free text, and what stands under the three headings partnerships use."""
    blocks: list[str] = []
    for heading, text in position.commentary.parts if position.commentary else ():
        written = prose(text)
        if not heading:
            blocks += written
        elif written[0].startswith("- "):
            blocks += [f"{bold(heading)}:", *written]
        else:
            blocks += [f"{bold(heading)}: {written[0]}", *written[1:]]
    return blocks


def outlook(assessment: Assessment, assessor: Assessor) -> Iterator[str]:
    """Where the targets for a year are heading; nothing where there is none, or the year is over."""
    heading = with_outlook(outlook_at(assessment, assessor))
    if not heading:
        return
    yield "## Outlook for the year"
    yield outlook_intro(heading, assessment.period)
    columns = outlook_columns(heading)
    headings = [Heading(each.heading, 12 if each.is_figures else 16, is_figures=each.is_figures) for each in columns]
    titles = (each.indicator.title for each in heading)
    cells = [[inline(text) for text in texts] for texts in (titles, *(each.texts for each in columns))]
    yield table([Heading("Indicator", 40), *headings], zip(*cells, strict=True))


def actions(found: Sequence[PlannedAction], assessment: Assessment) -> Iterator[str]:
    """Some actions by due date; nothing where there are none."""
    if found:
        ordered = by_date(found)
        yield "## Actions"
        yield _actions(ordered, columns_of_plan(ordered, assessment, has_aim=True))


def action_plan(assessment: Assessment) -> Iterator[str]:
    """The whole plan by priority and aim; nothing where there is none."""
    plan = assessment.plan
    if not plan:
        return
    yield "## Action plan"
    yield line(plan_in_words(plan))
    for group in grouped(plan, assessment):
        if group.priority:
            yield f"### {inline(group.priority)}"
        if group.aim:
            yield bold(group.aim)
        yield _actions(group.actions, columns_of_plan(group.actions, assessment, has_aim=False))


def _actions(found: Sequence[PlannedAction], columns: Sequence[PlanColumn]) -> str:
    """A table, or a list of actions of which nothing else is known."""
    if len(columns) == 1:
        return "\n".join(f"- {line(each.action.title)}" for each in found)
    cells = [[_action_cell(column, text) for text in column.texts] for column in columns]
    return table([Heading(each.heading, each.width) for each in columns], zip(*cells, strict=True))


def _action_cell(column: PlanColumn, text: str) -> str:
    if column.heading == STATUS and text.startswith(LATE):
        return bold(LATE) + inline(text.removeprefix(LATE))
    return inline(text)


def resolutions(assessment: Assessment) -> Iterator[str]:
    """What boards decided on the report, by board and day; nothing where they decided nothing yet."""
    if not assessment.resolutions:
        return
    yield "## Resolutions"
    by_board: dict[str, list[str]] = {}
    for each in assessment.resolutions:
        day = day_in_words(each.date) if each.date else None
        by_board.setdefault(joined([each.board, day], ", "), []).append(each.text)
    for board, texts in by_board.items():
        if board:
            yield f"{bold(board)}:"
        yield "\n".join(f"{at}. {line(text)}" for at, text in enumerate(texts, 1))
