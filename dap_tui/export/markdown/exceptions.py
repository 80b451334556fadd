"""Exceptions in Markdown: what goes to the board and in what words, what is held and why, what is undecided."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment, ReportedException
from dap_tui.assess.position import Position
from dap_tui.export.markdown.text import bold, indented, inline, prose
from dap_tui.export.wording import joined, listed
from dap_tui.narrative import Decision

NO_WORDS = "No words have been written."
UNDECIDED = "Listed for decision: nobody has decided on these yet."


def exceptions(assessment: Assessment) -> Iterator[str]:
    """The whole chapter; where nothing is an exception, it says so."""
    yield "## Exceptions"
    level = "###"
    if not assessment.exceptions:
        yield "No indicator has an exception."
        return
    yield from for_the_board(assessment, level)
    held = _of(assessment, Decision.HOLD)
    if held:
        yield f"{level} Held"
        yield "Seen, and not for the board, for the reason given."
        yield "\n\n".join(_decided(assessment, each) for each in held)
    yield from undecided(assessment, level)


def for_the_board(assessment: Assessment, level: str) -> Iterator[str]:
    """What people decided to report, in their words, with the figures."""
    yield f"{level} For the board"
    reported = _of(assessment, Decision.REPORT)
    if not reported:
        yield "Nothing has been put forward for the board."
        return
    yield "\n\n".join(_decided(assessment, each) for each in reported)


def undecided(assessment: Assessment, level: str) -> Iterator[str]:
    """What nobody has decided on, with what was found; nothing where all is decided."""
    open_ones = _of(assessment, Decision.UNDECIDED)
    if not open_ones:
        return
    yield f"{level} Undecided"
    yield UNDECIDED
    lines = []
    for each in open_ones:
        position = assessment.position[each.indicators[0]]
        found = (one for one in position.exceptions if one.decision is Decision.UNDECIDED)
        lines.append(f"- {bold(position.indicator.title)}: {' '.join(inline(one.message) for one in found)}")
    yield "\n".join(lines)


def _of(assessment: Assessment, decision: Decision) -> list[ReportedException]:
    return [each for each in assessment.exceptions if each.decision is decision]


def _decided(assessment: Assessment, exception: ReportedException) -> str:
    """A list entry: people's words, and below them each indicator's position."""
    blocks = prose(exception.text or NO_WORDS)
    figures = "\n".join(_figures(assessment.position[each], exception) for each in exception.indicators)
    first, *rest = [*blocks, figures]
    return "\n\n".join([f"- {first.replace(chr(10), chr(10) + '  ')}", *(indented(block) for block in rest)])


def _figures(position: Position, exception: ReportedException) -> str:
    named = [each.rule.words.lower() for each in position.exceptions if each.rule in exception.rules]
    rules = listed(named) or "raised by people"
    return f"- {joined([bold(position.indicator.title), f'({rules}):', inline(position.sentence)])}"
