"""`dap show --returns`: what is in, part in and overdue, and whom to ask."""

from collections.abc import Callable
from datetime import date

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.show.returns import Standing, returns_of, show_returns
from dap_tui.show.terminal import Terminal, cells

Assessed = Callable[..., tuple[Assessment, Assessor]]
Written = Callable[..., Assessor]

CATALOGUE = """
[partnership]
name = "Sample"
[[source]]
id = "s"
name = "Sample source"
due_days = 30
contact = "figures@example.org"
[[indicator]]
id = "a"
title = "First"
source = "s"
unit = "count"
[[indicator]]
id = "b"
title = "Second"
source = "s"
unit = "count"
[[indicator]]
id = "yearly"
title = "Once a year"
source = "s"
unit = "count"
frequency = "year"
"""


def standing(written: Written, returned: str, as_of: date) -> Standing:
    assessor = written({"catalogue.toml": CATALOGUE, "returns/2023-24-Q1/s.csv": returned}, as_of)
    (only,) = returns_of(assessor.assess(assessor.workspace.period("2023-24-Q1")), assessor.workspace.returns)
    return only.standing


@pytest.mark.parametrize(
    ("returned", "as_of", "expected"),
    [
        ("indicator,value\na,1\nb,[x]\n", date(2024, 1, 1), Standing.IN),
        ("indicator,value\na,1\nb,\n", date(2023, 7, 30), Standing.PART),
        ("indicator,value\na,1\nb,\n", date(2023, 7, 31), Standing.PART_OVERDUE),
        ("indicator,value\na,\nb,\n", date(2023, 7, 30), Standing.DUE),
        ("indicator,value\na,\nb,\n", date(2023, 7, 31), Standing.OVERDUE),
    ],
)
def test_a_return_is_overdue_the_day_after_its_day(
    written: Written, returned: str, as_of: date, expected: Standing
) -> None:
    assert standing(written, returned, as_of) is expected


@pytest.mark.parametrize(
    ("returned", "is_said"), [("a,[x]\nb,[c]\n", True), ("a,0\nb,[x]\n", False), ("a,[z]\nb,[z]\n", False)]
)
def test_a_return_of_symbols_alone_has_no_figure_available(written: Written, returned: str, is_said: bool) -> None:
    files = {"catalogue.toml": CATALOGUE, "returns/2023-24-Q1/s.csv": f"indicator,value\n{returned}"}
    assessor = written(files, date(2023, 8, 1))
    text = show_returns(assessor.assess(assessor.workspace.current), assessor, Terminal(80))
    assert ("in, no figure available" in text) is is_said
    assert ("Every return is in. Sample source: no figure is available." in text) is is_said


def test_whom_to_ask_for_what_is_missing(written: Written) -> None:
    returned = "indicator,value\na,1\nb,\n"
    assessor = written({"catalogue.toml": CATALOGUE, "returns/2023-24-Q1/s.csv": returned}, date(2023, 8, 1))
    text = show_returns(assessor.assess(assessor.workspace.current), assessor, Terminal(80))
    assert "! part overdue (1 of 2)" in text
    assert " ".join(text.split()).endswith(
        "Sample source: part overdue, was due on 30 July 2023; ask figures@example.org - Second"
    )


def test_what_has_come_and_cannot_be_read_is_told_from_what_has_not_come(written: Written) -> None:
    files = {"catalogue.toml": CATALOGUE, "returns/2023-24-Q1/s.csv": "indicator,value\na,4x\nb,\n"}
    assessor = written(files, date(2023, 8, 1))
    text = show_returns(assessor.assess(assessor.workspace.period("2023-24-Q1")), assessor, Terminal(80))
    assert "  - First (cannot be read; see 'dap check')\n  - Second\n" in text


def test_that_the_catalogue_names_no_contact_is_said_once(written: Written) -> None:
    catalogue = CATALOGUE.replace('contact = "figures@example.org"\n', "")
    returned = {f"returns/2023-24-Q{quarter}/s.csv": "indicator,value\na,1\nb,\n" for quarter in (1, 2)}
    assessor = written({"catalogue.toml": catalogue, **returned}, date(2024, 1, 1))
    text = show_returns(assessor.assess(assessor.workspace.current), assessor, Terminal(80))
    assert text.count("The catalogue names no contact for Sample source") == 1


def test_cambridgeshires_prosecutors_are_the_only_ones_to_ask(assessed: Assessed) -> None:
    assessment, assessor = assessed("cambridgeshire")
    late = [
        each.source.id
        for each in returns_of(assessment, assessor.workspace.returns)
        if each.standing is not Standing.IN
    ]
    assert late == ["cps"]
    for width in (40, 80, 120):
        text = show_returns(assessment, assessor, Terminal(width))
        assert all(cells(each) <= width for each in text.splitlines())


