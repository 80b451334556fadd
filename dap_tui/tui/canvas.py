"""A grid of cells that painters fill: each cell has a character, an ink and a ground.

It knows nothing of a terminal. A theme turns it into lines of styled text, a test reads it as plain text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from rich.cells import cell_len

from dap_tui.look import ACTUAL, ARROW, NO_FIGURE, RANGE, SPECIAL_CAUSE, STATUS, TARGET, TREND, Look
from dap_tui.tui.text import in_ascii, width_of

Action = Callable[[], object]
"""What a click does."""


class Ink(NamedTuple):
    """A colour of the palette by its name, and weight."""

    colour: str = "text"
    bold: bool = False
    underline: bool = False


TEXT: Final = Ink("text")
STRONG: Final = Ink("text", bold=True)
SOFT: Final = Ink("soft")
QUIET: Final = Ink("quiet")
FAINT: Final = Ink("faint")
RULE: Final = Ink("rule")
LINE: Final = Ink("line")
SPARK: Final = Ink("spark")
RED: Final = Ink("red")
AMBER: Final = Ink("amber")
ACCENT: Final = Ink("accent")

_LOOKS: Final = (*SPECIAL_CAUSE.values(), *ARROW.values(), *STATUS.values(), *TREND, *RANGE, ACTUAL, TARGET, NO_FIGURE)
_IN_ASCII: Final = str.maketrans(
    {each.shape: each.ascii for each in _LOOKS if len(each.shape) == 1}
    | {"╸": "=", "┄": "-", "─": "-", "│": "|", "▌": "|", "…": "."}
)
"""Shapes that stand for themselves in one cell; text is spelt out before it is wrapped (`text.in_ascii`)."""

BRAILLE: Final = range(0x2800, 0x2900)


class Hit(NamedTuple):
    """Cells that answer a click, and what a second click there does."""

    left: int
    top: int
    right: int
    bottom: int
    action: Action
    again: Action | None = None


class Spot(NamedTuple):
    """Cells that are left for a field of words."""

    x: int
    y: int
    width: int
    height: int


class Canvas:
    """The cells of a whole screen. `bands` says whether grounds can be seen; without colour they cannot."""

    def __init__(self, width: int, height: int, *, ascii: bool = False, bands: bool = True) -> None:  # noqa: A002 # what it is
        """Empty, and without a cursor."""
        self.width, self.height, self.ascii, self.bands = width, height, ascii, bands
        self.cursor: tuple[int, int] | None = None
        self.hits: list[Hit] = []
        self.spot: Spot | None = None
        self.cells = [[" "] * width for _ in range(height)]
        self.inks = [[TEXT] * width for _ in range(height)]
        self.grounds = [["bg"] * width for _ in range(height)]

    @property
    def area(self) -> Area:
        """All of it."""
        return Area(self, 0, 0, self.width, self.height, (0, 0, self.width, self.height))

    @property
    def text(self) -> str:
        """What stands on it, without trailing spaces."""
        return "\n".join("".join(row).rstrip() for row in self.cells)

    def hit_at(self, x: int, y: int) -> Hit | None:
        """What answers a click on a cell: what was painted there last."""
        inside = (hit for hit in reversed(self.hits) if hit.left <= x < hit.right and hit.top <= y < hit.bottom)
        return next(inside, None)


class Area(NamedTuple):
    """A rectangle of a canvas with coordinates of its own; what is painted outside it is not seen."""

    canvas: Canvas
    x: int
    y: int
    width: int
    height: int
    clip: tuple[int, int, int, int]

    def part(self, x: int, y: int, width: int, height: int) -> Area:
        """A rectangle inside this one; it may stick out, and is seen as far as it is inside."""
        left, top, right, bottom = self.clip
        at_x, at_y = self.x + x, self.y + y
        clip = (max(left, at_x), max(top, at_y), min(right, at_x + width), min(bottom, at_y + height))
        return Area(self.canvas, at_x, at_y, max(width, 0), max(height, 0), clip)

    def put(self, x: int, y: int, text: str, ink: Ink = TEXT) -> int:
        """Write `text` from cell `x` of line `y`; gives the cell after it."""
        left, top, right, bottom = self.clip
        at, row = self.x + x, self.y + y
        if self.canvas.ascii and not text.isascii():
            if text.endswith("…") and len(text) > 3:
                text = f"{text[:-3]}..."  # in as many cells
            text = in_ascii("".join("." if ord(each) in BRAILLE else each for each in text.translate(_IN_ASCII)))
        size = width_of(text)
        if not top <= row < bottom:
            return x + size
        if size != len(text):
            self._put_wide(at, row, text, ink)
            return x + size
        first, last = max(at, left), min(at + size, right)
        if first < last:
            self.canvas.cells[row][first:last] = text[first - at : last - at]
            self.canvas.inks[row][first:last] = [ink] * (last - first)
        return x + size

    def _put_wide(self, at: int, row: int, text: str, ink: Ink) -> None:
        """Write a text with characters of two cells (the second is left empty) or of none (joined on)."""
        cells, inks = self.canvas.cells[row], self.canvas.inks[row]
        left, _, right, _ = self.clip
        for character in text:
            size = cell_len(character)
            if size == 0:
                if left < at <= right:
                    cells[at - 1] += character
                continue
            if left <= at and at + size <= right:
                cells[at : at + size] = [character, *[""] * (size - 1)]
                inks[at : at + size] = [ink] * size
            at += size

    def sign(self, x: int, y: int, look: Look, ink: Ink | None = None) -> int:
        """Write a shape, in ASCII what stands for it; gives the cell after it."""
        return self.put(x, y, look.ascii if self.canvas.ascii else look.shape, ink or Ink(look.colour))

    def right(self, end: int, y: int, text: str, ink: Ink = TEXT) -> int:
        """Write `text` so that it ends before cell `end`; gives the cell it starts in."""
        start = end - (len(in_ascii(text)) if self.canvas.ascii else width_of(text))
        self.put(start, y, text, ink)
        return start

    def fill(self, ground: str, x: int = 0, y: int = 0, width: int | None = None, height: int | None = None) -> None:
        """Lay a ground under a rectangle, the whole area where no size is given."""
        left, top, right, bottom = self.clip
        first = max(left, self.x + x)
        last = min(right, self.x + x + (self.width - x if width is None else width))
        lines = range(max(top, self.y + y), min(bottom, self.y + y + (self.height - y if height is None else height)))
        for row in lines:
            if first < last:
                self.canvas.grounds[row][first:last] = [ground] * (last - first)

    def rule(self, y: int, x: int = 0, width: int | None = None, ink: Ink = RULE, sign: str = "─") -> None:
        """Draw a hairline."""
        self.put(x, y, sign * max(self.width - x if width is None else width, 0), ink)

    def answer(
        self, action: Action, x: int = 0, y: int = 0, width: int | None = None, height: int = 1,
        again: Action | None = None,
    ) -> None:  # fmt: skip
        """Have a click on some cells do something, and a second one there `again`."""
        left, top, right, bottom = self.clip
        at_x, at_y = self.x + x, self.y + y
        end = at_x + (self.width - x if width is None else width)
        hit = Hit(max(at_x, left), max(at_y, top), min(end, right), min(at_y + height, bottom), action, again)
        if hit.left < hit.right and hit.top < hit.bottom:
            self.canvas.hits.append(hit)

    def stand(self, y: int) -> None:
        """Have the terminal's own cursor stand in this area's first column, on line `y`."""
        row = self.y + y
        if self.clip[1] <= row < self.clip[3]:
            self.canvas.cursor = (self.clip[0], row)
