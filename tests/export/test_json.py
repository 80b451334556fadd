"""The JSON is a contract: every field is there, in its order, and every figure of the reports is in it."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.errors import NotKnown
from dap_tui.export.json_format import to_json
from dap_tui.export.json_text import json_text
from dap_tui.export.options import Options

Assessed = Callable[..., tuple[Assessment, Assessor]]

REPORT = [
    "format", "for_publication", "period", "partnership", "covers", "summary", "travel", "without_figure", "undecided",
    "sources", "priorities", "indicators", "exceptions", "sections", "resolutions", "actions",
]  # fmt: skip
INDICATOR = [
    "id", "code", "title", "source", "section", "priorities", "tags", "unit", "polarity",
    "short_title", "note", "definition", "level", "frequency", "reported",
    "value", "symbol", "marks", "shown", "year_to_date", "own_quarter", "value_note", "file", "line", "sheet", "cell",
    "target", "status", "previous_quarter", "last_year", "compare", "variation", "outlook", "benchmark", "limit",
    "long_term", "years", "exceptions", "decision", "breakdown", "commentary", "history", "sentence",
]  # fmt: skip
TRAVEL = ["period", "value", "change", "change_percent", "arrow", "judgement"]
PARTS = {
    "target": ["value", "low", "high", "to_date", "kind", "shown", "note"],
    "previous_quarter": TRAVEL,
    "last_year": TRAVEL,
    "variation": ["mean", "lower", "upper", "since", "points", "variation", "assurance", "special"],
    "outlook": ["at_this_rate", "at_last_years_shape", "meets"],
    "benchmark": ["value", "label"],
    "limit": ["min", "max", "note"],
    "long_term": ["judgement", "outturn", "before"],
    "commentary": ["text", "where_we_are", "successes_and_issues", "what_we_are_doing"],
    "breakdown": ["name", "value", "symbol", "shown", "previous_quarter", "last_year", "history"],
    "years": ["period", "value", "shown"],
    "history": ["period", "value", "symbol", "shown"],
    "exceptions": ["rule", "message", "decision"],
}

# The tables of the partnership's own report for quarter 3 2023/24, row by row.
BARNSLEY = {
    "idas-marac-repeat": (26, 28, 30),
    "idas-refuge-throughput": (8, 12, 9),
    "idas-referred": (500, 523, 448),
    "idas-supported": (270, 255, 263),
    "idas-to-csc": (14, 7, 6),
    "idas-to-asc": (7, 2, 1),
    "idas-from-csc": (40, 31, 24),
    "idas-from-asc": (6, 6, 6),
    "cranstoun-completed": (6, 5, 8),
    "cranstoun-completed-percent": (66, 61, 62),
    "syp-incidents": (1821, 1860, None),
    "syp-crime": (1158, 1127, None),
    "syp-non-crime": (663, 733, None),
    "syp-dvpn-granted": (35, 43, None),
    "syp-dvpn-breaches": (5, 6, None),
    "syp-clares-law": (38, 28, None),
    "bsarcs-confident-working": (100, 100, 99),
    "bsarcs-confident-asking": (100, 100, 100),
    "bsarcs-safeguarding": (100, 100, 100),
}


def parsed(assessed: Assessed, name: str, period: str | None = None) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(to_json(assessed(name, period)[0]))
    return report


@pytest.mark.parametrize(
    ("name", "period"),
    [("barnsley", "2023-24-Q3"), ("barnsley", "2020-21"), ("cambridgeshire", None), ("rotherham", "2013-14")],
)
def test_no_field_is_left_out_and_all_stand_in_order(assessed: Assessed, name: str, period: str | None) -> None:
    report = parsed(assessed, name, period)
    assert list(report) == REPORT
    assert list(report["summary"]) == ["green", "amber", "red", "data-only", "no-data", "hidden"]
    assert list(report["travel"]) == ["improving", "worsening", "level", "neutral", "none", "hidden"]
    for indicator in report["indicators"]:
        assert list(indicator) == INDICATOR
        for field, keys in PARTS.items():
            parts = indicator[field] if isinstance(indicator[field], list) else [indicator[field]]
            assert all(list(part) == keys for part in parts if part is not None), (indicator["id"], field)


def test_every_figure_of_barnsleys_tables_is_in_the_report_of_its_quarter(assessed: Assessed) -> None:
    for at, quarter in enumerate(("2023-24-Q1", "2023-24-Q2", "2023-24-Q3")):
        found = {each["id"]: each for each in parsed(assessed, "barnsley", quarter)["indicators"]}
        assert {each: found[each]["value"] for each in BARNSLEY} == {each: row[at] for each, row in BARNSLEY.items()}
    police = [each for each in found if each.startswith("syp-")]
    assert {found[each]["symbol"] for each in police} == {"x"}


def test_what_quarter_3_says_of_barnsleys_19_rows(assessed: Assessed) -> None:
    rows = [each for each in parsed(assessed, "barnsley")["indicators"] if each["id"] in BARNSLEY]
    statuses = [each["status"] for each in rows]
    travel = [each["previous_quarter"]["judgement"] for each in rows]
    assert [statuses.count(each) for each in ("green", "amber", "red", "data-only")] == [7, 1, 0, 11]
    assert [travel.count(each) for each in ("worsening", "improving", "level", "none")] == [7, 3, 3, 6]


def test_a_range_and_a_polarity_are_two_things(assessed: Assessed) -> None:
    marac = parsed(assessed, "barnsley")["indicators"][0]
    assert (marac["status"], marac["target"]["shown"]) == ("green", "28–40%")
    assert marac["previous_quarter"] == {
        "period": "2023-24-Q2", "value": 28.0, "change": 2.0, "change_percent": 7.1, "arrow": "up",
        "judgement": "worsening",
    }  # fmt: skip
    before = parsed(assessed, "barnsley", "2023-24-Q2")["indicators"][0]
    assert before["previous_quarter"]["judgement"] == "improving"


def test_a_year_has_no_previous_quarter_and_a_history_of_years(assessed: Assessed) -> None:
    incidents = parsed(assessed, "rotherham", "2013-14")["indicators"][0]
    assert (incidents["previous_quarter"], incidents["own_quarter"], incidents["compare"]) == (
        None, None, "same-quarter-last-year",
    )  # fmt: skip
    assert [(each["period"], each["value"]) for each in incidents["history"]] == [("2012-13", 5555), ("2013-14", 6401)]


def test_only_the_indicators_asked_for_are_listed_in_the_order_asked(assessed: Assessed) -> None:
    options = Options(indicators=("syp-crime", "idas-referred"))
    report = json.loads(to_json(assessed("barnsley")[0], options))
    assert [each["id"] for each in report["indicators"]] == ["syp-crime", "idas-referred"]
    assert list(report) == REPORT


def test_an_indicator_of_years_is_not_in_the_report_of_a_quarter(assessed: Assessed) -> None:
    with pytest.raises(NotKnown, match="is not in the report of Q3 2023/24"):
        to_json(assessed("barnsley")[0], Options(indicators=("syp-clares-law-average",)))


def test_figures_are_exact_and_control_characters_are_escaped() -> None:
    text = json_text({"value": Decimal("123456789012345678.10"), "title": "a\x1b[31m\x85\u202e\n£–"})
    assert '"value": 123456789012345678.1' in text
    assert '"title": "a\\u001b[31m\\u0085\\u202e\\n£–"' in text
    assert json.loads(text)["title"] == "a\x1b[31m\x85\u202e\n£–"


def test_the_same_workspace_gives_the_same_bytes(assessed: Assessed) -> None:
    assessment, _ = assessed("barnsley")
    assert to_json(assessment) == to_json(assessment)
