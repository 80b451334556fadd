"""Deciding on exceptions and writing commentary: keys in, the file on the disk out."""

from __future__ import annotations

import pytest
from tui.written import decision_on, entries, narrative, opened, someone_adds

from dap_tui.tui.writing.proposals import words_to_start_from


async def test_an_exception_is_reported_in_words_that_start_from_its_sentence(sample):
    async with opened(sample, "5", "x") as app:
        assert "Started from the indicator’s own sentence. Not saved." in app.page_text
        assert "Goes into returns/2023-24-Q3/narrative.toml." in " ".join(app.page_text.split())
        await app.press(*" Why?", "ctrl+s")
        decided = decision_on(sample, "offered")
        assert decided["decision"] == "report"
        assert "off-target" in decided["rules"]
        assert decided["text"].startswith("64% in Q3 2023/24")
        assert "64% is special cause: outside the limits of ordinary variation." in decided["text"]
        assert decided["text"].endswith("Why?")
        assert "Saved at" in app.page_text
        assert "To be reported to the board" in await app.press("escape")


@pytest.mark.parametrize(
    ("indicator", "adds"), [("offered", "outside the limits of ordinary variation"), ("referred", None)]
)
async def test_the_words_beside_the_list_are_those_that_the_form_starts_from(sample, indicator, adds):
    async with opened(sample, "5", size=(160, 60)) as app:
        app.deeds.view.choose(indicator)
        app.repaint()
        position = app.deeds.view.chosen
        beside = " ".join(" ".join(line[74:].split()) for line in app.page_text.splitlines())
        assert f"To start from: {words_to_start_from(position)}" in " ".join(beside.split())
        await app.press("x")
        words = app.deeds.writing.field.text
    assert words == words_to_start_from(position)
    assert words.startswith(position.sentence)
    assert (adds is None) == (words == position.sentence)
    assert adds is None or adds in words
    # what the sentence says already is not said twice
    assert words.count("worsening") <= 1
    assert "Off target" not in words


async def test_what_people_wrote_by_hand_stays(sample):
    before = narrative(sample).read_text(encoding="utf-8")
    async with opened(sample, "5", "x", "ctrl+s"):
        after = narrative(sample).read_text(encoding="utf-8")
    left = iter(after.splitlines())
    assert all(line in left for line in before.splitlines())


async def test_to_hold_needs_its_reason_and_an_indicators_sentence_is_none(sample):
    before = narrative(sample).read_bytes()
    async with opened(sample, "5", "x", "ctrl+t") as app:
        assert "(•) hold" in app.page_text
        screen = await app.press("ctrl+s")
        assert "Not saved: to hold an exception back needs its reason." in screen
        assert narrative(sample).read_bytes() == before
        await app.press(*"One worker left.", "ctrl+s")
    decided = decision_on(sample, "offered")
    assert (decided["decision"], decided["text"]) == ("hold", "One worker left.")


async def test_a_change_of_mind_edits_the_entry_and_can_take_it_back(sample):
    async with opened(sample, "5") as app:
        app.deeds.view.choose("breaches")
        screen = await app.press("x", "down", "enter")
        assert "(•) hold" in screen
        assert "take the decision back" in screen
        await app.press("ctrl+t", "ctrl+t", "ctrl+s")
        assert decision_on(sample, "breaches")["decision"] == "report"
        assert len(entries(sample)) == 2
        await app.press("ctrl+t", "ctrl+t", "ctrl+s")
        assert decision_on(sample, "breaches") is None


async def test_words_of_a_decision_that_is_taken_back_are_unsaved_and_not_lost(sample):
    async with opened(sample, "5", "x", "ctrl+a", *"Mine.", "ctrl+s", "ctrl+t", "ctrl+t", "ctrl+s") as app:
        assert "Decision taken back; its words are not kept." in app.page_text
        assert decision_on(sample, "offered") is None
        assert app.deeds.writing.field.text == "Mine."
        assert app.deeds.unsaved_words == ["Mine."]
        screen = " ".join((await app.press("ctrl+s")).split())
        assert "Not saved: nothing is decided" in screen
        assert "These words are not saved" in await app.press("escape")
        await app.press("ctrl+t", "ctrl+s")
    assert decision_on(sample, "offered")["text"] == "Mine."


