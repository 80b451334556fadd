"""The page that words are written on: what they are about, the decision, the fields, and where they go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dap_tui.export.series import series_of
from dap_tui.narrative import Decision
from dap_tui.tui.canvas import ACCENT, QUIET, SOFT, STRONG, TEXT, Area
from dap_tui.tui.commands import command_for
from dap_tui.tui.text import balanced, cut, wrapped
from dap_tui.tui.views.facts import status_words
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.chart import paint_chart
from dap_tui.tui.widgets.row import Heading
from dap_tui.tui.writing.decision_form import DecisionForm
from dap_tui.tui.writing.fields import paint_fields
from dap_tui.tui.writing.form import Field, Form

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.tui.navigation import Navigation

_TWO_COLUMNS = 100
_ROOMY = 26
_WAYS = {
    Decision.REPORT: "to the board, with these words",
    Decision.HOLD: "not for the board; the words say why",
    Decision.UNDECIDED: "take the decision back",
}
_RAISED = "Raised by people, whatever the figures say."


class WritingView(View):
    """A form, with the list it was opened from beside it where there is room."""

    name = "writing"

    def __init__(self, navigation: Navigation) -> None:
        """The navigation has the list of exceptions."""
        super().__init__(navigation.session)
        self._navigation = navigation
        self.form: Form | None = None

    def begin(self, form: Form) -> None:
        """Write in a form."""
        self.form = form
        self.turn(0)
        self.session.overlay = "writing"

    def turn(self, by: int) -> None:
        """To the next field, or the one before."""
        if self.form is not None:
            self.form.turn(by)
            words = "writing" if isinstance(self.form, DecisionForm) else "commenting"
            self.name = words if self.form.field is not None else "ticking"

    def takes(self, key: str) -> bool:
        """Whether a key is a command here; what is not is typed."""
        return command_for(key, self.name) is not None

    def types(self, key: str) -> bool:  # noqa: ARG002 # whichever it is
        """Any key closes the list of keys."""
        form = self.form
        if form is None or not form.shows_keys:
            return False
        form.shows_keys = False
        return True

    @property
    def field(self) -> Field | None:
        """The field that is written in."""
        return None if self.form is None else self.form.field

    def typed(self, text: str) -> None:
        """Take in what stands in the field now."""
        if self.form is not None and self.form.field is not None:
            self.form.field.text = text
            if self.form.is_asking:
                self.form.is_asking, self.session.message = False, ""

    def footer_view(self) -> str:
        """The keys of writing."""
        return self.name

    @property
    def chosen(self) -> Position | None:
        """The indicator that is written about."""
        return None if self.form is None else self.session.assessment.position.get(self.form.indicator)

    def paint(self, area: Area) -> None:
        """Paint the form, and beside it the list of exceptions, or what the indicator's figures are."""
        form = self.form
        if form is None:
            return
        if form.shows_keys:
            self._paint_keys(area)
            return
        top = 1 if area.height >= _ROOMY else 0
        room = area.height - 2 * top
        if area.width < _TWO_COLUMNS:
            self._paint_form(area.part(0, top, area.width, room), form)
            return
        left = area.width * 46 // 100 + 1
        beside = area.part(0, top, left, room)
        if isinstance(form, DecisionForm):
            listed = self._navigation.view_named("exceptions")
            listed.scroller.lay(listed.blocks(left), left)
            listed.scroller.paint(beside, focused=False)
        else:
            self._paint_about(beside)
        self._paint_form(area.part(left, top, area.width - left, room), form)

    def _paint_about(self, area: Area) -> None:
        """Title, status, position in words and the chart: what a commentary is about."""
        position = self.chosen
        if position is None:
            return
        y = self._paint_title(area, 0, position, len(balanced(position.indicator.title, area.width - 4)))
        y += 1
        for line in wrapped(self.session.glyphs.text(position.sentence), area.width - 4):
            area.put(2, y, line, TEXT)
            y += 1
        paint_chart(area.part(2, y + 1, area.width - 4, min(area.height - y - 2, 12)), series_of(position, 24))

    def _paint_title(self, area: Area, y: int, position: Position, lines: int) -> int:
        text, end = self.session.glyphs.text, area.width - 2
        titles = balanced(text(position.indicator.title), end - 2)
        for line in titles[:lines] if lines > 1 else [cut(text(position.indicator.title), end - 2)]:
            area.put(2, y, line, STRONG)
            y += 1
        sign = status_words(self.session, position)[0]
        x = area.put(area.put(2, y, sign[0], sign[1]) + 1, y, sign[2], sign[3])
        source = position.catalogue.source.get(position.indicator.source)
        travel = self.session.glyphs.travel(position.travel)[0]
        x = area.put(x + 3, y, text(travel), SOFT)
        area.put(x + 3, y, text(source.name if source else position.indicator.source), QUIET)
        return y + 1

    def _paint_form(self, area: Area, form: Form) -> None:
        """What it is about from the top, where it goes at the foot, and the fields between."""
        position, roomy, y = self.chosen, area.height >= _ROOMY, 0
        is_decision = isinstance(form, DecisionForm)
        if position is not None and (is_decision or area.width < _TWO_COLUMNS // 2 or area.x == 0):
            y = self._paint_title(area, y, position, 3 if roomy else 1)
        if isinstance(form, DecisionForm):
            if position is not None:
                y = self._paint_why(area, y, position, roomy=roomy, is_raised=form.is_raised)
            y = self._paint_decision(area, y, form, roomy=roomy)
        y += 1 if roomy and y else 0
        says = [*self._foot(form, area.width - 4)]
        room = area.height - len(says) - (1 if roomy else 0)
        paint_fields(area.part(0, y, area.width, room - y), form, self.session.glyphs, self.turn)
        for line, words in enumerate(says, area.height - len(says)):
            area.put(2, line, words, SOFT if form.said else QUIET)

    def _paint_why(self, area: Area, y: int, position: Position, *, roomy: bool, is_raised: bool) -> int:
        text, end = self.session.glyphs.text, area.width - 2
        if roomy:
            Heading("Why it is here", 2, end).paint(area.part(0, y, area.width, 3), chosen=False)
            y += 3
        why = [f"{each.rule.words}: {each.message}" for each in position.exceptions]
        why = [_RAISED] if is_raised else why
        if position.indicator.limit is not None and position.indicator.limit.note:
            why.append(position.indicator.limit.note)
        lines = [line for each in why for line in wrapped(text(each), end - 2)]
        if not roomy and len(lines) > 2:
            lines = [lines[0], cut(f"{lines[1]} …", end - 2)]
        for line in lines:
            area.put(2, y, line, TEXT if roomy else SOFT)
            y += 1
        if roomy and area.height >= 32:
            paint_chart(area.part(2, y + 1, end - 2, 7), series_of(position, 24))
            y += 8
        return y

    def _paint_decision(self, area: Area, y: int, form: DecisionForm, *, roomy: bool) -> int:
        """What may be decided, and which indicators it is on."""
        text, end = self.session.glyphs.text, area.width - 2
        ways = [Decision.REPORT, Decision.HOLD, *([Decision.UNDECIDED] if form.stands else [])]
        if roomy:
            Heading("Decision", 2, end).paint(area.part(0, y, area.width, 3), chosen=False)
            y += 3
        x = 2
        for way in ways:
            chosen, word = way is form.decision, "take back" if way is Decision.UNDECIDED else way.value
            sign = ("(*)" if self.session.glyphs.ascii_only else "(•)") if chosen else "( )"
            start = x
            x = area.put(x, y, f"{sign} {word}", STRONG if chosen else SOFT)
            if roomy:
                area.put(max(x + 2, 17), y, text(_WAYS[way]), SOFT if chosen else QUIET)
            area.answer(partial(form.choose, way), start, y, end - start if roomy else x - start)
            x, y = (2, y + 1) if roomy else (x + 3, y)
        return self._paint_others(area, y if roomy else y + 1, form, roomy=roomy)

    def _paint_others(self, area: Area, y: int, form: DecisionForm, *, roomy: bool) -> int:
        """The other indicators under it: in a line, or while one ticks them as a list."""
        if not form.candidates:
            return y
        text, end = self.session.glyphs.text, area.width - 2
        if form.field is not None:
            names = [self._name(each) for each in form.indicators if each != form.indicator]
            words = f"Together with {len(names)}: {'; '.join(names)}" if names else "On this one alone; tab adds others"
            area.put(2, y, cut(text(words), end - 2), SOFT if names else QUIET)
            return y + 1
        if roomy:
            area.put(2, y, "Together with", QUIET)
            y += 1
        lines = 6 if roomy else 4
        first = max(0, min(form.candidate - lines // 2, len(form.candidates) - lines))
        for at, each in enumerate(form.candidates[first : first + lines], first):
            here, sign = at == form.candidate, "[x]" if each in form.indicators else "[ ]"
            if here:
                area.fill("sel", 0, y, area.width, 1)
                area.put(0, y, "▌", ACCENT)
                area.part(0, y, area.width, 1).stand(0)
            area.put(2, y, cut(text(f"{sign} {self._name(each)}"), end - 2), STRONG if here else TEXT)
            area.answer(partial(form.tick, each), 2, y, end - 2)
            y += 1
        return y

    def _name(self, indicator: str) -> str:
        position = self.session.assessment.position.get(indicator)
        return position.indicator.title if position else indicator

    def _foot(self, form: Form, width: int) -> tuple[str, ...]:
        """What was said last; else whether it is saved, and where it goes."""
        words = form.said
        if not words:
            start = isinstance(form, DecisionForm) and form.is_from_sentence and not form.fields[0].is_unsaved
            begun = "Started from the indicator’s own sentence. " if start else ""
            words = f"{begun}{'Not saved. ' if form.is_unsaved or start else ''}Goes into {form.file_shown}."
        return wrapped(self.session.glyphs.text(words), width)

    def _paint_keys(self, area: Area) -> None:
        from dap_tui.tui.writing.words_keys import paint_words_keys

        paint_words_keys(area, self.name, self.session.glyphs)
