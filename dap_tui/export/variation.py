"""Variation in words: what the charts of ordinary and special-cause variation say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.exception_report import SPECIAL_CAUSE_WORDS
from dap_tui.assess.position import Position
from dap_tui.assess.variation import Assurance, Variation, VariationKind
from dap_tui.assess.xmr import Limits
from dap_tui.measure import Unit, places, rounded, shown
from dap_tui.sentence import counted

VARIATION_WORDS = {
    VariationKind.COMMON_CAUSE: "common cause: ordinary variation",
    VariationKind.IMPROVEMENT: "special cause, an improvement",
    VariationKind.CONCERN: "special cause, a concern",
    VariationKind.NEUTRAL: "special cause, neither better nor worse",
    VariationKind.TOO_FEW_POINTS: "too few points to say",
}

ASSURANCE_WORDS = {
    Assurance.PASSING: "the target will be met whatever the ordinary variation",
    Assurance.FAILING: "the target will be missed whatever the ordinary variation",
    Assurance.HIT_AND_MISS: "the target may be met or missed by ordinary variation alone",
}


LIMITS = (
    "Limits of ordinary variation: the mean of the points, and 2.66 times the mean moving range to either side "
    "(an XmR chart). A figure inside them may differ from the one before by chance alone; one outside has a cause of "
    "its own."
)


def limits_in_words(positions: Iterable[Position]) -> str | None:
    """What limits are, where any of these charts has them; else None."""
    return LIMITS if any(each.variation is not None and each.variation.last.limits for each in positions) else None


@dataclass(frozen=True, slots=True)
class VariationRow:
    """What the chart of one indicator says: the mean, the limits as `20% to 41%`, its latest point and its target."""

    position: Position
    mean: str
    ordinary: str
    latest: str
    target: str


def variation_rows(assessment: Assessment) -> list[VariationRow]:
    """A row for each indicator that has enough points."""
    charted = [(each, chart, chart.last.limits) for each in assessment.positions if (chart := each.variation)]
    return [_row(position, chart, limits) for position, chart, limits in charted if limits is not None]


def too_few_in_words(assessment: Assessment, drawn: int) -> str | None:
    """How many indicators have too few points to say; None where none has."""
    fewest, rest = assessment.catalogue.variation.points, len(assessment.positions) - drawn
    if not drawn:
        return (
            f"No indicator has the {fewest} points in a row that it takes to tell ordinary variation from special "
            "cause, so nothing is said of it here."
        )
    if not rest:
        return None
    return f"{counted(rest, 'indicator has', 'indicators have')} too few points (it takes {fewest}) to say."


def _row(position: Position, chart: Variation, limits: Limits) -> VariationRow:
    unit, decimals = position.indicator.unit, position.indicator.decimals
    if decimals is None:
        most = max(places(number) for _, number in chart.last.points)
        decimals = 2 if unit is Unit.POUNDS else most + 1
    mean, lower, upper = (shown(rounded(each, decimals), unit) for each in (limits.mean, limits.lower, limits.upper))
    assurance = ASSURANCE_WORDS[chart.assurance] if chart.assurance else ""
    return VariationRow(position, mean, f"{lower} to {upper}", latest_in_words(chart), assurance)


def latest_in_words(chart: Variation) -> str:
    """What the latest point is, and by which rule."""
    words = VARIATION_WORDS[chart.variation]
    return f"{words}: {SPECIAL_CAUSE_WORDS[chart.latest.rule]}" if chart.latest else words


def variation_in_words(position: Position) -> str:
    """What the latest point is, by which rule, and what that says of the target; "" with too few points."""
    chart = position.variation
    if chart is None or chart.last.limits is None:
        return ""
    words = latest_in_words(chart)
    return f"{words}; {ASSURANCE_WORDS[chart.assurance]}" if chart.assurance else words
