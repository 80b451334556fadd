"""What a report is written as, and the text of one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dap_tui.assess.assessment import Assessor
    from dap_tui.export.options import Options
    from dap_tui.period import Period


class Format(StrEnum):
    """What a report is written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    CSV = "csv"

    @property
    def suffix(self) -> str:
        """What the name of such a file ends in."""
        return ".md" if self is Format.MARKDOWN else f".{self.value}"

    @property
    def has_all(self) -> bool:
        """Whether it has every field of every indicator, whatever view or grouping is asked for."""
        return self in {Format.JSON, Format.CSV}


def report_text(assessor: Assessor, period: Period, written_as: Format, options: Options) -> str:
    """The report of a period in a format; only what that needs is imported."""
    assessment = assessor.assess(period)
    match written_as:
        case Format.JSON:
            from dap_tui.export.json_format import to_json

            return to_json(assessment, options)
        case Format.CSV:
            from dap_tui.export.csv_format import to_csv

            return to_csv(assessment, assessor, options)
        case Format.HTML:
            from dap_tui.export.html import to_html

            return to_html(assessment, assessor, options)
        case Format.MARKDOWN:
            from dap_tui.export.markdown import to_markdown

            return to_markdown(assessment, assessor, options)
