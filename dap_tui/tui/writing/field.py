"""The field that words are typed in: Textual's own text area, painted in the page's colours and without a border."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from dap_tui.tui.canvas import STRONG, TEXT, Ink, in_ascii_cells

if TYPE_CHECKING:
    from dap_tui.tui.theme import Theme

_CURSOR, _SELECTED = Style(color="#010101", bgcolor="#010101"), Style(bgcolor="#020202")
_MARKS: Final = TextAreaTheme(
    "dap", cursor_style=_CURSOR, selection_style=_SELECTED, cursor_line_style=Style(), bracket_matching_style=Style()
)
"""What Textual marks by colour, to be told apart when it is painted anew in the page's own."""


class WordsField(TextArea):
    """A text area that knows no colours but the page's, and gives the keys of commands back to the page."""

    DEFAULT_CSS = """
    WordsField, WordsField:focus {
        layer: words; position: absolute; border: none; padding: 0; background: #000000; color: #ffffff;
        scrollbar-size: 0 0;
    }
    """

    def __init__(self, drawn: Callable[[], Theme], takes: Callable[[str], bool], *, ascii_only: bool) -> None:
        """`drawn` gives the page's theme; `takes` does what a key of a command says, False where it is typing."""
        super().__init__(soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self._drawn, self._takes, self._ascii_only = drawn, takes, ascii_only
        self.cursor_blink, self.match_cursor_bracket, self.highlight_cursor_line = False, False, False
        self.register_theme(_MARKS)
        self.theme = "dap"

    async def _on_key(self, event: events.Key) -> None:
        """Commands first, then typing: in one queue, so that what is typed before a command is saved by it."""
        if self._takes(event.key):
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)

    def render_line(self, y: int) -> Strip:
        """A line in the page's colours, with what cannot be seen made visible."""
        line = super().render_line(y)
        theme = self._drawn()
        return Strip([Segment(self._visible(each.text), _style(theme, each.style)) for each in line], line.cell_length)

    def _visible(self, text: str) -> str:
        text = "".join("?" if unicodedata.category(each) in {"Cc", "Cf"} else each for each in text)
        return in_ascii_cells(text) if self._ascii_only else text


def _style(theme: Theme, style: Style | None) -> Style:
    ground = style.bgcolor if style else None
    if ground is not None and ground == _CURSOR.bgcolor:
        return theme.style(STRONG, "field") + Style(reverse=True)
    if ground is not None and ground == _SELECTED.bgcolor:
        return theme.style(Ink("text", underline=True), "sel")
    return theme.style(TEXT, "field")
