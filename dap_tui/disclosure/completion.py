"""Figures that nobody here knows, a partner's `[c]` or `[x]`: some values for them that agree with every sum.

And hidden figures of returns that do not add up: what a reader who takes them to would think they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dap_tui.disclosure.table import Number, Table

TRIES: Final = 300
"""How many changes are tried to set one sum right."""

DEEPEST: Final = 100
"""How many sums a change is followed through, each into the next, before it is given up."""


def complete(table: Table, sums: Sequence[int]) -> set[int]:
    """Gives unknown entries values by which `sums` and all before them add up, as far as that can be.

    Returns the entries whose value changed. Where it cannot be, the returns contradict each other; what is
    missing is then taken as known to the reader, which gives no hidden cell more room.
    """
    changed: set[int] = set()
    to_come = set(sums)
    for at in sums:
        to_come.discard(at)
        terms = table.sums[at]
        unknown = [(entry, sign) for entry, sign in terms if not table.known[entry]]
        unknown.sort(key=lambda term: len(table.in_sums[term[0]]))
        for entry, sign in unknown:
            left = sum((by * table.value[each] for each, by in terms), 0)
            changed |= _shift_up_to(table, to_come | {at}, entry, -sign * left)
    for entry in changed:
        table.look_for_room(entry)
    return changed


def believe(table: Table, sums: Sequence[int]) -> set[int]:
    """Holds hidden entries at other values where that makes `sums` add up that do not; those that it shifts.

    Sums that were settled before stay as they are, and so does what was said. A sum that no values would do for
    is left as it is.
    """
    changed: set[int] = set()
    for at in sums:
        changed |= _believe(table, at)
    for entry in changed:
        table.look_for_room(entry)
    return changed


def _believe(table: Table, at: int) -> set[int]:
    """The entries shifted so that one sum adds up, all at once or several in parts; none where that cannot be."""
    terms = table.sums[at]
    left = sum((by * table.value[each] for each, by in terms), 0)
    hidden = [(entry, sign) for entry, sign in terms if table.movable[entry]] if left else []
    hidden.sort(key=lambda term: len(table.in_sums[term[0]]))
    for entry, sign in hidden:
        change = _Change(table, is_hidden=True)
        if change.shift(entry, -sign * left, {at}) and change.agrees():
            return {each for each, _ in change.done}
        change.undo()
    made: list[_Change] = []
    for entry, sign in hidden:
        part = left
        while left and part:
            change = _Change(table, is_hidden=True)
            if change.shift(entry, -sign * part, {at}):
                made.append(change)
                left -= part
                part = left
            else:
                change.undo()
                part = int(part / 2)
    if not left and all(change.agrees() for change in made):
        return {each for change in made for each, _ in change.done}
    for change in reversed(made):
        change.undo()
    return set()


def _shift_up_to(table: Table, free: set[int], entry: int, by: Number) -> set[int]:
    """Shifts an entry by as much of `by` as its bounds and all sums but `free` ones allow, in ever smaller parts."""
    changed: set[int] = set()
    part = by
    while by and part:
        change = _Change(table)
        if change.shift(entry, part, free):
            changed.update(each for each, _ in change.done)
            by -= part
            part = by
        else:
            change.undo()
            part = int(part / 2)
    return changed


class _Change:
    """A shift of one unknown entry, or hidden one, with what has to follow in other sums."""

    def __init__(self, table: Table, *, is_hidden: bool = False) -> None:
        self.table = table
        self.is_hidden = is_hidden
        self.done: list[tuple[int, Number]] = []
        self.tries = TRIES

    def undo(self) -> None:
        """Takes everything back."""
        while self.done:
            self._take_back()

    def _take_back(self) -> None:
        entry, by = self.done.pop()
        self._hold(entry, -by)

    def _hold(self, entry: int, by: Number) -> None:
        table = self.table
        table.value[entry] += by
        if table.known[entry]:
            table.off[entry] = table.off.get(entry, 0) + by
            if not table.off[entry]:
                del table.off[entry]

    def agrees(self) -> bool:
        """Whether all that was said of what it shifted still holds."""
        said = {id(each): each for entry, _ in self.done for each in self.table.statements[entry]}
        return all(each.after({}, self.table.off) for each in said.values())

    def shift(self, entry: int, by: Number, settled: set[int], depth: int = 0) -> bool:
        """Whether the shift can be made and every sum but `settled` ones be kept as it was."""
        table = self.table
        value, high = table.value[entry] + by, table.high[entry]
        self.tries -= 1
        if self.tries < 0 or value < table.low[entry] or (high is not None and value > high):
            return False
        self._hold(entry, by)
        self.done.append((entry, by))
        return all(self._follow(at, entry, sign * by, settled, depth) for at, sign in table.in_sums[entry])

    def _follow(self, at: int, moved: int, off: Number, settled: set[int], depth: int) -> bool:
        if at in settled:
            return True
        if depth == DEEPEST:
            return False
        so_far = len(self.done)
        for entry, sign in self.table.sums[at]:
            if entry != moved and self._may_shift(entry):
                if self.shift(entry, -sign * off, settled | {at}, depth + 1):
                    return True
                while len(self.done) > so_far:
                    self._take_back()
        return False

    def _may_shift(self, entry: int) -> bool:
        return self.table.movable[entry] if self.is_hidden else not self.table.known[entry]
