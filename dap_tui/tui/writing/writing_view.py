"""The page that words are written on: what they are about, what is chosen, the fields, and where they go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dap_tui.export.series import series_of
from dap_tui.tui.canvas import AMBER, QUIET, SOFT, TEXT, Area
from dap_tui.tui.commands import command_for
from dap_tui.tui.text import cut, wrapped
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.chart import paint_chart
from dap_tui.tui.widgets.row import Heading
from dap_tui.tui.writing.about import About, paint_blocks
from dap_tui.tui.writing.choosing import paint_choices, paint_others
from dap_tui.tui.writing.decision_form import DecisionForm
from dap_tui.tui.writing.fields import paint_fields

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.tui.navigation import Navigation
    from dap_tui.tui.widgets.scroller import Block
    from dap_tui.tui.writing.form import AnyForm
    from dap_tui.tui.writing.form_fields import Field

_TWO_COLUMNS = 100
_ROOMY = 26
_LEAST_CHART, _MOST_CHART = 5, 12
_LEAST_FIELD = 3
"""A field's heading and two lines of it."""
_ONE_LINED = 8
"""With fewer lines what is written about is named in one."""
_BELOW_CHART = 19
"""The lines below a chart: what is chosen, six lines of words or more, and what is said of them."""
_RAISED = "Raised by the partnership, whatever the figures say."


