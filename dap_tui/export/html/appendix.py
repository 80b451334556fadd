"""How to read the report: what its shapes, marks and words mean, the glossary and the definitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment
from dap_tui.catalogue import TargetKind
from dap_tui.export.html.markup import NOTHING, Html, blocks, inside, joined, listing, text, words
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import decision, status
from dap_tui.export.html.table import plain, table, title
from dap_tui.export.markdown.appendix import labels_of
from dap_tui.export.signs import marks_used, symbols_used
from dap_tui.export.wording import judged_in_words, judged_otherwise
from dap_tui.export.years import outturns_in_words
from dap_tui.look import DECISION, NO_FIGURE, mark_in_words, symbol_in_words
from dap_tui.measure import Judgement, Status
from dap_tui.period import Period, Quarter


def legend(page: Page, columns: Sequence[Period]) -> Chapter:
    """How each status comes about in this catalogue, and every shape, mark and symbol that the report uses."""
    assessment = page.assessment
    judged = [*judged_in_words(assessment)]
    if assessment.summary[Status.HIDDEN]:
        judged.append((Status.HIDDEN, "it would tell a small number"))
    entries = [blocks(inside("dt", status(which)), words("dd", said)) for which, said in judged]
    return chapter(
        page,
        "How to read this report",
        words("p", "Status is the figure against its target:"),
        inside("dl", *entries, class_="terms"),
        *_otherwise(assessment),
        words("p", "Other signs:"),
        listing(_signs(assessment, columns)),
    )


def _otherwise(assessment: Assessment) -> Iterator[Html]:
    if isinstance(assessment.period, Quarter) and any(
        each.target.kind is TargetKind.YEAR and each.target.to_date is not None for each in assessment.positions
    ):
        yield words(
            "p",
            "A target for the year is held against its share to date: a quarter of it by quarter 1, half by quarter 2, "
            "three quarters by quarter 3.",
        )
    otherwise = judged_otherwise(assessment)
    if otherwise:
        yield words("p", "Judged otherwise:")
        yield listing(text(f"{indicator.title}: {said}") for indicator, said in otherwise)


def _signs(assessment: Assessment, columns: Sequence[Period]) -> Iterator[Html]:
    neutral = "; moved, where neither way is better" if assessment.travel[Judgement.NEUTRAL] else ""
    yield text(
        "Direction of travel: ↑ the figure rose, ↓ it fell, → it is level, – there is nothing to compare it with; "
        f"improving or worsening, by what is good{neutral}. It says nothing of the target."
    )
    outturns = None if isinstance(assessment.period, Quarter) else outturns_in_words(assessment.positions)
    if outturns:
        yield text(outturns)
    yield text("Good is: high or low, which way is better; band, inside a range; –, neither.")
    decided = {each.decision for each in assessment.positions}
    marks = [decision(each) for each in DECISION if each in decided]
    if marks:
        yield joined([text("Below a status:"), joined(marks, Html(", ")), text("(see Exceptions).")])
    yield text(f"{NO_FIGURE.shape} no figure")
    yield from (text(symbol_in_words(symbol)) for symbol in symbols_used(assessment, columns))
    yield from (text(mark_in_words(mark)) for mark in marks_used(assessment, columns))


def glossary(page: Page) -> Iterator[Chapter]:
    """The catalogue's terms, in their order; nothing where it has none."""
    terms = page.assessment.catalogue.glossary
    if terms:
        entries = [blocks(words("dt", term), words("dd", meaning)) for term, meaning in terms.items()]
        yield chapter(page, "Glossary", inside("dl", *entries, class_="terms"))


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
        (plain("Tags and levels"), [text(labels_of(each)) for each in defined]),
    ]
    kept = [(column, cells) for column, cells in columns if any(cells)]
    rows = [*zip(*(cells for _, cells in kept), strict=True)]
    heads = [column for column, _ in kept]
    yield chapter(page, "Definitions", table(page, "Definitions", heads, rows, restacks=True) if rows else NOTHING)
