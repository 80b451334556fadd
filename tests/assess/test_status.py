"""Status against the target: every kind of target, and how near is near."""

from __future__ import annotations

import made
import pytest
from made import between, indicator, last_year, number, per_year, position, profile, quarters_from, tolerance, value

from dap_tui.catalogue import Bounds

Q = "2023-24-Q1"


@pytest.mark.parametrize(
    ("polarity", "of", "status"),
    [
        ("higher", "50", "green"),
        ("higher", "50.1", "green"),
        ("higher", "45", "amber"),
        ("higher", "44.9", "red"),
        ("lower", "50", "green"),
        ("lower", "49", "green"),
        ("lower", "55", "amber"),
        ("lower", "55.1", "red"),
        ("range", "50", "green"),
        ("range", "54", "amber"),
        ("range", "46", "amber"),
        ("range", "56", "red"),
        ("monitor", "1", "data-only"),
    ],
)
def test_a_value_is_short_on_polaritys_wrong_side_and_amber_up_to_the_tolerance(polarity, of, status):
    """The default tolerance is 10% of the target; at exactly the tolerance it is amber."""
    one = indicator("percent", polarity, targets=value(50))
    assert position(Q, one, quarters_from(Q, of)).status == status


@pytest.mark.parametrize(
    ("settings", "of", "status"),
    [
        ({"tolerance": "15%"}, "85", "amber"),
        ({"tolerance": "15%"}, "84", "red"),
        ({"tolerance": "5pp"}, "95", "amber"),
        ({"tolerance": "5pp"}, "94.9", "red"),
        ({"tolerance": "3"}, "97", "amber"),
        ({"tolerance": "3"}, "96", "red"),
        ({"met_within": "5%"}, "95", "green"),
        ({"met_within": "5%"}, "94", "amber"),
        ({"met_within": "2pp", "tolerance": "2pp"}, "97.9", "red"),
    ],
)
def test_a_tolerance_is_of_the_target_in_points_or_in_the_unit(settings, of, status):
    one = indicator("percent", targets=value(100), **{name: tolerance(text) for name, text in settings.items()})
    assert position(Q, one, quarters_from(Q, of)).status == status


def test_a_target_of_nought_has_no_amber_by_percentage():
    one = indicator("count", "lower", targets=value(0))
    assert position(Q, one, quarters_from(Q, 0)).status == "green"
    assert position(Q, one, quarters_from(Q, 1)).status == "red"


@pytest.mark.parametrize(("of", "status"), [("90", "green"), ("80", "amber"), ("79", "red")])
def test_a_floor_stands_in_place_of_the_tolerance(of, status):
    one = indicator("percent", targets=value(90, floor=made.number(80)), tolerance=tolerance("1%"))
    assert position(Q, one, quarters_from(Q, of)).status == status


@pytest.mark.parametrize(("of", "status"), [("10", "green"), ("15", "amber"), ("16", "red")])
def test_where_low_is_good_the_floor_lies_above_the_target(of, status):
    one = indicator("percent", "lower", targets=value(10, floor=made.number(15)))
    assert position(Q, one, quarters_from(Q, of)).status == status


@pytest.mark.parametrize(("polarity", "of"), [("higher", "9"), ("lower", "11")])
def test_a_floor_on_the_target_itself_leaves_no_amber(polarity, of):
    one = indicator("percent", polarity, targets=value(10, floor=made.number(10)), tolerance=tolerance("50%"))
    assert position(Q, one, quarters_from(Q, of)).status == "red"


@pytest.mark.parametrize(
    ("of", "status"), [("28", "green"), ("40", "green"), ("27", "amber"), ("25", "red"), ("44", "amber"), ("45", "red")]
)
@pytest.mark.parametrize("polarity", ["higher", "lower", "range", "monitor"])
def test_outside_a_range_is_wrong_whatever_the_polarity(polarity, of, status):
    one = indicator("percent", polarity, targets=between(28, 40))
    assert position(Q, one, quarters_from(Q, of)).status == status


def test_a_range_may_be_open_at_one_end():
    low, high = (
        indicator("percent", "range", targets=between(28, None)),
        indicator("percent", "range", targets=between(None, 40)),
    )
    assert position(Q, low, quarters_from(Q, 99)).status == "green"
    assert position(Q, high, quarters_from(Q, 1)).status == "green"
    assert position(Q, low, quarters_from(Q, 1)).status == "red"
    assert position(Q, low, quarters_from(Q, 1)).target.shown == "28% or more"
    assert position(Q, high, quarters_from(Q, 1)).target.shown == "40% or less"


