"""What a reader can work with: cells, the sums that tie them together, and what statuses and arrows say.

A table holds one family of indicators. Its values are the true ones; where a partner sent a symbol the true
value is unknown, and any that agrees with the sums will do, since the reader knows no better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dap_tui.disclosure.cell import Cell

Number = int | Decimal
Move = Mapping[int, int]
"""How far each entry moves, up or down by one: the difference between two tables that a reader cannot tell apart."""

FIXED = -1
"""Stands for an entry that never moves: a nought, `[z]`."""

MISSING = -2
"""Stands for a figure that nobody sent."""


class Statement:
    """A status or an arrow that is shown, of some entries."""

    __slots__ = ("_holds", "_known", "entries")

    def __init__(self, entries: tuple[int, ...], holds: Callable[[tuple[Number, ...]], bool]) -> None:
        """`holds` says of the entries, each moved by so much, whether it would be the same."""
        self.entries = entries
        self._holds = holds
        self._known: dict[tuple[Number, ...], bool] = {}

    def holds(self, by: tuple[Number, ...]) -> bool:
        """Whether it is still true of entries that are moved by so much from what they truly are."""
        if by not in self._known:
            self._known[by] = self._holds(by)
        return self._known[by]

    def after(self, move: Move, off: Mapping[int, Number]) -> bool:
        """Whether it is still true after a move; `off` is how far entries are from what they truly are already."""
        if off:
            return self.holds(tuple([move.get(entry, 0) + off.get(entry, 0) for entry in self.entries]))
        return self.holds(tuple([move.get(entry, 0) for entry in self.entries]))


@dataclass(eq=False)
class Table:
    """Entries by number, each list with one place an entry.

    `low` and `high` are the catalogue's bounds; a hidden count is at least 1, since noughts are printed.
    `movable` entries are unknown to the reader. `guarded` ones are hidden cells, each of which needs another
    possible value. `up` and `down` say whether the bounds, and what is said of it alone, leave room for a step.
    `drags` counts the percentages that would be hidden with it. `off` is how far a hidden entry is held from its true
    value, where returns do not add up and a reader who takes them to would think it another.
    """

    at: dict[Cell, int] = field(default_factory=dict)
    value: list[Number] = field(default_factory=list)
    low: list[Number] = field(default_factory=list)
    high: list[Number | None] = field(default_factory=list)
    step: list[int] = field(default_factory=list)
    known: list[bool] = field(default_factory=list)
    movable: list[bool] = field(default_factory=list)
    guarded: list[bool] = field(default_factory=list)
    hideable: list[bool] = field(default_factory=list)
    drags: list[int] = field(default_factory=list)
    up: list[bool] = field(default_factory=list)
    down: list[bool] = field(default_factory=list)
    sums: list[tuple[tuple[int, int], ...]] = field(default_factory=list)
    in_sums: list[list[tuple[int, int]]] = field(default_factory=list)
    statements: list[list[Statement]] = field(default_factory=list)
    off: dict[int, Number] = field(default_factory=dict)

    def add(self, step: int, value: Number | None, low: Number, high: Number | None = None, *, drags: int = 0) -> int:
        """A new entry, shown where its value is known, else unknown to all; its number."""
        known = value is not None
        held = low if value is None else value
        if high is not None and held > high:
            high = None
        self.value.append(held)
        self.low.append(min(low, held))
        self.high.append(high)
        self.step.append(step)
        self.known.append(known)
        self.movable.append(not known)
        self.guarded.append(False)
        self.hideable.append(known)
        self.drags.append(drags)
        self.up.append(high is None or held + 1 <= high)
        self.down.append(held - 1 >= low)
        self.in_sums.append([])
        self.statements.append([])
        return len(self.value) - 1

    def add_still(self, step: int, value: Number) -> int:
        """A number that stands in a sum and in no report, and that nothing moves."""
        entry = self.add(step, value, value, value)
        self.hideable[entry] = False
        return entry

    def unbind(self, entry: int) -> None:
        """Lets an entry have any value."""
        self.low[entry], self.high[entry] = Decimal("-Infinity"), None
        self.look_for_room(entry)

    def look_for_room(self, entry: int) -> None:
        """Sets whether the bounds of an entry leave room above and below."""
        value, high = self.value[entry], self.high[entry]
        self.up[entry] = high is None or value + 1 <= high
        self.down[entry] = value - 1 >= self.low[entry]

    def narrow(self, entry: int, low: Number | None, high: Number | None) -> None:
        """Leaves an entry whose value is unknown no more than from `low` to `high`."""
        least = max(each for each in (self.low[entry], low) if each is not None)
        most = min((each for each in (self.high[entry], high) if each is not None), default=None)
        if most is None or least <= most:
            self.low[entry], self.high[entry] = least, most
            self.value[entry] = max(least, self.value[entry])
            self.look_for_room(entry)

    def hide(self, entry: int) -> None:
        """Hides an entry, which from now on needs another possible value."""
        self.movable[entry] = self.guarded[entry] = True

    def show(self, entry: int) -> None:
        """Shows it again."""
        self.movable[entry] = self.guarded[entry] = False

    def tie(self, terms: Sequence[tuple[int, int]]) -> int:
        """A sum that a reader will know: entries with +1 or −1, which moves leave as it is; its number.

        What it comes to does not matter: returns that do not add up leave a reader the same room.
        """
        self.sums.append(tuple(terms))
        return len(self.sums) - 1

    def left_over(self, at: int) -> Number:
        """By how much a sum does not add up, as entries are held."""
        value = self.value
        return sum([sign * value[each] for each, sign in self.sums[at]])

    def adds_up(self, at: int) -> bool:
        """Whether a sum does as it was returned; one with what nobody here knows may."""
        off = self.off
        return self.left_over(at) == (sum(sign * off.get(each, 0) for each, sign in self.sums[at]) if off else 0)

    def is_belied(self, at: int) -> bool:
        """Whether a reader sees that a sum does not hold: nothing that the hidden figures could be makes it.

        A figure may be out of the catalogue's bounds, and a reader who sees that takes it for what the sum says.
        """
        if self.adds_up(at):
            return False
        least: Number = 0
        most: Number = 0
        for entry, sign in self.sums[at]:
            low, high = self.value[entry], self.value[entry]
            if self.movable[entry]:
                low, high = min(self.low[entry], 1), Decimal("Infinity")
            least += low if sign > 0 else -high
            most += high if sign > 0 else -low
        return least > 0 or most < 0

    def is_doubtful(self, at: int) -> bool:
        """Whether a sum that is known does not add up, even as hidden figures seem to a reader."""
        return self.left_over(at) != 0 and any(
            self.movable[each] and (at, sign) in self.in_sums[each] for each, sign in self.sums[at]
        )

    def learn(self, at: int) -> None:
        """A sum that a reader knows from now on."""
        for entry, sign in self.sums[at]:
            self.in_sums[entry].append((at, sign))

    def state(self, statement: Statement) -> None:
        """Something said that a reader knows from now on."""
        for entry in statement.entries:
            self.statements[entry].append(statement)
        if len(statement.entries) == 1:
            (entry,) = statement.entries
            self.up[entry] = self.up[entry] and statement.holds((1,))
            self.down[entry] = self.down[entry] and statement.holds((-1,))

    def withdraw(self, statement: Statement) -> None:
        """Takes back what was said last of its entries."""
        for entry in statement.entries:
            self.statements[entry].remove(statement)
        if len(statement.entries) == 1:
            (entry,) = statement.entries
            self.look_for_room(entry)
            for other in self.statements[entry]:
                if len(other.entries) == 1:
                    self.up[entry] = self.up[entry] and other.holds((1,))
                    self.down[entry] = self.down[entry] and other.holds((-1,))


def hanging_together(table: Table, first: Iterable[int]) -> tuple[set[int], set[int]]:
    """The hidden entries that hang together with some, by sums or by what is said of them, and those sums."""
    found, sums = set[int](), set[int]()
    to_go = [entry for entry in first if table.movable[entry]]
    while to_go:
        entry = to_go.pop()
        if entry in found:
            continue
        found.add(entry)
        own = {at for at, _ in table.in_sums[entry]}
        beside = [each for at in own - sums for each, _ in table.sums[at]]
        beside += [each for statement in table.statements[entry] for each in statement.entries]
        to_go += [each for each in beside if table.movable[each]]
        sums |= own
    return found, sums
