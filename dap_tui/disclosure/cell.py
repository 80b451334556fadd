"""A cell: one figure that a report can print, and by which a reader could tell another."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from dap_tui.period import Period, on_one_scale


class Kind(StrEnum):
    """Which figure of an indicator in a period it is."""

    VALUE = "value"
    TO_DATE = "to-date"
    OWN = "own-quarter"


class Cell(NamedTuple):
    """A figure by indicator, breakdown row ("" is the total) and period.

    `VALUE` is what was returned for the period, or the outturn of a year; `TO_DATE` and `OWN` are worked out
    from it, of quarters only.
    """

    indicator: str
    row: str
    period: Period
    kind: Kind = Kind.VALUE


WentOut = Mapping[Period, frozenset[tuple[str, str]]]
"""Of each period that was published, what went out as `[c]`: indicator and breakdown row ("" the total)."""


def step_of(period: Period) -> int:
    """When a period is settled: its quarters in order, and the year after its last."""
    year, place = on_one_scale(period)
    return year * 5 + place - 1
