"""The one widget there always is: it shows the lines that were painted."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from dap_tui.tui.canvas import Canvas, Spot


class Page(Widget):
    """The one widget: it shows the lines that were painted, and passes the mouse on."""

    DEFAULT_CSS = "Page { width: 100%; height: 100%; }"

    def __init__(
        self, painter: Callable[[int, int], tuple[list[Strip], Canvas]], leave_room: Callable[[Spot | None], None]
    ) -> None:
        """`painter` paints a screen of a width and height; `leave_room` is told where a field of words belongs."""
        super().__init__()
        self._painter, self._leave_room = painter, leave_room
        self._lines: list[Strip] = []
        self.canvas: Canvas | None = None

    def paint(self) -> None:
        """Paint the screen anew; only the lines that are others now are sent to the terminal."""
        width, height = self.size
        if width and height:
            before = self._lines
            self._lines, self.canvas = self._painter(width, height)
            lines = {y for y, line in enumerate(self._lines) if y >= len(before) or line != before[y]}
            if self.canvas.cursor is not None and self.canvas.spot is None:
                lines |= {self.canvas.cursor[1]} if self.app.cursor_position != self.canvas.cursor else set()
                self.app.cursor_position = Offset(*self.canvas.cursor)
            if lines:
                self.refresh(*(Region(0, y, width, 1) for y in lines))
            self._leave_room(self.canvas.spot)

    def on_resize(self) -> None:
        """Paint for the new size."""
        self.paint()

    def render_line(self, y: int) -> Strip:
        """A line as it was painted."""
        if self.canvas is None:
            self.paint()
        return self._lines[y] if y < len(self._lines) else Strip.blank(self.size.width)
