"""A report written to a file: made and written on the side, whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from dap_tui.errors import DapError, WriteRefused
from dap_tui.export.formats import Format, report_text
from dap_tui.export.options import Options
from dap_tui.period import Period
from dap_tui.tui.publishing import told
from dap_tui.workspace import Workspace


class Written(NamedTuple):
    """Why it was not written, None once it was; and what is said of hidden figures in it that nothing protects."""

    refused: str | None
    told: str = ""


def write_report(
    workspace: Workspace, period: Period, as_of: date, path: Path, written_as: Format, options: Options, *, over: bool
) -> Written:
    """Write the report of a period as it may be published.

    Where there is a file already it is written over only where a person said so (`over`).
    """
    from dap_tui.disclosure import Publisher
    from dap_tui.writing.report_file import refuse_own_files
    from dap_tui.writing.whole import write_new, write_whole

    try:
        refuse_own_files(workspace.root, path)
        publisher = Publisher(workspace, as_of)
        text = report_text(publisher, period, written_as, options)
        (write_whole if over else write_new)(path, text.encode())
    except (WriteRefused, DapError) as refused:
        return Written(str(refused))
    return Written(None, told(publisher.unprotected(period)))
