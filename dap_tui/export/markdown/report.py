"""The whole report of a quarter or a year, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.groups import parts_of, sections_elsewhere
from dap_tui.export.markdown.appendix import definitions, glossary, legend
from dap_tui.export.markdown.chapters import action_plan, outlook, part_chapter, resolutions, sections
from dap_tui.export.markdown.exceptions import exceptions
from dap_tui.export.markdown.opening import closing, opening, summary
from dap_tui.export.markdown.text import inline
from dap_tui.export.markdown.variation import variation
from dap_tui.export.options import Options
from dap_tui.export.rows import columns_of
from dap_tui.period import Quarter


def report(assessment: Assessment, assessor: Assessor, options: Options, lacks: str | None) -> Iterator[str]:
    """The blocks of the report, in order; `lacks` says what was asked for and is not held."""
    period = assessment.period
    parts = parts_of(assessment, options.by)
    columns = columns_of(period, assessment.positions, options)
    subject = period.shown if isinstance(period, Quarter) else f"annual report {period.shown}"
    yield from opening(assessment, subject, lacks)
    yield from sections([each for each in assessment.sections if not each.source and not each.priority], "##")
    yield from summary(assessment, assessor, parts, options.by)
    for part in parts:
        yield from part_chapter(part, columns, options)
    for heading, found in sections_elsewhere(assessment, options.by):
        yield f"## {inline(heading)}"
        yield from sections(found, "###")
    yield from outlook(assessment, assessor)
    yield from exceptions(assessment)
    yield from variation(assessment)
    yield from action_plan(assessment)
    yield from resolutions(assessment)
    yield from legend(assessment, columns)
    yield from glossary(assessment)
    yield from definitions(assessment)
    yield from closing(assessment)
