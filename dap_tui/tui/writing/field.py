"""The field that words are typed in: Textual's own text area, painted in the page's colours and without a border."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final, Protocol, runtime_checkable
from weakref import WeakKeyDictionary

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import EditHistory, EditResult, Location, Selection, TextAreaTheme

from dap_tui.tui.canvas import STRONG, TEXT, Ink
from dap_tui.tui.text import in_ascii, width_of

if TYPE_CHECKING:
    from dap_tui.tui.canvas import Spot
    from dap_tui.tui.deeds import Deeds
    from dap_tui.tui.theme import Theme
    from dap_tui.tui.writing.form_fields import Field

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


@dataclass
class _Kept:
    """Of a field that was written in: what stood in it, what can be undone there, and what was selected."""

    text: str
    history: EditHistory
    selection: Selection


class WordsField(TextArea):
    """A text area that knows no colours but the page's, and gives the keys of commands back to the page.

    It stands in one field of a form after another; each keeps its own undoing and selection.
    """

    BINDINGS: ClassVar = [
        Binding("ctrl+a", "select_all", "Select all", show=False),
        Binding("ctrl+home", "cursor_text_start", "Start of the text", show=False),
        Binding("ctrl+end", "cursor_text_end", "End of the text", show=False),
        Binding("ctrl+shift+home", "cursor_text_start(True)", "Select to the start of the text", show=False),
        Binding("ctrl+shift+end", "cursor_text_end(True)", "Select to the end of the text", show=False),
    ]

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
        self._kept: WeakKeyDictionary[Field, _Kept] = WeakKeyDictionary()
        self.cursor_blink, self.match_cursor_bracket, self.highlight_cursor_line = False, False, False
        self.register_theme(_MARKS)
        self.theme = "dap"

    def place(self, spot: Spot | None) -> None:
        """Stand where the page leaves room, with what stands in the form's field; or be out of the way."""
        writing = self._deeds.writing
        field = writing.form.field if writing.form is not None and spot is not None else None
        self.display = spot is not None and field is not None
        if spot is None or field is None:
            self._keep()
            if self.has_focus:
                self.screen.set_focus(None)
            return
        self.styles.offset = (spot.x, spot.y)
        self.styles.width, self.styles.height = spot.width, spot.height
        if self._holds is not field:
            self._keep()
            self._hold(field)
        if self._known != field.text:
            self._known = field.text
            self.replace(field.text, self.document.start, self.document.end)  # which can be undone
            self.move_cursor(self.document.end)
        if not self.has_focus and self.is_mounted:
            self.screen.set_focus(self)
        self.call_after_refresh(self._stand)

    def _keep(self) -> None:
        """Keep what can be undone in the field that was written in, for when one comes back to it."""
        if self._holds is not None:
            self._kept[self._holds] = _Kept(self._known, self.history, self.selection)
            self._holds = None

    def _hold(self, field: Field) -> None:
        """Stand in a field as one left it, or at the end of its text."""
        kept = self._kept.get(field)
        self._holds, self._known = field, field.text if kept is None else kept.text
        self.soft_wrap = not field.is_line
        self.history = replace(self.history) if kept is None else kept.history
        self.history.checkpoint()
        self._set_document(self._known, None)
        self.selection = Selection.cursor(self.document.end) if kept is None else kept.selection

    def action_cursor_text_start(self, select: bool = False) -> None:
        """To the start of the text."""
        self.move_cursor(self.document.start, select=select)

    def action_cursor_text_end(self, select: bool = False) -> None:
        """To the end of the text."""
        self.move_cursor(self.document.end, select=select)

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Typed and pasted; in a field of one line without line ends."""
        if self._holds is not None and self._holds.is_line:
            insert = " ".join(insert.splitlines())
        return super()._replace_via_keyboard(insert, start, end)

    def _stand(self) -> None:
        """Have the terminal's own cursor stand where one writes."""
        if not self.has_focus:
            return
        self.scroll_cursor_visible()  # which finds its place among lines that may be wrapped anew
        if self.app.cursor_position != self.cursor_screen_offset:
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()

    def on_mount(self) -> None:
        """Once it stands on the screen it is written in."""
        self.call_after_refresh(self._repaint)

    def on_focus(self) -> None:
        """Have the cursor stand in it."""
        self.call_after_refresh(self._stand)

    def on_resize(self) -> None:
        """Its lines are wrapped anew."""
        self.call_after_refresh(self._stand)

    @property
    def is_written_in(self) -> bool:
        """Whether keys are for it."""
        return self._holds is not None

    def take(self, event: events.Key) -> None:
        """Take a key that was pressed while it is written in."""
        self._forward_event(event)

    async def _on_key(self, event: events.Key) -> None:
        """Commands first, then typing: in one queue, so that what is typed before a command is saved by it."""
        if self._deeds.writing.takes(event.key) or not self.is_written_in:
            self._tell()
            self._deeds.press(event.character if event.is_printable and event.character else event.key)
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
