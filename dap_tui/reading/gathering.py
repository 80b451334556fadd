"""Figures of many files to one place each; a second one for the same place is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure
from dap_tui.period import Period
from dap_tui.reading.rows import FileRead
from dap_tui.reading.text import quoted
from dap_tui.returns import ReturnFile, Returns
from dap_tui.rules import returns as rules

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
        is_all = len(twice) == len(file.rows) + len(file.blanks) and not (others and others[number])
        copied = _copied(file, [(figure, first[key]) for key, figure in twice]) if is_all else None
        findings += [copied] if copied else [repeated(key, each.place, first[key].place) for key, each in twice]
    return Returns.of(figures, tuple(read), blanks), findings


def _is_beside_a_blank(one: Figure, other: Figure, unfilled: AbstractSet[str]) -> bool:
    """Whether one of two stands in a return that nobody has filled in, and the other in the one that came."""
    files = {each.place.file for each in (one, other) if each.place}
    return len(files) == 2 and not files.isdisjoint(unfilled)


def _copied(file: FileRead, pairs: list[tuple[Figure, Figure]]) -> Finding | None:
    """The one finding on a file all of whose figures, two or more, stand in one other file as well; else None."""
    here, there = [each.place for each, _ in pairs if each.place], [each.place for _, each in pairs if each.place]
    is_same = all((one.number, one.symbol, one.marks) == (two.number, two.symbol, two.marks) for one, two in pairs)
    files = {place.file for place in there}
    if not is_same or len(pairs) < 2 or len(files) != 1 or file.found.file in files:
        return None
    message = f"every figure of it, {_spots(here)}, is in {there[0].file} already, {_spots(there)}"
    top = Place(file.found.file, sheet=file.sheet, cell="A1" if file.sheet else None)
    return rules.DUPLICATE.at(top, message, "delete one of the two files; the first is used")


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
