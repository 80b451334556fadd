"""The action plan: what is late, how each action stood, and what has moved since."""

from __future__ import annotations

from datetime import date

import pytest
from made import between, indicator, quarter, quarters_from, workspace

from dap_tui.assess.actions import action_plan, travel_since
from dap_tui.assess.assessment import Assessor
from dap_tui.catalogue import Action, Partnership
from dap_tui.measure import Arrow, Judgement
from dap_tui.narrative import ActionStatus, ActionUpdate, Narrative

DUE = date(2023, 9, 30)
AT = "2023-24-Q3"
ACTION = Action("units", "Purchase extra housing units", due=DUE, indicators=("one",))
ONE = indicator("count", "higher")


def said(**quarters: str) -> dict:
    """Statuses by quarter of 2023/24: `q1="on-track"`."""
    return {
        quarter(f"2023-24-{name.upper()}"): Narrative(actions=(ActionUpdate("units", ActionStatus(status), name),))
        for name, status in quarters.items()
    }


def planned(at: str = AT, as_of: date = date(2024, 1, 15), of=ONE, figures=(5, 6, 9), action=ACTION, **more):
    narratives = more.pop("narratives", {})
    made = workspace(
        of,
        returned={"one": {"": quarters_from("2023-24-Q1", *figures)}},
        narrative=narratives,
        actions=(action,),
        **more,
    )
    return action_plan(Assessor(made, as_of).assess(quarter(at)), narratives)[0]


@pytest.mark.parametrize(("as_of", "is_late"), [(date(2023, 9, 29), False), (DUE, False), (date(2023, 10, 1), True)])
def test_an_action_is_late_from_the_day_after_its_date(as_of, is_late):
    assert planned(as_of=as_of).is_late is is_late


def test_without_a_date_nothing_is_late_unless_people_say_so():
    undated = ACTION._replace(due=None)
    assert not planned(action=undated).is_late
    assert planned(action=undated, narratives=said(q2="late")).is_late
    assert not planned(action=undated, narratives=said(q2="late", q3="on-track")).is_late


@pytest.mark.parametrize(("narratives", "is_late"), [(said(q2="done"), False), (said(q2="at-risk"), True), ({}, True)])
def test_what_is_done_is_late_no_longer(narratives, is_late):
    assert planned(narratives=narratives).is_late is is_late


def test_what_was_done_later_is_not_late_in_the_report_of_an_earlier_quarter():
    before = planned("2023-24-Q2", narratives=said(q1="on-track", q3="done"))
    assert (before.status, before.is_late) == ("on-track", False)


def test_nothing_after_the_last_period_is_overdue():
    last = Partnership(last_period=quarter("2023-24-Q1"))
    assert not planned(partnership=last).is_late


def test_its_status_is_told_quarter_by_quarter_up_to_the_report():
    found = planned("2023-24-Q2", narratives=said(q3="done", q2="at-risk", q1="on-track"))
    assert [(each.period.id, each.status, each.text) for each in found.history] == [
        ("2023-24-Q1", "on-track", "q1"),
        ("2023-24-Q2", "at-risk", "q2"),
    ]
    assert planned().history == ()
    assert planned().status is None


def test_the_status_that_was_said_last_holds_where_a_quarter_only_has_words():
    narratives = said(q1="on-track")
    narratives[quarter("2023-24-Q2")] = Narrative(actions=(ActionUpdate("units", None, "Two bought."),))
    found = planned(narratives=narratives)
    assert (found.status, found.history[-1].text) == ("on-track", "Two bought.")


def test_a_report_has_every_action_with_what_was_said_of_it_in_the_period():
    made = workspace(ONE, returned={}, narrative=said(q2="at-risk"), actions=(ACTION, ACTION._replace(id="other")))
    assessor = Assessor(made, date(2024, 1, 15))
    stood = [(each.action.id, each.status, each.text) for each in assessor.assess(quarter("2023-24-Q2")).actions]
    assert stood == [("units", "at-risk", "q2"), ("other", None, None)]
    assert [each.status for each in assessor.assess(quarter(AT)).actions] == [None, None]


def moved(*figures: object, first: str | None = "2023-24-Q2", of=ONE):
    made = workspace(of, returned={"one": {"": quarters_from("2023-24-Q1", *figures)}})
    position = Assessor(made, date(2024, 1, 15)).assess(quarter(AT)).positions[0]
    travel = travel_since(position, quarter(first) if first else None)
    return travel.period.id, travel.value, travel.arrow, travel.judgement


def test_an_indicator_has_moved_since_the_quarter_before_the_action_was_first_reported_on():
    assert moved(5, 6, 9) == ("2023-24-Q1", 5, Arrow.UP, Judgement.IMPROVING)
    assert planned(narratives=said(q2="on-track")).moved[0].travel.change == 4


def test_where_there_was_no_figure_before_it_has_moved_since_the_first_there_is():
    assert moved(None, 6, 9, first="2023-24-Q1") == ("2023-24-Q2", 6, Arrow.UP, Judgement.IMPROVING)
    assert moved("[x]", 12, 9) == ("2023-24-Q2", 12, Arrow.DOWN, Judgement.WORSENING)


def test_where_nothing_was_said_before_it_is_the_direction_of_travel():
    assert moved(5, 10, 9, first=None) == ("2023-24-Q2", 10, Arrow.DOWN, Judgement.WORSENING)
    assert moved(5, 10, 9, first=AT) == ("2023-24-Q2", 10, Arrow.DOWN, Judgement.WORSENING)


def test_running_totals_are_compared_by_their_own_quarters():
    running = indicator("count", "higher", reported="year-to-date")
    assert moved(5, 7, 16, of=running) == ("2023-24-Q1", 5, Arrow.UP, Judgement.IMPROVING)


def test_a_running_percentage_which_no_quarter_has_of_its_own_has_moved_in_its_direction_of_travel():
    running = indicator("percent", "higher", reported="year-to-date")
    assert moved(5, 7, 16, of=running) == ("2022-23-Q3", None, Arrow.NONE, Judgement.NONE)


def test_nothing_is_compared_across_a_break():
    assert moved(5, "6 [b]", 9) == ("2023-24-Q1", 5, Arrow.NONE, Judgement.NONE)


def test_a_range_judges_by_its_nearness():
    ranged = indicator("percent", "lower", targets=between(28, 40))
    assert moved(20, 22, 27, of=ranged) == ("2023-24-Q1", 20, Arrow.UP, Judgement.IMPROVING)


def test_an_indicator_that_is_not_in_the_report_is_left_out():
    assert planned(action=ACTION._replace(indicators=("one", "other"))).moved[0].position.indicator is ONE
