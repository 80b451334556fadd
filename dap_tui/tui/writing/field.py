"""The field that words are typed in: Textual's own text area, painted in the page's colours and without a border."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from dap_tui.tui.canvas import STRONG, TEXT, Ink
from dap_tui.tui.text import in_ascii, width_of

if TYPE_CHECKING:
    from dap_tui.tui.canvas import Spot
    from dap_tui.tui.deeds import Deeds
    from dap_tui.tui.theme import Theme
    from dap_tui.tui.writing.form import Field

_CURSOR, _SELECTED = Style(color="#010101", bgcolor="#010101"), Style(bgcolor="#020202")
_MARKS: Final = TextAreaTheme(
    "dap", cursor_style=_CURSOR, selection_style=_SELECTED, cursor_line_style=Style(), bracket_matching_style=Style()
)
"""What Textual marks by colour, to be told apart when it is painted anew in the page's own."""


@runtime_checkable
class Repaints(Protocol):
    """The program that it stands in."""

    def repaint(self) -> None:
        """Paint the page again."""


class WordsField(TextArea):
    """A text area that knows no colours but the page's, and gives the keys of commands back to the page."""

    DEFAULT_CSS = """
    WordsField, WordsField:focus {
        layer: words; position: absolute; border: none; padding: 0; background: #000000; color: #ffffff;
        scrollbar-size: 0 0;
    }
    """

    def __init__(self, deeds: Deeds, drawn: Callable[[], Theme]) -> None:
        """`deeds` do what a key of a command says; `drawn` gives the page's theme."""
        super().__init__(soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self._deeds, self._drawn = deeds, drawn
        self._ascii_only = deeds.session.glyphs.ascii_only
        self._holds: Field | None = None
        self._known = ""
        self.cursor_blink, self.match_cursor_bracket, self.highlight_cursor_line = False, False, False
        self.register_theme(_MARKS)
        self.theme = "dap"

    def place(self, spot: Spot | None) -> None:
        """Stand where the page leaves room, with what stands in the form's field; or be out of the way."""
        writing = self._deeds.writing
        field = writing.form.field if writing.form is not None and spot is not None else None
        self.display = spot is not None and field is not None
        if spot is None or field is None:
            self._holds = None
            if self.has_focus:
                self.screen.set_focus(None)
            return
        self.styles.offset = (spot.x, spot.y)
        self.styles.width, self.styles.height = spot.width, spot.height
        if self._holds is not field or self._known != field.text:
            self._holds, self._known = field, field.text
            self.load_text(field.text)
            self.move_cursor(self.document.end)
        if not self.has_focus and self.is_mounted:
            self.screen.set_focus(self)
        self.call_after_refresh(self._stand)

    def _stand(self) -> None:
        """Have the terminal's own cursor stand where one writes."""
        if self.has_focus and self.app.cursor_position != self.cursor_screen_offset:
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()

    def on_mount(self) -> None:
        """Once it stands on the screen it is written in."""
        self._repaint()

    def on_resize(self) -> None:
        """Its lines are wrapped anew."""
        self.call_after_refresh(self._stand)

    def take(self, event: events.Key) -> None:
        """Take a key that was pressed while it is written in."""
        self._forward_event(event)

    async def _on_key(self, event: events.Key) -> None:
        """Commands first, then typing: in one queue, so that what is typed before a command is saved by it."""
        writing = self._deeds.writing
        if writing.takes(event.key):
            self._tell()
            self._deeds.press(event.key)
        elif bindings := self._bindings.key_to_bindings.get(event.key):
            await self.run_action(bindings[0].action)
        else:
            await super()._on_key(event)
        event.stop()
        event.prevent_default()
        self._tell()
        self._repaint()

    def on_click(self, event: events.Click) -> None:
        """A click here is not one on the page."""
        event.stop()

    def on_text_area_changed(self) -> None:
        """Take in what was typed."""
        self._tell()
        self._repaint()

    def _tell(self) -> None:
        """Tell the form what stands here, where anything was typed since."""
        field = self._deeds.writing.field
        if field is not None and field is self._holds and self.text != self._known == field.text:
            self._known = self.text
            self._deeds.writing.typed(self.text)

    def _repaint(self) -> None:
        if isinstance(self.app, Repaints):
            self.app.repaint()

    def render_line(self, y: int) -> Strip:
        """A line in the page's colours, and nothing in it that a terminal would obey."""
        line = super().render_line(y)
        theme = self._drawn()
        return Strip([Segment(self._visible(each.text), _style(theme, each.style)) for each in line], line.cell_length)

    def _visible(self, text: str) -> str:
        text = "".join(each for each in text if unicodedata.category(each) not in {"Cc", "Cf"})
        return "".join(_in_ascii(each) for each in text) if self._ascii_only else text


def _in_ascii(character: str) -> str:
    """A character in ASCII, in as many cells."""
    spelt = in_ascii(character)
    return spelt if len(spelt) == width_of(character) else "?" * width_of(character)


def _style(theme: Theme, style: Style | None) -> Style:
    ground = style.bgcolor if style else None
    if ground is not None and ground == _CURSOR.bgcolor:
        return theme.style(STRONG, "field") + Style(reverse=True)
    if ground is not None and ground == _SELECTED.bgcolor:
        return theme.style(Ink("text", underline=True), "sel")
    return theme.style(TEXT, "field")
