"""Hidden figures that nothing could protect: which they are, and what leaves them with one possible value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dap_tui.disclosure.cell import Cell
from dap_tui.disclosure.moves import cheapest
from dap_tui.disclosure.table import Table, hanging_together


@dataclass(frozen=True, slots=True)
class Unprotected:
    """A figure that goes out as `[c]` and may be worked out all the same.

    `among` are the indicators whose figures make sums with it, its own with them. `disagreeing` are the figures that
    their sums do not make and that it hangs together with. `is_shown` says that what is shown already leaves nothing to
    be hidden with it: noughts, and what went out before. With neither it is the bounds in the catalogue, which leave it
    a single value.
    """

    cell: Cell
    among: frozenset[str]
    disagreeing: tuple[Cell, ...]
    is_shown: bool

    @property
    def cause(self) -> str:
        """Why it can be, as the end of a sentence; who mends that mends it."""
        shown = "what is shown already leaves nothing to hide with it"
        returns = " and ".join(dict.fromkeys(f"'{each.indicator}' for {each.period.id}" for each in self.disagreeing))
        if returns:
            return f"the returns of {returns} contradict themselves{f', and {shown}' if self.is_shown else ''}"
        return shown if self.is_shown else "its bounds in the catalogue leave nothing else that it could be"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        if self.disagreeing:
            return "mend those returns, or leave the indicator out of what goes out"
        if self.is_shown:
            return "tell those who have the reports, or leave the indicator out of what goes out"
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
        steps = {table.step[each] for each in (entry, *entries)}
        is_shown = is_published or not (wrong or _is_bounded(table, entry, steps))
        among = frozenset(cells[each].indicator for each in (entry, *entries) if each in cells)
        disagreeing = tuple(each for each in of_sums if each is not None)
        found.append(Unprotected(cells[entry], among, disagreeing, is_shown))
    return found


def _is_bounded(table: Table, entry: int, steps: Iterable[int]) -> bool:
    """Whether it is the bounds in the catalogue that leave it one value: only without them a step had more to hide."""
    unbounded = replace(table, high=[None] * len(table.value), up=[True] * len(table.value))
    return any(cheapest(unbounded, entry, step) and not cheapest(table, entry, step) for step in steps)
