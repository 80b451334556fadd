"""The catalogue's indicators: each with its own settings over the defaults, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple, TypeVar

from dap_tui.catalogue import Bounds, Indicator, Limit
from dap_tui.measure import Aggregate, Compare, Polarity, Tolerance, Unit
from dap_tui.period import Period, on_one_scale
from dap_tui.reading.entry import Entry
from dap_tui.reading.identifiers import Ids, all_named_in, entries_by_id, likely_id, named_in
from dap_tui.reading.meanings import period_of, periods_of, tolerance_of
from dap_tui.reading.parts import check_parts
from dap_tui.reading.targets import benchmarks_of, targets_of
from dap_tui.rules import catalogue as rules

Item = TypeVar("Item", int, str)

QUARTER_OR_YEAR = ("quarter", "year")
REPORTED = ("quarter", "year-to-date")
_TENTH = Tolerance(Decimal(10))
_NOTHING = Tolerance(Decimal(0))


class IndicatorsRead(NamedTuple):
    """The indicators that could be read, the ids of all, and what is hidden below."""

    read: tuple[Indicator, ...]
    ids: Ids
    withheld: frozenset[str]
    suppress_below: int | None


class Settings(NamedTuple):
    """What every indicator may set for itself, and `[defaults]` for all."""

    tolerance: Tolerance = _TENTH
    met_within: Tolerance = _NOTHING
    steady: Tolerance = _NOTHING
    amber_if_improving: bool = False
    compare: Compare = Compare.PREVIOUS_QUARTER
    suppress_below: int | None = None

    def overlaid(self, entry: Entry) -> Settings:
        """These settings, and over them the entry's own."""
        amber = entry.flag("amber_if_improving")
        below = entry.whole("suppress_below", 0, 1000)
        return Settings(
            tolerance_of(entry, "tolerance") or self.tolerance,
            tolerance_of(entry, "met_within") or self.met_within,
            tolerance_of(entry, "steady") or self.steady,
            self.amber_if_improving if amber is None else amber,
            entry.choice("compare", Compare) or self.compare,
            self.suppress_below if below is None else below,
        )


def indicators_of(entries: list[Entry], defaults: Entry, starts: int, sources: Ids, priorities: Ids) -> IndicatorsRead:
    """The indicators of a catalogue; years start in month `starts`."""
    settings = Settings().overlaid(defaults)
    defaults.leftovers()
    given = [likely_id(text) or text for entry in entries if isinstance(text := entry.data.get("id"), str)]
    ids = Ids("indicator", given, rules.UNKNOWN_ID)
    by_id: dict[str, Entry] = {}

    def read(entry: Entry, identifier: str) -> Indicator | None:
        by_id.setdefault(identifier, entry)
        return _indicator(entry, identifier, settings, starts, (sources, priorities, ids))

    indicators = entries_by_id(entries, "an indicator", ("title", "source", "unit"), read)
    check_parts(indicators, by_id)
    return IndicatorsRead(
        tuple(indicators.values()), ids, frozenset(given) - frozenset(indicators), settings.suppress_below
    )


def _indicator(
    entry: Entry,
    identifier: str,
    settings: Settings,
    starts: int,
    known: tuple[Ids, Ids, Ids],
) -> Indicator | None:
    sources, priorities, ids = known
    source = named_in(entry, "source", sources)
    unit = entry.choice("unit", Unit)
    kind = unit or Unit.COUNT
    polarity = entry.choice("polarity", Polarity) or Polarity.MONITOR
    bounds = _bounds(entry, kind)
    running = entry.word("reported", REPORTED) == "year-to-date"
    yearly = entry.word("frequency", QUARTER_OR_YEAR) == "year"
    own = settings.overlaid(entry)
    adds_up = entry.flag("breakdown_adds_up")
    ratio = _ratio(entry, ids)
    first, last = period_of(entry, "from", starts), period_of(entry, "until", starts)
    indicator = Indicator(
        id=identifier,
        title=entry.text("title") or identifier,
        source=source or "",
        unit=kind,
        code=entry.text("code"),
        short_title=entry.text("short_title"),
        section=entry.text("section"),
        priorities=all_named_in(entry, "priorities", priorities, rules.LISTED_TWICE),
        tags=_once(entry.texts("tags")),
        level=_levels(entry),
        decimals=entry.whole("decimals", 0, 6),
        polarity=polarity,
        bounds=bounds,
        reported="year-to-date" if running else "quarter",
        aggregate=_aggregate(entry, kind),
        frequency="year" if yearly else "quarter",
        parts=all_named_in(entry, "parts", ids, rules.LISTED_TWICE),
        ratio=ratio,
        rebase=frozenset(periods_of(entry, "rebase", starts)),
        breakdown=entry.text("breakdown"),
        breakdown_adds_up=kind.adds_up if adds_up is None else adds_up,
        limit=_limit(entry),
        definition=entry.text("definition", prose=True),
        note=entry.text("note", prose=True),
        from_=first,
        until=last,
        tolerance=own.tolerance,
        met_within=own.met_within,
        steady=own.steady,
        amber_if_improving=own.amber_if_improving,
        compare=own.compare,
        suppress_below=own.suppress_below,
        targets=targets_of(entry, kind, polarity, bounds, starts, yearly=yearly),
        benchmarks=benchmarks_of(entry, starts),
    )
    _check_settings(entry, indicator)
    entry.leftovers()
    return indicator if source is not None and unit is not None and identifier else None


