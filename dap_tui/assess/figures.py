"""The value that is judged: of a quarter, of the year to date, of a year's outturn.

The rules are those of "The value that is judged" in the description of the measures: figures are added,
averaged or carried as the indicator says, in decimal arithmetic, and rounded once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from dap_tui.assess.chart import Chart
from dap_tui.assess.worked_out import mean_of, ratio_of, total_of, with_break
from dap_tui.catalogue import Catalogue, Indicator
from dap_tui.measure import Aggregate, Figure, places, rounded
from dap_tui.period import Period, Quarter, Year, on_one_scale
from dap_tui.returns import Returns, Series


@dataclass(frozen=True, eq=False, repr=False)
class Figures:
    """One series of an indicator, its total's or a breakdown row's, and what is worked out from it."""

    indicator: Indicator
    series: Series

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters in which a figure or symbol is known, in order."""
        return tuple(sorted(period for period in self.series if isinstance(period, Quarter)))

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The years in which anything is known, by the year or by quarter, in order."""
        return tuple(sorted({period.year for period in self.series}))

    def at(self, period: Period) -> Figure | None:
        """The figure of a period: a quarter's as returned, a year's outturn."""
        return self.quarter(period) if isinstance(period, Quarter) else self.outturn(period)

    def number(self, period: Period) -> Decimal | None:
        """The number of a period, as it is shown and compared, where there is one."""
        figure = self.at(period)
        return None if figure is None else figure.number

    def quarter(self, quarter: Quarter) -> Figure | None:
        """A quarter's figure, rounded to the indicator's own decimals."""
        return self._rounded(self.series.get(quarter))

    def own_quarter(self, quarter: Quarter) -> Figure | None:
        """What happened in the quarter alone.

        Of a running count or sum of money it is the difference to the quarter before, except in quarter 1
        and where the series breaks; of a running percentage, rate or time there is none.
        """
        figure = self.quarter(quarter)
        if figure is None or not self.indicator.is_running:
            return figure
        if not self.indicator.unit.adds_up:
            return None
        if quarter.number == 1 or figure.number is None:
            return figure
        before = self.quarter(quarter.previous)
        if before is None or before.number is None or figure.is_break:
            return None
        return Figure(figure.number - before.number, marks=figure.marks, worked_out=True)

    def year_to_date(self, quarter: Quarter) -> Figure | None:
        """The figure of the year up to and with `quarter`, where it is known."""
        if self.indicator.is_running:
            return self.quarter(quarter)
        if quarter not in self._to_date:
            self._to_date[quarter] = self._worked_out_to_date(quarter)
        return self._to_date[quarter]

    def _worked_out_to_date(self, quarter: Quarter) -> Figure | None:
        in_year = [self.series.get(each) for each in quarter.year.quarters[: quarter.number]]
        if self.indicator.aggregate is Aggregate.SUM:
            return total_of(in_year, self.indicator.decimals)
        known = [each for each in in_year if each is not None and each.number is not None]
        if not known:
            return None
        is_mean = self.indicator.aggregate is Aggregate.MEAN
        return mean_of(known, self.indicator.decimals) if is_mean else self._rounded(known[-1])

    @cached_property
    def _to_date(self) -> dict[Quarter, Figure | None]:
        return {}

    def outturn(self, year: Year) -> Figure | None:
        """The year's figure: from its quarters; as it was returned for the year where they are missing."""
        by_year = self._rounded(self.series.get(year))
        if self.indicator.is_yearly:
            return by_year
        by_quarters = self.outturn_by_quarters(year)
        if by_quarters is None or (by_quarters.number is None and by_year is not None):
            return by_year
        return by_quarters

    def outturn_by_quarters(self, year: Year) -> Figure | None:
        """The year's figure as its four quarters make it, where they are all in."""
        quarters = [self.series.get(each) for each in year.quarters]
        if self.indicator.is_running or self.indicator.aggregate is Aggregate.LATEST:
            return self._rounded(quarters[-1])
        if self.indicator.aggregate is Aggregate.SUM:
            return total_of(quarters, self.indicator.decimals)
        return mean_of(quarters, self.indicator.decimals)

    def beside(self, other: Indicator, period: Period) -> Figure | None:
        """The figure that goes with `other`'s: running where `other` runs, the quarter's own where it does not."""
        if isinstance(period, Quarter) and self.indicator.is_running != other.is_running:
            return self.year_to_date(period) if other.is_running else self.own_quarter(period)
        return self.at(period)

    def point(self, period: Period) -> Figure | None:
        """The point of its chart: the own-quarter figure, the running one where there is none of its own."""
        if isinstance(period, Year) or (self.indicator.is_running and not self.indicator.unit.adds_up):
            return self.at(period)
        return self.own_quarter(period)

    @cached_property
    def points(self) -> tuple[tuple[Period, Figure], ...]:
        """Every point of its chart, in order: of years where there is one figure a year, else of quarters."""
        periods: tuple[Period, ...] = self.years if self.indicator.is_yearly else self.quarters
        found = ((each, self.point(each)) for each in periods)
        return tuple((each, point) for each, point in found if point is not None and point.number is not None)

    @cached_property
    def chart(self) -> Chart:
        """Its points in stretches, for what is known of them in any period."""
        known = [(period, point.number) for period, point in self.points if point.number is not None]
        return Chart(known, self.fresh_starts())

    def fresh_starts(self) -> Iterator[Period]:
        """Where the chart starts afresh, at each rebase and each figure marked `[b]`: a quarter's year on its scale."""
        for each in self.indicator.rebase:
            if self.indicator.is_yearly:
                yield each.year
            else:
                yield each if isinstance(each, Quarter) else each.quarters[0]
        yield from self.breaks

    @cached_property
    def outturns(self) -> Mapping[Year, Decimal]:
        """The outturn of every year in which it is a number, in order."""
        found = ((year, self.outturn(year)) for year in self.years)
        return {year: figure.number for year, figure in found if figure is not None and figure.number is not None}

    def breaks_between(self, earlier: Period, later: Period) -> bool:
        """Whether the series breaks after `earlier`, up to and with `later`, so that they compare with nothing.

        A year that is made of all its quarters begins with its first, any other with its last.
        """
        start = on_one_scale(earlier)
        if isinstance(earlier, Year) and not self.indicator.is_yearly:
            whole = not self.indicator.is_running and self.indicator.aggregate is not Aggregate.LATEST
            start = on_one_scale(earlier.quarters[0] if whole else earlier.quarters[3])
        end = on_one_scale(later)
        return any(start < on_one_scale(at) <= end for at in self.breaks)

    @cached_property
    def breaks(self) -> tuple[Period, ...]:
        """Where the series breaks: the periods of figures marked so, of a year beside quarters its first."""
        marked = (period for period, figure in self.series.items() if figure.is_break)
        if self.indicator.is_yearly:
            return tuple(marked)
        return tuple(each.quarters[0] if isinstance(each, Year) else each for each in marked)

    def _rounded(self, figure: Figure | None) -> Figure | None:
        decimals = self.indicator.decimals
        if figure is None or figure.number is None or decimals is None or places(figure.number) == decimals:
            return figure
        return Figure(
            rounded(figure.number, decimals),
            None,
            figure.marks,
            figure.words,
            figure.place,
            figure.worked_out,
        )


