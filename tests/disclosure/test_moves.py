"""Proofs found in tables of a few cells, beside what random workspaces show of whole reports."""

from __future__ import annotations

from collections.abc import Sequence

from dap_tui.disclosure.moves import cheapest, proof
from dap_tui.disclosure.table import Table

STEP = 1


def table_of(hidden: Sequence[int], shown: Sequence[int], *sums: Sequence[int]) -> Table:
    """A table of hidden cells, then shown ones, and the sums of their numbers; below nought stands for taken away."""
    table = Table()
    for value in (*hidden, *shown):
        table.add(STEP, value, 1)
    for entry in range(len(hidden)):
        table.hide(entry)
    for terms in sums:
        table.learn(table.tie([(abs(each) - 1, 1 if each > 0 else -1) for each in terms]))
    return table


def test_a_cell_alone_in_its_sum_has_no_proof_but_by_what_is_hidden_with_it() -> None:
    table = table_of([2], [3, 5], [1, 2, -3])
    assert proof(table, 0) is None
    assert cheapest(table, 0, STEP) == {0: 1, 1: -1}


def test_a_way_that_forks_may_close_where_its_branches_meet() -> None:
    # The second cell stands in three sums; the third and fourth, moved with it, meet in the last.
    table = table_of([2, 12, 9, 7], [21], [1, 2, -5], [2, -3], [2, -4], [3, -4])
    assert proof(table, 0) == {0: 1, 1: -1, 2: -1, 3: -1}


def test_a_way_that_forks_may_close_by_what_is_hidden_with_it() -> None:
    table = table_of([2, 12], [9, 7, 21], [1, 2, -5], [2, -3], [2, -4], [3, -4])
    table.hideable[4] = False
    assert proof(table, 0) is None
    assert cheapest(table, 0, STEP) == {0: 1, 1: -1, 2: -1, 3: -1}
