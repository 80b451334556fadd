"""The chart: where points, labels and axis stand."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from made import between, indicator, position, quarters_from, value

from dap_tui.export.series import series_of
from dap_tui.tui.canvas import Canvas
from dap_tui.tui.widgets.axis import placed
from dap_tui.tui.widgets.bars import bar
from dap_tui.tui.widgets.bullet import Scaled, halves
from dap_tui.tui.widgets.chart import paint_chart
from dap_tui.tui.widgets.spark import paint_spark, spark


def latest(of, first, *figures):
    series = quarters_from(first, *figures)
    return position(max(series).id, of, series)


def drawn(width, height, of, **painted):
    canvas = Canvas(width, height, **painted)
    paint_chart(canvas.area, series_of(of))
    return canvas.text


def test_labels_of_an_axis_are_placed_from_the_latest_and_never_touch():
    labels = [(cell, "Q1", False) for cell in range(1, 40, 2)]
    starts = sorted(start for start, _, _ in placed(labels, (0, 42)))
    assert all(later - earlier >= 3 for earlier, later in pairwise(starts))
    assert starts[-1] == 38


@pytest.mark.parametrize("width", range(40, 62))
def test_the_last_label_of_an_axis_is_whole(width):
    one = latest(indicator(), "2025-26-Q4", 5, 6)
    assert drawn(width, 9, one).splitlines()[-1].rstrip().endswith(" Q1 2026/27")


@pytest.mark.parametrize("count", [1, 2, 3, 13, 40])
@pytest.mark.parametrize("size", [(44, 10), (60, 8), (20, 5), (12, 3)])
def test_a_chart_is_drawn_at_any_size_with_any_number_of_points(count, size):
    one = latest(indicator(), "2014-15-Q1", *range(5, 5 + count))
    text = drawn(*size, one)
    assert any(sign in text for sign in "●◆◇")
    assert max(len(line) for line in text.splitlines()) <= size[0]


def test_at_44_by_10_first_and_last_year_and_the_latest_figure_can_be_read():
    one = latest(indicator(), "2019-20-Q1", *(40 + at % 5 for at in range(19)), 61)
    text = drawn(44, 10, one)
    assert "61" in text
    assert "2023/24" in text


@pytest.mark.parametrize("rows", [6, 7, 8, 9, 12, 20])
@pytest.mark.parametrize(
    ("targets", "figures"),
    [(value(30), (20, 25, 29, 31)), (value(20), ("19.5", 25, 29, 31)), (value(100), (101, 40, 99, 20))],
)
def test_a_point_that_is_past_a_target_is_not_drawn_on_its_line(rows, targets, figures):
    lines = drawn(60, rows, latest(indicator(targets=targets), "2023-24-Q1", *figures)).splitlines()
    (ruled,) = (line for line in lines if "───" in line)
    assert "●" not in ruled


def test_a_gap_in_the_figures_is_a_gap_in_the_line():
    whole = drawn(40, 8, latest(indicator(), "2023-24-Q1", 1, 2, 3))
    gap = drawn(40, 8, latest(indicator(), "2023-24-Q1", 1, "[x]", 3))
    dots = [sum(0x2800 < ord(each) < 0x2900 for each in text) for text in (whole, gap)]
    assert dots[0] > 10
    assert dots[1] == 0


def test_without_grounds_a_range_has_its_two_lines_and_its_words():
    ranged = indicator("percent", targets=between(28, 40))
    text = drawn(60, 9, latest(ranged, "2023-24-Q1", 26, 28, 30), bands=False)
    assert "target range 28–40%" in text
    assert sum("────" in line for line in text.splitlines()) == 2


def test_in_ascii_nothing_else_is_drawn():
    one = latest(indicator(), "2023-24-Q1", 26, 28, 30)
    assert drawn(60, 9, one, ascii=True).isascii()


def test_a_trend_is_scaled_to_its_own_range():
    assert spark([Decimal(each) for each in (1, 2, 3)]) == "▁▄▇"
    assert spark([Decimal(5), None, Decimal(5)]) == "▄·▄"


def test_bars_and_bullets_are_exact_to_half_a_cell():
    assert bar(Decimal("0.25"), 10) == "━━╸"
    assert halves(Decimal("0.99"), 28) == 28
    assert halves(Decimal(3), 28) == 56
    assert Scaled(None).value is None


@pytest.mark.parametrize(("values", "text"), [((None, 5), ""), ((5, None, None), ""), ((None, 4, 5), "▁▇")])
def test_one_figure_is_no_trend(values, text):
    canvas = Canvas(8, 1)
    paint_spark(canvas.area, 8, 0, [None if each is None else Decimal(each) for each in values])
    assert canvas.text.strip() == text
