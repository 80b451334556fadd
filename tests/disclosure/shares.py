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
from dap_tui.measure import Aggregate, Polarity, rounded
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
        return rounded(Decimal(values(self.part) * 100) / (values(self.whole) or 1), self.decimals)


@dataclass(frozen=True)
class Known:
    """Something said: whether it would be of other percentages. `number` is what is printed, where one is."""

    percents: tuple[Percent, ...]
    holds: Callable[[Sequence[Decimal]], bool]
    number: Decimal | None = None

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


Group = tuple[tuple[Percent, ...], Decimal | None]
"""The percentages that make one that is compared, where it is not printed, or its number."""


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
                    if name == one.ratio[0] and not (one.is_yearly and isinstance(at, Quarter)):
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
                    not_known = replace(percent, is_known=False)
                    yield Known((not_known,), lambda found, true=number: found[0] == true, number)

    def said(self, one: Indicator, at: Period, each: Any) -> Iterable[Known]:
        """The status and the arrows of a percentage in a report."""
        figures = self.reader.figures(one.id, "")
        target = target_at(one, figures, at)
        now, before = self._group(one, at), self._group(one, at.year_before)
        held = self._to_date(one, at) if target.kind is TargetKind.YEAR and isinstance(at, Quarter) else now
        if each["status"] in {"red", "amber", "green"}:
            is_compared = figures.number(at.year_before) is not None and not figures.breaks_between(at.year_before, at)
            yield from self._status(one, each["status"], target, (held, now, before), is_compared=is_compared)
        for travel in (each["last_year"], each["previous_quarter"]):
            if travel is None or travel["arrow"] == "none":
                continue
            earlier = before if travel is each["last_year"] else self._group(one, at.previous)
            yield from self._arrow(one, (travel["arrow"], travel["judgement"]), target, (now, earlier, before))

    def _status(
        self, one: Indicator, said: str, target: HeldTarget, groups: tuple[Group, Group, Group], *, is_compared: bool
    ) -> Iterable[Known]:
        looks_back = is_compared and (one.amber_if_improving or target.kind is TargetKind.LAST_YEAR)

        def holds(numbers: Sequence[Decimal]) -> bool:
            held, *others = numbers
            improves, against = False, target
            if others:
                now, before = others
                against = self._against(target, before)
                improves = judged(one, before, now, against)[1] in {"improving", "level"}
            return status_of(one, held, against, improves=improves) == said

        return self._known(one, groups if looks_back else groups[:1], holds)

    def _arrow(
        self, one: Indicator, said: tuple[str, str], target: HeldTarget, groups: tuple[Group, Group, Group]
    ) -> Iterable[Known]:
        is_last_year = target.kind is TargetKind.LAST_YEAR and target.value is not None
        is_of_three = is_last_year and one.polarity is Polarity.RANGE and groups[1] != groups[2]

        def holds(numbers: Sequence[Decimal]) -> bool:
            now, earlier, *before = numbers
            return judged(one, earlier, now, self._against(target, *(before or [earlier]))) == said

        return self._known(one, groups if is_of_three else groups[:2], holds)

    def _against(self, target: HeldTarget, before: Decimal) -> HeldTarget:
        """A target that is last year's goes with last year's figure."""
        is_last_year = target.kind is TargetKind.LAST_YEAR and target.value is not None
        return target._replace(value=before) if is_last_year else target

    def _known(
        self, one: Indicator, groups: Sequence[Group], holds: Callable[[Sequence[Decimal]], bool]
    ) -> Iterable[Known]:
        """Something said of several percentages; nothing where one is neither printed nor made of counts."""
        if any(not percents and number is None for percents, number in groups):
            return

        def known(found: Sequence[Decimal]) -> bool:
            numbers, rest = [], list(found)
            for percents, number in groups:
                own, rest = rest[: len(percents)], rest[len(percents) :]
                numbers.append(self._one(one, own) if own else number)
            return holds(numbers)

        yield Known(tuple(percent for percents, _ in groups for percent in percents), known)

    def _group(self, one: Indicator, at: Period) -> Group:
        printed = self.reader.number((one.id, "", at, "value"))
        return (self._percents(one, at) if printed is None else ()), printed

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

    def _to_date(self, one: Indicator, at: Quarter) -> Group:
        """Those that a target for the year is held against: of a mean, all that are known so far."""
        if one.aggregate is not Aggregate.MEAN or one.is_running:
            return self._group(one, at)
        series = self.reader.figures(one.id, "").series
        quarters = (each for each in at.year.quarters[: at.number] if each in series)
        made_of = [self._percents(one, each) for each in quarters if series[each].number is not None]
        found = tuple(percent for each in made_of for percent in each) if all(made_of) else ()
        printed = self.reader.number((one.id, "", at, "to-date"))
        return (found if printed is None else ()), printed
