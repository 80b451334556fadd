"""What there is to choose besides the words: one of a form's ways, and the rules and indicators of a decision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from dap_tui.catalogue import ExceptionRule
from dap_tui.tui.canvas import ACCENT, QUIET, SOFT, STRONG, TEXT, Area
from dap_tui.tui.text import cut, width_of
from dap_tui.tui.widgets.row import Heading
from dap_tui.tui.writing.decision_form import Candidate

if TYPE_CHECKING:
    from dap_tui.tui.session import Session
    from dap_tui.tui.writing.decision_form import DecisionForm
    from dap_tui.tui.writing.form_fields import Choice

_MEANS = 17
"""The cell that the meaning of a choice begins at."""


def paint_choices(area: Area, y: int, name: str, choices: Sequence[Choice], session: Session, *, roomy: bool) -> int:
    """The ways to choose from, each on a line with what it means where there is room; gives the line after them."""
    text, end = session.glyphs.text, area.width - 2
    if roomy and choices:
        heading = Heading(name, 2, end, above=1 if y else 0)
        heading.paint(area.part(0, y, area.width, 3), chosen=False)
        y += heading.height(area.width)
    x, gap = 2, 3 if roomy else 2
    for each in choices:
        sign = ("(*)" if session.glyphs.ascii_only else "(•)") if each.is_chosen else "( )"
        words = cut(f"{sign} {text(each.word)}", end - 2)
        if x > 2 and (x + width_of(words) > end or (roomy and each.means)):
            x, y = 2, y + 1
        start = x
        x = area.put(x, y, words, STRONG if each.is_chosen else SOFT) + gap
        if roomy and each.means:
            x = area.put(max(x - gap + 2, _MEANS), y, text(each.means), SOFT if each.is_chosen else QUIET)
        area.answer(each.choose, start, y, x - start)
    return y + 1 if choices else y


def paint_others(area: Area, y: int, form: DecisionForm, session: Session, *, roomy: bool) -> int:
    """What else stands under a decision: in a line, or while one ticks it as a list; gives the line after."""
    if not form.candidates:
        return y
    text, end = session.glyphs.text, area.width - 2
    if form.field is not None:
        words, is_said = _in_words(form, session)
        area.put(2, y, cut(text(words), end - 2), SOFT if is_said else QUIET)
        return y + 1
    if roomy:
        area.put(2, y, "What it is on", QUIET)
        y += 1
    lines = 6 if roomy else 4
    first = max(0, min(form.candidate - lines // 2, len(form.candidates) - lines))
    for at, each in enumerate(form.candidates[first : first + lines], first):
        here, sign = at == form.candidate, "[x]" if form.is_ticked(each) else "[ ]"
        if here:
            area.fill("sel", 0, y, area.width, 1)
            area.put(0, y, "▌", ACCENT)
            area.part(0, y, area.width, 1).stand(0)
        area.put(2, y, cut(text(f"{sign} {_name(session, each)}"), end - 2), STRONG if here else TEXT)
        area.answer(partial(form.tick, each), 2, y, end - 2)
        y += 1
    return y


def _in_words(form: DecisionForm, session: Session) -> tuple[str, bool]:
    """What it is on besides the indicator, and whether that is anything but what it is at first."""
    rules = [each for each in form.candidates if each.is_rule]
    apart = [_name(session, each) for each in rules if not form.is_ticked(each)]
    names = [_name(session, Candidate(each)) for each in form.indicators if each != form.indicator]
    said = [f"Together with {len(names)}: {'; '.join(names)}"] if names else []
    said += [f"Leaves undecided: {', '.join(apart).lower()}"] if apart else []
    if said:
        return ". ".join(said), True
    if rules:
        return "On all its exceptions; tab changes what it is on", False
    return "On this one alone; tab adds others", False


def _name(session: Session, candidate: Candidate) -> str:
    if candidate.is_rule:
        return ExceptionRule(candidate.id).words
    position = session.assessment.position.get(candidate.id)
    return position.indicator.title if position else candidate.id
