"""The rules of "Small numbers", each as a table that can be worked through with a pencil."""

from __future__ import annotations

import pytest
from made import (
    AFTER_ALL,
    assess,
    between,
    figure,
    indicator,
    last_year,
    number,
    per_year,
    period,
    profile,
    quarters_from,
    value,
    workspace,
    years_from,
)  # fmt: skip

from dap_tui.assess.figures import Ledger
from dap_tui.catalogue import Bounds, ExceptionRules
from dap_tui.disclosure import Cell, Kind, Publisher, protected
from dap_tui.disclosure.said import said_of
from dap_tui.measure import Aggregate, Arrow, Judgement, Status

Q1, Q2, Q3, Q4, YEAR = (period(f"2023-24{each}") for each in ("-Q1", "-Q2", "-Q3", "-Q4", ""))


def small(**settings):
    return indicator(suppress_below=5, **settings)


def published(at, *indicators, narrative=None, went_out=None, exceptions=None, **returned):
    more = {} if exceptions is None else {"exceptions": exceptions}
    made = workspace(*indicators, returned=_series(returned), narrative=narrative, **more)
    return protected(made, at, AFTER_ALL, went_out)


def _series(returned):
    return {
        name.replace("_", "-"): {row: quarters_from("2023-24-Q1", *figures) for row, figures in rows.items()}
        for name, rows in returned.items()
    }


def shown(position):
    """The total and its breakdown rows, as they are printed."""
    rows = {row.name: "[c]" if row.figure.symbol else str(row.value) for row in position.breakdown if row.figure}
    return {"": position.shown, **rows}