def _bounds(entry: Entry, unit: Unit) -> Bounds:
    """What a figure can be; left out, a percent from 0 to 100 and a count a whole number from 0."""
    if "bounds" not in entry.data:
        entry.raw("bounds")
        if unit is Unit.PERCENT:
            return Bounds(Decimal(0), Decimal(100))
        return Bounds(Decimal(0), None, whole=True) if unit is Unit.COUNT else Bounds()
    table = entry.table("bounds")
    bounds = Bounds(table.number("min"), table.number("max"))
    _in_order(table, bounds.min, bounds.max)
    table.leftovers()
    return bounds


def _ratio(entry: Entry, ids: Ids) -> tuple[str, str] | None:
    """Numerator and denominator, where both are known and they are two."""
    named = all_named_in(entry, "ratio", ids)
    written = entry.data.get("ratio")
    if isinstance(written, list) and len(written) != 2:
        entry.wrong("ratio", "a list of two ids, numerator and denominator")
    elif isinstance(written, list) and len(named) == 1 and written[0] == written[1]:
        message = f"its ratio is of '{named[0]}' to itself, which is always 100%"
        entry.problem(rules.RATIO, "ratio", message, "name the numerator and the denominator")
    elif len(named) == 2:
        return named[0], named[1]
    return None


def _limit(entry: Entry) -> Limit | None:
    if entry.raw("limit") is None:
        return None
    table = entry.table("limit")
    limit = Limit(table.number("min"), table.number("max"), table.text("note", prose=True))
    _in_order(table, limit.min, limit.max)
    table.leftovers()
    return limit if table.data else None


def _in_order(table: Entry, least: Decimal | None, most: Decimal | None) -> None:
    if least is not None and most is not None and least > most:
        table.problem(rules.SWAPPED, "min", f"the least, {least}, is above the most, {most}", "exchange the two")


def _once(listed: Iterable[Item]) -> tuple[Item, ...]:
    """What a list holds, each once."""
    return tuple(dict.fromkeys(listed))


def _levels(entry: Entry) -> tuple[int, ...]:
    value = entry.raw("level")
    if value is None:
        return ()
    levels = [item for item in value if type(item) is int and 1 <= item <= 4] if isinstance(value, list) else []
    if not isinstance(value, list) or len(levels) != len(value):
        entry.wrong("level", "a list of levels of risk from 1 to 4, as in [3, 4]")
    return _once(levels)


def _aggregate(entry: Entry, unit: Unit) -> Aggregate:
    standing = Aggregate.SUM if unit.adds_up else Aggregate.LATEST
    chosen = entry.choice("aggregate", Aggregate)
    if chosen is Aggregate.SUM and not unit.adds_up:
        message = f'the quarters of an indicator in {unit.value} do not add up: aggregate cannot be "sum"'
        entry.problem(rules.CANNOT_SUM, "aggregate", message, 'take "mean" or "latest"')
        return standing
    return chosen or standing


def _check_settings(entry: Entry, indicator: Indicator) -> None:
    """What of one indicator contradicts itself."""
    if indicator.is_yearly and indicator.is_running:
        entry.problem(rules.YEARLY_RUNNING, "reported", "an indicator with one figure a year has no running total")
    if indicator.ratio is not None:
        if indicator.unit is not Unit.PERCENT:
            entry.problem(rules.RATIO, "ratio", f"only a percent has a ratio, and this is in {indicator.unit.value}")
        elif indicator.id in indicator.ratio:
            entry.problem(rules.RATIO, "ratio", "its ratio names the indicator itself")
    if (
        indicator.from_ is not None
        and indicator.until is not None
        and _begins(indicator.until) < _begins(indicator.from_)
    ):
        message = f"it is expected from {indicator.from_} until {indicator.until}, which is earlier"
        entry.problem(rules.SWAPPED, "until", message, "exchange the two")


def _begins(period: Period) -> tuple[int, int]:
    return on_one_scale(period)
