"""The keys, one line: as many as fit, help and the way out always among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from dap_tui.tui.canvas import QUIET, SOFT, Area
from dap_tui.tui.commands import Command, is_always_shown
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.text import width_of


def paint_footer(area: Area, commands: Sequence[Command], glyphs: Glyphs, press: Callable[[Command], None]) -> None:
    """Paint the footer; a click on a key presses it."""
    gap = 3 if area.width >= 100 else 2
    labels = [(each, glyphs.key(each.footer_key or each.shown), glyphs.text(each.footer)) for each in commands]

    def size(label: tuple[Command, str, str]) -> int:
        return width_of(label[1]) + 1 + width_of(label[2]) + gap

    room = area.width - 4 + gap
    kept = [label for label in labels if is_always_shown(label[0])]
    room -= sum(size(label) for label in kept)
    for label in labels:
        if label not in kept:
            if size(label) > room:
                break
            room -= size(label)
            kept.append(label)
    x = 2
    for command, key, words in (label for label in labels if label in kept):
        start = x
        x = area.put(area.put(x, 0, key, SOFT) + 1, 0, words, QUIET)
        area.answer(partial(press, command), start, 0, x - start)
        x += gap
