"""What a partnership measures: the catalogue as it was read, every setting resolved.

Keys and defaults are those of files.md, "catalogue.toml".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from dap_tui.finding import Place
from dap_tui.measure import Aggregate, Compare, Polarity, Symbol, Tolerance, Unit
from dap_tui.period import Period, Quarter, Year, on_one_scale

NEAR: Final = Tolerance(Decimal(10))
EXACTLY: Final = Tolerance(Decimal(0))


class TargetKind(StrEnum):
    """The kinds a target can be of, as the JSON names them."""

    VALUE = "value"
    YEAR = "year"
    QUARTERS = "quarters"
    RANGE = "range"
    LAST_YEAR = "last-year"
    TBC = "tbc"
    NOTE = "note"
    NONE = "none"


class Target(NamedTuple):
    """One entry of `[indicator.target]`: what is aimed at in a year.

    `value` is set for VALUE and YEAR, `quarters` (four) for QUARTERS, `low` and `high` (either may be
    None) for RANGE. `floor` is the worst that is still amber, of a one-sided target.
    """

    kind: TargetKind = TargetKind.NONE
    value: Decimal | None = None
    quarters: tuple[Decimal, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    floor: Decimal | None = None
    note: str | None = None

    @property
    def is_number(self) -> bool:
        """Whether a figure can be held against it, with `last_year` once that figure is known."""
        return self.kind not in {TargetKind.TBC, TargetKind.NOTE, TargetKind.NONE}


class Limit(NamedTuple):
    """The most (or least) there is room for; not a target."""

    min: Decimal | None = None
    max: Decimal | None = None
    note: str | None = None


class Bounds(NamedTuple):
    """What a figure can be at all; `whole` where it can only be a whole number."""

    min: Decimal | None = None
    max: Decimal | None = None
    whole: bool = False


class Benchmark(NamedTuple):
    """Another's figure to read beside the indicator; it is judged by nothing."""

    value: Decimal
    label: str | None = None


class Priority(NamedTuple):
    """One of the strategy's priorities, with its aims."""

    id: str
    title: str
    text: str | None = None
    aims: tuple[str, ...] = ()
    place: Place | None = None


class Source(NamedTuple):
    """Who returns figures. `title` is its heading in reports beside its name."""

    id: str
    name: str
    title: str | None = None
    due_days: int = 30
    contact: str | None = None
    place: Place | None = None

    @property
    def heading(self) -> str:
        """Name and title, as a report heads its part: `IDAS: Domestic abuse service`."""
        return f"{self.name}: {self.title}" if self.title else self.name

    def due(self, period: Period) -> date:
        """The day by which its return of a period is to come: `due_days` after the period has ended."""
        return period.last_day + timedelta(days=self.due_days)


class Action(NamedTuple):
    """A point of the action plan."""

    id: str
    title: str
    owner: str | None = None
    due: date | None = None
    origin: str | None = None
    priorities: tuple[str, ...] = ()
    aim: str | None = None
    indicators: tuple[str, ...] = ()
    place: Place | None = None


