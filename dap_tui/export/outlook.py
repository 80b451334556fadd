"""The table of where the targets for a year are heading, before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.export.target_words import share_shown
from dap_tui.export.wording import joined, outlook_in_words
from dap_tui.measure import shown
from dap_tui.period import Period, Quarter


@dataclass(frozen=True, slots=True)
class OutlookColumn:
    """A column: its heading, one for where there is no room, each position's cell, and whether those are figures."""

    heading: str
    short: str
    texts: tuple[str, ...]
    is_figures: bool = True


def outlook_at(assessment: Assessment, assessor: Assessor) -> Assessment:
    """The assessment whose outlook a report tells: its own; of a year that is not over its latest quarter's."""
    period = assessment.period
    if isinstance(period, Quarter) or not any(each.is_open for each in assessment.positions):
        return assessment
    latest = [each for each in period.quarters if each in assessor.workspace.returns.periods]
    return assessor.assess(latest[-1]) if latest else assessment


def outlook_intro(positions: Sequence[Position], period: Period) -> str:
    """What the columns say; in a report of a year also up to when it is told."""
    told = positions[0].period
    return joined(
        [None if told == period else f"Up to {told.shown}.", outlook_in_words(has_shape=has_shape(positions))]
    )


def with_outlook(assessment: Assessment) -> list[Position]:
    """The positions that have an outlook to tell: none at the end of a year, which is then known."""
    if isinstance(assessment.period, Quarter) and assessment.period.number == 4:
        return []
    return [each for each in assessment.positions if each.outlook is not None]


def has_shape(positions: Sequence[Position]) -> bool:
    """Whether last year's shape is known for any of them."""
    return any(each.outlook is not None and each.outlook.at_last_years_shape is not None for each in positions)


def outlook_columns(positions: Sequence[Position]) -> list[OutlookColumn]:
    """The columns after the indicator's title; last year's shape only where it is known for any."""
    columns = [
        OutlookColumn("Year to date", "To date", tuple(_shown(each, each.held) for each in positions)),
        OutlookColumn("Due to date", "Due", tuple(_due(each) for each in positions)),
        OutlookColumn("Target for the year", "Target", tuple(each.target.shown for each in positions)),
        OutlookColumn("At this rate", "At this rate", tuple(_at_this_rate(each) for each in positions)),
        OutlookColumn(
            "At last year’s shape", "Last year’s shape", tuple(_at_last_years_shape(each) for each in positions)
        ),
        OutlookColumn("Would it be met?", "Met?", tuple(_met(each) for each in positions), is_figures=False),
    ]
    return [each for each in columns if each.heading != "At last year’s shape" or has_shape(positions)]


def _shown(position: Position, value: Decimal | None) -> str:
    return "" if value is None else shown(value, position.indicator.unit)


def _due(position: Position) -> str:
    share = position.target.to_date
    return "" if share is None else share_shown(position.indicator, share)


def _at_this_rate(position: Position) -> str:
    return _shown(position, position.outlook.at_this_rate if position.outlook else None)


def _at_last_years_shape(position: Position) -> str:
    return _shown(position, position.outlook.at_last_years_shape if position.outlook else None)


def _met(position: Position) -> str:
    ahead = position.outlook
    if ahead is None:
        return ""
    if position.settled is not None:
        return "met already" if position.settled else "missed already"
    rate, shape = ahead.meets_at_this_rate, ahead.meets_at_last_years_shape
    if shape is None or shape == rate:
        return "yes" if rate else "no"
    return "at this rate only" if rate else "at last year’s shape only"
