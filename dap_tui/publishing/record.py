"""The record of what is published of a period."""

from __future__ import annotations

from datetime import date

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.measure import Figure
from dap_tui.published import Published, PublishedIndicator


def record_of(true: Assessment, told: Assessment, hidden: frozenset[tuple[str, str]], day: date) -> Published:
    """What is published on `day`: figures as they are, target, status and travel as they are told.

    `told` is the assessment of the same period for publication, and `hidden` what goes out as `[c]`: (indicator,
    breakdown row), "" the total.
    """
    return Published(
        true.period,
        day,
        {
            each.indicator.id: _indicator(each, told.position[each.indicator.id], hidden)
            for each in true.positions
            if each.indicator.id in told.position
        },
    )


def _indicator(true: Position, told: Position, hidden: frozenset[tuple[str, str]]) -> PublishedIndicator:
    figure = true.figure or Figure()
    is_withheld = told.travel_is_hidden
    rows = ["", *true.rows]
    return PublishedIndicator(
        true.indicator.id,
        figure.number,
        figure.symbol,
        told.target.shown,
        told.status,
        None if is_withheld else told.travel.arrow,
        None if is_withheld else told.travel.judgement,
        tuple(row for row in rows if (true.indicator.id, row) in hidden),
    )
