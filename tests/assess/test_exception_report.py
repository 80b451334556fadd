"""Exceptions: what raises one, and what people decided."""

from __future__ import annotations

from datetime import date

import pytest
from made import (
    assess,
    between,
    indicator,
    number,
    period,
    position,
    quarters_from,
    tolerance,
    value,
    workspace,
    years_from,
)

from dap_tui.assess.assessment import Assessor
from dap_tui.catalogue import ExceptionRules, Limit, Partnership, VariationSettings
from dap_tui.narrative import DecidedException, Decision, Narrative

Q1, Q2, Q3 = "2023-24-Q1", "2023-24-Q2", "2023-24-Q3"


def rules(at):
    return [str(each.rule) for each in at.exceptions]


def test_red_is_off_target_and_says_by_how_much():
    at = position(Q1, indicator("percent", targets=between(75, 90)), quarters_from(Q1, 64))
    assert rules(at) == ["off-target"]
    assert at.exceptions[0].message == "64% is 11 percentage points below the range of 75–90%."


def test_amber_is_no_exception():
    assert rules(position(Q1, indicator(targets=value(10)), quarters_from(Q1, 9))) == []


def test_a_change_for_the_worse_is_worsening():
    at = position(Q2, indicator(), quarters_from(Q1, 523, 448))
    assert rules(at) == ["worsening"]
    assert at.exceptions[0].message == "Down 75 (14.3%) on Q1, a worsening."


@pytest.mark.parametrize(
    ("series", "raised"), [((5, 4, 3), True), ((3, 4, 3), False), ((4, 4, 3), False), ((5, None, 3), False)]
)
def test_worsening_may_ask_for_several_quarters_in_a_row(series, raised):
    asked = ExceptionRules(worsening_quarters=2)
    at = position(Q3, indicator(), quarters_from(Q1, *series), exceptions=asked)
    assert ("worsening" in rules(at)) is raised
    if raised:
        assert "2 quarters running" in at.exceptions[0].message


def test_a_year_all_of_whose_quarters_were_returned_is_returned():
    """Its outturn is not known, since one of the quarters is not available."""
    at = position("2023-24", indicator(), quarters_from(Q1, 10, "[x]", 30, 40))
    assert (at.value, rules(at)) == (None, [])


def test_a_year_that_is_part_in_says_which_quarters_are_not():
    at = position("2023-24", indicator(), quarters_from(Q1, 10, None, 30))
    assert rules(at) == ["not-returned"]
    assert at.exceptions[0].message == "Nothing was returned for Q2 2023/24 and Q4 2023/24."
    nothing = position("2023-24", indicator(), quarters_from("2022-23-Q1", 10))
    assert nothing.exceptions[0].message == "Nothing was returned for 2023/24."


def test_quarters_outside_from_and_until_are_not_missing_from_a_year():
    late = indicator(from_=period(Q3))
    assert rules(position("2023-24", late, quarters_from(Q3, 10, 20))) == []


def test_a_value_past_its_limit_is_an_exception_though_it_is_green():
    one = indicator(limit=Limit(max=number(188)), targets=value(188))
    at = position(Q1, one, quarters_from(Q1, 263))
    assert (at.status, rules(at)) == ("green", ["over-limit"])
    assert at.exceptions[0].message == "263 is above the limit of 188."
    assert rules(position(Q1, one, quarters_from(Q1, 188))) == []


def test_a_quarters_limit_says_nothing_of_a_years_sum():
    one = indicator(limit=Limit(max=number(188)), targets=value(10))
    assert rules(position("2023-24", one, quarters_from(Q1, 100, 100, 100, 100))) == []
    mean = indicator("percent", limit=Limit(max=number(50)))
    assert rules(position("2023-24", mean, quarters_from(Q1, 10, 10, 10, 60))) == ["over-limit"]


def test_a_limit_may_be_a_least():
    assert rules(position(Q1, indicator(limit=Limit(min=number(5))), quarters_from(Q1, 4))) == ["over-limit"]


def test_special_cause_for_the_worse_is_an_exception_and_for_the_better_is_not():
    series = quarters_from("2019-20-Q1", *[10, 12] * 6, 40)
    settings = {"variation": VariationSettings(13), "exceptions": ExceptionRules(("special-cause",))}
    worse = position("2022-23-Q1", indicator("rate", "lower"), series, **settings)
    assert rules(worse) == ["special-cause"]
    assert worse.exceptions[0].message == "40 is special cause: outside the limits of ordinary variation."
    assert rules(position("2022-23-Q1", indicator("rate", "higher"), series, **settings)) == []


