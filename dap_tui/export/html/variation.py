"""Variation in words: what the charts of ordinary and special-cause variation say."""

from __future__ import annotations

from dap_tui.assess.exception_report import SPECIAL_CAUSE_WORDS
from dap_tui.assess.position import Position
from dap_tui.assess.variation import Limits, Variation
from dap_tui.export.facts import ASSURANCE_WORDS, VARIATION_WORDS
from dap_tui.export.html.markup import NOTHING, Html, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.table import figures, plain, table, title
from dap_tui.export.wording import counted
from dap_tui.measure import Unit, places, rounded, shown


def variation(page: Page) -> Chapter:
    """A row for each indicator that has enough points; how many have not is counted plainly."""
    assessment = page.assessment
    charted = [(each, chart, chart.last.limits) for each in assessment.positions if (chart := each.variation)]
    rows = [_row(position, chart, limits) for position, chart, limits in charted if limits is not None]
    fewest = assessment.catalogue.variation.points
    if not rows:
        return chapter(
            page,
            "Variation",
            words(
                "p",
                f"No indicator has the {fewest} points in a row that it takes to tell ordinary variation from special "
                "cause, so nothing is said of it here.",
            ),
        )
    heads = [
        title("Indicator"),
        figures("Mean"),
        figures("Ordinary variation"),
        plain("Latest point"),
        plain("Target"),
    ]
    rest = len(assessment.positions) - len(rows)
    too_few = f"{counted(rest, 'indicator has', 'indicators have')} too few points (it takes {fewest}) to say."
    return chapter(page, "Variation", table(page, "Variation", heads, rows), words("p", too_few) if rest else NOTHING)


def _row(position: Position, chart: Variation, limits: Limits) -> list[Html]:
    unit, decimals = position.indicator.unit, position.indicator.decimals
    if decimals is None:
        most = max(places(number) for _, number in chart.last.points)
        decimals = 2 if unit is Unit.POUNDS else most + 1
    mean, lower, upper = (shown(rounded(each, decimals), unit) for each in (limits.mean, limits.lower, limits.upper))
    latest = VARIATION_WORDS[chart.variation]
    return [
        text(position.indicator.title),
        text(mean),
        text(f"{lower} to {upper}"),
        text(f"{latest}: {SPECIAL_CAUSE_WORDS[chart.latest.rule]}" if chart.latest else latest),
        text(ASSURANCE_WORDS[chart.assurance] if chart.assurance else ""),
    ]
