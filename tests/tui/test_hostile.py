"""A workspace whose every text is hostile opens every screen."""

from __future__ import annotations

import pytest

from dap_tui.tui.navigation import VIEWS

HOSTILE = "[x][/][@click=app.quit]日本語[/] [bold red]\\u001b[31mESC\\u009b5m\\u202e [[c]] 👩‍👩‍👧 é\\u0301 %s {} ` | *"
TEXTS = (
    "Sampleshire Domestic Abuse Partnership", "The right support", "Sampleshire Refuge", "Accommodation",
    "% of people offered a first appointment within 10 days", "No. of people referred", "Agreed with MARAC in 2019",
    "Offered in 10 days", "Of those referred in the quarter", "Set by the court", "England and Wales", "Strategy 2020",
    "Recruit a second coordinator", "The court can hear 40 in a quarter",
    "The court sat twice as often this quarter.", "Two trials were put off.", "One worker left in October.",
    "Advertised twice.", "Multi-agency risk assessment conference",
)  # fmt: skip


@pytest.fixture
def hostile(sample_folder, desk_at):
    for path in (sample_folder / "catalogue.toml", sample_folder / "returns/2023-24-Q3/narrative.toml"):
        text = path.read_text(encoding="utf-8")
        for each in TEXTS:
            text = text.replace(each, f"{HOSTILE} {each}")
        path.write_text(text, encoding="utf-8")
    for path in sample_folder.glob("returns/*/*.csv"):
        rows = (
            path.read_text(encoding="utf-8").replace("Area A", '"[/] \x1b[2J A"').replace("%,\n", '%,"[@click]\x07"\n')
        )
        path.write_text(rows, encoding="utf-8")
    return desk_at(sample_folder)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_every_screen_shows_hostile_text_as_text(hostile, size):
    hostile.width, hostile.height = size
    for view in [name for name, _ in VIEWS]:
        hostile.deeds.open_view(view)
        for keys in ([], ["enter"], ["enter", "?"], ["/", "[", "x", "]", "enter"], ["ctrl+p", "["]):
            hostile.deeds.open_view(view)
            hostile.session.is_seeking = False
            screen = hostile.press(*keys)
            assert not any((ord(each) < 32 and each != "\n") or 0x7F <= ord(each) < 0xA0 for each in screen)
            assert "\u202e" not in screen


def test_what_looks_like_markup_is_read_as_it_was_written(hostile):
    hostile.width, hostile.height = 200, 60
    assert "[x][/][@click=app.quit]" in hostile.screen.replace("\n", "")


async def test_the_program_itself_shows_it(hostile):
    from dap_tui.tui.app import DapApp
    from dap_tui.tui.theme import Theme

    app = DapApp(hostile.session, Theme("dark"))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("1", "2", "enter", "escape", "3", "4", "5", "6", "enter", "7"):
            await pilot.press(key)
        assert app.is_running
