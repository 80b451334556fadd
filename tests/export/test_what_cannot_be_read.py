"""A report of a workspace with errors says what it is made without, and does not call that not returned."""

from collections.abc import Callable
from html import unescape

import pytest
from small import indicators, quarters

from dap_tui.assess.assessment import Assessor
from dap_tui.disclosure import Publisher
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options, View
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal

Written = Callable[..., Assessor]

CATALOGUE = {"catalogue.toml": indicators('a; unit = "count"; suppress_below = 5', 'b; unit = "count"')}
GOOD = CATALOGUE | quarters("2023-24-Q1", "a=1 b=12", "a=11 b=12", "a=11 b=12")
SAID = "There is an error in returns/2023-24-Q2/s.csv (line 2): what cannot be read there is not in this report."
PAGES = (Options(), Options(view=View.EXCEPTIONS), Options(indicators=("b",)))


def texts(assessor: Assessor, period: str) -> list[str]:
    """Each page in each format, as one line each."""
    assessment = assessor.assess(assessor.workspace.period(period))
    found = [unescape(write(assessment, assessor, each)) for each in PAGES for write in (to_markdown, to_html)]
    found.append(show_tables(assessment, assessor, Terminal(80), Options()))
    return [" ".join(each.replace("\\", "").split()) for each in found]


def test_every_page_says_which_file_has_an_error(written: Written) -> None:
    assessor = written(GOOD | quarters("2023-24-Q2", "a=1x b=12"))
    for period in ("2023-24-Q2", "2023-24-Q3", "2023-24"):
        for text in texts(assessor, period):
            assert SAID in text
    for text in texts(assessor, "2023-24-Q1"):
        assert "not in this report" not in text


def test_without_errors_nothing_is_said_of_them(written: Written) -> None:
    for text in texts(written(GOOD), "2023-24-Q3"):
        assert "cannot be read" not in text


def test_of_many_files_three_are_named(written: Written) -> None:
    assessor = written(GOOD | quarters("2023-24-Q1", "a=x", "a=x", "a=x", "a=x"))
    for text in texts(assessor, "2023-24-Q4"):
        assert "There are errors in returns/2023-24-Q1/s.csv (line 2), " in text
        assert "returns/2023-24-Q3/s.csv (line 2) and 1 other file: what cannot be read" in text


@pytest.mark.parametrize("kind", [Assessor, Publisher])
def test_what_cannot_be_read_is_not_called_not_returned(written: Written, kind: type[Assessor]) -> None:
    read = written(GOOD | quarters("2023-24-Q3", "a=1x b=12"))
    text = texts(kind(read.workspace, read.as_of), "2023-24-Q3")[0]
    assert "Nothing that can be read was returned for Q3 2023/24." in text
    assert "; not returned, or not readable: Some (1)." in text
    sound = written(GOOD | quarters("2023-24-Q3", "b=12"))
    text = texts(kind(sound.workspace, sound.as_of), "2023-24-Q3")[0]
    assert "Nothing was returned for Q3 2023/24." in text
    assert "; not returned: Some (1)." in text


def test_words_that_cannot_be_read_are_missed_as_well(written: Written) -> None:
    assessor = written(GOOD | {"returns/2023-24-Q3/narrative.toml": "x = = 1\n"})
    for text in texts(assessor, "2023-24-Q3"):
        assert "There is an error in returns/2023-24-Q3/narrative.toml (line 1): what cannot be read" in text
