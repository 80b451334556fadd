"""What was published and is not so now, in one line, for those who do not look for the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.export.cells import marked
from dap_tui.export.told import figure_told, status_told
from dap_tui.export.wording import joined
from dap_tui.look import STATUS
from dap_tui.period import Period, on_one_scale


def revised_in_words(assessment: Assessment, columns: Sequence[Period], most: int | None = None) -> str | None:
    """Which figures of the periods shown, and which of the report's own statuses, were published otherwise; else None.

    Of more than `most` the rest are counted; each is marked in its table.
    """
    found = [said for position in assessment.positions for said in _changes(position, columns)]
    if not found:
        return None
    named = found[:most]
    more = f"and {len(found) - len(named)} more" if len(found) > len(named) else None
    return f"Changed since it was published: {joined([*named, more], '; ')}."


def _changes(position: Position, columns: Sequence[Period]) -> Iterator[str]:
    """`Repeat cases: 31% in Q2 2023/24 (published as 28% on 14 November 2023)`, a figure or status each."""
    indicator = position.indicator
    for period in columns:
        if on_one_scale(period) <= on_one_scale(position.period) and (told := figure_told(position.revised(period))):
            now = marked(indicator, position.figures.at(period)) or "no figure"
            yield f"{indicator.name}: {now} in {period.shown} ({_aside(told)})"
    if told := status_told(position):
        look = STATUS[position.status]
        yield f"{indicator.name}: {look.shape} {look.word} ({_aside(told)})"


def _aside(told: str) -> str:
    return told[0].lower() + told[1:].removesuffix(".")
