"""Another table that a reader cannot tell from the true one: the proof that a hidden cell is safe.

From the true table the cell is moved by one, and each sum that no longer adds up is mended with another cell
unknown to the reader, depth first, until all add up again and all that was said still holds. In tables with two
directions such moves by one find every proof there is; elsewhere a search that finds none hides more, never less.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from dap_tui.disclosure.table import Move, Number, Statement, Table

STEPS: Final = 600
"""How many moves are tried before a search gives up."""

DEAREST: Final = 6
"""The most cells that are looked for at the best price; beyond it, what is found first."""


def proof(table: Table, entry: int) -> Move | None:
    """A move of `entry` that uses only what the reader does not know."""
    if is_alone(table, entry):
        return None
    return _Search(table, entry, 0, None, STEPS).run()


def is_alone(table: Table, entry: int) -> bool:
    """Whether a sum has nothing else that the reader does not know, so that there is no move of `entry`."""
    movable, sums = table.movable, table.sums
    return any(not any(movable[each] for each, _ in sums[at] if each != entry) for at, _ in table.in_sums[entry])


def cheapest(table: Table, entry: int, step: int) -> Move | None:
    """A move of `entry` that may use cells shown in `step` too: the fewest of them, then the smallest, never a nought.

    What it moves of those is to be hidden.
    """
    for price in range(1, DEAREST + 1):
        found = _Search(table, entry, price, step, STEPS * (1 + price)).run()
        if found is not None:
            return found
    return _Search(table, entry, len(table.value), step, STEPS * 50, first=True).run()


Way: TypeAlias = Iterator["Way"]
"""A part of a search that has not ended: each way that leads on from it, to be gone before the next."""


class _Search:
    """One depth-first search, over the moves made so far and the sums they have upset.

    Its ways wait in a list and not in Python's own stack, as a chain of sums can be longer than that is deep.
    """

    def __init__(
        self, table: Table, entry: int, price: int, step: int | None, steps: int, *, first: bool = False
    ) -> None:
        self.table = table
        self.entry = entry
        self.price = price
        self.step = step
        self.steps = steps
        self.first = first or price == 0
        self.moved: dict[int, int] = {}
        self.upset: dict[int, int] = {}
        self.spent = 0
        self.hidden: Number = 0
        self.best: Move | None = None
        self.best_cost: tuple[int, Number] | None = None

    def run(self) -> Move | None:
        """The best move found, None where there is none or the search gave up before the first."""
        for by in (1, -1):
            ways = [self._try(self.entry, by)]
            while ways:
                onward = next(ways[-1], None)
                if onward is None:
                    ways.pop()
                else:
                    ways.append(onward)
            if self._is_over:
                break
        return self.best

    @property
    def _is_over(self) -> bool:
        return self.steps <= 0 or (self.first and self.best is not None)

    def _try(self, entry: int, by: int) -> Way:
        """Moves an entry, goes on from there, and moves it back."""
        table = self.table
        if not (table.up[entry] if by > 0 else table.down[entry]):
            return
        is_new = not table.movable[entry]
        if is_new:
            price = 1 + table.drags[entry]
            if not table.hideable[entry] or table.step[entry] != self.step or self.spent + price > self.price:
                return
            self.spent += price
            self.hidden += table.value[entry]
        self.moved[entry] = by
        upset = self.upset
        for at, sign in table.in_sums[entry]:
            left = upset.get(at, 0) + sign * by
            if left:
                upset[at] = left
            else:
                del upset[at]
        onward = self._go_on()
        if onward is not None:
            yield onward
        for at, sign in table.in_sums[entry]:
            left = upset.get(at, 0) - sign * by
            if left:
                upset[at] = left
            else:
                del upset[at]
        del self.moved[entry]
        if is_new:
            self.spent -= price
            self.hidden -= table.value[entry]

    def _go_on(self) -> Way | None:
        """The way on from the moves made so far, None where it ends here."""
        self.steps -= 1
        if self.steps <= 0 or (self.best_cost is not None and (self.spent, self.hidden) >= self.best_cost):
            return None
        if self.upset:
            return self._mend_sum()
        broken = self._broken()
        if broken is None:
            self.best = dict(self.moved)
            self.best_cost = (self.spent, self.hidden)
            return None
        return self._unbreak(broken)

    def _unbreak(self, broken: Statement) -> Way:
        for entry in broken.entries:
            if entry not in self.moved and (self.table.movable[entry] or self.price > self.spent):
                for by in (1, -1):
                    yield self._try(entry, by)
                    if self._is_over:
                        return

    def _mend_sum(self) -> Way:
        table, moved, movable = self.table, self.moved, self.table.movable
        upset = self.upset
        at = min(upset, key=lambda each: len(table.sums[each])) if len(upset) > 1 else next(iter(upset))
        towards = -1 if upset[at] > 0 else 1
        may_hide = self.price > self.spent
        terms = [
            (entry, sign * towards)
            for entry, sign in table.sums[at]
            if (may_hide or movable[entry])
            and (table.up if sign * towards > 0 else table.down)[entry]
            and entry not in moved
        ]
        if may_hide:
            terms.sort(key=lambda term: (not movable[term[0]], table.value[term[0]]))
        for entry, by in terms:
            yield self._try(entry, by)
            if self._is_over:
                return

    def _broken(self) -> Statement | None:
        """Something said that the moves made so far would belie."""
        for entry in self.moved:
            for statement in self.table.statements[entry]:
                if not statement.after(self.moved, self.table.off):
                    return statement
        return None
