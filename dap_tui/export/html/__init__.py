"""The report as one HTML file with charts: for a board that will never open a terminal."""

from __future__ import annotations

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.options import Options, View


def to_html(assessment: Assessment, assessor: Assessor, options: Options) -> str:
    """The report of a period, its board view, or a page on each indicator that was asked for.

    The same bytes for the same workspace. Raises NotKnown for an indicator that is not in the report.
    """
    from dap_tui.export.html.board import board_view, lead
    from dap_tui.export.html.document import ONE_PAGE, content, contents, document, drawn
    from dap_tui.export.html.indicator import indicator_pages
    from dap_tui.export.html.markup import NOTHING
    from dap_tui.export.html.opening import masthead, warning
    from dap_tui.export.html.page import Page
    from dap_tui.export.html.report import report
    from dap_tui.export.last_year import as_held, lacks_last_year
    from dap_tui.period import Quarter

    lacks = lacks_last_year(assessment, options)
    page = Page(assessment, as_held(assessment, options))
    name, period = assessment.catalogue.partnership.name, assessment.period.shown
    end = warning(assessment)
    if options.indicators:
        return document(f"{name}: indicators, {period}", content(*indicator_pages(page), end, kind=ONE_PAGE))
    kind, leads = None, NOTHING
    if options.view is View.EXCEPTIONS:
        kind, leads = ONE_PAGE, lead(page)
        subject, chapters = f"exceptions, {period}", [*board_view(page)]
    else:
        is_quarter = isinstance(assessment.period, Quarter)
        subject, chapters = period if is_quarter else f"annual report {period}", [*report(page, assessor)]
    opening = (masthead(page, subject, lacks, leads), contents(chapters))
    return document(f"{name}: {subject}", *opening, content(drawn(chapters), end, kind=kind))
