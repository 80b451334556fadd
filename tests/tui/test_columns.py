"""Which columns are shown at which width, and what gives way first."""

from __future__ import annotations

import pytest
from made import quarter

from dap_tui.tui.widgets.columns import columns_for

YEAR = [quarter("2023-24-Q1"), quarter("2023-24-Q2"), quarter("2023-24-Q3")]


def test_at_120_every_column_is_there_and_the_title_has_51_cells():
    columns = columns_for(120, YEAR)
    assert (columns.title_width, columns.good, columns.target, columns.travel, columns.trend) == (51, 63, 68, 98, 108)
    assert [start for _, start in columns.quarters] == [76, 83, 90]
    assert columns.hidden == 0


def test_at_80_polarity_and_trend_give_way_to_a_title_of_34():
    columns = columns_for(80, YEAR)
    assert (columns.title_width, columns.good, columns.trend, columns.hidden) == (34, None, None, 0)
    assert len(columns.quarters) == 3


@pytest.mark.parametrize(
    ("width", "shown", "has_target", "has_travel", "hidden"),
    [
        (72, 3, True, True, 0),
        (66, 2, True, True, 1),
        (60, 1, True, True, 2),
        (48, 1, False, True, 3),
        (40, 1, False, False, 4),
    ],
)
def test_below_80_quarters_go_then_target_then_travel_and_are_counted(width, shown, has_target, has_travel, hidden):
    columns = columns_for(width, YEAR)
    assert len(columns.quarters) == shown
    assert columns.quarters[-1][0] == YEAR[-1]
    assert (columns.target is not None, columns.travel is not None) == (has_target, has_travel)
    assert columns.hidden == hidden


def test_earlier_quarters_join_while_the_title_keeps_48():
    before = [quarter("2022-23-Q3"), quarter("2022-23-Q4")]
    assert len(columns_for(120, YEAR, before).quarters) == 3
    wide = columns_for(136, YEAR, before)
    assert [str(period) for period, _ in wide.quarters][:2] == ["2022-23-Q3", "2022-23-Q4"]
    assert wide.title_width >= 48


@pytest.mark.parametrize("width", range(20, 260))
def test_no_column_reaches_into_another(width):
    columns = columns_for(width, YEAR, figure=7, target=9)
    ends = [columns.title + columns.title_width]
    starts = []
    if columns.target is not None:
        starts.append(columns.target)
        ends.append(columns.target + columns.target_width + 1)
    for _, start in columns.quarters:
        starts.append(start)
        ends.append(start + columns.figure + 1)
    assert width < 40 or all(end <= start for end, start in zip(ends, starts, strict=False))
    assert columns.exception == width - 3
