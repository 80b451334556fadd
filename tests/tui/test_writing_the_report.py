"""How an action stands, the report's sections and what boards decided, written from the screens."""

from __future__ import annotations

from datetime import date

import pytest
from tui.written import entries, narrative, opened, someone_adds, someone_changes

SIZES = [(120, 40), (80, 24)]


@pytest.fixture
def reported(sample):
    """With sections of a source and of the whole."""
    someone_adds(
        sample,
        '# agreed\n[[section]]\nsource = "court"\nheading = "The courts"\ntext = "They sat more often." # by Sam\n'
        '[[section]]\ntext = "A hard quarter."\n',
    )
    sample.press("r")
    return type(sample)(sample.root)


def update(desk):
    """What the file says of the action `second`."""
    return next((each for each in entries(desk, "action") if each["id"] == "second"), None)


@pytest.mark.parametrize("size", SIZES)
async def test_how_an_action_stands_is_written_with_its_status(sample, size):
    async with opened(sample, "7", "w", size=size) as app:
        for words in ("Recruit a second coordinator", "was due 30 Nov 2023", "(•) at risk", "( ) done", "In words"):
            assert words in app.page_text
        await app.press("ctrl+t", *" No one came.", "ctrl+s")
        assert "Saved at" in app.page_text
    assert update(sample) == {"id": "second", "status": "late", "text": "Advertised twice. No one came."}


async def test_beside_it_stand_what_was_said_before_and_what_it_is_meant_to_move(sample):
    earlier = '[[action]]\nid = "second"\nstatus = "on-track"\ntext = "Agreed in May."\n'
    (sample.root / "returns/2023-24-Q1/narrative.toml").write_text(earlier, encoding="utf-8")
    async with opened(type(sample)(sample.root), "7", "w") as app:
        assert "Q1 2023/24: on track" in app.page_text
        assert "Agreed in May." in app.page_text
        assert "from 78% in Q4 2022/23" in app.page_text


async def test_an_update_that_says_nothing_is_taken_out(sample):
    keys = ("ctrl+t",) * 3
    async with opened(sample, "7", "w", *keys, "ctrl+a", "delete", "ctrl+s") as app:
        assert "(•) no status yet" in app.page_text
        assert update(sample) is None


async def test_an_action_is_found_from_the_row_of_its_indicator(sample):
    async with opened(sample, "7", "down", "w") as app:
        assert app.deeds.writing.form.planned.action.id == "second"


async def test_another_status_that_someone_gave_meanwhile_is_told(sample):
    async with opened(sample, "7", "w", "x") as app:
        someone_changes(sample, 'status = "at-risk"', 'status = "done"')
        screen = " ".join((await app.press("ctrl+s")).split())
        assert "Not saved: someone else wrote on this meanwhile. They say that it is done;" in screen
        assert update(sample)["status"] == "done"
        await app.press("ctrl+s")
    assert update(sample) == {"id": "second", "status": "at-risk", "text": "Advertised twice.x"}


async def test_a_status_that_someone_took_out_meanwhile_is_told(sample):
    async with opened(sample, "7", "w", "x") as app:
        someone_changes(sample, 'status = "at-risk"\n', "")
        assert "They took its status out;" in " ".join((await app.press("ctrl+s")).split())


async def test_the_words_of_the_report_are_listed_those_of_the_source_chosen(reported):
    async with opened(reported, "2", ".", "W") as app:
        screen = app.page_text
        assert "The courts" in screen
        assert "They sat more often." in screen
        assert "A section of the priority: The right support" in screen
        assert next(line for line in screen.splitlines() if "▌" in line).split()[:3] == ["▌", "·", "The"]
        assert "▌   A section of Sampleshire Refuge: Accommodation" in await app.press("escape", ",", "W")


@pytest.mark.parametrize("size", SIZES)
async def test_a_section_is_edited_where_it_stands(reported, size):
    before = narrative(reported).read_text(encoding="utf-8")
    async with opened(reported, "2", ".", "W", "enter", *" So.", "shift+tab", *"!", "ctrl+s", size=size) as app:
        assert "Saved at" in app.page_text
        assert "Words" not in app.page_text.splitlines()[-1]
    after = before.replace('"The courts"', '"The courts!"').replace('often." # by Sam', 'often. So." # by Sam')
    assert narrative(reported).read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    ("group", "of"),
    [
        ("", {}),
        ("source:refuge", {"source": "refuge"}),
        ("priority:accountable", {"priority": "accountable"}),
    ],
)
async def test_a_new_section_is_of_a_source_a_priority_or_the_whole(sample, group, of):
    async with opened(sample, "W") as app:
        app.deeds.report.choose(("new", group))
        app.repaint()
        await app.press(
            "enter", *"Key successes", "enter", *"All", "ctrl+s", "enter", *"went well.", "ctrl+s", "escape"
        )
        assert app.session.overlay == "words"
        assert "Key successes" in app.page_text
    assert entries(sample, "section") == [{**of, "heading": "Key successes", "text": "All\nwent well."}]


