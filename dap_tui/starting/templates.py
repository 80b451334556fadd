"""`dap template`: the files of a period's blank returns, and which sources have returned already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dap_tui.errors import NotKnown
from dap_tui.period import Period
from dap_tui.starting.as_csv import as_csv
from dap_tui.starting.blank_return import BlankReturn, blank_returns
from dap_tui.workspace import Workspace


class Form(StrEnum):
    """What a blank return is written as."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Templates:
    """Blank returns by file, as bytes, and the returns that are there already and stay as they are."""

    files: Mapping[str, bytes]
    blanks: tuple[BlankReturn, ...]
    kept: tuple[str, ...] = ()


def templates(workspace: Workspace, period: Period, form: Form = Form.CSV) -> Templates:
    """The blank returns of a period, for each source that has none in either form.

    Raises NotKnown where nothing is expected then, or all that is expected is there already.
    """
    there = {file.source: file.file for file in workspace.returns.files if file.period == period and file.source}
    blanks = blank_returns(workspace, period)
    wanted = tuple(blank for blank in blanks if blank.source.id not in there)
    if not wanted:
        files = sorted(file.file for file in workspace.returns.files if file.period == period)
        raise NotKnown(f"there is nothing left to return for {period.shown}: see {', '.join(files)}")
    names = {blank.source.id for blank in blanks}
    kept = tuple(file for source, file in sorted(there.items()) if source in names)
    files_by_name = {_name(blank, form): _bytes(blank, workspace, form) for blank in wanted}
    return Templates(files_by_name, wanted, kept)


def _name(blank: BlankReturn, form: Form) -> str:
    return f"returns/{blank.period.id}/{blank.source.id}.{form}"


def _bytes(blank: BlankReturn, workspace: Workspace, form: Form) -> bytes:
    if form is Form.CSV:
        return as_csv(blank)
    from dap_tui.starting.as_workbook import as_workbook  # brings openpyxl in, which takes long to load

    return as_workbook(blank, workspace.catalogue)
