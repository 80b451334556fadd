"""`dap template`: the files of a period's blank returns, and which sources have returned already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dap_tui.check.rejected import Rejected
from dap_tui.errors import NotKnown
from dap_tui.period import Period
from dap_tui.reading.nearest import Nearest
from dap_tui.sentence import listed
from dap_tui.starting.as_csv import as_csv
from dap_tui.starting.blank_return import BlankReturn, blank_returns
from dap_tui.workspace import Workspace

_MOST_NAMED: Final = 5


class Form(StrEnum):
    """What a blank return is written as."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Kept:
    """A source's return that is there already and stays, and the indicators, by id, of which it has no row."""

    file: str
    lacks: tuple[str, ...]

    def __str__(self) -> str:
        lacks = listed(self.lacks, _MOST_NAMED)
        what = "a row for it" if len(self.lacks) == 1 else "a row for each"
        return f"{self.file} has no row of {lacks}; put {what} below its last, the id under 'indicator'"


@dataclass(frozen=True, slots=True)
class Templates:
    """Blank returns by file, as bytes; and the returns that are there already, where they lack a row."""

    files: Mapping[str, bytes]
    blanks: tuple[BlankReturn, ...]
    kept: tuple[Kept, ...] = ()


def templates(workspace: Workspace, period: Period, form: Form = Form.CSV, sources: Collection[str] = ()) -> Templates:
    """The blank returns of a period, for each source (of those named, where any is) that has none in either form.

    Raises NotKnown where a source is none, where nothing is expected then, and where every return is there already;
    that says what they lack.
    """
    _refuse_unknown(workspace, sources)
    there = {file.source: file.file for file in workspace.returns.files if file.period == period and file.source}
    rejected = Rejected(workspace)
    wanted, kept = [], []
    for blank in blank_returns(workspace, period):
        if sources and blank.source.id not in sources:
            continue
        file = there.get(blank.source.id)
        if file is None:
            wanted.append(blank)
        elif lacks := [each for each in _without_row(blank, workspace) if not rejected.names([file], each)]:
            kept.append(Kept(file, tuple(lacks)))
    if not wanted:
        raise NotKnown(_why_nothing(workspace, period, kept, sources))
    files_by_name = {_name(blank, form): _bytes(blank, workspace, form) for blank in wanted}
    return Templates(files_by_name, tuple(wanted), tuple(kept))


def _refuse_unknown(workspace: Workspace, sources: Collection[str]) -> None:
    for each in sources:
        if each not in workspace.catalogue.source:
            hint = Nearest(workspace.catalogue.source).hint(each)
            raise NotKnown(f"there is no source '{each}'; {hint or _there_are(workspace.catalogue.source)}")


def _there_are(names: Iterable[str]) -> str:
    return f"there are {', '.join(names)}"


def _without_row(blank: BlankReturn, workspace: Workspace) -> list[str]:
    """The indicators still asked for of which there is nothing: neither total nor breakdown, filled in or blank."""
    returns, period = workspace.returns, blank.period
    begun = {indicator for indicator, _, each in returns.blanks if each == period}

    def is_begun(indicator: str) -> bool:
        return indicator in begun or any(
            period in series for series in (returns.totals(indicator), *returns.rows(indicator).values())
        )

    return [each for each in dict.fromkeys(row.indicator.id for row in blank.rows) if not is_begun(each)]


def _why_nothing(workspace: Workspace, period: Period, kept: Collection[Kept], sources: Collection[str]) -> str:
    files = sorted(
        file.file
        for file in workspace.returns.files
        if file.period == period and (not sources or file.source in {None, *sources})
    )
    if not files:
        names = listed([workspace.catalogue.source[each].name for each in sources])
        return f"nothing is expected of {names} for {period.shown}; see 'from' and 'until' of its indicators"
    begun = {row.place.file for (_, _, at), row in workspace.returns.blanks.items() if at == period and row.place}
    blank = [file for file in files if file in begun]
    left = [f"rows of {listed(blank)} are still to be filled in; move one away to have it anew"] if blank else []
    left += map(str, kept)
    if left:
        return f"no file is written over, and what {period.shown} asks for is there already: {'. '.join(left)}"
    return f"there is nothing left to return for {period.shown}: see {listed(files)}"


def _name(blank: BlankReturn, form: Form) -> str:
    return f"returns/{blank.period.id}/{blank.source.id}.{form}"


def _bytes(blank: BlankReturn, workspace: Workspace, form: Form) -> bytes:
    if form is Form.CSV:
        return as_csv(blank)
    from dap_tui.starting.as_workbook import as_workbook  # brings openpyxl in, which takes long to load

    return as_workbook(blank, workspace.catalogue)
