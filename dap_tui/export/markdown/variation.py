"""The table of variation in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.text import inline
from dap_tui.export.variation import limits_in_words, too_few_in_words, variation_rows


def variation(assessment: Assessment) -> Iterator[str]:
    """A row for each indicator that has enough points; how many have not is counted plainly."""
    if not assessment.positions:
        return
    yield "## Variation"
    rows = variation_rows(assessment)
    if rows:
        yield table(
            [
                Heading("Indicator", 34),
                Heading("Mean", 9, is_figures=True),
                Heading("Ordinary variation", 16, is_figures=True),
                Heading("Latest point", 30),
                Heading("Target", 24),
            ],
            [
                [inline(each.position.indicator.title), each.mean, each.ordinary, each.latest, each.target]
                for each in rows
            ],
        )
    yield limits_in_words(each.position for each in rows) or ""
    yield too_few_in_words(assessment, len(rows)) or ""
