"""A column of blocks of any height, one of which may be chosen; only what is in sight is painted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol

from dap_tui.tui.canvas import ACCENT, FAINT, Area


class Block(Protocol):
    """Something to be painted in a column. Its key is None where it cannot be chosen."""

    @property
    def key(self) -> Hashable | None:
        """What it stays known by when the figures are read again."""

    def height(self, width: int) -> int:
        """How many lines it takes."""

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Paint it on an area of its own height."""


class Blank(NamedTuple):
    """Empty lines."""

    lines: int = 1
    key: None = None

    def height(self, width: int) -> int:  # noqa: ARG002 # it has the same height at any width
        """How many."""
        return self.lines

    def paint(self, area: Area, *, chosen: bool) -> None:
        """Nothing."""


class Scroller:
    """Keeps which block is chosen and how far the column is scrolled, through changes of the blocks."""

    def __init__(self, opens: Callable[[Hashable], None] | None = None) -> None:
        """`opens` is called with a block's key when it is clicked once chosen."""
        self.cursor: Hashable | None = None
        self.top = 0
        self._opens = opens
        self._blocks: Sequence[Block] = ()
        self._starts: list[int] = [0]
        self._place = 0
        self._room = 1
        self._laid: tuple[int, int] | None = None
        self._follow = True

    @property
    def lines(self) -> int:
        """The height of the whole column, once it is laid out."""
        return self._starts[-1]

    def lay(self, blocks: Sequence[Block], width: int) -> int:
        """Take these blocks at this width; gives the height of the whole column."""
        if self._laid != (id(blocks), width) or blocks is not self._blocks:
            self._blocks, self._laid = blocks, (id(blocks), width)
            self._starts = [0, *accumulate(block.height(width) for block in blocks)]
            self._settle()
        return self.lines

    def _settle(self) -> None:
        """Keep to the chosen block; where it is gone, to the one now in its place."""
        chosen = self._choices()
        if not chosen:
            self.cursor, self._place = None, 0
            return
        keys = [self._blocks[index].key for index in chosen]
        self._place = keys.index(self.cursor) if self.cursor in keys else min(self._place, len(keys) - 1)
        self.cursor = keys[self._place]
        self._follow = True

    def _choices(self) -> list[int]:
        return [index for index, block in enumerate(self._blocks) if block.key is not None]

    def paint(self, area: Area, *, focused: bool = True, marked: bool = True) -> None:
        """Paint what is in sight; `lay` comes first. Not `marked`, nothing is shown as chosen."""
        self._room = area.height
        if self._follow:
            self._bring_into_sight()
        self.top = max(0, min(self.top, self.lines - area.height))
        index = max(bisect_right(self._starts, self.top) - 1, 0)
        while index < len(self._blocks) and self._starts[index] - self.top < area.height:
            self._paint_block(area, index, focused=focused, marked=marked)
            index += 1

    def _paint_block(self, area: Area, index: int, *, focused: bool, marked: bool) -> None:
        block, y = self._blocks[index], self._starts[index] - self.top
        part = area.part(0, y, area.width, self._starts[index + 1] - self._starts[index])
        chosen = marked and block.key is not None and block.key == self.cursor
        if chosen:
            part.fill("sel")
        block.paint(part, chosen=chosen and focused)
        if chosen:
            for line in range(part.height):
                part.put(0, line, "▌", ACCENT if focused else FAINT)
            if focused:
                area.stand(max(y, 0))
        if block.key is not None:
            self._answer(part, block.key)

    def _answer(self, part: Area, key: Hashable) -> None:
        opens = self._opens
        again = None if opens is None else lambda: opens(key)
        part.answer(lambda: self.choose(key), height=part.height, again=again)

    def _bring_into_sight(self) -> None:
        self._follow = False
        chosen = self._choices()
        if not chosen:
            return
        index = chosen[self._place]
        first = 0 if self._place == 0 else self._starts[index]
        last = self.lines if self._place == len(chosen) - 1 else self._starts[index + 1]
        # What leads to the first row and what stands under the last is shown with it, where there is room.
        if last - self._starts[index] > self._room:
            last = self._starts[index + 1]
        if self._starts[index + 1] - first > self._room:
            first = self._starts[index]
        self.top = max(min(self.top, first), last - self._room)
        self.top = min(self.top, self._starts[index])

    def choose(self, key: Hashable) -> bool:
        """Choose the block of that key; False where there is none."""
        chosen = self._choices()
        keys = [self._blocks[index].key for index in chosen]
        if key not in keys:
            return False
        self._place, self.cursor, self._follow = keys.index(key), key, True
        return True

    def want(self, key: Hashable) -> None:
        """Choose the block of that key when blocks are next laid out."""
        self.cursor, self._laid, self._follow = key, None, True

    def move(self, by: int) -> None:
        """Choose the block so many further down (up where negative); scroll where none can be chosen."""
        chosen = self._choices()
        if not chosen:
            self.scroll(by)
            return
        self._place = max(0, min(self._place + by, len(chosen) - 1))
        self.cursor, self._follow = self._blocks[chosen[self._place]].key, True

    def page(self, by: int) -> None:
        """Choose a block a screen further down (up where negative)."""
        chosen = self._choices()
        if not chosen:
            self.scroll(by * max(self._room - 1, 1))
            return
        wanted = self._starts[chosen[self._place]] + by * max(self._room - 1, 1)
        step = 1 if by > 0 else -1
        place = self._place + step
        while 0 <= place + step < len(chosen) and (self._starts[chosen[place + step]] - wanted) * step <= 0:
            place += step
        self.move(place - self._place)

    def to_end(self, *, last: bool) -> None:
        """Choose the first block, or the last."""
        self.move(len(self._blocks) if last else -len(self._blocks))
        if not self._choices():
            self.top = self.lines if last else 0

    def scroll(self, by: int) -> None:
        """Move what is in sight, and leave what is chosen."""
        self.top, self._follow = self.top + by, False

    @property
    def count(self) -> tuple[int, int]:
        """Which of how many is chosen, from 1; (0, 0) where none can be."""
        total = len(self._choices())
        return (self._place + 1, total) if total else (0, 0)

    @property
    def is_more_below(self) -> bool:
        """Whether anything is out of sight below."""
        return self.top + self._room < self.lines
