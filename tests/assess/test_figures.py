"""The value that is judged: year to date, outturn, totals worked out, ratios, outlook and long-term trend."""

from __future__ import annotations

import pytest
from made import (
    assess,
    figure,
    figures,
    indicator,
    number,
    per_year,
    period,
    position,
    quarter,
    quarters_from,
    years_from,
)

from dap_tui.assess.figures import Ledger
from dap_tui.catalogue import Catalogue
from dap_tui.measure import Aggregate, Figure
from dap_tui.returns import Returns

Q1, Q2, Q4 = "2023-24-Q1", "2023-24-Q2", "2023-24-Q4"


def test_a_sum_to_date_wants_every_quarter_so_far():
    of = figures(indicator(), quarters_from(Q1, 10, None, 30))
    assert of.year_to_date(quarter(Q1)).number == 10
    assert of.year_to_date(quarter("2023-24-Q3")) is None


def test_a_mean_to_date_is_of_the_quarters_returned_and_takes_a_place_more():
    of = figures(indicator("percent", aggregate=Aggregate.MEAN), quarters_from(Q1, 10, "[x]", 15))
    assert str(of.year_to_date(quarter("2023-24-Q3")).number) == "12.5"


def test_the_latest_to_date_is_the_latest_returned():
    of = figures(indicator("percent"), quarters_from(Q1, 10, 20, "[x]"))
    assert of.year_to_date(quarter("2023-24-Q3")).number == 20


@pytest.mark.parametrize(
    ("settings", "series", "outturn"),
    [
        ({}, (10, 20, 30, 40), "100"),
        ({}, (10, "[z]", 30, 40), "80"),
        ({"aggregate": Aggregate.MEAN}, (10, 20, 30, 41), "25.3"),
        ({"aggregate": Aggregate.LATEST}, (10, 20, 30, 40), "40"),
        ({"reported": "year-to-date"}, (10, 20, 30, 40), "40"),
    ],
)
def test_a_years_outturn_is_made_of_its_quarters(settings, series, outturn):
    of = figures(indicator(**settings), quarters_from(Q1, *series))
    assert str(of.outturn(period("2023-24")).number) == outturn


def test_an_outturn_with_a_quarter_missing_is_the_one_returned_for_the_year_if_any():
    three = quarters_from(Q1, 10, 20, 30)
    assert figures(indicator(), three).outturn(period("2023-24")) is None
    assert figures(indicator(), three | years_from("2023-24", 99)).outturn(period("2023-24")).number == 99


def test_where_quarters_and_a_year_are_both_there_the_quarters_make_the_outturn():
    both = quarters_from(Q1, 10, 20, 30, 40) | years_from("2023-24", 99)
    assert figures(indicator(), both).outturn(period("2023-24")).number == 100


def test_a_running_totals_own_quarter_is_the_difference_to_the_quarter_before():
    of = figures(indicator(reported="year-to-date"), quarters_from(Q1, 10, 25, "40 [b]", 60))
    own = [of.own_quarter(each) for each in period("2023-24").quarters]
    assert [None if each is None else each.number for each in own] == [10, 15, None, 20]


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ({"NPS": 15, "CRC": 43, "CAF": 5}, "63"),
        ({"NPS": 9, "CRC": "[z]"}, "9"),
        ({"NPS": "1.5", "CRC": "2.25"}, "3.75"),
        ({"NPS": 9, "CRC": "[c]"}, None),
        ({"NPS": 9, "CRC": "[x]"}, None),
    ],
)
def test_a_total_left_out_is_the_sum_of_its_breakdown_where_no_part_is_hidden_or_missing(rows, total):
    returned = {"one": {name: quarters_from(Q1, each) for name, each in rows.items()}}
    at = assess(Q1, indicator(), returned=returned).positions[0]
    assert (at.figure and str(at.figure.number)) == total
    assert at.figure is None or at.figure.worked_out
    assert at.is_returned


def test_a_breakdown_that_is_all_not_applicable_has_a_total_that_is():
    returned = {"one": {"NPS": quarters_from(Q1, "[z]"), "CRC": quarters_from(Q1, "[z]")}}
    assert assess(Q1, indicator(), returned=returned).positions[0].figure.symbol == "z"


def test_a_total_is_not_worked_out_while_a_row_of_its_breakdown_is_left_blank():
    rows = {"NPS": quarters_from(Q1, 15, 16), "CRC": quarters_from(Q2, 40)}
    returns = Returns.of({"one": rows}, blanks={("one", "CRC", quarter(Q1)): Figure()})
    ledger = Ledger(Catalogue(indicators=(indicator(),)), returns)
    series = ledger.total(indicator()).series
    assert {at.id: each.number for at, each in series.items()} == {Q2: 56}


