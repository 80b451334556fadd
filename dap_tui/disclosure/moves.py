"""Another table that a reader cannot tell from the true one: the proof that a hidden cell is safe.

The shortest way round is looked for first. Where cells stand in more than two sums, or it would belie what was said,
the cell is moved by one, and each sum that no longer adds up is mended with another cell unknown to the reader, depth
first, until all add up again and all that was said still holds. Cells move further than by one where nothing else
does; a search that gives up hides more, never less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dap_tui.disclosure.shortest import shortest
from dap_tui.disclosure.table import Move, Number, Statement, Table

if TYPE_CHECKING:
    from random import Random

STEPS: Final = 600
"""How many moves are tried before a search gives up."""

FARTHEST: Final = 4
"""How far a cell is moved where no moves by one do, as where two cells make a third, and what is said ties them."""

ORDERS: Final = 24
"""In how many other orders a move is looked for where none was found."""

DEAREST: Final = 6
"""The most cells that are looked for at the best price; beyond it, what is found first."""


def proof(table: Table, entry: int) -> Move | None:
    """A move of `entry` that uses only what the reader does not know."""
    if is_alone(table, entry):
        return None
    may_be = False
    for by in (1, -1):
        way = shortest(table, entry, by, None)
        if way is not None and way.is_sure and _broken(table, way.move) is None:
            return way.move
        may_be = may_be or way is not None
    return _Search(table, entry, 0, None, STEPS).run() if may_be else None


def is_alone(table: Table, entry: int) -> bool:
    """Whether a sum has nothing else that the reader does not know, so that there is no move of `entry`."""
    movable, sums = table.movable, table.sums
    for at, _ in table.in_sums[entry]:
        for each, _ in sums[at]:
            if each != entry and movable[each]:
                break
        else:
            return True
    return False


def cheapest(table: Table, entry: int, step: int) -> Move | None:
    """A move of `entry` that may use cells shown in `step` too: the fewest of them, then the smallest, never a nought.

    What it moves of those is to be hidden.
    """
    ways = [way for by in (1, -1) if (way := shortest(table, entry, by, step)) is not None]
    if not ways:
        return None
    best = min(ways, key=lambda way: way.cost)
    if best.is_sure and _broken(table, best.move) is None:
        return best.move
    for price in range(max(1, best.cost[0]), DEAREST + 1):
        found = _Search(table, entry, price, step, STEPS * (1 + price)).run()
        if found is not None:
            return found
    dear = len(table.value)
    return (
        _Search(table, entry, dear, step, STEPS * 50, first=True).run()
        or _Search(table, entry, dear, step, STEPS * 50, first=True, far=FARTHEST).run()
        or _in_other_orders(table, entry, step)
    )


def _in_other_orders(table: Table, entry: int, step: int) -> Move | None:
    """The first move found by short searches that try things in other orders, always the same.

    Where much hangs together, one that goes astray at its first turns spends all its steps on what follows from them.
    """
    from random import Random

    for each in range(ORDERS):
        search = _Search(table, entry, len(table.value), step, STEPS * 4, first=True)
        search.order = Random(each)  # noqa: S311 # no secret: the same each time
        move = search.run()
        if move is not None:
            return move
    return None


def _broken(table: Table, move: Move) -> Statement | None:
    """Something said that a move would belie."""
    off = table.off
    for entry in move:
        for statement in table.statements[entry]:
            if not statement.after(move, off):
                return statement
    return None


class _Search:
    """One depth-first search, over the moves made so far and the sums they have upset.

    What is still to be tried waits in a list and not in Python's own stack, as a chain of sums can be longer than that
    is deep.
    """

    order: Random | None = None
    """In which the moves that mend a sum are tried, where not in that of their likelihood."""

    def __init__(
        self, table: Table, entry: int, price: int, step: int | None, steps: int, *, first: bool = False, far: int = 1
    ) -> None:
        self.table = table
        self.entry = entry
        self.price = price
        self.step = step
        self.steps = steps
        self.first = first or price == 0
        self.far = far
        self.moved: dict[int, int] = {}
        self.upset: dict[int, int] = {}
        self.spent = 0
        self.hidden: Number = 0

    def run(self) -> Move | None:
        """The best move found, None where there is none or the search gave up before the first."""
        best: Move | None = None
        best_cost: tuple[int, Number] | None = None
        ways = [[(self.entry, -1), (self.entry, 1)]]
        made: list[tuple[int, int]] = []
        while ways:
            if len(made) == len(ways):
                self._take_back(*made.pop())
            if not ways[-1]:
                ways.pop()
                continue
            entry, by = ways[-1].pop()
            if not self._make(entry, by):
                continue
            made.append((entry, by))
            self.steps -= 1
            if self.steps <= 0:
                break
            if best_cost is not None and (self.spent, self.hidden) >= best_cost:
                continue
            if self.upset:
                ways.append(self._mending())
                continue
            broken = _broken(self.table, self.moved)
            if broken is not None:
                ways.append(self._unbreaking(broken))
                continue
            best, best_cost = dict(self.moved), (self.spent, self.hidden)
            if self.first:
                break
        return best

    def _make(self, entry: int, by: int) -> bool:
        """Moves an entry by one, where there is room and what is hidden with it is not too dear."""
        table, moved = self.table, self.moved
        if entry in moved:
            if not self._has_room(entry, by):
                return False
        elif not (table.up[entry] if by > 0 else table.down[entry]):
            return False
        elif not table.movable[entry]:
            price = 1 + table.drags[entry]
            if not table.hideable[entry] or table.step[entry] != self.step or self.spent + price > self.price:
                return False
            self.spent += price
            self.hidden += table.value[entry]
        moved[entry] = moved.get(entry, 0) + by
        self._upset(entry, by)
        return True

    def _has_room(self, entry: int, by: int) -> bool:
        """Whether one that was moved can be moved further."""
        value, high = self.table.value[entry] + self.moved[entry] + by, self.table.high[entry]
        return value >= self.table.low[entry] and (high is None or value <= high)

    def _take_back(self, entry: int, by: int) -> None:
        self._upset(entry, -by)
        self.moved[entry] -= by
        if not self.moved[entry]:
            del self.moved[entry]
            if not self.table.movable[entry]:
                self.spent -= 1 + self.table.drags[entry]
                self.hidden -= self.table.value[entry]

    def _upset(self, entry: int, by: int) -> None:
        upset = self.upset
        for at, sign in self.table.in_sums[entry]:
            if at in upset:
                left = upset[at] + sign * by
                if left:
                    upset[at] = left
                else:
                    del upset[at]
            else:
                upset[at] = sign * by

    def _mending(self) -> list[tuple[int, int]]:
        """The moves that mend the shortest sum that is upset, the likeliest last."""
        table, movable, upset = self.table, self.table.movable, self.upset
        at = min(upset, key=lambda each: len(table.sums[each])) if len(upset) > 1 else next(iter(upset))
        towards = -1 if upset[at] > 0 else 1
        may_hide = self.price > self.spent
        found = [
            (entry, sign * towards)
            for entry, sign in table.sums[at]
            if (may_hide or movable[entry]) and (entry not in self.moved or self._may_go_on(entry, sign * towards))
        ]
        if may_hide:
            found.sort(key=lambda term: (not movable[term[0]], table.value[term[0]]))
        found.reverse()
        if self.order is not None:
            self.order.shuffle(found)
        return found

    def _may_go_on(self, entry: int, by: int) -> bool:
        """Whether one that was moved may be moved again, the same way."""
        return 0 < self.moved[entry] * by < self.far

    def _unbreaking(self, broken: Statement) -> list[tuple[int, int]]:
        """The moves by which what was said may hold again, the first to be tried last."""
        may_hide = self.price > self.spent
        return [
            (entry, by)
            for entry in reversed(broken.entries)
            if self.table.movable[entry] or may_hide
            for by in (-1, 1)
            if entry not in self.moved or self._may_go_on(entry, by)
        ]
