"""Exceptions: what is undecided first, then what goes to the board, then what is held; each with why it is here."""

from __future__ import annotations

from collections.abc import Sequence

from dap_tui.assess.position import Position
from dap_tui.export.series import series_of
from dap_tui.finding import Place
from dap_tui.look import DECISION
from dap_tui.narrative import Decision
from dap_tui.tui.canvas import AMBER, QUIET, SOFT, STRONG, TEXT, Area, Ink
from dap_tui.tui.text import balanced, paragraphs
from dap_tui.tui.views.facts import status_words
from dap_tui.tui.views.marks import key_to
from dap_tui.tui.views.overview_words import marks_of, move_of
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.pane import paint_summary
from dap_tui.tui.widgets.parts import ChartBlock, Marked
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Blank, Block
from dap_tui.tui.writing.proposals import Proposal, proposals_of, words_to_start_from
from dap_tui.tui.writing.proposals_view import decided_item

_TWO_COLUMNS = 100
_LEAST_CHART, _MOST_CHART = 6, 18
"""How high the chart is where the rest leaves little room, and much."""
_HEADINGS = {
    Decision.UNDECIDED: "Undecided",
    Decision.REPORT: "To be reported to the board",
    Decision.HOLD: "Held",
}


class Exceptions(View):
    """A list, and what is chosen beside it."""

    name = "exceptions"

    def paint(self, area: Area) -> None:
        """Paint the list and, where there is room, what is chosen."""
        if self.paint_counting(area):
            return
        top = 1 if area.height >= 26 else 0
        if area.width < _TWO_COLUMNS:
            self.scroller.lay(self.blocks(area.width), area.width)
            self.scroller.paint(area.part(0, top, area.width, area.height - top - 1))
            self._paint_summary(area.part(0, area.height - 1, area.width, 1))
            return
        left = area.width * 46 // 100 + 1
        self.scroller.lay(self.blocks(left), left)
        self.scroller.paint(area.part(0, top, left, area.height - top))
        if self.chosen is not None:
            self._paint_chosen(area.part(left, top, area.width - left, area.height - top), self.chosen)

    def make(self, width: int) -> Sequence[Block]:
        """A heading a decision, and the indicators under it."""
        text, end = self.session.glyphs.text, width - 2
        blocks: list[Block] = []
        marks: set[str] = set()
        for decision, heading in _HEADINGS.items():
            found = [
                each
                for each in self.session.assessment.positions
                if each.decision is decision and self.session.is_sought(each.indicator.title, each.indicator.code)
            ]
            ink = AMBER if decision is Decision.UNDECIDED and found else QUIET
            above = 1 if blocks else 0
            blocks.append(Heading(heading, 2, end, f"{len(found)}" if found else "none", ink, above))
            look = DECISION[decision]
            for each in found:
                marks |= marks_of(self.session, each)
                rules = ", ".join(raised.rule.words.lower() for raised in each.exceptions)
                title = text(each.indicator.title)
                sign = self.session.glyphs.shape(look)
                ink = Ink(look.colour, bold=look.colours_word)
                move = move_of(self.session, each)
                aside = "" if move == rules else move
                blocks += [Item(each.indicator.id, sign, ink, title, end, aside, below=text(rules)), Blank()]
            if found:
                blocks.pop()
        key = key_to(self.session, marks, 2, end)
        return [*blocks, Blank(), *key] if key else blocks

    def _paint_summary(self, area: Area) -> None:
        position, (place, total) = self.chosen, self.scroller.count
        if position is None:
            return
        messages = " ".join(each.message for each in position.exceptions)
        signs = status_words(self.session, position)
        paint_summary(area, signs[:1], self.session.glyphs.text(messages), f"{place} of {total}")

    def _paint_chosen(self, area: Area, position: Position) -> None:
        y, end = 0, area.width - 2
        blocks = self._detail(position, area.width, area.height)
        left = area.height - sum(each.height(area.width) for each in blocks)
        for block in (_grown(each, left) for each in blocks):
            lines = block.height(area.width)
            block.paint(area.part(0, y, area.width, lines), chosen=False)
            y += lines
        area.answer(lambda: self.session.open(position.indicator.id), 2, 0, end - 2, 2)

    def _detail(self, position: Position, width: int, height: int) -> list[Block]:
        """Title and status; why it is here; its chart; what was decided."""
        text, end = self.session.glyphs.text, width - 2
        indicator = position.indicator
        signs = status_words(self.session, position)[:1]
        travel = self.session.glyphs.travel(position.travel)[0]
        source = position.catalogue.source.get(indicator.source)
        status = f"{signs[0][2]}, {travel}, {source.name if source else indicator.source}"
        blocks: list[Block] = [Line(each, 2, end, STRONG) for each in balanced(text(indicator.title), end - 2)]
        blocks.append(Marked(signs[0][0], signs[0][1], text(status), 2, end, ink=SOFT))
        blocks.append(Heading("Why it is here", 2, end))
        blocks += [Line(text(f"{each.rule.words}: {each.message}"), 2, end, TEXT) for each in position.exceptions]
        if indicator.limit is not None and indicator.limit.note:
            blocks.append(Line(text(indicator.limit.note), 2, end, TEXT))
        blocks += [Blank(), ChartBlock(series_of(position, 24), 2, end, 11 if height >= 30 else 8)]
        proposals = proposals_of(position)
        if len(proposals) > 1:
            return [*blocks, *self._decided_apart(position, proposals, end)]
        blocks.append(Heading("Decision", 2, end))
        for decision, words in ((Decision.REPORT, "to the board, with these words"),
                                (Decision.HOLD, "not for the board; the words say why")):  # fmt: skip
            is_so = position.decision is decision
            line = f"{'(•)' if is_so else '( )'} {decision.value}: {words}"
            blocks.append(Line(text(line.replace("•", "*") if self.session.glyphs.ascii_only else line), 2, end,
                               STRONG if is_so else SOFT))  # fmt: skip
        said = list(dict.fromkeys(each.text.strip() for each in position.exceptions if each.text))
        blocks.append(Heading("Words for the board", 2, end, "" if said else "none yet"))
        for words in said:
            blocks += [Line(text(each), 2, end, TEXT) for each in paragraphs(words)]
        with_it = self._decided_with(position)
        blocks += [Line(text(f"Together with {'; '.join(with_it)}"), 2, end)] if with_it else []
        if not said:
            blocks.append(Line(text(f"To start from: {words_to_start_from(position)}"), 2, end, QUIET))
        return blocks

    def _decided_apart(self, position: Position, proposals: Sequence[Proposal], end: int) -> list[Block]:
        """Each of its proposals with what was decided on it, and in which words."""
        glyphs = self.session.glyphs
        blocks: list[Block] = [Heading("Decisions", 2, end, "x chooses one")]
        for at, each in enumerate(proposals):
            blocks += [Blank()] if at else []
            blocks.append(decided_item(None, each, glyphs, end))
            blocks += [Line(glyphs.text(words), 4, end, TEXT) for words in each.paragraphs]
        with_it = self._decided_with(position)
        return [*blocks, *([Line(glyphs.text(f"Together with {'; '.join(with_it)}"), 2, end)] if with_it else [])]

    def _decided_with(self, position: Position) -> list[str]:
        """The other indicators that stand under the same decision."""
        own = position.indicator.id
        known = self.session.assessment.position
        together = [each.indicators for each in self.session.assessment.exceptions if own in each.indicators]
        others = dict.fromkeys(one for each in together for one in each if one != own and one in known)
        return [known[each].indicator.name for each in others]

    @property
    def place(self) -> Place | None:
        """Where the decision on what is chosen stands; its figure, while there is none."""
        position = self.chosen
        if position is None:
            return None
        for each in position.narrative.exceptions:
            if position.indicator.id in each.indicators and each.place is not None:
                return each.place
        return super().place

    def table(self) -> tuple[list[str], list[list[str]]]:
        """What is listed."""
        positions = [each for each in self.session.assessment.positions if each.exceptions]
        return ["Indicator", "Exception", "Decision"], [self._cells(each) for each in positions]

    def row(self) -> list[str] | None:
        """What is chosen."""
        return None if self.chosen is None else self._cells(self.chosen)

    def _cells(self, position: Position) -> list[str]:
        decision = position.decision or Decision.UNDECIDED
        messages = " ".join(each.message for each in position.exceptions)
        return [position.indicator.title, messages, DECISION[decision].word]


def _grown(block: Block, left: int) -> Block:
    """A chart with so many lines more as are left, or fewer as are lacking; any other block as it is."""
    if not isinstance(block, ChartBlock):
        return block
    return block._replace(lines=max(_LEAST_CHART, min(block.lines + left, _MOST_CHART)))