def test_a_breakdown_that_does_not_add_up_makes_no_total():
    returned = {"one": {"City": quarters_from(Q1, 90)}}
    assert assess(Q1, indicator("percent"), returned=returned).positions[0].figure is None


def test_a_symbol_returned_as_total_stands_whatever_the_breakdown_says():
    returned = {"one": {"": quarters_from(Q1, "[x]"), "NPS": quarters_from(Q1, 3)}}
    assert assess(Q1, indicator(), returned=returned).positions[0].figure.symbol == "x"


def test_a_ratio_is_worked_out_where_it_is_not_returned():
    share = indicator("percent", id="share", ratio=("crime", "all"))
    crime, total = indicator(id="crime"), indicator(id="all")
    returned = {"crime": {"": quarters_from(Q1, 1158, 1)}, "all": {"": quarters_from(Q1, 1821, 0)}}
    first, second = (assess(at, share, crime, total, returned=returned).positions[0] for at in (Q1, Q2))
    assert (str(first.value), first.figure.worked_out) == ("63.6", True), "a place more than its figures have"
    assert second.value is None, "nothing is no share of nothing"


@pytest.mark.parametrize(("part", "whole"), [("[x]", 4), (3, "[x]"), (3, 0), (None, 4), (3, None)])
def test_a_ratio_is_not_worked_out_of_what_is_missing_or_of_nought(part, whole):
    returned = {"part": {"": quarters_from(Q1, part)}, "whole": {"": quarters_from(Q1, whole)}}
    share = indicator("percent", id="share", ratio=("part", "whole"))
    whole_of_it = assess(Q1, share, indicator(id="part"), indicator(id="whole"), returned=returned)
    assert whole_of_it.position["share"].figure is None


def shared(at, share, first, second, **settings):
    """The ratio `share` of two counts, each as quarters from Q1 on."""
    parts = [indicator(id=each, **settings) for each in ("crime", "all")]
    returned = {"crime": {"": quarters_from(Q1, *first)}, "all": {"": quarters_from(Q1, *second)}}
    return assess(at, share, *parts, returned=returned).positions[0]


def test_a_ratio_of_a_quarter_is_of_what_running_totals_say_of_the_quarter_alone():
    """15 of 50 in quarter 2, where the year to date says 25 of 150."""
    share = indicator("percent", id="share", ratio=("crime", "all"))
    assert shared(Q2, share, (10, 25), (100, 150), reported="year-to-date").value == 30


def test_a_running_ratio_is_of_the_year_to_date():
    share = indicator("percent", id="share", ratio=("crime", "all"), reported="year-to-date")
    assert shared(Q2, share, (10, 15), (100, 100)).value == number("12.5")


def test_a_running_ratio_is_not_worked_out_of_a_quarter_whose_parts_were_not_returned():
    share = indicator("percent", id="share", ratio=("crime", "all"), reported="year-to-date")
    latest = {"aggregate": Aggregate.LATEST}
    assert shared(Q2, share, (10, 15), (100, 50), **latest).value == 30
    assert shared(Q2, share, (10, None), (100, 50), **latest).value is None


def test_a_yearly_ratio_is_of_the_outturns():
    share = indicator("percent", id="share", ratio=("crime", "all"), frequency="year")
    assert shared("2023-24", share, (10, 20, 30, 40), (100, 100, 100, 100)).value == 25


def test_parts_returned_as_a_year_make_the_years_ratio_and_quarters_make_their_own():
    share, *parts = indicator("percent", id="share", ratio=("crime", "all")), indicator(id="crime"), indicator(id="all")
    by_year = {"crime": {"": years_from("2023-24", 25)}, "all": {"": years_from("2023-24", 100)}}
    assert assess("2023-24", share, *parts, returned=by_year).positions[0].value == 25
    refused = {
        "share": {"": quarters_from(Q4, "[x]")},
        "crime": {"": quarters_from(Q1, 10, 20, 30, 40)},
        "all": {"": quarters_from(Q1, 100, 100, 100, 100)},
        "other": {"": years_from("2023-24", 1)},
    }
    at = assess("2023-24", share, *parts, returned=refused).positions[0]
    assert (at.value, at.figure.symbol) == (None, "x"), "quarter 4 speaks for the year"


def test_what_is_worked_out_from_a_figure_that_breaks_the_series_breaks_it_too():
    rows = {"NPS": quarters_from(Q1, 9, "3 [b]"), "CRC": quarters_from(Q1, 4, 4)}
    total = assess(Q2, indicator(), returned={"one": rows}).positions[0]
    assert (total.value, total.previous_quarter.arrow) == (7, "none")
    share = indicator("percent", id="share", ratio=("crime", "all"))
    at = shared(Q2, share, (10, "25 [b]"), (100, 100))
    assert (at.value, at.previous_quarter.arrow) == (25, "none")


