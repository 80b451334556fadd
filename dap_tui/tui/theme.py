"""From a canvas to a terminal: the palette's colours, or weight alone where there is to be no colour.

The colours themselves are in `dap_tui.look`. Which theme: `DAP_THEME=light` or `dark`; else what the terminal
says of its background (`COLORFGBG`); else dark. With `NO_COLOR` there is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from dap_tui.look import DARK, LIGHT
from dap_tui.tui.canvas import Canvas, Ink

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

_DIM: Final = frozenset({"quiet", "faint", "rule", "spark"})
_LIGHT_BACKGROUNDS: Final = frozenset({"7", "15"})


def theme_name(environment: Mapping[str, str]) -> str:
    """`dark`, `light` or `plain`, as the environment asks for."""
    if environment.get("NO_COLOR"):
        return "plain"
    asked = environment.get("DAP_THEME", "").strip().lower()
    if asked in {"dark", "light", "plain"}:
        return asked
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in _LIGHT_BACKGROUNDS else "dark"


def is_ascii(environment: Mapping[str, str]) -> bool:
    """Whether the locale names a character set that is not UTF-8; where it says nothing, UTF-8 is taken."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    return bool(locale) and "utf" not in locale.lower()


class Theme:
    """The styles of one theme, each made once."""

    def __init__(self, name: str) -> None:
        """`name` is `dark`, `light` or `plain`."""
        self.name = name
        self.is_plain = name == "plain"
        self._palette = LIGHT if name == "light" else DARK
        self._styles: dict[tuple[Ink, str], Style] = {}

    def style(self, ink: Ink, ground: str) -> Style:
        """The style of a cell; without colour, quiet is dim and the selected row is reversed."""
        key = (ink, ground)
        if key not in self._styles:
            self._styles[key] = self._plain(ink, ground) if self.is_plain else self._coloured(ink, ground)
        return self._styles[key]

    def _coloured(self, ink: Ink, ground: str) -> Style:
        from rich.style import Style

        return Style(
            color=self._palette[ink.colour], bgcolor=self._palette[ground], bold=ink.bold, underline=ink.underline
        )

    def _plain(self, ink: Ink, ground: str) -> Style:
        from rich.style import Style

        chosen = ground == "sel"
        return Style(
            bold=ink.bold or None,
            underline=ink.underline or None,
            dim=(ink.colour in _DIM and not ink.bold and not chosen) or None,
            reverse=chosen or None,
        )

    def strips(self, canvas: Canvas) -> list[Strip]:
        """The canvas as lines for Textual, each a few runs of one style."""
        from rich.segment import Segment
        from textual.strip import Strip

        lines = []
        for cells, inks, grounds in zip(canvas.cells, canvas.inks, canvas.grounds, strict=True):
            segments = []
            for (ink, ground), run in groupby(zip(inks, grounds, cells, strict=True), key=itemgetter(0, 1)):
                segments.append(Segment("".join([cell for _, _, cell in run]), self.style(ink, ground)))
            lines.append(Strip(segments, canvas.width))
        return lines
