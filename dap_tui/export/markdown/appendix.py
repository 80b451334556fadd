"""How to read the report: what its shapes, marks and words mean, the glossary and the definitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.tables import status_text
from dap_tui.export.markdown.text import bold, inline, line
from dap_tui.export.signs import marks_used, symbols_used
from dap_tui.export.wording import judged_in_words, judged_otherwise
from dap_tui.export.years import outturns_in_words
from dap_tui.look import DECISION, NO_FIGURE, mark_in_words, symbol_in_words
from dap_tui.measure import Judgement, Status
from dap_tui.period import Period, Quarter


def legend(assessment: Assessment, columns: Sequence[Period]) -> Iterator[str]:
    """How each status comes about in this catalogue, and every shape, mark and symbol that the report uses."""
    yield "## How to read this report"
    yield "Status is the figure against its target:"
    judged = [*judged_in_words(assessment)]
    if assessment.summary[Status.HIDDEN]:
        judged.append((Status.HIDDEN, "it would tell a small number"))
    yield "\n".join(f"- {status_text(status)}: {inline(words)}" for status, words in judged)
    yield from _otherwise(assessment)
    yield "Other signs:"
    yield "\n".join(f"- {words}" for words in _signs(assessment, columns))


def _otherwise(assessment: Assessment) -> Iterator[str]:
    if isinstance(assessment.period, Quarter) and any(
        each.target.kind is TargetKind.YEAR and each.target.to_date is not None for each in assessment.positions
    ):
        yield (
            "A target for the year is held against its share to date: a quarter of it by quarter 1, half by quarter 2, "
            "three quarters by quarter 3."
        )
    otherwise = judged_otherwise(assessment)
    if otherwise:
        yield "Judged otherwise:"
        yield "\n".join(f"- {line(indicator.title)}: {inline(words)}" for indicator, words in otherwise)


def _signs(assessment: Assessment, columns: Sequence[Period]) -> Iterator[str]:
    travel = assessment.travel
    words = "Direction of travel: ↑ the figure rose, ↓ it fell, → it is level, – there is nothing to compare it with; "
    neutral = "; moved, where neither way is better" if travel[Judgement.NEUTRAL] else ""
    yield f"{words}improving or worsening, by what is good{neutral}. It says nothing of the target."
    outturns = None if isinstance(assessment.period, Quarter) else outturns_in_words(assessment.positions)
    if outturns:
        yield outturns
    decisions = {each.decision for each in assessment.positions} - {None}
    if decisions:
        marks = [f"{look.shape} {look.word}" for decision, look in DECISION.items() if decision in decisions]
        yield f"After a status: {', '.join(marks)} (see Exceptions)."
    yield f"{NO_FIGURE.shape} no figure"
    yield from (line(symbol_in_words(symbol)) for symbol in symbols_used(assessment, columns))
    yield from (line(mark_in_words(mark)) for mark in marks_used(assessment, columns))


def glossary(assessment: Assessment) -> Iterator[str]:
    """The catalogue's terms, in their order; nothing where it has none."""
    terms = assessment.catalogue.glossary
    if terms:
        yield "## Glossary"
        yield "\n".join(f"- {bold(term)}: {inline(meaning)}" for term, meaning in terms.items())


def definitions(assessment: Assessment) -> Iterator[str]:
    """What each indicator counts, with its tags and levels; nothing where none is defined."""
    indicators = [each.indicator for each in assessment.positions]
    labels = {each.id: labels_of(each) for each in indicators}
    defined = [each for each in indicators if each.definition or labels[each.id]]
    if not defined:
        return
    columns = [
        (Heading("Ref.", 5), [inline(each.code or "") for each in defined]),
        (Heading("Indicator", 36), [inline(each.title) for each in defined]),
        (Heading("Definition", 44), [inline(each.definition or "") for each in defined]),
        (Heading("Tags and levels", 16), [inline(labels[each.id]) for each in defined]),
    ]
    filled = [(head, cells) for head, cells in columns if any(cells)]
    yield "## Definitions"
    yield table([head for head, _ in filled], zip(*(cells for _, cells in filled), strict=True))


def labels_of(indicator: Indicator) -> str:
    """An indicator's tags and levels: `Protect, Pursue; levels 3, 4`."""
    levels = ", ".join(map(str, indicator.level))
    said = f"level{'s' if len(indicator.level) > 1 else ''} {levels}" if levels else ""
    return "; ".join(part for part in (", ".join(indicator.tags), said) if part)
