"""A reader of the reports, who puts together all that is printed and solves for what is not.

Nothing here is taken from how cells are hidden: it reads the JSON, and the sums that the files' description says
there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from disclosure.invented import Invented, Key, when

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.measure import Aggregate, Unit
from dap_tui.period import Period, Quarter, Year, parse_period

Json = Any
Form = dict[Key, int]
"""A sum of cells, each with its sign."""

Place = tuple[str, str, Period, str]
"""Where a figure is printed: of what, and of which kind ("value", "to-date", "own")."""


@dataclass
class Reader:
    """What was read so far: `printed` numbers by what they are of, and what was said of differences."""

    made: Invented
    reports: list[Json] = field(default_factory=list)
    printed: dict[Place, Decimal] = field(default_factory=dict)
    changes: list[tuple[Form, int]] = field(default_factory=list)

    def read(self, report: Json) -> None:
        self.reports.append(report)
        at = self.period_of(report)
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
                self.changes.append((less(later, self.form(name, row, earlier, of)), int(travel["change"])))

    def _note(self, name: str, row: str, at: Period, kind: str, number: float | None) -> None:
        if number is None:
            return
        key = (name, row, at, self.plain(name, at, kind))
        assert self.printed.setdefault(key, Decimal(str(number))) == Decimal(str(number)), key

    def number(self, place: Place) -> Decimal | None:
        """The number that was printed of a figure, anywhere."""
        return self.printed.get((*place[:3], self.plain(place[0], place[2], place[3])))

    def period_of(self, report: Json) -> Period:
        return parse_period(report["period"])

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
            now, before = self.total(name, row, at), self.total(name, row, at.previous)
            return less(now, before) if now and before else {}
        if kind == "value" and isinstance(at, Quarter):
            return self.total(name, row, at)
        if isinstance(at, Year) and not self._by_quarters(name, row, at):
            return self._by_year(name, row, at)
        quarters = at.year.quarters[: at.number] if isinstance(at, Quarter) else at.quarters
        if isinstance(at, Year) and (one.is_running or one.aggregate is Aggregate.LATEST):
            return self.total(name, row, quarters[-1])
        if one.aggregate is Aggregate.SUM:
            return sum_of(self.total(name, row, each) for each in quarters)
        with_number = self._with_number(name, row, quarters)
        return self.total(name, row, with_number[-1]) if one.aggregate is Aggregate.LATEST else {}

    def _by_year(self, name: str, row: str, at: Year) -> Form:
        """A year that was returned as one, or the sum of its rows that were."""
        if (name, row, at) in self.made.written:
            return {(name, row, at): 1}
        return sum_of({key: 1} for key in self.made.written if not row and key[0] == name and key[2] == at)

    def _with_number(self, name: str, row: str, quarters: tuple[Quarter, ...]) -> list[Quarter]:
        series = self.figures(name, row).series
        return [each for each in quarters if each in series and series[each].number is not None]

    def means(self) -> Iterable[tuple[Form, int, Decimal]]:
        """The printed means: the sum of their quarters, how many those are, and the mean."""
        for (name, row, at, kind), number in self.printed.items():
            one = self.made.workspace.catalogue.indicator[name]
            if one.unit is Unit.COUNT and one.aggregate is Aggregate.MEAN and not self.form(name, row, at, kind):
                quarters = self._with_number(name, row, at.year.quarters[: 4 if isinstance(at, Year) else at.number])
                yield sum_of(self.total(name, row, each) for each in quarters), len(quarters), number

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

    def own_quarters(self) -> Iterable[Place]:
        """What happened in each quarter of a running total, known or not: it does not fall, unless it breaks."""
        for name, row, at in self.cells:
            is_running = self.made.workspace.catalogue.indicator[name].is_running
            is_later = isinstance(at, Quarter) and at.number > 1
            if is_running and is_later and not self.made.is_break(name, row, at):
                yield name, row, at, "own"

    def is_worked_out(self, key: Place) -> bool:
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


def sum_of(forms: Iterable[Form]) -> Form:
    found: Form = {}
    for form in forms:
        for key, sign in form.items():
            found[key] = found.get(key, 0) + sign
    return {key: sign for key, sign in found.items() if sign}


def less(form: Form, other: Form) -> Form:
    return sum_of([form, {key: -sign for key, sign in other.items()}])


def figures_of(reader: Reader) -> list[Place]:
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


def _is_printed(reader: Reader, key: Place) -> bool:
    """Whether it has a place of its own: a row's own quarter is only what a later one is compared with."""
    below = reader.made.workspace.catalogue.indicator[key[0]].suppress_below
    return not (key[1] and key[3] == "own") or 0 < reader.true_of(*key) < below
