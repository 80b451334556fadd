"""The keys that there are while words are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dap_tui.tui.canvas import SOFT, TEXT
from dap_tui.tui.commands import COMMANDS
from dap_tui.tui.text import cut, width_of
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
    commands = [(each.shown, each.words) for each in COMMANDS if each.where and each.is_for(view)]
    lines = [(glyphs.key(keys), glyphs.text(words)) for keys, words in (*commands, *_EDITING)]
    at = 2 + max(width_of(keys) for keys, _ in lines) + 2
    for y, (keys, words) in enumerate(lines, 3):
        area.put(2, y, keys, TEXT)
        area.put(at, y, cut(words, area.width - at - 2), SOFT)
