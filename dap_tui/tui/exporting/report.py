"""A report written to a file: made and written on the side, whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dap_tui.errors import DapError, WriteRefused
from dap_tui.export.formats import Format, report_text
from dap_tui.export.options import Options
from dap_tui.period import Period
from dap_tui.workspace import Workspace


def write_report(
    workspace: Workspace, period: Period, as_of: date, path: Path, written_as: Format, options: Options, *, over: bool
) -> str | None:
    """Write the report of a period as it may be published.

    Gives why not, None once it is written. Where there is a file already it is written over only where a person said
    so (`over`).
    """
    from dap_tui.disclosure import Publisher
    from dap_tui.writing.report_file import refuse_own_files
    from dap_tui.writing.whole import write_new, write_whole

    try:
        refuse_own_files(workspace.root, path)
        text = report_text(Publisher(workspace, as_of), period, written_as, options)
        (write_whole if over else write_new)(path, text.encode())
    except (WriteRefused, DapError) as refused:
        return str(refused)
    return None
