"""The whole report of a quarter or a year, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessor
from dap_tui.export.groups import parts_of, sections_elsewhere
from dap_tui.export.html.appendix import definitions, glossary, legend
from dap_tui.export.html.chapters import action_plan, outlook, part_chapter, resolutions, sections
from dap_tui.export.html.exceptions import exceptions
from dap_tui.export.html.markup import prose
from dap_tui.export.html.opening import summary
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.targets import targets
from dap_tui.export.html.variation import variation
from dap_tui.export.rows import columns_of


def report(page: Page, assessor: Assessor) -> Iterator[Chapter]:
    """The chapters of the report, in order."""
    assessment, by = page.assessment, page.options.by
    parts = parts_of(assessment, by)
    columns = columns_of(assessment.period, assessment.positions, page.options)
    for section in (each for each in assessment.sections if not each.source and not each.priority):
        yield chapter(page, section.heading or "About this report", *prose(section.text))
    yield summary(page, assessor, parts)
    yield from (part_chapter(page, part, columns) for part in parts)
    for heading, found in sections_elsewhere(assessment, by):
        yield chapter(page, heading, *sections(found, "h3"))
    yield from targets(page)
    yield from outlook(page, assessor)
    yield exceptions(page)
    if assessment.positions:
        yield variation(page)
    yield from action_plan(page)
    yield from resolutions(page)
    yield legend(page, columns)
    yield from glossary(page)
    yield from definitions(page)
