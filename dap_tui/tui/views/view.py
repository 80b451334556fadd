"""What every view can do."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from dap_tui.finding import Place
from dap_tui.tui.canvas import QUIET, Area
from dap_tui.tui.widgets.scroller import Block, Scroller

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.tui.session import Session


NOT_FOUND: Final = "Not on this screen; Ctrl+P looks through all."
"""What stands where a search has left nothing."""


class View:
    """A view over the session, with one column of blocks that the keys move in."""

    name = ""
    tells_counting = False
    """Whether it says how far the period has been counted."""

    def __init__(self, session: Session) -> None:
        """The session is shared by all views."""
        self.session = session
        self.scroller = Scroller(self.opens)
        self._made: tuple[Hashable, list[Block]] | None = None

    def opens(self, key: Hashable) -> None:
        """Open what a block stands for: its indicator, where it is one."""
        if isinstance(key, str) and key in self.session.assessment.position:
            self.session.open(key)

    def blocks(self, width: int) -> Sequence[Block]:
        """The blocks at this width; made anew only when what they show is another."""
        key = (self.session.key_of(), width, *self.depends_on())
        if self._made is None or self._made[0] != key:
            self._made = (key, list(self.make(width)))
        return self._made[1]

    def depends_on(self) -> tuple[Hashable, ...]:
        """What the blocks depend on besides the session."""
        return ()

    def make(self, width: int) -> Sequence[Block]:  # noqa: ARG002 # each view does with it what it needs
        """Make the blocks."""
        return ()

    def paint(self, area: Area) -> None:
        """Paint the view."""
        self.scroller.lay(self.blocks(area.width), area.width)
        self.scroller.paint(area)

    @property
    def has_more_below(self) -> bool:
        """Whether there is more below than is seen, and the view does not say so itself."""
        return self.scroller.is_more_below

    def paint_counting(self, area: Area) -> bool:
        """Say that the period is still being counted, where the view needs all of it; False once it is done."""
        count = self.session.count
        self.tells_counting = not count.is_done
        if count.is_done:
            return False
        words = f"Working out {self.session.period.shown}: {count.seen} of {count.total}"
        area.put(2, 1, self.session.glyphs.text(words), QUIET)
        return True

    @property
    def chosen(self) -> Position | None:
        """The indicator that is chosen, if one is."""
        key = self.scroller.cursor
        return self.session.assessment.position.get(key) if isinstance(key, str) else None

    @property
    def has_chosen(self) -> bool:
        """Whether anything is chosen."""
        return self.scroller.cursor is not None

    @property
    def idle(self) -> frozenset[str]:
        """The commands of the view that would change nothing now."""
        return frozenset()

    @property
    def place(self) -> Place | None:
        """Where what is chosen stands in a file."""
        position = self.chosen
        if position is None:
            return None
        figure = position.figure
        return figure.place if figure is not None and figure.place is not None else position.indicator.place

    def choose(self, key: Hashable) -> None:
        """Have this chosen when the view is next painted."""
        self.scroller.want(key)

    def enter(self) -> None:
        """Open what is chosen."""
        if self.scroller.cursor is not None:
            self.opens(self.scroller.cursor)

    def move(self, by: int) -> None:
        """Up or down."""
        self.scroller.move(by)

    def page(self, by: int) -> None:
        """A screen up or down."""
        self.scroller.page(by)

    def to_end(self, *, last: bool) -> None:
        """To the first or the last."""
        self.scroller.to_end(last=last)

    def scroll(self, by: int) -> None:
        """Scroll lines, as the wheel does."""
        self.scroller.scroll(by)

    def across(self, by: int) -> bool:
        """To the left or right; False where there is nothing further."""
        return self.turn(by)

    def turn(self, by: int) -> bool:  # noqa: ARG002 # only some views have one before and after
        """To the source, priority or indicator before or after; False where there is none."""
        return False

    def sort(self) -> str:
        """Sort another way; gives the words that say how."""
        return ""

    def table(self) -> tuple[list[str], list[list[str]]] | None:
        """What is shown as heads and rows, for copying; None where there is no table."""
        return None

    def row(self) -> list[str] | None:
        """What is chosen as a row of that table."""
        return None

    def copied(self, *, row: bool) -> list[str]:
        """The indicators whose figures stand in that table, or in that row."""
        shown = self.indicators()
        return (
            [each for each in shown if self.chosen is not None and each == self.chosen.indicator.id] if row else shown
        )

    def indicators(self) -> list[str]:
        """The indicators that are shown, in their order."""
        return [each for each in (self._indicator(block.key) for block in self._made[1]) if each] if self._made else []

    def _indicator(self, key: Hashable | None) -> str | None:
        return key if isinstance(key, str) and key in self.session.assessment.position else None

    def follow(self, indicator: str) -> bool:
        """Choose an indicator; False where it is not shown."""
        if indicator not in self.indicators():
            return False
        self.choose(indicator)
        return True

    def back(self) -> bool:
        """A step back inside the view; False where there is none."""
        return False

    def types(self, key: str) -> bool:  # noqa: ARG002 # only a view with a field takes letters
        """Whether the view took a key as typing."""
        return False

    def footer_view(self) -> str:
        """Whose keys the footer names."""
        return self.name
