"""The tables of indicators: by source, and by priority, tag and level."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.sentence import counted
from dap_tui.tui.canvas import QUIET, STRONG, Area, Ink
from dap_tui.tui.session import Session
from dap_tui.tui.text import balanced, cut, first_words, width_of
from dap_tui.tui.views.facts import pane_of, status_words
from dap_tui.tui.views.grouping import Group
from dap_tui.tui.views.sheet import BY_STATUS, BY_TITLE, BY_TRAVEL, SORTS, Sheet, sheet_of
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.columns import Columns
from dap_tui.tui.widgets.pane import paint_below, paint_beside, paint_summary
from dap_tui.tui.widgets.rail import RailItem, paint_rail
from dap_tui.tui.widgets.scroller import Block
from dap_tui.tui.widgets.table_head import paint_heads, paint_spanners

BESIDE = 160
"""From this width the pane stands at the right."""
RAILED = 188
"""From this width there is a rail, and all tables are in one scroll."""
_RAIL, _PANE = 28, 50
_LEAST_ROWS, _PANE_LINES, _SUMMARY_LINES = 8, 12, 2
_ROOMY = 26
"""From this height of the area on there are blank lines about the heading."""


class TableView(View):
    """Tables of indicators, one of which is shown; or, where there is room, all of them one under another."""

    def __init__(self, session: Session, name: str, groups: Callable[[Assessment], list[Group]]) -> None:
        """`groups` gives the tables of an assessment."""
        super().__init__(session)
        self.name = name
        self._groups_of = groups
        self._grouped: tuple[Assessment, list[Group]] | None = None
        self._group = ""
        self._sort = 0
        self._sheet: Sheet | None = None
        self._all = False
        self._head = 3

    @property
    def groups(self) -> list[Group]:
        """The tables there are, in the period: asked for many times in a painting, and made once."""
        assessment = self.session.assessment
        if self._grouped is None or self._grouped[0] is not assessment:
            self._grouped = (assessment, self._groups_of(assessment))
        return self._grouped[1]

    @property
    def group(self) -> Group:
        """The table that is shown."""
        groups = self.groups
        return next((each for each in groups if each.id == self._group), groups[0])

    def show(self, group: str, indicator: str | None = None) -> None:
        """Show a table, with an indicator of it chosen."""
        self._group = group
        self.scroller.top = 0
        found = next((each for each in self.groups if each.id == group), None)
        if indicator is None and found is not None and found.positions:
            indicator = found.positions[0].indicator.id
        if indicator is not None:
            self.choose((group, indicator))

    def opens(self, key: Hashable) -> None:
        """Open the indicator of a row."""
        if isinstance(key, tuple):
            super().opens(key[1])

    @property
    def has_more_below(self) -> bool:
        """It says which of how many rows is chosen."""
        return self._all and super().has_more_below

    @property
    def chosen(self) -> Position | None:
        """The indicator of the chosen row."""
        key = self.scroller.cursor
        return self.session.assessment.position.get(key[1]) if isinstance(key, tuple) else None

    def depends_on(self) -> tuple[Hashable, ...]:
        """Which tables are shown, in which order, and whether every exception is known."""
        return (self._all, None if self._all else self.group.id, self._sort, self.session.count.is_done,
                self.session.changed)  # fmt: skip

    def make(self, width: int) -> Sequence[Block]:
        """The rows of the tables that are shown."""
        groups = self.groups if self._all else [self.group]
        self._sheet = sheet_of(self.session, groups, width, sort=self._sort, headed=self._all)
        return self._sheet.blocks

    def paint(self, area: Area) -> None:
        """Paint the tables, and what is chosen beside or below."""
        self._all = area.width >= RAILED
        left = _RAIL if self._all else 0
        beside = area.width >= BESIDE
        width = area.width - left - (_PANE if beside else 0)
        blocks = self.blocks(width)
        lines = self.scroller.lay(blocks, width)
        assert self._sheet is not None  # noqa: S101 # making the blocks made it
        self._head = head = self._head_lines(area.height, width)
        pane = 0 if beside else self._pane_lines(area, lines + head)
        table = area.part(left, 0, width, area.height - pane)
        self._paint_head(table, self._sheet.columns, roomy=area.height >= _ROOMY)
        self.scroller.paint(table.part(0, head, width, table.height - head))
        if self._all:
            paint_rail(area.part(0, 0, _RAIL - 2, area.height), "Sources" if self.name == "sources" else "Priorities",
                       self._rail(), self.session.glyphs)  # fmt: skip
        self._paint_chosen(area, pane, beside=beside)

    def _pane_lines(self, area: Area, table: int) -> int:
        """How high the pane is: a summary's lines where the table would be left with fewer than eight rows."""
        if area.width < 100 or area.height < _LEAST_ROWS + 4 + _PANE_LINES:
            return 1 if self._hidden or area.height < _LEAST_ROWS + 4 + _SUMMARY_LINES else _SUMMARY_LINES
        return max(_PANE_LINES, min(area.height - table - 1, 22))

    def _paint_chosen(self, area: Area, pane: int, *, beside: bool) -> None:
        position = self.chosen
        if beside:
            if position is not None:
                paint_beside(
                    area.part(area.width - _PANE + 2, 1, _PANE - 4, area.height - 1), pane_of(self.session, position)
                )
        elif pane <= _SUMMARY_LINES:
            self._paint_summary(area.part(0, area.height - pane, area.width, pane), position)
        elif position is not None:
            below = area.part(0, area.height - pane, area.width, pane)
            paint_below(below, pane_of(self.session, position))
            if self.scroller.is_more_below:
                place, total = self.scroller.count
                more = "more below" if self.session.glyphs.ascii_only else "more ↓"
                below.right(area.width - 2, 0, f" {place} of {total}, {more} ", QUIET)

    @property
    def _hidden(self) -> int:
        """How many columns there is no room for."""
        return self._sheet.columns.hidden if self._sheet else 0

    def _paint_summary(self, area: Area, position: Position | None) -> None:
        place, total = self.scroller.count
        more = " ↓" if self.scroller.is_more_below and not self.session.glyphs.ascii_only else ""
        hidden = self._hidden
        if hidden:
            say = f"{counted(hidden, 'column')} out of sight, ⏎ shows them"
            area.fill("panel")
            area.put(2, 0, self.session.glyphs.text(say)[: area.width - 4], QUIET)
            return
        signs = [] if position is None else status_words(self.session, position)
        words = "" if position is None else self.session.glyphs.text(position.sentence)
        paint_summary(area, signs, words, f"{place} of {total}{more}")

    def _head_lines(self, height: int, width: int) -> int:
        """The lines above the rows: heading, heads and their hairline, with blanks where there is room."""
        if self._all:
            return 3
        return (3 if height < _ROOMY else 5) + len(self._choice(width)[0]) - 1

    def _paint_head(self, area: Area, columns: Columns, *, roomy: bool) -> None:
        if not self._all:
            self._paint_choice(area, 1 if roomy else 0)
        y = self._head - 2
        paint_heads(area, columns, y, self.session.period)
        self._answer_heads(area, columns, y)
        if roomy or self._all:
            paint_spanners(area, columns, y - 1, always=self._all)
        area.rule(y + 1, 2, area.width - 4)

    def _choice(self, width: int) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
        """The lines of the table's heading, and the tables to choose from beside it, each with its group."""
        text, groups, current = self.session.glyphs.text, self.groups, self.group
        tabs = [(text(each.tab), each.id) for each in groups]
        heading = text(current.heading)
        room = max(width - 6 - min(width_of(heading), width // 2), 0)
        if _size_of(tabs) > room:
            shorter = first_words([tab for tab, _ in tabs])
            tabs = [(text(name), group) for name, (_, group) in zip(shorter, tabs, strict=True)]
        if _size_of(tabs) > room:
            at = [each.id for each in groups].index(current.id) + 1
            tabs = [(f"{at} of {len(groups)}", current.id)]
        first, *rest = balanced(heading, width - 6 - _size_of(tabs))
        return ((first, cut(" ".join(rest), width - 4)) if rest else (first,)), tabs

    def _paint_choice(self, area: Area, y: int) -> None:
        """The table's heading, and the others to choose from."""
        heading, tabs = self._choice(area.width)
        end = area.width - 2
        for tab, group in reversed(tabs):
            start = end - width_of(tab)
            chosen = group == self.group.id
            area.put(start, y, tab, Ink("accent", underline=True) if chosen and len(tabs) > 1 else QUIET)
            area.answer(partial(self.show, group), start, y, width_of(tab))
            end = start - 3
        for line, words in enumerate(heading):
            area.put(2, y + line, words, STRONG)

    def _rail(self) -> list[RailItem]:
        key = self.scroller.cursor
        here = key[0] if isinstance(key, tuple) else None
        text = self.session.glyphs.text
        return [
            RailItem(
                text(each.name),
                tuple(position.status for position in each.positions) if self.session.count.is_done else (),
                each.id == here,
                partial(self._jump, each),
            )
            for each in self.groups
        ]

    def _jump(self, group: Group) -> None:
        self._group = group.id
        if group.positions:
            self.scroller.choose((group.id, group.positions[0].indicator.id))

    def turn(self, by: int) -> bool:
        """To the table before or after; False where there is none."""
        groups = self.groups
        key = self.scroller.cursor
        here = key[0] if self._all and isinstance(key, tuple) else self.group.id
        places = [each.id for each in groups]
        at = (places.index(here) if here in places else 0) + by
        if not 0 <= at < len(groups):
            return False
        if self._all:
            self._jump(groups[at])
        else:
            self.show(groups[at].id)
        return True

    def indicators(self) -> list[str]:
        """The indicators of the tables that are shown, in their order."""
        return [] if self._sheet is None else [each.indicator.id for each in self._sheet.positions]

    def follow(self, indicator: str) -> bool:
        """Choose an indicator, in the table that is shown or the first that has it."""
        groups = [self.group, *self.groups]
        for group in groups:
            if any(each.indicator.id == indicator for each in group.positions):
                self._group = group.id
                self.choose((group.id, indicator))
                return True
        return False

    def _answer_heads(self, area: Area, columns: Columns, y: int) -> None:
        """A click on the head of status, indicator or travel sorts by it; another, in the report's order again."""
        area.answer(partial(self._sort_by, BY_STATUS), columns.status, y, columns.title - columns.status)
        area.answer(partial(self._sort_by, BY_TITLE), columns.title, y, columns.title_width)
        if columns.travel is not None:
            area.answer(partial(self._sort_by, BY_TRAVEL), columns.travel, y, 8)

    def _sort_by(self, sort: int) -> None:
        self._sort = 0 if self._sort == sort else sort
        self.session.message = f"{SORTS[self._sort].words}."

    @property
    def idle(self) -> frozenset[str]:
        """Without a year before there are no figures of it."""
        return frozenset() if self.session.has_last_year else frozenset({"last_year"})

    def sort(self) -> str:
        """Sort by the next of the ways there are."""
        self._sort = (self._sort + 1) % len(SORTS)
        return SORTS[self._sort].words

    def table(self) -> tuple[list[str], list[list[str]]] | None:
        """The rows that are shown, as the report has them."""
        return None if self._sheet is None else (self._sheet.heads(), self._sheet.table())

    def row(self) -> list[str] | None:
        """The chosen row."""
        return None if self._sheet is None or self.chosen is None else self._sheet.row(self.chosen)


def _size_of(tabs: Sequence[tuple[str, str]]) -> int:
    return sum(width_of(tab) + 3 for tab, _ in tabs) - 3
