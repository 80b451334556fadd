"""The board's page: the tally, the exceptions with their words and figures, what else there is, actions."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment
from dap_tui.export.board import BESIDES, Beside, Forward, besides, put_forward
from dap_tui.export.decisions import NOTHING_FOR_THE_BOARD
from dap_tui.export.markdown.opening import closing, opening, tally_line
from dap_tui.export.markdown.tables import NO_BREAK, board_table, notes_blocks
from dap_tui.export.markdown.text import bold, indented, inline, prose
from dap_tui.export.options import Options
from dap_tui.export.plan import LATE, PressingAction, in_lines, pressing
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
            inline(key_in_words(assessment)),
        ]
    )
    yield "## For the board"
    found = put_forward(assessment)
    yield "\n".join(map(_forward, found)) if found else NOTHING_FOR_THE_BOARD
    ids = {each for one in assessment.exceptions if one.decision is Decision.REPORT for each in one.indicators}
    positions = [each for each in assessment.positions if each.indicator.id in ids]
    if positions:
        drawn = table_of(positions, columns_of(assessment.period, assessment.positions, options), options)
        yield board_table(drawn, options)
        yield from notes_blocks(drawn.notes)
    others = besides(assessment)
    if others:
        yield f"## {BESIDES}"
        yield "\n".join(map(_beside, others))
    heading, planned = in_lines(pressing(assessment.plan, ids), assessment)
    if planned:
        yield f"## {heading}"
        yield "\n".join(map(_action, planned))
    yield from closing(assessment)


def _forward(each: Forward) -> str:
    """A list entry: what it is about, what was found, and people's words."""
    about = ", ".join(f"{bold(names)} ({rules})" for names, rules in each.about)
    first, *rest = prose(each.text)
    begins = joined([f"{about}:", inline(each.found)])
    if not rest and not first.startswith("- "):
        return f"- {begins} {first}"
    return "\n\n".join([f"- {begins}", *(indented(block) for block in (first, *rest))])


def _beside(each: Beside) -> str:
    return f"- {each.look.shape}{NO_BREAK}{each.word}: {bold(each.names)}: {inline(each.said)}"


def _action(each: PressingAction) -> str:
    known = inline(each.known).replace(LATE, bold(LATE), 1)
    about = joined([bold(each.title), f"({known})" if known else None])
    return f"- {joined([about, inline(each.said) or None], ': ')}"
