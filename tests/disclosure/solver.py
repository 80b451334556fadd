"""The integer program of a reader: the smallest and the largest whole number that each hidden count could be.

Nothing here is taken from how cells are hidden. HiGHS solves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import highspy
from disclosure.invented import Key
from disclosure.reader import Form, Place, Reader, figures_of, less, sum_of
from disclosure.shares import Known, Percent, Shares
from disclosure.statements import Region, Statement, arrow_said, status_said

from dap_tui.assess.status import target_at
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.measure import Aggregate, Unit
from dap_tui.period import Period, Quarter, Year

Json = Any

MOST = 2000
"""No count in these workspaces comes near it."""

SCAN = 400


@dataclass
class Solver:
    """What every cell can be, given all that is known.

    A mean of a year tells of its quarters only where it is printed: hidden, it may be no whole number. What is said of
    several counts is written out only where a table does not agree with it. What is said of several percentages is no
    sum; a table that does not agree with it is none. Of returns that do not add up a reader believes that they do,
    where he does not see that they do not.
    """

    reader: Reader
    off: list[Form] = field(default_factory=list)
    tables: list[list[float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        made = self.reader.made
        self.indicator: Mapping[str, Indicator] = made.workspace.catalogue.indicator
        self.keys = list(made.truth)
        self.at = {key: at for at, key in enumerate(self.keys)}
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        for _ in self.keys:
            self._column(0, MOST)
        self.said: list[Statement] = []
        self.known: list[Known] = []
        self.believed: list[Known] = []
        self._sums()
        for key in self.keys:
            if made.written.get(key) == "[z]":
                self.row({key: 1}, 0, 0)
        self._figures()
        self._hear()
        self._shares()
        for form in self.off:
            self._believe([(form, 0, 0)])
        for known in self.believed:
            self._believe(list(self._ends(known.percents[0], known.number, known.number)))

    def _column(self, low: float, high: float) -> int:
        at = self.highs.getNumCol()
        self.highs.addCol(0.0, low, high, 0, [], [])
        self.highs.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        return at

    def row(self, form: Form, low: float, high: float, more: Mapping[int, float] | None = None) -> None:
        """Something known; that the truth agrees is checked with it."""
        if not more:
            assert low <= self.true(form) <= high, (form, low, high)
        self._add(form, low, high, more)

    def _add(self, form: Form, low: float, high: float, more: Mapping[int, float] | None = None) -> None:
        terms = {self.at[key]: float(sign) for key, sign in form.items()} | dict(more or {})
        if terms:
            self.highs.addRow(low, high, len(terms), list(terms), list(terms.values()))

    def true(self, form: Form) -> int:
        return sum(sign * self.reader.made.truth[key] for key, sign in form.items())

    def _sums(self) -> None:
        truth, written = self.reader.made.truth, self.reader.made.written
        for name, row, at in self.keys:
            one = self.indicator[name]
            if row == "":
                rows = [key for key in self.keys if key[0] == name and key[1] and key[2] == at]
                in_year = {key[1] for key in self.keys if key[0] == name and key[1] and key[2].year == at.year}
                is_whole = not isinstance(at, Year) or all((name, each, at) in written for each in in_year)
                if any(key in written for key in rows) and (is_whole or one.is_yearly):
                    self.sum({(name, row, at): 1}, rows)
                parts = [part for part in one.parts if (part, "", at) in truth or self.indicator[part].is_expected(at)]
                if parts and all((part, "", at) in truth for part in parts):
                    self.sum({(name, row, at): 1}, [(part, "", at) for part in parts])
            is_mean = one.aggregate is Aggregate.MEAN and self.reader.number((name, row, at, "value")) is None
            if isinstance(at, Year) and not one.is_yearly and not is_mean:
                is_last = one.is_running or one.aggregate is Aggregate.LATEST
                quarters = [(name, row, each) for each in (at.quarters[3:] if is_last else at.quarters)]
                times = 4 if one.aggregate is Aggregate.MEAN else 1
                there = [key for key in quarters if key in truth]
                if all(key in truth or self._has_breakdown(name, key[2]) for key in quarters):
                    self.sum({(name, row, at): times}, there)
                elif self.true(short := less({(name, row, at): times}, sum_of({key: 1} for key in there))) >= 0:
                    self.row(short, 0, MOST)

    def _has_breakdown(self, name: str, at: Period) -> bool:
        """Whether a row that is not there counts for nothing: others are, or the indicator is not expected."""
        written = self.reader.made.written
        return not self.indicator[name].is_expected(at) or any(
            key[0] == name and key[1] and key[2] == at for key in written
        )

    def sum(self, whole: Form, parts: list[Key]) -> None:
        form = less(whole, sum_of({key: 1} for key in parts))
        if self.true(form):
            self.off.append(form)
        else:
            self.row(form, 0, 0)

    def _figures(self) -> None:
        """Printed figures, and that a hidden one is at least 1, since noughts are printed."""
        reader = self.reader
        self.hidden: dict[Place, Form] = {}
        for key, number in reader.printed.items():
            form = reader.form(*key)
            if form and self.indicator[key[0]].unit is Unit.COUNT:
                self.row(form, int(number), int(number))
        for form, quarters, mean in reader.means():
            # A mean of whole numbers is printed to one place, halves away from nought.
            middle = int(mean * 20) * quarters
            self.row({key: 20 * sign for key, sign in form.items()}, middle - quarters, middle + quarters - 1)
        for form, change in reader.changes:
            self.row(form, change, change)
        for key in figures_of(reader):
            form = reader.form(*key)
            self._within_bounds(key, form)
            if key not in reader.printed:
                is_figure = key[3] != "own" or reader.is_worked_out(key)
                self.row(form, int(is_figure) if self.true(form) > 0 else -MOST, MOST)
                self.hidden[key] = form
        for key in reader.own_quarters():
            if self.true(reader.form(*key)) >= 0:
                self.row(reader.form(*key), 0, MOST)

    def _within_bounds(self, key: Place, form: Form) -> None:
        """What was returned is within the catalogue's bounds, where it is; a year's sum need not be."""
        one = self.indicator[key[0]]
        is_returned = key[3] == "value" and (isinstance(key[2], Quarter) or one.is_yearly)
        low, high = one.bounds.min, one.bounds.max
        if is_returned and high is not None and self.true(form) <= high:
            self.row(form, 0, float(high))
        if is_returned and low is not None and self.true(form) >= low:
            self.row(form, float(low), MOST)

    def _hear(self) -> None:
        for report in self.reader.reports:
            at = self.reader.period_of(report)
            for each in report["indicators"]:
                one = self.indicator[each["id"]]
                if one.unit is not Unit.COUNT:
                    continue
                self._status(one, at, each["status"])
                self._arrow(one, at, at.year_before, "value", each["last_year"])
                if each["previous_quarter"]:
                    self._arrow(one, at, at.previous, "own" if one.is_running else "value", each["previous_quarter"])

    def _status(self, one: Indicator, at: Period, status: str) -> None:
        if status in {"hidden", "no-data", "data-only"}:
            return
        figures = self.reader.figures(one.id, "")
        target = target_at(one, figures, at)
        by_year = target.kind is TargetKind.YEAR and isinstance(at, Quarter)
        held, now = (one.id, "", at, "to-date" if by_year else "value"), (one.id, "", at, "value")
        before = (one.id, "", at.year_before, "value")
        is_compared = all(figures.number(each) is not None for each in (at, at.year_before))
        if figures.breaks_between(at.year_before, at) or not is_compared:
            before = None
        self._hear_of(status_said(one, status, target, held, now, before))

    def _arrow(self, one: Indicator, at: Period, earlier: Period, kind: str, travel: Json) -> None:
        if travel["arrow"] == "none":
            return
        target = None if kind == "own" else target_at(one, self.reader.figures(one.id, ""), at)
        old, new = (one.id, "", earlier, kind), (one.id, "", at, kind)
        is_last_year = target is not None and target.kind is TargetKind.LAST_YEAR and target.value is not None
        before = (one.id, "", at.year_before, "value") if is_last_year else None
        self._hear_of(arrow_said(one, (travel["arrow"], travel["judgement"]), target, new, old, before))

    def _hear_of(self, places: Statement) -> None:
        """Takes in what is said of figures, as far as they are not printed; nothing where one is no sum of cells."""
        printed = [self.reader.number(place) for place in places.figures]
        said = places.with_known([None if each is None else int(each) for each in printed])
        forms = tuple(self.reader.form(*place) for place in said.figures)
        if not all(forms):
            return
        said = Statement(forms, said.holds, said.borders)
        true = [self.true(form) for form in forms]
        assert said.holds(true), (places.figures, true)
        if len(forms) == 1:
            self._one_of(forms[0], lambda number: said.holds([number]))
        elif forms:
            self.said.append(said)

    def _one_of(self, form: Form, holds: Any) -> None:
        """That a figure is one of the whole numbers of which `holds` is true: one stretch of them, or several."""
        stretches: list[list[float]] = []
        first = -SCAN if self.true(form) < 0 else 0
        for number in range(first, SCAN):
            if holds(number):
                if stretches and stretches[-1][1] == number - 1:
                    stretches[-1][1] = number
                else:
                    stretches.append([number, number])
        for each in stretches:
            each[0] = -MOST if each[0] == first else each[0]
            each[1] = MOST if each[1] == SCAN - 1 else each[1]
        if len(stretches) == 1:
            self.row(form, *stretches[0])
            return
        which = [self._column(0, 1) for _ in stretches]
        self.row({}, 1, 1, dict.fromkeys(which, 1.0))
        self.row(form, 0, highspy.kHighsInf, {one: -low for one, (low, _) in zip(which, stretches, strict=True)})
        self.row(form, -highspy.kHighsInf, 0, {one: -high for one, (_, high) in zip(which, stretches, strict=True)})

    def _write_out(self, said: Statement) -> None:
        """That figures are in one of the regions where what is said of them is so."""
        which = []
        for region in said.regions([self.true(form) for form in said.figures]):
            which.append(self._column(0, 1))
            self._inside(said, region, which[-1])
        self.row({}, 1, 1, dict.fromkeys(which, 1.0))

    def _inside(self, said: Statement, region: Region, chosen: int) -> None:
        for times, low, high in region:
            form = sum_of({key: by * sign for key, sign in each.items()}
                          for by, each in zip(times, said.figures, strict=True))  # fmt: skip
            far = float(MOST * sum(map(abs, form.values())))
            if low is not None:
                self.row(form, low - far, highspy.kHighsInf, {chosen: -far})
            if high is not None:
                self.row(form, -highspy.kHighsInf, high + far, {chosen: far})

    def _shares(self) -> None:
        shares = Shares(self.reader)
        for part, whole in shares.within_bounds():
            if self.true(whole) >= self.true(part):
                self.row(less(whole, part), 0, MOST)
        said = [
            known
            for report in self.reader.reports
            for each in report["indicators"]
            if self.indicator[each["id"]].ratio
            for known in shares.said(self.indicator[each["id"]], self.reader.period_of(report), each)
        ]
        for known in (*said, *shares.printed()):
            unknown = [at for at, each in enumerate(known.percents) if not each.is_known]
            true = [each.of(self.true) for each in known.percents]
            if known.number is not None and not known.holds(true):
                self.believed.append(known)
                continue
            assert known.holds(true), (known, true)
            if unknown:
                self.known.append(known)
            # Of a running total that fell a percentage is below nought, and no stretch of counts.
            if len(unknown) == 1 and self.true(known.percents[unknown[0]].whole) > 0:
                for form, low, high in self._ends(known.percents[unknown[0]], *known.stretch(unknown[0], true)):
                    self.row(form, low, high)

    def _ends(self, percent: Percent, low: Decimal | None, high: Decimal | None) -> Iterator[tuple[Form, float, float]]:
        """That a percentage rounds into a stretch; all in whole numbers."""
        times = 10**percent.decimals
        hundred = {key: sign * 200 * times for key, sign in percent.part.items()}
        for end, by in ((low, 1), (high, -1)):
            if end is not None:
                bound = int(2 * end * times) - by
                apart = less(hundred, {key: sign * bound for key, sign in percent.whole.items()})
                yield {key: by * sign for key, sign in apart.items()}, 0 if by > 0 else 1, highspy.kHighsInf

    def _is_told_of(self, values: list[float]) -> bool:
        """Whether a table agrees with what is said of percentages."""
        return all(
            known.holds([each.of(lambda form: self._sum(form, values)) for each in known.percents])
            for known in self.known
        )

    def _sum(self, form: Form, values: list[float]) -> int:
        return sum(sign * round(values[self.at[key]]) for key, sign in form.items())

    def told(self) -> list[Place]:
        """The hidden figures that can only be what they are."""
        from disclosure.nearby import Nearby

        left = dict(self.hidden)
        for key in list(left):
            for sense in (highspy.ObjSense.kMaximize, highspy.ObjSense.kMinimize):
                if key in left:
                    self._strike(left, self._best(left[key], sense))
        if self.known and left:
            nearby = Nearby(self.reader)
            nearby.strike(left)
            self.tables += [values[: len(self.keys)] for values in nearby.tables]
        return list(left)

    def _believe(self, rows: list[tuple[Form, float, float]]) -> None:
        """That something is as it should be, where there is a table that agrees with that."""
        first = self.highs.getNumRow()
        for form, low, high in rows:
            self._add(form, low, high)
        added = list(range(first, self.highs.getNumRow()))
        if self._solve() is None:
            self.highs.deleteRows(len(added), added)

    def _strike(self, left: dict[Place, Form], values: list[float]) -> None:
        """Strikes out what is not what it is in a table that agrees with all that is known."""
        if self._is_told_of(values):
            struck = [key for key, form in left.items() if self._sum(form, values) != self.true(form)]
            for key in struck:
                del left[key]
            if struck:
                self.tables.append(values)

    def _best(self, form: Form, sense: highspy.ObjSense) -> list[float]:
        for at in range(len(self.keys)):
            self.highs.changeColCost(at, 0.0)
        for key, sign in form.items():
            self.highs.changeColCost(self.at[key], float(sign))
        self.highs.changeObjectiveSense(sense)
        values = self._solve()
        assert values is not None, self.highs.getModelStatus()
        return values

    def _solve(self) -> list[float] | None:
        """The best table, None where there is none; what is said of several counts is written out as it is needed."""
        while True:
            self.highs.run()
            if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                return None
            values = list(self.highs.getSolution().col_value)
            belied = [said for said in self.said if not said.holds([self._sum(form, values) for form in said.figures])]
            if not belied:
                return values
            for said in belied:
                self.said.remove(said)
                self._write_out(said)
