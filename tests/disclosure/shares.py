"""What a reader makes of percentages: what is said of one, of the two counts that it is made from.

A percentage is no sum. Of one whose counts are not both printed, what is said is a stretch of what it can be, and so
of its counts. What is said of several is looked at in any table that is found; one that is found so is one that the
reader could think of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from disclosure.invented import Key

from dap_tui.assess.figures import Figures
from dap_tui.assess.status import HeldTarget, status_of, target_at
from dap_tui.assess.travel import judged
from dap_tui.assess.worked_out import mean
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.measure import Aggregate, rounded
from dap_tui.period import Period, Quarter, Year

Form = dict[Key, int]

MOST_STEPS = 100_000
"""So far from what it is, nothing that is said of a percentage changes any more."""


@dataclass(frozen=True)
class Percent:
    """A percentage, of two sums of cells, to so many places."""

    part: Form
    whole: Form
    decimals: int
    is_known: bool

    def of(self, values: Callable[[Form], int]) -> Decimal:
        return rounded(Decimal(values(self.part) * 100) / max(1, values(self.whole)), self.decimals)


@dataclass(frozen=True)
class Known:
    """Something said: whether it would be of other percentages."""

    percents: tuple[Percent, ...]
    holds: Callable[[Sequence[Decimal]], bool]

    def stretch(self, at: int, true: Sequence[Decimal]) -> tuple[Decimal, Decimal | None]:
        """From and to where one percentage can go, the others being what they are; None is without end."""
        step = Decimal(1).scaleb(-self.percents[at].decimals)

        def goes(by: Decimal) -> int:
            """How many steps, found by halves."""
            most = int(true[at] / step) if by < 0 else MOST_STEPS
            so_far = 0
            while most > so_far:
                middle = (so_far + most + 1) // 2
                if self.holds([*true[:at], true[at] + middle * by, *true[at + 1 :]]):
                    so_far = middle
                else:
                    most = middle - 1
            return so_far

        down, up = goes(-step), goes(step)
        high = None if up == MOST_STEPS else true[at] + up * step
        return true[at] - down * step, high


class Shares:
    """The percentages of a reader's reports."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        catalogue = reader.made.workspace.catalogue
        self.indicators = [each for each in catalogue.indicators if each.ratio]
        self.indicator = catalogue.indicator

    def within_bounds(self) -> Iterable[tuple[Form, Form]]:
        """Part and whole of what cannot be more than 100."""
        for one in self.indicators:
            if one.bounds.max == 100 and one.ratio:
                for name, row, at in self.reader.made.truth:
                    if name == one.ratio[0]:
                        part, whole = (self._form(one, each, row, at) for each in one.ratio)
                        if part and whole:
                            yield part, whole

    def _form(self, one: Indicator, name: str, row: str, at: Period) -> Form:
        """The count that goes with a percentage: of the quarter alone where only the count runs; empty where none."""
        count = self.indicator[name]
        if row and row not in self.reader.ledger.rows(count):
            return {}
        form: Form = self.reader.form(name, row, at, self._kind(one, name, at))
        if not form and isinstance(at, Year) and (count.is_running or count.aggregate is Aggregate.SUM):
            quarters = at.quarters[3:] if count.is_running else at.quarters
            return {key: 1 for key in ((name, row, each) for each in quarters) if key in self.reader.cells}
        return form

    def _kind(self, one: Indicator, name: str, at: Period) -> str:
        if isinstance(at, Year) or one.is_running == self.indicator[name].is_running:
            return "value"
        return "to-date" if one.is_running else "own"

    def printed(self) -> Iterable[Known]:
        """Percentages that are printed, but for those of years that their quarters make."""
        for (name, row, at, kind), number in self.reader.printed.items():
            one = self.indicator[name]
            if one in self.indicators and kind == "value":
                figures = self.reader.figures(name, row)
                for percent in self._percents(one, at, row) if at in self._worked_out_for(figures, at) else ():
                    yield Known((replace(percent, is_known=False),), lambda found, true=number: found[0] == true)

    def said(self, one: Indicator, at: Period, each: Any) -> Iterable[Known]:
        """The status and the arrows of a percentage in a report."""
        now, before = self._percents(one, at), self._percents(one, at.year_before)
        figures = self.reader.figures(one.id, "")
        target = target_at(one, figures, at)
        held = self._to_date(one, at) if target.kind is TargetKind.YEAR and isinstance(at, Quarter) else now
        if each["status"] in {"red", "amber", "green"} and held and not (held != now and one.amber_if_improving):
            yield self._status(one, each["status"], target, held, before, figures.number(at.year_before))
        for travel in (each["last_year"], each["previous_quarter"]):
            if travel is None or travel["arrow"] == "none":
                continue
            earlier = before if travel is each["last_year"] else self._percents(one, at.previous)
            if not now or not earlier:
                continue
            said = travel["arrow"], travel["judgement"]
            yield self._both(
                one, target, now, earlier, lambda old, new, held, said=said: judged(one, old, new, held) == said
            )

    def _status(
        self, one: Indicator, said: str, target: HeldTarget, now: Any, before: Any, old: Decimal | None
    ) -> Known:
        def status(number: Decimal, earlier: Decimal | None, held: HeldTarget) -> bool:
            judgement = judged(one, earlier, number, held)[1] if earlier is not None else None
            return status_of(one, number, held, improves=judgement in {"improving", "level"}) == said

        looks_back = (
            old is not None and bool(before) and (one.amber_if_improving or target.kind is TargetKind.LAST_YEAR)
        )
        if looks_back:
            return self._both(one, target, now, before, lambda earlier, number, held: status(number, earlier, held))
        return Known(now, lambda found: status(self._one(one, found), None, target))

    def _both(self, one: Indicator, target: HeldTarget, now: Any, earlier: Any, holds: Any) -> Known:
        """Something said of two percentages; a target that is last year's goes with the earlier."""

        def known(found: Sequence[Decimal]) -> bool:
            new, old = self._one(one, found[: len(now)]), self._one(one, found[len(now) :])
            held = (
                target._replace(value=old)
                if target.kind is TargetKind.LAST_YEAR and target.value is not None
                else target
            )
            return bool(holds(old, new, held))

        return Known((*now, *earlier), known)

    def _one(self, one: Indicator, found: Sequence[Decimal]) -> Decimal:
        return found[0] if len(found) == 1 else mean(list(found), one.decimals)

    def _worked_out_for(self, figures: Figures, at: Period) -> Sequence[Period]:
        """The periods whose percentages make that of a period: of a year its quarters, all four of a mean."""
        if isinstance(at, Quarter):
            return [at]
        one = figures.indicator
        is_last = one.is_running or one.aggregate is Aggregate.LATEST
        quarters = at.quarters[3:] if is_last else at.quarters
        return quarters if all(figures.number(each) is not None for each in quarters) else [at]

    def _percents(self, one: Indicator, at: Period, row: str = "") -> tuple[Percent, ...]:
        """Those that make a period's; none where there is none, or where one is of counts that are no sums."""
        figures: Figures = self.reader.figures(one.id, row)
        found = []
        for each in self._worked_out_for(figures, at):
            figure = figures.series.get(each)
            forms = [self._form(one, count, row, each) for count in one.ratio or ()]
            if figure is None or figure.number is None or not all(forms):
                return ()
            keys = [(count, row, each, self._kind(one, count, each)) for count in one.ratio or ()]
            is_known = all((*key[:3], self.reader.plain(key[0], each, key[3])) in self.reader.printed for key in keys)
            most = max(0, -int(figure.number.as_tuple().exponent)) if one.decimals is None else one.decimals
            found.append(Percent(forms[0], forms[1], most, is_known))
        return tuple(found)

    def _to_date(self, one: Indicator, at: Quarter) -> tuple[Percent, ...]:
        """Those that a target for the year is held against: of a mean, all that are known so far."""
        if one.aggregate is not Aggregate.MEAN or one.is_running:
            return self._percents(one, at)
        return tuple(percent for each in at.year.quarters[: at.number] for percent in self._percents(one, each))
