"""The table of variation as HTML."""

from __future__ import annotations

from dap_tui.export.html.markup import NOTHING, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.table import figures, plain, table, title
from dap_tui.export.variation import limits_in_words, too_few_in_words, variation_rows


def variation(page: Page) -> Chapter:
    """A row for each indicator that has enough points; how many have not is counted plainly."""
    found = variation_rows(page.assessment)
    rows = [
        [text(said) for said in (each.position.indicator.title, each.mean, each.ordinary, each.latest, each.target)]
        for each in found
    ]
    heads = [
        title("Indicator"),
        figures("Mean"),
        figures("Ordinary variation"),
        plain("Latest point"),
        plain("Target"),
    ]
    drawn = table(page, "Variation", heads, rows) if rows else NOTHING
    said = [limits_in_words(each.position for each in found), too_few_in_words(page.assessment, len(found))]
    return chapter(page, "Variation", drawn, *(words("p", each) for each in said if each))
