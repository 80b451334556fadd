"""The fields of a form, one under another: the one that is written in has what room the others leave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from dap_tui.tui.canvas import ACCENT, FAINT, SOFT, STRONG, Area, Spot
from dap_tui.tui.text import cut, paragraphs, wrapped

if TYPE_CHECKING:
    from dap_tui.tui.glyphs import Glyphs
    from dap_tui.tui.writing.form import AnyForm
    from dap_tui.tui.writing.form_fields import Field


def paint_fields(area: Area, form: AnyForm, glyphs: Glyphs, turn: Callable[[int], object]) -> None:
    """Each field with its heading; the one that is written in has what room the others leave."""
    current, end = form.field, area.width - 2
    gap = 1 if len(form.fields) > 1 and area.height >= 6 * len(form.fields) else 0
    seen = _seen(form, area.height)
    grown = current if current is not None and not current.is_line else form.fields[seen[-1]]
    below = {each: 0 if each is form.fields[-1] else gap for each in form.fields}
    bodies = {each: 1 if each.is_line else 1 + gap for each in form.fields}
    others = sum(1 + bodies[form.fields[at]] + below[form.fields[at]] for at in seen if form.fields[at] is not grown)
    bodies[grown] = max(area.height - others - below[grown] - 1, 1)
    y = 0
    for at in seen:
        each = form.fields[at]
        here = each is current
        area.put(2, y, each.heading, STRONG if here else SOFT)
        area.right(end, y, "editing" if here else "", ACCENT)
        body = area.part(2, y + 1, end - 2, bodies[each])
        body.fill("field")
        for line in range(body.height):
            body.put(0, line, "▌", ACCENT if here else FAINT)
        if here:
            area.canvas.spot = Spot(body.x + 2, body.y, max(body.width - 3, 1), body.height)
        else:
            _paint_words(body, each, glyphs)
            body.answer(partial(turn, at - form.at), height=body.height)
        y += 1 + bodies[each] + below[each]


def _seen(form: AnyForm, height: int) -> range:
    """The fields that are seen: all, or where two lines each do not fit, as many as do, with the one written in."""
    many = min(max(height // 2, 1), len(form.fields))
    last = min(max(form.at + 1, many), len(form.fields))
    return range(last - many, last)


def _paint_words(area: Area, field: Field, glyphs: Glyphs) -> None:
    lines = [line for each in paragraphs(field.text) for line in wrapped(glyphs.text(each), area.width - 4)]
    for y, line in enumerate(lines[: area.height]):
        more = len(lines) > area.height == y + 1
        area.put(2, y, cut(f"{line} …", area.width - 4) if more else line, SOFT)
