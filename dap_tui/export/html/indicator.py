"""A page on each indicator that was asked for: everything that is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.position import Position
from dap_tui.export.facts import facts_of, priorities_served
from dap_tui.export.html.appendix import terms_list
from dap_tui.export.html.chapters import action_table, comment
from dap_tui.export.html.chart.figure import line_chart
from dap_tui.export.html.exceptions import exceptions_of
from dap_tui.export.html.markup import NOTHING, Html, blocks, element, inside, joined, listing, prose, text, words
from dap_tui.export.html.opening import warnings
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import decision, status
from dap_tui.export.html.tables import breakdown_table, years_by_quarters
from dap_tui.export.html.targets import against_target
from dap_tui.export.options import position_asked_for
from dap_tui.export.rows import columns_of
from dap_tui.export.summary import SILENT
from dap_tui.export.terms import terms_of
from dap_tui.export.variation import limits_in_words


def indicator_pages(page: Page) -> Iterator[Html]:
    """An article on each indicator, in the order in which they were asked for; raises NotKnown for another."""
    for position in [position_asked_for(page.assessment, each) for each in page.options.indicators]:
        yield _article(page, position)


def _article(page: Page, position: Position) -> Html:
    assessment, indicator = page.assessment, position.indicator
    name = page.anchor(indicator.id)
    source = assessment.catalogue.source.get(indicator.source)
    where = f"{assessment.catalogue.partnership.name}, {position.period.shown}."
    head = inside(
        "header",
        warnings(assessment),
        element("h1", text(indicator.title), id=name),
        words("p", f"{where} Source: {source.name}." if source else where, "covers"),
        element("p", joined([status(position.status), decision(position.decision)]), class_="standing"),
        words("p", position.sentence, "lead"),
        class_="masthead",
    )
    return inside(
        "article",
        head,
        inside("div", _drawn(page, position), _facts(position), class_="beside"),
        *(each.drawn() for each in _chapters(page, position)),
        aria_labelledby=name,
    )


def _drawn(page: Page, position: Position) -> Html:
    """The chart, and the bullet of a figure that is held against a target."""
    chart = line_chart(position, page)
    drawn = element("figure", chart) if chart else words("p", "There are too few figures for a chart.", "quiet")
    limits = limits_in_words([position])
    return inside("div", drawn, words("p", limits, "quiet") if limits else NOTHING, against_target(position))


def _facts(position: Position) -> Html:
    facts = [fact for fact in facts_of(position) if fact[0] not in {"Priorities", "Trend"}]
    facts.append(("From", _place(position)))
    entries = [blocks(words("dt", name), words("dd", said)) for name, said in facts if said]
    return inside("dl", *entries, class_="facts")


def _place(position: Position) -> str:
    place = position.figure.place if position.figure else None
    if place is None:
        return ""
    at = f"{place.sheet}!{place.cell}" if place.cell else f"line {place.line}"
    return f"{place.file}, {at}"


def _chapters(page: Page, position: Position) -> Iterator[Chapter]:
    indicator, assessment = position.indicator, page.assessment
    for heading, said in (("Definition", indicator.definition), ("Note", indicator.note)):
        if said:
            yield chapter(page, heading, *prose(said))
    terms = terms_of(position)
    if terms:
        yield chapter(page, "Terms", terms_list(terms))
    served = priorities_served(position)
    if served:
        titles = listing(text(each.title) for each in served)
        texts = [paragraph for each in served for paragraph in prose(each.text)]
        yield chapter(page, "Why it matters", words("p", "It serves:"), titles, *texts)
    years = "Years" if indicator.is_yearly else "Years by quarters"
    yield chapter(page, years, *years_by_quarters(page, position))
    if position.breakdown:
        columns = columns_of(position.period, [position], page.options)
        yield chapter(page, "Breakdown", *breakdown_table(page, position, columns))
    comments = comment(position) or ([words("p", SILENT)] if position in assessment.uncommented else [])
    if comments:
        yield chapter(page, "Commentary", *comments)
    if position.exceptions:
        yield chapter(page, "Exceptions", *exceptions_of(position))
    mine = [each for each in assessment.plan if indicator.id in each.action.indicators]
    if mine:
        yield chapter(page, "Actions", action_table(page, mine, f"Actions on {indicator.title}"))
