"""Exceptions in Markdown: what goes to the board and in what words, what is held and why, what is undecided."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment, ReportedException
from dap_tui.assess.position import Position
from dap_tui.export.decisions import (
    HELD,
    NO_WORDS,
    UNDECIDED,
    no_exception,
    nothing_for_the_board,
    of_decision,
    reasons_in_words,
    rules_in_words,
    undecided_in_words,
    undecided_positions,
)
from dap_tui.export.markdown.text import bold, indented, inline, prose
from dap_tui.export.summary import NO_COMMENTARY, UNCOMMENTED
from dap_tui.export.wording import joined
from dap_tui.narrative import Decision


def exceptions(assessment: Assessment) -> Iterator[str]:
    """The whole chapter; where nothing is an exception, it says so."""
    yield "## Exceptions"
    level = "###"
    if not assessment.exceptions:
        yield no_exception(assessment)
    else:
        yield from for_the_board(assessment, level)
    held = of_decision(assessment, Decision.HOLD)
    if held:
        yield f"{level} Held"
        yield HELD
        yield "\n\n".join(_decided(assessment, each) for each in held)
    yield from undecided(assessment, level)
    yield from uncommented(assessment, level)


def for_the_board(assessment: Assessment, level: str) -> Iterator[str]:
    """What people decided to report, in their words, with the figures."""
    yield f"{level} For the board"
    reported = of_decision(assessment, Decision.REPORT)
    if not reported:
        yield nothing_for_the_board(assessment)
        return
    yield "\n\n".join(_decided(assessment, each) for each in reported)


def undecided(assessment: Assessment, level: str) -> Iterator[str]:
    """What nobody has decided on, with what was found; nothing where all is decided."""
    found = undecided_positions(assessment)
    if found:
        yield f"{level} Undecided"
        yield UNDECIDED
        yield "\n".join(_about(each, undecided_in_words(each)) for each in found)


def uncommented(assessment: Assessment, level: str) -> Iterator[str]:
    """The red indicators on which nobody has written a commentary; nothing where there is none."""
    if assessment.uncommented:
        yield f"{level} {UNCOMMENTED}"
        yield NO_COMMENTARY
        yield "\n".join(_about(each, each.sentence) for each in assessment.uncommented)


def _about(position: Position, words: str) -> str:
    return f"- {bold(position.indicator.title)}: {inline(words)}"


def _decided(assessment: Assessment, exception: ReportedException) -> str:
    """A list entry: people's words, and below them each indicator's position."""
    blocks = prose(exception.text or NO_WORDS)
    figures = "\n".join(_figures(assessment.position[each], exception) for each in exception.indicators)
    first, *rest = [*blocks, figures]
    return "\n\n".join([f"- {first.replace(chr(10), chr(10) + '  ')}", *(indented(block) for block in rest)])


def _figures(position: Position, exception: ReportedException) -> str:
    rules = rules_in_words(position, exception)
    return f"- {joined([bold(position.indicator.title), f'({rules}):', inline(reasons_in_words(position, exception))])}"