async def test_save_and_next_stays_with_the_words_of_what_is_taken_back(sample):
    async with opened(sample, "5", "x", "ctrl+a", *"Mine.", "ctrl+s", "ctrl+t", "ctrl+t", "ctrl+n") as app:
        assert "Decision taken back; its words are not kept." in app.page_text
        assert app.deeds.writing.field.text == "Mine."


@pytest.mark.parametrize("keys", [("5", "x"), ("7", "w"), ("2", "enter", "w")])
async def test_what_is_changed_after_a_save_is_said_to_be_unsaved(sample, keys):
    async with opened(sample, *keys, *"One.", "ctrl+s") as app:
        assert "Saved at" in app.page_text
        screen = " ".join((await app.press("a")).split())
        assert "Saved at" not in screen
        assert "Not saved. Goes into returns/2023-24-Q3/narrative.toml." in screen
        assert "Saved at" in await app.press("ctrl+s")


async def test_another_decision_after_a_save_is_said_to_be_unsaved(sample):
    async with opened(sample, "5", "x", *"One.", "ctrl+s", "ctrl+t") as app:
        assert "Saved at" not in app.page_text
        assert "Not saved. Goes into" in " ".join(app.page_text.split())


async def test_several_indicators_stand_under_one_exception(sample):
    async with opened(sample, "5", "x", "tab", *["down"] * 3, size=(120, 60)) as app:
        assert "[ ] No. of people referred" in app.page_text
        assert "[x] No. of people referred" in await app.press("space")
        screen = await app.press("tab")
        assert "Together with 1: No. of people referred" in screen
        await app.press("ctrl+s", "escape")
        app.deeds.view.choose("offered")
        app.repaint()
        assert "Together with No. of people referred" in app.page_text
    decided = decision_on(sample, "offered")
    assert decided["indicators"] == ["offered", "referred"]
    assert {"off-target", "worsening"} <= set(decided["rules"])


async def test_what_was_saved_is_changed_and_saved_again(sample):
    async with opened(sample, "5", "x", "ctrl+a", *"One.", "ctrl+s", "ctrl+a", *"Two.", "ctrl+s") as app:
        assert "Saved at" in app.page_text
    assert [each["text"] for each in entries(sample) if "offered" in each["indicators"]] == ["Two."]


async def test_words_of_a_decision_that_gives_way_are_shown_before_it_goes(sample):
    someone_adds(
        sample, '[[exception]]\nindicators = ["referred"]\nrules = ["worsening"]\ndecision = "hold"\ntext = "Seen."\n'
    )
    async with opened(type(sample)(sample.root), "5", "x", "tab", *["down"] * 3, "space", "tab") as app:
        screen = " ".join((await app.press("ctrl+s")).split())
        assert "Not saved: this takes the place of another entry, whose words stand below yours;" in screen
        assert decision_on(sample, "referred")["text"] == "Seen."
        assert app.deeds.writing.field.text.endswith("\n\nSeen.")
        await app.press("ctrl+a", *"Both fell.", "ctrl+s")
    assert decision_on(sample, "offered") == decision_on(sample, "referred")
    assert decision_on(sample, "referred")["text"] == "Both fell."


async def test_people_raise_an_exception_from_any_indicator(sample):
    async with opened(sample, "2", "down", "X") as app:
        assert "Raised by the partnership, whatever the figures say." in app.page_text
        await app.press("ctrl+s")
    decided = decision_on(sample, "referred")
    assert "rules" not in decided
    assert decided["decision"] == "report"


async def test_save_and_next_goes_to_the_next_undecided_one(sample):
    async with opened(sample, "5", "x", "ctrl+n") as app:
        assert decision_on(sample, "offered")
        assert app.deeds.writing.form.indicator == "referred"
        await app.press("ctrl+n")
        while app.session.overlay == "writing":
            await app.press("ctrl+n")
        assert "Nothing is undecided in Q3 2023/24." in app.page_text


async def test_someone_elses_words_on_the_same_are_shown_and_kept(sample):
    async with opened(sample, "5", "x", "x", "y") as app:
        theirs = (
            '\n[[exception]]\nindicators = ["offered"]\nrules = ["off-target"]\ndecision = "report"\ntext = "Theirs."\n'
        )
        someone_adds(sample, theirs)
        screen = await app.press("ctrl+s")
        assert "Not saved: someone else wrote on this meanwhile." in screen
        assert decision_on(sample, "offered")["text"] == "Theirs."
        assert app.deeds.writing.form.field.text.endswith("xy\n\nTheirs.")
        await app.press("ctrl+s")
    text = decision_on(sample, "offered")["text"]
    assert text.endswith("xy\n\nTheirs.")


