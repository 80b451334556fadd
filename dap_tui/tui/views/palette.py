"""The palette: every command, quarter, year, source, priority, indicator, action, finding and term by name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from dap_tui.period import Period, Quarter
from dap_tui.tui.canvas import ACCENT, QUIET, SOFT, STRONG, Area
from dap_tui.tui.commands import commands_of
from dap_tui.tui.matching import NOT_FOUND, rank
from dap_tui.tui.views.checks import Checks
from dap_tui.tui.views.grouping import by_priority, by_source
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import Line
from dap_tui.tui.widgets.scroller import Block

if TYPE_CHECKING:
    from dap_tui.finding import Finding
    from dap_tui.tui.deeds import Deeds

_MOVING = frozenset({"up", "down", "left", "right", "page_up", "page_down", "first", "last", "palette", "back"})
_MOST: Final = 200
"""How many are listed; the rest is counted."""


class Entry(NamedTuple):
    """Something that can be gone to or done."""

    kind: str
    words: str
    keys: str
    act: Callable[[], object]
    also: str = ""

    def rank(self, words: Sequence[str]) -> int:
        """How well it has the words; its kind and keys count too, and what else it is called."""
        return rank(words, f"{self.kind} {self.words} {self.keys} {self.also}".casefold(), self.words.casefold())


class Palette(View):
    """A field, and what has its words."""

    name = "palette"

    def __init__(self, deeds: Deeds) -> None:
        """The deeds do what is chosen."""
        super().__init__(deeds.session)
        self._deeds = deeds
        self._typed = ""
        self._entries: tuple[Hashable, list[Entry]] | None = None

    def depends_on(self) -> tuple[Hashable, ...]:
        """What was typed, where one is, and what check found."""
        return (self._typed, self.session.view, self.session.opened, id(self.session.reading))

    @property
    def entries(self) -> list[Entry]:
        """Everything there is, commands first; gathered anew only when it is another."""
        key = (self.session.key_of(), *self.depends_on()[1:])
        if self._entries is None or self._entries[0] != key:
            self._entries = (key, self._gathered())
        return self._entries[1]

    def _gathered(self) -> list[Entry]:
        session, deeds = self.session, self._deeds
        under = "indicator" if session.opened else session.view
        found = [
            Entry("command", each.words, each.shown, partial(deeds.do, each))
            for each in commands_of(under, in_years=not isinstance(session.period, Quarter))
            if each.name not in _MOVING
        ]
        returned = session.reading.workspace.returns.periods
        periods: list[Period] = [each for each in reversed(returned) if isinstance(each, Quarter)]
        periods += sorted({each.year for each in returned}, reverse=True)
        found += [
            Entry("quarter" if isinstance(each, Quarter) else "year", each.shown, "", partial(deeds.turn_to, each),
                  f"{each.id} period" if isinstance(each, Quarter) else f"{each.id} period annual")
            for each in periods
        ]  # fmt: skip
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
            Entry("action", each.action.title, each.action.owner or "", partial(self._open_action, each.action.id))
            for each in assessment.plan
        ]  # fmt: skip
        found += [
            Entry("finding", f"{each.code} {each.place.file}:{each.place.line} {each.message}", "",
                  partial(self._open_finding, each))
            for each in session.reading.findings
        ]  # fmt: skip
        found += [
            Entry("term", f"{term}: {means}", "", partial(self._say, f"{term}: {means}"))
            for term, means in assessment.catalogue.glossary.items()
        ]
        return found

    def _say(self, words: str) -> None:
        self.session.message = words

    def _open_action(self, action: str) -> None:
        self._deeds.open_view("actions")
        self._deeds.view.choose(("action", action))

    def _open_finding(self, finding: Finding) -> None:
        self._deeds.open_view("checks")
        checks = self._deeds.view
        if isinstance(checks, Checks):
            checks.show(finding)

    def make(self, width: int) -> Sequence[Block]:
        """What has all the words that were typed: what begins with them, what has them, what is of their stem."""
        words = self._typed.casefold().split()
        glyphs, text, end = self.session.glyphs, self.session.glyphs.text, min(width - 2, 100)
        ranked = [(entry.rank(words), index, entry) for index, entry in enumerate(self.entries)]
        found = sorted((each for each in ranked if each[0] < NOT_FOUND), key=lambda each: each[0])
        rows: list[Block] = [
            Item(index, " ", QUIET, text(entry.words), end, f"{glyphs.key(entry.keys)}  {entry.kind}".strip(), ink=SOFT)
            for _, index, entry in found[:_MOST]
        ]
        if len(found) > _MOST:
            rows.append(Line(f"and {len(found) - _MOST} more", 4, end))
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
            field.put(x + 2, 0, "a command, quarter, source, indicator, action, finding or term", QUIET)
        self.scroller.lay(self.blocks(area.width), area.width)
        self.scroller.paint(area.part(0, 3, width, area.height - 3))

    def opens(self, key: Hashable) -> None:
        """Do it, or go there."""
        if isinstance(key, int) and key < len(self.entries):
            entry, self.session.overlay = self.entries[key], None
            entry.act()

    @property
    def chosen(self) -> None:
        """No indicator is chosen here."""
        return None