class TestWhichCellsAreHidden:
    def test_counts_of_one_to_four_are_hidden_and_nought_and_five_are_not(self):
        for count, text in ((0, "0"), (1, "[c]"), (4, "[c]"), (5, "5")):
            assert published(Q1, small(), one={"": [count]}).positions[0].shown == text

    def test_each_indicator_has_its_own_threshold(self):
        assert published(Q1, indicator(suppress_below=10), one={"": [7]}).positions[0].shown == "[c]"

    def test_without_a_threshold_nothing_is_hidden(self):
        assessed = published(Q1, indicator(), one={"": [3]})
        assert assessed.positions[0].shown == "3"
        assert assessed.for_publication

    def test_percentages_are_not_counts(self):
        assert published(Q1, small(unit="percent"), one={"": [3]}).positions[0].shown == "3%"

    def test_one_row_alone_would_be_told_by_the_total_so_the_next_smallest_goes_with_it(self):
        # 37 perpetrators = 9 + 27 + 1, of which two go.
        position = published(Q1, small(), one={"": [37], "NPS": [9], "CRC": [27], "CAF": [1]}).positions[0]
        assert shown(position) == {"": "37", "NPS": "[c]", "CRC": "27", "CAF": "[c]"}

    def test_three_hidden_parts_that_sum_to_three_are_one_each_so_more_is_hidden(self):
        position = published(Q1, small(), one={"": [12], "A": [1], "B": [1], "C": [1], "D": [9]}).positions[0]
        assert shown(position) == {"": "12", "A": "[c]", "B": "[c]", "C": "[c]", "D": "[c]"}

    def test_a_nought_is_never_hidden_to_protect_another(self):
        position = published(Q1, small(), one={"": [9], "A": [2], "B": [0], "C": [7]}).positions[0]
        assert shown(position) == {"": "9", "A": "[c]", "B": "0", "C": "[c]"}

    def test_where_all_other_rows_are_nought_the_total_goes(self):
        position = published(Q1, small(), one={"": [3], "A": [3], "B": [0]}).positions[0]
        assert shown(position) == {"": "[c]", "A": "[c]", "B": "0"}

    def test_two_small_rows_protect_each_other(self):
        position = published(Q1, small(), one={"": [25], "A": [2], "B": [3], "C": [20]}).positions[0]
        assert shown(position) == {"": "25", "A": "[c]", "B": "[c]", "C": "20"}

    def test_a_total_left_out_is_worked_out_and_shown_though_rows_are_hidden(self):
        position = published(Q1, small(), one={"A": [2], "B": [3], "C": [20]}).positions[0]
        assert shown(position) == {"": "25", "A": "[c]", "B": "[c]", "C": "20"}
        assert position.figure.worked_out

    def test_where_the_breakdown_does_not_add_up_nothing_tells_a_row(self):
        position = published(Q1, small(breakdown_adds_up=False), one={"": [25], "A": [2], "B": [30]}).positions[0]
        assert shown(position) == {"": "25", "A": "[c]", "B": "30"}

    def test_bounds_are_known_to_a_reader(self):
        # 2 + 1 of at most 2 each, of 3: known to be 1 and 2, and no more; a third row moves with them.
        bounds = Bounds(number(0), number(2), whole=True)
        rows = {"": [4], "A": [2], "B": [2]}
        position = published(Q1, small(bounds=bounds, breakdown="Ward"), one=rows).positions[0]
        assert shown(position) == {"": "[c]", "A": "[c]", "B": "[c]"}

    def test_parts_check_a_total_and_tell_of_each_other(self):
        whole = small(id="whole", parts=("first", "second"))
        assessed = published(
            Q1, whole, small(id="first"), small(id="second"), whole={"": [20]}, first={"": [3]}, second={"": [17]}
        )
        assert [each.shown for each in assessed.positions] == ["20", "[c]", "[c]"]

    def test_a_percentage_is_hidden_with_its_numerator(self):
        share = indicator("percent", id="share", ratio=("some", "all"), suppress_below=5)
        assessed = published(
            Q1, share, small(id="some"), small(id="all"), share={"": [15]}, some={"": [3]}, all={"": [20]}
        )
        assert [each.shown for each in assessed.positions] == ["[c]", "[c]", "20"]

    def test_a_percentage_of_quarters_is_hidden_with_what_running_totals_say_of_one(self):
        share = indicator("percent", id="share", ratio=("some", "all"), suppress_below=5)
        parts = [small(id=each, reported="year-to-date") for each in ("some", "all")]
        assessed = published(Q2, share, *parts, some={"": [20, 23]}, all={"": [100, 150]})
        assert assessed.position["share"].shown == "[c]", "3 of 50"

    @pytest.mark.parametrize(("some", "shown_of_year"), [([3, 9, 20, 30], "60.0%"), ([9, 30, 20, 3], "[c]")])
    def test_a_years_percentage_that_is_quarter_4s_is_hidden_with_that_alone(self, some, shown_of_year):
        share = indicator("percent", id="share", ratio=("some", "all"), suppress_below=5, decimals=1)
        assessed = published(YEAR, share, small(id="some"), small(id="all"), some={"": some}, all={"": [50] * 4})
        assert assessed.position["share"].shown == shown_of_year

    def test_a_partners_own_c_is_a_hidden_cell_too(self):
        position = published(Q1, small(), one={"": [20], "A": ["[c]"], "B": [6], "C": [9]}).positions[0]
        assert shown(position) == {"": "20", "A": "[c]", "B": "[c]", "C": "9"}


