"""How to read the report: what its shapes, marks and words mean, the glossary and the definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dap_tui.assess.assessment import Assessment
from dap_tui.export.facts import labels_of
from dap_tui.export.legend import decisions_used, good_in_words, judged, share_in_words, signs_in_words, travel_in_words
from dap_tui.export.markdown.table import Heading, table
from dap_tui.export.markdown.tables import status_text
from dap_tui.export.markdown.text import bold, inline, line
from dap_tui.export.wording import judged_otherwise
from dap_tui.period import Period


def legend(assessment: Assessment, columns: Sequence[Period]) -> Iterator[str]:
    """How each status comes about in this catalogue, and every shape, mark and symbol that the report uses."""
    yield "## How to read this report"
    yield "Status is the figure against its target:"
    yield "\n".join(f"- {status_text(status)}: {inline(words)}" for status, words in judged(assessment))
    yield share_in_words(assessment) or ""
    otherwise = judged_otherwise(assessment)
    if otherwise:
        yield "Judged otherwise:"
        yield "\n".join(f"- {line(indicator.title)}: {inline(words)}" for indicator, words in otherwise)
    yield "Other signs:"
    yield "\n".join(f"- {words}" for words in _signs(assessment, columns))


def _signs(assessment: Assessment, columns: Sequence[Period]) -> Iterator[str]:
    yield from travel_in_words(assessment)
    yield good_in_words("neither")
    marks = [f"{look.shape} {look.word}" for look in decisions_used(assessment)]
    if marks:
        yield f"After a status: {', '.join(marks)} (see Exceptions)."
    yield from map(line, signs_in_words(assessment, columns))


def glossary(assessment: Assessment) -> Iterator[str]:
    """The catalogue's terms, in their order; nothing where it has none."""
    terms = assessment.catalogue.glossary
    if terms:
        yield "## Glossary"
        yield terms_list(terms.items())


def terms_list(terms: Iterable[tuple[str, str]]) -> str:
    """Terms with what each means."""
    return "\n".join(f"- {bold(term)}: {inline(meaning)}" for term, meaning in terms)


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
