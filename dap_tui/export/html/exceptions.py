"""Exceptions: what goes to the board and in what words, what is held and why, what is undecided."""

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
from dap_tui.export.html.markup import Html, blocks, element, inside, joined, listing, prose, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import decision, status
from dap_tui.export.summary import NO_COMMENTARY, UNCOMMENTED
from dap_tui.narrative import Decision


def exceptions(page: Page) -> Chapter:
    """The whole chapter; where nothing is an exception, it says so."""
    assessment = page.assessment
    if assessment.exceptions:
        body = [words("h3", "For the board"), for_the_board(assessment)]
    else:
        body = [words("p", no_exception(assessment))]
    held = of_decision(assessment, Decision.HOLD)
    if held:
        body += [words("h3", "Held"), words("p", HELD), *(_decided(assessment, each) for each in held)]
    for heading, said in left_open(assessment):
        body += [words("h3", heading), said]
    return chapter(page, "Exceptions", *body)


def for_the_board(assessment: Assessment) -> Html:
    """What people decided to report, in their words, with the figures."""
    reported = of_decision(assessment, Decision.REPORT)
    if not reported:
        return words("p", nothing_for_the_board(assessment))
    return blocks(*(_decided(assessment, each) for each in reported))


def left_open(assessment: Assessment) -> Iterator[tuple[str, Html]]:
    """Under their headings: what nobody has decided on, and what is red without a commentary."""
    found = [
        joined([decision(Decision.UNDECIDED), words("b", f"{each.indicator.title}:"), text(undecided_in_words(each))])
        for each in undecided_positions(assessment)
    ]
    if found:
        yield "Undecided", blocks(words("p", UNDECIDED), listing(found, "found"))
    silent = [
        joined([status(each.status), words("b", f"{each.indicator.title}:"), text(each.sentence)])
        for each in assessment.uncommented
    ]
    if silent:
        yield UNCOMMENTED, blocks(words("p", NO_COMMENTARY), listing(silent, "found"))


def _decided(assessment: Assessment, exception: ReportedException) -> Html:
    """People's words, and below them each indicator's position."""
    words_for_it = prose(exception.text or NO_WORDS)
    figures = listing((_figures(assessment.position[each], exception) for each in exception.indicators), "found")
    return inside("div", *words_for_it, figures, class_="exception")


def _figures(position: Position, exception: ReportedException) -> Html:
    about = words("b", position.indicator.title)
    said = f"({rules_in_words(position, exception)}): {reasons_in_words(position, exception)}"
    return joined([about, status(position.status), text(said)])


def exceptions_of(position: Position) -> Iterator[Html]:
    """The exceptions of one indicator: what was found, what was decided, and in what words."""
    for each in position.exceptions:
        found = element("p", joined([decision(each.decision), words("b", f"{each.rule.words}:"), text(each.message)]))
        yield inside("div", found, *prose(each.text), class_="exception")
