"""The board's page: the tally, the exceptions with their words and figures, what else there is, actions."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.export.board import BESIDES, Beside, Forward, besides, put_forward
from dap_tui.export.decisions import NOTHING_FOR_THE_BOARD
from dap_tui.export.html.chapters import charts, standing
from dap_tui.export.html.markup import Html, blocks, element, inside, joined, listing, prose, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import sign
from dap_tui.export.html.tables import indicator_table
from dap_tui.export.plan import PressingAction, in_lines, pressing
from dap_tui.export.rows import columns_of, table_of
from dap_tui.export.summary import commentary_counted, exceptions_counted, missing_counted
from dap_tui.export.wording import joined as in_a_row
from dap_tui.export.wording import key_in_words
from dap_tui.narrative import Decision


def board_view(page: Page) -> Iterator[Chapter]:
    """The chapters of the page, in order."""
    assessment = page.assessment
    counted = [missing_counted(assessment), exceptions_counted(assessment), commentary_counted(assessment)]
    lead = words("p", in_a_row(counted), "lead")
    key = words("p", key_in_words(assessment), "quiet")
    found = put_forward(assessment)
    said = blocks(*map(_forward, found)) if found else words("p", NOTHING_FOR_THE_BOARD)
    ids = {each for one in assessment.exceptions if one.decision is Decision.REPORT for each in one.indicators}
    positions = [each for each in assessment.positions if each.indicator.id in ids]
    figures: list[Html] = []
    if positions:
        columns = columns_of(assessment.period, assessment.positions, page.options)
        figures += indicator_table(page, "Their figures", table_of(positions, columns, page.options))
        # The trend stands in the table: what is printed stays on its page.
        figures.append(inside("div", *charts(page, positions), class_="on-screen"))
    yield chapter(page, "For the board", lead, key, said, *figures)
    others = besides(assessment)
    if others:
        yield chapter(page, BESIDES, listing(map(_beside, others), "found"))
    heading, planned = in_lines(pressing(assessment.plan, ids), assessment)
    if planned:
        yield chapter(page, heading, listing(map(_action, planned)))


def _forward(each: Forward) -> Html:
    """What an exception is about, what was found, and people's words."""
    about = [joined([words("b", names), text(f"({rules}):")]) for names, rules in each.about]
    found = [text(each.found)] if each.found else []
    return inside("div", element("p", joined([*about, *found]), class_="about"), *prose(each.text), class_="exception")


def _beside(each: Beside) -> Html:
    return joined([sign(each.look, each.word), words("b", f"{each.names}:"), text(each.said)])


def _action(each: PressingAction) -> Html:
    if not each.known:
        return joined([words("b", f"{each.title}:" if each.said else each.title), text(each.said)])
    known = f"({standing(each.known)})" + (":" if each.said else "")
    return joined([words("b", each.title), Html(known), text(each.said)])
