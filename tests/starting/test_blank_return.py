"""A blank return asks for what is expected of its source, no more and no less."""

from __future__ import annotations

from datetime import date

import pytest
from made import indicator, period, quarters_from, workspace, years_from

from dap_tui.catalogue import Indicator, Partnership, Source
from dap_tui.errors import NotKnown
from dap_tui.measure import Figure
from dap_tui.period import Period
from dap_tui.starting.blank_return import BlankReturn, blank_returns
from dap_tui.workspace import Workspace

Q4 = "2023-24-Q4"


def asked(of: Workspace, at: str = Q4) -> list[tuple[str, str, str]]:
    """Indicator, breakdown and the figure before, of every row of the one source."""
    returns = blank_returns(of, period(at))
    return [(row.indicator.id, row.breakdown, row.before) for blank in returns for row in blank.rows]


def one(returned: dict[str, dict[Period, Figure]]) -> Workspace:
    """A workspace of one indicator; figures by breakdown row."""
    return workspace(indicator(), returned={"one": returned})


def test_last_quarters_figure_stands_beside_each_row_in_its_unit() -> None:
    count, percent = indicator(id="a"), indicator("percent", id="b")
    made = workspace(
        count,
        percent,
        returned={"a": {"": quarters_from("2023-24-Q3", 1821)}, "b": {"": quarters_from("2023-24-Q3", "36.40 [p]")}},
    )
    assert asked(made) == [("a", "", "1,821"), ("b", "", "36.40% [p]")]


def test_a_symbol_stands_beside_as_it_was_returned() -> None:
    assert asked(one({"": quarters_from("2023-24-Q3", "[x]")})) == [("one", "", "[x]")]


def test_only_the_quarter_before_counts_as_last_quarter() -> None:
    assert asked(one({"": quarters_from("2023-24-Q2", 5)})) == [("one", "", "")]


def test_breakdown_rows_follow_their_total_in_the_order_they_were_first_returned() -> None:
    rows = {
        "": quarters_from("2023-24-Q3", 58),
        "Self": quarters_from("2023-24-Q3", 15),
        "Police": quarters_from("2023-24-Q2", 40, 43),
    }
    assert asked(one(rows)) == [("one", "", "58"), ("one", "Self", "15"), ("one", "Police", "43")]


def test_a_breakdown_row_that_was_not_returned_for_a_year_is_not_asked_for() -> None:
    rows = {
        "": quarters_from("2022-23-Q3", 5, 5, 5, 5, 5),
        "Gone": quarters_from("2022-23-Q3", 5),
        "Seldom": quarters_from("2022-23-Q4", 5),
    }
    assert [name for _, name, _ in asked(one(rows))] == ["", "Seldom"]


def test_after_a_gap_the_rows_of_the_last_year_that_there_is_are_asked_for() -> None:
    assert [
        name for _, name, _ in asked(one({"": quarters_from("2019-20-Q1", 5), "Self": quarters_from("2019-20-Q1", 5)}))
    ] == [
        "",
        "Self",
    ]


def test_a_total_that_is_always_worked_out_from_its_rows_is_not_asked_for() -> None:
    assert asked(one({"Self": quarters_from("2023-24-Q3", 15)})) == [("one", "Self", "15")]


def test_a_ratio_is_asked_for_only_where_it_has_been_returned() -> None:
    parts = indicator(id="part"), indicator(id="whole")
    share = indicator("percent", id="share", ratio=("part", "whole"))
    assert [row for row, _, _ in asked(workspace(*parts, share, returned={}))] == ["part", "whole"]
    returned = {"share": {"": quarters_from("2023-24-Q3", 30)}}
    assert asked(workspace(*parts, share, returned=returned))[-1] == ("share", "", "30%")


def test_from_and_until_say_when_an_indicator_is_asked_for() -> None:
    made = workspace(
        indicator(id="ended", until=period("2023-24-Q3")),
        indicator(id="later", from_=period("2024-25-Q1")),
        indicator(id="now", from_=period("2023-24-Q4")),
        returned={},
    )
    assert [row for row, _, _ in asked(made)] == ["now"]


def test_a_year_asks_for_what_has_one_figure_a_year_and_a_quarter_for_the_rest() -> None:
    yearly = indicator(id="yearly", frequency="year")
    made = workspace(yearly, indicator(id="quarterly"), returned={"yearly": {"": years_from("2022-23", 1271)}})
    assert asked(made, "2023-24") == [("yearly", "", "1,271")]
    assert asked(made, Q4) == [("quarterly", "", "")]


def test_what_was_returned_already_or_stands_there_blank_is_not_asked_for_again() -> None:
    made = workspace(indicator(id="in"), indicator(id="missing"), returned={"in": {"": quarters_from(Q4, 5)}})
    assert [row for row, _, _ in asked(made)] == ["missing"]


def test_the_last_period_of_an_archive_does_not_end_its_templates() -> None:
    made = workspace(indicator(), returned={}, partnership=Partnership(last_period=period("2023-24-Q3")))
    assert asked(made, "2025-26-Q1") == [("one", "", "")]


def test_a_return_is_due_so_many_days_after_the_quarter() -> None:
    blank = BlankReturn(Source("some", "Some", due_days=45), period(Q4), ())
    assert blank.due == date(2024, 5, 15)


@pytest.mark.parametrize(
    ("at", "of", "words"),
    [
        ("2023-24", indicator(), "no indicator has one figure a year"),
        (Q4, indicator(frequency="year"), "name the year, 2023-24"),
        (Q4, indicator(until=period("2022-23-Q4")), "see 'from' and 'until'"),
    ],
)
def test_a_period_in_which_nothing_is_expected_says_why(at: str, of: Indicator, words: str) -> None:
    with pytest.raises(NotKnown, match=words):
        blank_returns(workspace(of, returned={}), period(at))


def test_of_a_year_whose_yearly_indicators_have_ended_its_quarters_are_named() -> None:
    ended = indicator(id="ended", frequency="year", until=period("2021-22"))
    with pytest.raises(NotKnown, match="for the others name a quarter, as 2023-24-Q4"):
        blank_returns(workspace(ended, indicator(id="other"), returned={}), period("2023-24"))


def test_a_figure_with_a_break_keeps_its_marks() -> None:
    assert asked(one({"": quarters_from("2023-24-Q3", "7 [b]")})) == [("one", "", "7 [b]")]
