"""What is expected when: every indicator's periods up to today, and those of which nothing was returned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from dap_tui.catalogue import Indicator
from dap_tui.check.inquiry import Inquiry
from dap_tui.period import Period, Quarter, Year


class Calendar:
    """The periods that are over, by indicator.

    An indicator without `from` is expected from the first quarter that there is any return of; of a workspace
    without quarters, from the first year. A year's own figure stands in for its quarters, which are then not
    expected; nor is what is worked out from a ratio.
    """

    def __init__(self, inquiry: Inquiry) -> None:
        self._inquiry = inquiry
        self._indicators: defaultdict[str, list[Indicator]] = defaultdict(list)
        for indicator in inquiry.catalogue.indicators:
            if indicator.ratio is None:
                self._indicators[indicator.source].append(indicator)
        self._wanted: dict[object, frozenset[Period]] = {}

    def missing(self, source: str) -> Mapping[Period, list[str]]:
        """A source's indicators of which there is neither figure nor symbol, by period."""
        missing: defaultdict[Period, list[str]] = defaultdict(list)
        for indicator in self._indicators[source]:
            returns = self._inquiry.returns
            without = self._periods(indicator).difference(returns.totals(indicator.id))
            if not without.isdisjoint(returns.periods):
                without = without.difference(returns.row_sums(indicator.id))
            for period in without:
                if not self._has_year(indicator, period) and not self._inquiry.has_rows(indicator.id, period):
                    missing[period].append(indicator.id)
        return missing

    def expected(self, source: str, period: Period) -> list[str]:
        """A source's indicators that are expected in a period."""
        own = self._indicators[source]
        return [each.id for each in own if period in self._periods(each) and not self._has_year(each, period)]

    def _has_year(self, indicator: Indicator, period: Period) -> bool:
        if isinstance(period, Year) or period.year not in self._inquiry.periods:
            return False
        totals = self._inquiry.returns.totals(indicator.id)
        return period.year in totals or self._inquiry.has_rows(indicator.id, period.year)

    def _periods(self, indicator: Indicator) -> frozenset[Period]:
        key = (indicator.is_yearly, indicator.from_, indicator.until)
        if key not in self._wanted:
            self._wanted[key] = frozenset(self._up_to_today(indicator))
        return self._wanted[key]

    def _up_to_today(self, indicator: Indicator) -> list[Period]:
        period: Period | None
        if indicator.is_yearly:
            period = indicator.from_.year if indicator.from_ else self._first_year
        elif indicator.from_:
            period = indicator.from_.quarters[0] if isinstance(indicator.from_, Year) else indicator.from_
        else:
            period = self._inquiry.first_quarter
        periods: list[Period] = []
        while period is not None and period.last_day < self._inquiry.as_of and indicator.is_expected(period):
            periods.append(period)
            period = period.next
        return periods

    @cached_property
    def _first_year(self) -> Year | None:
        first = self._inquiry.first_quarter
        if isinstance(first, Quarter):
            return first.year
        return min((period.year for period in self._inquiry.returns.periods), default=None)
