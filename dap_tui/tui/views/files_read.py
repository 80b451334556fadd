"""What was read for a period: its files, and how many figures, symbols and blanks each gave."""

from __future__ import annotations

from collections.abc import Sequence

from dap_tui.period import Year
from dap_tui.returns import ReturnFile
from dap_tui.sentence import counted
from dap_tui.tui.canvas import QUIET, SOFT
from dap_tui.tui.session import Session
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Block


def files_read(session: Session, end: int) -> list[Block]:
    """A heading and a line a file."""
    period = session.period
    files = [
        each
        for each in session.reading.workspace.returns.files
        if each.period == period or (isinstance(period, Year) and each.period.year == period)
    ]
    blocks: list[Block] = [
        Heading(f"Read for {period.shown}", 2, end, f"{counted(len(files), 'file')}, {_read(files)}")
    ]
    for each in files:
        words = session.glyphs.text(each.file)
        blocks.append(Item(None, " ", QUIET, words, end, _read([each]), ink=SOFT))
    if not files:
        blocks.append(Line("No return for this period was found.", 4, end))
    return blocks


def _read(files: Sequence[ReturnFile]) -> str:
    """What was read of some files: a symbol says why there is no figure, and is none."""
    said = [counted(sum(each.figures for each in files), "figure")]
    if symbols := sum(each.symbols for each in files):
        said.append(counted(symbols, "symbol"))
    if blanks := sum(each.blanks for each in files):
        said.append(f"{blanks:,} blank")
    return ", ".join(said)
