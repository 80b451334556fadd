"""Reports of a year, and of quarters that lack what they build on: what is said where a figure cannot be."""

from collections.abc import Callable
from datetime import date

import pytest

from dap_tui.assess.assessment import Assessor
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options, View
from dap_tui.show.indicator import show_indicators
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal

Written = Callable[..., Assessor]

CATALOGUE = """
[partnership]
name = "Sample"
[[source]]
id = "s"
name = "Sample source"
[[indicator]]
id = "referred"
title = "Referred"
source = "s"
unit = "count"
aggregate = "sum"
polarity = "higher"
target = { "2023-24" = { value = 100, per = "year" } }
[[indicator]]
id = "trained"
title = "Trained"
source = "s"
unit = "count"
aggregate = "sum"
polarity = "higher"
target = { "2023-24" = { value = 8 } }
[[indicator]]
id = "happy"
title = "Happy"
source = "s"
unit = "percent"
aggregate = "latest"
polarity = "higher"
[[indicator]]
id = "waited"
title = "Waited"
source = "s"
unit = "percent"
aggregate = "mean"
polarity = "lower"
"""


def workspace(written: Written, *quarters: str, as_of: date = date(2024, 5, 1)) -> Assessor:
    """Returns of the quarters named: 30, 9, 50% and 20% in each."""
    rows = "indicator,value\nreferred,30\ntrained,9\nhappy,50%\nwaited,20%\n"
    files = {f"returns/{each}/s.csv": rows for each in quarters}
    return written({"catalogue.toml": CATALOGUE, **files}, as_of)


def report(
    written: Written, period: str, *quarters: str, options: Options | None = None, as_of: date = date(2024, 5, 1)
) -> str:
    assessor = workspace(written, *quarters, as_of=as_of)
    assessment = assessor.assess(assessor.workspace.period(period))
    return to_markdown(assessment, assessor, options or Options()).replace("\u00a0", " ")


def page(written: Written, period: str, *quarters: str, as_of: date = date(2024, 5, 1)) -> str:
    assessor = workspace(written, *quarters, as_of=as_of)
    return to_html(assessor.assess(assessor.workspace.period(period)), assessor, Options())


def terminal(written: Written, period: str, *quarters: str, as_of: date = date(2024, 5, 1)) -> str:
    assessor = workspace(written, *quarters, as_of=as_of)
    return " ".join(
        show_tables(assessor.assess(assessor.workspace.period(period)), assessor, Terminal(120), Options()).split()
    )


def row(text: str, title: str) -> list[str]:
    line = next(each for each in text.splitlines() if each.startswith("|") and f"| {title} " in each)
    return [cell.strip() for cell in line.strip("|").split(" | ")]


YEAR = tuple(f"2023-24-Q{number}" for number in range(1, 5))
MADE = (
    "The year’s figure is the sum of the four quarters for counts, and quarter 4’s for percentages, "
    "unless a note says otherwise."
)


@pytest.mark.parametrize("shown", [report, page, terminal])
def test_a_years_figures_say_what_they_are_made_of(written: Written, shown: Callable[..., str]) -> None:
    text = shown(written, "2023-24", *YEAR)
    assert MADE in text
    assert "The year’s figure is the mean of the four quarters." in text
    assert MADE not in shown(written, "2023-24-Q4", *YEAR)


def test_what_is_made_otherwise_is_marked_on_its_own_row(written: Written) -> None:
    text = report(written, "2023-24", *YEAR)
    assert row(text, "Waited (a)")[1] == "Waited (a)"
    assert "Happy (" not in text
    assert r"\(a) The year’s figure is the mean of the four quarters." in text


@pytest.mark.parametrize("shown", [report, page])
def test_a_year_before_that_holds_nothing_is_compared_with_nothing_and_that_is_said(
    written: Written, shown: Callable[..., str]
) -> None:
    text = shown(written, "2023-24", *YEAR)
    assert "2022/23 is not held, so nothing is compared with it." in text
    assert "changed status" not in text
    assert "not compared" not in text


@pytest.mark.parametrize("shown", [report, page])
def test_so_is_a_first_quarter(written: Written, shown: Callable[..., str]) -> None:
    text = shown(written, "2023-24-Q1", "2023-24-Q1")
    assert "Q4 2022/23 is not held, so nothing is compared with it." in text
    assert "not compared" not in text
    later = shown(written, "2023-24-Q2", "2023-24-Q1", "2023-24-Q2")
    assert "not held" not in later
    assert "No indicator has changed status since Q1 2023/24." in later


