"""Breakdown rows under a new name that is nearly one they had: `Sooth`, `south`, where there was a `South`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from dap_tui.catalogue import Catalogue
from dap_tui.period import Period, on_one_scale
from dap_tui.reading.nearest import Nearest, without_a_letter
from dap_tui.returns import Returns

_TOLD_APART_BY: Final = re.compile(r"[^\W_]*\d[^\W_]*|\b[^\W_]{1,2}\b")
"""What tells names of one kind apart: the numbers and short words in `Ward 1`, `Ward B`, `18 to 24`."""


class Misnamed(NamedTuple):
    """A row of a period by a name that its indicator never had, where one that it had, nearly the same, is missing."""

    indicator: str
    period: Period
    name: str
    known: str


def misnamed(catalogue: Catalogue, returns: Returns) -> Iterator[Misnamed]:
    """All such rows. Only names that are near to another are looked at, and when there were rows of them."""
    near = frozenset(_near_another(returns.names()))
    if not near:
        return
    names: defaultdict[str, dict[str, Iterable[Period]]] = defaultdict(dict)
    for (indicator, name), periods in returns.named(near).items():
        names[indicator][name] = periods
    for each in catalogue.indicators:
        if len(names.get(each.id, ())) > 1:
            yield from _of_indicator(each.id, names[each.id], returns)


def _of_indicator(indicator: str, names: Mapping[str, Iterable[Period]], returns: Returns) -> Iterator[Misnamed]:
    first = {name: min(periods, key=on_one_scale) for name, periods in names.items()}
    for name, period in first.items():
        gone = {
            other.casefold(): other
            for other, periods in names.items()
            if on_one_scale(first[other]) < on_one_scale(period)
            and period not in periods
            and (indicator, other, period) not in returns.blanks
            and _apart(other) == _apart(name)
        }
        known = Nearest(gone).one_edit(name.casefold()) if gone else None
        if known is not None:
            yield Misnamed(indicator, period, name, gone[known])


def _near_another(names: Iterable[str]) -> Iterator[str]:
    """The names that may be one edit from another one: they share what remains of them without a letter."""
    sharing: defaultdict[tuple[str, tuple[str, ...]], dict[str, None]] = defaultdict(dict)
    for name in names:
        word, apart = re.sub(r"[\s_-]", "-", name.casefold()), _apart(name)
        for rest in (word, *without_a_letter(word)):
            sharing[rest, apart][name] = None
    for each in sharing.values():
        if len(each) > 1:
            yield from each


def _apart(name: str) -> tuple[str, ...]:
    return tuple(_TOLD_APART_BY.findall(name.casefold()))
