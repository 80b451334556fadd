"""The keys that there are while words are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dap_tui.tui.canvas import SOFT, TEXT
from dap_tui.tui.commands import COMMANDS
from dap_tui.tui.text import cut
from dap_tui.tui.widgets.row import Heading

if TYPE_CHECKING:
    from dap_tui.tui.canvas import Area
    from dap_tui.tui.glyphs import Glyphs

_EDITING: Final = (
    ("^z ^y", "Undo and redo"),
    ("^x ^c ^v", "Cut, copy and paste"),
    ("^a ⇧←…", "Select all; shift with any arrow, Home or End selects"),
    ("^← ^→", "By words"),
    ("Home End", "To the ends of the line; with ^ to those of the text"),
    ("^w ^u ^k", "Delete the word before, to the line’s start, to its end"),
)
"""What the text area does by itself."""


def paint_words_keys(area: Area, view: str, glyphs: Glyphs) -> None:
    """Paint the commands of writing, and what the text area does by itself."""
    heading = Heading("Keys while writing", 2, area.width - 2, "any key closes")
    heading.paint(area.part(0, 0, area.width, 3), chosen=False)
    lines = [(each.shown, each.words) for each in COMMANDS if each.where and each.is_for(view)]
    for y, (keys, words) in enumerate((*lines, *_EDITING), 3):
        area.put(2, y, glyphs.text(keys), TEXT)
        area.put(12, y, cut(glyphs.text(words), area.width - 14), SOFT)
