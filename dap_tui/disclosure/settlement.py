"""What is hidden, settled step by step: a later quarter never hides what has gone out, nor shows what was hidden.

Every hidden cell is covered by a proof, a move to another table that a reader cannot tell from the true one.
What becomes known breaks some proofs; what then finds no other is given one by hiding more of the same step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dap_tui.disclosure.completion import believe, complete
from dap_tui.disclosure.moves import cheapest, is_alone, proof
from dap_tui.disclosure.table import Move, Statement, Table, hanging_together

ROUNDS: Final = 4
"""How often what is hidden then is taken into account for what returns that do not add up seem to say."""


class Settlement:
    """The proofs of one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._bare: set[int] = set()
        self._proofs: dict[int, Move] = {}
        self._covered: dict[int, int] = {}
        self._moving: dict[int, set[int]] = {}
        self._next = 0

    @property
    def unprotected(self) -> set[int]:
        """Hidden entries that nothing more could be hidden for.

        That is so only of what went out before, where the catalogue's bounds leave a single value, and where returns
        contradict themselves. Of those that no values were found for, nobody knows what they seem to say.
        """
        table = self.table
        bare = {entry for entry in self._bare if table.guarded[entry] and self._needs_proof(entry)}
        doubtful = [at for at in range(len(table.sums)) if table.is_doubtful(at)]
        beside, _ = hanging_together(table, (entry for at in doubtful for entry, _ in table.sums[at]))
        bare.update(entry for entry in beside if table.guarded[entry])
        return bare

    def settle(self, step: int, entries: Iterable[int], sums: Iterable[int], bounds: Iterable[Statement] = ()) -> None:
        """Settles one step: its new entries, of which the small counts are hidden, and its new sums and bounds."""
        table = self.table
        for bound in bounds:
            table.state(bound)
        entries, sums = list(entries), list(sums)
        if not self._concerns_hidden(entries, sums):
            return
        belied = {at for at in sums if table.is_belied(at)}
        if belied:
            sums = [at for at in sums if at not in belied]
        for at in sums:
            table.learn(at)
        shifted = complete(table, sums)
        lost = self._broken_by(sums) | self._resting_on(shifted) | {entry for entry in entries if table.guarded[entry]}
        by_need = [entry for entry in entries if not table.movable[entry]]
        self._protect(sorted(lost), step)
        self._believe(sums, step)
        self._see_through(belied, step)
        hidden_since = [entry for entry in by_need if table.guarded[entry] and entry not in table.off]
        for entry in sorted(hidden_since, key=lambda each: -table.value[each]):
            self._show_again(entry)

    def _concerns_hidden(self, entries: Sequence[int], sums: Sequence[int]) -> bool:
        """Whether any new entry is hidden, or stands in a new sum with one that is.

        What a step shows is never hidden later, so that a sum of nothing else can be forgotten.
        """
        movable = self.table.movable
        return any(movable[entry] for entry in entries) or any(
            movable[entry] for at in sums for entry, _ in self.table.sums[at]
        )

    def _believe(self, sums: Sequence[int], step: int) -> None:
        """Holds hidden entries at what they seem to be to a reader who takes returns to add up that do not.

        Where no values would do, the reader sees that they do not, and can tell nothing by them.
        """
        for _ in range(ROUNDS):
            shifted = believe(self.table, sums)
            if not shifted:
                return
            lost = self._resting_on(shifted)
            self._protect(sorted(lost), step)

    def _see_through(self, belied: set[int], step: int) -> None:
        """Sums that a reader saw not to hold tell nothing, unless what was hidden since lets them seem to."""
        while seeming := [at for at in sorted(belied) if not self.table.is_belied(at)]:
            belied.difference_update(seeming)
            for at in seeming:
                self.table.learn(at)
            self._protect(sorted(self._broken_by(seeming)), step)
            self._believe(seeming, step)

    def admit(self, statement: Statement) -> bool:
        """Whether a status or an arrow can be shown; from now on the reader knows it, if so."""
        self.table.state(statement)
        if self.table.off and not statement.after({}, self.table.off):
            self.table.withdraw(statement)
            return False
        broken = [
            number
            for number in set().union(*(self._moving.get(entry, ()) for entry in statement.entries))
            if not statement.after(self._proofs[number], self.table.off)
        ]
        if self._replace(broken):
            return True
        self.table.withdraw(statement)
        return False

    def _needs_proof(self, entry: int) -> bool:
        """Whether nothing covers an entry yet; one that can be nought, as a withheld quarter can, is nobody's count."""
        return entry not in self._covered and (self.table.known[entry] or self.table.value[entry] != 0)

    def _protect(self, lost: Iterable[int], step: int) -> None:
        table = self.table
        bare = [entry for entry in lost if self._needs_proof(entry) and not self._prove(entry)]
        is_as_it_was = True
        for entry in bare:
            if entry in self._covered or (not is_as_it_was and self._prove(entry)):
                continue
            move = cheapest(table, entry, step)
            if move is None:
                self._bare.add(entry)
                continue
            for each in move:
                if not table.movable[each]:
                    table.hide(each)
                    is_as_it_was = False
            self._keep(move)

    def _show_again(self, entry: int) -> None:
        """Shows what was hidden for others' sake, if every other hidden cell keeps a proof without it."""
        self.table.show(entry)
        if any(
            self.table.guarded[each] and each in self._covered and is_alone(self.table, each)
            for at, _ in self.table.in_sums[entry]
            for each, _ in self.table.sums[at]
        ):
            self.table.hide(entry)
            return
        mine = self._covered.pop(entry, None)
        if not self._replace(list(self._moving.get(entry, ()))):
            self.table.hide(entry)
            if mine is not None:
                self._covered[entry] = mine

    def _replace(self, broken: Iterable[int]) -> bool:
        """Takes proofs back where all they cover can be proved otherwise; else leaves all as it was."""
        broken = list(broken)
        taken = {number: self._take(number) for number in broken}
        first = self._next
        bare = [entry for covered in taken.values() for entry in covered[1]]
        if all(entry in self._covered or self._prove(entry) for entry in bare):
            return True
        for number in range(first, self._next):
            if number in self._proofs:
                self._take(number)
        for number, (move, covered) in taken.items():
            self._proofs[number] = move
            for entry in move:
                self._moving.setdefault(entry, set()).add(number)
            for entry in covered:
                self._covered[entry] = number
        return False

    def _broken_by(self, sums: Iterable[int]) -> set[int]:
        """The entries whose proof does not stand with sums newly known."""
        lost: set[int] = set()
        for at in sums:
            terms = self.table.sums[at]
            for number in {number for entry, _ in terms if entry in self._moving for number in self._moving[entry]}:
                move = self._proofs[number]
                if sum([sign * move.get(entry, 0) for entry, sign in terms]):
                    lost.update(self._take(number)[1])
        return lost

    def _resting_on(self, shifted: Iterable[int]) -> set[int]:
        """The entries that have another value now, and those whose proof moves one."""
        lost = {entry for entry in shifted if self.table.guarded[entry]}
        for number in set().union(*(self._moving.get(entry, ()) for entry in shifted)):
            lost.update(self._take(number)[1])
        return lost

    def _prove(self, entry: int) -> bool:
        move = proof(self.table, entry)
        if move is None:
            return False
        self._keep(move)
        return True

    def _keep(self, move: Move) -> None:
        """Keeps a proof for every hidden cell that it moves and that has none."""
        number = self._next
        self._next += 1
        self._proofs[number] = move
        for entry in move:
            self._moving.setdefault(entry, set()).add(number)
            if self.table.guarded[entry]:
                self._covered.setdefault(entry, number)

    def _take(self, number: int) -> tuple[Move, list[int]]:
        """Takes a proof back; what it was, and what it covered."""
        move = self._proofs.pop(number)
        covered = []
        for entry in move:
            self._moving[entry].discard(number)
            if self._covered.get(entry) == number:
                del self._covered[entry]
                covered.append(entry)
        return move, covered