class TestOverTheYear:
    def test_a_year_to_date_would_tell_the_one_hidden_quarter(self):
        position = published(Q2, small(), one={"": [20, 3]}).positions[0]
        assert position.shown == "[c]"
        assert position.year_to_date.number is None

    def test_a_year_to_date_over_two_hidden_quarters_is_shown(self):
        position = published(Q2, small(), one={"": [4, 3]}).positions[0]
        assert (position.shown, position.year_to_date.number) == ("[c]", 7)

    def test_an_own_quarter_of_a_running_total_is_a_count(self):
        one = small(reported="year-to-date")
        position = published(Q2, one, one={"": [20, 22]}).positions[0]
        assert position.own_quarter.number is None
        assert position.shown == "[c]"  # with 20 printed, 22 would tell it

    def test_what_went_out_is_never_hidden_later_nor_what_was_hidden_shown(self):
        made = workspace(
            small(), returned=_series({"one": {"": [20, 3, 30, 40], "A": [11, 1, 30, 0], "B": [9, 2, 0, 40]}})
        )
        publisher = Publisher(made, AFTER_ALL)
        for at in (Q1, Q2, Q3):
            now, later = (publisher.assess(each).positions[0] for each in (at, Q4))
            assert dict(later.history)[at] == now.figure
            assert [dict(row.history).get(at) for row in later.breakdown] == [row.figure for row in now.breakdown]

    def test_a_year_returned_as_a_year_tells_of_its_quarters(self):
        series = {**quarters_from("2023-24-Q1", 20, 3, 30, "[x]"), **years_from("2023-24", 60)}
        position = protected(workspace(small(), returned={"one": {"": series}}), YEAR, AFTER_ALL).positions[0]
        assert position.shown == "60"  # quarter 4 is not known to anyone

    def test_a_yearly_figure_and_its_rows_are_held_like_a_quarters(self):
        one = small(frequency="year")
        rows = {
            "": years_from("2023-24", 61),
            **{name: years_from("2023-24", each) for name, each in {"A": 3, "B": 20, "C": 38}.items()},
        }
        position = protected(workspace(one, returned={"one": rows}), YEAR, AFTER_ALL).positions[0]
        assert shown(position) == {"": "61", "A": "[c]", "B": "[c]", "C": "38"}

    def test_a_years_rows_are_told_by_their_quarters(self):
        # One hidden quarter of a row, so the row's outturn goes too, and another row's with it.
        rows = {"": [40, 40, 40, 40], "A": [3, 10, 10, 10], "B": [7, 10, 10, 10], "C": [30, 20, 20, 20]}
        made = workspace(small(), returned=_series({"one": rows}))
        position = protected(made, YEAR, AFTER_ALL).positions[0]
        assert shown(position) == {"": "160", "A": "[c]", "B": "[c]", "C": "90"}

    def test_a_small_mean_of_a_row_is_hidden(self):
        rows = {"A": [0, 0, 0, 11], "B": [9, 9, 9, 9]}
        made = workspace(small(aggregate=Aggregate.MEAN), returned=_series({"one": rows}))
        assert protected(made, YEAR, AFTER_ALL).positions[0].breakdown[0].figure.symbol == "c"

    def test_means_over_quarters_are_hidden_with_any_of_them(self):
        position = published(Q2, small(aggregate=Aggregate.MEAN), one={"": [3, 20]}).positions[0]
        assert position.year_to_date.symbol == "c"

    def test_the_latest_quarter_is_hidden_where_it_is_and_not_the_one_before_in_its_place(self):
        position = published(Q2, small(aggregate=Aggregate.LATEST), one={"": [20, 3]}).positions[0]
        assert position.year_to_date.symbol == "c"

    def test_a_chart_with_a_hidden_point_has_no_limits(self):
        figures = [20, 30, 25, 22] * 3 + [20, 3]
        one, position = small(), None
        for hidden in (True, False):
            of = one if hidden else indicator()
            series = quarters_from("2020-21-Q1", *figures)
            position = protected(
                workspace(of, returned={"one": {"": series}}), period("2023-24-Q2"), AFTER_ALL
            ).positions[0]
            assert (position.variation.last.limits is None) is hidden
            assert len(position.variation.last.points) == (13 if hidden else 14)


class TestStatusesAndArrows:
    def test_a_status_stays_where_another_figure_would_have_it_too(self):
        position = published(Q1, small(targets=value(10)), one={"": [3]}).positions[0]
        assert (position.shown, position.status) == ("[c]", Status.RED)
        assert position.sentence == "Confidential: hidden so that nobody can be made out in Q1 2023/24."

    def test_a_status_that_leaves_one_figure_is_withheld(self):
        position = published(Q1, small(targets=between(3, 3)), one={"": [3]}).positions[0]
        assert position.status is Status.HIDDEN

    def test_a_level_arrow_beside_a_printed_figure_is_the_figure(self):
        # 9 of B is hidden to protect A; level with a printed 9 it would be told.
        parts = {"polarity": "higher", "id": "b"}
        whole = small(id="whole", parts=("a", "b"))
        returned = {"whole": {"": [19, 10]}, "a": {"": [10, 1]}, "b": {"": [9, 9]}}
        assessed = published(Q2, whole, small(id="a"), small(**parts), **returned)
        position = assessed.position["b"]
        assert (position.shown, position.travel.arrow, position.travel_is_hidden) == ("[c]", Arrow.NONE, True)
        assert assessed.travel_hidden == 1

    def test_an_arrow_that_tells_no_figure_stays_without_its_change(self):
        position = published(Q2, small(), one={"": [20, 3]}).positions[0]
        assert (position.travel.arrow, position.travel.judgement) == (Arrow.DOWN, Judgement.WORSENING)
        assert (position.travel.change, position.travel.change_percent) == (None, None)

    def test_a_hidden_share_of_a_year_keeps_its_status(self):
        position = published(Q2, small(targets=per_year(100)), one={"": [20, 3]}).positions[0]
        assert (position.status, position.outlook, position.held) == (Status.RED, None, None)

    def test_a_target_that_is_last_years_hidden_figure_is_not_shown(self):
        series = {**quarters_from("2022-23-Q1", 3), **quarters_from("2023-24-Q1", 20)}
        made = workspace(small(targets=last_year()), returned={"one": {"": series}})
        position = protected(made, Q1, AFTER_ALL).positions[0]
        assert (position.shown, position.target.value, position.status) == ("20", None, Status.GREEN)
        assert position.sentence == "20 in Q1 2023/24."

    def test_data_only_says_nothing_and_stays(self):
        assert published(Q1, small(targets={}), one={"": [3]}).summary[Status.DATA_ONLY] == 1

    def test_exceptions_keep_no_hidden_figure(self):
        position = published(Q2, small(targets=profile(9, 9, 9, 9)), one={"": [20, 3]}).positions[0]
        assert [each.rule for each in position.exceptions] == ["off-target", "worsening"]
        assert not any("3" in each.message or "17" in each.message for each in position.exceptions)

    def test_exceptions_that_would_tell_are_left_out(self):
        rules = ExceptionRules(rules=("off-target", "exceeding"))
        position = published(Q1, small(polarity="lower", targets=value(9)), exceptions=rules, one={"": [3]}).positions[
            0
        ]
        assert position.status is Status.GREEN
        assert position.exceptions == ()