async def test_someone_elses_words_on_another_thing_stay(sample):
    async with opened(sample, "5", "x", "x", "y") as app:
        theirs = '\n[[commentary]]\nindicator = "referred"\ntext = "Theirs."\n'
        someone_adds(sample, theirs)
        assert "what someone else wrote there meanwhile stays." in " ".join((await app.press("ctrl+s")).split())
    assert decision_on(sample, "offered")["text"].endswith("xy")
    assert [each["indicator"] for each in entries(sample, "commentary")] == ["offered", "referred"]


async def test_unsaved_words_ask_before_one_leaves(sample):
    before = narrative(sample).read_bytes()
    async with opened(sample, "5", "x", "a") as app:
        assert "These words are not saved" in await app.press("escape")
        assert "These words are not saved" not in await app.press("b")
        await app.press("escape")
        assert app.session.overlay == "writing"
        await app.press("escape")
        assert app.session.overlay is None
    assert narrative(sample).read_bytes() == before


async def test_unsaved_words_are_not_left_by_a_click_on_another_view(sample):
    async with opened(sample, "5", "x", "a") as app:
        app.deeds.open_view("targets")
        assert app.session.overlay == "writing"
        await app.press("b")
        app.deeds.turn_period(-1)
        assert app.session.overlay == "writing"
        app.deeds.turn_period(-1)
        assert app.session.overlay is None


async def test_a_click_on_the_list_beside_goes_back_to_it_and_asks_first(sample):
    async with opened(sample, "5", "x", "a") as app:
        screen = await app.click(10, 8)
        assert "These words are not saved" in screen
        assert app.deeds.writing.field.text.endswith("a")
        await app.click(10, 8)
        assert app.session.overlay is None


async def test_a_read_only_workspace_says_so_before_anyone_types(sample):
    narrative(sample).chmod(0o444)
    async with opened(sample, "5", "x") as app:
        assert "read-only" in app.page_text
        assert app.session.overlay is None


async def test_the_example_is_for_reading_only(sample):
    sample.session.read_only = True
    async with opened(sample, "5", "x") as app:
        assert "for reading only" in app.page_text
    async with opened(sample, "2", "enter", "w") as app:
        assert "for reading only" in app.page_text


async def test_a_file_that_is_not_toml_is_not_written(sample):
    narrative(sample).write_text("[[exception\n", encoding="utf-8")
    async with opened(sample, "5", "x") as app:
        assert app.session.overlay is None
        assert "narrative.toml" in app.page_text.splitlines()[-1]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_commentary_is_written_under_its_headings(sample, size):
    async with opened(sample, "2", "enter", "w", size=size) as app:
        for words in ("In your own words", "Where we are", "Successes and issues", "What we are doing", "editing"):
            assert words in app.page_text
        assert app.deeds.writing.field.name == "where_we_are"
        await app.press(*" And on.", "tab", *"It went well.", "shift+tab", "ctrl+s")
        assert "Saved at" in app.page_text
    said = entries(sample, "commentary")[0]
    assert said["where_we_are"] == "One worker left in October. And on."
    assert said["successes_and_issues"] == "It went well."
    assert said["what_we_are_doing"].startswith("- a second coordinator")


async def test_commentary_is_taken_out_where_nothing_is_said(sample):
    async with opened(sample, "2", "enter", "w", "f7", "delete", "tab", "tab", "f7", "delete", "ctrl+s"):
        assert entries(sample, "commentary") == []


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (200, 60)])
async def test_the_keys_are_shown_and_any_key_closes_them(sample, size):
    async with opened(sample, "5", "x", "f1", size=size) as app:
        assert "Keys while writing" in app.page_text
        assert "Save, and on to the next undecided exception" in app.page_text
        assert "Keys while writing" not in await app.press("a")
        assert not app.deeds.writing.form.is_unsaved


