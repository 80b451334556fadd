"""The board's page: the tally, the exceptions with their words and figures, what else there is, actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment
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
from dap_tui.export.markdown.opening import closing, opening, tally_line
from dap_tui.export.markdown.tables import NO_BREAK, board_table, notes_blocks
from dap_tui.export.markdown.text import bold, indented, inline, prose
from dap_tui.export.options import Options
from dap_tui.export.plan import LATE, PressingAction, in_lines, pressing
from dap_tui.export.revised import revised_in_words
from dap_tui.export.rows import columns_of, table_of
from dap_tui.export.summary import commentary_counted, exceptions_counted, missing_counted
from dap_tui.export.variation import limits_in_words
from dap_tui.export.wording import joined, key_in_words
from dap_tui.narrative import Decision
from dap_tui.period import Period


def board_view(assessment: Assessment, options: Options, lacks: str | None) -> Iterator[str]:
    """The blocks of the page, in order; `lacks` says what was asked for and is not held."""
    yield from opening(assessment, f"exceptions, {assessment.period.shown}", lacks)
    columns = columns_of(assessment.period, assessment.positions, options)
    yield joined(
        [
            tally_line(assessment),
            missing_counted(assessment),
            exceptions_counted(assessment),
            commentary_counted(assessment),
            inline(key_in_words(assessment)),
        ]
    )
    yield inline(revised_in_words(assessment, columns, MOST_REVISED) or "")
    asked = to_decide(assessment)
    if asked:
        yield f"## {DECIDE}"
        yield "\n".join(map(_asked, asked))
    yield "## For the board"
    found = put_forward(assessment)
    yield "\n".join(map(_forward, found)) if found else nothing_for_the_board(assessment)
    ids = {each for one in assessment.exceptions if one.decision is Decision.REPORT for each in one.indicators}
    positions = [each for each in assessment.positions if each.indicator.id in ids]
    yield from _figures(positions, columns, options)
    yield limits_in_words(with_limits(assessment)) or ""
    if come_to := so_far(assessment):
        yield f"## {SO_FAR}"
        yield from _figures(come_to, columns, options, is_judged=False)
    others = besides(assessment)
    if others:
        yield f"## {BESIDES}"
        yield "\n".join(map(_beside, others))
    heading, planned = in_lines(pressing(assessment.plan, ids), assessment)
    if planned:
        yield f"## {heading}"
        yield "\n".join(map(_action, planned))
    yield from closing(assessment)


def _figures(
    positions: Sequence[Position], columns: tuple[Period, ...], options: Options, *, is_judged: bool = True
) -> Iterator[str]:
    if positions:
        drawn = table_of(positions, columns, options)
        yield board_table(drawn, options, is_judged=is_judged)
        yield from notes_blocks(drawn.notes)


def _forward(each: Forward) -> str:
    """A list entry: what it is about, what was found, and people's words."""
    about = ", ".join(f"{bold(names)} ({rules})" for names, rules in each.about)
    first, *rest = prose(each.text)
    begins = joined([f"{about}:", inline(each.found)])
    if not rest and not first.startswith("- "):
        return f"- {begins} {first}"
    return "\n\n".join([f"- {begins}", *(indented(block) for block in (first, *rest))])


def _asked(each: Beside) -> str:
    return f"- {bold(each.names)}: {inline(each.said)}"


def _beside(each: Beside) -> str:
    return f"- {each.look.shape}{NO_BREAK}{each.word}: {bold(each.names)}: {inline(each.said)}"


def _action(each: PressingAction) -> str:
    known = inline(each.known).replace(LATE, bold(LATE), 1)
    about = joined([bold(each.title), f"({known})" if known else None])
    return f"- {joined([about, inline(each.said) or None], ': ')}"
