"""Targets and benchmarks of an indicator, by year (The file formats, "What a target may be")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dap_tui.catalogue import Benchmark, Bounds, Target, TargetKind
from dap_tui.measure import Polarity, Unit, plain
from dap_tui.period import Year
from dap_tui.reading.entry import Entry
from dap_tui.reading.meanings import by_year
from dap_tui.rules import catalogue as rules

_KEYS = {"value", "per", "quarters", "low", "high", "last_year", "tbc", "floor", "note"}
_KINDS = "value, quarters, low and high, last_year, tbc, or a note alone"


def targets_of(
    entry: Entry, unit: Unit, polarity: Polarity, bounds: Bounds, starts: int, *, yearly: bool
) -> dict[Year | None, Target]:
    """What is aimed at, by year; None stands for "always"."""
    targets: dict[Year | None, Target] = {}
    for year, table in by_year(entry, "target", starts):
        target = _target(table, yearly=yearly)
        table.leftovers()
        if target is None:
            continue
        _check_floor(table, target, polarity)
        for key, number in _numbers(target):
            if _is_outside(number, bounds) and key in table.data:
                message = f"no figure can reach {plain(number)}: {_said(bounds)}"
                table.problem(rules.IMPOSSIBLE_TARGET, key, message)
        if unit is Unit.PERCENT and (bounds.max is None or bounds.max > 1):
            _check_fractions(table, target)
        targets[year] = target
    return targets


def benchmarks_of(entry: Entry, starts: int) -> dict[Year | None, Benchmark]:
    """Others' figures to read beside it, by year; None stands for "always"."""
    benchmarks: dict[Year | None, Benchmark] = {}
    for year, table in by_year(entry, "benchmark", starts):
        table.needs("a benchmark", "value")
        value, label = table.number("value"), table.text("label")
        table.leftovers()
        if value is not None:
            benchmarks[year] = Benchmark(value, label)
    return benchmarks


def _target(table: Entry, *, yearly: bool) -> Target | None:
    """One entry, or None where it cannot be held against anything for a fault in it."""
    kind = _kind(table)
    value, per = table.number("value"), table.word("per", ("quarter", "year"))
    quarters = table.numbers("quarters", 4, "a list of four numbers, a quarter each")
    low, high = table.number("low"), table.number("high")
    floor, note = table.number("floor"), table.text("note", prose=True)
    if per is not None and kind is not TargetKind.VALUE:
        table.problem(rules.TARGET_UNCLEAR, "per", "'per' goes with a 'value' only")
    if kind is TargetKind.VALUE and per == "year":
        kind = TargetKind.YEAR
    if kind is TargetKind.QUARTERS and yearly:
        message = "this indicator has one figure a year, and no quarters"
        table.problem(rules.QUARTERS_OF_A_YEAR, "quarters", message)
        return None
    if low is not None and high is not None and low > high:
        message = f"the low end, {plain(low)}, is above the high end, {plain(high)}"
        table.problem(rules.SWAPPED, "low", message, "exchange the two")
        return None
    target = None if kind is None else Target(kind, value, quarters or (), low, high, floor, note)
    return target if target is not None and _is_whole(target) else None


def _kind(table: Entry) -> TargetKind | None:
    """Which kind of target an entry is; None, and a finding, where it is none or several."""
    last_year, tbc = table.flag("last_year"), table.flag("tbc")
    kinds = {
        "value": (TargetKind.VALUE, "value" in table.data),
        "quarters": (TargetKind.QUARTERS, "quarters" in table.data),
        "low" if "low" in table.data else "high": (TargetKind.RANGE, "low" in table.data or "high" in table.data),
        "last_year": (TargetKind.LAST_YEAR, bool(last_year)),
        "tbc": (TargetKind.TBC, bool(tbc)),
    }
    said = {key: kind for key, (kind, is_said) in kinds.items() if is_said}
    if len(said) > 1:
        keys = list(said)
        message = f"this target says two things: {' and '.join(keys)}"
        table.problem(rules.TARGET_UNCLEAR, keys[1], message, f"keep one of {_KINDS}")
        return None
    if said:
        return next(iter(said.values()))
    if "note" not in table.data:
        if set(table.data) <= _KEYS:  # else a key is misspelt, which is said
            table.problem(rules.TARGET_UNCLEAR, None, "this target says nothing", f"it needs {_KINDS}")
        return None
    return TargetKind.NOTE


def _is_whole(target: Target) -> bool:
    """Whether what its kind needs could be read."""
    match target.kind:
        case TargetKind.VALUE | TargetKind.YEAR:
            return target.value is not None
        case TargetKind.QUARTERS:
            return bool(target.quarters)
        case TargetKind.RANGE:
            return target.low is not None or target.high is not None
        case _:
            return True


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


def _check_fractions(table: Entry, target: Target) -> None:
    """A percentage is written as one; a spreadsheet's 0.28 is 28%."""
    singly = (("value", target.value), ("low", target.low), ("high", target.high), ("floor", target.floor))
    written: list[tuple[Decimal | None, tuple[str, *tuple[int, ...]]]] = [(number, (key,)) for key, number in singly]
    written += [(number, ("quarters", at)) for at, number in enumerate(target.quarters)]
    for number, (key, *at) in written:
        if number is not None and 0 < number < 1:
            message = f"{plain(number)} is less than one per cent, and a percentage is written as one"
            hint = f"write {(number * 100).normalize():f}, not {plain(number)}"
            table.problem(rules.FRACTION_TARGET, key, message, hint, *at)


def _is_outside(number: Decimal, bounds: Bounds) -> bool:
    return (bounds.min is not None and number < bounds.min) or (bounds.max is not None and number > bounds.max)


def _said(bounds: Bounds) -> str:
    ends = ((bounds.min, "at least"), (bounds.max, "at most"))
    return "it is " + " and ".join(f"{words} {plain(end)}" for end, words in ends if end is not None)
