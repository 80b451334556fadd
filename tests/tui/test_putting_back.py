"""Words that outlived the program, in their form again when that is opened anew."""

from __future__ import annotations

import pytest

from dap_tui.narrative import Decision
from dap_tui.writing.kept_words import kept_words

from .conftest import Desk
from .written import entries, narrative, someone_adds, someone_changes


@pytest.fixture
def killed(sample_folder):
    """What a desk's form held when the program was killed, and a desk that is opened after that."""

    def kill(*keys, text, field=0, also=()):
        before = Desk(sample_folder)
        before.press(*keys)
        form = before.deeds.writing.form
        form.fields[field].text = text
        for key in also:
            before.deeds.press(key)
        before.deeds.keep_words()
        after = Desk(sample_folder)
        after.deeds.seek_kept()
        return after

    return kill


COMMENT = ("2", "enter", "w")


def test_the_same_form_has_them_again_and_they_are_unsaved(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    screen = desk.press(*COMMENT)
    form = desk.deeds.writing.form
    assert form.fields[1].text == "Two workers left."
    assert form.fields[3].text.startswith("- a second coordinator")
    assert form.is_unsaved
    assert "These words were kept when dap was ended, and are not saved yet." in " ".join(screen.split())


def test_another_form_on_the_same_indicator_has_them_not(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    desk.press("2", "enter", "x")
    if desk.session.overlay == "proposals":
        desk.press("enter")
    assert not desk.deeds.writing.form.is_unsaved
    desk.press("escape", "escape", "escape", "2", "down", "enter", "w")
    assert not desk.deeds.writing.form.is_unsaved


def test_another_quarter_has_them_not(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    desk.press("[", *COMMENT)
    assert not desk.deeds.writing.form.is_unsaved


def test_once_saved_they_are_neither_told_of_nor_put_back(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    desk.press(*COMMENT, "ctrl+s")
    desk.deeds.hold_typed()
    assert "Two workers left." in narrative(desk).read_text(encoding="utf-8")
    assert desk.session.kept == kept_words(desk.root) == ()
    again = Desk(desk.root)
    again.press(*COMMENT)
    assert not again.deeds.writing.form.is_unsaved


def test_once_left_without_saving_they_are_not_put_back_but_stay_in_their_file(killed, state):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    desk.press(*COMMENT, "escape", "escape")
    desk.deeds.hold_typed()
    assert kept_words(desk.root) == ()
    desk.press(*COMMENT)
    assert not desk.deeds.writing.form.is_unsaved
    (file,) = (state / "dap").glob("*.txt")
    assert "Two workers left." in file.read_text(encoding="utf-8")


def test_killed_again_before_they_were_saved_they_come_back_again(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    desk.press(*COMMENT)
    desk.deeds.hold_typed()
    again = Desk(desk.root)
    again.press(*COMMENT)
    assert again.deeds.writing.form.fields[1].text == "Two workers left."


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_that_words_cannot_be_kept_as_they_are_typed_is_said_in_a_line_for_as_long_as_it_is_so(
    sample_folder, state, width, height
):
    (state / "dap").write_text("where the folder would be", encoding="utf-8")
    desk = Desk(sample_folder, width, height)
    desk.press(*COMMENT)
    desk.deeds.writing.form.fields[1].text = "Two workers left."
    second(desk)
    assert desk.screen.count("! Not kept as you type: ") == 1
    (state / "dap").unlink()
    second(desk)
    assert "Not kept as you type" not in desk.screen
    assert next((state / "dap").iterdir()).is_file()
    desk.press("escape", "escape")
    second(desk)
    desk.deeds.end_typed()


def second(desk):
    """What is done each second: what was typed is kept; and then seen to be, or not."""
    for _ in range(2):
        keep = desk.deeds.hold_typed()
        if keep is not None:
            keep()


def test_dismissing_what_is_told_of_them_does_not_lose_them(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    assert "esc dismiss" not in desk.press("escape")
    desk.press(*COMMENT)
    assert desk.deeds.writing.form.fields[1].text == "Two workers left."


def test_what_someone_wrote_on_the_same_meanwhile_stands_below_them(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    someone_changes(desk, "One worker left in October.", "One worker is ill.")
    again = Desk(desk.root)
    screen = again.press(*COMMENT)
    assert again.deeds.writing.form.fields[1].text == "Two workers left.\n\nOne worker is ill."
    assert "What the file says stands below them." in " ".join(screen.split())


def test_what_someone_wrote_on_something_else_changes_nothing(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    someone_adds(desk, '[[commentary]]\nindicator = "breaches"\ntext = "More sittings."\n')
    again = Desk(desk.root)
    again.press(*COMMENT)
    assert again.deeds.writing.form.fields[1].text == "Two workers left."


def test_words_that_the_file_has_by_now_are_not_put_back(killed):
    desk = killed(*COMMENT, text="Two workers left.", field=1)
    someone_changes(desk, "One worker left in October.", "Two workers left.")
    again = Desk(desk.root)
    again.press(*COMMENT)
    assert not again.deeds.writing.form.is_unsaved


def test_a_decision_comes_back_with_what_was_chosen(killed):
    on = ("2", ".", "x", "enter")
    desk = killed(*on, text="They sat twice as often.", also=("ctrl+t",))
    desk.press(*on)
    form = desk.deeds.writing.form
    assert form.fields[0].text == "They sat twice as often."
    assert form.decision is Decision.HOLD
    desk.press("ctrl+s")
    (saved,) = (each for each in entries(desk) if each["text"] == "They sat twice as often.")
    assert saved["decision"] == "hold"


def test_a_decision_comes_back_with_what_else_it_is_on(killed):
    on = ("5", "x")
    desk = killed(*on, text="Both are short of staff.", also=("tab", *["down"] * 9, "space"))
    desk.press(*on)
    assert len(desk.deeds.writing.form.indicators) == 2
    assert desk.deeds.writing.form.decision is Decision.REPORT


def test_a_new_section_comes_back_with_its_heading(killed):
    on = ("W", "end", "up", "enter")
    desk = killed(*on, text="In short", field=0)
    desk.press(*on)
    assert desk.deeds.writing.form.fields[0].text == "In short"


@pytest.mark.parametrize(
    "text", ["a line\n\nIn your own words:\n\nanother", "…\x1b[31m", "日本 🙂", "  indented\n\n\nfar"]
)
def test_words_of_any_kind_come_back_as_the_screen_shows_them(killed, text):
    desk = killed(*COMMENT, text=text, field=1)
    desk.press(*COMMENT)
    assert desk.deeds.writing.form.fields[1].text == text.replace("\x1b", "\\x1b")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\n\n\n\n", b"Workspace: x\n\nWhere we are:\n\n"])
def test_a_file_that_says_something_else_is_left_alone(sample, state, content):
    (state / "dap").mkdir()
    (state / "dap" / "20240101-000000-1.txt").write_bytes(content)
    sample.press(*COMMENT)
    assert not sample.deeds.writing.form.is_unsaved
