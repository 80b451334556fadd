"""What is written about: its name in a line or two, and what one wants to know of it while one writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dap_tui.export.plan import status_word
from dap_tui.export.series import series_of
from dap_tui.narrative import Decision
from dap_tui.tui.canvas import QUIET, SOFT, STRONG, TEXT, Area
from dap_tui.tui.text import balanced, cut, paragraphs
from dap_tui.tui.views.action_text import action_sign, action_status, action_when, since_words
from dap_tui.tui.views.facts import status_words
from dap_tui.tui.views.marks import mark_at
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.parts import ChartBlock, Marked
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Blank, Block
from dap_tui.tui.writing.resolution_form import ResolutionForm
from dap_tui.tui.writing.section_form import SectionForm
from dap_tui.tui.writing.update_form import UpdateForm

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.narrative import Section
    from dap_tui.tui.session import Session
    from dap_tui.tui.writing.form import AnyForm


class About:
    """What a form is about, as blocks from cell 2 to `end`."""

    def __init__(self, session: Session, form: AnyForm, end: int) -> None:
        """`end` is the cell after the last."""
        self._session, self._form, self._end = session, form, end
        self._text = session.glyphs.text

    def head(self, *, is_cut: bool) -> list[Block]:
        """Its name, in one line where `is_cut`, and how it stands."""
        session, form, end = self._session, self._form, self._end
        title = [*self._title(subject_of(session, form), is_cut=is_cut)]
        position = session.assessment.position.get(form.indicator or "")
        if position is not None:
            return [*title, self._standing(position)]
        if isinstance(form, UpdateForm):
            sign, ink = action_sign(form.planned)
            words = " · ".join(each for each in (action_status(form.planned)[0], action_when(form.planned)) if each)
            return [*title, Marked(sign, ink, self._text(words), 2, end, ink=SOFT)]
        if isinstance(form, SectionForm):
            return [*title, self._line(f"In the report of {session.period.shown}")]
        return title

    def body(self, height: int) -> list[Block]:
        """What one wants to know of it, in so many lines."""
        form = self._form
        position = self._session.assessment.position.get(form.indicator or "")
        if position is not None:
            sentence = Line(self._text(position.sentence), 2, self._end, TEXT)
            return [sentence, Blank(), ChartBlock(series_of(position, 24), 2, self._end, max(min(height - 4, 12), 4))]
        if isinstance(form, UpdateForm):
            return [*self._said_before(form), *self._meant_to_move(form)]
        if isinstance(form, SectionForm):
            return [*self._of_section(form.section)]
        return [*self._reported()] if isinstance(form, ResolutionForm) else []

    def _title(self, title: str, *, is_cut: bool) -> Iterator[Block]:
        title, room = self._text(title), self._end - 2
        for line in [cut(title, room)] if is_cut else balanced(title, room):
            yield Line(line, 2, self._end, STRONG)

    def _line(self, words: str) -> Line:
        return Line(self._text(words), 2, self._end)

    def _standing(self, position: Position) -> Block:
        shape, ink, word, _ = status_words(self._session, position)[0]
        source = position.catalogue.source.get(position.indicator.source)
        travel = self._session.glyphs.travel(position.travel)[0]
        words = f"{word}, {travel}, {source.name if source else position.indicator.source}"
        return Marked(shape, ink, self._text(words), 2, self._end, ink=SOFT)

    def _said_before(self, form: UpdateForm) -> Iterator[Block]:
        """What was said of an action in earlier periods, the latest first."""
        before = [each for each in form.planned.history if each.period != form.period]
        yield Heading("Said before", 2, self._end, "" if before else "nothing")
        for each in reversed(before):
            yield Line(
                self._text(f"{each.period.shown}: {status_word(each.status) or 'no status'}"), 2, self._end, TEXT
            )
            yield from (Line(self._text(words), 4, self._end, SOFT) for words in paragraphs(each.text or ""))

    def _meant_to_move(self, form: UpdateForm) -> Iterator[Block]:
        glyphs = self._session.glyphs
        yield Heading("Meant to move", 2, self._end, "" if form.planned.moved else "no indicator")
        for each in form.planned.moved:
            shape, ink, _ = glyphs.status(each.position.status)
            periods = each.position.period, each.travel.period
            now, then = (mark_at(self._session, each.position, period) for period in periods)
            shown, travel = glyphs.text(f"{each.position.shown}{now}"), glyphs.travel(each.travel)[0]
            title, since = glyphs.text(each.position.indicator.title), glyphs.text(since_words(each, then))
            yield Item(None, shape, ink, title, self._end, f"{travel:<8}", shown, below=since)

    def _of_section(self, section: Section) -> Iterator[Block]:
        assessment = self._session.assessment
        positions: Sequence[Position] = assessment.positions
        if section.source is not None:
            positions = assessment.of_source(section.source)
        elif section.priority is not None:
            priority = assessment.catalogue.priority[section.priority]
            positions = assessment.of_priority(section.priority)
            yield from (self._line(each) for each in paragraphs(priority.text or ""))
        yield Heading("Its indicators", 2, self._end, self._session.period.shown)
        yield from self._listed(positions)

    def _reported(self) -> Iterator[Block]:
        """What the board was shown: what is reported to it, and how much nobody has decided on."""
        assessment = self._session.assessment
        reported = [each for each in assessment.positions if each.decision is Decision.REPORT]
        yield Heading("To be reported to the board", 2, self._end, str(len(reported)) if reported else "nothing")
        yield from self._listed(reported)
        if assessment.undecided:
            yield Blank()
            yield self._line(f"{assessment.undecided} undecided")

    def _listed(self, positions: Sequence[Position]) -> Iterator[Block]:
        glyphs = self._session.glyphs
        for each in positions:
            shape, ink, _ = glyphs.status(each.status)
            travel, shown = glyphs.travel(each.travel)[0], glyphs.text(each.shown)
            yield Item(None, shape, ink, glyphs.text(each.indicator.name), self._end, f"{travel:<8}", shown, ink=SOFT)


def subject_of(session: Session, form: AnyForm) -> str:
    """What a form is about, by its name."""
    position = session.assessment.position.get(form.indicator or "")
    if position is not None:
        return position.indicator.title
    if isinstance(form, UpdateForm):
        return form.planned.action.title
    if isinstance(form, SectionForm):
        return named(session, form.section)
    return f"A board’s resolution on the report of {form.period.shown}"


def named(session: Session, section: Section) -> str:
    """What a section is of."""
    catalogue = session.assessment.catalogue
    if section.source is not None:
        return catalogue.source[section.source].heading
    if section.priority is not None:
        return catalogue.priority[section.priority].title
    return "The whole report"


def paint_blocks(area: Area, blocks: Sequence[Block], y: int = 0) -> int:
    """Blocks one under another from a line on, as many as fit whole; gives the line after them."""
    for each in blocks:
        lines = each.height(area.width)
        if y + lines > area.height:
            area.put(2, min(y, area.height - 1), "…", QUIET)
            return area.height
        each.paint(area.part(0, y, area.width, lines), chosen=False)
        y += lines
    return y
