"""The pane beside or below a table: what is chosen, said at more length, with its chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dap_tui.export.series import Series
from dap_tui.tui.canvas import QUIET, SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.text import balanced, cut, wrapped
from dap_tui.tui.widgets.chart import paint_chart

LABEL = 11
"""The width of a fact's label."""


class Fact(NamedTuple):
    """A label and what it says."""

    label: str
    words: str
    ink: Ink = TEXT


Sign = tuple[str, Ink, str, Ink]
"""Shape and word with their inks."""


class PaneText(NamedTuple):
    """All that the pane says."""

    title: str
    signs: Sequence[Sign]
    sentence: str
    facts: Sequence[Fact]
    chart: Series


def paint_signs(area: Area, end: int, y: int, signs: Sequence[Sign]) -> int:
    """Paint shapes and words so that they end before `end`; gives where they start."""
    for shape, ink, word, word_ink in reversed(signs):
        start = area.right(end, y, word, word_ink)
        area.put(start - 2, y, shape, ink)
        end = start - 2 - 4
    return end + 4


def paint_facts(area: Area, facts: Sequence[Fact]) -> int:
    """Paint facts from the top, as many as there is room for; gives the lines they took."""
    y, before = 0, ""
    for fact in facts:
        lines = wrapped(fact.words, area.width - LABEL)
        if y + len(lines) > area.height:
            lines = lines[: max(area.height - y, 0)]
            if lines:
                lines = (*lines[:-1], cut(f"{lines[-1]} …", area.width - LABEL))
        if not lines:
            break
        area.put(0, y, "" if fact.label == before else fact.label, QUIET)
        for line, text in enumerate(lines, y):
            area.put(LABEL, line, text, fact.ink)
        y, before = y + len(lines), fact.label
    return y


def paint_below(area: Area, pane: PaneText) -> None:
    """The pane under a table: the chart at the left, the facts beside it."""
    area.rule(0)
    inner = area.part(2, 1, area.width - 4, area.height - 1)
    start = paint_signs(inner, inner.width, 0, pane.signs)
    inner.put(0, 0, cut(pane.title, start - 2), STRONG)
    sentence = wrapped(pane.sentence, inner.width)[:2]
    for line, text in enumerate(sentence, 1):
        inner.put(0, line, text, SOFT)
    top = len(sentence) + 2
    half = min(90, inner.width // 2)
    paint_chart(inner.part(0, top, half, inner.height - top), pane.chart)
    paint_facts(inner.part(half + 4, top, inner.width - half - 4, inner.height - top), pane.facts)


def paint_beside(area: Area, pane: PaneText) -> int:
    """The pane at the right of a table, one thing under another; gives the lines it took."""
    titles = balanced(pane.title, area.width)
    for line, text in enumerate(titles):
        area.put(0, line, text, STRONG)
    y, x = len(titles), 0
    for shape, ink, word, word_ink in pane.signs:
        area.put(x, y, shape, ink)
        x = area.put(x + 2, y, word, word_ink) + 4
    y += 2
    for text in wrapped(pane.sentence, area.width):
        area.put(0, y, text, SOFT)
        y += 1
    y += 1
    rows = min(12, max(area.height - y - 8, 6))
    paint_chart(area.part(0, y, area.width, rows), pane.chart)
    y += rows + 1
    return y + paint_facts(area.part(0, y, area.width, area.height - y), pane.facts)


def paint_summary(area: Area, signs: Sequence[Sign], words: str, aside: str) -> None:
    """A line or two in place of the pane: status in words, what there is to say, and where one is in the table."""
    area.fill("panel")
    end = area.right(area.width - 2, 0, aside, QUIET) - 2
    x = 2
    for shape, ink, word, word_ink in signs:
        area.put(x, 0, shape, ink)
        x = area.put(x + 2, 0, word, word_ink) + 2
    if end - x <= 8:
        return
    if area.height == 1:
        area.put(x, 0, cut(words, end - x), SOFT)
        return
    first = next(iter(wrapped(words, end - x)), "")
    area.put(x, 0, first, SOFT)
    area.put(4, 1, cut(words[len(first) :].lstrip(), area.width - 6), SOFT)
