"""The partnership's own report for quarter 3 2023/24, held against what the program says of it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dap_tui.assess.assessment import Assessor
from dap_tui.export.json_format import to_json
from dap_tui.period import Quarter
from dap_tui.reading.workspace import read_workspace

ROOT = Path(__file__).parents[2]

REPORT = """
idas-marac-repeat           26%    28%    30%
idas-refuge-throughput      8      12     9
idas-referred               500    523    448
idas-supported              270    255    263
idas-to-csc                 14     7      6
idas-to-asc                 7      2      1
idas-from-csc               40     31     24
idas-from-asc               6      6      6
cranstoun-completed         6      5      8
cranstoun-completed-percent 66%    61%    62%
syp-incidents               1,821  1,860  [x]
syp-crime                   1,158  1,127  [x]
syp-non-crime               663    733    [x]
syp-dvpn-granted            35     43     [x]
syp-dvpn-breaches           5      6      [x]
syp-clares-law              38     28     [x]
bsarcs-confident-working    100%   100%   99%
bsarcs-confident-asking     100%   100%   100%
bsarcs-safeguarding         100%   100%   100%
"""
"""The report's 19 table rows, quarter by quarter; its `*`, "not currently available", is `[x]`."""

ROWS = {row[0]: row[1:] for row in (line.split() for line in REPORT.strip().splitlines())}


@pytest.fixture(scope="module")
def assessor():
    return Assessor(read_workspace(ROOT), date(2024, 2, 14))


@pytest.fixture(scope="module")
def third(assessor):
    return assessor.assess(Quarter.parse("2023-24-Q3"))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_figure_of_the_reports_tables_is_in_the_json_of_its_quarter(assessor, number):
    report = json.loads(to_json(assessor.assess(Quarter.parse(f"2023-24-Q{number}"))))
    shown = {each["id"]: each["shown"] for each in report["indicators"]}
    assert {name: shown[name] for name in ROWS} == {name: row[number - 1] for name, row in ROWS.items()}


def test_the_workspace_has_nothing_wrong(assessor):
    assert assessor.workspace.findings == ()
    assert assessor.workspace.current == Quarter.parse("2023-24-Q3")


def test_the_rows_of_the_report_have_the_statuses_it_has(third):
    assert Counter(str(third.position[name].status) for name in ROWS) == {"green": 7, "amber": 1, "data-only": 11}
    assert third.position["bsarcs-confident-working"].status == "amber", "99% against 100%"


def test_the_rows_of_the_report_go_the_ways_it_says(third):
    travel = Counter(str(third.position[name].travel.judgement) for name in ROWS)
    assert travel == {"worsening": 7, "improving": 3, "level": 3, "none": 6}


def test_repeats_at_marac_are_worse_and_inside_their_range_and_came_into_it_in_quarter_2(assessor, third):
    now = third.position["idas-marac-repeat"]
    assert (now.shown, now.status, now.travel.judgement, now.target.shown) == ("30%", "green", "worsening", "28–40%")
    before = assessor.assess(Quarter.parse("2023-24-Q2")).position["idas-marac-repeat"]
    assert (before.travel.value, before.shown, before.travel.judgement) == (26, "28%", "improving")


def test_the_years_targets_are_held_to_date(third):
    referred, supported = third.position["idas-referred"], third.position["idas-supported"]
    assert (referred.held, referred.target.to_date, referred.status) == (1471, 750, "green")
    assert referred.travel.judgement == "worsening"
    assert (supported.value, supported.target.shown, supported.target.to_date) == (263, "752", 564)
    assert [str(each.rule) for each in supported.exceptions] == ["over-limit"]


def test_the_polices_figures_are_symbols_not_gaps(third):
    incidents = third.position["syp-incidents"]
    assert (incidents.figure.symbol, incidents.figure.words) == ("x", "Information not currently available")
    assert (incidents.travel.arrow, incidents.status, incidents.exceptions) == ("none", "data-only", ())
    assert incidents.target.shown == "KPIs set to monitor frequency, volume and activity."


@pytest.mark.parametrize("number", [1, 2])
def test_crime_and_non_crime_add_up_to_the_incidents(assessor, number):
    at = assessor.assess(Quarter.parse(f"2023-24-Q{number}")).position
    assert at["syp-incidents"].indicator.parts == ("syp-crime", "syp-non-crime")
    assert at["syp-crime"].value + at["syp-non-crime"].value == at["syp-incidents"].value


def test_the_reports_own_exceptions_are_decided_as_it_has_them(third):
    reported = {name for each in third.exceptions if each.decision == "report" for name in each.indicators}
    assert reported == {
        "idas-marac-repeat", "bsarcs-professionals-trained", "idas-to-asc", "idas-to-csc", "idas-from-csc",
    }  # fmt: skip
    assert [str(each.rule) for each in third.position["bsarcs-professionals-trained"].exceptions] == ["raised"]


def test_the_other_directions_on_red_are_held_with_the_reports_own_reason(third):
    held = [each for each in third.exceptions if each.decision == "hold"]
    assert [each.indicators for each in held] == [
        ("idas-refuge-throughput", "idas-referred", "bsarcs-confident-working")
    ]  # fmt: skip
    assert "only reported where it is felt the Safer Board needs to be aware" in held[0].text
    undecided = [each.indicator.id for each in third.positions if each.decision == "undecided"]
    assert undecided == ["idas-supported"], "its limit is no direction of travel, and the report has no reason"


def test_the_strategys_points_are_the_action_plan_without_owners_or_dates(third):
    plan = third.actions
    assert len(plan) == 31
    assert {aim for priority in third.catalogue.priorities for aim in priority.aims} == {
        each.action.aim for each in plan
    }
    assert not any(each.action.owner or each.action.due or each.status for each in plan)
    assert {each.action.origin for each in plan} == {"Domestic Abuse Strategy 2022 to 2027"}


def test_where_a_charts_numbers_did_not_survive_the_indicator_is_there_and_says_so(third):
    lost = ["idas-target-hardening-by-kind", "cranstoun-referral-sources", "bsarcs-professionals-trained"]
    for name in lost:
        assert third.position[name].figure.symbol == "x"
        assert "did not survive" in third.position[name].figure.words
    assert third.position["idas-target-hardening-items"].value == 143
    assert third.position["idas-target-hardening-individuals"].value == 33


def test_the_strategys_yearly_figures_are_in_the_reports_of_their_years(assessor):
    at = assessor.assess(Quarter.parse("2020-21-Q1").year).position
    assert (at["idas-child-protection"].shown, at["idas-child-protection"].travel.value) == ("73%", 48)
    assert (at["idas-referrals-received"].shown, at["idas-children-at-marac"].shown) == ("4,122", "823")
    assert [str(value) for value in at["syp-clares-law-average"].years.values()] == ["9", "29", "38"]
