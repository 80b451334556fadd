"""Variation in words: what the charts of ordinary and special-cause variation say."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.exception_report import SPECIAL_CAUSE_WORDS
from dap_tui.assess.position import Position
from dap_tui.assess.variation import Variation
from dap_tui.export.facts import ASSURANCE_WORDS, VARIATION_WORDS
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.text import inline
from dap_tui.export.wording import counted
from dap_tui.measure import Unit, places, rounded, shown


def variation(assessment: Assessment) -> Iterator[str]:
    """A row for each indicator that has enough points; how many have not is counted plainly."""
    charted = [each for each in assessment.positions if each.variation and each.variation.last.limits]
    if not assessment.positions:
        return
    yield "## Variation"
    fewest = assessment.catalogue.variation.points
    if not charted:
        yield (
            f"No indicator has the {fewest} points in a row that it takes to tell ordinary variation from special "
            "cause, so nothing is said of it here."
        )
        return
    yield table(
        [
            Heading("Indicator", 34),
            Heading("Mean", 9, is_figures=True),
            Heading("Ordinary variation", 16, is_figures=True),
            Heading("Latest point", 30),
            Heading("Target", 24),
        ],
        [_row(each) for each in charted],
    )
    rest = len(assessment.positions) - len(charted)
    if rest:
        yield f"{counted(rest, 'indicator has', 'indicators have')} too few points (it takes {fewest}) to say."


def _row(position: Position) -> list[str]:
    chart = position.variation
    limits = chart.last.limits if chart else None
    if chart is None or limits is None:
        return []
    unit = position.indicator.unit
    decimals = position.indicator.decimals
    if decimals is None:
        most = max(places(number) for _, number in chart.last.points)
        decimals = 2 if unit is Unit.POUNDS else most + 1
    mean, lower, upper = (shown(rounded(each, decimals), unit) for each in (limits.mean, limits.lower, limits.upper))
    return [
        inline(position.indicator.title),
        mean,
        f"{lower} to {upper}",
        _latest(chart),
        ASSURANCE_WORDS[chart.assurance] if chart.assurance else "",
    ]


def _latest(chart: Variation) -> str:
    words = VARIATION_WORDS[chart.variation]
    return f"{words}: {SPECIAL_CAUSE_WORDS[chart.latest.rule]}" if chart.latest else words
