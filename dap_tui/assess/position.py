"""One indicator in one period: everything that is known and worked out of it, each part when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from dap_tui.assess.exception_report import (
    Circumstances,
    RaisedException,
    decided,
    decision_on,
    exceptions_of,
    is_due,
    is_over,
)
from dap_tui.assess.figures import Figures, Ledger
from dap_tui.assess.outlook import LongTerm, Outlook, full_years, long_term_of, outlook_of
from dap_tui.assess.row import Row, history_of
from dap_tui.assess.so_far import SoFar, so_far_of
from dap_tui.assess.status import HeldTarget, held_figure, settled, status_of, target_at
from dap_tui.assess.travel import (
    Travel,
    compares_with,
    on_last_year,
    on_previous_quarter,
)
from dap_tui.assess.variation import Variation, variation_of
from dap_tui.assess.words import against_target, figure_in_words, figure_shown, so_far_in_words
from dap_tui.catalogue import Benchmark, Catalogue, Indicator
from dap_tui.measure import Compare, Figure, Judgement, Status
from dap_tui.narrative import Commentary, Decision, Narrative
from dap_tui.period import Period, Quarter, Year, on_one_scale

if TYPE_CHECKING:
    from dap_tui.assess.revisions import Revision


def nothing_revised(_period: Period) -> Mapping[str, Revision]:
    """What is not as it was published, where nothing was."""
    return {}


@dataclass(frozen=True, eq=False, repr=False)
class Position:
    """An indicator in a period. Properties are worked out when first asked for, and kept.

    `as_of` is the day that decides what is overdue; `revisions` knows what is not as it was published; `is_at_fault`
    whether something of its source's return could not be read.
    """

    indicator: Indicator
    ledger: Ledger
    period: Period
    catalogue: Catalogue
    narrative: Narrative
    as_of: date
    revisions: Callable[[Period], Mapping[str, Revision]] = nothing_revised
    is_at_fault: bool = False

    def revised(self, period: Period) -> Revision | None:
        """What of the indicator is not as it was published of a period; None where all is, or nothing was."""
        return self.revisions(period).get(self.indicator.id)

    @cached_property
    def figures(self) -> Figures:
        """The indicator's figures of all periods."""
        return self.ledger.total(self.indicator)

    @cached_property
    def rows(self) -> Mapping[str, Figures]:
        """The figures of its breakdown rows, by name."""
        return self.ledger.rows(self.indicator)

    @cached_property
    def figure(self) -> Figure | None:
        """The period's figure: a quarter's as returned or worked out, a year's outturn."""
        return self.figures.at(self.period)

    @property
    def value(self) -> Decimal | None:
        """The period's number, rounded as it is shown, where there is one."""
        return None if self.figure is None else self.figure.number

    @property
    def shown(self) -> str:
        """The period's figure as a person reads it; "" where it is missing."""
        return figure_shown(self.indicator, self.figure)

    @cached_property
    def year_to_date(self) -> Figure | None:
        """The year up to and with the period; a year's outturn."""
        return self.figures.year_to_date(self.period) if isinstance(self.period, Quarter) else self.figure

    @property
    def is_open(self) -> bool:
        """Whether the year that it is of has quarters to come."""
        if isinstance(self.period, Quarter):
            return self.period.number < 4
        return not is_over(self.period, self.as_of, self.catalogue.partnership.last_period)

    def is_due(self, period: Period) -> bool:
        """Whether it is asked for in a period and should have come by now, so that it is missing where it has not."""
        source = self.catalogue.source.get(self.indicator.source)
        days = source.due_days if source else 0
        last = self.catalogue.partnership.last_period
        return self.indicator.is_expected(period) and is_due(period, days, self.as_of, last)

    @cached_property
    def so_far(self) -> SoFar | None:
        """What its year has come to, where that is not over and there is a figure to date."""
        is_whole = isinstance(self.period, Year) and self.figure is not None
        return (
            None if is_whole or self.indicator.is_yearly or not self.is_open else so_far_of(self.figures, self.period)
        )

    @cached_property
    def own_quarter(self) -> Figure | None:
        """What happened in the quarter alone; None of a year."""
        return self.figures.own_quarter(self.period) if isinstance(self.period, Quarter) else None

    @cached_property
    def target(self) -> HeldTarget:
        """The target as it stands in the period."""
        return target_at(self.indicator, self.figures, self.period)

    @cached_property
    def held_figure(self) -> Figure | None:
        """What is held against the target, or its symbol: the year to date for a year's target."""
        return held_figure(self.indicator, self.figures, self.period)

    @property
    def held(self) -> Decimal | None:
        """The number that is held against the target."""
        return None if self.held_figure is None else self.held_figure.number

    @property
    def settled(self) -> bool | None:
        """Whether a year's target is met, or missed, whatever the quarters left bring; None while they decide."""
        return None if self.held is None else settled(self.indicator, self.held, self.target)

    @cached_property
    def status(self) -> Status:
        """The figure against its target."""
        improves = self.indicator.amber_if_improving and self.last_year.judgement in {
            Judgement.IMPROVING,
            Judgement.LEVEL,
        }
        return status_of(self.indicator, self.held, self.target, improves=improves)

    @cached_property
    def previous_quarter(self) -> Travel | None:
        """Against the quarter before; None of a year."""
        return on_previous_quarter(self.figures, self.period, self.target) if isinstance(self.period, Quarter) else None

    @cached_property
    def last_year(self) -> Travel:
        """Against the same quarter a year before, or the year before."""
        return on_last_year(self.figures, self.period, self.target)

    @property
    def compare(self) -> Compare:
        """Which of the two is its direction of travel."""
        return Compare.LAST_YEAR if isinstance(self.period, Year) else compares_with(self.indicator)

    @property
    def travel(self) -> Travel:
        """Its direction of travel."""
        if self.compare is Compare.LAST_YEAR or self.previous_quarter is None:
            return self.last_year
        return self.previous_quarter

    @property
    def travel_is_hidden(self) -> bool:
        """Whether its direction of travel is withheld because it would tell a small number; never inside."""
        return False

    @cached_property
    def variation(self) -> Variation | None:
        """Its XmR chart up to the period; None where it has no point."""
        return variation_of(self.figures, self.period, self.catalogue.variation)

    @cached_property
    def outlook(self) -> Outlook | None:
        """Where a year's target is heading; None where it has none or the year to date is not known."""
        return outlook_of(self.figures, self.period, self.target)

    @cached_property
    def long_term(self) -> LongTerm | None:
        """The latest full year against those before it."""
        return long_term_of(self.figures, self.period)

    @cached_property
    def years(self) -> Mapping[Year, Decimal]:
        """The outturns of the full years up to the period."""
        return full_years(self.figures, self.period)

    @property
    def benchmark(self) -> Benchmark | None:
        """Another's figure to read beside it."""
        return self.indicator.benchmark_in(self.period.year)

    @cached_property
    def exceptions(self) -> tuple[RaisedException, ...]:
        """Its exceptions, by rule and raised by people, with what was decided on each."""
        case = Circumstances(
            self.indicator, self.figures, self.period, self.value, self.not_returned, self.held, self.target,
            self.status, self.travel, lambda: self.variation, self.catalogue.exceptions,
            is_over(self.period, self.as_of, self.catalogue.partnership.last_period), self.is_at_fault,
        )  # fmt: skip
        return tuple(decided(self.indicator.id, exceptions_of(case), self.narrative.exceptions))

    @property
    def is_returned(self) -> bool:
        """Whether nothing is missing of the period."""
        return not self.not_returned

    @property
    def not_returned(self) -> tuple[Period, ...]:
        """The period, where there is neither figure nor symbol for it; of a year that is part in, the quarters."""
        if self._is_in(self.period):
            return ()
        if isinstance(self.period, Quarter) or self.indicator.is_yearly:
            return (self.period,)
        expected = [each for each in self.period.quarters if self.indicator.is_expected(each)]
        missing = tuple(each for each in expected if not self._is_in(each))
        return (self.period,) if len(missing) == len(expected) else missing

    def _is_in(self, period: Period) -> bool:
        """Whether there is a figure or symbol for a period, of the total or of any row."""
        return self.figures.at(period) is not None or any(each.at(period) for each in self.rows.values())

    @property
    def decision(self) -> Decision | None:
        """What was decided on its exceptions; None where it has none."""
        return decision_on(self.exceptions)

    @cached_property
    def breakdown(self) -> tuple[Row, ...]:
        """Its breakdown rows that have a figure in the year up to the period or in the year before."""
        first = on_one_scale(self.period.year.previous.quarters[0])
        last = on_one_scale(self.period)
        return tuple(
            Row(name, figures, self.period)
            for name, figures in self.rows.items()
            if any(first <= on_one_scale(period) <= last for period in figures.series)
        )

    @property
    def commentary(self) -> Commentary | None:
        """What people wrote on it for the period."""
        mine = (each for each in self.narrative.commentary if each.indicator == self.indicator.id)
        return next(mine, None)

    @property
    def history(self) -> tuple[tuple[Period, Figure], ...]:
        """The figures that are judged, of every period returned up to this one; of a year, of years."""
        return history_of(self.figures, self.period)

    @cached_property
    def sentence(self) -> str:
        """Its position in words."""
        return self.sentence_with(self.status, self.travel)

    def sentence_with(self, status: Status, travel: Travel) -> str:
        """Its position in words, as far as `status` and `travel` may be told."""
        so_far = "" if isinstance(self.period, Quarter) else so_far_in_words(self.indicator, self.so_far)
        said = (
            figure_in_words(self.indicator, self.period, self.figure, travel, so_far),
            against_target(self.indicator, self.period, self.held, self.target, status),
        )
        return " ".join(each for each in said if each)