@dataclass(frozen=True, eq=False, repr=False)
class Ledger:
    """The figures of every indicator and breakdown row, worked out where they were not returned, each once."""

    catalogue: Catalogue
    returns: Returns
    _totals: dict[str, Figures] = field(default_factory=dict)
    _rows: dict[str, Mapping[str, Figures]] = field(default_factory=dict)

    def total(self, indicator: Indicator) -> Figures:
        """The indicator's own figures, with totals worked out from breakdowns and percentages from ratios."""
        if indicator.id not in self._totals:
            # Set first as returned, so that a ratio that leads back to itself ends.
            self._totals[indicator.id] = Figures(indicator, self.returns.totals(indicator.id))
            self._totals[indicator.id] = Figures(indicator, self._completed(indicator))
        return self._totals[indicator.id]

    def rows(self, indicator: Indicator) -> Mapping[str, Figures]:
        """The indicator's breakdown rows, by name, in the order they were first returned."""
        if indicator.id not in self._rows:
            rows = self.returns.rows(indicator.id)
            self._rows[indicator.id] = {name: Figures(indicator, series) for name, series in rows.items()}
        return self._rows[indicator.id]

    def _completed(self, indicator: Indicator) -> Series:
        series = self.returns.totals(indicator.id)
        periods = {each.year for each in self.returns.periods} if indicator.is_yearly else self.returns.periods
        wanted = [period for period in periods if period not in series]
        if not wanted or not (indicator.breakdown_adds_up or indicator.ratio):
            return series
        worked_out = dict(series)
        for period in wanted:
            figure = self._from_rows(indicator, period) or self._from_ratio(indicator, period)
            if figure is not None:
                worked_out[period] = figure
        return worked_out

    def _from_rows(self, indicator: Indicator, period: Period) -> Figure | None:
        if not indicator.breakdown_adds_up or (indicator.id, period) in self.left_blank:
            return None
        if (known := self.returns.row_sums(indicator.id).get(period)) is not None:
            return total_of([known], None)
        rows = self.returns.rows(indicator.id)
        parts = [series[period] for series in rows.values() if period in series]
        return with_break(total_of(parts, None), parts) if parts else None

    @cached_property
    def left_blank(self) -> set[tuple[str, Period]]:
        """The indicators and periods with a breakdown row that was left blank."""
        return {(indicator, period) for indicator, row, period in self.returns.blanks if row}

    def _from_ratio(self, indicator: Indicator, period: Period) -> Figure | None:
        if indicator.ratio is None:
            return None
        numerator, denominator = (self.catalogue.indicator.get(each) for each in indicator.ratio)
        if numerator is None or denominator is None:
            return None
        parts = [self.total(each) for each in (numerator, denominator)]
        if not indicator.is_yearly and any(period not in each.series for each in parts):
            return None  # of what was not returned, neither the quarters to date nor those of a year stand in
        top, bottom = (each.beside(indicator, period) for each in parts)
        return with_break(ratio_of(top, bottom, indicator.decimals), (top, bottom))
