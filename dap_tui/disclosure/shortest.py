"""The shortest way round: the cheapest proof where each cell stands in no more than two sums.

A sum is then a place, and a cell the way from one to the other, or out where it stands in one sum alone. What moves a
cell and leaves every sum as it is goes round by that cell, or out on both its sides. A cell that stands in three sums
forks the way. Its branches may lead out, or meet: here the way may end with it, so that where none is found there truly
is no proof.
"""

from __future__ import annotations

from collections.abc import Collection
from heapq import heappop, heappush
from typing import NamedTuple, TypeAlias

from dap_tui.disclosure.table import Move, Number, Table

Upset: TypeAlias = tuple[int, int]
"""A sum, and by how much what was moved so far has upset it."""

Cost: TypeAlias = tuple[int, Number]
"""How many cells have to be hidden, with the percentages that go with them, and what those cells add up to."""

Steps: TypeAlias = list[tuple[int, int]]
"""Entries in their order, each with how far it moves."""


class Way(NamedTuple):
    """How cells would move and what that costs; `is_sure` says that every sum then is as it was."""

    cost: Cost
    move: Move
    is_sure: bool


def shortest(table: Table, entry: int, by: int, step: int | None) -> Way | None:
    """The cheapest way that moves an entry by one, up or down; None where there is no proof that does.

    It may hide what is shown in `step`; with None it uses what is hidden alone. Of what is said it knows nothing but
    what `up` and `down` of the table say.
    """
    if not (table.up[entry] if by > 0 else table.down[entry]):
        return None
    ends = [(at, sign * by) for at, sign in table.in_sums[entry]]
    if not ends:
        return Way((0, 0), {entry: by}, is_sure=True)
    first, *others = ends
    round_, out = _ways_from(table, entry, first, [(at, -upset) for at, upset in others], step)
    if len(ends) == 2 and out is not None and (round_ is None or out[0] < round_[0]):
        back = _ways_from(table, entry, others[0], (), step)[1]
        out = None if back is None else ((out[0][0] + back[0][0], out[0][1] + back[0][1]), out[1] + back[1])
    found = [each for each in (round_, out) if each is not None]
    if not found:
        return None
    cost, steps = min(found, key=lambda each: each[0])
    move = {entry: by, **dict(steps)}
    is_sure = len(move) == len(steps) + 1 and all(len(table.in_sums[each]) < 3 for each in move)
    return Way(cost, move, is_sure)


def _ways_from(
    table: Table, entry: int, start: Upset, goals: Collection[Upset], step: int | None
) -> tuple[tuple[Cost, Steps] | None, tuple[Cost, Steps] | None]:
    """The cheapest ways from a sum that is upset to one of `goals`, and out; neither goes by `entry`."""
    in_sums = table.in_sums
    costs: dict[Upset, Cost] = {start: (0, 0)}
    came: dict[Upset, tuple[Upset, int, int]] = {}
    done = {start}
    waiting: list[tuple[int, Number, int, Upset]] = [(0, 0, 0, start)]
    out: tuple[Cost, Upset, int, int] | None = None
    while waiting:
        price, hidden, _, here = heappop(waiting)
        done.add(here)
        if here in goals:
            return ((price, hidden), _steps(came, here)), _out(came, out)
        if not goals and out is not None and out[0] <= (price, hidden):
            break
        for each, by, more in _moves_that_mend(table, here, step):
            if each == entry:
                continue
            cost, ends = (price + more[0], hidden + more[1]), in_sums[each]
            if len(ends) != 2 and (out is None or cost < out[0]):
                out = (cost, here, each, by)
            for other, sign in ends:
                onward = (other, sign * by)
                if other != here[0] and onward not in done and (onward not in costs or cost < costs[onward]):
                    costs[onward] = cost
                    came[onward] = (here, each, by)
                    heappush(waiting, (*cost, len(came), onward))
    return None, _out(came, out)


def _moves_that_mend(table: Table, upset: Upset, step: int | None) -> list[tuple[int, int, Cost]]:
    """The entries that can set a sum right, each with how it moves and what it costs to hide it."""
    at, left = upset
    movable, steps, hideable = table.movable, table.step, table.hideable
    up, down = (table.down, table.up) if left > 0 else (table.up, table.down)
    found: list[tuple[int, int, Cost]] = []
    for each, sign in table.sums[at]:
        if (up if sign > 0 else down)[each]:
            if movable[each]:
                found.append((each, -sign * left, (0, 0)))
            elif steps[each] == step and hideable[each]:
                found.append((each, -sign * left, (1 + table.drags[each], table.value[each])))
    return found


def _out(
    came: dict[Upset, tuple[Upset, int, int]], out: tuple[Cost, Upset, int, int] | None
) -> tuple[Cost, Steps] | None:
    if out is None:
        return None
    cost, last, entry, by = out
    return cost, [*_steps(came, last), (entry, by)]


def _steps(came: dict[Upset, tuple[Upset, int, int]], last: Upset) -> Steps:
    """The steps that led to a sum."""
    found: Steps = []
    while last in came:
        last, entry, by = came[last]
        found.append((entry, by))
    return found[::-1]
