"""A day that a spreadsheet made of a figure is told from a figure by what stands beside it."""

from __future__ import annotations

import pytest
from small import Check, codes, indicators, quarters

COUNT = 'a; unit = "count"'


@pytest.mark.parametrize(
    ("entry", "rows", "finds"),
    [
        (COUNT, ["a=4", "a=45292"], ["VAL304 2023-24-Q2/s.csv:2:4"]),
        (COUNT, ["a=45292", "a=4"], ["VAL304 2023-24-Q1/s.csv:2:4"]),
        (COUNT, ["a=2000", "a=45292"], ["VAL304 2023-24-Q2/s.csv:2:4"]),
        (COUNT, ["a=2500", "a=45292"], []),
        (COUNT, ["a=44877", "a=45292"], []),
        (COUNT, ["a=4", "a=45292", "a=45383"], []),
        (COUNT, ["a=4", "a=5", "a=45292", "a=45383"], ["VAL304 2023-24-Q3/s.csv:2:4", "VAL304 2023-24-Q4/s.csv:2:4"]),
        (COUNT, ["a=2100", "a=2100", "a=41913", "a=45292"], []),
        (COUNT, ["a=4", "a=45000"], []),
        (COUNT, ["a=4", "a=41913"], ["VAL304 2023-24-Q2/s.csv:2:4"]),
        (COUNT, ["a=4", "a=41914"], []),
        ('a; unit = "pounds"', ["a=4", "a=45292"], []),
        ('a; unit = "days"', ["a=4", "a=45292"], ["VAL304 2023-24-Q2/s.csv:2:4"]),
        (COUNT, ["a/N=3 a/S=2", "a/N=3 a/S=45292"], ["VAL304 2023-24-Q2/s.csv:3:5"]),
        (COUNT, ["a=4"] * 4 + ["a=5"] * 5 + ["a=45292"], ["VAL304 2025-26-Q2/s.csv:2:4"]),
    ],
)
def test_a_day_among_figures_of_another_magnitude(
    checked: Check, entry: str, rows: list[str], finds: list[str]
) -> None:
    """At most a twentieth of it; 41913 is 1 October 2014, as of 10-14, and 41914 a day that nobody typed."""
    assert codes(checked(indicators(entry), quarters("2023-24-Q1", *rows), "2024-01-15")) == finds


@pytest.mark.parametrize(("rows", "finds"), [("b=40 c=3 d=900", ["VAL304"]), ("b=40 c=3 d=950", []), ("b=4 c=3", [])])
def test_in_a_first_return_a_day_is_told_by_the_other_counts(checked: Check, rows: str, finds: list[str]) -> None:
    catalogue = indicators(COUNT, *(f'{name}; unit = "count"' for name in "bcd"))
    found = checked(catalogue, quarters("2023-24-Q3", f"a=45292 {rows}"))
    assert [each.code for each in found if each.code != "DUE102"] == finds


def test_it_says_which_day_it_is_and_what_the_others_are(checked: Check) -> None:
    (found,) = checked(indicators(COUNT), quarters("2023-24-Q1", "a=4", "a=45292"))
    assert found.message == (
        "45292 is what a spreadsheet keeps for 1 January 2024, and its other figures are at most 4"
    )


@pytest.mark.parametrize("bulk_bytes", [-1, 10**9])
def test_it_is_found_however_the_returns_are_read(checked: Check, bulk_bytes: int) -> None:
    files = quarters("2023-24-Q1", *(f"a={number}" for number in (4, 5, 6, 4, 5, 45777)))
    assert [each.code for each in checked(indicators(COUNT), files, bulk_bytes=bulk_bytes)] == ["VAL304"]
