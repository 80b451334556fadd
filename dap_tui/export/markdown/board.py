"""The board's page: the tally, the exceptions with their words and figures, actions, what is open."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment
from dap_tui.export.markdown.chapters import actions
from dap_tui.export.markdown.exceptions import besides, for_the_board, uncommented, undecided
from dap_tui.export.markdown.opening import closing, opening, tally_line
from dap_tui.export.markdown.tables import indicator_table, notes_blocks
from dap_tui.export.markdown.text import inline
from dap_tui.export.options import Options
from dap_tui.export.plan import pressing
from dap_tui.export.rows import columns_of, table_of
from dap_tui.export.summary import commentary_counted, exceptions_counted, missing_counted
from dap_tui.export.wording import joined, key_in_words
from dap_tui.narrative import Decision


def board_view(assessment: Assessment, options: Options, lacks: str | None) -> Iterator[str]:
    """The blocks of the page, in order; `lacks` says what was asked for and is not held."""
    yield from opening(assessment, f"exceptions, {assessment.period.shown}", lacks)
    yield joined(
        [
            tally_line(assessment),
            missing_counted(assessment),
            exceptions_counted(assessment),
            commentary_counted(assessment),
        ]
    )
    yield inline(key_in_words(assessment))
    yield from for_the_board(assessment, "##")
    yield from besides(assessment, "##")
    ids = {each for one in assessment.exceptions if one.decision is Decision.REPORT for each in one.indicators}
    positions = [each for each in assessment.positions if each.indicator.id in ids]
    if positions:
        drawn = table_of(positions, columns_of(assessment.period, assessment.positions, options), options)
        yield "## Their figures"
        yield indicator_table(drawn, options)
        yield from notes_blocks(drawn.notes)
    yield from actions(pressing(assessment.plan, ids), assessment)
    yield from undecided(assessment, "##")
    yield from uncommented(assessment, "##")
    yield from closing(assessment)
