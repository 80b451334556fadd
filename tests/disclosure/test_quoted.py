"""Small numbers in people's own words, and in partners' own returns."""

from __future__ import annotations

from decimal import Decimal

import pytest
from made import figure, indicator, period, quarters_from, workspace, years_from

from dap_tui.disclosure.own_return import WorkedOut, worked_out_in
from dap_tui.disclosure.quoted import percentages_quoted, quotes_hidden

Q3 = period("2023-24-Q3")


@pytest.mark.parametrize(
    ("text", "hidden", "quoted"),
    [
        ("Three of them were repeat cases.", {3}, [3]),
        ("Only 3 women were housed.", {3}, [3]),
        ("There were 27 from CRC and nine from NPS; 1 came from CAF.", {1, 9}, [9, 1]),
        ("From 12 to 4.", {4}, [4]),
        ("Cases: 2, 3 and 4", {4}, [4]),
        ("1,204 calls", {1204}, [1204]),
        ("(3)", {3}, [3]),
        ("One woman moved on.", {1}, [1]),
    ],
)
def test_a_number_is_quoted_in_digits_or_words(text, hidden, quoted):
    assert [quote.number for quote in quotes_hidden(text, hidden)] == quoted


@pytest.mark.parametrize(
    "text",
    [
        "Q3 was quieter than Q4.", "In quarter 3 and quarter 4 of 2013/14", "within 3 months", "a 3-month programme",
        "up 3% on Q2", "down 4 percentage points", "on 4 May 2024", "May 4", "3rd meeting", "at level 3", "COVID-3",
        "in 2 to 4 weeks" , "£3 each", "a 3:1 ratio", "3.4 on average", "13 and 33 and 1,003", "2023-4", "over 4 hours",
        "two areas and four agencies",
    ],
)  # fmt: skip
def test_what_counts_nobody_is_no_quote(text):
    assert [quote.number for quote in quotes_hidden(text, {3, 4})] == []


def test_one_is_a_quote_only_where_it_counts():
    assert quotes_hidden("No one knows; it is one of the reasons, and another one.", {1}) == ()


@pytest.mark.parametrize(
    "text",
    ["It was 30%.", "30.0%", "30 per cent of them", "30 percent", "fell to 30% (from 41%)", "30 %"],
)
def test_a_percentage_is_quoted_as_it_is_written(text):
    assert [quote.number for quote in percentages_quoted(text, [Decimal(30)])] == [30]


@pytest.mark.parametrize(
    ("text", "hidden", "is_quoted"),
    [("33%", "33.33", True), ("33.3%", "33.33", True), ("33.4%", "33.33", False), ("twelve per cent", "12.1", True)],
)
def test_a_percentage_is_quoted_to_the_places_that_are_given(text, hidden, is_quoted):
    assert bool(percentages_quoted(text, [Decimal(hidden)])) is is_quoted


@pytest.mark.parametrize(
    "text", ["30 percentage points", "up 30%", "by 30 per cent", "20-30%", "a target of 30%", "30 women", "£30", "130%"]
)
def test_changes_targets_and_counts_are_no_percentages(text):
    assert percentages_quoted(text, [Decimal(30)]) == ()


def test_a_quote_says_where_it_stands():
    text = "We saw four cases."
    (quote,) = quotes_hidden(text, {4})
    assert text[quote.start : quote.end] == "four"


def in_return(*indicators, **returned) -> list[WorkedOut]:
    figures = {
        name.replace("_", "-"): {row: {Q3: figure(text)} for row, text in rows.items()}
        for name, rows in returned.items()
    }
    made = workspace(*indicators, returned=figures)
    return worked_out_in(made.catalogue, made.returns, Q3)


def test_a_withheld_row_is_told_by_the_total_and_the_other_rows():
    (found,) = in_return(indicator(id="one"), one={"": 12, "North": 5, "South": "[c]", "West": "[z]"})
    assert (found.cell.row, found.number) == ("South", 7)


