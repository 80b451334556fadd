"""An indicator with more than one decision: each is reached, and changed without the others."""

from __future__ import annotations

import pytest
from tui.written import entries, narrative, opened, someone_adds

APART = """
[[exception]]
indicators = ["offered", "referred"]
rules = ["off-target"]
decision = "report"
text = "One worker left."
[[exception]]
indicators = ["offered"]
rules = ["worsening"]
decision = "hold"
text = "Falls every winter."
"""
RAISED = """
[[exception]]
indicators = ["referred"]
decision = "report"
text = "The board asked."
"""


@pytest.fixture
def apart(sample):
    someone_adds(sample, APART)
    return type(sample)(sample.root)


def said(desk, indicator):
    """Rules, decision and words of each entry on an indicator."""
    mine = [each for each in entries(desk) if indicator in each["indicators"]]
    return [(each.get("rules"), each["decision"], each["text"]) for each in mine]


async def test_which_decision_is_meant_is_asked_where_there_are_several(apart):
    async with opened(apart, "5", "x", size=(80, 24)) as app:
        for words in (
            "Special cause",
            "undecided",
            "to be reported",
            "One worker left.",
            "held",
            "Falls every winter.",
        ):
            assert words in app.page_text
        screen = await app.press("down", "down", "x")
        assert "(•) hold" in screen
        assert "Falls every winter." in app.deeds.writing.field.text
        assert "Off target:" not in screen
        screen = await app.press("escape")
        assert "Which to decide on" in screen
        assert "Which to decide on" not in await app.press("escape")


@pytest.mark.parametrize(
    ("steps", "after"),
    [
        (0, [(["off-target"], "report", "One worker left."), (["worsening"], "hold", "Falls every winter."),
             (["special-cause"], "report", "New.")]),
        (1, [(["off-target"], "report", "New."), (["worsening"], "hold", "Falls every winter.")]),
        (2, [(["off-target"], "report", "One worker left."), (["worsening"], "hold", "New.")]),
    ],
)  # fmt: skip
async def test_each_is_changed_without_the_others(apart, steps, after):
    async with opened(apart, "5", "x", *["down"] * steps, "enter", "ctrl+a", *"New.", "ctrl+s") as app:
        assert "Saved at" in app.page_text
        await app.press(*"er", "ctrl+s")
        assert "Saved at" in app.page_text
    assert said(apart, "offered") == [(*each[:2], each[2].replace("New.", "New.er")) for each in after]


async def test_one_is_taken_back_and_the_other_stays(apart):
    async with opened(apart, "5", "x", "down", "enter", "ctrl+t", "ctrl+t", "ctrl+s") as app:
        assert "Decision taken back" in app.page_text
    assert said(apart, "offered") == [(["worsening"], "hold", "Falls every winter.")]


async def test_save_and_next_goes_to_what_is_undecided_on_the_same_indicator(apart):
    async with opened(apart, "5", "x", "down", "enter", "ctrl+n") as app:
        form = app.deeds.writing.form
        assert (form.indicator, form.rules) == ("offered", ("special-cause",))
        assert "Which to decide on" not in await app.press("escape")


async def test_what_people_raised_is_chosen_among_too_and_each_is_changed_alone(sample):
    someone_adds(sample, RAISED)
    async with opened(type(sample)(sample.root), "2", "down", "x") as app:
        assert "Raised by the partnership" in app.page_text
        await app.press("enter", "ctrl+a", *"By rule.", "ctrl+s", "escape")
        await app.press("down", "enter", "ctrl+a", *"By people.", "ctrl+s")
        assert "Saved at" in app.page_text
    assert said(sample, "referred") == [(None, "report", "By people."), (["worsening"], "report", "By rule.")]


async def test_what_one_decision_leaves_undecided_is_reached_and_decided_on_by_itself(sample):
    async with opened(sample, "5") as app:
        app.deeds.view.choose("breaches")
        screen = await app.press("x")
        assert screen.index("! Worsening, Special cause") < screen.index("= Off target, Past its limit")
        await app.press("enter")
        assert app.deeds.writing.form.rules == ("worsening", "special-cause")
        assert "court sat twice" not in app.deeds.writing.field.text
        await app.press("ctrl+a", *"For the third quarter.", "ctrl+s")
        assert "Saved at" in app.page_text
    assert said(sample, "breaches") == [
        (["off-target", "over-limit"], "hold", "The court sat twice as often this quarter."),
        (["worsening", "special-cause"], "report", "For the third quarter."),
    ]


async def test_of_several_exceptions_any_can_be_left_for_a_decision_of_its_own(sample):
    async with opened(sample, "5", "x") as app:
        assert "On all its exceptions; tab changes what it is on" in app.page_text
        screen = await app.press("tab", "space")
        assert "[ ] Off target" in screen
        assert "Off target: 64%" not in screen
        assert "Leaves undecided: off target" in await app.press("tab")
        await app.press("ctrl+a", *"The rest.", "ctrl+n")
        form = app.deeds.writing.form
        assert (form.indicator, form.rules, form.stands) == ("offered", ("off-target",), None)
        await app.press("ctrl+t", *"One worker left.", "ctrl+s")
        assert "Saved at" in app.page_text
    assert said(sample, "offered") == [
        (["worsening", "special-cause"], "report", "The rest."),
        (["off-target"], "hold", "One worker left."),
    ]


async def test_a_decision_on_all_can_give_one_back_and_is_on_one_at_least(sample):
    async with opened(sample, "5", "x", "ctrl+a", *"All.", "ctrl+s", "tab", "space", "down", "space") as app:
        screen = await app.press("down", "space")
        assert "[x] Special cause" in screen
        assert "A decision is on one exception at least." in screen
        await app.press("ctrl+s")
        assert "Saved at" in app.page_text
    assert said(sample, "offered") == [(["special-cause"], "report", "All.")]


async def test_the_decisions_are_shown_apart_beside_the_list(apart):
    before = narrative(apart).read_bytes()
    async with opened(apart, "5") as app:
        assert "x chooses one" in app.page_text
        assert app.page_text.index("! Special cause") < app.page_text.index("Off target   ")
    assert narrative(apart).read_bytes() == before
