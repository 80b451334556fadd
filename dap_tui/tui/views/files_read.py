"""What was read for a period: its files, and how many figures each gave."""

from __future__ import annotations

from dap_tui.period import Year
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
    figures = sum(each.figures for each in files)
    blocks: list[Block] = [
        Heading(f"Read for {period.shown}", 2, end, f"{_of('file', len(files))}, {_of('figure', figures)}")
    ]
    for each in files:
        blanks = f", {each.blanks} blank" if each.blanks else ""
        words = session.glyphs.text(each.file)
        blocks.append(Item(None, " ", QUIET, words, end, _of("figure", each.figures) + blanks, ink=SOFT))
    if not files:
        blocks.append(Line("No return for this period was found.", 4, end))
    return blocks


def _of(word: str, number: int) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
