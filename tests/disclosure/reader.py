"""A reader of the reports, who puts together all that is printed and solves for what is not.

Nothing here is taken from how cells are hidden: it reads the JSON, and the sums that the files' description says
there are. HiGHS finds the smallest and the largest whole number that each hidden count could be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

import highspy
from disclosure.invented import BELOW, Invented, Key, when
from disclosure.shares import Known, Percent, Shares

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.assess.status import status_of, target_at
from dap_tui.assess.travel import judged
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.measure import Aggregate, Unit, rounded
from dap_tui.period import Period, Quarter, Year, parse_period

Json = Any
Form = dict[Key, int]
"""A sum of cells, each with its sign."""

MOST = 2000
"""No count in these workspaces comes near it."""

SCAN = 400

MOST_TABLES = 200
"""How many tables are tried that do not agree with what is said of several percentages."""


@dataclass
class Reader:
    """What was read so far: `printed` numbers by what they are of, and what was said of differences."""

    made: Invented
    reports: list[Json] = field(default_factory=list)
    printed: dict[tuple[str, str, Period, str], Decimal] = field(default_factory=dict)
    changes: list[tuple[Form, int]] = field(default_factory=list)

    def read(self, report: Json) -> None:
        self.reports.append(report)
        at = parse_period(report["period"])
        for each in report["indicators"]:
            self._read_series(each, "", at)
            self._note(each["id"], "", at, "to-date", each["year_to_date"])
            self._note(each["id"], "", at, "own", each["own_quarter"])
            for year in each["years"]:
                self._note(each["id"], "", parse_period(year["period"]), "value", year["value"])
            if each["target"]["kind"] == "last-year":
                self._note(each["id"], "", at.year_before, "value", each["target"]["value"])
            for row in each["breakdown"]:
                self._read_series({**row, "id": each["id"]}, row["name"], at)

    def _read_series(self, each: Json, row: str, at: Period) -> None:
        name = each["id"]
        indicator = self.made.workspace.catalogue.indicator[name]
        self._note(name, row, at, "value", each["value"])
        for past in each["history"]:
            self._note(name, row, parse_period(past["period"]), "value", past["value"])
        kind = "own" if indicator.is_running else "value"
        for travel, of in ((each["previous_quarter"], kind), (each["last_year"], "value")):
            if travel is None:
                continue
            earlier = parse_period(travel["period"])
            self._note(name, row, earlier, of, travel["value"])
            if travel["change"] is not None and indicator.unit is Unit.COUNT and indicator.aggregate is Aggregate.SUM:
                later = self.form(name, row, at, of)
                self.changes.append((_less(later, self.form(name, row, earlier, of)), int(travel["change"])))

    def _note(self, name: str, row: str, at: Period, kind: str, number: float | None) -> None:
        if number is None:
            return
        key = (name, row, at, self.plain(name, at, kind))
        assert self.printed.setdefault(key, Decimal(str(number))) == Decimal(str(number)), key

    def plain(self, name: str, at: Period, kind: str) -> str:
        """A quarter is its own; a running total is its year to date; so is the first quarter of a sum."""
        one = self.made.workspace.catalogue.indicator[name]
        if kind == "own" and (not one.is_running or (isinstance(at, Quarter) and at.number == 1)):
            return "value"
        if kind == "to-date" and (one.is_running or isinstance(at, Year)):
            return "value"
        return kind

    def form(self, name: str, row: str, at: Period, kind: str) -> Form:
        """A figure as a sum of cells; empty where it is none (a mean, the latest)."""
        one = self.made.workspace.catalogue.indicator[name]
        kind = self.plain(name, at, kind)
        if kind == "own":
            return _less({(name, row, at): 1}, {(name, row, at.previous): 1})
        if kind == "value" and isinstance(at, Quarter):
            return self.total(name, row, at)
        if isinstance(at, Year) and not self._by_quarters(name, row, at):
            return self._by_year(name, row, at)
        quarters = at.year.quarters[: at.number] if isinstance(at, Quarter) else at.quarters
        if isinstance(at, Year) and (one.is_running or one.aggregate is Aggregate.LATEST):
            return self.total(name, row, quarters[-1])
        if one.aggregate is Aggregate.SUM:
            return _sum(self.total(name, row, each) for each in quarters)
        with_number = self._with_number(name, row, quarters)
        return self.total(name, row, with_number[-1]) if one.aggregate is Aggregate.LATEST else {}

    def _by_year(self, name: str, row: str, at: Year) -> Form:
        """A year that was returned as one, or the sum of its rows that were."""
        if (name, row, at) in self.made.written:
            return {(name, row, at): 1}
        return _sum({key: 1} for key in self.made.written if not row and key[0] == name and key[2] == at)

    def _with_number(self, name: str, row: str, quarters: tuple[Quarter, ...]) -> list[Quarter]:
        series = self.figures(name, row).series
        return [each for each in quarters if each in series and series[each].number is not None]

    def means(self) -> Iterable[tuple[Form, int, Decimal]]:
        """The printed means: the sum of their quarters, how many those are, and the mean."""
        for (name, row, at, kind), number in self.printed.items():
            one = self.made.workspace.catalogue.indicator[name]
            if one.unit is Unit.COUNT and one.aggregate is Aggregate.MEAN and not self.form(name, row, at, kind):
                quarters = self._with_number(name, row, at.year.quarters[: 4 if isinstance(at, Year) else at.number])
                yield _sum(self.total(name, row, each) for each in quarters), len(quarters), number

    def total(self, name: str, row: str, at: Period) -> Form:
        return {(name, row, at): 1} if (name, row, at) in self.cells else {}

    def _by_quarters(self, name: str, row: str, year: Year) -> bool:
        return self.figures(name, row).outturn_by_quarters(year) is not None and (
            self.figures(name, row).outturn_by_quarters(year).number is not None
        )

    def figures(self, name: str, row: str) -> Figures:
        one = self.made.workspace.catalogue.indicator[name]
        return self.ledger.rows(one)[row] if row else self.ledger.total(one)

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self.made.workspace.catalogue, self.made.workspace.returns)

    def own_quarters(self) -> Iterable[tuple[str, str, Period, str]]:
        """What happened in each quarter of a running total, known or not: it does not fall."""
        for name, row, at in self.cells:
            if self.made.workspace.catalogue.indicator[name].is_running and isinstance(at, Quarter) and at.number > 1:
                yield name, row, at, "own"

    def is_worked_out(self, key: tuple[str, str, Period, str]) -> bool:
        """Whether there is a number behind an own-quarter figure; a nought would be printed only then."""
        name, row, at, _ = key
        figure = self.figures(name, row).own_quarter(at) if isinstance(at, Quarter) else None
        return figure is not None and figure.number is not None

    def true_of(self, name: str, row: str, at: Period, kind: str) -> int:
        """The true figure; 0 where it is no sum of cells."""
        return sum(sign * self.made.truth[key] for key, sign in self.form(name, row, at, kind).items())

    @property
    def cells(self) -> dict[Key, int]:
        """Every cell a reader knows of, with the truth: what was returned, and totals left out of breakdowns."""
        return self.made.truth


def _sum(forms: Iterable[Form]) -> Form:
    found: Form = {}
    for form in forms:
        for key, sign in form.items():
            found[key] = found.get(key, 0) + sign
    return {key: sign for key, sign in found.items() if sign}


def _less(form: Form, other: Form) -> Form:
    return _sum([form, {key: -sign for key, sign in other.items()}])


@dataclass
class Solver:
    """The integer program of a reader: what every cell can be, given all that is known.

    What is said of several percentages is no sum; a table that does not agree with it is none. Of returns that do not
    add up a reader believes that they do, where he does not see that they do not.
    """

    reader: Reader
    off: list[Form] = field(default_factory=list)

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
        self._sums()
        self._figures()
        self._said()
        self.known: list[Known] = []
        self._shares()
        for form in self.off:
            self._believe(form)

    def _column(self, low: float, high: float) -> int:
        at = self.highs.getNumCol()
        self.highs.addCol(0.0, low, high, 0, [], [])
        self.highs.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        return at

    def row(self, form: Form, low: float, high: float, more: Mapping[int, float] | None = None) -> None:
        """Something known; that the truth agrees is checked with it."""
        terms = {self.at[key]: float(sign) for key, sign in form.items()} | dict(more or {})
        if not more:
            assert low <= self.true(form) <= high, (form, low, high)
        if terms:
            self.highs.addRow(low, high, len(terms), list(terms), list(terms.values()))

    def true(self, form: Form) -> int:
        return sum(sign * self.reader.made.truth[key] for key, sign in form.items())

    def _sums(self) -> None:
        truth, written = self.reader.made.truth, self.reader.made.written
        for name, row, at in self.keys:
            one = self.indicator[name]
            if row == "":
                parts = [key for key in self.keys if key[0] == name and key[1] and key[2] == at]
                if parts and (isinstance(at, Quarter) or all(key in written for key in parts)):
                    self.sum({(name, row, at): 1}, parts)
                if one.parts and all((part, "", at) in truth for part in one.parts):
                    self.sum({(name, row, at): 1}, [(part, "", at) for part in one.parts])
            if isinstance(at, Year):
                quarters = [(name, row, each) for each in at.quarters]
                if one.is_running or one.aggregate is Aggregate.LATEST:
                    quarters = quarters[-1:]
                self.sum({(name, row, at): 1}, quarters)

    def sum(self, whole: Form, parts: list[Key]) -> None:
        form = _less(whole, _sum({key: 1} for key in parts))
        off = self.true(form)
        if off:
            self.off.append(form)
        else:
            self.row(form, 0, 0)

    def _figures(self) -> None:
        """Printed figures, and that a hidden one is at least 1, since noughts are printed."""
        reader = self.reader
        self.hidden: dict[tuple[str, str, Period, str], Form] = {}
        for key, number in reader.printed.items():
            form = reader.form(*key)
            if form and self.indicator[key[0]].unit is Unit.COUNT:
                self.row(form, int(number), int(number))
        for form, quarters, mean in reader.means():
            near = Decimal("0.051")
            self.row(form, float((mean - near) * quarters), float((mean + near) * quarters))
        for form, change in reader.changes:
            self.row(form, change, change)
        for key in figures_of(reader):
            form = reader.form(*key)
            bounds = self.indicator[key[0]].bounds
            is_quarter = key[3] == "value" and isinstance(key[2], Quarter)
            if is_quarter and bounds.max is not None and self.true(form) <= bounds.max:
                self.row(form, 0, float(bounds.max))
            if key not in reader.printed:
                is_figure = key[3] != "own" or reader.is_worked_out(key)
                self.row(form, int(is_figure) if self.true(form) > 0 else -MOST, MOST)
                self.hidden[key] = form
        for key in reader.own_quarters():
            if self.true(reader.form(*key)) >= 0:
                self.row(reader.form(*key), 0, MOST)

    def _said(self) -> None:
        for report in self.reader.reports:
            at = parse_period(report["period"])
            for each in report["indicators"]:
                one = self.indicator[each["id"]]
                if one.unit is not Unit.COUNT:
                    continue
                self._status(one, at, each["status"])
                self._arrow(one, at, at.year_before, "value", each["last_year"])
                if each["previous_quarter"]:
                    self._arrow(one, at, at.previous, "own" if one.is_running else "value", each["previous_quarter"])

    def _status(self, one: Indicator, at: Period, status: str) -> None:
        reader = self.reader
        if status in {"hidden", "no-data", "data-only"}:
            return
        figures = reader.figures(one.id, "")
        target = target_at(one, figures, at)
        kind = "to-date" if target.kind is TargetKind.YEAR else "value"
        held = reader.form(one.id, "", at, kind)
        if not held:
            return
        before = self._known((one.id, "", at.year_before, "value"))
        if one.amber_if_improving:
            if kind == "value" and before is not None:
                self._one_of(held, lambda number: _with_amber(one, number, before, target) == status, 0)
            return
        if target.kind is TargetKind.LAST_YEAR:
            less = _less(held, reader.form(one.id, "", at.year_before, "value"))
            self._one_of(
                less,
                lambda by: (
                    status_of(one, Decimal(1000 + by), target._replace(value=Decimal(1000)), improves=False) == status
                ),
            )
        else:
            self._one_of(held, lambda number: status_of(one, Decimal(number), target, improves=False) == status, 0)

    def _arrow(self, one: Indicator, at: Period, earlier: Period, kind: str, travel: Json) -> None:
        reader = self.reader
        if travel["arrow"] == "none":
            return
        old, new = reader.form(one.id, "", earlier, kind), reader.form(one.id, "", at, kind)
        if not old or not new:
            return
        said = (travel["arrow"], travel["judgement"])
        target = None if kind == "own" else target_at(one, reader.figures(one.id, ""), at)
        known = self._known((one.id, "", earlier, kind)), self._known((one.id, "", at, kind))
        if known[0] is not None and known[1] is None:
            self._one_of(new, lambda number: judged(one, known[0], Decimal(number), target) == said, 0)
        elif known[1] is not None and known[0] is None:
            self._one_of(old, lambda number: judged(one, Decimal(number), known[1], target) == said, 0)
        else:
            by = _less(new, old)
            self._one_of(by, lambda number: judged(one, Decimal(1000), Decimal(1000 + number), None)[0] == said[0])

    def _known(self, key: tuple[str, str, Period, str]) -> Decimal | None:
        return self.reader.printed.get((*key[:3], self.reader.plain(key[0], key[2], key[3])))

    def _one_of(self, form: Form, holds: Any, first: int = -SCAN) -> None:
        """That a sum is one of the whole numbers of which `holds` is true: one stretch of them, or one of several."""
        assert holds(self.true(form)), (form, self.true(form))
        stretches: list[list[float]] = []
        for number in range(-SCAN if self.true(form) < 0 else first, SCAN):
            if holds(number):
                if stretches and stretches[-1][1] == number - 1:
                    stretches[-1][1] = number
                else:
                    stretches.append([number, number])
        for each in stretches:
            each[0] = -MOST if each[0] == -SCAN else each[0]
            each[1] = MOST if each[1] == SCAN - 1 else each[1]
        if len(stretches) == 1:
            self.row(form, *stretches[0])
            return
        which = [self._column(0, 1) for _ in stretches]
        self.row({}, 1, 1, dict.fromkeys(which, 1.0))
        self.row(form, 0, highspy.kHighsInf, {one: -low for one, (low, _) in zip(which, stretches, strict=True)})
        self.row(form, -highspy.kHighsInf, 0, {one: -high for one, (_, high) in zip(which, stretches, strict=True)})

    def _shares(self) -> None:
        shares = Shares(self.reader)
        for part, whole in shares.within_bounds():
            if self.true(whole) >= self.true(part):
                self.row(_less(whole, part), 0, MOST)
        said = [
            known
            for report in self.reader.reports
            for each in report["indicators"]
            if self.indicator[each["id"]].ratio
            for known in shares.said(self.indicator[each["id"]], parse_period(report["period"]), each)
        ]
        for known in (*said, *shares.printed()):
            unknown = [at for at, each in enumerate(known.percents) if not each.is_known]
            true = [each.of(self.true) for each in known.percents]
            assert known.holds(true), (known, true)
            if unknown:
                self.known.append(known)
            if len(unknown) == 1:
                self._between(known.percents[unknown[0]], *known.stretch(unknown[0], true))

    def _between(self, percent: Percent, low: Decimal, high: Decimal | None) -> None:
        """That a percentage rounds into a stretch; all in whole numbers."""
        times = 10**percent.decimals
        hundred = {key: sign * 200 * times for key, sign in percent.part.items()}
        for end, by in ((low, 1), (high, -1)):
            if end is not None:
                bound = int(2 * end * times) - by
                less = _less(hundred, {key: sign * bound for key, sign in percent.whole.items()})
                self.row({key: by * sign for key, sign in less.items()}, 0 if by > 0 else 1, highspy.kHighsInf)

    def _is_told_of(self, values: list[float]) -> bool:
        """Whether a table agrees with what is said of percentages."""
        return all(
            known.holds([each.of(lambda form: self._sum(form, values)) for each in known.percents])
            for known in self.known
        )

    def _sum(self, form: Form, values: list[float]) -> int:
        return sum(sign * round(values[self.at[key]]) for key, sign in form.items())

    def told(self) -> list[tuple[str, str, Period, str]]:
        """The hidden figures that can only be what they are."""
        left = dict(self.hidden)
        for key in list(left):
            for sense in (highspy.ObjSense.kMaximize, highspy.ObjSense.kMinimize):
                if key in left:
                    self._strike(left, self._best(left[key], sense))
        if self.known and left:
            Nearby(self.reader).strike(left)
        return list(left)

    def _believe(self, form: Form) -> None:
        """That a sum is what it should be, where there is a table that agrees with that."""
        at = self.highs.getNumRow()
        self.highs.addRow(0, 0, len(form), [self.at[key] for key in form], list(map(float, form.values())))
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            self.highs.deleteRows(1, [at])

    def _strike(self, left: dict[tuple[str, str, Period, str], Form], values: list[float]) -> None:
        """Strikes out what is not what it is in a table that agrees with all that is known."""
        if self._is_told_of(values):
            for key, form in list(left.items()):
                if round(sum(sign * values[self.at[one]] for one, sign in form.items())) != self.true(form):
                    del left[key]

    def _best(self, form: Form, sense: highspy.ObjSense) -> list[float]:
        for at in range(len(self.keys)):
            self.highs.changeColCost(at, 0.0)
        for key, sign in form.items():
            self.highs.changeColCost(self.at[key], float(sign))
        self.highs.changeObjectiveSense(sense)
        self.highs.run()
        assert self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal, self.highs.getModelStatus()
        return list(self.highs.getSolution().col_value)


class Nearby(Solver):
    """Looks for tables near the true one, where what is said of two percentages can be written out as whole numbers."""

    def __post_init__(self) -> None:
        super().__post_init__()
        for key in self.keys:
            off = self._column(0, MOST)
            self.highs.changeColCost(off, 1.0)
            true = self.true({key: 1})
            self.highs.addRow(-true, highspy.kHighsInf, 2, [off, self.at[key]], [1.0, -1.0])
            self.highs.addRow(true, highspy.kHighsInf, 2, [off, self.at[key]], [1.0, 1.0])
        self.choices: dict[tuple[object, ...], dict[int, Decimal]] = {}
        for known in self.known:
            unknown = [at for at, each in enumerate(known.percents) if not each.is_known]
            if len(unknown) == 2:
                self._write_out(known, *unknown)

    def _write_out(self, known: Known, first: int, second: int) -> None:
        """That two percentages, each of a few there can be, are two of which what was said holds."""
        values = [each.of(self.true) for each in known.percents]
        for one, number in self._choices(known.percents[first]).items():
            others = []
            for other, beside in self._choices(known.percents[second]).items():
                values[first], values[second] = number, beside
                others += [] if known.holds(values) else [other]
            self.row({}, 0, 1, {one: 1.0, **dict.fromkeys(others, 1.0)})

    def _choices(self, percent: Percent) -> dict[int, Decimal]:
        """A column for each percentage of two counts, of whose cells each is one more, one less or what it is."""
        part, whole = percent.part, percent.whole
        name = (frozenset(part.items()), frozenset(whole.items()), percent.decimals)
        if name not in self.choices:
            found: dict[int, Decimal] = {}
            parts: dict[int, float] = {}
            wholes: dict[int, float] = {}
            for more in range(-len(part), len(part) + 1):
                for other in range(-len(whole), len(whole) + 1):
                    made, of = self.true(part) + more, self.true(whole) + other
                    if of > 0 <= made:
                        column = self._column(0, 1)
                        found[column] = rounded(Decimal(made * 100) / of, percent.decimals)
                        parts[column], wholes[column] = float(-made), float(-of)
            self.row({}, 1, 1, dict.fromkeys(found, 1.0))
            self.row(part, 0, 0, parts)
            self.row(whole, 0, 0, wholes)
            self.choices[name] = found
        return self.choices[name]

    def strike(self, left: dict[tuple[str, str, Period, str], Form]) -> None:
        """Strikes out what can be more, or less, than it is."""
        for key in list(left):
            for low, high in ((self.true(left[key]) + 1, MOST), (0, self.true(left[key]) - 1)) if key in left else ():
                at, form = self.highs.getNumRow(), self.hidden[key]
                self.highs.addRow(
                    low, high, len(form), [self.at[each] for each in form], list(map(float, form.values()))
                )
                values = self._agreeing()
                if values is not None:
                    self._strike(left, values)
                self.highs.deleteRows(1, [at])
                if key not in left:
                    break

    def _agreeing(self) -> list[float] | None:
        """A table that agrees with all that is said of percentages, of any number of them."""
        for _ in range(MOST_TABLES):
            self.highs.run()
            if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                return None
            values = list(self.highs.getSolution().col_value)
            if self._is_told_of(values):
                return values
            self._rule_out(values)
        return None

    def _rule_out(self, values: list[float]) -> None:
        """Rules out the percentages of a table that do not agree with what is said of them."""
        for known in self.known:
            found = [each.of(lambda form: self._sum(form, values)) for each in known.percents]
            unknown = [at for at, each in enumerate(known.percents) if not each.is_known]
            if not known.holds(found):
                chosen = {}
                for at in unknown[1:]:
                    columns = self._choices(known.percents[at])
                    chosen |= {each: 1.0 for each in columns if each < len(values) and values[each] > 0.5}
                wrong = {
                    column: 1.0
                    for column, number in self._choices(known.percents[unknown[0]]).items()
                    if not known.holds([*found[: unknown[0]], number, *found[unknown[0] + 1 :]])
                }
                if len(chosen) == len(unknown) - 1:
                    self.row({}, 0, len(chosen), chosen | wrong)


def _with_amber(one: Indicator, number: int, before: Decimal, target: Any) -> str:
    """A status that is amber where it improves on a year before."""
    judgement = judged(one, before, Decimal(number), target)[1]
    return status_of(one, Decimal(number), target, improves=judgement in {"improving", "level"})


def figures_of(reader: Reader) -> list[tuple[str, str, Period, str]]:
    """Every count that the reports have a place for: figures, years to date, own quarters, outturns; no noughts."""
    last = max((parse_period(report["period"]) for report in reader.reports), key=when)
    found = []
    for name, one in reader.made.workspace.catalogue.indicator.items():
        rows = sorted({key[1] for key in reader.made.written if key[0] == name} | {""})
        for row in rows if one.unit is Unit.COUNT else []:
            found += [(name, row, at, kind) for at, kind in _of_series(reader.figures(name, row), row)]
    return [key for key in found if when(key[2]) <= when(last) and reader.true_of(*key) and _is_printed(reader, key)]


def _of_series(figures: Figures, row: str) -> Iterable[tuple[Period, str]]:
    """The places for figures of one series in which there is a number, or a partner's [c]."""
    one = figures.indicator
    for quarter in figures.quarters:
        found = {"value": figures.quarter(quarter)}
        if quarter.number > 1 and one.is_running:
            found["own"] = figures.own_quarter(quarter)
        elif quarter.number > 1 and not row and one.aggregate is Aggregate.SUM:
            found["to-date"] = figures.year_to_date(quarter)
        for kind, figure in found.items():
            if figure is not None and (figure.number is not None or figure.symbol == "c"):
                yield quarter, kind
    for year in figures.years:
        outturn = figures.outturn(year)
        if outturn is not None and outturn.number is not None:
            yield year, "value"


def _is_printed(reader: Reader, key: tuple[str, str, Period, str]) -> bool:
    """Whether it has a place of its own: a row's own quarter is only what a later one is compared with."""
    return not (key[1] and key[3] == "own") or 0 < reader.true_of(*key) < BELOW
