"""`dap show`: the tables in the terminal's width, without colour and in ASCII as well."""

import re
from collections.abc import Callable

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.disclosure import Publisher
from dap_tui.export.options import By, Options
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal, cells

Assessed = Callable[..., tuple[Assessment, Assessor]]
Written = Callable[..., Assessor]


def shown(assessed: Assessed, name: str, terminal: Terminal, options: Options | None = None) -> str:
    return show_tables(*assessed(name), terminal, options or Options())


def line(text: str, beginning: str) -> str:
    return next(each for each in text.splitlines() if beginning in each)


@pytest.mark.parametrize("name", ["barnsley", "cambridgeshire", "rotherham"])
@pytest.mark.parametrize("width", [40, 41, 59, 60, 79, 80, 99, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(assessed: Assessed, name: str, width: int) -> None:
    for options in (Options(), Options(last_year=True), Options(by=By.TAG)):
        text = shown(assessed, name, Terminal(width), options)
        assert [each for each in text.splitlines() if cells(each) > width] == []


@pytest.mark.parametrize("width", [40, 80, 120])
def test_status_title_target_and_latest_figure_are_always_there(assessed: Assessed, width: int) -> None:
    text = shown(assessed, "barnsley", Terminal(width))
    row = line(text, "% of repeat")
    assert row.startswith("● ")
    assert "28–40%" in row
    assert "30%" in row


def test_at_80_the_years_quarters_and_travel_are_there_too(assessed: Assessed) -> None:
    row = line(shown(assessed, "barnsley", Terminal(80)), "% of repeat")
    assert re.search(r"^● green .* low +28–40% +26% +28% +30% ↑ worse +»$", row)


def test_what_is_out_of_sight_is_counted_and_named(assessed: Assessed) -> None:
    text = " ".join(shown(assessed, "barnsley", Terminal(40)).split())
    assert "5 columns are out of sight at this width: Trend, what is good, Q1 23/24, Q2 23/24, Travel" in text
    assert "out of sight" not in shown(assessed, "barnsley", Terminal(120))


def test_the_columns_of_all_tables_stand_under_each_other(assessed: Assessed) -> None:
    heads = [each for each in shown(assessed, "barnsley", Terminal(80)).splitlines() if each.startswith("Status  ")]
    assert len(heads) == 6
    assert {each.index("Target") for each in heads} == {heads[0].index("Target")}
    assert {each.index("Travel") for each in heads} == {heads[0].index("Travel")}


def test_without_colour_there_is_no_escape_and_with_it_only_colours(assessed: Assessed) -> None:
    plain = shown(assessed, "barnsley", Terminal(80))
    colour = shown(assessed, "barnsley", Terminal(80, colour=True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colour) == plain
    assert line(colour, "▲\x1b[0m\x1b[33m amber").startswith("\x1b[33m▲\x1b[0m\x1b[33m amber\x1b[0m Percentage")
    assert line(colour, "% of repeat").startswith("\x1b[32m●\x1b[0m green % of repeat")


def test_in_ascii_there_is_no_other_letter_and_the_words_say_it(assessed: Assessed) -> None:
    for name in ("barnsley", "cambridgeshire", "rotherham"):
        assert shown(assessed, name, Terminal(80, ascii=True)).isascii()
    row = line(shown(assessed, "barnsley", Terminal(80, ascii=True)), "% of repeat")
    assert re.search(r"^\* green .*28-40% +26% +28% +30% / worse +>$", row)


def test_last_years_figures_stand_in_brackets_under_each_other(assessed: Assessed) -> None:
    text = shown(assessed, "cambridgeshire", Terminal(120), Options(last_year=True))
    row = line(text, "Total number of domestic abuse")
    assert re.search(r"1,880 \(1,670\) +1,965 \(1,907\) +1,758 \(1,818\) +↓ worse", row)


def test_undecided_exceptions_come_first(assessed: Assessed) -> None:
    text = shown(assessed, "barnsley", Terminal(80))
    exceptions = text[text.index("\nExceptions") : text.index("\nLegend")]
    marks = re.findall(r"^([!»=]) ", exceptions, re.MULTILINE)
    assert marks == ["!"] + ["»"] * 5 + ["="] * 3


CATALOGUE = """
[partnership]
name = "Sample"
[[source]]
id = "s"
name = "Sample source"
[[indicator]]
id = "seen"
title = "Seen"
source = "s"
unit = "count"
polarity = "higher"
limit = { min = 5 }
target = { "2023-24" = { value = 10 } }
"""

NARRATIVE = """
[[exception]]
indicators = ["seen"]
rules = ["off-target"]
decision = "hold"
text = "Two practitioners were away."
[[exception]]
indicators = ["seen"]
rules = ["over-limit"]
decision = "report"
text = "Fewer than five."
"""


def test_the_legend_has_every_decision_that_stands_on_the_page(written: Written) -> None:
    files = {
        "catalogue.toml": CATALOGUE,
        "returns/2023-24-Q1/s.csv": "indicator,value\nseen,4\n",
        "returns/2023-24-Q1/narrative.toml": NARRATIVE,
    }
    assessor = written(files)
    text = show_tables(assessor.assess(assessor.workspace.current), assessor, Terminal(80), Options())
    page, legend = text.split("\nLegend")
    assert re.findall(r"^([!»=]) ", page, re.MULTILINE) == ["»", "="]
    assert "» to be reported; = held;" in legend


def test_a_figure_that_a_report_would_hide_is_marked_last_years_in_its_brackets_too(written: Written) -> None:
    returned = {"2022-23-Q1": "3", "2023-24-Q1": "[c]", "2023-24-Q2": "20"}
    files = {f"returns/{at}/s.csv": f"indicator,value\nseen,{figure}\n" for at, figure in returned.items()}
    assessor = written({"catalogue.toml": f"{CATALOGUE}suppress_below = 5\n", **files})
    period = assessor.workspace.current
    hidden = Publisher(assessor.workspace, assessor.as_of).hidden_cells(period)
    text = show_tables(assessor.assess(period), assessor, Terminal(100), Options(last_year=True), hidden)
    (row,) = (line for line in text.splitlines() if " [c] " in line and "symbol" not in line and "confid" not in line)
    assert "[c] (3c)" in row
    assert "[c]c" not in text
    assert "c after a figure: hidden in reports" in text