class TestReturnsThatDoNotAgree:
    def test_a_running_total_that_falls_is_not_told_by_the_fall(self):
        # 7, and 4 fewer: the fall is hidden with what it would tell.
        position = published(Q2, small(reported="year-to-date"), one={"": [7, 3]}).positions[0]
        assert (position.shown, position.own_quarter.number) == ("[c]", None)

    def test_rows_that_do_not_make_their_total_are_not_told_by_it(self):
        # 1 + 2 + 18 are 21. Who takes them to be 20 would think the first two 1 and 1, and be right of one.
        rows = {"": [20], "A": [1], "B": [2], "C": [18]}
        assert shown(published(Q1, small(), one=rows).positions[0]) == {"": "20", "A": "[c]", "B": "[c]", "C": "[c]"}

    def test_a_sum_that_a_reader_sees_not_to_hold_does_not_hold_back_what_another_needs(self):
        # All rows of b are printed as nought and it is 1, which a reader sees; but 16 less 14 are two, 1 and 1.
        whole = small(id="whole", parts=("a", "b", "c"))
        returned = {"whole": {"": [16]}, "a": {"": [4]}, "b": {"": [1], "A": [0], "B": [0]}, "c": {"": [14]}}
        assessed = published(Q1, whole, *(small(id=each) for each in "abc"), **returned)
        assert assessed.position["c"].shown == "[c]"

    def test_what_returns_seem_to_say_of_two_quarters_at_once_is_not_told(self):
        # 6 in quarter 2 is too few for its rows; the years of A and B then leave one number for each of their quarters.
        rows = {"": [58, 6, 18, 104], "A": [1, 2, 5, 0], "B": [7, 2, 6, 1], "C": [15, 0, 3, 100], "D": [33, 5, 4, 3]}
        position = published(period("2023-24"), small(), one=rows).positions[0]
        assert shown(position)["A"] == "[c]"

    def test_where_a_reader_sees_that_they_do_not_agree_no_more_is_hidden(self):
        rows = {"": [20], "A": [5], "B": [6], "C": [18]}
        assert shown(published(Q1, small(), one=rows).positions[0]) == {"": "20", "A": "5", "B": "6", "C": "18"}


def share_of(**settings):
    return indicator("percent", id="share", ratio=("some", "all"), suppress_below=5, **settings)


