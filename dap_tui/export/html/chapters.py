"""The report's chapters besides its tables' own: parts, commentary, outlook, actions, resolutions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dap_tui.assess.actions import PlannedAction
from dap_tui.assess.assessment import Assessor
from dap_tui.assess.position import Position
from dap_tui.export.groups import Part, tables_of
from dap_tui.export.html.chart.figure import line_chart
from dap_tui.export.html.markup import (
    NOTHING,
    Html,
    blocks,
    element,
    inside,
    listing,
    prose,
    text,
    unseen,
    words,
)
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import status
from dap_tui.export.html.table import figures, plain, table, title
from dap_tui.export.html.tables import indicator_tables, years_by_quarters
from dap_tui.export.outlook import outlook_at, outlook_columns, outlook_intro, with_outlook
from dap_tui.export.plan import LATE, STATUS, PlanColumn, by_date, columns_of_plan, grouped, plan_in_words
from dap_tui.export.wording import joined as in_a_row
from dap_tui.narrative import Section
from dap_tui.period import Period
from dap_tui.sentence import day_in_words


def part_chapter(page: Page, part: Part, columns: tuple[Period, ...]) -> Chapter:
    """A part of the report: what the strategy says, the tables, the charts, what people say.

    Prose under the heading of one of a source's tables stands with that table.
    """
    body: list[Html] = [*prose(part.text), listing(map(text, part.aims))]
    tables, elsewhere = tables_of(part, page.options.by)
    for each in tables:
        if each.heading:
            body.append(words("h3", each.heading))
        caption = f"{part.heading}: {each.heading}" if each.heading else part.heading
        body += indicator_tables(page, caption, each.positions, columns)
        for section in each.sections:
            body += prose(section.text)
    body += charts(page, part.positions)
    body += commentary(part.positions)
    return chapter(page, part.heading, *body, *sections(elsewhere, "h3"))


def charts(page: Page, positions: Iterable[Position]) -> Iterator[Html]:
    """A chart of each indicator that has two figures or more, its sentence, and its figures to unfold."""
    drawn = [_figure(page, position, chart) for position in positions if (chart := line_chart(position, page))]
    if drawn:
        yield words("h3", "Charts")
        yield inside("div", *drawn, class_="charts")


def _figure(page: Page, position: Position, chart: Html) -> Html:
    about = position.indicator.title
    caption = element("figcaption", words("b", about), Html(" "), status(position.status))
    summary = element("summary", text("Figures"), unseen(f" of {about}"))
    return inside(
        "figure",
        caption,
        chart,
        words("p", position.sentence),
        inside("details", summary, *years_by_quarters(page, position)),
    )


def sections(found: Iterable[Section], level: str) -> Iterator[Html]:
    """People's prose, each under its heading."""
    for section in found:
        if section.heading:
            yield words(level, section.heading)
        yield from prose(section.text)


def commentary(positions: Sequence[Position]) -> Iterator[Html]:
    """What people wrote on single indicators; nothing where they wrote nothing."""
    said = [(position.indicator.title, comment(position)) for position in positions]
    entries = [blocks(words("dt", about), inside("dd", *written)) for about, written in said if written]
    if entries:
        yield words("h3", "Commentary")
        yield inside("dl", *entries, class_="said")


def comment(position: Position) -> list[Html]:
    """The commentary on one indicator: free text, and what stands under the three headings partnerships use."""
    found: list[Html] = []
    for heading, said in position.commentary.parts if position.commentary else ():
        found += [element("p", words("b", heading), class_="under")] if heading else []
        found += prose(said)
    return found


def outlook(page: Page, assessor: Assessor) -> Iterator[Chapter]:
    """Where the targets for a year are heading; nothing where there is none, or the year is over."""
    heading = with_outlook(outlook_at(page.assessment, assessor))
    if not heading:
        return
    columns = outlook_columns(heading)
    latest = columns[0].heading
    heads = [
        figures(each.heading, latest=each.heading == latest) if each.is_figures else plain(each.heading)
        for each in columns
    ]
    titles = (each.indicator.title for each in heading)
    cells = [[text(said) for said in texts] for texts in (titles, *(each.texts for each in columns))]
    yield chapter(
        page,
        "Outlook for the year",
        words("p", outlook_intro(heading, page.assessment.period)),
        table(page, "Outlook for the year", [title("Indicator"), *heads], [*zip(*cells, strict=True)]),
    )


def action_plan(page: Page) -> Iterator[Chapter]:
    """The whole plan by priority and aim; nothing where there is none."""
    plan, body = page.assessment.plan, []
    if not plan:
        return
    for group in grouped(plan, page.assessment):
        body += [words("h3", group.priority)] if group.priority else []
        body += [element("p", words("b", group.aim), class_="under")] if group.aim else []
        columns = columns_of_plan(group.actions, page.assessment, has_aim=False)
        body.append(_actions(page, columns, f"Actions: {group.aim}" if group.aim else "Actions"))
    yield chapter(page, "Action plan", words("p", plan_in_words(plan)), *body)


def action_table(page: Page, found: Sequence[PlannedAction], caption: str) -> Html:
    """Some actions by due date as a table, or as a list where nothing but their titles is known."""
    return _actions(page, columns_of_plan(by_date(found), page.assessment, has_aim=True), caption)


def _actions(page: Page, columns: Sequence[PlanColumn], caption: str) -> Html:
    first, *others = columns
    if not others:
        return listing(text(each) for each in first.texts)
    heads = [title(first.heading), *(plain(each.heading) for each in others)]
    cells = [[_action_cell(column, said) for said in column.texts] for column in columns]
    return table(page, caption, heads, [*zip(*cells, strict=True)], restacks=True)


def _action_cell(column: PlanColumn, said: str) -> Html:
    return standing(said) if column.heading == STATUS else text(said)


def standing(said: str) -> Html:
    """How an action stands; that it is late stands out."""
    if said.startswith(LATE):
        late = element("strong", element("span", text(LATE), class_="amber loud"))
        return Html(late + text(said.removeprefix(LATE)))
    return text(said)


def resolutions(page: Page) -> Iterator[Chapter]:
    """What boards decided on the report, by board and day; nothing where they decided nothing yet."""
    by_board: dict[str, list[Html]] = {}
    for each in page.assessment.resolutions:
        day = day_in_words(each.date) if each.date else None
        by_board.setdefault(in_a_row([each.board, day], ", "), []).append(element("li", text(each.text)))
    if by_board:
        body = [
            blocks(words("h3", board) if board else NOTHING, inside("ol", *entries))
            for board, entries in by_board.items()
        ]
        yield chapter(page, "Resolutions", *body)
