"""Every key, pressed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import dap_tui
from dap_tui.tui.commands import COMMANDS, command_for, footer_commands
from dap_tui.tui.deeds import Deeds
from dap_tui.tui.navigation import VIEWS

OVER = ["help", "palette", "lines", "exporting", "words", "proposals"]
OVER += ["writing", "ticking", "commenting", "updating", "naming", "resolving"]
EVERYWHERE = [name for name, _ in VIEWS] + ["indicator", *OVER]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
def test_every_command_has_words_a_deed_and_a_view_it_is_for(command):
    assert command.words
    assert command.shown
    assert hasattr(Deeds, command.name) or command.name.startswith("view_")
    assert any(command.is_for(view) for view in EVERYWHERE)


@pytest.mark.parametrize("view", EVERYWHERE)
def test_no_key_means_two_things_in_a_view(view):
    keys = [key for command in COMMANDS if command.is_for(view) for key in command.keys]
    assert len(keys) == len(set(keys))
    assert all(command.footer for command in footer_commands(view))


@pytest.mark.parametrize("view", EVERYWHERE[:8])
def test_every_key_of_a_view_can_be_pressed_and_leaves_a_screen(sample, view):
    for command in COMMANDS:
        for key in command.keys:
            sample.deeds.open_view("sources" if view == "indicator" else view)
            sample.session.is_seeking = False
            if view == "indicator":
                sample.deeds.open_indicator("offered")
            assert command_for(key, view) is None or sample.deeds.press(key)
            assert "Sampleshire" in sample.screen


def test_brackets_turn_the_quarter_and_stop_at_the_ends(barnsley):
    assert "‹ Q2 2023/24 ›" in barnsley.press("[")
    barnsley.press("[", "[")
    assert "Nothing earlier than Q1 2023/24 has been returned." in barnsley.screen
    assert "‹ Q3 2023/24 ›" in barnsley.press("]", "]")


def test_comma_and_full_stop_go_from_source_to_source(barnsley):
    assert "2. Cranstoun: Perpetrator programme" in barnsley.press(".")
    assert "1. IDAS" in barnsley.press(",")
    assert "4. BSARCS" in barnsley.press("l", "right", ".", ".")


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
def test_arrows_and_letters_choose_a_row(barnsley, down, up):
    assert barnsley.press(down, down).count("▌") == 1
    assert barnsley.line("No. Individuals referred").startswith("▌")
    barnsley.press(up)
    assert barnsley.line("Throughput").startswith("▌")
    barnsley.press("G")
    assert barnsley.line("Target Hardening Items Provided, by kind").startswith("▌")
    barnsley.press("g", "pagedown", " ")
    assert barnsley.line("Target Hardening Items Provided, by kind").startswith("▌")
    barnsley.press("pageup", "pageup")
    assert barnsley.line("% of repeat").startswith("▌")


def test_enter_opens_escape_goes_back_one_step_at_a_time(barnsley):
    assert "Where it came from" in barnsley.press("down", "enter")
    assert "Keys in Indicator" in barnsley.press("?")
    assert "Where it came from" in barnsley.press("escape")
    barnsley.press("escape")
    assert barnsley.line("Throughput").startswith("▌")


def test_in_an_indicator_left_and_right_go_through_its_figures_and_o_opens_the_one_chosen(sample):
    sample.press("enter", "left", "o")
    assert sample.asked == ["returns/2023-24-Q2/refuge.csv:2:10"]
    sample.press("left", "left", "o")
    assert sample.asked[-1] == "returns/2022-23-Q4/refuge.csv:2:10"


def test_find_narrows_as_one_types_and_escape_shows_all(barnsley):
    screen = barnsley.press("/", *"social c")
    assert "/ social c_" in screen
    assert "No. Referrals made to Childrens" in screen
    assert "Throughput" not in screen
    barnsley.press("enter", "down", "down", "down")
    assert barnsley.line("from Adults Social").startswith("▌")
    assert "Throughput" in barnsley.press("escape")
    assert barnsley.line("from Adults Social").startswith("▌")


def test_n_goes_from_exception_to_exception_across_sources(sample):
    assert "No. of people referred: worsening" in sample.press("n")
    assert sample.line("No. of people referred").startswith("▌")
    sample.press("n", "n")
    assert "2. Court" in sample.screen
    assert sample.line("No. of breaches").startswith("▌")
    assert "1. Sampleshire Refuge" in sample.press("N")
    sample.press("enter", "n")
    assert sample.session.opened == "breaches"


def test_u_goes_to_the_first_undecided_exception(sample):
    sample.press("down", "u")
    assert sample.session.view == "exceptions"
    assert sample.line("! % of people offered").startswith("▌")


def test_s_sorts_by_status_the_worst_first(sample):
    assert "By status, the worst first." in sample.press("s")
    rows = [line[2:10].split() for line in sample.screen.splitlines() if line[2:3] in {"■", "▲"}]
    assert [row[1] for row in rows] == ["red", "red", "amber"]


def test_the_palette_finds_by_name_and_goes_there(barnsley):
    screen = barnsley.press("ctrl+p", *"bsarcs")
    assert "4. BSARCS: Ask the Question" in screen
    assert "4. BSARCS" in barnsley.press("enter")
    assert "‹ Q1 2023/24 ›" in barnsley.press(":", *"Q1 2023", "enter")
    assert "Where it came from" in barnsley.press("ctrl+p", *"throughput", "enter")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2023-24-q1", "‹ Q1 2023/24 ›"),
        ("2023-24-Q2", "‹ Q2 2023/24 ›"),
        ("annual 2023", "2023/24"),
        ("year 2020-21", "2020/21"),
    ],
)
def test_the_palette_finds_a_period_as_files_name_it_and_a_whole_year(barnsley, typed, shown):
    screen = barnsley.press("ctrl+p", *typed, "enter")
    assert barnsley.session.overlay is None
    assert shown in screen
    assert barnsley.session.period.shown in shown


@pytest.mark.parametrize("view", ["overview", "indicator", "help", "words"])
def test_where_nothing_can_be_narrowed_a_slash_looks_through_all_and_letters_are_no_commands(sample, view):
    sample.deeds.open_view("overview")
    if view == "indicator":
        sample.deeds.open_indicator("offered")
    elif view != "overview":
        sample.deeds.lay(view)
    assert "No. of nights" in sample.press("/", *"no. of nights")
    assert sample.session.overlay == "palette"
    sample.press("enter")
    assert sample.session.opened == "running"


def test_in_every_view_a_slash_finds_here_or_looks_through_all(sample):
    for view in EVERYWHERE[:8]:
        command = command_for("/", view)
        assert command is not None, view
        assert command.name in {"find", "look_through_all"}


def test_the_palette_finds_other_forms_of_a_word_below_those_that_have_it(barnsley):
    screen = barnsley.press("ctrl+p", *"referrals")
    assert screen.index("No. Referrals made to Childrens") < screen.index("No. Individuals referred")
    assert "No. Individuals referred" not in barnsley.press("ctrl+u", *"refers")


def test_a_list_is_narrowed_by_the_same_rule(barnsley):
    screen = barnsley.press("/", *"referrals")
    assert "No. Referrals made to Childrens" in screen
    assert "No. Individuals referred" in screen
    assert "% of repeat" not in screen
    assert "No. Individuals referred" not in barnsley.press("ctrl+u", *"refers")


def test_the_palette_finds_an_action_and_goes_to_it(barnsley):
    barnsley.press("ctrl+p", *"lived experience", "enter")
    assert barnsley.session.view == "actions"
    assert "Lived Experience Group" in next(line for line in barnsley.screen.splitlines() if line.startswith("▌"))


def test_the_palette_finds_a_finding_and_goes_to_it_though_only_errors_were_listed(sample):
    found = next(each for each in sample.session.reading.findings if each.level != "error")
    sample.press("6", "E", "1")
    sample.press("ctrl+p", *f"{found.code} {found.message.split()[1]}", "enter")
    assert sample.session.view == "checks"
    assert sample.deeds.view.finding == found


def test_the_palette_lists_no_more_than_one_can_look_through_and_says_so(sample):
    found = sample.session.reading.findings[0]
    many = tuple(found._replace(message=f"fault {number}") for number in range(500))
    sample.session.reading = sample.session.reading._replace(findings=many)
    sample.press("ctrl+p", *"fault")
    assert "and 300 more" in sample.press("end")
    assert "fault 431" in sample.press(*" 431")


def test_the_palette_begins_empty_and_at_its_top_each_time(barnsley):
    empty = barnsley.press("ctrl+p")
    assert barnsley.press(*"throughput", "ctrl+u") == empty
    barnsley.press(*"throughput", "escape")
    assert barnsley.press("ctrl+p") == empty


def test_the_palette_says_what_a_term_means(sample):
    assert "MARAC: Multi-agency risk assessment conference" in sample.press("ctrl+p", *"marac")
    assert "MARAC: Multi-agency risk assessment conference" in sample.press("enter").splitlines()[-1]


def test_where_years_are_gone_through_no_key_speaks_of_quarters(desk_at):
    rotherham = desk_at(Path(dap_tui.__file__).parent / "examples" / "rotherham")
    assert "[ ] year" in rotherham.press("1").splitlines()[-1]
    assert "The year before" in rotherham.press("?")
    assert "The quarter before" not in rotherham.screen
    assert "The year before" in rotherham.press("escape", "ctrl+p")


def test_an_empty_list_names_no_key_that_needs_a_row(desk_at):
    rotherham = desk_at(Path(dap_tui.__file__).parent / "examples" / "rotherham")
    assert "decide" not in rotherham.press("5").splitlines()[-1]
    assert "open" not in rotherham.screen.splitlines()[-1]


def test_without_figures_of_last_year_its_key_says_so_and_changes_nothing(barnsley):
    barnsley.width = 80
    before = barnsley.screen.splitlines()[:-1]
    *after, foot = barnsley.press("y").splitlines()
    assert "No figures of 2022/23 are held." in foot
    assert after == before


def test_nor_is_room_made_where_only_quarters_to_come_have_figures_of_last_year(sample_folder, desk_at):
    for quarter in ("Q1", "Q2", "Q3"):
        shutil.rmtree(sample_folder / "returns" / f"2022-23-{quarter}")
    desk = desk_at(sample_folder, 80, 24)
    before = desk.screen.splitlines()[:-1]
    *after, foot = desk.press("y").splitlines()
    assert "No figures of the same quarters of 2022/23 are held." in foot
    assert after == before


@pytest.mark.parametrize("view", ["2", "4", "6", "7"])
def test_a_search_that_leaves_nothing_says_where_all_is_looked_through(sample, view):
    assert "Not on this screen; Ctrl+P looks through all." in sample.press(view, "/", *"nowhere")


def test_the_row_and_the_table_are_copied_as_markdown(barnsley):
    barnsley.press("c", "C")
    row, table = barnsley.asked
    assert row.splitlines() == [
        "| Indicator | Good | Target | Q1 | Q2 | Q3 | Travel | Status |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        "| % of repeat domestic abuse cases submitted to MARAC | low | 28–40% | 26% | 28% | 30% | ↑ worse | green |",
    ]
    assert len(table.splitlines()) == 13


def test_what_is_for_reading_only_is_not_edited(barnsley):
    barnsley.session.read_only = True
    assert "for reading only" in barnsley.press("o")
    assert barnsley.asked == []


def test_r_t_and_q_ask_the_terminal(barnsley):
    barnsley.press("r", "t", "q", "ctrl+c")
    assert barnsley.asked == ["reread", "theme", "leave", "leave"]


def test_errors_only_leaves_out_warnings(sample):
    assert "DUE201" in sample.press("6")
    assert "DUE201   catalogue" not in sample.press("E")
    assert "DUE201   catalogue" in sample.press("E")


def test_a_click_chooses_and_a_second_one_opens(barnsley):
    lines = barnsley.screen.splitlines()
    at = next(index for index, line in enumerate(lines) if "Throughput" in line)
    barnsley.canvas.hit_at(20, at).action()
    assert barnsley.line("Throughput").startswith("▌")
    barnsley.canvas.hit_at(20, at).again()
    assert "Where it came from" in barnsley.screen
    tab = barnsley.screen.splitlines()[2].index("Targets")
    barnsley.canvas.hit_at(tab, 2).action()
    assert barnsley.session.view == "targets"