async def test_a_section_needs_its_text_and_is_taken_out_where_all_is_empty(reported):
    before = narrative(reported).read_bytes()
    async with opened(reported, "2", ".", "W", "enter", "ctrl+a", "delete", "ctrl+s") as app:
        assert "Not saved: a section needs its text; empty every field to take it out." in " ".join(
            app.page_text.split()
        )
        assert narrative(reported).read_bytes() == before
        await app.press("tab", "ctrl+a", "delete", "ctrl+s")
    assert [each["text"] for each in entries(reported, "section")] == ["A hard quarter."]
    assert "# agreed" in narrative(reported).read_text(encoding="utf-8")


async def test_a_section_that_someone_changed_meanwhile_is_kept_beside_ones_own(reported):
    async with opened(reported, "2", ".", "W", "enter", *" Mine.") as app:
        someone_changes(reported, "They sat more often.", "Theirs.")
        assert "Theirs stand below yours" in " ".join((await app.press("ctrl+s")).split())
        assert entries(reported, "section")[0]["text"] == "Theirs."
        await app.press("ctrl+s")
    assert entries(reported, "section")[0]["text"] == "They sat more often. Mine.\n\nTheirs."


async def test_a_section_that_someone_took_out_meanwhile_is_told_and_written_anew(reported):
    async with opened(reported, "2", ".", "W", "enter", *" Mine.") as app:
        someone_changes(reported, '[[section]]\nsource = "court"', '[[section]]\nsource = "refuge"')
        assert "They took it out;" in " ".join((await app.press("ctrl+s")).split())
        await app.press("ctrl+s")
    assert [(each.get("source"), each["text"]) for each in entries(reported, "section")] == [
        ("refuge", "They sat more often."), (None, "A hard quarter."), ("court", "They sat more often. Mine."),
    ]  # fmt: skip


async def test_what_a_board_decided_is_written_with_its_day(sample):
    catalogue = sample.root / "catalogue.toml"
    boards = 'reports_to = ["Assurance Group", "Safer Board"]\nlast_period'
    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace("last_period", boards, 1), encoding="utf-8")
    async with opened(type(sample)(sample.root), "W", "G", "enter") as app:
        assert "( ) Safer Board" in await app.press("ctrl+t")
        assert "(•) Safer Board" in await app.press("ctrl+t")
        await app.press("enter", *"4 March", "enter", *"That the report be noted", "ctrl+s")
        assert "Not saved: '4 March' is no day as 2024-03-04 is." in app.page_text
        await app.press("shift+tab", "ctrl+a", *"2024-03-04", "ctrl+s", "escape")
        assert "4 March 2024" in app.page_text
    assert entries(sample, "resolution") == [
        {"board": "Safer Board", "date": date(2024, 3, 4), "text": "That the report be noted"}
    ]


async def test_unsaved_words_of_the_report_ask_before_one_leaves(reported):
    async with opened(reported, "W", "enter", "x") as app:
        assert "These words are not saved" in await app.press("escape")
        await app.press("escape")
        assert app.session.overlay == "words"
        await app.press("escape")
        assert app.session.overlay is None


@pytest.mark.parametrize("keys", [("7", "w"), ("W", "enter"), ("W", "G", "enter")])
async def test_where_nothing_can_be_written_that_is_said_before_anyone_types(sample, keys):
    narrative(sample).chmod(0o444)
    async with opened(sample, *keys) as app:
        assert "narrative.toml of Q3 2023/24 is read-only." in app.page_text
        assert app.session.overlay in {None, "words"}


async def test_a_line_takes_no_line_ends(reported):
    async with opened(reported, "2", ".", "W", "enter", "shift+tab") as app:
        from textual import events

        app.post_message(events.Paste("\nof the\ncounty"))
        await app.press("ctrl+s")
    assert entries(reported, "section")[0]["heading"] == "The courts of the county"
