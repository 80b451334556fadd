"""Which of an indicator's proposals to decide on, where there are several."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from dap_tui.look import DECISION
from dap_tui.tui.canvas import SOFT, STRONG, Ink
from dap_tui.tui.text import balanced
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Blank, Block
from dap_tui.tui.writing.proposals import Proposal, proposals_of

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.tui.glyphs import Glyphs
    from dap_tui.tui.session import Session


class ProposalsView(View):
    """A list over the view: each proposal with why it is here, what was decided on it, and in which words."""

    name = "proposals"

    def __init__(self, session: Session, decide: Callable[[], None]) -> None:
        """`decide` opens what is chosen."""
        super().__init__(session)
        self._decide = decide
        self._about = ""

    def show(self, indicator: str) -> None:
        """Show the proposals of an indicator, the first one chosen."""
        self._about = indicator
        self.choose(0)

    def depends_on(self) -> tuple[Hashable, ...]:
        """On the indicator."""
        return (self._about,)

    @property
    def chosen(self) -> Position | None:
        """The indicator."""
        return self.session.assessment.position.get(self._about)

    @property
    def _listed(self) -> list[Proposal]:
        """What can be decided on."""
        return [] if self.chosen is None else proposals_of(self.chosen)

    @property
    def proposal(self) -> Proposal | None:
        """The one that is chosen."""
        at = self.scroller.cursor
        return self._listed[at] if isinstance(at, int) and at < len(self._listed) else None

    def make(self, width: int) -> Sequence[Block]:
        """The indicator, and under it what can be decided on."""
        glyphs, end, position = self.session.glyphs, min(width, 102) - 2, self.chosen
        if position is None:
            return ()
        blocks: list[Block] = [Blank()] if width >= 100 else []
        blocks += [Line(each, 2, end, STRONG) for each in balanced(glyphs.text(position.indicator.title), end - 2)]
        blocks.append(Heading("Which to decide on", 2, end, str(len(self._listed))))
        for at, each in enumerate(self._listed):
            blocks += [Blank()] if at else []
            blocks.append(decided_item(at, each, glyphs, end))
            why = [one.message for one in position.exceptions if one.rule.value in each.rules]
            blocks += [Line(glyphs.text(words), 4, end, SOFT) for words in (*why, *each.paragraphs)]
        return blocks

    def opens(self, key: Hashable) -> None:  # noqa: ARG002 # it is the one that is chosen
        """Decide on it."""
        self._decide()


def decided_item(key: Hashable | None, proposal: Proposal, glyphs: Glyphs, end: int) -> Item:
    """A proposal by its name, with what was decided on it."""
    look = DECISION[proposal.decision]
    ink = Ink(look.colour, bold=look.colours_word)
    return Item(key, glyphs.shape(look), ink, glyphs.text(proposal.words), end, look.word)
