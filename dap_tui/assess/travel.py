"""Direction of travel: a figure against an earlier one, and whether that is for the better.

The rules are those of "Direction of travel" in the description of the measures. Polarity and target are two
things: repeat cases at MARAC from 28% to 30% are worse, and inside their range.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dap_tui.assess.figures import Figures
from dap_tui.assess.status import HeldTarget, distance_to, per_cent
from dap_tui.catalogue import Indicator
from dap_tui.measure import Arrow, Compare, Figure, Judgement, Polarity
from dap_tui.period import Period, Quarter, Year


class Travel(NamedTuple):
    """A figure against that of an earlier `period`.

    `value` is the earlier figure; `change` is in the indicator's unit (percentage points for a percentage),
    `change_percent` in per cent of the earlier figure's size, signed.
    `reason` says why there is no comparison, where a figure on both sides would lead one to expect it.
    """

    period: Period
    value: Decimal | None = None
    change: Decimal | None = None
    change_percent: Decimal | None = None
    arrow: Arrow = Arrow.NONE
    judgement: Judgement = Judgement.NONE
    reason: str | None = None


def on_previous_quarter(figures: Figures, quarter: Quarter, target: HeldTarget | None) -> Travel:
    """A quarter against the one before; of a running figure, the quarters' own against each other."""
    before = quarter.previous
    if not figures.indicator.is_running:
        return _compared(figures, quarter, before, figures.quarter(quarter), figures.quarter(before), target)
    # A target is held against the running figure, so it cannot judge a quarter's own.
    return _compared(figures, quarter, before, figures.own_quarter(quarter), figures.own_quarter(before), None)


def on_last_year(figures: Figures, period: Period, target: HeldTarget | None) -> Travel:
    """A quarter against the same one a year before, a running figure against that; a year against the last."""
    before = period.year_before
    return _compared(figures, period, before, figures.at(period), figures.at(before), target)


def direction_of_travel(figures: Figures, period: Period, target: HeldTarget | None) -> Travel:
    """The comparison that `compare` names; running figures and years always look a year back."""
    if isinstance(period, Year) or compares_with(figures.indicator) is Compare.LAST_YEAR:
        return on_last_year(figures, period, target)
    return on_previous_quarter(figures, period, target)


def compares_with(indicator: Indicator) -> Compare:
    """What direction of travel looks back to: for a running figure always a year."""
    return Compare.LAST_YEAR if indicator.is_running else indicator.compare


def judged(
    indicator: Indicator, earlier: Decimal, later: Decimal, target: HeldTarget | None
) -> tuple[Arrow, Judgement]:
    """The arrow from an earlier to a later value, and its judgement by range target or polarity."""
    if later == earlier or indicator.steady.covers(later, earlier):
        return Arrow.LEVEL, Judgement.LEVEL
    arrow = Arrow.UP if later > earlier else Arrow.DOWN
    if indicator.polarity is Polarity.MONITOR:
        return arrow, Judgement.NEUTRAL
    ends = _range_ends(indicator, target)
    if ends is not None:
        nearer = distance_to(earlier, *ends) - distance_to(later, *ends)
        if nearer:
            return arrow, Judgement.IMPROVING if nearer > 0 else Judgement.WORSENING
        if indicator.polarity is Polarity.RANGE or distance_to(later, *ends):
            return arrow, Judgement.LEVEL
    return arrow, by_polarity(indicator.polarity, arrow)


def by_polarity(polarity: Polarity, arrow: Arrow) -> Judgement:
    """What a rise or fall means where polarity alone judges; nothing for `monitor` and `range`."""
    if polarity in {Polarity.MONITOR, Polarity.RANGE}:
        return Judgement.NEUTRAL
    good = Arrow.UP if polarity is Polarity.HIGHER else Arrow.DOWN
    return Judgement.IMPROVING if arrow is good else Judgement.WORSENING


def _range_ends(indicator: Indicator, target: HeldTarget | None) -> tuple[Decimal | None, Decimal | None] | None:
    if target is None:
        return None
    if target.is_range:
        return target.low, target.high
    # A share of a year to date is what a running figure is held against; there is none for a quarter alone.
    is_of_figure = target.to_date is None or indicator.is_running
    if indicator.polarity is Polarity.RANGE and target.bound is not None and is_of_figure:
        return target.bound, target.bound
    return None


def _compared(
    figures: Figures,
    period: Period,
    before: Period,
    later: Figure | None,
    earlier: Figure | None,
    target: HeldTarget | None,
) -> Travel:
    old = None if earlier is None else earlier.number
    new = None if later is None else later.number
    return compared(figures, (before, old), (period, new), target)


def compared(
    figures: Figures,
    earlier: tuple[Period, Decimal | None],
    later: tuple[Period, Decimal | None],
    target: HeldTarget | None,
) -> Travel:
    """The travel from an earlier number of an indicator to a later one, each with its period.

    Nothing is compared where either is missing, or where the series breaks in between.
    """
    (before, old), (period, new) = earlier, later
    if old is None or new is None:
        return Travel(before, old)
    if figures.breaks_between(before, period):
        return Travel(before, old, reason="the series breaks in between, so the two are not compared")
    arrow, judgement = judged(figures.indicator, old, new, target)
    return Travel(before, old, new - old, per_cent(new - old, old), arrow, judgement)
