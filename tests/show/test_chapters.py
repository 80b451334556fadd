"""What `dap show` has of a report besides its tables: the summary, people's words, the outlook, variation."""

from collections.abc import Callable

import pytest
from small import indicators, quarters

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.options import By, Options
from dap_tui.show.indicator import show_indicators
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal, cells

Assessed = Callable[..., tuple[Assessment, Assessor]]
Written = Callable[..., Assessor]

COUNT = 'unit = "count"; polarity = "higher"'
NARRATIVE = """
[[section]]
heading = "To the board"
text = "A quarter of change."
[[section]]
source = "s"
heading = "Staffing"
text = "Two posts are vacant.\\n- one in the north\\n- one in the south"
[[commentary]]
indicator = "starts"
where_we_are = "Fewer than hoped."
what_we_are_doing = "Advertising the posts."
[[resolution]]
board = "The Board"
date = 2024-03-04
text = "That the report be noted"
"""
FILES = {
    "catalogue.toml": indicators(
        f'starts; {COUNT}; target."2023-24" = {{ value = 400, per = "year" }}', f"ends; {COUNT}"
    ),
    **quarters("2023-24-Q2", "starts=120 ends=30", "starts=110 ends=30"),
    **quarters("2023-24-Q1", "starts=90 ends=30"),
    "returns/2023-24-Q3/narrative.toml": NARRATIVE,
}


def shown(assessor: Assessor, options: Options | None = None, width: int = 80) -> str:
    assessment = assessor.assess(assessor.workspace.period("2023-24-Q3"))
    return show_tables(assessment, assessor, Terminal(width), options or Options())


def test_peoples_words_stand_where_the_report_has_them(written: Written) -> None:
    text = shown(written(FILES))
    order = [
        "To the board", "A quarter of change.", "Summary", "Some", "Commentary", "Where we are:",
        "Fewer than hoped.", "What we are doing:", "Staffing", "- one in the north", "Outlook for the year",
        "Resolutions", "The Board, 4 March 2024:", "- That the report be noted", "Legend",
    ]  # fmt: skip
    places = [text.index(each) for each in order]
    assert places == sorted(places)


def test_prose_of_a_source_is_there_by_priority_too(written: Written) -> None:
    assert "Two posts are vacant." in shown(written(FILES), Options(by=By.PRIORITY))


def test_the_outlook_says_where_the_year_is_heading(written: Written) -> None:
    text = shown(written(FILES)).split("Outlook for the year")[1]
    (row,) = (line.split() for line in text.splitlines() if line.startswith("starts"))
    assert row == ["starts", "320", "300", "400", "427", "yes"]


def test_the_summary_says_what_changed_status(assessed: Assessed) -> None:
    assessment, assessor = assessed("barnsley")
    text = " ".join(show_tables(assessment, assessor, Terminal(80), Options()).split())
    assert "- Exceptions: 5 indicators for the board, 3 held, 1 undecided." in text
    assert "Status has changed since Q2 2023/24: - Percentage of people who, having completed" in text
    assert "professional role: ● green to ▲ amber" in text


def test_a_priority_says_what_the_strategy_says_of_it(assessed: Assessed) -> None:
    assessment, assessor = assessed("barnsley")
    text = " ".join(show_tables(assessment, assessor, Terminal(80), Options(by=By.PRIORITY)).split())
    assert "We recognise that in order to end domestic abuse, it cannot be tackled in isolation." in text
    page = show_indicators(assessment, Terminal(80), Options(indicators=("idas-marac-repeat",)))
    assert "It serves: Ensuring a strong multi-agency response" in page
    assert "We recognise that in order to end" in page


def test_a_breakdown_stands_below_its_table(assessed: Assessed) -> None:
    lines = show_tables(*assessed("cambridgeshire"), Terminal(80), Options()).splitlines()
    start = lines.index("by provider")
    assert lines[start + 1].split()[:5] == ["Q1", "Q2", "Q3", "Travel", "on"]
    assert lines[start + 3].split()[:4] == ["CRC", "43", "·", "27"]


@pytest.mark.parametrize("width", [40, 60, 100])
def test_nothing_is_wider_than_the_terminal(written: Written, width: int) -> None:
    assert [each for each in shown(written(FILES), width=width).splitlines() if cells(each) > width] == []
