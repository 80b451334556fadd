"""What reports hide: marked on the screens, hidden in what is copied, and to be looked at as it would be."""

from __future__ import annotations

from pathlib import Path

import pytest

import dap_tui.examples


@pytest.fixture
def hiding(sample_folder, desk_at):
    """The sample, where counts of 1 to 4 are hidden and the court's breaches of quarter 3 are 3."""
    catalogue = sample_folder / "catalogue.toml"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(f"{text}[defaults]\nsuppress_below = 5\n", encoding="utf-8")
    path = sample_folder / "returns/2023-24-Q3/court.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("breaches,,45", "breaches,,3"), encoding="utf-8")
    desk = desk_at(sample_folder)
    desk.press(".")
    return desk


def test_the_screens_show_true_figures_with_a_mark_on_what_a_report_hides(hiding):
    assert " 3 " in hiding.line("No. of breaches")
    hiding.deeds.settle()
    assert " 3c" in hiding.line("No. of breaches")
    assert "c hidden in reports" in hiding.screen


def test_what_is_copied_has_no_small_number(hiding):
    hiding.press("C", "c")
    table, row = hiding.asked
    assert "[c]" in next(line for line in table.splitlines() if "breaches" in line).replace("\\", "")
    assert "| 3 |" not in table + row
    assert "small numbers hidden" in hiding.screen
    assert " 3c" in hiding.line("No. of breaches")


def test_targets_say_of_a_hidden_figure_that_it_is_hidden_on_the_screen_as_published_and_in_what_is_copied(hiding):
    hiding.press("4", "C", "z")
    copied = next(line for line in hiding.asked[-1].splitlines() if "breaches" in line).replace("\\", "")
    assert copied == "| No. of breaches | [c] | 20 | hidden | green |"
    assert hiding.line("No. of breaches").split()[-3:] == ["[c]", "20", "hidden"]


def test_what_is_copied_or_written_and_can_be_worked_out_all_the_same_is_named(
    sample_folder, desk_at, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    catalogue = sample_folder / "catalogue.toml"
    text = catalogue.read_text(encoding="utf-8").replace('id = "breaches"', 'id = "breaches"\nbounds = { max = 1 }')
    catalogue.write_text(f"{text}[defaults]\nsuppress_below = 5\n", encoding="utf-8")
    court = sample_folder / "returns/2023-24-Q3/court.csv"
    court.write_text(court.read_text(encoding="utf-8").replace("breaches,,45", "breaches,,1"), encoding="utf-8")
    told = "but 'breaches' may be worked out all the same: see SUM302 in Checks."
    desk = desk_at(sample_folder)
    assert f"clipboard; {told}" in desk.press(".", "c")
    assert f"clipboard; {told}" in desk.press("C")
    assert "may be worked out" not in desk.press("down", "c") + desk.press(",", "c") + desk.press("C")
    assert f"clipboard; {told}" in desk.press("4", "C")
    desk.press("2", ".")
    assert told in " ".join(desk.press("e", "enter").split())


def test_z_shows_the_screen_as_the_report_would_be_and_back(hiding):
    assert "As the report would be" in hiding.press("z")
    assert "[c]" in hiding.line("No. of breaches")
    assert "Partnership, as published" in hiding.press("down")
    hiding.press("z")
    assert " 3c" in hiding.line("No. of breaches")


def test_findings_are_not_copied_where_small_numbers_are_hidden(hiding):
    assert "are not copied" in hiding.press("6", "C")
    assert hiding.asked == []


def test_where_nothing_is_hidden_z_says_so(barnsley):
    assert "Reports hide nothing here" in barnsley.press("z")


@pytest.fixture
def cambridgeshire(desk_at):
    """Cambridgeshire, where of 37 perpetrators two providers' figures go, at the indicator's own screen."""
    desk = desk_at(Path(dap_tui.examples.__file__).parent / "cambridgeshire")
    desk.session.open("bbr-starts")
    return desk


def test_breakdown_rows_that_a_report_hides_are_marked_and_the_mark_explained(cambridgeshire):
    assert "c hidden in reports" not in cambridgeshire.screen
    cambridgeshire.deeds.settle()
    assert " 9c " in cambridgeshire.line("NPS  ")
    assert " 27  " in cambridgeshire.line("CRC  ")
    assert " 1c " in cambridgeshire.line("CAF  ")
    assert "c hidden in reports" in cambridgeshire.screen


def test_a_screen_as_published_has_no_marks(cambridgeshire):
    cambridgeshire.press("z")
    assert "[c]" in cambridgeshire.line("NPS  ")
    assert "c hidden in reports" not in cambridgeshire.screen


def test_where_nothing_of_an_indicator_is_hidden_the_mark_is_not_explained(cambridgeshire):
    cambridgeshire.session.open("incidents")
    cambridgeshire.deeds.settle()
    assert "By year" in cambridgeshire.screen
    assert "c hidden in reports" not in cambridgeshire.screen


def test_a_figure_against_its_target_is_marked(hiding):
    hiding.deeds.settle()
    hiding.press("4")
    assert " 3c" in hiding.line("No. of breaches")
    assert "c hidden in reports" in hiding.screen


@pytest.mark.parametrize("view", ["4", "5"])
def test_where_no_figure_on_the_screen_is_hidden_the_mark_is_not_explained(cambridgeshire, view):
    cambridgeshire.deeds.settle()
    assert cambridgeshire.session.publishing.is_settled(cambridgeshire.session.period)
    assert "hidden in reports" not in cambridgeshire.press("escape", view)
