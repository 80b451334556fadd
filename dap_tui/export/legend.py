"""What the legend of every report says: how each status comes about in this catalogue, and each sign in use."""

from __future__ import annotations

from collections.abc import Sequence

from dap_tui.assess.assessment import Assessment
from dap_tui.catalogue import TargetKind
from dap_tui.export.signs import marks_used, symbols_used
from dap_tui.export.wording import judged_in_words
from dap_tui.export.years import outturns_in_words
from dap_tui.look import DECISION, NO_FIGURE, Look, mark_in_words, symbol_in_words
from dap_tui.measure import Judgement, Status
from dap_tui.period import Period, Quarter


def judged(assessment: Assessment) -> list[tuple[Status, str]]:
    """How each status comes about here; hidden only where one is."""
    hidden = [(Status.HIDDEN, "it would tell a small number")] if assessment.summary[Status.HIDDEN] else []
    return [*judged_in_words(assessment), *hidden]


def share_in_words(assessment: Assessment) -> str | None:
    """How a target for the year is held against a quarter; None where none is."""
    is_quarter = isinstance(assessment.period, Quarter)
    targets = (each.target for each in assessment.positions)
    if is_quarter and any(each.kind is TargetKind.YEAR and each.to_date is not None for each in targets):
        return (
            "A target for the year is held against its share to date: a quarter of it by quarter 1, half by quarter 2, "
            "three quarters by quarter 3."
        )
    return None


def travel_in_words(assessment: Assessment) -> list[str]:
    """What the column of travel says, and what a year's figure is made of."""
    neutral = "; moved, where neither way is better" if assessment.travel[Judgement.NEUTRAL] else ""
    travel = (
        "Direction of travel: ↑ the figure rose, ↓ it fell, → it is level, – there is nothing to compare it with; "
        f"improving or worsening, by what is good{neutral}. It says nothing of the target."
    )
    outturns = None if isinstance(assessment.period, Quarter) else outturns_in_words(assessment.positions)
    return [travel, outturns] if outturns else [travel]


def good_in_words(neither: str) -> str:
    """What the column of polarity says; `neither` is what stands there where neither way is better."""
    return f"Good is: high or low, which way is better; band, inside a range; {neither}, where it is only watched."


def decisions_used(assessment: Assessment) -> list[Look]:
    """The signs of decisions that stand beside a status."""
    found = {each.decision for each in assessment.positions}
    return [look for decision, look in DECISION.items() if decision in found]


def signs_in_words(assessment: Assessment, columns: Sequence[Period]) -> list[str]:
    """The sign of a gap, and every symbol and mark in the tables, with what each means."""
    symbols = [symbol_in_words(each) for each in symbols_used(assessment, columns)]
    marks = [mark_in_words(each) for each in marks_used(assessment, columns)]
    return [f"{NO_FIGURE.shape} no figure", *symbols, *marks]
