"""That words are kept which a terminal went away from under: where they are, until that is put by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dap_tui.tui.canvas import ACCENT, QUIET, TEXT, Area
from dap_tui.tui.text import cut, width_of, wrapped

if TYPE_CHECKING:
    from dap_tui.tui.glyphs import Glyphs

_KEY = "esc dismiss"
_BRIEF = "Unsaved words stand in their form again"
_LEAST = 18
"""On a screen of fewer lines one is all that is given for it."""


def kept_lines(files: Sequence[Path], width: int, height: int, glyphs: Glyphs) -> tuple[str, ...]:
    """What is said of the files, in a line where there is room for it; nothing where there are none.

    On a screen of few lines it is always one: where the files are is told on a larger one.
    """
    if not files:
        return ()
    where = _from_home(files[0] if len(files) == 1 else files[0].parent)
    if len(files) > 1:
        where = f"{len(files)} files in {where}"
    room = max(width - 6 - width_of(_KEY), 1)
    long, short = (
        glyphs.text(f"{words} {where}")
        for words in ("Words that were not saved stand in their form again:", "Unsaved words:")
    )
    if width_of(long) <= room:
        return (long,)
    return wrapped(short, room) if height >= _LEAST else (glyphs.text(cut(_BRIEF, room)),)


def paint_kept(area: Area, lines: Sequence[str], dismiss: Callable[[], None]) -> None:
    """Paint those lines, with the key that puts them by; a click does the same."""
    if not lines:
        return
    area.fill("field")
    for y, line in enumerate(lines):
        area.put(0, y, "▌", ACCENT)
        area.put(2, y, line, TEXT)
    area.right(area.width - 2, 0, _KEY, QUIET)
    area.answer(dismiss, height=len(lines))


def _from_home(path: Path) -> str:
    """A path as people write it: the home folder is `~`."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):  # elsewhere; nobody's home
        return str(path)
