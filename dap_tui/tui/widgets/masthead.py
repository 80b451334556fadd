"""The head of every screen: whose figures, how they stand (which is also the key to the shapes), where one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from dap_tui.look import DECISION, EARLIER, LATER, STATUS
from dap_tui.measure import Status
from dap_tui.narrative import Decision
from dap_tui.tui.canvas import ACCENT, AMBER, FAINT, QUIET, SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.text import cut, width_of

ROOMY = 30
"""From this height on there are blank lines between the parts of a screen."""
_MORE = 3
"""The cells that are kept at an end beyond which there are more tabs."""
_TALLIED = (Status.RED, Status.AMBER, Status.GREEN, Status.DATA_ONLY, Status.NO_DATA, Status.HIDDEN)


class Tab(NamedTuple):
    """A view's name, and how many things wait in it; `wants` where they want a person."""

    view: str
    title: str
    waiting: int = 0
    wants: bool = False


class Masthead(NamedTuple):
    """All that it says. `tally` is None while it is being counted."""

    partnership: str
    period: str
    tally: Mapping[Status, int] | None
    undecided: int
    tabs: Sequence[Tab]
    current: str
    open_view: Callable[[str], None]
    turn: Callable[[int], None]
    earlier: bool
    later: bool


def masthead_height(height: int) -> int:
    """Four lines, three where there are fewer than 30."""
    return 4 if height >= ROOMY else 3


def paint_masthead(area: Area, head: Masthead, glyphs: Glyphs) -> None:
    """Paint it on an area of `masthead_height`."""
    tabs_row = area.height - 2
    wide = area.width >= 100
    name = glyphs.text(head.partnership)
    tally = _tally(head, glyphs)
    gap = 3 if wide else 2
    taken = width_of(name) + width_of(head.period) + 10
    if not wide and taken + _tally_width(tally, gap, words=False) > area.width - 2:
        gap = 1
    words = wide and width_of(name) + _tally_width(tally, gap, words=True) + 6 <= area.width
    left = _paint_tally(area, tally, gap, words=words)
    row = tabs_row if wide else 0
    right = area.width - 2 if wide else left - 2
    start = _paint_period(area, head, glyphs, right, row)
    room = (left if wide else start) - 4
    if room >= 12:
        area.put(2, 0, cut(name, room), STRONG)
    _paint_tabs(area, head, tabs_row, start if wide else area.width)


class _Count(NamedTuple):
    """A shape, how many, their word, and the shape's ink."""

    shape: str
    number: str
    word: str
    ink: Ink
    number_ink: Ink


def _tally(head: Masthead, glyphs: Glyphs) -> list[_Count]:
    if head.tally is None:
        return [_Count(" ", "", glyphs.text("counting…"), QUIET, QUIET)]
    counts = []
    for status in _TALLIED:
        count = head.tally[status]
        if count or status not in {Status.NO_DATA, Status.HIDDEN}:
            shape, ink, _ = glyphs.status(status, count=count)
            counts.append(_Count(shape, f"{count}", STATUS[status].word, ink, QUIET if ink == QUIET else TEXT))
    ink = AMBER if head.undecided else QUIET
    shape = glyphs.shape(DECISION[Decision.UNDECIDED])
    counts.append(_Count(shape, f"{head.undecided}", "undecided", ink, TEXT if head.undecided else QUIET))
    return counts


def _tally_width(tally: Sequence[_Count], gap: int, *, words: bool) -> int:
    size = sum(2 + len(each.number) + (1 + len(each.word) if words else 0) + gap for each in tally)
    return size - gap


def _paint_tally(area: Area, tally: Sequence[_Count], gap: int, *, words: bool) -> int:
    start = x = area.width - 2 - _tally_width(tally, gap, words=words)
    for each in tally:
        area.put(x, 0, each.shape, each.ink)
        x = area.put(x + 2, 0, each.number, each.number_ink)
        if words:
            x = area.put(x + 1, 0, each.word, QUIET)
        x += gap
    return start


def _paint_period(area: Area, head: Masthead, glyphs: Glyphs, end: int, row: int) -> int:
    text = glyphs.text(head.period)
    area.sign(end - 1, row, LATER, SOFT if head.later else FAINT)
    start = end - 2 - width_of(text)
    area.put(start, row, text, TEXT)
    area.sign(start - 2, row, EARLIER, SOFT if head.earlier else FAINT)
    area.answer(lambda: head.turn(-1), start - 3, row, 3)
    area.answer(lambda: head.turn(1), end - 2, row, 3)
    return start - 2


def _paint_tabs(area: Area, head: Masthead, row: int, end: int) -> None:
    area.rule(row + 1, 0)
    room, wanted = end - 4, 3 if area.width >= 100 else 2
    gap = next((each for each in (wanted, 1) if _size(head.tabs, each) <= room), wanted)
    first, last = _in_sight(head, room, gap)
    more, x = ".." if area.canvas.ascii else "…", 2
    if first:
        area.put(x, row, more, QUIET)
        area.answer(partial(head.open_view, head.tabs[first - 1].view), x, row, _MORE)
        x += _MORE
    for tab in head.tabs[first:last]:
        is_current = tab.view == head.current
        start = x
        x = area.put(x, row, tab.title, STRONG if is_current else SOFT)
        x = area.put(x, row, _waiting(tab), AMBER if tab.wants else QUIET)
        area.answer(partial(head.open_view, tab.view), start, row, x - start)
        if is_current:
            area.rule(row + 1, start, x - start, ACCENT, "━")
        x += gap
    if last < len(head.tabs):
        area.put(x - gap + 1, row, more, QUIET)
        area.answer(partial(head.open_view, head.tabs[last].view), x - gap, row, _MORE)


def _waiting(tab: Tab) -> str:
    return f" {tab.waiting}" if tab.waiting else ""


def _size(tabs: Sequence[Tab], gap: int) -> int:
    return sum(len(tab.title) + len(_waiting(tab)) + gap for tab in tabs) - gap


def _in_sight(head: Masthead, room: int, gap: int) -> tuple[int, int]:
    """The first tab that is shown and the one after the last: all, or as many whole ones about the current as fit."""
    at = next((at for at, tab in enumerate(head.tabs) if tab.view == head.current), 0)
    first, last = at, at + 1

    def fits(first: int, last: int) -> bool:
        marks = _MORE * (first > 0) + _MORE * (last < len(head.tabs))
        return _size(head.tabs[first:last], gap) + marks <= room

    while True:
        if last < len(head.tabs) and fits(first, last + 1):
            last += 1
        elif first and fits(first - 1, last):
            first -= 1
        else:
            return first, last