async def test_the_text_areas_own_keys_work(sample):
    async with opened(sample, "5", "x", "f7", *"One two", "ctrl+w", *"three", "home", *"And ", "ctrl+z") as app:
        assert app.deeds.writing.field.text in {"One three", "And One three"}
        await app.press("f7", "delete", *"a", "enter", *"b", "up", "end", *"c")
        assert app.deeds.writing.field.text == "ac\nb"


async def test_a_paste_goes_into_the_field(sample):
    async with opened(sample, "5", "x", "f7", "delete") as app:
        from textual import events

        app.post_message(events.Paste("Two\nlines [b]of[/b] words"))
        await app.press()
        assert app.deeds.writing.field.text == "Two\nlines [b]of[/b] words"


async def test_words_stay_while_the_files_are_read_again(sample):
    async with opened(sample, "5", "x", *"More") as app:
        app.reread()
        await app.press()
        assert app.deeds.writing.field.text.endswith("More")
        await app.press(*"over", "ctrl+s")
    assert decision_on(sample, "offered")["text"].endswith("Moreover")


async def test_each_field_keeps_its_undoing_and_where_one_stood(sample):
    async with opened(sample, "2", "enter", "w", *" And", "left") as app:
        await app.press("tab", *"Well", "shift+tab", "X")
        assert app.deeds.writing.field.text == "One worker left in October. AnXd"
        await app.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert app.deeds.writing.field.text == "One worker left in October."
        await app.press("ctrl+y")
        assert app.deeds.writing.field.text == "One worker left in October. And"
        await app.press("tab", "ctrl+z")
        assert app.deeds.writing.field.text == ""


async def test_what_is_put_into_a_field_can_be_undone(sample):
    async with opened(sample, "5", "x", "x", "ctrl+a", "delete", "ctrl+t", "ctrl+t") as app:
        field = app.deeds.writing.field
        assert field.text.startswith("64% in Q3 2023/24")
        await app.press("ctrl+z")
        assert field.text == ""


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("ctrl+a", "Z"), "Z"),
        (("ctrl+home", "Z"), "Zone two\nthree four"),
        (("ctrl+home", "ctrl+end", "Z"), "one two\nthree fourZ"),
        (("home", "shift+end", "Z"), "one two\nZ"),
        (("ctrl+left", "Z"), "one two\nthree Zfour"),
        (("ctrl+w", "Z"), "one two\nthree Z"),
        (("ctrl+u", "Z"), "one two\nZ"),
        (("ctrl+shift+left", "ctrl+x", "ctrl+home", "ctrl+v"), "fourone two\nthree "),
        (("ctrl+a", "ctrl+c", "ctrl+end", "ctrl+v"), "one two\nthree fourone two\nthree four"),
        (("ctrl+c", "Z"), "one two\nthree fourZ"),
        (("up", "Z"), "one twoZ\nthree four"),
    ],
    ids=lambda each: "-".join(each) if isinstance(each, tuple) else "",
)
async def test_keys_that_people_know_work_in_the_text(sample, keys, text):
    async with opened(sample, "5", "x", "ctrl+a", *"one two", "enter", *"three four", *keys) as app:
        assert app.deeds.writing.field.text == text


@pytest.mark.parametrize("size", [(40, 10), (60, 12), (80, 24), (100, 12), (120, 26)])
@pytest.mark.parametrize(
    "keys",
    [("5", "x"), ("5", "x", "ctrl+t", "ctrl+s"), ("2", "enter", "w"), ("2", "enter", "w", "tab", "tab"), ("7", "w"),
     ("W", "down", "enter"), ("W", "end", "enter")],
)  # fmt: skip
def test_the_field_that_is_written_in_is_seen_and_nothing_else_stands_on_its_lines(sample_folder, desk_at, size, keys):
    desk = desk_at(sample_folder, *size)
    lines = desk.press(*keys).splitlines()
    spot, field = desk.canvas.spot, desk.deeds.writing.field
    assert desk.session.overlay == "writing"
    assert lines[spot.y - 1].split("  ")[-1].strip() == "editing"
    assert field.heading[:20] in lines[spot.y - 1]
    assert 1 <= spot.height <= size[1] - 1 - spot.y
    for line in lines[spot.y : spot.y + spot.height]:
        assert line[spot.x :].strip() == ""
    refused = "Not saved: to hold" in " ".join(desk.screen.split())
    assert refused == ("ctrl+s" in keys)
