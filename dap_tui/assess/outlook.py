"""Where a year is heading: the outlook of a year's target, the years' outturns, and the long-term trend."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from dap_tui.assess.figures import Figures
from dap_tui.assess.status import HeldTarget, missed_bound
from dap_tui.assess.travel import by_polarity
from dap_tui.assess.worked_out import mean
from dap_tui.catalogue import TargetKind
from dap_tui.measure import Aggregate, Arrow, Judgement, places, rounded
from dap_tui.period import Period, Quarter, Year, on_one_scale


class Outlook(NamedTuple):
    """The year's outturn as it would be at this rate, and at last year's shape where last year is known.

    The `meets_…` say whether each would meet the year's target; None where it is not known.
    """

    at_this_rate: Decimal
    at_last_years_shape: Decimal | None
    meets_at_this_rate: bool
    meets_at_last_years_shape: bool | None

    @property
    def meets(self) -> bool:
        """Whether the target would be met by every outlook there is."""
        return self.meets_at_this_rate and self.meets_at_last_years_shape is not False


class LongTerm(NamedTuple):
    """The latest full year's outturn against the mean of up to five full years before it."""

    year: Year
    outturn: Decimal
    before: Decimal
    years: int
    judgement: Judgement


def outlook_of(figures: Figures, period: Period, target: HeldTarget) -> Outlook | None:
    """The outlook of a year's target whose quarters sum, worked out from the year to date; else None."""
    indicator = figures.indicator
    if (
        not isinstance(period, Quarter)
        or target.kind is not TargetKind.YEAR
        or indicator.aggregate is not Aggregate.SUM
    ):
        return None
    to_date = _to_date(figures, period)
    if to_date is None:
        return None
    decimals = places(to_date) if indicator.decimals is None else indicator.decimals
    at_this_rate = rounded(to_date / period.number * 4, decimals)
    before = figures.outturn(period.year.previous)
    then = _to_date(figures, period.year_before)
    shape = None
    if before is not None and before.number is not None and then:
        shape = rounded(to_date * before.number / then, decimals)
    whole = HeldTarget(target.kind, target.value)
    return Outlook(
        at_this_rate,
        shape,
        _meets(figures, at_this_rate, whole),
        None if shape is None else _meets(figures, shape, whole),
    )


def _to_date(figures: Figures, quarter: Quarter) -> Decimal | None:
    figure = figures.year_to_date(quarter)
    return None if figure is None else figure.number


def _meets(figures: Figures, value: Decimal, target: HeldTarget) -> bool:
    bound = missed_bound(figures.indicator, value, target)
    return bound is None or figures.indicator.met_within.covers(value, bound)


def full_years(figures: Figures, period: Period) -> dict[Year, Decimal]:
    """The years' outturns that are known by the end of `period`, in order."""
    end = on_one_scale(period)
    return {year: number for year, number in figures.outturns.items() if (year.first, 4) <= end}


def long_term_of(figures: Figures, period: Period) -> LongTerm | None:
    """The long-term trend, where at least two of the five years before the latest full year are known."""
    known = full_years(figures, period)
    if not known:
        return None
    latest = max(known)
    window = [Year(latest.first - back, latest.starts) for back in range(5, 0, -1)]
    years = [year for year in window if year in known and not figures.breaks_between(year, latest)]
    if len(years) < 2:
        return None
    outturn, before = known[latest], mean([known[year] for year in years], figures.indicator.decimals)
    if outturn == before:
        judgement = Judgement.LEVEL
    else:
        judgement = by_polarity(figures.indicator.polarity, Arrow.UP if outturn > before else Arrow.DOWN)
    return LongTerm(latest, outturn, before, len(years), judgement)