@pytest.mark.parametrize(("of", "raised"), [(111, True), (110, False), (99, False)])
def test_exceeding_is_better_than_target_by_more_than_is_said(of, raised):
    asked = ExceptionRules(("exceeding",), exceeding=tolerance("10%"))
    at = position(Q1, indicator(targets=value(100)), quarters_from(Q1, of), exceptions=asked)
    assert rules(at) == (["exceeding"] if raised else [])


def test_exceeding_is_asked_only_where_the_catalogue_does():
    assert rules(position(Q1, indicator(targets=value(100)), quarters_from(Q1, 900))) == []


@pytest.mark.parametrize(
    ("as_of", "last_period", "raised"),
    [
        (date(2023, 10, 1), None, True),
        (date(2023, 9, 30), None, False),
        (date(2023, 10, 1), "2023-24-Q1", False),
        (date(2023, 10, 1), "2023-24-Q2", True),
    ],
)
def test_not_returned_once_the_quarter_is_over_and_not_after_the_last_period(as_of, last_period, raised):
    partnership = Partnership(last_period=last_period and period(last_period))
    made = workspace(indicator(), returned={"one": {"": quarters_from(Q1, 5)}}, partnership=partnership)
    assert rules(Assessor(made, as_of).assess(period(Q2)).positions[0]) == (["not-returned"] if raised else [])


def test_a_symbol_is_a_return():
    assert rules(position(Q1, indicator(), quarters_from(Q1, "[x]"))) == []


def test_only_the_rules_of_the_catalogue_raise():
    at = position(Q2, indicator(targets=value(9)), quarters_from(Q1, 9, 2), exceptions=ExceptionRules(("worsening",)))
    assert rules(at) == ["worsening"]


def decisions(*given: DecidedException):
    return {period(Q2): Narrative(exceptions=given)}


def test_a_decision_answers_the_rules_it_names():
    one = indicator(targets=value(9))
    said = DecidedException(("one",), Decision.REPORT, ("worsening",), "Fewer came.")
    at = position(Q2, one, quarters_from(Q1, 9, 2), narrative=decisions(said))
    assert [(str(each.rule), str(each.decision), each.text) for each in at.exceptions] == [
        ("off-target", "undecided", None),
        ("worsening", "report", "Fewer came."),
    ]
    assert at.decision == "undecided", "while any of its exceptions is"


def test_an_exception_without_rules_was_raised_by_people_whatever_the_figures_say():
    said = DecidedException(("one",), Decision.REPORT, (), "Training moved to single services.")
    at = position(Q2, indicator(), quarters_from(Q1, 2, 9), narrative=decisions(said))
    assert [(str(each.rule), each.text) for each in at.exceptions] == [("raised", "Training moved to single services.")]
    assert at.decision == "report"


@pytest.mark.parametrize(("first", "second", "whole"), [("hold", "report", "report"), ("hold", "hold", "hold")])
def test_an_indicator_is_reported_if_any_of_its_exceptions_is(first, second, whole):
    said = [
        DecidedException(("one",), Decision(first), ("worsening",), "a"),
        DecidedException(("one",), Decision(second), ("off-target",), "b"),
    ]
    at = position(Q2, indicator(targets=value(9)), quarters_from(Q1, 9, 2), narrative=decisions(*said))
    assert at.decision == whole


def test_the_report_lists_decisions_that_still_hold_then_what_is_undecided():
    falling, red, fine = indicator(id="falling"), indicator(id="red", targets=value(9)), indicator(id="fine")
    returned = {
        "falling": {"": quarters_from(Q1, 9, 2)},
        "red": {"": quarters_from(Q1, 1, 1)},
        "fine": {"": quarters_from(Q1, 1, 2)},
    }
    said = decisions(
        DecidedException(("falling", "fine"), Decision.HOLD, ("worsening",), "Seen."),
        DecidedException(("fine",), Decision.REPORT, ("off-target",), "Out of date."),
    )
    whole = assess(Q2, falling, red, fine, returned=returned, narrative=said)
    assert [(each.indicators, each.rules, each.decision) for each in whole.exceptions] == [
        (("falling",), ("worsening",), "hold"),
        (("red",), ("off-target",), "undecided"),
    ]
    assert whole.undecided == 1


def test_a_decision_on_an_indicator_that_is_not_in_the_report_is_not_listed():
    said = decisions(DecidedException(("ended",), Decision.REPORT, (), "People raised it."))
    assert assess(Q2, indicator(), returned={"one": {"": quarters_from(Q1, 1, 2)}}, narrative=said).exceptions == ()


def test_a_year_that_is_worse_again_says_so_of_years():
    asked = ExceptionRules(("worsening",), worsening_quarters=2)
    at = position("2023-24", indicator(frequency="year"), years_from("2021-22", 50, 40, 30), exceptions=asked)
    assert at.exceptions[0].message == "Down 10 (25.0%) on 2022/23, a worsening, for the worse in 2 years running."