def test_a_years_target_holds_the_year_to_date_against_its_share():
    one = indicator("count", targets=per_year(1000))
    series = quarters_from(Q, 240, 200, 400)
    first, second, third = (position(f"2023-24-Q{at}", one, series) for at in (1, 2, 3))
    assert [each.target.to_date for each in (first, second, third)] == [250, 500, 750]
    assert [each.held for each in (first, second, third)] == [240, 440, 840]
    assert [each.status for each in (first, second, third)] == ["amber", "red", "green"]


def test_a_years_target_with_a_quarter_missing_has_nothing_to_judge():
    one = indicator("count", targets=per_year(1000))
    assert position("2023-24-Q2", one, quarters_from(Q, None, 900)).status == "no-data"


def test_a_quarter_that_does_not_apply_is_in_and_counts_for_nothing():
    one = indicator("count", targets=per_year(1000))
    assert position("2023-24-Q2", one, quarters_from(Q, "[z]", 500)).status == "green"


def test_a_years_target_whose_quarters_do_not_sum_is_held_as_it_stands():
    one = indicator("percent", targets=per_year(80))
    at = position("2023-24-Q2", one, quarters_from(Q, 60, 80))
    assert (at.held, at.target.to_date, at.status) == (80, None, "green")


def test_a_running_figure_is_held_against_a_years_share():
    one = indicator("count", targets=per_year(100), reported="year-to-date")
    assert position("2023-24-Q2", one, quarters_from(Q, 30, 50)).status == "green"


def test_a_running_figure_is_held_against_a_value_as_it_stands():
    one = indicator("count", targets=value(85), reported="year-to-date")
    assert position("2023-24-Q2", one, quarters_from(Q, 30, 85)).status == "green"


def test_a_profile_holds_each_quarter_against_its_own():
    one = indicator("count", targets=profile(90, 95, 100, 110))
    series = quarters_from(Q, 90, 94, 100, 90)
    statuses = [position(f"2023-24-Q{at}", one, series).status for at in (1, 2, 3, 4)]
    assert statuses == ["green", "amber", "green", "red"]


def test_last_years_target_is_the_same_quarter_a_year_before():
    one = indicator("count", targets=last_year())
    series = quarters_from("2022-23-Q1", 10, None, None, None, 10, 12)
    assert position(Q, one, series).status == "green"
    assert position(Q, one, series).target.value == 10
    assert position("2023-24-Q2", one, series).status == "data-only", "there was no figure a year before"


def test_last_years_target_is_none_across_a_break():
    one = indicator("count", targets=last_year())
    assert position(Q, one, quarters_from("2022-23-Q1", 10, None, "5 [b]", None, 9)).status == "data-only"


@pytest.mark.parametrize(
    ("before", "now", "status"),
    [("60", "61", "amber"), ("60", "60", "amber"), ("60", "59", "red"), (None, "59", "red")],
)
def test_red_that_improves_on_a_year_before_or_is_level_is_amber_where_that_is_asked_for(before, now, status):
    one = indicator("percent", targets=value(90), amber_if_improving=True)
    assert position(Q, one, quarters_from("2022-23-Q1", before, None, None, None, now)).status == status


def test_data_only_goes_before_no_data():
    unset = indicator("count", targets={None: made.Target(made.TargetKind.TBC)})
    aimed = indicator("count", targets=value(3))
    assert position(Q, unset, quarters_from(Q, "[x]")).status == "data-only"
    assert position(Q, aimed, quarters_from(Q, "[x]")).status == "no-data"
    assert position(Q, aimed, quarters_from("2022-23-Q1", 3)).status == "no-data"


def test_figures_are_compared_as_they_are_shown():
    """49.96 shown as 50.0 meets a target of 50; a target is never rounded."""
    one = indicator("percent", targets=value("50.04"), decimals=1, tolerance=tolerance("0%"))
    assert position(Q, one, quarters_from(Q, "49.96")).value == made.number("50.0")
    assert position(Q, one, quarters_from(Q, "50.04")).status == "red"


