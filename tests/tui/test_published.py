"""What was published and is not so any more: marked where the figure stands, and told on the indicator's screen."""

from __future__ import annotations

from datetime import date

import pytest

from dap_tui.publishing import publish
from dap_tui.reading import read_workspace


@pytest.fixture
def revised(sample_folder, desk_at):
    """The sample with quarter 2 published, and people offered an appointment revised from 75% to 60% since."""
    workspace = read_workspace(sample_folder)
    publish(workspace, workspace.period("2023-24-Q2"), (), date(2023, 11, 1), force=True)
    path = sample_folder / "returns/2023-24-Q2/refuge.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("offered,,75%", "offered,,60%"), encoding="utf-8")
    return desk_at(sample_folder)


def test_a_figure_that_was_told_otherwise_has_its_mark(revised):
    assert "60%r" in revised.line("% of people offered")
    revised.height = 70
    assert "r revised" in revised.screen


def test_its_screen_tells_what_was_told(revised):
    revised.height = 80
    screen = revised.press("[", "enter")
    assert "As published" in screen
    assert "Figure: told 75%, now 60%" in screen


def test_nothing_is_told_where_nothing_was_published(sample):
    sample.height = 80
    assert "As published" not in sample.press("enter")
