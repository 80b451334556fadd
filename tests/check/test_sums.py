"""Figures that do not agree: breakdowns, parts, ratios, running totals, years."""

from __future__ import annotations

import pytest
from small import Check, codes, indicators, quarters, returned

COUNT = 'a; unit = "count"'
Q3 = "2023-24-Q3"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("a=10 a/N=4 a/S=6", None),
        ("a=10 a/N=4 a/S=5", "'a' is 10, and its rows add up to 9"),
        ("a=10 a/N=4 a/S=[z]", "'a' is 10, and its rows add up to 4"),
        ("a=10 a/N=10 a/S=[z]", None),
        ("a=10 a/N=4 a/S=[c]", None),
        ("a=10 a/N=12 a/S=[c]", "'a' is 10, and its rows come to 12 already, one being unknown"),
        ("a=[x] a/N=4 a/S=5", None),
        ("a/N=4 a/S=5", None),
        ("a=10", None),
    ],
)
def test_a_breakdown_adds_up_to_its_total(checked: Check, rows: str, says: str | None) -> None:
    found = [each for each in checked(indicators(COUNT), quarters(Q3, rows)) if each.code == "SUM101"]
    assert [each.message for each in found] == ([says] if says else [])
    if says:
        assert codes(found) == ["SUM101 2023-24-Q3/s.csv:2:4"]


def test_a_blank_or_unreadable_row_of_a_breakdown_is_not_also_a_sum_that_fails(checked: Check) -> None:
    found = checked(indicators(COUNT), quarters(Q3, "a=10 a/N=4 a/S="))
    assert codes(found) == ["RET212 2023-24-Q3/s.csv:4:5"]
    found = checked(indicators(COUNT), quarters(Q3, "a=10 a/N=4 a/S=six"))
    assert codes(found) == ["VAL101 2023-24-Q3/s.csv:4:5"]


@pytest.mark.parametrize(
    ("settings", "rows", "finds"),
    [
        ('unit = "percent"', "a=50 a/N=40 a/S=70", False),
        ('unit = "percent"; breakdown_adds_up = true', "a=100 a/N=33 a/S=33 a/E=33", False),
        ('unit = "percent"; breakdown_adds_up = true', "a=100 a/N=33 a/S=33 a/E=30", True),
        ('unit = "count"; breakdown_adds_up = false', "a=10 a/N=9 a/S=9", False),
        ('unit = "pounds"', "a=1000 a/N=499.6 a/S=500.6", False),
        ('unit = "pounds"', "a=1000.00 a/N=499.60 a/S=500.60", True),
    ],
)
def test_what_adds_up_and_how_exactly_is_the_indicators_own(
    checked: Check, settings: str, rows: str, finds: bool
) -> None:
    found = checked(indicators(f"a; {settings}"), quarters(Q3, rows))
    assert [each.code for each in found] == (["SUM101"] if finds else [])


WHOLE = indicators('a; unit = "count"; parts = ["b", "c"]', 'b; unit = "count"', 'c; unit = "count"')


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("a=1821 b=1158 c=663", None),
        ("a=1821 b=1158 c=636", "'a' is 1,821, and its parts add up to 1,794"),
        ("a=[x] b=[x] c=[x]", None),
        ("a=1821 b=1900 c=[x]", "'a' is 1,821, and its parts come to 1,900 already, one being unknown"),
        ("a/N=9 b=4 c=4", "'a' is 9, and its parts add up to 8"),
    ],
)
def test_parts_add_up_to_their_whole(checked: Check, rows: str, says: str | None) -> None:
    found = [each.message for each in checked(WHOLE, quarters(Q3, rows))]
    assert found == ([says] if says else [])


@pytest.mark.parametrize(
    ("percent", "finds"),
    [("66.7", False), ("66.6", False), ("67", False), ("66", False), ("65", True), ("68", True), ("66.5", True)],
)
def test_a_percent_is_held_against_its_ratio_to_the_last_place_written(
    checked: Check, percent: str, finds: bool
) -> None:
    catalogue = indicators('a; unit = "percent"; ratio = ["b", "c"]', 'b; unit = "count"', 'c; unit = "count"')
    found = checked(catalogue, quarters(Q3, f"a={percent} b=4 c=6"))
    assert [each.code for each in found] == (["SUM103"] if finds else [])


def test_a_ratio_without_both_figures_says_nothing(checked: Check) -> None:
    catalogue = indicators('a; unit = "percent"; ratio = ["b", "c"]', 'b; unit = "count"', 'c; unit = "count"')
    assert checked(catalogue, quarters("2023-24-Q1", "a=5 b=4 c=[x]", "a=6 b=4 c=0", "b=4 c=6")) == ()


RUNNING = 'a; unit = "count"; reported = "year-to-date"'


@pytest.mark.parametrize(
    ("values", "finds"),
    [
        (("a=5", "a=9", "a=9"), []),
        (("a=5", "a=9", "a=8"), ["SUM201 2023-24-Q3/s.csv:2:4"]),
        (("a=5", "a=[x]", "a=4"), ["SUM201 2023-24-Q3/s.csv:2:4"]),
        (("a=5", "a=9", "a=8[b]"), []),
        (("a/N=5", "a/N=9", "a/N=8"), ["SUM201 2023-24-Q3/s.csv:2:5"]),
    ],
)
def test_a_running_total_never_falls_within_a_year(checked: Check, values: tuple[str, ...], finds: list[str]) -> None:
    assert codes(checked(indicators(RUNNING), quarters("2023-24-Q1", *values))) == finds


def test_a_running_total_begins_anew_with_the_year_and_a_percent_may_fall(checked: Check) -> None:
    assert checked(indicators(RUNNING), quarters("2022-23-Q4", "a=90", "a=20", "a=45")) == ()
    percent = indicators('a; unit = "percent"; reported = "year-to-date"')
    assert checked(percent, quarters("2022-23-Q4", "a=70", "a=60", "a=55")) == ()


@pytest.mark.parametrize(
    ("settings", "year", "finds"),
    [
        ('unit = "count"', "40", False),
        ('unit = "count"', "41", True),
        ('unit = "count"; aggregate = "mean"', "10", False),
        ('unit = "count"; aggregate = "mean"', "11", True),
        ('unit = "percent"', "13", False),
        ('unit = "percent"', "10", True),
        (RUNNING[3:], "13", False),
        (RUNNING[3:], "40", True),
    ],
)
def test_a_year_agrees_with_its_quarters(checked: Check, settings: str, year: str, finds: bool) -> None:
    files = quarters("2022-23-Q1", "a=7", "a=9", "a=11", "a=13")
    files["returns/2022-23/s.csv"] = returned(f"a={year}")
    found = checked(indicators(f"a; {settings}", last_period="2022-23-Q4"), files)
    assert codes(found) == (["SUM202 2022-23/s.csv:2:4"] if finds else [])


def test_quarters_that_are_in_cannot_come_to_more_than_their_year(checked: Check) -> None:
    files = {**quarters("2022-23-Q1", "a=20", "a=25"), "returns/2022-23/s.csv": returned("a=40")}
    found = checked(indicators(COUNT, last_period="2022-23-Q4"), files)
    assert [each.message for each in found if each.code == "SUM202"] == [
        "'a' is 40 in 2022/23, and the quarters that are in come to more already: 45"
    ]
