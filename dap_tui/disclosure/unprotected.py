"""Hidden figures that nothing could protect: which they are, and what leaves them with one possible value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dap_tui.disclosure.cell import Cell
from dap_tui.disclosure.table import Table, hanging_together


@dataclass(frozen=True, slots=True)
class Unprotected:
    """A figure that goes out as `[c]` and may be worked out all the same.

    `disagreeing` are the figures that their sums do not make and that it hangs together with. `is_published` says
    that one was published which would have to be hidden with it. With neither it is the bounds in the catalogue, which
    leave it a single value.
    """

    cell: Cell
    disagreeing: tuple[Cell, ...]
    is_published: bool

    @property
    def cause(self) -> str:
        """Why it can be, as the end of a sentence; who mends that mends it."""
        returns = " and ".join(dict.fromkeys(f"'{each.indicator}' for {each.period.id}" for each in self.disagreeing))
        if returns:
            also = ", and what was published leaves nothing to hide with it" if self.is_published else ""
            return f"the returns of {returns} contradict themselves{also}"
        if self.is_published:
            return "what was published leaves nothing to hide with it"
        return "its bounds in the catalogue leave nothing else that it could be"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        if self.disagreeing:
            return "mend those returns, or leave the indicator out of what goes out"
        if self.is_published:
            return "tell those who have the report, or leave the indicator out of this one"
        return "widen the bounds, or leave the indicator out of what goes out"


def unprotected_in(table: Table, bare: Iterable[int]) -> list[Unprotected]:
    """What is to be said of hidden entries that nothing could protect, in their order."""
    cells: dict[int, Cell] = {}
    for cell, entry in table.at.items():
        cells.setdefault(entry, cell)
    found = []
    for entry in sorted(bare):
        _, sums = hanging_together(table, [entry])
        entries = {each for at in sums for each, _ in table.sums[at]}
        wrong = sorted(at for at in sums if not table.adds_up(at))
        of_sums = (next((cells[each] for each, _ in table.sums[at] if each in cells), None) for at in wrong)
        is_published = any(not table.movable[each] and not table.hideable[each] for each in entries)
        found.append(Unprotected(cells[entry], tuple(each for each in of_sums if each is not None), is_published))
    return found
