"""The marks that stand after figures, and the key to them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from dap_tui.measure import Mark
from dap_tui.tui.canvas import SOFT, Ink
from dap_tui.tui.widgets.row import Key

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.period import Period
    from dap_tui.tui.session import Session

_WORDS: Final = {
    **{each.value: each.words for each in Mark},
    "c": "hidden in reports",
    "~": "last good figure: the file cannot be read just now",
}


def mark_at(session: Session, position: Position, period: Period) -> str:
    """The mark of an indicator's figure of a period; "" where it has none."""
    return session.mark_of(position.indicator, period, position.figures.at(period))


def signs_of(session: Session, marks: Collection[str]) -> list[tuple[str, Ink, str]]:
    """Those of the marks that there are, each with its words, for a key."""
    return [(mark, SOFT, session.glyphs.text(words)) for mark, words in _WORDS.items() if mark in marks]


def key_to(session: Session, marks: Collection[str], x: int, end: int) -> list[Key]:
    """The key to these marks; nothing where there is none."""
    signs = signs_of(session, marks)
    return [Key(tuple(signs), x, end)] if signs else []
