"""Overview: how the partnership is doing, on one screen."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from dap_tui.measure import Status
from dap_tui.tui.canvas import Area
from dap_tui.tui.views.checks import Checks
from dap_tui.tui.views.grouping import by_source
from dap_tui.tui.views.overview_columns import OverviewColumns
from dap_tui.tui.views.overview_parts import key_of
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.scroller import Block, Scroller

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.finding import Finding, Place
    from dap_tui.tui.navigation import Navigation

_TWO_COLUMNS = 110


class Overview(View):
    """Two columns, the second of which left and right go to; one under the other where there is no room."""

    name = "overview"

    def __init__(self, navigation: Navigation) -> None:
        """The navigation open tables, indicators and findings."""
        super().__init__(navigation.session)
        self._navigation = navigation
        self._side = Scroller(self.opens)
        self._in_side = False
        self._is_one = False
        self._room = 0
        self._side_width = 0
        self._right: list[Block] = []

    def paint(self, area: Area) -> None:
        """Paint both columns."""
        if self.paint_counting(area):
            return
        self._is_one = area.width < _TWO_COLUMNS
        self._room = 0 if self._is_one else area.height - 1
        if self._is_one:
            self._in_side = False
            super().paint(area)
            return
        self._side_width = side = 43 if area.width < 160 else 70
        left = area.width - side
        self.scroller.lay(self.blocks(left), left)
        self.scroller.paint(
            area.part(0, 1, left - 1, area.height - 1), focused=not self._in_side, marked=not self._in_side
        )
        self._side.lay(self._right, side)
        self._side.paint(area.part(left, 1, side, area.height - 1), marked=self._in_side)
        if area.canvas.cursor is None:
            area.stand(1)

    def depends_on(self) -> tuple[Hashable, ...]:
        """The findings too, and how much room there is."""
        return (id(self.session.reading), self._is_one, self._room, self._side_width)

    def make(self, width: int) -> Sequence[Block]:
        """The left column; all of it where there is one column."""
        columns = OverviewColumns(self.session)
        if self._is_one:
            return columns.one(width - 2)
        left, self._right = columns.two(width - 2, self._side_width - 2, self._room)
        return left

    def opens(self, key: Hashable) -> None:
        """Open a table, an indicator, or the checks."""
        match key:
            case ("sources" | "priorities" as view, str(group)):
                self._navigation.open_table(view, group)
            case ("source", str(source)):
                self._navigation.open_table("sources", f"source:{source}")
            case ("action", str(action)):
                self._navigation.open_view("actions")
                self._navigation.view.choose(("action", action))
            case ("words", _):
                self._navigation.lay("words")
            case ("finding", *_):
                finding = self._finding(key)
                self._navigation.open_view("checks")
                checks = self._navigation.view
                if isinstance(checks, Checks) and finding is not None:
                    checks.show(finding)
            case (_, str(indicator)):
                self.session.open(indicator)

    def _finding(self, key: Hashable) -> Finding | None:
        return next((each for each in self.session.reading.findings if key_of(each) == key), None)

    @property
    def place(self) -> Place | None:
        """Where the chosen indicator's figure stands, or what was found."""
        finding = self._finding(self._active.cursor)
        return super().place if finding is None else finding.place

    @property
    def _active(self) -> Scroller:
        return self._side if self._in_side else self.scroller

    @property
    def has_chosen(self) -> bool:
        """Whether anything is chosen, in the column one is in."""
        return self._active.cursor is not None

    def enter(self) -> None:
        """Open what is chosen."""
        if self._active.cursor is not None:
            self.opens(self._active.cursor)

    def move(self, by: int) -> None:
        """Up or down in the column one is in."""
        self._active.move(by)

    def page(self, by: int) -> None:
        """A screen up or down."""
        self._active.page(by)

    def to_end(self, *, last: bool) -> None:
        """To the first or last."""
        self._active.to_end(last=last)

    def across(self, by: int) -> bool:
        """To the other column; False where there is none, or nothing in it."""
        before, self._in_side = self._in_side, by > 0 and not self._is_one and self._side.count != (0, 0)
        return self._in_side is not before

    @property
    def chosen(self) -> Position | None:
        """The indicator that is chosen, if one is."""
        key = self._active.cursor
        return self.session.assessment.position.get(key[1]) if isinstance(key, tuple) else None

    def table(self) -> tuple[list[str], list[list[str]]]:
        """The tally by source."""
        rows = []
        for group in by_source(self.session.assessment):
            statuses = [each.status for each in group.positions]
            rows.append([group.name, *(str(statuses.count(status)) for status in Status)])
        return ["Source", *(status.value for status in Status)], rows

    def row(self) -> list[str] | None:
        """The chosen source of that table."""
        key = self._active.cursor
        groups = [group.id for group in by_source(self.session.assessment)]
        if isinstance(key, tuple) and key[1] in groups:
            return self.table()[1][groups.index(key[1])]
        return None