@pytest.mark.parametrize(
    ("settings", "target", "series", "held_against", "status"),
    [
        ({}, value(10), (10, 10, 10, 10), 40, "green"),
        ({}, profile(5, 10, 10, 15), (10, 10, 10, 9), 40, "amber"),
        ({}, per_year(40), (10, 10, 10, 10), 40, "green"),
        ({"aggregate": made.Aggregate.MEAN}, value(10), (8, 12, 10, 10), 10, "green"),
        ({"aggregate": made.Aggregate.MEAN}, profile(8, 10, 10, 12), (8, 12, 10, 10), 10, "green"),
        ({"aggregate": made.Aggregate.LATEST}, value(10), (1, 1, 1, 10), 10, "green"),
        ({"aggregate": made.Aggregate.LATEST}, profile(1, 2, 3, 11), (9, 9, 9, 10), 11, "amber"),
        ({"reported": "year-to-date"}, value(40), (10, 20, 30, 40), 40, "green"),
        ({"reported": "year-to-date"}, profile(10, 20, 30, 44), (10, 20, 30, 40), 44, "amber"),
    ],
)
def test_a_years_outturn_is_held_against_what_the_year_makes_of_the_target(
    settings, target, series, held_against, status
):
    at = position("2023-24", indicator("count", targets=target, **settings), quarters_from(Q, *series))
    assert (at.target.value, at.status) == (held_against, status)


def test_where_quarters_sum_a_range_for_a_quarter_counts_four_times_in_a_year():
    series = quarters_from(Q, 30, 30, 30, 30)
    year = position("2023-24", indicator("count", targets=between(28, 40)), series)
    assert (year.target.low, year.target.high, year.target.shown) == (112, 160, "112–160")
    assert (year.held, year.status) == (120, "green")
    latest = position("2023-24", indicator("percent", targets=between(28, 40)), series)
    assert (latest.target.shown, latest.held, latest.status) == ("28–40%", 30, "green")


def test_last_years_target_of_a_running_figure_is_last_years_running_figure():
    one = indicator("count", targets=last_year(), reported="year-to-date")
    at = position("2023-24-Q2", one, quarters_from("2022-23-Q1", 10, 25, 40, 60, 12, 24))
    assert (at.target.value, at.status) == (25, "amber")


def test_last_years_target_of_a_year_is_the_outturn_before():
    one = indicator("count", targets=last_year())
    at = position("2023-24", one, quarters_from("2022-23-Q1", 10, 10, 10, 10, 10, 10, 10, 12))
    assert (at.target.value, at.held, at.status) == (40, 42, "green")


@pytest.mark.parametrize(("target", "held_against"), [(value(40), 40), (profile(1, 2, 3, 44), 44), (per_year(45), 45)])
def test_one_figure_a_year_is_held_against_the_target_as_it_stands_and_a_profiles_last(target, held_against):
    one = indicator("count", targets=target, frequency="year")
    assert position("2023-24", one, made.years_from("2023-24", 40)).target.value == held_against


def test_a_floor_of_a_years_target_is_shared_as_the_target_is():
    """By quarter 2 the share is 500 and the floor's 400."""
    one = indicator("count", targets=per_year(1000, floor=made.number(800)))
    assert position("2023-24-Q2", one, quarters_from(Q, 200, 200)).status == "amber"
    assert position("2023-24-Q2", one, quarters_from(Q, 200, 199)).status == "red"


GROWS = Bounds(number(0))


@pytest.mark.parametrize(
    ("polarity", "quarters", "already"),
    [
        ("higher", (50, 49), None),
        ("higher", (50, 50), True),
        ("higher", (50, 70), True),
        ("lower", (50, 50), None),
        ("lower", (50, 54), None),
        ("lower", (50, 56), False),
        ("range", (50, 50), None),
        ("range", (50, 56), False),
        ("monitor", (50, 70), None),
    ],
)
def test_a_years_target_is_settled_once_no_quarter_can_change_it(polarity, quarters, already):
    one = indicator("count", polarity, targets=per_year(100), bounds=GROWS, met_within=tolerance("5%"))
    assert position("2023-24-Q2", one, quarters_from("2023-24-Q1", *quarters)).settled is already


def test_what_can_fall_below_nought_settles_nothing():
    one = indicator("pounds", targets=per_year(100))
    assert position("2023-24-Q2", one, quarters_from("2023-24-Q1", 50, 70)).settled is None


def test_a_target_of_a_quarter_is_never_settled_for_the_year():
    one = indicator("count", targets=value(10), bounds=GROWS)
    assert position("2023-24-Q2", one, quarters_from("2023-24-Q1", 50, 70)).settled is None


def test_at_the_years_end_there_is_nothing_to_be_settled_before():
    one = indicator("count", targets=per_year(100), bounds=GROWS)
    assert position("2023-24-Q4", one, quarters_from("2023-24-Q1", 50, 70, 1, 1)).settled is None
