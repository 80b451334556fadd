"""Exceptions: what goes to the board and in what words, what is held and why, what is undecided."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment, ReportedException
from dap_tui.assess.position import Position
from dap_tui.export.html.markup import NOTHING, Html, blocks, element, inside, joined, listing, prose, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import decision, status
from dap_tui.export.markdown.exceptions import NO_WORDS, UNDECIDED
from dap_tui.export.wording import listed
from dap_tui.narrative import Decision


def exceptions(page: Page) -> Chapter:
    """The whole chapter; where nothing is an exception, it says so."""
    assessment = page.assessment
    if not assessment.exceptions:
        return chapter(page, "Exceptions", words("p", "No indicator has an exception."))
    held = _of(assessment, Decision.HOLD)
    body = [words("h3", "For the board"), for_the_board(assessment)]
    if held:
        why = words("p", "Seen, and not for the board, for the reason given.")
        body += [words("h3", "Held"), why, *(_decided(assessment, each) for each in held)]
    undecided = left_undecided(assessment)
    return chapter(page, "Exceptions", *body, words("h3", "Undecided") if undecided else NOTHING, undecided)


def for_the_board(assessment: Assessment) -> Html:
    """What people decided to report, in their words, with the figures."""
    reported = _of(assessment, Decision.REPORT)
    if not reported:
        return words("p", "Nothing has been put forward for the board.")
    return blocks(*(_decided(assessment, each) for each in reported))


def left_undecided(assessment: Assessment) -> Html:
    """What nobody has decided on, with what was found; nothing where all is decided."""
    left = _of(assessment, Decision.UNDECIDED)
    if not left:
        return NOTHING
    found = (_found(assessment.position[each.indicators[0]]) for each in left)
    return blocks(words("p", UNDECIDED), listing(found, "found"))


def _found(position: Position) -> Html:
    found = [each.message for each in position.exceptions if each.decision is Decision.UNDECIDED]
    return joined([decision(Decision.UNDECIDED), words("b", position.indicator.title), text(" ".join(found))])


def _of(assessment: Assessment, which: Decision) -> list[ReportedException]:
    return [each for each in assessment.exceptions if each.decision is which]


def _decided(assessment: Assessment, exception: ReportedException) -> Html:
    """People's words, and below them each indicator's position."""
    words_for_it = prose(exception.text or NO_WORDS)
    figures = listing((_figures(assessment.position[each], exception) for each in exception.indicators), "found")
    return inside("div", *words_for_it, figures, class_="exception")


def _figures(position: Position, exception: ReportedException) -> Html:
    named = [each.rule.words.lower() for each in position.exceptions if each.rule in exception.rules]
    rules = listed(named) or "raised by people"
    about = words("b", position.indicator.title)
    return joined([about, status(position.status), text(f"({rules}): {position.sentence}")])


def exceptions_of(position: Position) -> Iterator[Html]:
    """The exceptions of one indicator: what was found, what was decided, and in what words."""
    for each in position.exceptions:
        found = element("p", joined([decision(each.decision), words("b", f"{each.rule.words}:"), text(each.message)]))
        yield inside("div", found, *prose(each.text), class_="exception")