class Indicator(NamedTuple):
    """What is measured, by whom, and how it is judged; its own settings over the defaults, resolved.

    `targets` and `benchmarks` are by year, None standing for "always".
    """

    id: str
    title: str
    source: str
    unit: Unit
    code: str | None = None
    short_title: str | None = None
    section: str | None = None
    priorities: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    level: tuple[int, ...] = ()
    decimals: int | None = None
    polarity: Polarity = Polarity.MONITOR
    bounds: Bounds = Bounds()
    reported: Literal["quarter", "year-to-date"] = "quarter"
    aggregate: Aggregate = Aggregate.LATEST
    frequency: Literal["quarter", "year"] = "quarter"
    parts: tuple[str, ...] = ()
    ratio: tuple[str, str] | None = None
    rebase: frozenset[Period] = frozenset()
    breakdown: str | None = None
    breakdown_adds_up: bool = False
    limit: Limit | None = None
    definition: str | None = None
    note: str | None = None
    from_: Period | None = None
    until: Period | None = None
    tolerance: Tolerance = NEAR
    met_within: Tolerance = EXACTLY
    steady: Tolerance = EXACTLY
    amber_if_improving: bool = False
    compare: Compare = Compare.PREVIOUS_QUARTER
    suppress_below: int | None = None
    targets: Mapping[Year | None, Target] = MappingProxyType({})
    benchmarks: Mapping[Year | None, Benchmark] = MappingProxyType({})
    place: Place | None = None

    @property
    def is_running(self) -> bool:
        """Whether each return carries the running total since the year began."""
        return self.reported == "year-to-date"

    @property
    def is_yearly(self) -> bool:
        """Whether there is one figure a year."""
        return self.frequency == "year"

    @property
    def name(self) -> str:
        """Its short title where it has one, for where there is no room."""
        return self.short_title or self.title

    def target_in(self, year: Year) -> Target:
        """The target entry that holds in `year`: its own, else "always", else none."""
        return self.targets.get(year) or self.targets.get(None) or Target()

    def benchmark_in(self, year: Year) -> Benchmark | None:
        """The benchmark that holds in `year`: its own, else "always", else none."""
        return self.benchmarks.get(year) or self.benchmarks.get(None)

    def is_expected(self, period: Period) -> bool:
        """Whether it is in the report of `period`: inside `from` and `until`, yearly ones of a year only.

        A quarter is inside a year that is named, and a year is inside when any of its quarters is.
        """
        if self.is_yearly and isinstance(period, Quarter):
            return False
        first, last = _ends(period)
        if self.from_ is not None and last < _ends(self.from_)[0]:
            return False
        return self.until is None or first <= _ends(self.until)[1]


def _ends(period: Period) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last quarter of a period, as (year, number)."""
    if isinstance(period, Quarter):
        key = on_one_scale(period)
        return key, key
    return (period.first, 1), (period.first, 4)


class Partnership(NamedTuple):
    """Who reports, and to whom. `starts` is the month (1 to 12) in which quarter 1 starts."""

    name: str = ""
    short_name: str | None = None
    reports_to: tuple[str, ...] = ()
    starts: int = 4
    last_period: Period | None = None


class ExceptionRule(StrEnum):
    """The rules that raise an exception, and `raised` for what a person raised."""

    OFF_TARGET = "off-target"
    WORSENING = "worsening"
    OVER_LIMIT = "over-limit"
    SPECIAL_CAUSE = "special-cause"
    EXCEEDING = "exceeding"
    NOT_RETURNED = "not-returned"
    RAISED = "raised"

    @property
    def words(self) -> str:
        """What it is called on a screen or in a report."""
        return {
            "off-target": "Off target",
            "worsening": "Worsening",
            "over-limit": "Past its limit",
            "special-cause": "Special cause",
            "exceeding": "Exceeding",
            "not-returned": "Not returned",
            "raised": "Raised by the partnership",
        }[self]


RULES_ASKED_FOR: Final = tuple(each.value for each in ExceptionRule if each is not ExceptionRule.RAISED)
"""The rules that a catalogue can ask for, and that a decision can name."""

_UNLESS_ASKED_OTHERWISE: Final = tuple(each for each in RULES_ASKED_FOR if each != ExceptionRule.EXCEEDING)


class ExceptionRules(NamedTuple):
    """Which rules raise an exception, and how."""

    rules: tuple[str, ...] = _UNLESS_ASKED_OTHERWISE
    worsening_quarters: int = 1
    exceeding: Tolerance | None = None


class VariationSettings(NamedTuple):
    """How the XmR chart is drawn: fewest points, and whether outlying moving ranges are screened."""

    points: int = 13
    screen: bool = True


@dataclass(frozen=True, eq=False, repr=False)
class Catalogue:
    """The whole catalogue, what could be read of it."""

    partnership: Partnership = field(default_factory=Partnership)
    symbols: Mapping[str, Symbol] = field(default_factory=dict)
    glossary: Mapping[str, str] = field(default_factory=dict)
    exceptions: ExceptionRules = field(default_factory=ExceptionRules)
    variation: VariationSettings = field(default_factory=VariationSettings)
    suppress_below: int | None = None
    priorities: tuple[Priority, ...] = ()
    sources: tuple[Source, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    actions: tuple[Action, ...] = ()

    @cached_property
    def indicator(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def priority(self) -> Mapping[str, Priority]:
        """Priorities by id."""
        return {priority.id: priority for priority in self.priorities}