class WritingView(View):
    """A form, with what it is about beside it where there is room."""

    name = "writing"

    def __init__(self, navigation: Navigation, leave: Callable[[], None]) -> None:
        """The navigation has the list of exceptions; `leave` goes back to it."""
        super().__init__(navigation.session)
        self._navigation, self._leave = navigation, leave
        self.form: AnyForm | None = None

    def begin(self, form: AnyForm) -> None:
        """Write in a form."""
        self.form = form
        self.turn(0)
        self._navigation.lay("writing")

    def end(self) -> None:
        """Back to where it was begun."""
        self.form = None
        self._navigation.lift()

    def turn(self, by: int) -> bool:
        """To the next field, or the one before, and round."""
        if self.form is not None:
            self.form.turn(by)
            self.name = self.form.keys
        return self.form is not None

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
        indicator = None if self.form is None else self.form.indicator
        return None if indicator is None else self.session.assessment.position.get(indicator)

    def paint(self, area: Area) -> None:
        """Paint the form, and beside it the list of exceptions, or what is written about."""
        form = self.form
        if form is None:
            return
        if form.shows_keys:
            self._paint_keys(area)
            return
        roomy = area.height >= _ROOMY
        top = 1 if roomy else 0
        room = area.height - 2 * top
        if area.width < _TWO_COLUMNS:
            y = paint_blocks(area, self._head(form, area, roomy=roomy), top)
            self._paint_form(area.part(0, 0, area.width, top + room), form, y, roomy=roomy)
            return
        left = area.width * 46 // 100 + 1
        beside = area.part(0, top, left, room)
        right, y = area.part(left, top, area.width - left, room), 0
        if isinstance(form, DecisionForm):
            listed = self._navigation.view_named("exceptions")
            listed.scroller.lay(listed.blocks(left), left)
            listed.scroller.paint(beside, focused=False)
            beside.answer(self._leave, height=beside.height)
            y = paint_blocks(right, self._head(form, right, roomy=roomy))
        else:
            about = About(self.session, form, left - 2)
            below = paint_blocks(beside, about.head(is_cut=False)) + 1
            paint_blocks(beside, about.body(beside.height - below), below)
        self._paint_form(right, form, y, roomy=roomy)

    def _head(self, form: AnyForm, area: Area, *, roomy: bool) -> list[Block]:
        """What it is about, and how that stands where there is room."""
        head = About(self.session, form, area.width - 2).head(is_cut=not roomy)
        return head[:1] if area.height < _ONE_LINED else head

    def _paint_form(self, area: Area, form: AnyForm, y: int, *, roomy: bool) -> None:
        """From line `y` why it is here and what is chosen, at the foot where it goes, and the fields between.

        Where there is no room for all of it, why it is here goes first, then the foot but for a line, then what else
        it is on: the field that is written in is always seen.
        """
        gap, head = (1, 1 if y and form.choices else 0) if roomy else (0, 0)
        says = self._foot(form, area.width - 4)
        unseen = area.part(0, 0, area.width, 0)
        room = area.height - y - 2 * gap - head - (_LEAST_FIELD if form.field is not None else 0)
        chosen = paint_choices(unseen, 0, form.choices_heading, form.choices, self.session, roomy=roomy)
        others = paint_others(unseen, 0, form, self.session, roomy=roomy) if isinstance(form, DecisionForm) else 0
        not_kept = self._not_kept(area.width - 4)
        is_told = bool(form.says or not_kept)
        chosen = min(chosen, max(room if is_told else room + 1, 1))
        if form.field is not None and room - chosen - others < 1:
            others = 0
        most = max(room - chosen - others, 1 if is_told else 0)
        if len(says) > most:
            says = self._foot(form, area.width - 4, is_short=True)
        if len(says) > most:
            says = (*says[: most - 1], cut(f"{says[most - 1]} …", area.width - 4)) if most else ()
        if isinstance(form, DecisionForm):
            y = self._paint_why(area, y, form, most - len(says), roomy=roomy)
        here, end = area.part(0, 0, area.width, y + head + chosen), y + head + chosen
        y = min(paint_choices(here, y, form.choices_heading, form.choices, self.session, roomy=roomy), end)
        if isinstance(form, DecisionForm) and others:
            y = paint_others(area, y, form, self.session, roomy=roomy)
        y += gap if y else 0
        room = area.height - len(says) - gap
        paint_fields(area.part(0, y, area.width, max(room - y, 0)), form, self.session.glyphs, self.turn)
        for line, words in enumerate(says, area.height - len(says)):
            is_warning = not_kept and line == area.height - len(says)
            area.put(2, line, words, AMBER if is_warning else SOFT if form.says else QUIET)

    def _paint_why(self, area: Area, y: int, form: DecisionForm, room: int, *, roomy: bool) -> int:
        """Why the indicator is an exception, in so many lines, and its chart where there is room."""
        text, end, position = self.session.glyphs.text, area.width - 2, self.chosen
        if position is None or room < (4 if roomy else 1):
            return y
        if roomy:
            Heading("Why it is here", 2, end).paint(area.part(0, y, area.width, 3), chosen=False)
            y, room = y + 3, room - 3
        why = (
            [_RAISED]
            if form.is_raised
            else [
                f"{each.rule.words}: {each.message}"
                for each in position.exceptions
                if (form.proposal.is_all or each.rule.value in form.proposal.rules)
                and each.rule.value not in form.left_out
            ]
        )
        if position.indicator.limit is not None and position.indicator.limit.note:
            why.append(position.indicator.limit.note)
        lines = [line for each in why for line in wrapped(text(each), end - 2)]
        most = room if roomy else min(room, 2)
        if len(lines) > most:
            lines = [*lines[: most - 1], cut(f"{lines[most - 1]} …", end - 2)]
        for line in lines:
            area.put(2, y, line, TEXT if roomy else SOFT)
            y += 1
        chart = min(area.height - y - _BELOW_CHART, _MOST_CHART)
        if roomy and chart >= _LEAST_CHART:
            paint_chart(area.part(2, y + 1, end - 2, chart), series_of(position, 24))
            y += 1 + chart
        return y

    def _foot(self, form: AnyForm, width: int, *, is_short: bool = False) -> tuple[str, ...]:
        """What was said last; else whether it is saved, where it goes and, unless short, where its words are from.

        Before it, where that is so, that what is typed is kept nowhere else.
        """
        words = form.says
        if not words:
            begun = "" if form.fields[0].is_unsaved else form.starts_from
            parts = (
                "" if is_short else begun,
                "Not saved." if form.is_unsaved or begun else "",
                f"Goes into {form.file_shown}.",
            )
            words = " ".join(part for part in parts if part)
        not_kept = self._not_kept(width)
        return (*([not_kept] if not_kept else ()), *wrapped(self.session.glyphs.text(words), width))

    def _not_kept(self, width: int) -> str:
        """That words would be lost with the program, in one line; "" where they would not."""
        why, form = self.session.not_kept, self.form
        if not why or form is None or not form.is_unsaved:
            return ""
        return cut(self.session.glyphs.text(f"! Not kept as you type: {why.rpartition(': ')[2]}."), width)

    def _paint_keys(self, area: Area) -> None:
        from dap_tui.tui.writing.words_keys import paint_words_keys

        paint_words_keys(area, self.name, self.session.glyphs)
        area.stand(0)
