"""What a word of a command may be completed with: periods, indicators, sources, findings.

A shell asks while a person types, so the catalogue is read and nothing else, and what cannot be read offers
nothing: not a word about it among what was typed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import typer

from dap_tui.errors import DapError

if TYPE_CHECKING:
    from dap_tui.catalogue import Catalogue
    from dap_tui.period import Period

Offer: TypeAlias = tuple[str, str]
"""What may stand there, and what it is, for a shell that shows both."""

Offering: TypeAlias = Callable[[typer.Context, str], list[Offer]]


def _or_nothing(offers: Callable[[typer.Context, str], Iterable[Offer]]) -> Offering:
    def offered(context: typer.Context, incomplete: str) -> list[Offer]:
        try:
            return list(offers(context, incomplete))
        except (DapError, OSError):
            return []

    return offered


@_or_nothing
def indicators(context: typer.Context, incomplete: str) -> Iterator[Offer]:
    """The indicators that the command does not name yet, by id; by code where that is what is typed."""
    _, catalogue = _catalogue(context)
    named = set(context.params.get("indicators") or ())
    for each in catalogue.indicators:
        if {each.id, each.code}.isdisjoint(named):
            yield each.id, each.title
            if incomplete and each.code:
                yield each.code, each.title


@_or_nothing
def sources(context: typer.Context, _: str) -> Iterator[Offer]:
    """The sources that the command does not name yet."""
    _root, catalogue = _catalogue(context)
    named = set(context.params.get("source") or ())
    return ((each.id, each.name) for each in catalogue.sources if each.id not in named)


@_or_nothing
def periods(context: typer.Context, _: str) -> Iterator[Offer]:
    """The quarters and years that have a folder or file, and the years they are of; the latest first."""
    found = _periods(*_catalogue(context))
    return _told({*found, *(each.year for each in found)})


@_or_nothing
def periods_to_return(context: typer.Context, _: str) -> Iterator[Offer]:
    """Periods of which something may be missing: those there are and the quarter after; the latest first.

    Years only where an indicator has one figure a year, and quarters only where one has more.
    """
    from dap_tui.cli.options import day
    from dap_tui.period import Quarter, Year, last_quarter_over

    root, catalogue = _catalogue(context)
    kinds = tuple({Year if each.is_yearly else Quarter for each in catalogue.indicators})
    found = _periods(root, catalogue)
    quarters = [each for each in found if isinstance(each, Quarter)]
    after = max(quarters).next if quarters else last_quarter_over(day(None), catalogue.partnership.starts)
    return _told(each for each in {*found, after, *(each.year for each in (*found, after))} if isinstance(each, kinds))


@_or_nothing
def codes(_: typer.Context, incomplete: str) -> Iterator[Offer]:
    """The codes of findings, and what each finds; in the letters in which it was begun."""
    from dap_tui.rules.registry import rules

    for code, rule in rules().items():
        yield (code.lower() if incomplete[:1].islower() else code), rule.finds


@_or_nothing
def topics(_context: typer.Context, _: str) -> Iterable[Offer]:
    """What there is help on."""
    from dap_tui.help import TOPICS

    return TOPICS.items()


@_or_nothing
def examples(_context: typer.Context, _: str) -> Iterator[Offer]:
    """The workspaces that ship with dap."""
    from dap_tui.examples import NAMES

    return ((name, "") for name in NAMES)


def _catalogue(context: typer.Context) -> tuple[Path, Catalogue]:
    """The workspace's folder and its catalogue; `-C` may stand before or after the command."""
    from dap_tui.cli.browse import root_at
    from dap_tui.reading.catalogue import read_catalogue
    from dap_tui.reading.workspace import catalogue_bytes

    at: typer.Context | None = context
    named = None
    while at is not None and named is None:
        named = at.params.get("workspace")
        at = at.parent  # type: ignore[assignment]  # Typer's own contexts are of its own kind
    # A shell hands words over as they were typed, `~` and all.
    root = root_at(None if named is None else Path(os.path.expandvars(named)).expanduser())
    return root, read_catalogue(catalogue_bytes(root)).catalogue


def _periods(root: Path, catalogue: Catalogue) -> set[Period]:
    from dap_tui.reading.folder import look_through

    folder = look_through(root, catalogue)
    return {found.period for found in folder.returns} | {period for period, _, _ in folder.narratives}


def _told(found: Iterable[Period]) -> Iterator[Offer]:
    from dap_tui.period import on_one_scale

    return ((each.id, each.shown) for each in sorted(found, key=on_one_scale, reverse=True))
