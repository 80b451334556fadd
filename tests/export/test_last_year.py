"""What a report looks back to: last year's figures in brackets, and the figure that a direction of travel is from."""

from collections.abc import Callable
from html import unescape

import pytest
from small import indicators, quarters

from dap_tui.assess.assessment import Assessor
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options, View
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal

Written = Callable[..., Assessor]
Draw = Callable[[Assessor, Options], str]

YEARLY = 'unit = "count"; polarity = "higher"; compare = "same-quarter-last-year"; breakdown = "Area"'


def markdown(assessor: Assessor, options: Options) -> str:
    return to_markdown(assessor.assess(assessor.workspace.current), assessor, options).replace("\u00a0", " ")


def page(assessor: Assessor, options: Options) -> str:
    return unescape(to_html(assessor.assess(assessor.workspace.current), assessor, options))


def terminal(assessor: Assessor, options: Options) -> str:
    return show_tables(assessor.assess(assessor.workspace.current), assessor, Terminal(120), options)


@pytest.mark.parametrize("draw", [markdown, page, terminal])
def test_where_no_last_year_is_held_that_is_said_once_and_no_room_is_left_for_it(written: Written, draw: Draw) -> None:
    assessor = written({"catalogue.toml": indicators(f"a; {YEARLY}"), **quarters("2023-24-Q1", "a=5", "a=7")})
    text = draw(assessor, Options(last_year=True))
    assert text.count("No figures of 2022/23 are held.") == 1
    assert "22/23)" not in text
    assert "in brackets" not in text
    assert "No figures" not in draw(assessor, Options())


def test_the_boards_page_says_so_too(written: Written) -> None:
    assessor = written({"catalogue.toml": indicators(f"a; {YEARLY}"), **quarters("2023-24-Q1", "a=5")})
    assert "No figures of 2022/23 are held." in markdown(assessor, Options(View.EXCEPTIONS, last_year=True))


@pytest.mark.parametrize("draw", [markdown, page])
def test_the_figure_compared_with_stands_beside_the_direction_where_no_column_has_it(
    written: Written, draw: Draw
) -> None:
    returns = quarters("2022-23-Q1", "a=9 a/North=4 a/South=5", None, None, None, "a=12 a/North=7 a/South=5")
    assessor = written({"catalogue.toml": indicators(f"a; {YEARLY}"), **returns})
    text = draw(assessor, Options())
    assert text.count("↑ improving from 9") == 2  # the indicator's, and the total of its breakdown
    assert "↑ improving from 4" in text
    assert "→ level with 5" in text
    assert "improving from" not in draw(assessor, Options(last_year=True))


def test_the_terminal_has_it_beside_the_breakdown_and_says_what_travel_looks_back_to(written: Written) -> None:
    returns = quarters("2022-23-Q1", "a=9 a/North=4 a/South=5", None, None, None, "a=12 a/North=7 a/South=5")
    text = terminal(written({"catalogue.toml": indicators(f"a; {YEARLY}"), **returns}), Options())
    assert "2023/24; travel on Q1 22/23" in text
    assert "↑ better from 4" in text


def test_of_the_quarter_before_it_stands_where_that_is_of_another_year(written: Written) -> None:
    one = indicators('a; unit = "count"; polarity = "higher"')
    first = written({"catalogue.toml": one, **quarters("2022-23-Q4", "a=5", "a=7")})
    assert "↑ improving from 5" in markdown(first, Options())


def test_within_a_year_the_column_before_has_it(written: Written) -> None:
    one = indicators('a; unit = "count"; polarity = "higher"')
    second = written({"catalogue.toml": one, **quarters("2023-24-Q1", "a=5", "a=7")})
    assert "↑ improving |" in markdown(second, Options())
    assert "2023/24; travel on Q1" in terminal(second, Options())


def test_where_directions_look_back_to_two_quarters_the_heading_names_both(written: Written) -> None:
    two = indicators('a; unit = "count"; polarity = "higher"', f"b; {YEARLY}")
    returns = quarters("2022-23-Q2", "b=3", None, None, "a=5 b=4", "a=7 b=5")
    assert "2023/24; travel on Q1, y: on Q2 22/23" in terminal(written({"catalogue.toml": two, **returns}), Options())
