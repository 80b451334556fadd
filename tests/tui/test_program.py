"""The program as Textual runs it: mouse, wheel, resizing."""

from __future__ import annotations

from dap_tui.tui.app import DapApp
from dap_tui.tui.theme import Theme


async def test_the_mouse_chooses_opens_and_scrolls(sample):
    app = DapApp(sample.session, Theme("light"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        lines = app.page_text.splitlines()
        row = next(at for at, line in enumerate(lines) if "No. of people referred" in line)
        await pilot.click(offset=(20, row))
        assert app.page_text.splitlines()[row].startswith("▌")
        await pilot.click(offset=(20, row), times=2)
        assert "Where it came from" in app.page_text
        await pilot.press("escape")
        await pilot.click(offset=(lines[2].index("Targets"), 2))
        assert "125% over" in app.page_text


async def test_a_resized_window_is_painted_for_its_new_size(sample):
    app = DapApp(sample.session, Theme("dark"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "▲ 1" in app.page_text.splitlines()[0]
        assert max(len(line) for line in app.page_text.splitlines()) <= 80
