"""The palette: every command, quarter, source, priority, indicator and term by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from dap_tui.period import Period, Quarter
from dap_tui.tui.canvas import ACCENT, QUIET, SOFT, STRONG, Area
from dap_tui.tui.commands import commands_of
from dap_tui.tui.views.grouping import by_priority, by_source
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import Line
from dap_tui.tui.widgets.scroller import Block

if TYPE_CHECKING:
    from dap_tui.tui.deeds import Deeds

_MOVING = frozenset({"up", "down", "left", "right", "page_up", "page_down", "first", "last", "palette", "back"})

_STEM: Final = 6
"""Words that begin with the same letters, so many, are forms of one: referrals, referred."""
_WORD: Final = re.compile(r"\w+")
_NOT_FOUND: Final = 3


class Entry(NamedTuple):
    """Something that can be gone to or done."""

    kind: str
    words: str
    keys: str
    act: Callable[[], object]


class Palette(View):
    """A field, and what has its words."""

    name = "palette"

    def __init__(self, deeds: Deeds) -> None:
        """The deeds do what is chosen."""
        super().__init__(deeds.session)
        self._deeds = deeds
        self._typed = ""

    def depends_on(self) -> tuple[Hashable, ...]:
        """What was typed, and where one is."""
        return (self._typed, self.session.view, self.session.opened)

    def entries(self) -> list[Entry]:
        """Everything there is, commands first."""
        session, deeds = self.session, self._deeds
        under = "indicator" if session.opened else session.view
        found = [
            Entry("command", each.words, each.shown, partial(deeds.do, each))
            for each in commands_of(under, in_years=not isinstance(session.period, Quarter))
            if each.name not in _MOVING
        ]
        periods: list[Period] = list(reversed(session.reading.workspace.returns.periods))
        found += [Entry("period", each.shown, "", partial(deeds.turn_to, each)) for each in periods]
        assessment = session.assessment
        for view, groups in (("sources", by_source(assessment)), ("priorities", by_priority(assessment))):
            found += [
                Entry("source" if view == "sources" else each.id.split(":")[0], each.heading, "",
                      partial(deeds.open_table, view, each.id))
                for each in groups
            ]  # fmt: skip
        found += [
            Entry("indicator", each.indicator.title, each.indicator.code or "",
                  partial(deeds.open_indicator, each.indicator.id))
            for each in assessment.positions
        ]  # fmt: skip
        found += [
            Entry("term", f"{term}: {means}", "", partial(self._say, f"{term}: {means}"))
            for term, means in assessment.catalogue.glossary.items()
        ]
        return found

    def _say(self, words: str) -> None:
        self.session.message = words

    def make(self, width: int) -> Sequence[Block]:
        """What has all the words that were typed: what begins with them, what has them, what is of their stem."""
        words = self._typed.casefold().split()
        text, end = self.session.glyphs.text, min(width - 2, 100)
        ranked = [(_rank(entry, words), index, entry) for index, entry in enumerate(self.entries())]
        ranked.sort(key=lambda each: each[0])
        found = [(index, entry) for rank, index, entry in ranked if rank < _NOT_FOUND]
        rows: list[Block] = [
            Item(index, " ", QUIET, text(entry.words), end, text(f"{entry.keys}  {entry.kind}".strip()), ink=SOFT)
            for index, entry in found
        ]
        return rows or [Line("Nothing has that name.", 4, end)]

    def types(self, key: str) -> bool:
        """Letters are typed; everything else is a key."""
        if key == "backspace":
            self._typed = self._typed[:-1]
        elif key == "ctrl+u":
            self._typed = ""
        elif len(key) == 1:
            self._typed += key
        else:
            return False
        self.scroller.to_end(last=False)
        self.scroller.want(None)
        return True

    def paint(self, area: Area) -> None:
        """Paint the field and the list."""
        width = min(area.width, 102)
        field = area.part(0, 1, width, 1)
        field.fill("field")
        field.put(0, 0, "▌", ACCENT)
        x = field.put(2, 0, self.session.glyphs.text(self._typed), STRONG)
        field.put(x, 0, "_", ACCENT)
        if not self._typed:
            field.put(x + 2, 0, "a command, a quarter, a source, an indicator, a term", QUIET)
        self.scroller.lay(self.blocks(area.width), area.width)
        self.scroller.paint(area.part(0, 3, width, area.height - 3))

    def opens(self, key: Hashable) -> None:
        """Do it, or go there."""
        entries = self.entries()
        if isinstance(key, int) and key < len(entries):
            self.session.overlay = None
            entries[key].act()

    @property
    def chosen(self) -> None:
        """No indicator is chosen here."""
        return None


def _rank(entry: Entry, words: Sequence[str]) -> int:
    """How well an entry has the words, 0 the best; `_NOT_FOUND` where it lacks one, in any form."""
    said = f"{entry.kind} {entry.words} {entry.keys}".casefold()
    if not words:
        return 0
    if all(word in said for word in words):
        name = entry.words.casefold().lstrip("0123456789. ")
        return 0 if any(each.startswith(words[0]) for each in (name, entry.words.casefold())) else 1
    stems = {each[:_STEM] for each in _WORD.findall(said)}
    is_found = all(word in said or (len(word) >= _STEM and word[:_STEM] in stems) for word in words)
    return 2 if is_found else _NOT_FOUND
