"""A report written to a file: made and written on the side, whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from dap_tui.errors import DapError, WriteRefused
from dap_tui.period import Period
from dap_tui.workspace import Workspace

SUFFIXES: Final = (".md", ".html")
"""What a report is written as, by the end of its name."""


def write_report(
    workspace: Workspace, period: Period, as_of: date, path: Path, *, for_board: bool, over: bool
) -> str | None:
    """Write the report of a period as it may be published, or what of it goes to the board.

    Gives why not, None once it is written. Where there is a file already it is written over only where a person said
    so (`over`).
    """
    from dap_tui.writing.whole import write_new, write_whole

    try:
        text = _report(workspace, period, as_of, for_board=for_board, is_html=path.suffix.lower() == ".html")
        (write_whole if over else write_new)(path, text.encode())
    except (WriteRefused, DapError) as refused:
        return str(refused)
    return None


def _report(workspace: Workspace, period: Period, as_of: date, *, for_board: bool, is_html: bool) -> str:
    from dap_tui.disclosure import Publisher
    from dap_tui.export.options import Options, View

    publisher, options = Publisher(workspace, as_of), Options(View.EXCEPTIONS if for_board else View.REPORT)
    if is_html:
        from dap_tui.export.html import to_html

        return to_html(publisher.assess(period), publisher, options)
    from dap_tui.export.markdown import to_markdown

    return to_markdown(publisher.assess(period), publisher, options)