def test_a_withheld_total_is_told_by_its_rows():
    (found,) = in_return(indicator(id="one"), one={"": "[c]", "North": 2, "South": 1})
    assert (found.cell.row, found.number) == ("", 3)


def test_two_withheld_rows_tell_neither():
    assert in_return(indicator(id="one"), one={"": 12, "North": "[c]", "South": "[c]"}) == []


def test_a_row_that_is_not_available_leaves_it_open():
    assert in_return(indicator(id="one"), one={"": 12, "North": "[c]", "South": "[x]"}) == []


def test_a_withheld_part_is_told_by_the_whole():
    whole = indicator(id="whole", parts=("first", "second"))
    first, second = indicator(id="first"), indicator(id="second")
    (found,) = in_return(whole, first, second, whole={"": 9}, first={"": 7}, second={"": "[c]"})
    assert (found.cell.indicator, found.number) == ("second", 2)


def in_year(one, *quarters, year, row="") -> list[tuple[str, int]]:
    """What is told of the quarters and the year of one series, where the year was returned as one."""
    series = {**quarters_from("2023-24-Q1", *quarters), **years_from("2023-24", year)}
    made = workspace(one, returned={"one": {row: series}})
    found = worked_out_in(made.catalogue, made.returns, period("2023-24"))
    return [(each.cell.period.id, each.number) for each in found]


def test_a_withheld_quarter_is_told_by_its_year_and_the_other_quarters():
    assert in_year(indicator(), 20, "[c]", 30, 40, year=93) == [("2023-24-Q2", 3)]
    assert in_year(indicator(), 20, "[c]", 30, 40, year=93, row="North") == [("2023-24-Q2", 3)]
    assert in_year(indicator(), 20, 3, 30, 40, year="[c]") == [("2023-24", 93)]


def test_a_withheld_quarter_is_not_told_by_its_year_where_another_is_withheld_or_not_there():
    assert in_year(indicator(), 20, "[c]", "[c]", 40, year=93) == []
    assert in_year(indicator(), 20, "[c]", 30, year=93) == []


def test_a_running_total_of_quarter_4_is_told_by_its_year_and_no_other_quarters_is():
    running = indicator(reported="year-to-date")
    assert in_year(running, 1, 2, 2, "[c]", year=4) == [("2023-24-Q4", 4)]
    assert in_year(running, 1, "[c]", 3, 4, year=4) == []


def test_a_withheld_row_of_a_running_total_is_told_by_the_total_and_the_other_rows():
    running = indicator(reported="year-to-date")
    (found,) = in_return(running, one={"": 12, "North": 10, "South": "[c]"})
    assert (found.cell.row, found.number) == ("South", 2)


@pytest.mark.parametrize(
    ("percent", "some", "all_", "told"),
    [
        ("15", "[c]", 20, [("some", 3)]),
        ("15.0", 3, "[c]", [("all", 20)]),
        ("1", "[c]", 300, []),  # 2, 3 or 4 of them
        ("0.7", "[c]", 300, [("some", 2)]),
        ("15", "[c]", "[c]", []),
        ("15", "[x]", 20, []),
        ("17", "[c]", 20, []),  # no count makes it
    ],
)
def test_a_withheld_count_is_told_by_a_percentage_that_only_one_makes(percent, some, all_, told):
    share = indicator("percent", id="share", ratio=("some", "all"))
    counts = indicator(id="some"), indicator(id="all")
    found = in_return(share, *counts, share={"": percent}, some={"": some}, all={"": all_})
    assert [(each.cell.indicator, each.number) for each in found] == told
    assert all(each.share == "share" for each in found)


def test_a_percentage_of_another_source_is_not_the_partners_to_hide():
    share = indicator("percent", id="share", ratio=("some", "all"), source="other")
    counts = indicator(id="some"), indicator(id="all")
    assert in_return(share, *counts, share={"": "15"}, some={"": "[c]"}, all={"": 20}) == []