def test_a_year_before_of_which_some_quarters_are_held_is_not_held_in_full(written: Written) -> None:
    text = report(written, "2023-24", "2022-23-Q2", *YEAR)
    assert "2022/23 is not held in full, so nothing is compared with it." in text


def test_an_outturn_that_a_quarter_is_missing_for_says_which(written: Written) -> None:
    text = report(written, "2023-24", "2023-24-Q1", "2023-24-Q2", "2023-24-Q4")
    assert row(text, "Referred")[4] == "· (a)"
    assert r"\(a) Q3 is missing." in text
    assert row(text, "Happy")[4] == "50%"


@pytest.mark.parametrize("shown", [report, page])
def test_the_outlook_ends_with_the_year(written: Written, shown: Callable[..., str]) -> None:
    third = shown(written, "2023-24-Q3", *YEAR[:3])
    assert "At this rate: the year to date, carried on evenly." in third
    assert "At last year’s shape" not in third
    assert "At this rate" not in shown(written, "2023-24-Q4", *YEAR)


def test_an_indicators_page_has_no_outlook_once_the_year_is_over(written: Written) -> None:
    options = Options(indicators=("referred",))
    assert "at this rate" in report(written, "2023-24-Q3", *YEAR[:3], options=options)
    assert "at this rate" not in report(written, "2023-24-Q4", *YEAR, options=options)


def test_targets_of_a_quarter_and_of_a_year_in_one_table_say_which_they_are(written: Written) -> None:
    text = report(written, "2023-24-Q1", "2023-24-Q1")
    assert row(text, "Referred")[3] == "100 a year (a)"
    assert row(text, "Trained")[3] == "8 a quarter"
    assert "8 a quarter" in page(written, "2023-24-Q1", "2023-24-Q1")
    assert "a quarter" not in row(report(written, "2023-24", *YEAR), "Trained")[3]


@pytest.mark.parametrize("shown", [report, page, terminal])
def test_a_years_target_that_is_not_judged_says_why(written: Written, shown: Callable[..., str]) -> None:
    text = shown(written, "2023-24-Q2", "2023-24-Q2")
    assert "Target for the year; not judged: Q1 is missing, so there is nothing to date." in text
    assert "not judged" not in shown(written, "2023-24-Q2", "2023-24-Q1", "2023-24-Q2")


def test_an_indicators_page_says_it_as_well(written: Written) -> None:
    options = Options(indicators=("referred",))
    said = "100 a year, 50 due to date; not judged: Q1 is missing, so there is nothing to date"
    assert said in report(written, "2023-24-Q2", "2023-24-Q2", options=options)
    assessor = workspace(written, "2023-24-Q2")
    shown = show_indicators(assessor.assess(assessor.workspace.period("2023-24-Q2")), Terminal(120), options)
    assert said in " ".join(shown.split())


def test_the_boards_page_has_a_key_to_its_signs(written: Written) -> None:
    text = report(written, "2023-24-Q1", "2023-24-Q1", options=Options(view=View.EXCEPTIONS))
    assert "Key: ● target met; ○ no target." in text


@pytest.mark.parametrize("shown", [report, page, terminal])
def test_a_year_that_is_not_over_says_what_it_has_come_to(written: Written, shown: Callable[..., str]) -> None:
    text = shown(written, "2023-24", *YEAR[:3], as_of=date(2024, 2, 1))
    for so_far in ("90 to date", "50% in Q3", "20.0% on average"):
        assert so_far in text
    assert "50% to date" not in text
    assert "3 of 4 quarters are in, so there is no outturn yet." in text
    assert "not over" not in text
    counted = "4 indicators have no figure for the year (2 no data, with a target; 2 data only, without one)"
    assert f"{counted}; 3 of 4 quarters are in, and 4 have a figure so far." in text
    assert "Q4 is missing" not in text


def test_so_does_the_sentence_of_each_indicator(written: Written) -> None:
    assessor = workspace(written, *YEAR[:3], as_of=date(2024, 2, 1))
    sentences = [each.sentence for each in assessor.assess(assessor.workspace.period("2023-24")).positions]
    assert sentences == [
        "No figure for 2023/24: 90 to date; 3 of 4 quarters are in. Target 100.",
        "No figure for 2023/24: 27 to date; 3 of 4 quarters are in. Target 32.",
        "No figure for 2023/24: 50% in Q3; 3 of 4 quarters are in.",
        "No figure for 2023/24: 20.0% on average; 3 of 4 quarters are in.",
    ]


