"""Which sums and means a reader knows of parts that come and go, and of years: each worked through with a pencil."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import (
    AFTER_ALL,
    indicator,
    number,
    period,
    quarter,
    quarters_from,
    tolerance,
    value,
    workspace,
    years_from,
)  # fmt: skip

from dap_tui.catalogue import Bounds
from dap_tui.disclosure import Publisher, protected
from dap_tui.measure import Aggregate, Figure, Polarity, Status
from dap_tui.returns import Returns

Q1, Q2, Q3, Q4, YEAR = (period(f"2023-24{each}") for each in ("-Q1", "-Q2", "-Q3", "-Q4", ""))
STARTS_IN_Q3 = {"from_": quarter("2023-24-Q3")}


def small(**settings):
    return indicator(suppress_below=5, **settings)


def year_of(*quarters, year=None):
    return quarters_from("2023-24-Q1", *quarters) | (years_from("2023-24", year) if year is not None else {})


def published(at, *indicators, **returned):
    made = workspace(*indicators, returned={name: {"": series} for name, series in returned.items()})
    return protected(made, at, AFTER_ALL)


class TestPartsThatComeAndGo:
    def test_a_part_that_is_not_expected_counts_for_nothing(self):
        # The other part begins in quarter 3, so the whole of quarter 1 is the one part: what the partner withheld.
        whole = small(id="whole", parts=("old", "new"))
        parts = small(id="old"), small(id="new", **STARTS_IN_Q3)
        assessed = published(Q1, whole, *parts, whole=year_of("[c]"), old=year_of(20))
        assert [each.shown for each in assessed.positions] == ["[c]", "[c]"]

    def test_one_that_is_expected_and_was_not_sent_can_be_anything(self):
        whole = small(id="whole", parts=("old", "new"))
        assessed = published(Q1, whole, small(id="old"), small(id="new"), whole=year_of("[c]"), old=year_of(20))
        assert assessed.position["old"].shown == "20"

    def test_a_year_is_the_quarters_from_the_first_that_is_expected(self):
        # 23 in a year that begins with quarter 3, of which quarter 4 were 20.
        series = year_of(None, None, 3, 20, year=23)
        for settings, text in ((STARTS_IN_Q3, "[c]"), ({}, "23")):
            assert published(YEAR, small(**settings), one=series).positions[0].shown == text

    def test_a_row_that_was_left_blank_is_not_one_that_was_not_there(self):
        # 3, 5 and 6 leave 6 of 20 for the quarter that is still to be filled in: that is no contradiction.
        rows = {"A": year_of(3, None, 5, 6, year=20), "B": year_of(9, 9, 9, 9, year=36)}
        returns = Returns.of({"one": rows}, blanks={("one", "A", Q2): Figure()})
        publisher = Publisher(replace(workspace(small(), returned={}), returns=returns), AFTER_ALL)
        assert publisher.unprotected(YEAR) == []


class TestMeans:
    MEAN = small(aggregate=Aggregate.MEAN)

    def test_a_year_that_was_returned_as_a_mean_tells_the_quarter_that_was_withheld(self):
        # Four times 10 less 9, 12 and 8 are the 11 of quarter 4.
        for last, text in (("[c]", "[c]"), ("[x]", "10")):
            series = year_of(9, 12, 8, last, year=10)
            assert published(YEAR, self.MEAN, one=series).positions[0].shown == text

    def test_of_a_hidden_mean_nothing_is_said(self):
        # A mean of 4.5 is off the target by as much as is allowed, 5.5 would be; 4.75 is met and 4.25 is not.
        off_by = {"tolerance": tolerance("0.5"), "met_within": tolerance("0.3")}
        one = self.MEAN._replace(polarity=Polarity.RANGE, targets=value(5), bounds=Bounds(max=number(5)), **off_by)
        position = published(YEAR, one, one=year_of(5, 5, 5, 3)).positions[0]
        assert (position.shown, position.status) == ("[c]", Status.HIDDEN)

    def test_off_target_is_not_said_where_it_says_that_a_hidden_mean_was_no_worse(self):
        # 20 against at most 10 is red, and were amber if the year before had not been better.
        one = self.MEAN._replace(polarity=Polarity.LOWER, targets=value(10), amber_if_improving=True)
        series = quarters_from("2022-23-Q1", 3, 20, 20, 20, 20, 20, 20, 20)
        position = published(YEAR, one, one=series).positions[0]
        assert (position.value, position.status, position.exceptions) == (20, Status.HIDDEN, ())


class TestNoughtsArePrinted:
    def test_that_nothing_happened_in_a_quarter_whose_running_totals_are_hidden(self):
        one = small(reported="year-to-date")
        position = published(Q2, one, one=year_of(3, 3)).positions[0]
        assert (position.shown, position.own_quarter.number) == ("[c]", 0)

    def test_that_the_latest_quarter_is_a_nought(self):
        position = published(Q2, small(aggregate=Aggregate.LATEST), one=year_of(3, 0)).positions[0]
        assert (position.shown, position.year_to_date.number) == ("0", 0)

    @pytest.mark.parametrize("at", [Q2, YEAR])
    def test_but_not_a_mean_that_rounds_to_one(self, at):
        one = small(aggregate=Aggregate.MEAN, decimals=0)
        position = published(at, one, one=year_of(1, 0, 0, 0)).positions[0]
        figure = position.year_to_date if at == Q2 else position.figure
        assert figure.symbol == "c"
