"""How far a figure is from its target, for bars side by side."""

from __future__ import annotations

import pytest
from made import between, indicator, number, position, quarters_from, value

from dap_tui.assess.distance import bound_of, distance, margin

Q1 = "2023-24-Q1"


def at(of, figure):
    return position(Q1, of, quarters_from(Q1, figure))


@pytest.mark.parametrize(
    ("of", "figure", "words"),
    [
        (indicator("count", "higher", targets=value(100)), 113, "13% over"),
        (indicator("count", "higher", targets=value(100)), 87, "13% short"),
        (indicator("count", "lower", targets=value(100)), 113, "13% over"),
        (indicator("count", "lower", targets=value(100)), 87, "13% under"),
        (indicator("count", "higher", targets=value(100)), 100, "on target"),
        (indicator("count", "higher", targets=value(1000)), 1004, "0.4% over"),
        (indicator("count", "lower", targets=value(0)), 3, "3 over"),
        (indicator("percent", "higher", targets=value(50)), 38, "12 points short"),
        (indicator("percent", "higher", targets=value(50)), 51, "1 point over"),
        (indicator("percent", "lower", targets=between(28, 40)), 30, "inside"),
        (indicator("percent", "lower", targets=between(28, 40)), 42, "2 points above"),
        (indicator("percent", "lower", targets=between(28, 40)), 20, "8 points below"),
        (indicator("count", "higher", targets=value(100)), "[x]", "no figure"),
        (indicator("count", "higher", targets=value(100)), "[c]", "hidden"),
    ],
)
def test_a_distance_is_in_per_cent_of_the_target_and_of_a_percentage_in_points(of, figure, words):
    assert distance(at(of, figure)) == words


def test_where_there_is_little_room_points_are_pts():
    assert distance(at(indicator("percent", targets=value(50)), 38), brief=True) == "12 pts short"


@pytest.mark.parametrize(
    ("low", "high", "figure", "end"),
    [(28, 40, 30, 28), (28, 40, 20, 28), (28, 40, 42, 40), (None, 40, 30, 40), (28, None, 99, 28)],
)
def test_of_a_range_the_end_that_a_figure_is_nearer_to_missing_is_drawn(low, high, figure, end):
    assert bound_of(at(indicator("percent", targets=between(low, high)), figure)) == end


@pytest.mark.parametrize(
    ("of", "figure", "share"),
    [
        (indicator("count", "higher", targets=value(100)), 113, "0.13"),
        (indicator("count", "higher", targets=value(100)), 87, "-0.13"),
        (indicator("count", "lower", targets=value(100)), 87, "0.13"),
        (indicator("count", "lower", targets=value(100)), 113, "-0.13"),
        (indicator("count", "lower", targets=value(0)), 3, "-3"),
        (indicator("percent", targets=between(25, 40)), 30, "0"),
        (indicator("percent", targets=between(25, 40)), 20, "-0.2"),
        (indicator("count", targets=value(100)), "[x]", "Infinity"),
    ],
)
def test_a_margin_is_a_share_of_the_target_and_below_nought_on_its_wrong_side(of, figure, share):
    assert margin(at(of, figure)) == number(share)
