"""`dap show INDICATOR`: everything on one, with its chart."""

import re
from collections.abc import Callable

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.disclosure import Publisher
from dap_tui.errors import NotKnown
from dap_tui.export.options import Options
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
    assert "2023/24 26% 28% 30%    30% in Q3" in text
    assert "Q3 2023/24: 30%  returns/2023-24-Q3/idas.csv:2:20" in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("name", ["barnsley", "cambridgeshire", "rotherham"])
def test_every_page_fits_its_terminal_and_its_letters(assessed: Assessed, name: str, width: int) -> None:
    for position in assessed(name)[0].positions:
        text = page(assessed, name, position.indicator.id, Terminal(width))
        assert [each for each in text.splitlines() if cells(each) > width] == []
        assert page(assessed, name, position.indicator.id, Terminal(width, ascii=True)).isascii()


def test_a_breakdown_is_drawn_as_bars(assessed: Assessed) -> None:
    text = page(assessed, "cambridgeshire", "bbr-starts", Terminal(80))
    bars = {each.split()[0]: each.count("━") for each in text.splitlines() if "━" in each}
    assert bars["CRC"] == 24
    assert (bars["NPS"], bars["CAF"]) == (8, 1)


def test_a_breakdown_has_its_own_past_and_its_total(assessed: Assessed) -> None:
    lines = page(assessed, "cambridgeshire", "bbr-starts", Terminal(80)).splitlines()
    start = lines.index(next(each for each in lines if each.startswith("By provider")))
    head, _, crc, _, total = (each.split() for each in lines[start + 2 : start + 7])
    assert head[:5] == ["Q1", "Q2", "Q3", "Travel", "on"]
    assert crc[:4] == ["CRC", "43", "·", "27"]
    assert total[:4] == ["Total", "63", "[z]", "37"]


def marked_page(assessed: Assessed, indicator: str, period: str | None = None) -> str:
    assessment, assessor = assessed("cambridgeshire", period)
    hidden = Publisher(assessor.workspace, assessor.as_of).hidden_cells(assessment.period)
    return show_indicators(assessment, Terminal(80), Options(indicators=(indicator,)), hidden)


def test_what_a_report_would_hide_is_marked_and_the_mark_explained(assessed: Assessed) -> None:
    text = marked_page(assessed, "bbr-starts")
    rows = {each.split()[0]: each.split() for each in text.splitlines() if "━" in each}
    assert [rows[name][-3] for name in ("NPS", "CRC", "CAF")] == ["9c", "27", "1c"]
    assert "c after a figure: hidden in reports" in text


def test_a_partners_own_c_needs_no_mark(assessed: Assessed) -> None:
    text = marked_page(assessed, "homeless-partner-violence", "2014-15-Q1")
    assert re.search(r"^Fen \(a\) +\[c\] ", text, re.MULTILINE)
    assert re.search(r"^Hunt +7 ", text, re.MULTILINE)
    assert "c after a figure" not in text


def test_an_indicator_that_is_not_there_is_refused(assessed: Assessed) -> None:
    with pytest.raises(NotKnown):
        page(assessed, "barnsley", "nothing", Terminal(80))
