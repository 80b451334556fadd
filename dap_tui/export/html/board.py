"""The board's page: the tally, the exceptions with their words and figures, what else there is, actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.position import Position
from dap_tui.export.board import (
    BESIDES,
    DECIDE,
    MOST_REVISED,
    SO_FAR,
    Beside,
    Forward,
    besides,
    put_forward,
    so_far,
    to_decide,
    with_limits,
)
from dap_tui.export.decisions import nothing_for_the_board
from dap_tui.export.html.chapters import charts, standing
from dap_tui.export.html.markup import NOTHING, Html, blocks, element, inside, joined, listing, prose, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import sign
from dap_tui.export.html.tables import indicator_table
from dap_tui.export.plan import PressingAction, in_lines, pressing
from dap_tui.export.revised import revised_in_words
from dap_tui.export.rows import columns_of, table_of
from dap_tui.export.summary import commentary_counted, exceptions_counted, missing_counted
from dap_tui.export.variation import limits_in_words
from dap_tui.export.wording import joined as in_a_row
from dap_tui.export.wording import key_in_words
from dap_tui.narrative import Decision
from dap_tui.period import Period


def lead(page: Page) -> Html:
    """What is missing, how much was decided, what was revised since, and the key to the shapes."""
    assessment = page.assessment
    counted = [missing_counted(assessment), exceptions_counted(assessment), commentary_counted(assessment)]
    revised = revised_in_words(assessment, _columns(page), MOST_REVISED)
    return blocks(
        words("p", in_a_row(counted), "lead"),
        words("p", revised) if revised else NOTHING,
        words("p", key_in_words(assessment), "quiet"),
    )


def board_view(page: Page) -> Iterator[Chapter]:
    """The chapters of the page, in order: what the board is asked first."""
    assessment = page.assessment
    asked = to_decide(assessment)
    if asked:
        yield chapter(page, DECIDE, listing(map(_asked, asked), "found"))
    found = put_forward(assessment)
    said = blocks(*map(_forward, found)) if found else words("p", nothing_for_the_board(assessment))
    ids = {each for one in assessment.exceptions if one.decision is Decision.REPORT for each in one.indicators}
    positions = [each for each in assessment.positions if each.indicator.id in ids]
    limits = limits_in_words(with_limits(assessment))
    figures: list[Html] = [*_figures(page, "Their figures", positions)]
    if positions:
        # The trend stands in the table: what is printed stays on its page.
        figures.append(inside("div", *charts(page, positions), class_="on-screen"))
    yield chapter(page, "For the board", said, *figures, words("p", limits, "quiet") if limits else NOTHING)
    if come_to := so_far(assessment):
        yield chapter(page, SO_FAR, *_figures(page, SO_FAR, come_to, is_judged=False))
    others = besides(assessment)
    if others:
        yield chapter(page, BESIDES, listing(map(_beside, others), "found"))
    heading, planned = in_lines(pressing(assessment.plan, ids), assessment)
    if planned:
        yield chapter(page, heading, listing(map(_action, planned)))


def _columns(page: Page) -> tuple[Period, ...]:
    return columns_of(page.assessment.period, page.assessment.positions, page.options)


def _figures(page: Page, caption: str, positions: Sequence[Position], *, is_judged: bool = True) -> Iterator[Html]:
    if positions:
        drawn = table_of(positions, _columns(page), page.options)
        yield from indicator_table(page, caption, drawn, is_judged=is_judged)


def _forward(each: Forward) -> Html:
    """What an exception is about, what was found, and people's words."""
    about = [joined([words("b", names), text(f"({rules}):")]) for names, rules in each.about]
    found = [text(each.found)] if each.found else []
    return inside("div", element("p", joined([*about, *found]), class_="about"), *prose(each.text), class_="exception")


def _asked(each: Beside) -> Html:
    return joined([words("b", f"{each.names}:"), text(each.said)])


def _beside(each: Beside) -> Html:
    return joined([sign(each.look, each.word), words("b", f"{each.names}:"), text(each.said)])


def _action(each: PressingAction) -> Html:
    if not each.known:
        return joined([words("b", f"{each.title}:" if each.said else each.title), text(each.said)])
    known = f"({standing(each.known)})" + (":" if each.said else "")
    return joined([words("b", each.title), Html(known), text(each.said)])
