"""Keys that do nothing where one is: it is said why, and what is said is read to its end."""

from __future__ import annotations

import pytest

from dap_tui.tui.commands import COMMANDS, command_for
from dap_tui.tui.navigation import VIEWS


@pytest.mark.parametrize(
    ("view", "key", "said"),
    [
        ("1", "y", "y: in Sources and Priorities, last year’s figures in brackets, on and off."),
        ("5", "s", "s: in Sources, Priorities and Targets, sort another way."),
        ("2", "E", "E: in Checks, errors only, or all findings."),
        ("4", "w", "w: in an indicator, write the commentary; in Actions, write how the action stands."),
        ("6", "x", "x: in Sources, Priorities, Targets, Exceptions, Actions, an indicator and Overview"),
        ("2", "ctrl+g", "Nothing is on that key; ? shows the keys."),
        ("2", "ä", "Nothing is on that key; ? shows the keys."),
    ],
)
def test_a_key_of_another_view_says_where_it_is_one(sample, view, key, said):
    assert said in " ".join(sample.press(view, key).split())


@pytest.mark.parametrize("view", [str(at) for at, _ in enumerate(VIEWS, 1)])
def test_in_no_view_is_a_key_of_a_command_silent_where_it_is_none(sample, view):
    sample.press(view)
    for command in COMMANDS:
        for key in command.keys:
            if command_for(key, sample.session.view) is None and key != "escape":
                sample.deeds.press(key)
                assert sample.session.message, key


def test_over_a_view_a_key_of_it_says_that_one_goes_back_first(sample):
    assert "Not here: esc goes back first." in sample.press("?", "2")


def test_at_the_end_of_what_one_goes_through_it_is_said(sample):
    assert "This is the first." in sample.press(",")
    assert "This is the last." in sample.press(".", ".")
    assert "Nothing is further to the right." in sample.press("enter", "right")
    assert "Nothing is further to the left." in sample.press("1", "left")


def test_an_empty_list_says_that_nothing_is_chosen(sample):
    assert "Nothing here is chosen." in sample.press("/", *"zebra", "enter", "enter")


def test_what_is_said_is_seen_though_a_search_is_kept(sample):
    screen = sample.press("/", *"no", "enter", "s")
    assert "By status, the worst first." in screen
    assert "/ no" in sample.press("down")


def test_what_is_said_is_read_to_its_end_in_80_cells(sample):
    sample.width, sample.height = 80, 24
    sample.session.take(sample.session.reading._replace(trouble="catalogue.toml:3:7 is not TOML."))
    screen = sample.press("C").splitlines()
    assert " ".join(line.strip() for line in screen[-2:]) == (
        "Sent to the terminal’s clipboard; but these are the last good figures: the files cannot be read now."
    )


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (40, 12)])
def test_while_the_files_cannot_be_read_the_keys_stay_known(sample, width, height):
    sample.width, sample.height = width, height
    sample.session.take(sample.session.reading._replace(trouble="catalogue.toml:3:7 is not TOML."))
    screen = sample.screen.splitlines()
    assert "! The last good figures stay: " in sample.screen
    assert "? keys" in screen[-1]
    assert "q quit" in screen[-1]


def test_in_overview_what_is_chosen_can_be_decided_on_and_its_line_opened(sample):
    screen = sample.press("1", "right", "down")
    while not next(line for line in screen.splitlines() if "▌" in line).partition("▌")[2].startswith(" !"):
        screen = sample.press("down")
    sample.press("o")
    assert sample.asked[-1].startswith("returns/2023-24-Q3/")
    sample.press("x")
    assert sample.session.overlay in {"writing", "proposals"}
