"""The XmR chart, on series whose limits are worked out by hand here."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from made import between, indicator, per_year, position, profile, quarters_from, tolerance, value, years_from

from dap_tui.assess.figures import Figures
from dap_tui.assess.variation import variation_of
from dap_tui.catalogue import VariationSettings
from dap_tui.period import Quarter

FIRST = Quarter.parse("2019-20-Q1")


def chart(*written, polarity="higher", points=13, screen=True, unit="rate", **settings):
    """The chart up to the last of the quarters from 2019-20-Q1 on."""
    last = FIRST.shifted(len(written) - 1)
    one = indicator(unit, polarity, **settings)
    found = position(
        str(last), one, quarters_from(str(FIRST), *written), variation=VariationSettings(points, screen)
    ).variation
    assert found is not None
    return found


def found(at):
    """The special-cause points of the last group, by their place in the series."""
    start = FIRST.year.first * 4 + FIRST.number
    return {
        each.period.year.first * 4 + each.period.number - start: (str(each.rule), str(each.kind))
        for each in at.last.special
    }


def by_hand(line):
    """A line as worked out here, which need not come out even."""
    return pytest.approx(line, abs=Decimal("1e-11"))


def test_limits_are_the_mean_and_two_point_six_six_mean_moving_ranges():
    """10 and 12 in turn: 13 points of mean 142 ÷ 13, twelve moving ranges of 2."""
    limits = chart(*[10, 12] * 6, 10).last.limits
    mean = Decimal(142) / 13
    assert limits.mean == by_hand(mean)
    assert (limits.lower, limits.upper) == (by_hand(mean - Decimal("5.32")), by_hand(mean + Decimal("5.32")))
    assert limits.near_upper == by_hand(mean + 2 * (Decimal("2.66") / 3) * 2)


def test_an_outlying_moving_range_is_screened_out_once():
    """Moving ranges 1, 1, …, 1 (ten) and 20, 20: mean 50/12; 20 is not below 3.267 × 50/12 = 13.6, so 1 is left."""
    series = [10, 11, 10, 11, 10, 11, 31, 11, 10, 11, 10, 11, 10]
    mean = Decimal(sum(series)) / 13
    assert chart(*series).last.limits.upper == by_hand(mean + Decimal("2.66"))
    assert chart(*series, screen=False).last.limits.upper == by_hand(mean + Decimal("2.66") * 50 / 12)


def test_a_moving_range_on_the_screen_itself_is_left_out():
    """One range of 3.267 times the mean of all is not below it: 12 ranges, 11 of a, one of b = 3.267 (11a + b) ÷ 12."""
    a = Decimal("8.733")  # b = 35.937 a ÷ 8.733, so b = 35.937
    b = Decimal("35.937")
    assert Decimal("3.267") * (11 * a + b) / 12 == b
    series = [Decimal(100), *[Decimal(100) + a, Decimal(100)] * 5, Decimal(100) + a, Decimal(100) + a + b]
    limits = chart(*series).last.limits
    assert limits.upper - limits.mean == Decimal("2.66") * a


def test_all_points_equal_have_limits_on_the_mean_and_no_special_cause():
    at = chart(*[7] * 13)
    assert (at.last.limits.lower, at.last.limits.mean, at.last.limits.upper) == (7, 7, 7)
    assert (found(at), at.variation) == ({}, "common-cause")


def test_a_point_beyond_a_limit_is_outside_and_one_inside_is_not():
    """Mean 149 ÷ 13 and ranges 27 ÷ 12 put the limit at 17.45 for a last point of 17; for one of 18, at 17.74."""
    series = [10, 12] * 6
    assert found(chart(*series, 17, screen=False)) == {}
    assert found(chart(*series, 18, screen=False)) == {12: ("outside", "improvement")}
    assert chart(*series, 18, screen=False).variation == "improvement"
    assert chart(*series, -9, screen=False).variation == "concern"
    assert chart(*series, 18, screen=False, polarity="lower").variation == "concern"
    assert chart(*series, 18, screen=False, polarity="monitor").variation == "neutral"


def test_a_point_exactly_on_a_limit_is_not_outside():
    """Eleven 0s, then two points: with limits worked out by hand, 2.66 times the mean range is where the mean ends.

    Points 0 (six times 0, 1 in turn) sum 6; the last is x: mean (6 + x) ÷ 13, ranges (12 + x - 1) ÷ 12 …
    solved for x = mean + 2.66 × range: x (1 - 1/13 - 2.66/12) = 6/13 + 2.66 × 10/12.
    """
    x = (Decimal(6) / 13 + Decimal("2.66") * 10 / 12) / (1 - Decimal(1) / 13 - Decimal("2.66") / 12)
    series = [0, 1] * 6
    below, above = (chart(*series, x + Decimal(shift), screen=False) for shift in ("-1e-9", "1e-9"))
    assert (found(below), found(above)) == ({}, {12: ("outside", "improvement")})


def test_a_trend_of_exactly_seven_is_special_cause_and_of_six_is_not():
    """A wide zigzag keeps the limits far away, so that only the trend can speak."""
    zigzag = [0, 60, 0, 60, 0, 60, 0]
    assert found(chart(*zigzag, 20, 22, 24, 26, 28, 30)) == dict.fromkeys(range(6, 13), ("trend", "improvement"))
    assert found(chart(*zigzag, 20, 22, 24, 26, 28, 27)) == {}


def test_a_tie_ends_a_trend():
    zigzag = [0, 60, 0, 60, 0, 60, 0]
    assert found(chart(*zigzag, 20, 22, 24, 24, 28, 30)) == {}


def test_a_fall_that_turns_into_a_rise_takes_the_rises_direction_at_the_shared_point():
    """After a wide zigzag, 36 falls by twos to 24 (seven points) and rises to 36 again: 24 belongs to both."""
    zigzag = [0, 60, 0, 60, 0, 60, 0]
    at = found(chart(*zigzag, 36, 34, 32, 30, 28, 26, 24, 26, 28, 30, 32, 34, 36))
    assert {place: kind for place, (rule, kind) in at.items() if rule == "trend"} == {
        **dict.fromkeys(range(7, 13), "concern"),
        **dict.fromkeys(range(13, 20), "improvement"),
    }


ZIGZAG = [53, 47] * 10
"""Of mean 50 and moving ranges of 6: three more points leave the near-limits some 12 or 13 away, the limits 19."""


def test_two_in_three_close_to_a_limit_on_one_side():
    """Mean 1,185 ÷ 23 = 51.5; ranges (19 × 6 + 19 + 13 + 13) ÷ 22 = 7.23: near-limit 64.3, limit 70.7."""
    at = chart(*ZIGZAG, 66, 53, 66, screen=False)
    assert at.last.limits.near_upper == by_hand(Decimal(1185) / 23 + 2 * (Decimal("2.66") / 3) * (Decimal(159) / 22))
    assert found(at) == {20: ("two-in-three", "improvement"), 22: ("two-in-three", "improvement")}


def test_a_point_exactly_on_a_near_limit_is_not_close_to_a_limit():
    """Points that sum to 0, ten moving ranges that sum to 30: the near-limit is 2 × 2.66 ÷ 3 × 3 = 5.32."""
    written = ["2.2", "-5.72", "-2.6", "-1.2", "-6.72", "-4.28", "-0.84", "3.8", "4.72", "5.32", "5.32"]
    assert found(chart(*written, points=11, screen=False)) == {}
    nearer = chart(*written[:-2], "5.34", "5.34", points=11, screen=False)
    assert nearer.last.limits.near_upper < Decimal("5.34"), "the mean rises by 0.004, the near-limit by 0.008"
    assert found(nearer) == {9: ("two-in-three", "improvement"), 10: ("two-in-three", "improvement")}


def test_two_in_three_wants_all_three_on_one_side_of_the_mean():
    """Mean 51.3, ranges (19 × 6 + 3 × 19) ÷ 22 = 7.77: near-limit 65.04, so both 66 are near, but 47 is below."""
    across = chart(*ZIGZAG, 66, 47, 66, screen=False)
    assert across.last.limits.near_upper < 66 < across.last.limits.upper
    assert found(across) == {}


def test_two_in_three_below_the_mean_is_the_other_direction():
    at = chart(*ZIGZAG[1:], 53, 34, 47, 34, screen=False)
    assert at.last.limits.lower < 34 < at.last.limits.near_lower
    assert found(at) == {20: ("two-in-three", "concern"), 22: ("two-in-three", "concern")}


def test_a_shift_is_seven_in_a_row_strictly_on_one_side_of_the_mean():
    """Six low then seven high, each half alternating, so no trend; the mean lies between."""
    low, high = [40, 42, 40, 42, 40, 42], [44, 46, 44, 46, 44, 46, 44]
    shifts = {place: rule for place, (rule, _) in found(chart(*low, *high, screen=False)).items()}
    assert {place for place in shifts if place >= 6} == set(range(6, 13))
    assert set(shifts.values()) == {"shift"}


def test_a_point_exactly_on_the_mean_ends_a_shift():
    """Mean 10 exactly: 12 and 11 above, 10 on it. The run above is four, the mean, three."""
    series = [10, 12, 11, 12, 11, 10, 12, 11, 12, 4, 9, 8, 8]
    assert sum(series) == 130
    assert "shift" not in {rule for rule, _ in found(chart(*series, screen=False)).values()}


def test_a_missing_quarter_is_no_point_and_nothing_reaches_across_it():
    """Seven rising points with a gap among them are no trend, and the step across the gap is no moving range."""
    zigzag = [0, 60, 0, 60, 0, 60, 0]
    whole = chart(*zigzag, 20, 22, 24, 26, 28, 30)
    assert "trend" in {rule for rule, _ in found(whole).values()}
    gap = chart(*zigzag, 20, 22, None, 24, 26, 28, 30)
    assert found(gap) == {}
    ranges = [60, 60, 60, 60, 60, 60, 20, 2, 2, 2, 2]
    values = [0, 60, 0, 60, 0, 60, 0, 20, 22, 24, 26, 28, 30]
    assert len(gap.last.points) == len(values) == 13
    assert gap.last.limits.upper == by_hand(Decimal(sum(values)) / 13 + Decimal("2.66") * sum(ranges) / len(ranges))


def test_too_few_points_have_no_limits_and_no_special_cause():
    at = chart(*[10, 12] * 6)
    assert (at.variation, at.last.limits, at.last.special, len(at.last.points)) == ("too-few-points", None, (), 12)
    assert chart(*[10, 12] * 6, points=12).variation == "common-cause"


def test_a_chart_starts_afresh_at_a_rebase_quarter():
    at = chart(*[10, 12] * 7, points=6, rebase=frozenset({FIRST.shifted(8)}))
    assert [len(group.points) for group in at.groups] == [8, 6]
    assert at.last.since == FIRST.shifted(8)


def test_a_rebase_in_a_quarter_without_a_point_starts_at_the_next_one():
    at = chart(10, 12, None, 10, 12, points=2, rebase=frozenset({FIRST.shifted(2)}))
    assert [group.since for group in at.groups] == [FIRST, FIRST.shifted(3)]


def test_a_chart_starts_afresh_at_a_break():
    at = chart(10, 12, "30 [b]", 31, points=2)
    assert [[each for _, each in group.points] for group in at.groups] == [[10, 12], [30, 31]]


def test_a_running_total_that_breaks_starts_afresh_with_the_next_point():
    """Of the quarter in which it breaks its own figure is not known: 7 and 9, then nothing, then 30 and 5."""
    at = chart(7, 16, "50 [b]", 80, 5, unit="count", reported="year-to-date", points=2)
    assert [[each for _, each in group.points] for group in at.groups] == [[7, 9], [30, 5]]
    assert at.last.since == FIRST.shifted(3)


def test_a_chart_of_years_starts_afresh_in_the_year_of_a_rebase_quarter():
    one = indicator("count", frequency="year", rebase=frozenset({Quarter.parse("2012-13-Q2")}))
    at = position("2013-14", one, years_from("2010-11", 4, 5, 6, 7)).variation
    assert [len(group.points) for group in at.groups] == [2, 2]


def test_a_chart_of_quarters_starts_afresh_in_the_first_of_a_rebase_year():
    assert chart(*[10, 12] * 3, rebase=frozenset({FIRST.year.next})).last.since == FIRST.shifted(4)


def test_later_quarters_are_no_part_of_a_quarters_chart():
    series = quarters_from(str(FIRST), *range(20))
    early = position(str(FIRST.shifted(3)), indicator(), series)
    assert len(early.variation.last.points) == 4


@pytest.mark.parametrize(
    ("polarity", "target", "assurance"),
    [
        ("higher", 5, "passing"),
        ("higher", 17, "failing"),
        ("higher", 11, "hit-and-miss"),
        ("lower", 5, "failing"),
        ("lower", 17, "passing"),
    ],
)
def test_assurance_asks_on_which_side_of_the_limits_the_target_lies(polarity, target, assurance):
    assert chart(*[10, 12] * 6, 10, polarity=polarity, targets=value(target)).assurance == assurance


def test_a_target_exactly_on_a_limit_is_hit_and_miss():
    """15 points that sum to 165 have a mean of 11; fourteen ranges of 2 put the limits at 11 ± 5.32."""
    series = [10, 12] * 7 + [11]
    ranges = [2] * 13 + [1]
    wide = Decimal("2.66") * sum(ranges) / len(ranges)
    assert sum(series) == 165
    for edge in (11 - wide, 11 + wide):
        assert chart(*series, targets=value(str(edge))).assurance == "hit-and-miss"
    assert chart(*series, targets=value(str(11 - wide - Decimal("1e-20")))).assurance == "passing"


def test_assurance_wants_one_target_value_for_a_quarter():
    zigzag = [*[10, 12] * 6, 10]
    assert chart(*zigzag, targets=profile(5, 5, 5, 5)).assurance == "passing"
    assert chart(*zigzag, targets=between(5, 6)).assurance is None
    assert chart(*zigzag, unit="count", targets=per_year(5)).assurance is None
    assert chart(*zigzag, polarity="monitor", targets=value(5)).assurance is None
    assert chart(*zigzag).assurance is None


def test_in_a_years_report_the_quarters_are_held_against_a_quarters_target():
    """A target of 11 a quarter is 44 for the year, far beyond the limits of quarters from 10 to 12."""
    one = indicator(targets=value(11))
    at = position("2022-23", one, quarters_from("2019-20-Q1", *[10, 12] * 8))
    assert (at.target.value, at.variation.assurance) == (44, "hit-and-miss")


def test_a_running_count_is_charted_by_its_own_quarters_and_has_no_assurance():
    running = [each + 10 * quarter for _ in range(4) for quarter, each in enumerate((5, 5, 6, 5))]
    at = chart(*running, unit="count", reported="year-to-date", targets=value(1), points=2)
    assert [each for _, each in at.last.points][:4] == [5, 10, 11, 9]
    assert at.assurance is None


def test_a_yearly_indicators_points_are_years():
    one = indicator("count", frequency="year")
    at = position("2013-14", one, years_from("2010-11", 4, 5, 6, 7), variation=VariationSettings(3))
    assert [str(period) for period, _ in at.variation.last.points] == ["2010-11", "2011-12", "2012-13", "2013-14"]


def test_steady_has_no_say_in_variation():
    assert chart(*[10, 12] * 6, 10, steady=tolerance("50%")).last.limits.upper > 16


def test_a_running_percentage_is_charted_as_it_runs():
    at = chart(30, 32, 34, 36, unit="percent", reported="year-to-date", targets=value(20), points=4)
    assert [each for _, each in at.last.points] == [30, 32, 34, 36]
    assert at.assurance == "passing", "a percentage has one target for every quarter, though it runs"


def test_limits_are_not_clipped_at_nought_or_at_100_per_cent():
    limits = chart(*[0, 100] * 6, 0, unit="percent").last.limits
    assert limits.lower < 0
    assert limits.upper > 100


def test_a_point_is_special_cause_by_the_first_rule_that_holds():
    """A rise of seven that ends outside, all on one side of the mean: outside before trend, trend before shift."""
    at = found(chart(*[10, 12] * 10, 13, 14, 15, 16, 17, 18, 40, screen=False))
    assert [at[place][0] for place in range(20, 27)] == ["trend"] * 6 + ["outside"]


def test_the_worked_example_of_the_package_that_the_rules_are_from():
    """NHSRplotthedots, "Deviations from Excel defaults", prints these limits and one special cause, the 5th point."""
    series = [1, 2, 1, 2, 10, *[1, 2] * 6, 1]
    for screen, lower, upper in ((True, "-0.72", "4.60"), (False, "-3.06", "6.95")):
        at = chart(*series, screen=screen)
        printed = [f"{each:.2f}" for each in (at.last.limits.lower, at.last.limits.mean, at.last.limits.upper)]
        assert printed == [lower, "1.94", upper]
        assert found(at) == {4: ("outside", "improvement")}


def test_two_points_close_to_opposite_limits_are_common_cause():
    """The package's own example: 1 and -1 in turn, then 5.5 and -5.5."""
    assert found(chart(*[1, -1] * 7, "5.5", "-5.5")) == {}


