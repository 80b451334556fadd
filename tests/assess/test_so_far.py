"""What a year that is not all in has come to, and what is said after its figure."""

from __future__ import annotations

import pytest
from made import figures, indicator, period, position, quarters_from

from dap_tui.assess.so_far import so_far_of
from dap_tui.assess.words import quarters_in, so_far_shown
from dap_tui.measure import Aggregate

Q1 = "2023-24-Q1"
LATEST, MEAN = {"aggregate": Aggregate.LATEST}, {"aggregate": Aggregate.MEAN}


@pytest.mark.parametrize(
    ("settings", "returned", "shown", "quarters"),
    [
        ({}, (10, 20, 30), "60 to date", 3),
        ({"reported": "year-to-date"}, (10, 20, 30), "30 to date", 3),
        (LATEST, (10, 20, 30), "30 in Q3", 3),
        (LATEST, (10, 20, "[x]"), "20 in Q2", 2),
        (LATEST, (10, 20, "[c]"), "20 in Q2", 3),
        (MEAN, (10, 20, 30), "20.0 on average", 3),
        (MEAN, ("[x]", 20, "[x]"), "20.0 in Q2", 1),
    ],
)
def test_only_what_adds_up_is_to_date(settings, returned, shown, quarters):
    of = figures(indicator(**settings), quarters_from(Q1, *returned))
    so_far = so_far_of(of, period("2023-24"))
    assert (so_far_shown(of.indicator, so_far), so_far.quarters) == (shown, quarters)


@pytest.mark.parametrize("returned", [(), (10, None, 30), ("[x]",)])
def test_a_year_without_a_figure_to_date_has_come_to_nothing(returned):
    assert so_far_of(figures(indicator(), quarters_from(Q1, *returned)), period("2023-24")) is None


@pytest.mark.parametrize(("quarter", "is_open"), [(1, True), (3, True), (4, False)])
def test_a_year_is_open_until_its_fourth_quarter(quarter, is_open):
    assert position(f"2023-24-Q{quarter}", indicator(), {}).is_open is is_open


def test_how_much_of_a_year_is_in_is_counted_in_words():
    assert (quarters_in(1), quarters_in(3)) == ("1 of 4 quarters is in", "3 of 4 quarters are in")
