"""The symbols and marks that stand in a report's tables, for its legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment
from dap_tui.measure import Figure, Mark, Symbol
from dap_tui.period import Period, on_one_scale


def symbols_used(assessment: Assessment, columns: Sequence[Period]) -> list[Symbol]:
    """The symbols in place of a figure of these periods, or of the same a year before, in their own order."""
    found = {figure.symbol for figure in _figures(assessment, columns)}
    return [symbol for symbol in Symbol if symbol in found]


def marks_used(assessment: Assessment, columns: Sequence[Period]) -> list[Mark]:
    """The marks after a figure of these periods, or of the same a year before, in their own order."""
    found = {mark for figure in _figures(assessment, columns) for mark in figure.marks}
    if _is_any_revised(assessment, columns):
        found.add(Mark.REVISED)
    return [mark for mark in Mark if mark in found]


def _is_any_revised(assessment: Assessment, columns: Sequence[Period]) -> bool:
    """Whether a figure is shown that went out otherwise."""
    periods = {each for column in columns for each in (column, column.year_before)}
    past = [each for each in periods if on_one_scale(each) <= on_one_scale(assessment.period)]
    return any(
        (revised := position.revised(each)) is not None and revised.figure and position.figures.at(each)
        for position in assessment.positions
        for each in past
    )


def _figures(assessment: Assessment, columns: Sequence[Period]) -> Iterator[Figure]:
    periods = [each for column in columns for each in (column, column.year_before)]
    for position in assessment.positions:
        for figures in (position.figures, *(row.figures for row in position.breakdown)):
            yield from (figure for period in periods if (figure := figures.at(period)) is not None)
