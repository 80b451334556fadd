"""The board's page: the tally, the exceptions with their words and figures, actions, what is open."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.export.html.chapters import actions, charts
from dap_tui.export.html.exceptions import besides, for_the_board, left_open
from dap_tui.export.html.markup import words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.tables import indicator_table
from dap_tui.export.plan import pressing
from dap_tui.export.rows import columns_of, table_of
from dap_tui.export.summary import commentary_counted, exceptions_counted, missing_counted
from dap_tui.export.wording import joined, key_in_words
from dap_tui.narrative import Decision


def board_view(page: Page) -> Iterator[Chapter]:
    """The chapters of the page, in order."""
    assessment = page.assessment
    counted = [missing_counted(assessment), exceptions_counted(assessment), commentary_counted(assessment)]
    lead = words("p", joined(counted), "lead")
    key = words("p", key_in_words(assessment), "quiet")
    yield chapter(page, "For the board", lead, key, for_the_board(assessment))
    for heading, said in besides(assessment):
        yield chapter(page, heading, said)
    ids = {each for one in assessment.exceptions if one.decision is Decision.REPORT for each in one.indicators}
    positions = [each for each in assessment.positions if each.indicator.id in ids]
    if positions:
        columns = columns_of(assessment.period, assessment.positions, page.options)
        drawn = table_of(positions, columns, page.options)
        figures = indicator_table(page, "Their figures", drawn)
        yield chapter(page, "Their figures", *figures, *charts(page, positions))
    yield from actions(page, pressing(assessment.plan, ids))
    for heading, said in left_open(assessment):
        yield chapter(page, heading, said)
