"""The keys of where one is, the key to the signs, and the terms of the glossary."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dap_tui.look import (
    ACTUAL,
    ARROW,
    BEYOND,
    DECISION,
    HAS_NOTE,
    JUDGEMENT,
    LAST_YEAR,
    NO_FIGURE,
    POINT,
    POLARITY,
    RANGE,
    SPECIAL_CAUSE,
    STATUS,
    TARGET,
    TREND,
    Look,
    mark_in_words,
    symbol_in_words,
)
from dap_tui.measure import Arrow, Judgement, Mark, Polarity, Symbol
from dap_tui.period import Quarter
from dap_tui.tui.canvas import LINE, SOFT, TEXT, Area, Ink
from dap_tui.tui.commands import commands_of
from dap_tui.tui.text import wrapped
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.parts import Beside, Marked
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Blank, Block

if TYPE_CHECKING:
    from dap_tui.tui.navigation import Navigation

_TWO_COLUMNS = 110
_KEY = 10


class KeyLine(NamedTuple):
    """A key and what it does."""

    keys: str
    words: str
    x: int
    end: int
    key: None = None

    def height(self, width: int) -> int:  # noqa: ARG002 # its own width was given
        """Its lines."""
        return len(wrapped(self.words, self.end - self.x - _KEY))

    def paint(self, area: Area, *, chosen: bool) -> None:  # noqa: ARG002 # it is never chosen
        """Paint it."""
        area.put(self.x, 0, self.keys, TEXT)
        for y, text in enumerate(wrapped(self.words, self.end - self.x - _KEY)):
            area.put(self.x + _KEY, y, text, SOFT)


class HelpView(View):
    """Help, over the view it is asked for in."""

    name = "help"

    def __init__(self, navigation: Navigation) -> None:
        """The navigation knows where one is."""
        super().__init__(navigation.session)
        self._navigation = navigation

    @property
    def _under(self) -> str:
        return self._navigation.below

    def depends_on(self) -> tuple[Hashable, ...]:
        """The view whose keys are said."""
        return (self._under,)

    def make(self, width: int) -> Sequence[Block]:
        """Keys at the left, signs and terms at the right."""
        if width < _TWO_COLUMNS:
            return [*self._keys(2, width - 2), *self._signs(2, width - 2), *self._terms(2, width - 2), Blank()]
        middle = width // 2
        right = [*self._signs(middle + 2, width - 2), *self._terms(middle + 2, width - 2)]
        return [Beside((self._keys(2, middle - 3), right)), Blank()]

    def _keys(self, x: int, end: int) -> list[Block]:
        glyphs, text = self.session.glyphs, self.session.glyphs.text
        names = {**dict(self._navigation.titles), "words": "Words of the report"}
        here = names.get(self._under, self._under.capitalize())
        commands = commands_of(self._under, in_years=not isinstance(self.session.period, Quarter))
        lines = [KeyLine(glyphs.key(each.shown), text(each.words), x, end) for each in commands]
        return [Heading(f"Keys in {here}", x, end, "esc closes"), *lines]

    def _signs(self, x: int, end: int) -> list[Block]:
        glyphs = self.session.glyphs
        signs: list[tuple[str, Ink, str]] = [self._sign(look) for look in STATUS.values()]
        signs += [self._sign(look) for look in DECISION.values()]
        signs += [(glyphs.shape(ARROW[each]) or " ", TEXT, ARROW[each].word) for each in Arrow]
        signs += [self._sign(look) for look in (NO_FIGURE, HAS_NOTE)]
        signs += [self._sign(look) for look in (ACTUAL, TARGET, LAST_YEAR, *RANGE, BEYOND)]
        signs += [self._sign(look) for look in (POINT, *SPECIAL_CAUSE.values())]
        signs += [(glyphs.shape(TREND[at]), LINE, f"{TREND[at].word}, on its own range") for at in (0, 3, -1)]
        lines: list[Block] = [Marked(sign, ink, glyphs.text(words), x, end, ink=SOFT) for sign, ink, words in signs]
        words = [f"{JUDGEMENT[each].short}: {JUDGEMENT[each].word}" for each in Judgement if JUDGEMENT[each].short]
        words += [f"{POLARITY[each].short}: {POLARITY[each].word}" for each in Polarity]
        words += [symbol_in_words(each) for each in Symbol]
        words += [mark_in_words(each) for each in Mark]
        words.append("trend: the last eight quarters; of a running total, each quarter’s own figure")
        words.append("~ last good figure: the file cannot be read just now")
        return [Heading("Signs", x, end), *lines, *(Line(glyphs.text(each), x + 2, end, SOFT) for each in words)]

    def _sign(self, look: Look) -> tuple[str, Ink, str]:
        return self.session.glyphs.shape(look), Ink(look.colour), look.word

    def _terms(self, x: int, end: int) -> list[Block]:
        glossary = self.session.assessment.catalogue.glossary
        if not glossary:
            return []
        text = self.session.glyphs.text
        terms = [Line(text(f"{term}: {means}"), x, end, SOFT) for term, means in glossary.items()]
        return [Heading("Terms", x, end, text("of the catalogue’s glossary")), *terms]
