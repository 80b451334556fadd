"""What was published and is not so any more: marked where the figure stands, and told on the indicator's screen."""

from __future__ import annotations

from datetime import date

import pytest

from dap_tui.publishing import publish
from dap_tui.reading.workspace import read_workspace


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


@pytest.fixture
def repainted(sample_folder, desk_at):
    """The sample with quarter 3 published, and the target of an indicator that was red set lower since."""
    workspace = read_workspace(sample_folder)
    publish(workspace, workspace.period("2023-24-Q3"), (), date(2024, 2, 1), force=True)
    path = sample_folder / "catalogue.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("low = 75", "low = 60"), encoding="utf-8")
    return desk_at


def test_a_target_set_today_does_not_repaint_what_was_told_the_published_status_stands_beside(repainted, sample_folder):
    desk = repainted(sample_folder)
    table = desk.screen
    assert "● green % of people offered" in table
    assert "Published: ■ red, with the target 75–90% on 1 February 2024" in table
    assert "● green    ■ published red" in table
    assert "■ published red" in desk.press("enter")


def test_in_ascii_what_was_told_has_the_shapes_of_ascii(repainted, sample_folder):
    assert (
        "Published: # red, with the target 75-90% on 1 February 2024"
        in repainted(sample_folder, ascii_only=True).screen
    )


def test_nothing_is_told_where_nothing_was_published(sample):
    sample.height = 80
    assert "As published" not in sample.press("enter")
