"""Figures of many files to one place each; a second one for the same place is a finding."""

from __future__ import annotations

from collections.abc import Iterable

from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure
from dap_tui.period import Period
from dap_tui.reading.rows import FileRead
from dap_tui.reading.text import quoted
from dap_tui.returns import ReturnFile, Returns
from dap_tui.rules import returns as rules

Key = tuple[str, str, Period]
"""Indicator, breakdown ("" is the total) and period: there is one figure for each."""


def gather(files: Iterable[FileRead]) -> tuple[Returns, list[Finding]]:
    """The returns of files in the order they are read; of two figures for one place, the first."""
    figures: dict[str, dict[str, dict[Period, Figure]]] = {}
    blanks: dict[Key, Figure] = {}
    first: dict[Key, Place | None] = {}
    findings: list[Finding] = []
    read: list[ReturnFile] = []
    for file in files:
        period = file.found.period
        read.append(return_file(file))
        for rows, is_blank in ((file.rows, False), (file.blanks, True)):
            for indicator, breakdown, figure in rows:
                key = (indicator, breakdown, period)
                if key in first:
                    findings.append(repeated(key, figure.place, first[key]))
                    if is_blank or key not in blanks:
                        continue
                    del blanks[key]
                else:
                    first[key] = figure.place
                if is_blank:
                    blanks[key] = figure
                else:
                    figures.setdefault(indicator, {}).setdefault(breakdown, {})[period] = figure
    return Returns.of(figures, tuple(read), blanks), findings


def return_file(file: FileRead, proved: int = 0) -> ReturnFile:
    """What there is to say of a file as a whole."""
    found = file.found
    figures, refused = len(file.rows) + proved, frozenset(file.refused)
    return ReturnFile(found.file, found.period, found.source, figures, len(file.blanks), file.sheet, refused)


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
