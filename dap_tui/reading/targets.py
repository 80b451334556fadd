"""Targets and benchmarks of an indicator, by year (The file formats, "What a target may be")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dap_tui.catalogue import Benchmark, Bounds, Target, TargetKind
from dap_tui.measure import Polarity, plain
from dap_tui.period import Year
from dap_tui.reading.entry import Entry
from dap_tui.rules import catalogue as rules

_KINDS = "value, quarters, low and high, last_year, tbc, or a note alone"


def targets_of(
    entry: Entry, polarity: Polarity, bounds: Bounds, starts: int, *, yearly: bool
) -> dict[Year | None, Target]:
    """What is aimed at, by year; None stands for "always"."""
    targets: dict[Year | None, Target] = {}
    for year, table in entry.years("target", starts):
        target = _target(table, yearly=yearly)
        table.leftovers()
        if target is None:
            continue
        _check_floor(table, target, polarity)
        for key, number in _numbers(target):
            if _is_outside(number, bounds) and key in table.data:
                message = f"no figure can reach {plain(number)}: {_said(bounds)}"
                table.problem(rules.IMPOSSIBLE_TARGET, key, message)
        targets[year] = target
    return targets


def benchmarks_of(entry: Entry, starts: int) -> dict[Year | None, Benchmark]:
    """Others' figures to read beside it, by year; None stands for "always"."""
    benchmarks: dict[Year | None, Benchmark] = {}
    for year, table in entry.years("benchmark", starts):
        table.required("value", "a benchmark")
        value, label = table.number("value"), table.text("label")
        table.leftovers()
        if value is not None:
            benchmarks[year] = Benchmark(value, label)
    return benchmarks


def _target(table: Entry, *, yearly: bool) -> Target | None:
    """One entry, or None where it cannot be held against anything for a fault in it."""
    value, per = table.number("value"), table.word("per", ("quarter", "year"))
    quarters = table.numbers("quarters", 4, "a list of four numbers, a quarter each")
    low, high, floor = table.number("low"), table.number("high"), table.number("floor")
    last_year, tbc = table.flag("last_year"), table.flag("tbc")
    note = table.text("note", prose=True)
    said = [
        key
        for keys in (("value",), ("quarters",), ("low", "high"))
        for key in keys[:1]
        if any(name in table.data for name in keys)
    ]
    said += [key for key, flag in (("last_year", last_year), ("tbc", tbc)) if flag]
    if len(said) > 1:
        table.problem(
            rules.TARGET_UNCLEAR,
            said[1],
            f"this target says two things: {' and '.join(said)}",
            f"keep one of {_KINDS}",
        )
        return None
    if not said:
        if note is None:
            table.problem(rules.TARGET_UNCLEAR, None, "this target says nothing", f"it needs {_KINDS}")
            return None
        return Target(TargetKind.NOTE, note=note)
    if per is not None and value is None:
        table.problem(rules.TARGET_UNCLEAR, "per", "'per' goes with a 'value' only")
    if quarters is not None:
        if yearly:
            table.problem(rules.QUARTERS_OF_A_YEAR, "quarters", "this indicator has one figure a year, and no quarters")
            return None
        return Target(TargetKind.QUARTERS, quarters=quarters, floor=floor, note=note)
    if value is not None:
        kind = TargetKind.YEAR if per == "year" else TargetKind.VALUE
        return Target(kind, value, floor=floor, note=note)
    if low is not None or high is not None:
        if low is not None and high is not None and low > high:
            table.problem(
                rules.SWAPPED, "low", f"the low end, {low}, is above the high end, {high}", "exchange the two"
            )
            return None
        return Target(TargetKind.RANGE, low=low, high=high, floor=floor, note=note)
    if last_year:
        return Target(TargetKind.LAST_YEAR, floor=floor, note=note)
    return Target(TargetKind.TBC, note=note) if tbc else None


def _check_floor(table: Entry, target: Target, polarity: Polarity) -> None:
    """A floor wants one wrong side, and to lie on it."""
    floor = target.floor
    if floor is None:
        return
    lower_is_wrong: bool | None = {Polarity.HIGHER: True, Polarity.LOWER: False}.get(polarity)
    bound = target.value
    if target.kind is TargetKind.RANGE:
        both = target.low is not None and target.high is not None
        lower_is_wrong = None if both else target.low is not None
        bound = target.low if target.low is not None else target.high
    if lower_is_wrong is None or not target.is_number:
        table.problem(rules.FLOOR, "floor", "a floor wants a target with one wrong side; this one has none, or two")
        return
    bounds = target.quarters or ((bound,) if bound is not None else ())
    if any(floor > one if lower_is_wrong else floor < one for one in bounds):
        side = "above" if lower_is_wrong else "below"
        table.problem(rules.FLOOR, "floor", f"the floor, {plain(floor)}, is {side} the target: on its good side")


def _numbers(target: Target) -> Iterator[tuple[str, Decimal]]:
    for key, number in (("value", target.value), ("low", target.low), ("high", target.high)):
        if number is not None and target.kind is not TargetKind.YEAR:
            yield key, number
    for number in target.quarters:
        yield "quarters", number


def _is_outside(number: Decimal, bounds: Bounds) -> bool:
    return (bounds.min is not None and number < bounds.min) or (bounds.max is not None and number > bounds.max)


def _said(bounds: Bounds) -> str:
    ends = ((bounds.min, "at least"), (bounds.max, "at most"))
    return "it is " + " and ".join(f"{words} {plain(end)}" for end, words in ends if end is not None)
