"""Variation: the XmR chart, as the NHS's Making Data Count draws it.

Everything is worked out inside one group of points, and nothing reaches across a missing period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from dap_tui.assess.chart import Beginning, unbroken
from dap_tui.assess.figures import Figures
from dap_tui.assess.status import HeldTarget, target_at
from dap_tui.assess.travel import by_polarity
from dap_tui.assess.xmr import RUN, Limits, SpecialCause, last_special_cause, special_causes
from dap_tui.catalogue import TargetKind, VariationSettings
from dap_tui.measure import Arrow, Judgement, Polarity
from dap_tui.period import Period, Year


class VariationKind(StrEnum):
    """What the last point of the chart says."""

    COMMON_CAUSE = "common-cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "neutral"
    TOO_FEW_POINTS = "too-few-points"


class Assurance(StrEnum):
    """Whether the target will be met whatever the ordinary variation."""

    PASSING = "passing"
    FAILING = "failing"
    HIT_AND_MISS = "hit-and-miss"


class Special(NamedTuple):
    """A special-cause point: the rule that found it, its direction, and what polarity makes of that."""

    period: Period
    rule: SpecialCause
    arrow: Arrow
    kind: VariationKind


@dataclass(frozen=True)
class Group:
    """The points of a chart between two fresh starts. `limits` are None where the points are too few."""

    points: tuple[tuple[Period, Decimal], ...]
    limits: Limits | None
    polarity: Polarity

    @property
    def since(self) -> Period:
        """The period of its first point."""
        return self.points[0][0]

    @cached_property
    def special(self) -> tuple[Special, ...]:
        """Its special-cause points; none without limits."""
        if self.limits is None:
            return ()
        found = [each for run in unbroken(self.points) for each in special_causes(_values(run), self.limits)]
        return tuple(
            self._special(period, *each)
            for (period, _), each in zip(self.points, found, strict=True)
            if each is not None
        )

    @cached_property
    def latest(self) -> Special | None:
        """Its last point, where that is special cause."""
        if self.limits is None:
            return None
        *_, run = unbroken(self.points[-RUN:])
        found = last_special_cause(_values(run), self.limits)
        return None if found is None else self._special(self.points[-1][0], *found)

    def _special(self, period: Period, rule: SpecialCause, arrow: Arrow) -> Special:
        return Special(period, rule, arrow, _kind(self.polarity, arrow))


def _values(run: Sequence[tuple[Period, Decimal]]) -> list[Decimal]:
    return [value for _, value in run]


class Variation(NamedTuple):
    """A chart: its groups, the last of which speaks for the present."""

    groups: tuple[Group, ...]
    variation: VariationKind
    assurance: Assurance | None

    @property
    def last(self) -> Group:
        """The group of the latest point."""
        return self.groups[-1]

    @property
    def latest(self) -> Special | None:
        """The latest point, where it is special cause."""
        return self.last.latest


def variation_of(figures: Figures, period: Period, settings: VariationSettings) -> Variation | None:
    """The chart of an indicator up to `period`; None where it has no point."""
    groups = tuple(_group(each, figures.indicator.polarity, settings) for each in figures.chart.up_to(period))
    if not groups:
        return None
    limits = groups[-1].limits
    chart = Variation(groups, VariationKind.TOO_FEW_POINTS, None)
    if limits is None:
        return chart
    kind = chart.latest.kind if chart.latest else VariationKind.COMMON_CAUSE
    of_point = period.quarters[3] if isinstance(period, Year) and not figures.indicator.is_yearly else period
    return Variation(groups, kind, assurance_of(figures, target_at(figures.indicator, figures, of_point), limits))


def _group(begun: Beginning, polarity: Polarity, settings: VariationSettings) -> Group:
    is_enough = begun.size >= settings.points
    limits = begun.stretch.sums.limits(begun.size, screen=settings.screen) if is_enough else None
    return Group(begun.points, limits, polarity)


def _kind(polarity: Polarity, arrow: Arrow) -> VariationKind:
    return {
        Judgement.IMPROVING: VariationKind.IMPROVEMENT,
        Judgement.WORSENING: VariationKind.CONCERN,
        Judgement.NEUTRAL: VariationKind.NEUTRAL,
    }[by_polarity(polarity, arrow)]


def assurance_of(figures: Figures, target: HeldTarget, limits: Limits) -> Assurance | None:
    """Whether one target value for a quarter lies beyond the limits, and on which side; None without one.

    A running count has no such target, nor has a share of a year; on a limit is hit and miss.
    """
    indicator = figures.indicator
    by_quarter = target.kind in {TargetKind.VALUE, TargetKind.QUARTERS} and target.value is not None
    if not by_quarter or (indicator.is_running and indicator.unit.adds_up):
        return None
    if indicator.polarity not in {Polarity.HIGHER, Polarity.LOWER} or target.value is None:
        return None
    if limits.lower <= target.value <= limits.upper:
        return Assurance.HIT_AND_MISS
    below = target.value < limits.lower
    return Assurance.PASSING if below == (indicator.polarity is Polarity.HIGHER) else Assurance.FAILING
