"""What is red and has no commentary is said plainly, so that nobody takes silence for an explanation."""

from collections.abc import Callable

import pytest
from small import indicators, quarters

from dap_tui.assess.assessment import Assessor
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options, View
from dap_tui.show.indicator import show_indicators
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal

Written = Callable[..., Assessor]

TARGET = 'unit = "count"; polarity = "higher"; target.always = { value = 100 }'
RED = indicators(f"starts; {TARGET}", f"ends; {TARGET}", f"met; {TARGET}") + "\n[exceptions]\nrules = []\n"
FILES = {"catalogue.toml": RED, **quarters("2023-24-Q3", "starts=20 ends=30 met=100")}
ON_STARTS = '[[commentary]]\nindicator = "starts"\nwhere_we_are = "Two posts are vacant."\n'
ON_ENDS = '[[commentary]]\nindicator = "ends"\ntext = "It follows from the starts."\n'
SENTENCE = "30 in Q3 2023/24. Target 100: missed by 70."


def with_words(*said: str) -> dict[str, str]:
    return FILES | {"returns/2023-24-Q3/narrative.toml": "".join(said)}


def reports(assessor: Assessor, options: Options | None = None) -> dict[str, str]:
    assessment = assessor.assess(assessor.workspace.period("2023-24-Q3"))
    asked = options or Options()
    if asked.indicators:
        shown = show_indicators(assessment, Terminal(100), asked)
    else:
        shown = show_tables(assessment, assessor, Terminal(100), asked)
    return {
        "markdown": to_markdown(assessment, assessor, asked),
        "html": to_html(assessment, assessor, asked),
        "terminal": shown,
    }


def test_every_report_names_them_with_their_figures(written: Written) -> None:
    for text in reports(written(with_words(ON_STARTS))).values():
        assert "Commentary: 1 of 2 red indicators has none." in text
        said = text.split("Red without commentary")[1]
        assert SENTENCE in said
        assert "20 in Q3 2023/24" not in said


def test_the_boards_page_does_too(written: Written) -> None:
    board = reports(written(with_words(ON_STARTS)), Options(view=View.EXCEPTIONS))
    assert f"- ■ red, without commentary: **ends**: {SENTENCE}" in board["markdown"].replace("\u00a0", " ")
    assert SENTENCE in board["html"].split("</span> red, without commentary</span> <b>ends:</b>")[1]


@pytest.mark.parametrize(("words", "is_named"), [("text = 'They end later.'", False), ("", True)])
def test_the_boards_page_does_not_call_silent_what_it_has_just_explained(
    written: Written, words: str, is_named: bool
) -> None:
    put_forward = f"[[exception]]\nindicators = ['ends']\ndecision = 'report'\n{words}\n"
    board = reports(written(with_words(ON_STARTS, put_forward)), Options(view=View.EXCEPTIONS))
    assert ("red, without commentary" in board["markdown"]) is is_named


def test_that_each_red_indicator_has_one_is_said_as_well(written: Written) -> None:
    for text in reports(written(with_words(ON_STARTS, ON_ENDS))).values():
        assert "Commentary: each of the 2 red indicators has one." in text
        assert "Red without commentary" not in text


def test_a_commentary_without_words_is_none(written: Written) -> None:
    blank = '[[commentary]]\nindicator = "ends"\ntext = "  "\n'
    for text in reports(written(with_words(ON_STARTS, blank))).values():
        assert "Commentary: 1 of 2 red indicators has none." in text


@pytest.mark.parametrize(("indicator", "is_said"), [("ends", True), ("starts", False), ("met", False)])
def test_the_page_of_an_indicator_says_it_of_itself(written: Written, indicator: str, is_said: bool) -> None:
    for text in reports(written(with_words(ON_STARTS)), Options(indicators=(indicator,))).values():
        assert ("It is red, and nobody has written a commentary on it." in text) is is_said


def test_nothing_is_said_where_nothing_is_red(written: Written) -> None:
    files = FILES | quarters("2023-24-Q3", "starts=100 ends=100 met=100")
    for text in reports(written(files)).values():
        assert "Commentary" not in text
