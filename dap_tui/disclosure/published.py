"""An indicator's position as it may be published."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from dap_tui.assess.exception_report import RaisedException
from dap_tui.assess.outlook import LongTerm, Outlook, long_term_of, outlook_of
from dap_tui.assess.position import Position
from dap_tui.assess.travel import Travel, on_last_year, on_previous_quarter
from dap_tui.assess.variation import Group, Variation, VariationKind
from dap_tui.catalogue import ExceptionRule
from dap_tui.disclosure.said import Saying
from dap_tui.disclosure.suppression import Suppression
from dap_tui.measure import Arrow, Compare, Judgement, Status
from dap_tui.period import Period, Quarter

NOT_SHOWN = "The figures are not shown: they would tell a small number."


@dataclass(frozen=True)
class PublishedPosition(Position):
    """A position worked out from the figures that are shown.

    Its status, arrows and their judgements are the true ones, where they tell no hidden figure.
    """

    true: Position = field(repr=False, kw_only=True)
    suppression: Suppression = field(repr=False, kw_only=True)

    def _withholds(self, saying: Saying, period: Period | None = None) -> bool:
        """Whether something is not said; without a status there is no direction of travel either."""
        at = self.period if period is None else period
        return any(self.suppression.withholds(self.indicator, at, each) for each in {Saying.STATUS, saying})

    @cached_property
    def status(self) -> Status:
        """The figure against its target; hidden where it would tell a small number."""
        return Status.HIDDEN if self._withholds(Saying.STATUS) else self.true.status

    @property
    def travel_is_hidden(self) -> bool:
        """Whether its direction of travel would tell a small number."""
        by_year = self.compare is Compare.LAST_YEAR
        return self._withholds(Saying.LAST_YEAR if by_year else Saying.PREVIOUS_QUARTER)

    @cached_property
    def previous_quarter(self) -> Travel | None:
        """Against the quarter before, as far as it is shown; None of a year."""
        if not isinstance(self.period, Quarter):
            return None
        shown = on_previous_quarter(self.figures, self.period, self.target)
        return self._with_arrow(shown, self.true.previous_quarter, Saying.PREVIOUS_QUARTER)

    @cached_property
    def last_year(self) -> Travel:
        """Against the same quarter a year before, or the year before, as far as it is shown."""
        shown = on_last_year(self.figures, self.period, self.target)
        return self._with_arrow(shown, self.true.last_year, Saying.LAST_YEAR)

    def _with_arrow(self, shown: Travel, true: Travel | None, saying: Saying) -> Travel:
        if self._withholds(saying):
            return Travel(shown.period, shown.value)
        arrow, judgement = (true.arrow, true.judgement) if true else (Arrow.NONE, Judgement.NONE)
        return shown._replace(arrow=arrow, judgement=judgement)

    @cached_property
    def variation(self) -> Variation | None:
        """Its chart; a group with a hidden point has no limits, and says of no point that it is special."""
        true = self.true.variation
        if true is None:
            return None
        groups = [self._group(each) for each in true.groups]
        if not groups[-1].points:
            return None
        kind, assurance = true.variation, true.assurance
        if groups[-1].points != true.last.points:
            kind, assurance = VariationKind.TOO_FEW_POINTS, None
        return Variation(tuple(each for each in groups if each.points), kind, assurance)

    def _group(self, true: Group) -> Group:
        shown = []
        for period, number in true.points:
            point = self.figures.point(period)
            if point is not None and point.number is not None:
                shown.append((period, number))
        return true if len(shown) == len(true.points) else Group(tuple(shown), None, true.polarity)

    @cached_property
    def outlook(self) -> Outlook | None:
        """Where a year's target is heading, where all that it is worked out from is shown."""
        shown, true = outlook_of(self.figures, self.period, self.target), self.true.outlook
        return shown if shown == true else None

    @cached_property
    def long_term(self) -> LongTerm | None:
        """The latest full year against those before it, where all of them are shown."""
        shown, true = long_term_of(self.figures, self.period), self.true.long_term
        if shown is None or true is None or (shown.year, shown.years) != (true.year, true.years):
            return None
        return shown

    @cached_property
    def exceptions(self) -> tuple[RaisedException, ...]:
        """Its exceptions, less those that would tell a hidden figure, and without figures that are hidden."""
        found = (self._exception(each) for each in self.true.exceptions)
        return tuple(each for each in found if each is not None)

    def _exception(self, true: RaisedException) -> RaisedException | None:
        match true.rule:
            case ExceptionRule.OFF_TARGET if self.status is not Status.HIDDEN and not self._shows_held:
                return true._replace(message=f"Off target. {NOT_SHOWN}")
            case ExceptionRule.OFF_TARGET:
                tells_nothing = self.status is not Status.HIDDEN
            case ExceptionRule.WORSENING:
                return self._worsening(true)
            case ExceptionRule.OVER_LIMIT:
                tells_nothing = self.value is not None
            case ExceptionRule.SPECIAL_CAUSE:
                tells_nothing = self.variation is not None and self.variation.last.limits is not None
            case ExceptionRule.EXCEEDING:
                tells_nothing = self._shows_held
            case ExceptionRule.NOT_RETURNED | ExceptionRule.RAISED:
                tells_nothing = True
        return true if tells_nothing else None

    def _worsening(self, true: RaisedException) -> RaisedException | None:
        saying = Saying.LAST_YEAR if self.compare is Compare.LAST_YEAR else Saying.PREVIOUS_QUARTER
        period = self.period
        for _ in range(self.catalogue.exceptions.worsening_quarters):
            if self._withholds(saying, period):
                return None
            period = period.previous
        return true if self.travel.change is not None else true._replace(message=f"Worsening. {NOT_SHOWN}")

    @property
    def _shows_held(self) -> bool:
        """Whether both the figure that is held against the target and the target are shown."""
        return self.held == self.true.held and self.target == self.true.target

    @cached_property
    def sentence(self) -> str:
        """Its position in words, of what is shown."""
        status = self.status if self._shows_held else Status.HIDDEN
        travel = self.travel._replace(reason=None) if self.travel.change is None else self.travel
        return self.sentence_with(status, travel)
