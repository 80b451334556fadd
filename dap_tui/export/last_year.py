"""Last year's figures in brackets, where they were asked for: whether there are any, and what is said where not."""

from __future__ import annotations

from dataclasses import replace

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.words import none_held
from dap_tui.export.options import Options
from dap_tui.period import Quarter


def as_held(assessment: Assessment, options: Options) -> Options:
    """The options without last year's figures where none is held, so that nothing is left room for."""
    return options if lacks_last_year(assessment, options) is None else replace(options, last_year=False)


def lacks_last_year(assessment: Assessment, options: Options) -> str | None:
    """What a report says where last year's figures were asked for and none is held; else None."""
    period = assessment.period
    if not options.last_year or not isinstance(period, Quarter):
        return None
    before = period.year.previous
    is_held = any(
        figures.quarter(each) is not None
        for position in assessment.positions
        for figures in (position.figures, *position.rows.values())
        for each in before.quarters
    )
    return None if is_held else none_held(before)