@pytest.mark.parametrize("seed", range(20))
def test_as_of_a_quarter_the_chart_is_that_of_what_was_returned_until_then(seed):
    chance = Random(seed)  # noqa: S311 # nothing here is secret
    written = [_written(chance) for _ in range(30)]
    rebase = (FIRST.shifted(chance.randrange(30)),) if chance.random() < 0.5 else ()
    one, settings = (
        indicator("rate", rebase=rebase),
        VariationSettings(chance.choice((3, 7, 13)), chance.random() < 0.5),
    )
    whole = Figures(one, quarters_from(str(FIRST), *written))
    for at in range(30):
        until = Figures(one, quarters_from(str(FIRST), *written[: at + 1]))
        then, alone = (variation_of(each, FIRST.shifted(at), settings) for each in (whole, until))
        assert then == alone
        if then is not None and alone is not None:
            assert [each.special for each in then.groups] == [each.special for each in alone.groups]
            last = [each for each in then.last.special if each.period == then.last.points[-1][0]]
            assert [then.latest] == (last or [None])


def _written(chance: Random) -> str | None:
    """A figure, now and then a break, a symbol or none."""
    text = f"{chance.randrange(20, 30) + chance.choice((0, 0, 0, 12))}"
    return chance.choice([text] * 20 + [f"{text} [b]", "[x]", None])
