"""The program, written in as a person does it, and the file that the words go into."""

from __future__ import annotations

import tomllib
from contextlib import asynccontextmanager

from dap_tui.tui.app import DapApp
from dap_tui.tui.theme import Theme


@asynccontextmanager
async def opened(desk, *keys, size=(120, 40)):
    """The program in front of a desk's workspace, once some keys were pressed."""
    app = DapApp(desk.session, Theme("dark"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()

        async def press(*more):
            for key in more:
                await pilot.press(key)
            await pilot.pause()
            return app.page_text

        async def click(x, y):
            await pilot.click(offset=(x, y))
            await pilot.pause()
            return app.page_text

        app.press, app.click = press, click
        await press(*keys)
        yield app


def narrative(desk):
    """The file that the words go into."""
    return desk.root / "returns" / "2023-24-Q3" / "narrative.toml"


def entries(desk, kind="exception"):
    """Its entries, as TOML has them."""
    return tomllib.loads(narrative(desk).read_text(encoding="utf-8")).get(kind, [])


def decision_on(desk, indicator):
    """The entry on an indicator."""
    return next((each for each in entries(desk) if indicator in each["indicators"]), None)


def someone_adds(desk, text):
    """Someone else writes at the end of the file."""
    narrative(desk).write_text(narrative(desk).read_text(encoding="utf-8") + text, encoding="utf-8")


def someone_changes(desk, before, after):
    """Someone else changes words in the file."""
    text = narrative(desk).read_text(encoding="utf-8")
    assert before in text
    narrative(desk).write_text(text.replace(before, after), encoding="utf-8")
