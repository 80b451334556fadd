"""What the one table of shapes says, as screens use it: in UTF-8, or in ASCII where a terminal has no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dap_tui.look import ARROW, JUDGEMENT, STATUS, Look
from dap_tui.measure import Arrow, Status
from dap_tui.tui.canvas import FAINT, SOFT, TEXT, Ink
from dap_tui.tui.text import on_screen

if TYPE_CHECKING:
    from dap_tui.assess.travel import Travel

_KEYS: Final = {"←": "left", "→": "right", "↑": "up", "↓": "down", "⇧": "shift+", "⏎": "enter"}


class Glyphs:
    """Shapes and texts for one terminal."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        """`ascii_only` where the terminal's locale is not UTF-8."""
        self.ascii_only = ascii_only

    def text(self, words: str | None) -> str:
        """A text from a file, or our own, fit for the screen."""
        return on_screen(words or "", ascii_only=self.ascii_only)

    def key(self, shown: str) -> str:
        """A key as it is written: in ASCII an arrow by its name."""
        return self.text("".join(_KEYS.get(each, each) for each in shown) if self.ascii_only else shown)

    def shape(self, look: Look) -> str:
        """The shape of a status, decision or level."""
        return look.ascii if self.ascii_only else look.shape

    def status(self, status: Status, *, count: int = 1) -> tuple[str, Ink, Ink]:
        """Shape, its ink and the word's; a count of nought stays quiet."""
        look = STATUS[status]
        quiet = Ink("quiet")
        if not count:
            return self.shape(look), quiet, quiet
        word = Ink(look.colour) if look.colours_word else quiet if look.colour == "quiet" else SOFT
        return self.shape(look), Ink(look.colour), word

    def travel(self, travel: Travel) -> tuple[str, Ink]:
        """Direction of travel in at most eight cells: `↑ worse`, in ASCII `/ worse`."""
        arrow, judgement = ARROW[travel.arrow], JUDGEMENT[travel.judgement]
        if travel.arrow is Arrow.NONE:
            return self.shape(arrow), FAINT
        ink = TEXT if judgement.colour == "text" else SOFT
        return f"{self.shape(arrow)} {judgement.short}", ink

    def move(self, before: str, after: str) -> str:
        """From one figure to another."""
        return f"{before} to {after}" if self.ascii_only else f"{before} → {after}"
