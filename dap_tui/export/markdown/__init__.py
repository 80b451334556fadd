"""The report as Markdown, as a careful officer would lay it out; it reads the same wherever it is rendered."""

from __future__ import annotations

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.options import Options, View


def to_markdown(assessment: Assessment, assessor: Assessor, options: Options) -> str:
    """The report of a period, its board view, or a page on each indicator that was asked for.

    The same bytes for the same workspace. Raises NotKnown for an indicator that is not in the report.
    """
    from dap_tui.export.last_year import as_held, lacks_last_year
    from dap_tui.export.markdown.text import document

    lacks, options = lacks_last_year(assessment, options), as_held(assessment, options)
    if options.indicators:
        from dap_tui.export.markdown.indicator import indicator_pages

        return document(indicator_pages(assessment, options))
    if options.view is View.EXCEPTIONS:
        from dap_tui.export.markdown.board import board_view

        return document(board_view(assessment, options, lacks))
    from dap_tui.export.markdown.report import report

    return document(report(assessment, assessor, options, lacks))
