"""Exceptions by what was decided on them, and the words that stand beside them in every report."""

from __future__ import annotations

from collections.abc import Iterable

from dap_tui.assess.assessment import Assessment, ReportedException
from dap_tui.assess.position import Position
from dap_tui.catalogue import ExceptionRule
from dap_tui.export.wording import is_held, joined
from dap_tui.narrative import Decision
from dap_tui.period import Quarter
from dap_tui.sentence import listed

RAISED = ExceptionRule.RAISED.words.lower()
NO_WORDS = "No words have been written."
HELD = "Seen, and not for the board, for the reason given."
UNDECIDED = "Listed for decision: nobody has decided on these yet."


def no_exception(assessment: Assessment) -> str:
    """That there is none; of a year also where those of its quarters are."""
    return joined(["No indicator has an exception.", _of_its_quarters(assessment)])


def nothing_for_the_board(assessment: Assessment) -> str:
    """That nothing was put forward; of a year also where what its quarters put forward is."""
    return joined(["Nothing has been put forward for the board.", _of_its_quarters(assessment)])


def _of_its_quarters(assessment: Assessment) -> str | None:
    period = assessment.period
    if isinstance(period, Quarter) or not any(is_held(assessment, each) for each in period.quarters):
        return None
    return "The exceptions of the year’s quarters stand in their own reports."


def of_decision(assessment: Assessment, decision: Decision) -> list[ReportedException]:
    """The exceptions on which people decided so."""
    return [each for each in assessment.exceptions if each.decision is decision]


def undecided_positions(assessment: Assessment) -> list[Position]:
    """The indicators with an exception that nobody has decided on."""
    return [assessment.position[each.indicators[0]] for each in of_decision(assessment, Decision.UNDECIDED)]


def undecided_in_words(position: Position) -> str:
    """What was found of an indicator and not decided on."""
    return " ".join(each.message for each in position.exceptions if each.decision is Decision.UNDECIDED)


def rules_in_words(position: Position, exception: ReportedException) -> str:
    """The rules that hold of those an exception answers: `worsening and off target`, or `raised by the partnership`."""
    named = [each.rule.words.lower() for each in position.exceptions if each.rule in exception.rules]
    return listed(named) or RAISED


def reasons_in_words(position: Position, exception: ReportedException) -> str:
    """Why an exception was raised and how its indicator stands: what was found by each rule, then the sentence.

    What the sentence itself says is not said twice, and that people raised it is no reason found in the figures.
    """
    found = [each.message for each in position.exceptions if each.rule in exception.rules]
    return joined([told_beside(position, found), position.sentence])


def told_beside(position: Position, found: Iterable[str]) -> str:
    """What was found, without what the indicator's sentence has in the same words; "" where nothing is left."""
    said = position.sentence.casefold()
    return joined(each for each in dict.fromkeys(found) if each.rstrip(".").casefold() not in said)
