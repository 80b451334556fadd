"""The board's page before it is drawn: what is put forward, and what there is to know besides.

It is one page: indicators go by their short names, where they have any, but for the table of figures.
"""

from __future__ import annotations

from typing import NamedTuple

from dap_tui.assess.assessment import Assessment, ReportedException
from dap_tui.assess.position import Position
from dap_tui.export.decisions import NO_WORDS, of_decision, rules_in_words, told_beside, undecided_in_words
from dap_tui.export.decisions import undecided_positions as undecided
from dap_tui.export.wording import joined
from dap_tui.look import DECISION, STATUS, Look
from dap_tui.measure import Status
from dap_tui.narrative import Decision
from dap_tui.period import Quarter
from dap_tui.sentence import listed

DECIDE = "For decision: exceptions that nobody has decided on"
BESIDES = "What else stands out"
SO_FAR = "What the year has come to"
MOST_REVISED = 3
"""As many changes of what was published are named; the page is one page."""


class Forward(NamedTuple):
    """An exception for the board: its indicators' names by the rules that raised it, what was found, and the words.

    What was found is "" where the table of figures says as much.
    """

    about: tuple[tuple[str, str], ...]
    found: str
    text: str


class Beside(NamedTuple):
    """A line on what is not put forward: its sign, what it is, its indicators' names, and what is said of it."""

    look: Look
    word: str
    names: str
    said: str


def put_forward(assessment: Assessment) -> list[Forward]:
    """The exceptions that people decided to report, in the order in which they wrote them."""
    return [_forward(assessment, each) for each in of_decision(assessment, Decision.REPORT)]


def _forward(assessment: Assessment, exception: ReportedException) -> Forward:
    names: dict[str, list[str]] = {}
    found: list[str] = []
    for position in (assessment.position[each] for each in exception.indicators):
        names.setdefault(rules_in_words(position, exception), []).append(position.indicator.name)
        found += [told_beside(position, [each.message for each in position.exceptions if each.rule in exception.rules])]
    about = tuple((listed(of_rules), rules) for rules, of_rules in names.items())
    return Forward(about, joined(dict.fromkeys(found)), exception.text or NO_WORDS)


def besides(assessment: Assessment) -> list[Beside]:
    """What is red or amber and not put forward, then what is held, and why."""
    return [*_red_and_amber(assessment), *_held(assessment)]


def so_far(assessment: Assessment) -> list[Position]:
    """What has come to something in a year that is not all in; of a quarter nothing."""
    if isinstance(assessment.period, Quarter):
        return []
    return [each for each in assessment.positions if each.so_far is not None]


def with_limits(assessment: Assessment) -> list[Position]:
    """What is put forward or left to decide, whose limits of ordinary variation the page shows or names."""
    open_or_told = {Decision.REPORT, Decision.UNDECIDED}
    named = {one for each in assessment.exceptions if each.decision in open_or_told for one in each.indicators}
    return [each for each in assessment.positions if each.indicator.id in named]


def to_decide(assessment: Assessment) -> list[Beside]:
    """What nobody has decided on: the first thing that a board's page has to say."""
    look = DECISION[Decision.UNDECIDED]
    return [Beside(look, look.word, each.indicator.name, _with_figure(each)) for each in undecided(assessment)]


def _with_figure(position: Position) -> str:
    """What was found and not decided on, by the sentence where that says it, since a change alone has no figure."""
    found = undecided_in_words(position)
    beside = told_beside(
        position, [each.message for each in position.exceptions if each.decision is Decision.UNDECIDED]
    )
    return found if beside == found else joined([beside, position.sentence])


def _red_and_amber(assessment: Assessment) -> list[Beside]:
    """What no words for the board are about; the red ones without a commentary are named as such."""
    explained = {one for each in of_decision(assessment, Decision.REPORT) if each.text for one in each.indicators}
    left = [each for each in assessment.positions if each.indicator.id not in explained]
    return [
        _of_status(each, assessment) for status in (Status.RED, Status.AMBER) for each in left if each.status is status
    ]


def _of_status(position: Position, assessment: Assessment) -> Beside:
    look = STATUS[position.status]
    word = f"{look.word}, without commentary" if position in assessment.uncommented else look.word
    return Beside(look, word, position.indicator.name, position.sentence)


def _held(assessment: Assessment) -> list[Beside]:
    look = DECISION[Decision.HOLD]
    name = {each.indicator.id: each.indicator.name for each in assessment.positions}
    return [
        Beside(look, look.word, listed([name[one] for one in each.indicators]), each.text or NO_WORDS)
        for each in of_decision(assessment, Decision.HOLD)
    ]
