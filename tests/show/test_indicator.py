"""`dap show INDICATOR`: everything on one, with its chart."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.disclosure import Publisher
from dap_tui.errors import NotKnown
from dap_tui.export.options import Options
from dap_tui.show.chart import Across, Frame, Point, chart
from dap_tui.show.indicator import show_indicators
from dap_tui.show.terminal import Terminal, cells

Assessed = Callable[..., tuple[Assessment, Assessor]]


def page(assessed: Assessed, name: str, indicator: str, terminal: Terminal) -> str:
    return show_indicators(assessed(name)[0], terminal, Options(indicators=(indicator,)))


def test_all_there_is_on_one_indicator(assessed: Assessed) -> None:
    text = page(assessed, "barnsley", "idas-marac-repeat", Terminal(80))
    assert "Inside the 28–40%" in text
    for part in ("What is good", "Note\n", "Years by quarters\n", "Exceptions\n", "Where the figures stand\n"):
        assert part in text
    assert "2023/24 26% 28% 30%    30% to date" in text
    assert "Q3 2023/24: 30%  returns/2023-24-Q3/idas.csv:2:20" in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("name", ["barnsley", "cambridgeshire", "rotherham"])
def test_every_page_fits_its_terminal_and_its_letters(assessed: Assessed, name: str, width: int) -> None:
    for position in assessed(name)[0].positions:
        text = page(assessed, name, position.indicator.id, Terminal(width))
        assert [each for each in text.splitlines() if cells(each) > width] == []
        assert page(assessed, name, position.indicator.id, Terminal(width, ascii=True)).isascii()


def test_a_breakdown_is_drawn_as_bars(assessed: Assessed) -> None:
    text = page(assessed, "cambridgeshire", "bbr-starts", Terminal(60))
    bars = {each.split()[0]: each.count("━") for each in text.splitlines() if "━" in each}
    assert bars["CRC"] == 40
    assert (bars["NPS"], bars["CAF"]) == (13, 1)


def marked_page(assessed: Assessed, indicator: str, period: str | None = None) -> str:
    assessment, assessor = assessed("cambridgeshire", period)
    hidden = Publisher(assessor.workspace, assessor.as_of).hidden_cells(assessment.period)
    return show_indicators(assessment, Terminal(80), Options(indicators=(indicator,)), hidden)


def test_what_a_report_would_hide_is_marked_and_the_mark_explained(assessed: Assessed) -> None:
    text = marked_page(assessed, "bbr-starts")
    for row in ("NPS   9c  ━", "CRC  27   ━", "CAF   1c  ━"):
        assert row in text
    assert "c after a figure: hidden in reports" in text


def test_a_partners_own_c_needs_no_mark(assessed: Assessed) -> None:
    text = marked_page(assessed, "homeless-partner-violence", "2014-15-Q1")
    assert "Fen    [c]\n" in text
    assert "Hunt     7" in text
    assert "c after a figure" not in text


def test_an_indicator_that_is_not_there_is_refused(assessed: Assessed) -> None:
    with pytest.raises(NotKnown):
        page(assessed, "barnsley", "nothing", Terminal(80))


def drawn(numbers: list[int | None], across: list[Across], *, in_ascii: bool = False) -> list[str]:
    points = [Point(f"Q{at + 1}", None if each is None else Decimal(each)) for at, each in enumerate(numbers)]
    lines = chart(points, across, Frame(24, 5, str, in_ascii))
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_a_chart_has_its_points_its_line_and_the_ends_of_its_scale() -> None:
    assert drawn([0, 10, 5], [], in_ascii=True) == [
        "10         ..o...",
        "         ...    .....",
        "        ..          ..o",
        "      ..",
        " 0  o.",
        "   Q1       Q2       Q3",
    ]


def test_nothing_joins_across_a_missing_point() -> None:
    lines = drawn([0, None, 10], [], in_ascii=True)
    assert sum(line.count(".") for line in lines) == 0
    assert sum(line.count("o") for line in lines) == 2


def test_a_target_lies_across_the_chart_and_says_so() -> None:
    lines = drawn([0, 10], [Across(Decimal(5), "target 5", "─")])
    assert "─" in lines[2]
    assert lines[2].endswith("target 5")


def test_one_number_makes_no_chart() -> None:
    assert drawn([5], []) == []
