"""Figures of many files to one place each; a second one for the same place is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure, plain
from dap_tui.period import Period
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.text import quoted
from dap_tui.returns import ReturnFile, Returns
from dap_tui.rules import returns as rules

_FEW: Final = 3
"""So many repeated figures are said each at its line; of more, that one file is a version of the other."""

Key = tuple[str, str, Period]
"""Indicator, breakdown ("" is the total) and period: there is one figure for each."""


def gather(files: Iterable[FileRead], others: Sequence[int] = ()) -> tuple[Returns, list[Finding]]:
    """The returns of files in the order they are read; of two figures for one place, the first.

    A blank return that is left beside the one that came in another form, repeats nothing.

    `others` counts the figures of each file that are kept elsewhere, and stand in no other file.
    """
    figures: dict[str, dict[str, dict[Period, Figure]]] = {}
    blanks: dict[Key, Figure] = {}
    first: dict[Key, Figure] = {}
    findings: list[Finding] = []
    read: list[ReturnFile] = []
    unfilled: set[str] = set()
    for number, file in enumerate(files):
        if not file.rows and not (others and others[number]):
            unfilled.add(file.found.file)
        twice: list[tuple[Key, Figure]] = []
        period = file.found.period
        read.append(return_file(file))
        for rows, is_blank in ((file.rows, False), (file.blanks, True)):
            for indicator, breakdown, figure in rows:
                key = (indicator, breakdown, period)
                there = first.get(key)
                gives_way = there is not None and _is_beside_a_blank(there, figure, unfilled)
                if there is not None and not gives_way:
                    twice.append((key, figure))
                if there is not None and (is_blank or key not in blanks):
                    continue
                blanks.pop(key, None)
                if there is None or gives_way:
                    first[key] = figure
                if is_blank:
                    blanks[key] = figure
                else:
                    figures.setdefault(indicator, {}).setdefault(breakdown, {})[period] = figure
        in_all = len(file.rows) + len(file.blanks) + (others[number] if others else 0)
        copied = _copied(file, [(key[0], figure, first[key]) for key, figure in twice], in_all)
        findings += [copied] if copied else [repeated(key, each.place, first[key].place) for key, each in twice]
    return Returns.of(figures, tuple(read), blanks), findings


def _is_beside_a_blank(one: Figure, other: Figure, unfilled: AbstractSet[str]) -> bool:
    """Whether one of two stands in a return that nobody has filled in, and the other in the one that came."""
    files = {each.place.file for each in (one, other) if each.place}
    return len(files) == 2 and not files.isdisjoint(unfilled)


def _copied(file: FileRead, pairs: list[tuple[str, Figure, Figure]], in_all: int) -> Finding | None:
    """The one finding on a file most of whose figures stand in one other file, or many in itself, as well; else None.

    `pairs` are indicators with their figure here and there, `in_all` is how many rows the file has. Where a few
    are repeated, and not the same or not all of the file, each is said at its own line.
    """
    here, there = [each.place for _, each, _ in pairs if each.place], [each.place for _, _, each in pairs if each.place]
    differing = [(name, one, two) for name, one, two in pairs if _value(one) != _value(two)]
    files = {place.file for place in there}
    is_whole = len(pairs) == in_all and not differing
    if files == {file.found.file} and not differing and len(pairs) > _FEW:
        message = f"{len(pairs):,} rows of it, {_spots(here)}, are in it already, {_spots(there)}"
        return rules.DUPLICATE.at(min(here), message, "delete them: they say the same")
    if len(pairs) < 2 or len(files) != 1 or file.found.file in files:
        return None
    if not is_whole and (len(pairs) <= _FEW or 2 * len(pairs) <= in_all):
        return None
    what = "every figure of it" if len(pairs) == in_all else f"{len(pairs):,} of its {in_all:,} figures"
    is_in = "is in" if len(pairs) == in_all else "are in"
    message = f"{what}, {_spots(here)}, {is_in} {there[0].file} already, {_spots(there)}"
    hint = "delete one of the two files; the first is used"
    if differing:
        named = [f"'{name}' is {_shown(one)} here and {_shown(two)} there" for name, one, two in differing[:_FEW]]
        named += [f"{len(differing) - _FEW:,} more differ"] if len(differing) > _FEW else []
        message += f"; {', '.join(named)}"
        hint = f"delete the one that is out of date; until then {there[0].file} is used"
    top = Place(file.found.file, sheet=file.sheet, cell="A1" if file.sheet else None)
    return rules.DUPLICATE.at(top, message, hint)


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.number, figure.symbol, figure.marks


def _shown(figure: Figure) -> str:
    """A figure as it is told from another: number or symbol, and its marks."""
    value = f"[{figure.symbol}]" if figure.symbol else "blank" if figure.number is None else plain(figure.number)
    return " ".join([value, *(f"[{mark}]" for mark in figure.marks)])


def _spots(places: list[Place]) -> str:
    """From the first to the last of some places in a file."""
    in_order = sorted(places, key=lambda place: (place.line, place.column))
    what = "line" if in_order[0].cell is None else "cell"
    return f"{what}s {_spot(in_order[0])} to {_spot(in_order[-1])}".replace(f" {what} ", " ")


def return_file(file: FileRead, proved: int = 0) -> ReturnFile:
    """What there is to say of a file as a whole."""
    found = file.found
    symbols = sum(figure.number is None for _, _, figure in file.rows)
    return ReturnFile(
        found.file,
        found.period,
        found.source,
        len(file.rows) - symbols + proved,
        symbols,
        len(file.blanks),
        file.sheet,
        frozenset(file.refused),
    )


def repeated(key: Key, place: Place | None, first: Place | None) -> Finding:
    """The finding on a figure that is there already; it stands at the later and names both."""
    indicator, breakdown, period = key
    what = f"'{indicator}'" + (f", {quoted(breakdown)}," if breakdown else "")
    here, there = place or Place(""), first or Place("")
    if here.file == there.file and here.line < there.line:
        here, there = there, here
    already = _spot(there) if here.file == there.file else f"{there.file}, {_spot(there)}"
    message = f"{what} is returned twice in {period.shown}: in {_spot(here)}, and already in {already}"
    return rules.DUPLICATE.at(here, message, "delete one of the two; the first is used")


def _spot(place: Place) -> str:
    """A place inside its file, as a person would name it."""
    return f"line {place.line}" if place.cell is None else f"cell {place.cell}"