def test_only_the_quarters_with_a_figure_count_of_what_does_not_sum(written: Written) -> None:
    assessor = workspace(written, "2023-24-Q2", as_of=date(2023, 11, 1))
    position = assessor.assess(assessor.workspace.period("2023-24")).position
    assert position["waited"].sentence == "No figure for 2023/24: 20.0% in Q2; 1 of 4 quarters is in."
    assert position["referred"].sentence == "No figure for 2023/24. Target 100."


def test_a_year_that_is_over_says_what_is_missing(written: Written) -> None:
    text = report(written, "2023-24", *YEAR[:3], as_of=date(2024, 5, 1))
    assert "to date" not in text.split("## How to read")[0]
    assert r"\(a) Q4 is missing." in text


LAST_YEAR = tuple(f"2022-23-Q{number}" for number in range(1, 5))


@pytest.mark.parametrize("shown", [report, page, terminal])
def test_what_has_no_outturn_yet_has_not_changed_status(written: Written, shown: Callable[..., str]) -> None:
    for as_of in (date(2024, 2, 1), date(2024, 5, 1)):
        text = shown(written, "2023-24", *LAST_YEAR, *YEAR[:3], as_of=as_of)
        assert "No indicator has changed status since 2022/23." in text
    assert "Status has changed since 2022/23:" in shown(written, "2023-24", *LAST_YEAR, *YEAR)


@pytest.mark.parametrize("shown", [report, page, terminal])
def test_a_year_that_is_not_over_has_the_outlook_of_its_latest_quarter(
    written: Written, shown: Callable[..., str]
) -> None:
    text = shown(written, "2023-24", *YEAR[:3], as_of=date(2024, 2, 1))
    assert "Up to Q3 2023/24. At this rate: the year to date, carried on evenly." in text
    assert "Outlook" not in shown(written, "2023-24", *YEAR)


def test_a_boards_page_of_a_year_that_is_not_over_says_what_it_has_come_to(written: Written) -> None:
    board = Options(view=View.EXCEPTIONS)
    text = report(written, "2023-24", *YEAR[:3], options=board, as_of=date(2024, 2, 1))
    _, come_to = text.split("## What the year has come to")
    assert row(come_to, "Referred") == ["Referred", "100", "90 to date (a)"]
    assert "The exceptions of the year’s quarters stand in their own reports." in text
    assert "## What the year has come to" not in report(written, "2023-24", *YEAR, options=board)


def test_what_is_not_due_yet_is_not_missing(written: Written) -> None:
    text = report(written, "2023-24", "2023-24-Q2", as_of=date(2023, 11, 20))
    assert r"Q1 is missing; Q3 and Q4 are not due yet." in text
    # A quarter that is over is not missing before its return is due, 30 days on.
    assert r"Q1 is missing; Q3 and Q4 are not due yet." in report(
        written, "2023-24", "2023-24-Q2", as_of=date(2024, 1, 20)
    )
    assert r"Q1 and Q3 are missing; Q4 is not due yet." in report(
        written, "2023-24", "2023-24-Q2", as_of=date(2024, 2, 20)
    )


YEARLY = """
[partnership]
name = "Sample"
[[source]]
id = "s"
name = "Sample source"
[[indicator]]
id = "quarterly"
title = "Quarterly"
source = "s"
unit = "count"
from = "2023-24-Q2"
[[indicator]]
id = "yearly"
title = "Yearly"
source = "s"
unit = "count"
frequency = "year"
"""


def test_a_yearly_figure_is_not_returned_only_once_it_is_due(written: Written) -> None:
    files = {"catalogue.toml": YEARLY, "returns/2023-24-Q2/s.csv": "indicator,value\nquarterly,30\n"}
    for as_of, said in (
        (date(2024, 2, 20), "not due yet"),
        (date(2024, 4, 20), "not due yet"),
        (date(2024, 5, 1), "not returned"),
    ):
        assessor = written(files, as_of)
        text = to_markdown(assessor.assess(assessor.workspace.period("2023-24")), assessor, Options())
        assert f"{said}: Sample source (1)" in text
        assert (r"\(b) Not due yet." in text) is (said == "not due yet")
        assert "Q1 is not asked for" in text