def test_a_break_in_a_year_is_where_the_next_years_start_from():
    one = indicator()
    series = years_from("2021-22", 100, "60 [b]", 70)
    assert position("2022-23", one, series).last_year.arrow == "none"
    assert position("2023-24", one, series).last_year.arrow == "up"


@pytest.mark.parametrize(
    ("settings", "breaks"),
    [
        ({"aggregate": Aggregate.SUM}, True),
        ({"aggregate": Aggregate.MEAN}, True),
        ({"aggregate": Aggregate.LATEST}, False),
        ({"reported": "year-to-date"}, False),
    ],
)
def test_a_break_inside_a_year_parts_it_from_the_next_where_it_is_made_of_all_its_quarters(settings, breaks):
    of = figures(indicator(**settings), quarters_from("2022-23-Q1", 1, "2 [b]", 3, 4, 5, 6, 7, 8))
    assert of.breaks_between(period("2022-23"), period("2023-24")) is breaks


def test_a_breakdown_row_has_its_own_past():
    returned = {"one": {"": quarters_from(Q1, 9, 7), "NPS": quarters_from(Q1, 4, 5), "CRC": quarters_from(Q1, 5, 2)}}
    rows = assess(Q2, indicator(polarity="lower"), returned=returned).positions[0].breakdown
    assert [(row.name, row.previous_quarter.judgement) for row in rows] == [("NPS", "worsening"), ("CRC", "improving")]
    assert [[figure.number for _, figure in row.history] for row in rows] == [[4, 5], [5, 2]]


def test_the_breakdown_has_the_rows_of_the_year_so_far_and_of_the_year_before():
    first, last = quarters_from("2022-23-Q1", 1), quarters_from(Q2, 2)
    rows = {"before": quarters_from("2021-22-Q4", 9), "first": first, "last": last, "after": quarters_from(Q4, 9)}
    found = assess(Q2, indicator(), returned={"one": rows}).positions[0].breakdown
    assert [(row.name, row.value) for row in found] == [("first", None), ("last", 2)]


def test_the_outlook_is_at_this_rate_and_at_last_years_shape():
    one = indicator(targets=per_year(1000))
    series = quarters_from("2022-23-Q1", 100, 100, 100, 500, 150, 120)
    outlook = position(Q2, one, series).outlook
    assert (outlook.at_this_rate, outlook.at_last_years_shape) == (540, 1080)
    assert (outlook.meets_at_this_rate, outlook.meets_at_last_years_shape, outlook.meets) == (False, True, False)


def test_an_outlook_meets_its_target_only_where_every_outlook_does():
    one = indicator(targets=per_year(500))
    both = position(Q2, one, quarters_from("2022-23-Q1", 100, 100, 100, 500, 150, 120)).outlook
    assert both.meets
    assert position(Q2, one, quarters_from(Q1, 150, 120)).outlook.meets
    falls = position(Q2, one, quarters_from("2022-23-Q1", 500, 500, 1, 1, 150, 120)).outlook
    assert (falls.meets_at_this_rate, falls.meets) == (True, False)


def test_an_outlook_takes_the_places_of_the_year_to_date():
    assert (
        str(
            position(
                "2023-24-Q3", indicator(targets=per_year(1000)), quarters_from(Q1, 500, 523, 448)
            ).outlook.at_this_rate
        )
        == "1961"
    )


def test_only_a_years_target_has_an_outlook():
    import made

    assert position(Q1, indicator(targets=made.value(10)), quarters_from(Q1, 5)).outlook is None
    assert position("2023-24", indicator(targets=per_year(10)), quarters_from(Q1, 5, 5, 5, 5)).outlook is None


def test_the_long_term_trend_is_the_latest_full_year_against_up_to_five_before_it():
    one = indicator("count", "lower", frequency="year")
    series = years_from("2015-16", 9000, 10, 20, 30, 40, 50, 20)
    trend = position("2021-22", one, series).long_term
    assert (trend.outturn, trend.before, trend.years, trend.judgement) == (20, 30, 5, "improving")


def test_the_long_term_trend_wants_two_years_before():
    one = indicator("count", frequency="year")
    assert position("2021-22", one, years_from("2020-21", 10, 20)).long_term is None
    trend = position("2021-22", one, years_from("2019-20", 10, 11, 20)).long_term
    assert (str(trend.before), trend.judgement) == ("10.5", "improving")


def test_the_long_term_trend_does_not_see_years_to_come():
    one = indicator("count", frequency="year")
    series = years_from("2018-19", 10, 20, 30, 9999)
    assert position("2020-21", one, series).long_term.outturn == 30


