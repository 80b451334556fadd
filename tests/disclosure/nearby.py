"""Tables near the true one, where what is said of two percentages can be written out as whole numbers."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import highspy
from disclosure.reader import Form, Place
from disclosure.shares import Known, Percent
from disclosure.solver import MOST, Solver

from dap_tui.measure import rounded

MOST_TABLES = 200
"""How many tables are tried that do not agree with what is said of several percentages."""


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
        self.nearest = self._solve()
        self.choices: dict[tuple[object, ...], dict[int, Decimal]] = {}
        for known in self.known:
            unknown = [at for at, each in enumerate(known.percents) if not each.is_known]
            if len(unknown) == 2:
                self._pair_off(known, *unknown)

    def _pair_off(self, known: Known, first: int, second: int) -> None:
        """That two percentages, each of a few there can be, are two of which what was said holds."""
        values = [each.of(self.true) for each in known.percents]
        for one, number in self._choices(known.percents[first]).items():
            others = []
            for other, beside in self._choices(known.percents[second]).items():
                values[first], values[second] = number, beside
                others += [] if known.holds(values) else [other]
            self.row({}, 0, 1, {one: 1.0, **dict.fromkeys(others, 1.0)})

    def _choices(self, percent: Percent) -> dict[int, Decimal]:
        """A column for each percentage of two counts, of whose cells each is one more, one less or what it is.

        Of returns that do not add up, also than what it is in the nearest table that a reader takes it for.
        """
        part, whole = percent.part, percent.whole
        name = (frozenset(part.items()), frozenset(whole.items()), percent.decimals)
        if name not in self.choices:
            found: dict[int, Decimal] = {}
            parts: dict[int, float] = {}
            wholes: dict[int, float] = {}
            centres = {(self.true(part), self.true(whole))}
            if self.off and self.nearest is not None:
                centres.add((self._sum(part, self.nearest), self._sum(whole, self.nearest)))
            beside = product(range(-len(part), len(part) + 1), range(-len(whole), len(whole) + 1))
            pairs = {(some + more, all_ + other) for more, other in beside for some, all_ in centres}
            for made, of in sorted(pairs):
                if of:
                    column = self._column(0, 1)
                    found[column] = rounded(Decimal(made * 100) / of, percent.decimals)
                    parts[column], wholes[column] = float(-made), float(-of)
            self.row({}, 1, 1, dict.fromkeys(found, 1.0))
            self.row(part, 0, 0, parts)
            self.row(whole, 0, 0, wholes)
            self.choices[name] = found
        return self.choices[name]

    def strike(self, left: dict[Place, Form]) -> None:
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
            values = self._solve()
            if values is None or self._is_told_of(values):
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
