"""A page on each indicator that was asked for: everything that is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.export.chart_words import described
from dap_tui.export.facts import facts_of, priorities_served
from dap_tui.export.markdown.appendix import terms_list
from dap_tui.export.markdown.chapters import actions, comment_blocks
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.tables import breakdown_table, status_text, years_by_quarters
from dap_tui.export.markdown.text import bold, inline, line, prose
from dap_tui.export.options import Options, position_asked_for
from dap_tui.export.plot import Frame, Letters, plot
from dap_tui.export.rows import columns_of
from dap_tui.export.series import series_of
from dap_tui.export.summary import SILENT
from dap_tui.export.terms import terms_of
from dap_tui.export.variation import limits_in_words
from dap_tui.export.wording import not_for_publication, warnings_of
from dap_tui.look import DECISION

WIDTH, HEIGHT = 68, 12
"""Of the chart in letters: what a page of a Word document has room for."""

MOST_POINTS = 24


def indicator_pages(assessment: Assessment, options: Options) -> Iterator[str]:
    """The blocks of each page, in the order in which the indicators were asked for."""
    for position in [position_asked_for(assessment, each) for each in options.indicators]:
        yield from _page(position, assessment, options)


def _page(position: Position, assessment: Assessment, options: Options) -> Iterator[str]:
    indicator = position.indicator
    yield f"# {inline(indicator.title)}"
    source = assessment.catalogue.source.get(indicator.source)
    name = line(assessment.catalogue.partnership.name)
    yield f"{name}, {position.period.shown}.{f' Source: {inline(source.name)}.' if source else ''}"
    yield from map(bold, warnings_of(assessment))
    yield f"**{inline(position.sentence)}**"
    yield table(
        [Heading(position.period.shown, 18), Heading("", 60)], [[bold(name), text] for name, text in _facts(position)]
    )
    yield from _chart(position)
    yield from _why(position)
    yield "## Years by quarters" if not indicator.is_yearly else "## Years"
    yield from years_by_quarters(position)
    if position.breakdown:
        yield "## Breakdown"
        yield from breakdown_table(position, columns_of(position.period, [position], options), options)
    comments = comment_blocks(position) or ([SILENT] if position in assessment.uncommented else [])
    if comments:
        yield "## Commentary"
        yield from comments
    yield from _exceptions(position)
    mine = [each for each in assessment.plan if indicator.id in each.action.indicators]
    yield from actions(mine, assessment)
    if warning := not_for_publication(assessment):
        yield bold(warning)


def _facts(position: Position) -> list[tuple[str, str]]:
    """Names and Markdown; the priorities have a chapter of their own."""
    found = [("Status", status_text(position.status))]
    found += [(name, inline(text)) for name, text in facts_of(position) if name != "Priorities"]
    found.append(("From", _place(position)))
    return [(name, text) for name, text in found if text]


def _chart(position: Position) -> Iterator[str]:
    """The chart in letters that every font of one width has, and what it shows in words; nothing with one figure."""
    series = series_of(position, MOST_POINTS)
    drawn = plot(series, Frame(WIDTH, HEIGHT, Letters.PLAIN))
    if drawn:
        yield "## Chart"
        lines = ("".join(text for text, _ in line).rstrip() for line in drawn)
        yield "\n".join(["```text", *lines, "```"])
        yield inline(described(series))
        yield limits_in_words([position]) or ""


def _place(position: Position) -> str:
    place = position.figure.place if position.figure else None
    if place is None:
        return ""
    at = f"{place.sheet}!{place.cell}" if place.cell else f"line {place.line}"
    return inline(f"{place.file}, {at}")


def _why(position: Position) -> Iterator[str]:
    """Definition and note, and the priorities it serves: what it counts and why it matters."""
    indicator = position.indicator
    if indicator.definition:
        yield "## Definition"
        yield from prose(indicator.definition)
    if indicator.note:
        yield "## Note"
        yield from prose(indicator.note)
    terms = terms_of(position)
    if terms:
        yield "## Terms"
        yield terms_list(terms)
    served = priorities_served(position)
    if served:
        yield "## Why it matters"
        yield "It serves:"
        yield "\n".join(f"- {line(priority.title)}" for priority in served)
        for priority in served:
            yield from prose(priority.text or "")


def _exceptions(position: Position) -> Iterator[str]:
    if not position.exceptions:
        return
    yield "## Exceptions"
    for each in position.exceptions:
        yield f"{bold(each.rule.words)}, {DECISION[each.decision].word}: {inline(each.message)}"
        yield from prose(each.text or "")