class TestPercentages:
    def published(self, *shares, at=Q1, **more):
        counts = small(id="some"), small(id="all")
        return published(at, *shares, *counts, **more)

    def test_a_hidden_one_keeps_a_status_that_another_count_would_have_too(self):
        assessed = self.published(share_of(targets=value(50)), some={"": [3]}, all={"": [20]})
        position = assessed.position["share"]
        assert (position.shown, position.status, position.held) == ("[c]", Status.RED, None)

    def test_a_status_that_leaves_one_count_is_withheld(self):
        # 3 of 20 is 15%, 2 are 10% and 4 are 20%.
        assessed = self.published(share_of(targets=between(12, 18)), some={"": [3]}, all={"": [20]})
        assert assessed.position["share"].status is Status.HIDDEN

    def test_an_arrow_stays_where_it_leaves_more_than_one_count(self):
        # From 20% down: 3 of 20, or 1 or 2. From 10% down: 1 of 20, and no other but 0, which would be printed.
        one = share_of(polarity="lower")
        for counts, arrow, withheld in (([5, 3], Arrow.DOWN, 0), ([5, 1], Arrow.NONE, 1)):
            all_ = [25 if arrow is Arrow.DOWN else 50, 20]
            assessed = self.published(one, at=Q2, some={"": counts}, all={"": all_})
            assert (assessed.position["share"].travel.arrow, assessed.travel_hidden) == (arrow, withheld)

    def test_of_one_that_its_counts_do_not_make_nothing_is_said(self):
        one = share_of(targets=value(50))
        assessed = self.published(one, share={"": [40]}, some={"": [3]}, all={"": [20]})
        assert assessed.position["share"].status is Status.HIDDEN

    def test_its_bounds_are_known_to_a_reader(self):
        # At most 20%: 8 in two quarters of 20 each can only be 4 and 4.
        counts = {"some": {"": [4, 4]}, "all": {"": [20, 20]}}
        for bounds, to_date in ((Bounds(), 8), (Bounds(number(0), number(20)), None)):
            position = self.published(share_of(bounds=bounds), at=Q2, **counts).position["some"]
            assert (position.shown, position.year_to_date.number) == ("[c]", to_date)

    def test_one_that_would_tell_a_count_that_nobody_sent_is_hidden(self):
        # The whole is 20 and one part 3; of the other, not sent, the share is 17 of 20.
        whole = small(id="all", parts=("some", "few"))
        one, few = share_of(), small(id="few")
        counts = {"all": {"": [20]}, "some": {"": ["[x]"]}, "few": {"": [3]}}
        assessed = published(Q1, one, whole, small(id="some"), few, share={"": [85]}, **counts)
        assert [each.shown for each in assessed.positions] == ["[c]", "20", "[x]", "[c]"]
        counts["few"] = {"": [8]}
        counts["some"] = {"": ["[x]"]}
        assessed = published(Q1, one, whole, small(id="some"), few, share={"": [60]}, **counts)
        assert assessed.position["share"].shown == "60%"

    def test_one_of_a_quarter_is_hidden_where_the_running_total_before_was_withheld(self):
        # 60% of 20 in quarter 3 are 12, and 30 less 12 are the 18 that the partner withheld.
        some = small(id="some", reported="year-to-date")
        counts = {"some": {"": [10, "[c]", 30]}, "all": {"": [20, 20, 20]}}
        assessed = published(Q3, share_of(), some, small(id="all"), share={"": [50, 40, 60]}, **counts)
        assert [each.shown for each in assessed.positions] == ["[c]", "30", "20"]

    def test_one_of_a_quarter_tells_of_a_running_total_before_that_nobody_sent(self):
        # 60% of 20 in quarter 3 are 12, so quarter 2 stood at 18, of which B had 3; where B had 8, that tells nobody.
        some = small(id="some", reported="year-to-date")
        for at_b, text in ((3, "[c]"), (8, "60%")):
            counts = {"some": {"": [10, "[x]", 30], "A": [10, 15, 20], "B": [0, at_b, 10]}, "all": {"": [20, 20, 20]}}
            assessed = published(Q3, share_of(), some, small(id="all"), share={"": [50, 40, 60]}, **counts)
            assert assessed.position["share"].shown == text

    def test_one_of_a_year_is_hidden_where_its_running_total_was_withheld(self):
        some = small(id="some", reported="year-to-date")
        all_ = years_from("2023-24", 80)
        for last, text in (("[c]", "[c]"), ("[x]", "60%")):
            returned = _series({"some": {"": [10, 20, 30, last]}})
            returned |= {"share": {"": years_from("2023-24", 60)}, "all": {"": all_}}
            made = workspace(share_of(frequency="year"), some, small(id="all", frequency="year"), returned=returned)
            assert protected(made, YEAR, AFTER_ALL).position["share"].shown == text

    def test_nothing_is_said_of_one_that_would_tell_a_count(self):
        # Green from 84% to 86%: that is 17 of 20, so that the other part is 3.
        whole, few = small(id="all", parts=("some", "few")), small(id="few")
        counts = {"all": {"": [20, 20]}, "some": {"": [15, "[x]"]}, "few": {"": [5, 3]}}
        one = share_of(targets=between(84, 86))
        assessed = published(Q2, one, whole, small(id="some"), few, share={"": [75, 85]}, **counts)
        position = assessed.position["share"]
        assert (position.shown, position.status, position.travel.arrow) == ("[c]", Status.HIDDEN, Arrow.NONE)


