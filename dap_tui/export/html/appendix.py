"""How to read the report: what its shapes, marks and words mean, the glossary and the definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dap_tui.assess.assessment import Assessment
from dap_tui.export.facts import labels_of
from dap_tui.export.html.markup import NOTHING, Html, blocks, inside, joined, listing, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import decision, status
from dap_tui.export.html.table import plain, table, title
from dap_tui.export.legend import good_in_words, judged, share_in_words, signs_in_words, travel_in_words
from dap_tui.export.wording import judged_otherwise
from dap_tui.look import DECISION
from dap_tui.period import Period


def legend(page: Page, columns: Sequence[Period]) -> Chapter:
    """How each status comes about in this catalogue, and every shape, mark and symbol that the report uses."""
    assessment = page.assessment
    entries = [blocks(inside("dt", status(which)), words("dd", said)) for which, said in judged(assessment)]
    share, otherwise = share_in_words(assessment), judged_otherwise(assessment)
    return chapter(
        page,
        "How to read this report",
        words("p", "Status is the figure against its target:"),
        inside("dl", *entries, class_="terms"),
        words("p", share) if share else NOTHING,
        words("p", "Judged otherwise:") if otherwise else NOTHING,
        listing(text(f"{indicator.title}: {said}") for indicator, said in otherwise),
        words("p", "Other signs:"),
        listing(_signs(assessment, columns)),
    )


def _signs(assessment: Assessment, columns: Sequence[Period]) -> Iterator[Html]:
    yield from map(text, travel_in_words(assessment))
    yield text(good_in_words("–"))
    decided = {each.decision for each in assessment.positions}
    marks = [decision(each) for each in DECISION if each in decided]
    if marks:
        yield joined([text("Below a status:"), joined(marks, Html(", ")), text("(see Exceptions).")])
    yield from map(text, signs_in_words(assessment, columns))


def glossary(page: Page) -> Iterator[Chapter]:
    """The catalogue's terms, in their order; nothing where it has none."""
    terms = page.assessment.catalogue.glossary
    if terms:
        yield chapter(page, "Glossary", terms_list(terms.items()))


def terms_list(terms: Iterable[tuple[str, str]]) -> Html:
    """Terms with what each means."""
    entries = [blocks(words("dt", term), words("dd", meaning)) for term, meaning in terms]
    return inside("dl", *entries, class_="terms")


def definitions(page: Page) -> Iterator[Chapter]:
    """What each indicator counts, with its tags and levels; nothing where none is defined."""
    indicators = [each.indicator for each in page.assessment.positions]
    defined = [each for each in indicators if each.definition or labels_of(each)]
    if not defined:
        return
    columns = [
        (plain("Ref."), [text(each.code or "") for each in defined]),
        (title("Indicator"), [text(each.title) for each in defined]),
        (plain("Definition"), [text(each.definition or "") for each in defined]),
        (plain("Tags and levels", "labels"), [text(labels_of(each)) for each in defined]),
    ]
    kept = [(column, cells) for column, cells in columns if any(cells)]
    rows = [*zip(*(cells for _, cells in kept), strict=True)]
    heads = [column for column, _ in kept]
    yield chapter(page, "Definitions", table(page, "Definitions", heads, rows, restacks=True) if rows else NOTHING)
