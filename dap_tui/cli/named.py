"""Which indicators a person meant: by id, by code, by a piece of an id or title, or by words like theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dap_tui.cli.console import say
from dap_tui.errors import NotKnown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dap_tui.catalogue import Catalogue, Indicator
    from dap_tui.period import Period
    from dap_tui.workspace import Workspace

_STEM: Final = 6
"""Words that begin with so many letters alike are taken as one: `referred` for `referrals`."""

_MOST: Final = 6
"""As many are offered in one line; of more it says how many."""


def known(found: Workspace, period: Period, names: Sequence[str] | None) -> tuple[str, ...]:
    """The ids of the indicators named, each once: by id, code or title, or by what only one of them has in it.

    All that have a code in the report of `period` are meant by it. What else may be meant stands behind what is in
    that report: of a name that fits one in it and others, those are told of. Raises NotKnown: with the titles of what
    may be meant, or with the periods in whose reports what was named has figures.
    """
    asked = dict.fromkeys(each for name in names or () for each in _known(found.catalogue, period, name))
    for each in asked:
        if not found.catalogue.indicator[each].is_expected(period):
            raise NotKnown(f"'{each}' is not in the report of {period.shown}; {_elsewhere(found, each)}")
    return tuple(asked)


def _elsewhere(found: Workspace, name: str) -> str:
    """Which periods to name: `it has figures for 2019-20 and 2020-21; name one with --period`."""
    from dap_tui.assess.figures import Ledger
    from dap_tui.sentence import listed

    indicator = found.catalogue.indicator[name]
    figures = Ledger(found.catalogue, found.returns).total(indicator)
    periods = figures.years if indicator.is_yearly or not figures.quarters else figures.quarters
    of = [each.id for each in periods if indicator.is_expected(each)]
    if not of:
        return "it has no figure in any"
    some = listed(of) if len(of) <= _MOST else f"{of[0]} to {of[-1]}"
    return f"it has figures for {some}; name one with --period"


def _known(catalogue: Catalogue, period: Period, name: str) -> list[str]:
    if name in catalogue.indicator:
        return [name]
    coded = [each for each in catalogue.indicators if each.code == name]
    if coded:
        return [each.id for each in _reported(coded, period)]
    sought = name.strip().casefold()
    indicators = catalogue.indicators
    titled = [each for each in indicators if any(sought == said.casefold() for said in _titles(each))]
    within = [each for each in indicators if any(sought in said.casefold() for said in (each.id, *_titles(each)))]
    alike = [each for each in indicators if each not in within and _is_like(each, name)]
    found = titled or within or alike
    if not found:
        raise NotKnown(f"there is no indicator '{name}'; {_hint(catalogue, name)}")
    meant = _reported(found, period)
    if len(meant) > 1:
        behind = [each for each in within + alike if each not in meant]
        raise NotKnown(f"'{name}' may be {_offered(meant + behind)}; name one of them")
    others = [each for each in found if each not in meant]
    if others:
        also = f"it may also be {_offered(others)}, not in the report of {period.shown}"
        say(f"'{name}' is taken for {_offered(meant)}; {also}")
    return [meant[0].id]


def _reported(found: list[Indicator], period: Period) -> list[Indicator]:
    """Those in the report of a period; all of them where none is."""
    return [each for each in found if each.is_expected(period)] or found


def _titles(indicator: Indicator) -> list[str]:
    return [said for said in (indicator.title, indicator.short_title) if said]


def _is_like(indicator: Indicator, name: str) -> bool:
    """Whether each word of `name` begins as some word of its id or titles does."""
    own = _words(f"{indicator.id} {' '.join(_titles(indicator))}")
    sought = _words(name)
    return bool(sought) and all(any(one[:_STEM] == word[:_STEM] for one in own) for word in sought)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _offered(found: Sequence[Indicator]) -> str:
    """Ids, each with its title: `breaches (No. of breaches), seen (People seen)`."""
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return ", ".join(f"{each.id} ({each.name})" for each in found[:_MOST]) + more


def _hint(catalogue: Catalogue, name: str) -> str:
    """What the glossary says of it, where it is a term; the nearest id or code; else where ids stand."""
    from dap_tui.reading.nearest import Nearest

    meanings = {term.casefold(): f"{term}: {meaning}" for term, meaning in catalogue.glossary.items()}
    codes = [each.code for each in catalogue.indicators if each.code]
    near = Nearest([*catalogue.indicator, *codes]).hint(name)
    return meanings.get(name.casefold()) or near or "ids and titles stand in catalogue.toml"
