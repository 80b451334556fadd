"""Indicators that are the sum of others: parts in the unit of their whole, and none a part of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dap_tui.catalogue import Indicator
from dap_tui.reading.entry import Entry
from dap_tui.reading.text import visible
from dap_tui.rules import catalogue as rules

_NAMED: Final = 8
"""How many indicators of a circle its message names."""


def check_parts(indicators: Mapping[str, Indicator], entries: Mapping[str, Entry]) -> None:
    """What is wrong with the `parts` of some indicators, said of their entries, both by id."""
    settled: set[str] = set()
    for indicator in indicators.values():
        if indicator.parts:
            _check_units(indicator, indicators, entries[indicator.id])
            if (circle := _circle(indicator.id, indicators, settled)) is not None:
                message = f"its parts form a circle: {_in_words(circle)}"
                entries[circle[0]].problem(rules.CIRCLE, "parts", message, "take it out of the parts of one of them")


def _check_units(whole: Indicator, indicators: Mapping[str, Indicator], entry: Entry) -> None:
    units = {name: indicators[name].unit for name in whole.parts if name in indicators and name != whole.id}
    unlike = {name for name, unit in units.items() if unit is not whole.unit}
    if not unlike:
        return
    for number, each in enumerate(entry.data["parts"]):
        name = visible(each.strip()) if isinstance(each, str) else ""
        if name in unlike:
            unlike.remove(name)
            message = f"'{name}' is in {units[name].value}, its whole in {whole.unit.value}"
            entry.problem(rules.UNLIKE_PARTS, "parts", message, None, number)


def _circle(start: str, indicators: Mapping[str, Indicator], settled: set[str]) -> tuple[str, ...] | None:
    """A circle of parts that can be reached from `start`, where none of it was seen before."""
    way: dict[str, None] = {}
    todo: list[tuple[str, bool]] = [(start, False)]
    while todo:
        name, is_done = todo.pop()
        if is_done:
            way.popitem()
            settled.add(name)
        elif name in way:
            names = tuple(way)
            settled.update(way)
            return names[names.index(name) :]
        elif name not in settled and name in indicators:
            way[name] = None
            todo.append((name, True))
            todo.extend((part, False) for part in reversed(indicators[name].parts))
    return None


def _in_words(circle: tuple[str, ...]) -> str:
    named = circle if len(circle) <= _NAMED else (*circle[: _NAMED - 1], f"({len(circle) - _NAMED + 1:,} more)")
    return " → ".join((*named, circle[0]))
