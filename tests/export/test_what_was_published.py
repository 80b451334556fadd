"""What was published and is not so now stands beside today's figures, in every report."""

from collections.abc import Callable
from datetime import date

import pytest

from dap_tui.assess.assessment import Assessor
from dap_tui.disclosure import Publisher
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options
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
id = "repeat"
title = "Repeat cases"
source = "s"
unit = "percent"
polarity = "lower"
target = { "2023-24" = { value = 29 } }
"""

FILES = {
    "catalogue.toml": CATALOGUE,
    "returns/2023-24-Q2/s.csv": "indicator,value\nrepeat,31%\n",
    "returns/2023-24-Q3/s.csv": "indicator,value\nrepeat,26%\n",
}


def published(quarter: str, day: str, indicator: str) -> dict[str, str]:
    text = f'format = 1\nperiod = "{quarter}"\npublished = {day}\n[[indicator]]\nid = "repeat"\n{indicator}\n'
    return {f"returns/{quarter}/published.toml": text}


TOLD_Q2 = published("2023-24-Q2", "2023-11-14", 'value = 28\ntarget = "29%"\nstatus = "green"')


def markdown(assessor: Assessor, period: str = "2023-24-Q3", options: Options | None = None) -> str:
    assessment = assessor.assess(assessor.workspace.period(period))
    return to_markdown(assessment, assessor, options or Options()).replace("\u00a0", " ")


def test_a_figure_that_was_revised_is_marked_in_its_column_of_a_later_report_and_the_note_names_it(
    written: Written,
) -> None:
    text = markdown(written(FILES | TOLD_Q2))
    assert r"| 31% \[r\] (a) | 26% |" in text
    assert r"\(a) Q2 2023/24: published as 28% on 14 November 2023." in text
    assert r"- \[r\] revised" in text


def test_the_status_of_another_quarter_is_not_told_in_a_report_that_does_not_show_it(written: Written) -> None:
    assert "● green on" not in markdown(written(FILES | TOLD_Q2))


def test_a_status_that_was_told_otherwise_stands_below_todays(written: Written) -> None:
    text = markdown(written(FILES | TOLD_Q2), "2023-24-Q2")
    assert "| ▲ amber (a) | Repeat cases |" in text
    assert r"\(a) Published as ● green on 14 November 2023." in text
    assert r"| 31% \[r\] (b) |" in text


def test_a_threshold_that_changes_marks_the_status_and_no_figure(written: Written) -> None:
    told = published("2023-24-Q3", "2024-02-14", 'value = 26\ntarget = "25%"\nstatus = "amber"')
    text = markdown(written(FILES | told))
    assert "| ● green (a) | Repeat cases |" in text
    assert r"\(a) Published as ▲ amber on 14 February 2024." in text
    assert r"\[r\]" not in text


def test_what_is_as_it_was_published_has_no_mark(written: Written) -> None:
    told = published("2023-24-Q3", "2024-02-14", 'value = 26.0\ntarget = "29%"\nstatus = "green"')
    text = markdown(written(FILES | told))
    assert "Published" not in text
    assert r"\[r\]" not in text


def test_a_mark_of_the_partners_own_stands_once(written: Written) -> None:
    revised = {"returns/2023-24-Q2/s.csv": "indicator,value\nrepeat,31% [r]\n"}
    assert r"| 31% \[r\] (a) |" in markdown(written(FILES | revised | TOLD_Q2))


@pytest.mark.parametrize(
    ("returned", "told", "note"),
    [
        ("repeat,31%", 'status = "no-data"', "Q2 2023/24: published without a figure on 14 November 2023."),
        ("repeat,", 'value = 28\nstatus = "green"', "Q2 2023/24: published as 28% on 14 November 2023."),
        ("repeat,31%", 'symbol = "x"', r"Q2 2023/24: published as \[x\] on 14 November 2023."),
    ],
)
def test_a_figure_that_came_or_went_says_so_too(written: Written, returned: str, told: str, note: str) -> None:
    files = FILES | {"returns/2023-24-Q2/s.csv": f"indicator,value\n{returned}\n"}
    assert note in markdown(written(files | published("2023-24-Q2", "2023-11-14", told)))


def test_an_indicators_page_says_what_was_told_and_marks_its_years(written: Written) -> None:
    text = markdown(written(FILES | TOLD_Q2), "2023-24-Q2", Options(indicators=("repeat",)))
    assert "| **Published as** | 28%, ● green on 14 November 2023 |" in text
    assert r"| 31% \[r\] (a) |" in text


def test_a_page_and_the_terminal_say_it_as_well(written: Written) -> None:
    assessor = written(FILES | TOLD_Q2)
    assessment = assessor.assess(assessor.workspace.period("2023-24-Q2"))
    page = to_html(assessment, assessor, Options())
    assert "31% [r]" in page
    assert "Published as 28% on 14 November 2023." in page
    assert "Published as ● green on 14 November 2023." in page
    shown = show_tables(assessment, assessor, Terminal(100), Options())
    assert "31% [r]" in shown
    assert "Repeat cases (a) (b)" in shown
    assert "(a) Published as ● green on 14 November 2023." in shown
    alone = show_indicators(assessment, Terminal(100), Options(indicators=("repeat",)))
    assert "Published as 28% on 14 November 2023." in alone
    assert "31% [r]" in alone


HIDING = CATALOGUE.replace('name = "Sample"\n', 'name = "Sample"\nsuppress_below = 5\n', 1).replace(
    '"percent"', '"count"'
)


def test_what_went_out_hidden_is_not_told_by_its_revision(written: Written) -> None:
    files = FILES | {"catalogue.toml": HIDING, "returns/2023-24-Q2/s.csv": "indicator,value\nrepeat,17\n"}
    files |= {"returns/2023-24-Q3/s.csv": "indicator,value\nrepeat,26\n"}
    told = published("2023-24-Q2", "2023-11-14", 'value = 3\nstatus = "hidden"\nhidden = [""]')
    true = written(files | told)
    assert r"Q2 2023/24: published as \[c\], in place of 3, on 14 November 2023." in markdown(true)
    outside = markdown(Publisher(true.workspace, date(2024, 2, 1)))
    assert "in place of" not in outside
    assert "| 17" not in outside


OTHERWISE = published(
    "2023-24-Q3",
    "2024-02-14",
    'value = 26\ntarget = "25%"\nstatus = "green"\narrow = "up"\njudgement = "worsening"',
)
IN_PARENTHESES = r"\({}) Published {} on 14 February 2024."


def test_a_target_and_a_direction_of_travel_that_were_told_otherwise_have_notes(written: Written) -> None:
    text = markdown(written(FILES | OTHERWISE))
    assert "| 29% (a) |" in text
    assert "| ↓ improving (b) |" in text
    assert IN_PARENTHESES.format("a", "with the target 25%") in text
    assert IN_PARENTHESES.format("b", "as ↑ worsening") in text
    assert r"\[r\]" not in text


def test_they_are_told_on_the_page_of_the_indicator_in_html_and_in_the_terminal(written: Written) -> None:
    assessor = written(FILES | OTHERWISE)
    assessment = assessor.assess(assessor.workspace.period("2023-24-Q3"))
    alone = Options(indicators=("repeat",))
    told = "with the target 25%, ↑ worsening on 14 February 2024"
    assert f"| **Published as** | {told} |" in markdown(assessor, options=alone)
    assert told in to_html(assessment, assessor, alone)
    assert told in show_indicators(assessment, Terminal(100), alone)
    page, shown = to_html(assessment, assessor, Options()), show_tables(assessment, assessor, Terminal(100), Options())
    for words in ("with the target 25%", "as ↑ worsening"):
        assert f"Published {words} on 14 February 2024." in page
        assert f"Published {words} on 14 February 2024." in shown
    assert "29% (a)" in shown
    assert "↓ better (b)" in shown


def test_a_target_that_was_not_there_and_a_travel_that_could_not_be_told_are_named_as_such(written: Written) -> None:
    told = published("2023-24-Q3", "2024-02-14", 'value = 26\nstatus = "green"\narrow = "none"\njudgement = "none"')
    text = markdown(written(FILES | told))
    assert "Published without a target on 14 February 2024." in text
    assert "Published as not compared on 14 February 2024." in text
