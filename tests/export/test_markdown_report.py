"""The report as a careful officer would lay it out: what it must say, and where."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.errors import NotKnown
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import By, Options, View

Assessed = Callable[..., tuple[Assessment, Assessor]]
Written = Callable[..., Assessor]


def report(assessed: Assessed, name: str, period: str | None = None, options: Options | None = None) -> str:
    assessment, assessor = assessed(name, period)
    return to_markdown(assessment, assessor, options or Options()).replace("\u00a0", " ")


def headings(text: str) -> list[str]:
    return [each for each in text.splitlines() if each.startswith("#")]


def row(text: str, beginning: str) -> list[str]:
    """The cells of the first table row with a cell that begins so."""
    lines = (each for each in text.splitlines() if each.startswith("|"))
    cells = ([cell.strip() for cell in each.strip("|").split(" | ")] for each in lines)
    return next(each for each in cells if any(cell.startswith(beginning) for cell in each))


def test_it_opens_with_the_quarter_its_dates_and_whom_it_is_for(assessed: Assessed) -> None:
    first, _, second, *_ = report(assessed, "barnsley").splitlines()
    assert first == "# Barnsley Domestic Abuse Partnership: Q3 2023/24"
    assert second == (
        "Q3 2023/24: 1 October to 31 December 2023. Reported to: Safer Barnsley Performance Assurance Group and "
        "Safer Barnsley Partnership Board."
    )


def test_the_sources_stand_in_the_reports_order(assessed: Assessed) -> None:
    parts = [each for each in headings(report(assessed, "barnsley")) if re.match(r"## \d", each)]
    assert parts == [
        "## 1. IDAS: Domestic abuse service",
        "## 2. Cranstoun: Perpetrator programme – Inspire to Change",
        "## 3. South Yorkshire Police",
        "## 4. BSARCS: Ask the Question",
    ]


def test_a_row_has_the_partnerships_own_columns(assessed: Assessed) -> None:
    text = report(assessed, "barnsley")
    assert row(text, "Status") == [
        "Status", "Indicator", "Good is", "Target 23/24", "Q1 23/24", "Q2 23/24", "Q3 23/24",
        "Direction of travel on Q2", "Trend",
    ]  # fmt: skip
    assert row(text, "% of repeat") == [
        "● green »", "% of repeat domestic abuse cases submitted to MARAC (a)", "low", "28–40%", "26%", "28%",
        "30%", "↑ worsening", "▁▄▇",
    ]  # fmt: skip
    assert r"\(a) The recommended Safelives range is 28%-40%" in text


def test_a_target_for_the_year_says_how_it_stands(assessed: Assessed) -> None:
    text = report(assessed, "barnsley")
    assert row(text, "No. Individuals referred")[3] == "1,000 a year (c)"
    assert r"\(c) Target for the year, met already; 1,471 to date." in text
    assert row(text[text.index("## Outlook") :], "No. Individuals referred")[1:] == [
        "1,471",
        "750",
        "1,000",
        "1,961",
        "met already",
    ]


def test_a_partners_own_words_stand_below_the_symbol_they_explain(assessed: Assessed) -> None:
    police = report(assessed, "barnsley").split("## 3. South Yorkshire Police")[1].split("\n## ")[0]
    assert row(police, "Crime")[3:7] == ["see (a)", "1,158", "1,127", r"\[x\] (b)"]
    assert r"\(a) KPIs set to monitor frequency, volume and activity." in police
    assert r"\(b) Information not currently available" in police


def test_the_summary_says_what_changed_status_and_what_is_undecided(assessed: Assessed) -> None:
    text = report(assessed, "barnsley")
    assert row(text, "**All indicators**") == ["**All indicators**", "0", "1", "7", "16", "0", "24"]
    assert "professional role: from ● green to ▲ amber" in text
    assert "3 held, 1 undecided." in text


def test_reported_exceptions_stand_with_their_words_and_figures(assessed: Assessed) -> None:
    board = report(assessed, "barnsley").split("### For the board")[1].split("### Undecided")[0]
    assert "this remains towards the lower end" in board.lower()
    assert "**% of repeat domestic abuse cases submitted to MARAC** (worsening): 30% in Q3 2023/24" in board
    assert "No. Individuals supported" not in board


def test_every_indicator_of_the_period_is_in_it_however_it_is_grouped(assessed: Assessed) -> None:
    assessment, _ = assessed("cambridgeshire")
    for by in By:
        text = report(assessed, "cambridgeshire", options=Options(by=by))
        for position in assessment.positions:
            assert position.indicator.title.split(" (")[0] in text, (by, position.indicator.id)


def test_levels_stand_in_their_order_and_what_has_none_comes_last(assessed: Assessed) -> None:
    text = report(assessed, "cambridgeshire", options=Options(by=By.LEVEL))
    parts = [each for each in headings(text) if "evel" in each]
    assert parts == ["## Level 1", "## Level 2", "## Level 3", "## Level 4", "## No level"]


def test_last_years_figure_stands_in_brackets_and_alone_where_this_years_is_not_in(assessed: Assessed) -> None:
    text = report(assessed, "cambridgeshire", options=Options(last_year=True))
    assert row(text, "Total number of domestic abuse incidents")[4:8] == [
        "1,880 (1,670)", "1,965 (1,907)", "1,758 (1,818)", "(1,894)",
    ]  # fmt: skip


def test_small_numbers_unprotected_are_not_for_publication_and_that_is_said_first_and_last(assessed: Assessed) -> None:
    warning = "**Not for publication: counts from 1 to 4 are not hidden here, and can name people.**"
    blocks = report(assessed, "cambridgeshire").strip().split("\n\n")
    assert (blocks[2], blocks[-1]) == (warning, warning)
    assert "Not for publication" not in report(assessed, "barnsley")


def test_a_total_that_was_worked_out_is_marked_as_such(assessed: Assessed) -> None:
    text = report(assessed, "cambridgeshire")
    assert row(text, "Total number of perpetrators commencing")[4] == "63 (b)"
    assert r"\(b) The total is worked out from its breakdown: none was returned." in text


def test_the_annual_report_has_outturns_the_years_words_and_resolutions(assessed: Assessed) -> None:
    text = report(assessed, "rotherham", "2013-14")
    assert text.startswith("# Rotherham Domestic Abuse Priority Group: annual report 2013/14\n")
    assert row(text, "Number of domestic abuse incidents") == [
        "● green", "Number of domestic abuse incidents reported to South Yorkshire Police", "high", "6,000",
        "5,555", "6,401", "↑ improving",
    ]  # fmt: skip
    assert "5. That the annual outturn report for 2014/15 be submitted" in text


def test_the_boards_page_has_what_is_reported_and_counts_what_is_undecided(assessed: Assessed) -> None:
    text = report(assessed, "barnsley", options=Options(view=View.EXCEPTIONS))
    assert headings(text)[1:] == [
        "## For decision: exceptions that nobody has decided on",
        "## For the board",
        "## What else stands out",
        "## Actions, and how their indicators have moved on Q2",
    ]
    assert "- **Supported by community services**: 263 is above the limit of 188." in text
    assert "24 indicators: ■ 0 red, ▲ 1 amber, ● 7 green, ○ 16 data only." in text


def test_a_page_on_each_indicator_asked_for(assessed: Assessed) -> None:
    text = report(assessed, "barnsley", options=Options(indicators=("idas-supported", "syp-crime")))
    titles = [each for each in headings(text) if each.startswith("# ")]
    assert titles == ["# No. Individuals supported by community services", "# Crime"]
    assert row(text, "2023/24") == ["2023/24", "270", "255", "263", "", "788 to date"]
    with pytest.raises(NotKnown, match="no indicator 'idas'"):
        report(assessed, "barnsley", options=Options(indicators=("idas",)))


CATALOGUE = """
[partnership]
name = "Sample"
[defaults]
tolerance = "15%"
[[source]]
id = "s"
name = "Sample source"
[[indicator]]
id = "late"
title = "# 1. Offered | late [x]"
source = "s"
unit = "percent"
polarity = "lower"
tolerance = "5pp"
target = { "2023-24" = { value = 10 } }
benchmark = { "2023-24" = { value = 12, label = "England" } }
[[indicator]]
id = "seen"
title = "Seen"
source = "s"
unit = "count"
polarity = "higher"
target = { "2023-24" = { value = 10 } }
[[indicator]]
id = "met"
title = "Met"
source = "s"
unit = "count"
polarity = "higher"
target = { "2023-24" = { value = 10 } }
"""


def test_how_each_status_is_judged_is_said_and_what_is_judged_otherwise(written: Written) -> None:
    figures = "indicator,value\nlate,12 [p]\nseen,9\nmet,10\n"
    assessor = written({"catalogue.toml": CATALOGUE, "returns/2023-24-Q1/s.csv": figures}, date(2023, 7, 1))
    text = to_markdown(assessor.assess(assessor.workspace.current), assessor, Options()).replace("\u00a0", " ")
    assert "- ▲ amber: short by up to 15%" in text
    assert r"- \# 1. Offered \| late \[x\]: amber: short by up to 5 percentage points" in text
    assert r"- \[p\] provisional" in text
    assert row(text, "Seen")[0] == "▲ amber"
    assert "12% (England)" in text


def test_the_same_workspace_gives_the_same_bytes(assessed: Assessed) -> None:
    assert report(assessed, "barnsley") == report(assessed, "barnsley")


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("name", ["barnsley", "cambridgeshire", "rotherham"])
def test_it_goes_through_pandoc_to_word_and_every_row_arrives(assessed: Assessed, name: str) -> None:
    assessment, assessor = assessed(name)
    source = to_markdown(assessment, assessor, Options(last_year=True))
    word = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "docx", "-o", "-"],  # noqa: S607 # whichever is there
        input=source.encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert not word.stderr
    back = subprocess.run(
        ["pandoc", "-f", "docx", "-t", "plain", "--columns=4000"],  # noqa: S607 # likewise
        input=word.stdout, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    shown = re.sub(r"\s+", " ", back)
    for position in assessment.positions:
        assert position.shown in shown
        assert all(word in shown for word in position.indicator.title.replace("'", "’").split())


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_a_pages_chart_arrives_in_word_line_for_line(assessed: Assessed) -> None:
    source = report(assessed, "cambridgeshire", options=Options(indicators=("incidents",)))
    chart = source.split("```text\n")[1].split("```")[0]
    assert "●" in chart
    assert max(map(len, chart.splitlines())) <= 68
    word = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "docx", "-o", "-"],  # noqa: S607 # whichever is there
        input=source.encode(), capture_output=True, check=True,
    )  # fmt: skip
    back = subprocess.run(
        ["pandoc", "-f", "docx", "-t", "gfm", "--wrap=none"],  # noqa: S607 # likewise
        input=word.stdout, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    assert [each.strip() for each in chart.splitlines()] == [
        each.strip() for each in back.splitlines() if each.strip() and each.strip() in chart
    ]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_the_readmes_way_to_word_works(assessed: Assessed, tmp_path: Path) -> None:
    readme = Path(__file__).parents[2] / "README.md"
    commands = [shlex.split(each) for each in re.findall(r"`(pandoc [^`]+)`", readme.read_text(encoding="utf-8"))]
    (tmp_path / "report.md").write_text(report(assessed, "barnsley"), encoding="utf-8")
    for command in commands:
        subprocess.run(command, cwd=tmp_path, check=True)
    assert [each[-1] for each in commands] == ["report.docx", "reference.docx", "report.docx"]
    assert (tmp_path / "report.docx").stat().st_size
