"""Direction of travel: what is compared with what, and whether it is for the better."""

from __future__ import annotations

import pytest
from made import between, indicator, per_year, position, quarters_from, tolerance, value, years_from

from dap_tui.measure import Compare

Q1, Q2, Q3 = "2023-24-Q1", "2023-24-Q2", "2023-24-Q3"


@pytest.mark.parametrize(
    ("polarity", "series", "arrow", "judgement"),
    [
        ("higher", (5, 6), "up", "improving"),
        ("higher", (6, 5), "down", "worsening"),
        ("lower", (5, 6), "up", "worsening"),
        ("lower", (6, 5), "down", "improving"),
        ("monitor", (5, 6), "up", "neutral"),
        ("monitor", (6, 6), "level", "level"),
        ("range", (5, 6), "up", "neutral"),
        ("higher", (6, 6), "level", "level"),
        ("higher", (6, "[x]"), "none", "none"),
        ("higher", ("[c]", 6), "none", "none"),
        ("higher", (None, 6), "none", "none"),
    ],
)
def test_polarity_judges_a_change(polarity, series, arrow, judgement):
    travel = position(Q2, indicator("count", polarity), quarters_from(Q1, *series)).travel
    assert (travel.arrow, travel.judgement) == (arrow, judgement)


@pytest.mark.parametrize(
    ("polarity", "series", "judgement"),
    [
        ("lower", (26, 28), "improving"),
        ("lower", (28, 30), "worsening"),
        ("higher", (28, 30), "improving"),
        ("range", (28, 30), "level"),
        ("monitor", (26, 30), "neutral"),
        ("lower", (45, 42), "improving"),
        ("higher", (40, 41), "worsening"),
        ("lower", (28, 27), "worsening"),
        ("lower", (20, 21), "improving"),
        ("higher", (27, 41), "level"),
    ],
)
def test_with_a_range_nearer_or_into_it_is_better_and_inside_it_polarity_judges(polarity, series, judgement):
    one = indicator("percent", polarity, targets=between(28, 40))
    assert position(Q2, one, quarters_from(Q1, *series)).travel.judgement == judgement


def test_a_change_is_taken_from_the_rounded_figures_so_that_a_pencil_agrees():
    one = indicator("rate", decimals=1)
    travel = position(Q2, one, quarters_from(Q1, "10.14", "10.26")).travel
    assert (str(travel.value), str(travel.change), str(travel.change_percent)) == ("10.1", "0.2", "2.0")


def test_rounding_is_half_away_from_zero():
    one = indicator("rate", decimals=0)
    assert position(Q1, one, quarters_from(Q1, "2.5")).value == 3
    assert position(Q1, one, quarters_from(Q1, "-2.5")).value == -3


def test_a_change_in_per_cent_of_nought_is_none():
    travel = position(Q2, indicator(), quarters_from(Q1, 0, 4)).travel
    assert (travel.change, travel.change_percent, travel.arrow) == (4, None, "up")


def test_a_change_in_per_cent_is_of_the_earlier_figures_size():
    assert position(Q2, indicator("pounds"), quarters_from(Q1, -8, -6)).travel.change_percent == 25


@pytest.mark.parametrize(("steady", "arrow"), [("2%", "level"), ("1.9%", "up"), ("2", "level"), ("1", "up")])
def test_a_change_of_at_most_steady_is_no_change(steady, arrow):
    one = indicator(steady=tolerance(steady))
    assert position(Q2, one, quarters_from(Q1, 100, 102)).travel.arrow == arrow


def test_both_comparisons_are_worked_out_whichever_is_the_direction_of_travel():
    one = indicator(compare=Compare.LAST_YEAR)
    at = position(Q1, one, quarters_from("2022-23-Q1", 1880, None, None, 1900, 1890))
    assert (at.travel.value, at.travel.judgement) == (1880, "improving")
    assert (at.previous_quarter.value, at.previous_quarter.judgement) == (1900, "worsening")


def test_a_running_figure_looks_a_year_back_and_its_own_quarter_to_the_quarter_before():
    one = indicator("count", reported="year-to-date")
    at = position(Q2, one, quarters_from("2022-23-Q1", 20, 50, 80, 110, 30, 48))
    assert (at.compare, at.travel.value, at.travel.change) == ("same-quarter-last-year", 50, -2)
    assert (at.own_quarter.number, at.previous_quarter.value, at.previous_quarter.change) == (18, 30, -12)


def test_a_running_percentage_has_no_quarter_of_its_own():
    one = indicator("percent", reported="year-to-date")
    at = position(Q2, one, quarters_from(Q1, 20, 50))
    assert (at.own_quarter, at.previous_quarter.value, at.previous_quarter.arrow) == (None, None, "none")


def test_nothing_is_compared_across_a_break_and_the_reason_is_said():
    at = position(Q2, indicator(), quarters_from(Q1, 5, "9 [b]"))
    assert (at.travel.arrow, at.travel.change, at.travel.value) == ("none", None, 5)
    assert "series breaks" in at.travel.reason
    assert "series breaks" in at.sentence


def test_a_figure_after_a_break_compares_with_the_one_that_broke_the_series():
    assert position(Q2, indicator(), quarters_from(Q1, "5 [b]", 9)).travel.arrow == "up"


def test_a_year_is_compared_with_the_year_before():
    one = indicator("count", "higher", frequency="year", targets=value(6000))
    at = position("2013-14", one, years_from("2012-13", 5555, 6401))
    assert (at.status, at.travel.judgement, at.travel.change, at.previous_quarter) == ("green", "improving", 846, None)


def test_a_yearly_indicator_is_not_in_a_quarters_report():
    import made

    yearly = indicator("count", frequency="year")
    returned = {"one": {"": years_from("2012-13", 5555)}}
    assert made.assess("2012-13-Q4", yearly, returned=returned).positions == ()


def test_with_polarity_range_nearer_to_a_single_value_is_better():
    one = indicator("percent", "range", targets=value(50))
    judged = [position(Q2, one, quarters_from(Q1, *each)).travel.judgement for each in ((40, 55), (50, 45), (45, 55))]
    assert judged == ["improving", "worsening", "level"]


def test_a_range_for_the_running_figure_does_not_judge_a_quarters_own():
    one = indicator("count", "lower", reported="year-to-date", targets=between(50, 60))
    at = position(Q2, one, quarters_from("2022-23-Q2", 70, None, None, 20, 50))
    assert (at.previous_quarter.change, at.previous_quarter.judgement) == (10, "worsening")
    assert at.last_year.judgement == "improving"


def test_a_breakdown_row_breaks_by_itself():
    import made

    rows = {"": quarters_from(Q1, 9, 9), "North": quarters_from(Q1, 4, "5 [b]"), "South": quarters_from(Q1, 5, 4)}
    at = made.assess(Q2, indicator(), returned={"one": rows}).positions[0]
    assert [row.previous_quarter.arrow for row in at.breakdown] == ["none", "down"]
    assert at.travel.arrow == "level"


def test_with_polarity_range_a_running_figure_comes_nearer_to_the_share_to_date():
    """By quarter 2 the share of 100 is 50: from 90 to 60 is nearer, and a quarter's 45 to 30 says nothing."""
    aim = {"polarity": "range", "targets": per_year(100)}
    running = position(
        Q2, indicator("count", reported="year-to-date", **aim), quarters_from("2022-23-Q2", 90, None, None, None, 60)
    )
    assert running.travel.judgement == "improving"
    assert position(Q2, indicator("count", **aim), quarters_from(Q1, 45, 30)).travel.judgement == "neutral"
