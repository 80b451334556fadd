"""Rotherham 2013/14: what a year alone looks like."""

from __future__ import annotations

from datetime import date

import pytest

from dap_tui.assess.assessment import Assessor
from dap_tui.examples import example
from dap_tui.period import Year
from dap_tui.reading.workspace import read_workspace


@pytest.fixture(scope="module")
def year():
    workspace = read_workspace(example("rotherham"))
    assert workspace.current == Year.parse("2013-14"), "nothing is quarterly, so the year is what opens"
    return Assessor(workspace, date(2014, 7, 1)).assess(workspace.current)


def test_the_years_outturns_are_held_against_the_target_and_the_year_before(year):
    incidents, referrals = year.positions
    assert (incidents.shown, incidents.target.shown, incidents.status) == ("6,401", "6,000", "green")
    assert (incidents.last_year.value, incidents.last_year.judgement) == (5555, "improving")
    assert (referrals.shown, referrals.last_year.change, referrals.status) == ("565", 145, "data-only")


def test_the_board_resolved_five_things(year):
    assert len(year.resolutions) == 5


def test_the_action_plan_says_where_each_action_comes_from(year):
    origins = " ".join(each.action.origin or "" for each in year.actions)
    assert all(word in origins for word in ("Scrutiny", "HMIC", "omicide"))
