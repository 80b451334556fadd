"""The columns of Overview, and in them what got worse and what got better, where there is room for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dap_tui.measure import Judgement
from dap_tui.narrative import Decision
from dap_tui.tui.views.marks import key_to
from dap_tui.tui.views.overview_parts import MOST, OverviewParts
from dap_tui.tui.views.overview_words import called, pair_of
from dap_tui.tui.widgets.row import Heading
from dap_tui.tui.widgets.scroller import Blank, Block

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.tui.session import Session

_MOVED: Final = {Judgement.WORSENING: "Got worse", Judgement.IMPROVING: "Got better"}
_FEWEST: Final = 3
"""Fewer than so many are not worth a list of their own, unless they are all."""
_KEY_LINES: Final = 2


class OverviewColumns:
    """Lays the parts of Overview out."""

    def __init__(self, session: Session) -> None:
        """The session's assessment is worked out in full."""
        self._session, self._parts = session, OverviewParts(session)

    def one(self, end: int) -> list[Block]:
        """All of it in one column, with what moved at its end."""
        listed: list[Position] = []
        blocks = [*self._parts.left(end), *self._parts.right(end, above=1)]
        for judgement in _MOVED:
            found = self._that(judgement)
            listed += found[:MOST]
            blocks += self._moved(judgement, found, end, MOST) if found else []
        return [*blocks, *self._key(end, listed), Blank()]

    def two(self, left_end: int, right_end: int, room: int) -> tuple[list[Block], list[Block]]:
        """The left and right column, of `room` lines each.

        What moved is listed in the shorter of them if all of it fits, else in the other if it fits there, else in the
        right one as far as there is room. What goes to the board is listed where room is left for it.
        """
        left, right = self._parts.left(left_end), self._parts.right(right_end)
        moved: list[Block] = []
        listed: list[Position] = []
        for judgement in _MOVED:
            found = self._that(judgement)
            room_left = room - _height(left, left_end) - _KEY_LINES
            room_right = room - _height((*right, *moved), right_end)
            beside, most = self._fitted(judgement, found, right_end, room_right)
            whole, fits = self._fitted(judgement, found, left_end, room_left)
            if found and fits == len(found) and (room_left > room_right or most < len(found)):
                left += whole
                listed += found
            else:
                moved += beside
                listed += found[:most]
        reported = self._parts.reported(left_end)
        if _height((*left, *reported), left_end) + _KEY_LINES <= room:
            left += reported
            listed += [each for each in self._session.assessment.positions if each.decision is Decision.REPORT]
        return [*left, *self._key(left_end, listed)], self._parts.right(right_end, moved)

    def _that(self, judgement: Judgement) -> list[Position]:
        return [each for each in self._session.assessment.positions if each.travel.judgement is judgement]

    def _fitted(self, judgement: Judgement, found: Sequence[Position], end: int, room: int) -> tuple[list[Block], int]:
        """As many of them as fit, where that is all or at least three; and how many these are."""
        for most in range(min(len(found), room), min(len(found), _FEWEST) - 1, -1):
            blocks = self._moved(judgement, found, end, most)
            if most and _height(blocks, end) <= room:
                return blocks, most
        return [], 0

    def _moved(self, judgement: Judgement, found: Sequence[Position], end: int, most: int) -> list[Block]:
        """Indicators that moved one way, so many of them, each with its figures before and now."""
        session, heading = self._session, _MOVED[judgement]
        since = {each.travel.period for each in found}
        before = called(session, next(iter(since))) if len(since) == 1 else ""
        items: list[Block] = []
        for each in found[:most]:
            pair = pair_of(session, each, each.travel.period)
            when = "" if before else f"{called(session, each.travel.period)}  "
            items.append(self._parts.item("moved", each, end, ("", f"{when}{pair}")))
        words = session.glyphs.text(f"{heading} since {before}" if before else heading)
        return [Heading(words, 2, end, str(len(found))), *items, *self._parts.more(found, "Sources", end, most)]

    def _key(self, end: int, listed: Sequence[Position]) -> list[Block]:
        key = key_to(self._session, self._parts.marks(listed), 2, end)
        return [Blank(), *key] if key else []


def _height(blocks: Sequence[Block], end: int) -> int:
    return sum(each.height(end) for each in blocks)