def test_a_year_is_full_in_its_fourth_quarter_and_not_before():
    series = quarters_from(Q1, 1, 2, 3, 4)
    full = [[*position(f"2023-24-Q{number}", indicator(), series).years] for number in (3, 4)]
    assert full == [[], [period("2023-24")]]


def test_decimals_round_a_figure_once():
    of = figures(indicator("rate", aggregate=Aggregate.MEAN, decimals=0), quarters_from(Q1, "0.4", "0.4", "0.4", "0.9"))
    assert of.outturn(period("2023-24")).number == number(1), "the mean is 0.525: of rounded quarters it would be 0"


def test_figures_keep_the_places_they_were_written_with():
    assert position(Q1, indicator("percent"), {period(Q1): figure("36.4")}).shown == "36.4%"
    assert position(Q1, indicator("percent"), {period(Q1): figure("38")}).shown == "38%"
    assert position(Q1, indicator("percent", decimals=1), {period(Q1): figure("38")}).shown == "38.0%"


def test_a_year_of_totals_from_breakdowns_is_rounded_once():
    """Four quarters of £0.40 and £0.05: £1.80 in all, of rounded quarters nothing."""
    rows = {"Rent": quarters_from(Q1, *["0.40"] * 4), "Food": quarters_from(Q1, *["0.05"] * 4)}
    at = assess("2023-24", indicator("pounds", decimals=0), returned={"one": rows}).positions[0]
    assert at.value == 2


def test_parts_make_no_total():
    whole = indicator(id="whole", parts=("one",))
    returned = {"one": {"": quarters_from(Q1, 9)}}
    assert assess(Q1, whole, indicator(), returned=returned).position["whole"].figure is None


def test_what_is_not_running_is_its_own_quarter_and_a_running_percentage_has_none():
    assert figures(indicator("percent"), quarters_from(Q1, 30)).own_quarter(quarter(Q1)).number == 30
    running = figures(indicator("percent", reported="year-to-date"), quarters_from(Q1, 30, 40))
    assert [running.own_quarter(quarter(each)) for each in (Q1, Q2)] == [None, None]


def test_a_year_returned_as_a_year_stands_in_for_a_running_quarter_4_or_a_latest_one():
    series = quarters_from(Q1, 10, 20, 30) | years_from("2023-24", 44)
    for settings in ({"reported": "year-to-date"}, {"aggregate": Aggregate.LATEST}, {"aggregate": Aggregate.MEAN}):
        assert figures(indicator(**settings), series).outturn(period("2023-24")).number == 44


def test_an_indicator_is_in_the_reports_of_its_from_and_until_alone():
    one = indicator(from_=period(Q2), until=period("2024-25"))
    here = {at: len(assess(at, one, returned={}).positions) for at in (Q1, Q2, "2024-25-Q4", "2025-26-Q1")}
    assert here == {Q1: 0, Q2: 1, "2024-25-Q4": 1, "2025-26-Q1": 0}
    assert [len(assess(at, one, returned={}).positions) for at in ("2022-23", "2023-24", "2025-26")] == [0, 1, 0]


@pytest.mark.parametrize(("name", "is_due"), [(Q1, False), ("2023-24-Q3", True), ("2030-31-Q1", False)])
def test_what_is_due_is_expected_and_its_day_has_passed(name, is_due):
    """From quarter 3 of 2023/24 on, and as of the first of January 2030."""
    at = position("2023-24-Q3", indicator(from_=quarter("2023-24-Q3")), {})
    assert at.is_due(quarter(name)) is is_due


def test_positions_are_found_by_their_source_and_by_each_of_their_priorities():
    both = indicator(id="both", priorities=("safe", "heard"))
    whole = assess(Q1, both, indicator(id="safe", priorities=("safe",)), indicator(id="other"), returned={})
    ids = {name: [each.indicator.id for each in whole.of_priority(name)] for name in ("safe", "heard", "none")}
    assert ids == {"safe": ["both", "safe"], "heard": ["both"], "none": []}
    assert [len(whole.of_source(name)) for name in ("some", "another")] == [3, 0]


@pytest.mark.parametrize(
    ("polarity", "judgement"),
    [("higher", "improving"), ("lower", "worsening"), ("monitor", "neutral"), ("range", "neutral")],
)
def test_polarity_judges_the_long_term_trend(polarity, judgement):
    one = indicator("count", polarity, frequency="year")
    assert position("2021-22", one, years_from("2019-20", 10, 11, 20)).long_term.judgement == judgement


def test_the_long_term_trend_does_not_reach_across_a_break():
    one = indicator("count", frequency="year")
    assert position("2021-22", one, years_from("2017-18", 1, 2, "50 [b]", 60, 70)).long_term.before == 55
