"""Figures that nobody here knows, a partner's `[c]` or `[x]`: some values for them that agree with every sum.

And hidden figures of returns that do not add up: what a reader who takes them to would think they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dap_tui.disclosure.table import Number, Table

TRIES: Final = 300
"""How many changes are tried to set one sum right."""


def complete(table: Table, sums: Sequence[int]) -> set[int]:
    """Gives unknown entries values by which `sums` and all before them add up, as far as that can be.

    Returns the entries whose value changed. What a partner withheld is above the catalogue's bounds where nothing else
    would do. Where no values do, the returns contradict each other; what is missing is then taken as known to the
    reader, which gives no hidden cell more room.
    """
    changed: set[int] = set()
    to_come = set(sums)
    for at in sums:
        to_come.discard(at)
        if not table.left_over(at):
            continue
        for is_bounded in (True, False):
            changed |= _Change(table, to_come, is_bounded=is_bounded).mend(at)
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
        if not table.left_over(at):
            continue
        change = _Change(table, set(), is_hidden=True)
        shifted = change.mend(at)
        if table.left_over(at):
            change.undo()
        else:
            changed |= shifted
    for entry in changed:
        table.look_for_room(entry)
    return changed


class _Change:
    """Shifts of unknown entries, or of hidden ones, that set a sum right, with what has to follow in all others.

    Sums that are `free` need not stay as they are. What is still to be tried waits in a list: a chain of sums can be
    longer than Python's own stack is deep.
    """

    def __init__(self, table: Table, free: set[int], *, is_hidden: bool = False, is_bounded: bool = True) -> None:
        self.table = table
        self.free = free
        self.is_hidden = is_hidden
        self.is_bounded = is_bounded
        self.done: list[tuple[int, Number]] = []
        self.upset: dict[int, Number] = {}

    def mend(self, at: int) -> set[int]:
        """Sets a sum right at once or in ever smaller parts, as far as that can be; the entries shifted."""
        part = left = self.table.left_over(at)
        while left and part:
            if self._lower(at, part):
                left -= part
                part = left
            else:
                part = int(part / 2)
        return {entry for entry, _ in self.done}

    def undo(self) -> None:
        """Takes everything back."""
        self._take_back(0)

    def _lower(self, at: int, by: Number) -> bool:
        """Whether what a sum has left over can be made less by so much; where it cannot, nothing is done."""
        first, in_sums = len(self.done), self.table.in_sums
        self.upset = {at: by}
        ways = [sorted(self._ways(at, first), key=lambda way: -len(in_sums[way[0]]))]
        for _ in range(TRIES):
            while not ways[-1]:
                ways.pop()
                if not ways:
                    return False
                self._take_back(len(self.done) - 1)
            entry, by = ways[-1].pop()
            if not self._has_room(entry, by):
                continue
            self.done.append((entry, by))
            self._shift(entry, by)
            if not self.upset and self._agrees(first):
                return True
            upset = min(self.upset, key=lambda each: len(self.table.sums[each]), default=None)
            ways.append([] if upset is None else self._ways(upset, first))
        self._take_back(first)
        return False

    def _ways(self, at: int, first: int) -> list[tuple[int, Number]]:
        """How each entry that is not shifted yet would have to be to set a sum right; the first to be tried last."""
        shifted = {entry for entry, _ in self.done[first:]}
        return [
            (entry, -sign * self.upset[at])
            for entry, sign in reversed(self.table.sums[at])
            if entry not in shifted and (self.table.movable[entry] if self.is_hidden else not self.table.known[entry])
        ]

    def _has_room(self, entry: int, by: Number) -> bool:
        value, high = self.table.value[entry] + by, self.table.high[entry]
        if high is not None and value > high and not self.is_bounded:
            self.table.high[entry] = high = None
        return value >= self.table.low[entry] and (high is None or value <= high)

    def _agrees(self, first: int) -> bool:
        """Whether all that was said of hidden entries that were shifted still holds."""
        if not self.is_hidden:
            return True
        said = {id(each): each for entry, _ in self.done[first:] for each in self.table.statements[entry]}
        return all(each.after({}, self.table.off) for each in said.values())

    def _take_back(self, first: int) -> None:
        while len(self.done) > first:
            entry, by = self.done.pop()
            self._shift(entry, -by)

    def _shift(self, entry: int, by: Number) -> None:
        table = self.table
        table.value[entry] += by
        if table.known[entry]:
            table.off[entry] = table.off.get(entry, 0) + by
            if not table.off[entry]:
                del table.off[entry]
        for at, sign in table.in_sums[entry]:
            if at not in self.free:
                left = self.upset.pop(at, 0) + sign * by
                if left:
                    self.upset[at] = left