class TestRunningTotals:
    def test_one_that_was_withheld_is_no_less_than_the_one_before_and_no_more_than_the_next(self):
        # 10, then [c], then 10 again: it can only be 10, unless quarter 3 is hidden too.
        one = small(reported="year-to-date")
        assert published(Q3, one, one={"": [10, "[c]", 20]}).positions[0].shown == "20"
        assert published(Q3, one, one={"": [10, "[c]", 10]}).positions[0].shown == "[c]"

    def test_that_nothing_happened_in_a_quarter_that_was_withheld_is_no_count_to_protect(self):
        # Neither part rose in quarter 2, which is in print; the whole before it is not.
        whole, a, b = (small(id=each, reported="year-to-date") for each in ("whole", "a", "b"))
        for before, told in (("[x]", set()), (32, {Cell("whole", "", Q2)})):
            returned = {"whole": {"": [before, "[c]", 38]}, "a": {"": [30, 30, 33]}, "b": {"": [2, 2, 5]}}
            found = unprotected(whole._replace(parts=("a", "b")), a, b, **returned)
            assert found == {(cell, "what is shown already leaves nothing to hide with it") for cell in told}

    def test_nothing_may_have_happened_in_a_quarter_that_was_withheld(self):
        # Ward B stood at 11 in quarter 3 and at 11 in the year, so quarter 4 had none: that is no contradiction.
        rows = {"A": [5, 6, 9, "[x]"], "B": [5, 6, 11, "[c]"]}
        years = {"": years_from("2023-24", 21), "A": years_from("2023-24", 10), "B": years_from("2023-24", 11)}
        returned = {
            row: {**series, **years[row]} for row, series in _series({"one": {"": [10, 12, 20], **rows}})["one"].items()
        }
        made = workspace(small(reported="year-to-date"), returned={"one": returned})
        assert Publisher(made, AFTER_ALL).unprotected(YEAR) == []


class TestWhatWentOut:
    def test_the_marks_of_a_published_report_stand(self):
        returned = {"one": {"": [37, 40], "NPS": [9, 10], "CRC": [27, 29], "CAF": [1, 1]}}
        marks = {Q1: frozenset({("one", "CRC"), ("one", "CAF")})}
        made = workspace(small(), returned=_series(returned))
        position = protected(made, Q1, AFTER_ALL, marks).positions[0]
        assert shown(position) == {"": "37", "NPS": "9", "CRC": "[c]", "CAF": "[c]"}

    def test_a_small_count_is_hidden_whatever_the_marks_say(self):
        position = published(Q1, small(), one={"": [3]}, went_out={Q1: frozenset()}).positions[0]
        assert position.shown == "[c]"


def unprotected(*indicators, **returned):
    """What the report of the year says of hidden figures that nothing protects: which, and why."""
    publisher = Publisher(workspace(*indicators, returned=_series(returned)), AFTER_ALL)
    publisher.hidden_cells(YEAR)
    return {(each.cell, each.cause) for each in publisher.unprotected(YEAR)}


