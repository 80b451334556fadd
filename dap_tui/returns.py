"""Every figure that was returned, found by indicator, breakdown and period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from dap_tui.measure import Figure, Symbol
from dap_tui.period import Period, on_one_scale

Series = Mapping[Period, Figure]
"""Figures by period."""

Rows = Mapping[str, Series]
"""Figures by breakdown row, then by period."""


class ReturnFile(NamedTuple):
    """A return that was read: its name from the workspace, its period, and its source where it names one.

    `figures` counts rows that carry a number, `symbols` rows with a symbol in its place, `blanks` rows still to
    fill in. Of a workbook, `sheet` is the one that was read, and `refused` are the words, ids among them, of its
    rows that have an error.
    """

    file: str
    period: Period
    source: str | None
    figures: int = 0
    symbols: int = 0
    blanks: int = 0
    sheet: str | None = None
    refused: frozenset[str] = frozenset()


def _none(_: str) -> dict[Any, Any]:
    return {}


def _nothing_settled(_: str) -> frozenset[Period]:
    return frozenset()


def _no_names() -> tuple[str, ...]:
    return ()


def _none_named(_: AbstractSet[str]) -> dict[tuple[str, str], AbstractSet[Period]]:
    return {}


def _none_suppressed() -> frozenset[tuple[str, Period]]:
    return frozenset()


@dataclass(frozen=True, eq=False, repr=False)
class Returns:
    """What was returned. Figures are fetched an indicator at a time, since few are looked at of a million.

    `load_totals(indicator)` and `load_rows(indicator)` give figures and symbols, never blanks.
    `periods` are those in which anything was returned, in order; `blanks` are the rows left to fill in, as
    (indicator, breakdown, period), with their place in a Figure that carries nothing.
    """

    periods: tuple[Period, ...] = ()
    files: tuple[ReturnFile, ...] = ()
    blanks: Mapping[tuple[str, str, Period], Figure] = field(default_factory=dict)
    load_totals: Callable[[str], Series] = _none
    load_rows: Callable[[str], Rows] = _none
    load_row_sums: Callable[[str], Series] = _none
    load_settled: Callable[[str], AbstractSet[Period]] = _nothing_settled
    load_suppressed: Callable[[], AbstractSet[tuple[str, Period]]] = _none_suppressed
    load_numbers: Callable[[str], Mapping[Period, float]] = _none
    load_names: Callable[[], Iterable[str]] = _no_names
    load_named: Callable[[AbstractSet[str]], Mapping[tuple[str, str], AbstractSet[Period]]] = _none_named
    load_row_periods: Callable[[str], AbstractSet[Period]] | None = None
    _totals: dict[str, Series] = field(default_factory=dict)
    _rows: dict[str, Rows] = field(default_factory=dict)
    _settled: dict[str, AbstractSet[Period]] = field(default_factory=dict)
    _row_sums: dict[str, Series] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        figures: Mapping[str, Mapping[str, Mapping[Period, Figure]]],
        files: tuple[ReturnFile, ...] = (),
        blanks: Mapping[tuple[str, str, Period], Figure] | None = None,
    ) -> Returns:
        """Returns held in memory: by indicator, breakdown ("" is the total) and period."""
        periods = {period for rows in figures.values() for series in rows.values() for period in series}
        return cls(
            tuple(sorted(periods, key=on_one_scale)),
            files,
            blanks or {},
            lambda indicator: figures.get(indicator, {}).get("", {}),
            lambda indicator: {name: series for name, series in figures.get(indicator, {}).items() if name},
            load_suppressed=lambda: {
                (indicator, period)
                for indicator, rows in figures.items()
                for series in rows.values()
                for period, figure in series.items()
                if figure.symbol is Symbol.CONFIDENTIAL
            },
            load_names=lambda: {name: None for rows in figures.values() for name in rows if name},
            load_named=lambda names: {
                (indicator, name): series.keys()
                for indicator, rows in figures.items()
                for name, series in rows.items()
                if name in names
            },
        )

    @cached_property
    def suppressed(self) -> AbstractSet[tuple[str, Period]]:
        """The indicators and periods of which a partner suppressed a figure, `[c]`, in the total or a row of it."""
        return self.load_suppressed()

    def totals(self, indicator: str) -> Series:
        """The indicator's totals by period, as returned."""
        if indicator not in self._totals:
            self._totals[indicator] = self.load_totals(indicator)
        return self._totals[indicator]

    def rows(self, indicator: str) -> Rows:
        """The indicator's breakdown rows, in the order they were first returned."""
        if indicator not in self._rows:
            self._rows[indicator] = self.load_rows(indicator)
        return self._rows[indicator]

    def names(self) -> Iterable[str]:
        """The names of all breakdown rows, of whatever indicator; some of a row that could not be read may be there."""
        return self.load_names()

    def named(self, names: AbstractSet[str]) -> Mapping[tuple[str, str], AbstractSet[Period]]:
        """When rows of these names were returned, by indicator and name, without loading all of its rows."""
        return self.load_named(names)

    def row_periods(self, indicator: str) -> AbstractSet[Period]:
        """The periods in which any breakdown row of an indicator was returned."""
        if self.load_row_periods is not None:
            return self.load_row_periods(indicator)
        return {period for series in self.rows(indicator).values() for period in series}

    def row_sums(self, indicator: str) -> Series:
        """What the breakdown comes to, in periods in which that is known without loading its rows.

        Every row of such a period is a number, and the sum has the most places among them. Of other periods
        nothing is said.
        """
        if indicator not in self._row_sums:
            self._row_sums[indicator] = self.load_row_sums(indicator)
        return self._row_sums[indicator]

    def settled_sums(self, indicator: str) -> AbstractSet[Period]:
        """Periods in which the total certainly is the sum of its breakdown, or there is no breakdown.

        A rule on sums may pass them over, and need not load the rows; of other periods nothing is said.
        """
        if indicator not in self._settled:
            self._settled[indicator] = self.load_settled(indicator)
        return self._settled[indicator]

    def numbers(self, indicator: str) -> Mapping[Period, float]:
        """The numbers of its totals as floats, where all of them are known without making a figure of each.

        Each is a plain number without a mark or symbol. Enough to tell that nothing is out of the way, and no
        more: where there are none, nothing is said.
        """
        return self.load_numbers(indicator)
