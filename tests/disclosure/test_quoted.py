"""Small numbers in people's own words, and in partners' own returns."""

from __future__ import annotations

import pytest
from made import figure, indicator, period, workspace

from dap_tui.disclosure.own_return import WorkedOut, worked_out_in
from dap_tui.disclosure.quoted import quotes_hidden

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
    assert (found.cell.indicator, found.number, found.sum_of) == ("second", 2, ("whole", "first", "second"))