class TestWhatNothingProtects:
    def test_the_catalogues_bounds_can_leave_one_value(self):
        one = small(bounds=Bounds(number(0), number(1), whole=True))
        assert {cause for _, cause in unprotected(one, one={"": [1]})} == {
            "its bounds in the catalogue leave nothing else that it could be"
        }

    def test_the_indicators_that_make_sums_with_such_a_figure_are_named_and_no_others(self):
        whole, a, b, apart = (small(id=each, reported="year-to-date") for each in ("whole", "a", "b", "apart"))
        returned = {"whole": {"": [32, "[c]", 38]}, "a": {"": [30, 30, 33]}, "b": {"": [2, 2, 5]}, "apart": {"": [9]}}
        indicators = (whole._replace(parts=("a", "b")), a, b, apart)
        publisher = Publisher(workspace(*indicators, returned=_series(returned)), AFTER_ALL)
        publisher.hidden_cells(YEAR)
        assert {each.among for each in publisher.unprotected(YEAR)} == {frozenset({"whole", "a", "b"})}

    def test_a_small_mean_of_figures_that_are_shown_is_told_by_them(self):
        found = unprotected(small(aggregate=Aggregate.MEAN), one={"": [8, 0, 19, 21]})
        assert found == {(Cell("one", "", Q2, Kind.TO_DATE), "what is shown already leaves nothing to hide with it")}

    def test_a_figure_may_move_by_two_where_quarters_that_are_level_move_together(self):
        # Quarters 3 and 4 are as many, so that the year moves by two.
        rows = {"A": [1, 0, 3, 4], "B": [0, 1, 1, 0]}
        assert unprotected(small(), one=rows) == set()

    def test_what_partners_withheld_is_made_to_agree_with_all_its_sums_at_once(self):
        # Row C's year makes its quarter 3 a 3, and that of B leaves 41 for its two quarters.
        rows = {"A": [0, 2, 15, 11], "B": [3, 6, "[x]", "[x]"], "C": [0, 3, "[c]", 2]}
        years = {name: years_from("2023-24", count) for name, count in (("A", 28), ("B", 50), ("C", 8))}
        series = {name: quarters_from("2023-24-Q1", *figures) | years[name] for name, figures in rows.items()}
        publisher = Publisher(workspace(small(), returned={"one": series}), AFTER_ALL)
        publisher.hidden_cells(YEAR)
        assert publisher.unprotected(YEAR) == []

    def test_a_withheld_figure_above_the_bounds_is_what_its_sum_says(self):
        one = small(bounds=Bounds(number(0), number(150), whole=True))
        assert unprotected(one, one={"": ["[c]"], "A": [100], "B": [80], "C": [9]}) == set()


def test_hidden_cells_are_named_for_screens_to_mark():
    made = workspace(small(), returned=_series({"one": {"": [20, 3]}}))
    assert Publisher(made, AFTER_ALL).hidden_cells(Q2) == {
        Cell("one", "", Q2), Cell("one", "", Q2, Kind.TO_DATE),
    }  # fmt: skip


def test_what_is_not_hidden_is_as_it_is_inside():
    inside = assess("2023-24-Q2", small(), returned=_series({"one": {"": [20, 30]}})).positions[0]
    outside = published(Q2, small(), one={"": [20, 30]}).positions[0]
    assert (outside.sentence, outside.travel, outside.variation) == (inside.sentence, inside.travel, inside.variation)


@pytest.mark.parametrize("inner", ["3", "[x]", "[c]"])
def test_a_chain_of_parts_of_any_length_is_hidden_from_end_to_end(inner):
    # Each is the one part of the one before, so all are one figure: longer than Python's stack is deep.
    length = 400
    chain = [
        small(id=f"i{each}", title=f"i{each}", parts=(f"i{each + 1}",) if each + 1 < length else ())
        for each in range(length)
    ]
    written = ["3", *[inner] * (length - 2), "3"]
    returned = {one.id: {"": {Q1: figure(text)}} for one, text in zip(chain, written, strict=True)}
    assessed = Publisher(workspace(*chain, returned=returned), AFTER_ALL).assess(Q1)
    assert {each.shown for each in assessed.positions} == {inner.replace("3", "[c]"), "[c]"}


@pytest.mark.parametrize("settings", [{}, {"reported": "year-to-date"}, {"targets": last_year()}])
def test_whatever_is_said_is_found_by_any_one_of_its_figures_that_is_hidden(settings):
    one = small(amber_if_improving=True, **({"targets": per_year(9)} | settings))
    made = workspace(one, returned={"one": {"": quarters_from("2022-23-Q1", *range(1, 9))}})
    figures = Ledger(made.catalogue, made.returns).total(one)
    for at in (Q1, Q3, YEAR):
        everything = said_of(one, figures, at, lambda _: True)
        assert everything
        assert said_of(one, figures, at, lambda _: False) == []
        for said in everything:
            for cell in said.numbers:
                found = said_of(one, figures, at, lambda each, cell=cell: each == cell)
                assert said.saying in {each.saying for each in found}