def test_what_is_late_from_before_is_asked_for_as_well(written: Written) -> None:
    files = {
        "catalogue.toml": CATALOGUE,
        "returns/2023-24-Q1/s.csv": "indicator,value\na,1\nb,\n",
        "returns/2023-24-Q2/s.csv": "indicator,value\na,1\nb,2\n",
    }
    assessor = written(files, date(2023, 11, 1))
    text = show_returns(assessor.assess(assessor.workspace.current), assessor, Terminal(80))
    _, missing, late = text.partition("Every return is in.")
    assert missing
    assert " ".join(late.split()).startswith("Still missing in Q1 2023/24 1 source")
    assert "Sample source: part overdue, was due on 30 July 2023; ask figures@example.org" in " ".join(late.split())


def test_where_nothing_is_asked_for_nothing_is_said_to_be_in(written: Written) -> None:
    catalogue = CATALOGUE.replace('unit = "count"\n', 'unit = "count"\nuntil = "2023-24-Q1"\n', 2)
    returned = "indicator,value\na,1\nb,2\n"
    assessor = written({"catalogue.toml": catalogue, "returns/2023-24-Q1/s.csv": returned}, date(2023, 8, 1))
    text = show_returns(assessor.assess(assessor.workspace.period("2023-24-Q2")), assessor, Terminal(80))
    assert text.endswith("Nothing is asked for in Q2 2023/24.\n")


RATIO = """
[[indicator]]
id = "share"
title = "Share of the first"
source = "s"
unit = "percent"
ratio = ["a", "b"]
"""


def test_a_year_is_in_only_with_its_quarters(written: Written) -> None:
    """What of them is late is listed with whom to ask; what is not due yet is said, and not asked for."""
    files = {
        "catalogue.toml": CATALOGUE,
        "returns/2023-24-Q1/s.csv": "indicator,value\na,1\nb,2\n",
        "returns/2023-24-Q2/s.csv": "indicator,value\na,1\nb,\n",
        "returns/2023-24/s.csv": "indicator,value\nyearly,5\n",
    }
    assessor = written(files, date(2024, 2, 15))
    text = show_returns(assessor.assess(assessor.workspace.period("2023-24")), assessor, Terminal(80))
    assert "Every return is in" not in text
    assert "Not every return of quarters 2 and 3 is in; quarter 4 is not due yet." in text
    assert "Still missing in Q3 2023/24" in text
    assert "Still missing in Q2 2023/24" in text
    assert "Missing in Q4" not in text
    files["returns/2023-24-Q2/s.csv"] = files["returns/2023-24-Q3/s.csv"] = "indicator,value\na,1\nb,2\n"
    assessor = written(files, date(2024, 2, 15))
    text = show_returns(assessor.assess(assessor.workspace.period("2023-24")), assessor, Terminal(80))
    assert "Every return that is due is in; quarter 4 is not due yet." in text
    files["returns/2023-24-Q4/s.csv"] = files["returns/2023-24-Q2/s.csv"]
    assessor = written(files, date(2024, 6, 15))
    text = show_returns(assessor.assess(assessor.workspace.period("2023-24")), assessor, Terminal(80))
    assert "Every return is in." in text


def test_a_years_own_figures_stand_in_for_its_quarters(written: Written) -> None:
    files = {
        "catalogue.toml": CATALOGUE,
        "returns/2023-24/s.csv": "indicator,value\nyearly,5\na,4\nb,8\n",
    }
    assessor = written(files, date(2024, 6, 15))
    text = show_returns(assessor.assess(assessor.workspace.period("2023-24")), assessor, Terminal(80))
    assert "Every return is in." in text


@pytest.mark.parametrize(
    ("before", "now", "is_asked"),
    [
        ("a,1\nb,2\n", "a,\nb,\n", False),
        ("a,1\nb,2\nshare,50%\n", "a,\nb,\n", True),
        ("a,1\nb,2\n", "a,\nb,\nshare,\n", True),
    ],
)
def test_a_percentage_that_is_worked_out_is_asked_for_only_where_the_template_does(
    written: Written, before: str, now: str, is_asked: bool
) -> None:
    files = {
        "catalogue.toml": CATALOGUE + RATIO,
        "returns/2023-24-Q1/s.csv": f"indicator,value\n{before}",
        "returns/2023-24-Q2/s.csv": f"indicator,value\n{now}",
    }
    assessor = written(files, date(2024, 1, 1))
    text = show_returns(assessor.assess(assessor.workspace.period("2023-24-Q2")), assessor, Terminal(80))
    assert "  - Second" in text
    assert ("Share of the first" in text) is is_asked
