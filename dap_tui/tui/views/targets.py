"""Targets: every indicator that has one, against it, the furthest from it first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from dap_tui.assess.distance import bound_of, distance, margin
from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown
from dap_tui.export.target_words import share_shown
from dap_tui.look import ACTUAL, LAST_YEAR, RANGE, STATUS, STATUS_ORDER, TARGET
from dap_tui.measure import Status
from dap_tui.tui.canvas import QUIET, STRONG, Area
from dap_tui.tui.text import width_of
from dap_tui.tui.views.facts import pane_of
from dap_tui.tui.views.marks import key_to
from dap_tui.tui.views.overview_words import headline
from dap_tui.tui.views.row_text import target_text
from dap_tui.tui.views.view import NOT_FOUND, View
from dap_tui.tui.widgets.bullet import Scaled, target_cell
from dap_tui.tui.widgets.pane import paint_below
from dap_tui.tui.widgets.row import Line
from dap_tui.tui.widgets.scroller import Blank, Block
from dap_tui.tui.widgets.target_row import Layout, TargetRow, TargetText, layout_for

_LEGEND = 45
"""The cells that the key to the bars takes."""
_SCALED = 14
"""From this many cells a bar has its ends named beside its target."""
_PANED, _LEAST_PANE, _MOST_PANE = 100, 12, 22
"""From this width what is chosen is said below the rows, in so many lines, where they leave them."""


class _Sort(NamedTuple):
    words: str
    key: Callable[[Position], object]
    brief: str


SORTS = (
    _Sort(
        "The furthest from its target first, as a share of it",
        lambda each: (margin(each), 0),
        "furthest first, as a share of the target",
    ),
    _Sort("By status, the worst first", lambda each: (STATUS_ORDER.index(each.status), margin(each)), "worst first"),
    _Sort("In the report’s order", lambda _: (0, 0), "in the report’s order"),
)


def scaled(position: Position) -> Scaled:
    """The figures as shares of the target."""
    bound, target = bound_of(position), position.target
    if not bound:
        return Scaled(None)

    def share(value: Decimal | None) -> Decimal | None:
        return None if value is None else value / bound

    before = position.last_year.value if target.to_date is None else None
    if not target.is_range:
        return Scaled(share(position.held), share(before))
    return Scaled(share(position.held), share(before), share(target.low), share(target.high))


class Targets(View):
    """The view."""

    name = "targets"
    _sort = 0
    _layout: Layout

    def depends_on(self) -> tuple[Hashable, ...]:
        """The order."""
        return (self._sort,)

    @property
    def positions(self) -> list[Position]:
        """What has a target, in the order asked for, with what is sought."""
        held = [
            each
            for each in self.session.assessment.positions
            if each.target.is_held and each.status is not Status.DATA_ONLY
            and self.session.is_sought(each.indicator.title, each.indicator.code, STATUS[each.status].word)
        ]  # fmt: skip
        return sorted(held, key=SORTS[self._sort].key)  # type: ignore[arg-type]

    def make(self, width: int) -> Sequence[Block]:
        """A row each."""
        session, positions = self.session, self.positions
        rows: list[Block] = []
        said = [(self._held(each), self._aim(each)) for each in positions]
        self._layout = layout = layout_for(
            width,
            max((width_of(held) for held, _ in said), default=0),
            max((width_of(aim) for _, aim in said), default=0),
        )
        for each in positions:
            rows += [self._row(each, layout), Blank()]
        rows += key_to(session, {session.held_mark(each) for each in positions}, 2, width - 2)
        words = NOT_FOUND if session.sought else "No indicator has a target in this period."
        return rows or [Line(words, 2, width - 2)]

    def _row(self, position: Position, layout: Layout) -> Block:
        text, indicator = self.session.glyphs.text, position.indicator
        title = text(indicator.title if layout.title_width >= 40 else indicator.name)
        below = text(_of_a_year(position))
        return TargetRow(
            indicator.id, title, below, layout, self.session.glyphs, partial(self._says, position, layout)
        )  # fmt: skip

    def _says(self, position: Position, layout: Layout) -> TargetText:
        """What the row says, worked out when it is painted."""
        mark = self.session.held_mark(position)
        away = self.session.glyphs.text(distance(position, brief=layout.is_brief))
        return TargetText(self._held(position), self._aim(position), away, position.status, scaled(position), mark)

    def _held(self, position: Position) -> str:
        """The figure that is held against the target."""
        return self.session.glyphs.text(figure_shown(position.indicator, position.held_figure))

    def _aim(self, position: Position) -> str:
        """The target; of a year's the share that is due to date."""
        share = position.target.to_date
        if share is None:
            return target_text(self.session, position)
        return self.session.glyphs.text(share_shown(position.indicator, share))

    def paint(self, area: Area) -> None:
        """Paint the heads and the rows."""
        if self.paint_counting(area):
            return
        roomy = area.height >= 26
        head = 5 if roomy else 3
        blocks, layout = self.blocks(area.width), self._layout
        self._paint_lead(area, 1 if roomy else 0)
        self._paint_heads(area, layout, head - 2)
        area.rule(head - 1, 2, area.width - 4)
        lines = self.scroller.lay(blocks, area.width)
        left = area.height - head - lines - 1
        pane = min(left, _MOST_PANE) if area.width >= _PANED and left >= _LEAST_PANE and self.chosen else 0
        self.scroller.paint(area.part(0, head, area.width, area.height - head - pane))
        if pane and self.chosen is not None:
            below = area.part(0, area.height - pane, area.width, pane)
            paint_below(below, pane_of(self.session, self.chosen))

    def _paint_lead(self, area: Area, y: int) -> None:
        text = self.session.glyphs.text
        words = text(headline(self.session))
        x = area.put(2, y, words.split(";")[0].split(".")[0], STRONG) + 2
        legend = _LEGEND if area.width >= _PANED else 0
        order = text(SORTS[self._sort].brief)
        if x + width_of(order) + legend <= area.width - 2:
            area.put(x, y, order, QUIET)
        if not legend:
            return
        end, (opens, closes) = area.width - 2, RANGE
        for look in (LAST_YEAR, opens, TARGET, ACTUAL):
            start = area.right(end, y, "range" if look is opens else look.word, QUIET)
            if look is not opens:
                area.sign(start - 2, y, look)
            elif area.canvas.bands and not area.canvas.ascii:
                area.fill("band2", start - 3, y, 2, 1)
            else:
                area.sign(area.sign(start - 3, y, opens), y, closes)
            end = start - 5

    def _paint_heads(self, area: Area, layout: Layout, y: int) -> None:
        if layout.has_word:
            area.put(2, y, "Status", QUIET)
        area.put(layout.title, y, "Indicator", QUIET)
        if layout.bar_width:
            middle = layout.bar + target_cell(layout.bar_width)
            if middle + 3 < layout.actual - width_of("Actual"):
                area.put(middle - 3, y, "target", QUIET)
            if layout.bar_width >= _SCALED:
                area.put(layout.bar, y, "0", QUIET)
                area.right(layout.bar + layout.bar_width, y, self.session.glyphs.text("×2"), QUIET)
        area.right(layout.actual, y, "Actual", STRONG)
        if layout.target:
            area.right(layout.target, y, "Target", QUIET)
        area.right(layout.distance, y, "Distance", QUIET)
        area.answer(partial(self._sort_by, 0), layout.distance - width_of("Distance"), y, width_of("Distance"))
        area.answer(partial(self._sort_by, 1), 2, y, layout.title - 2)
        area.answer(partial(self._sort_by, 2), layout.title, y, layout.title_width)

    def _sort_by(self, sort: int) -> None:
        self._sort = sort
        self.session.message = f"{SORTS[sort].words}."

    def sort(self) -> str:
        """Another order."""
        self._sort = (self._sort + 1) % len(SORTS)
        return SORTS[self._sort].words

    def table(self) -> tuple[list[str], list[list[str]]]:
        """What is shown."""
        return ["Indicator", "Actual", "Target", "Distance", "Status"], [self._cells(each) for each in self.positions]

    def row(self) -> list[str] | None:
        """The chosen one."""
        return None if self.chosen is None else self._cells(self.chosen)

    def _cells(self, position: Position) -> list[str]:
        indicator, share = position.indicator, position.target.to_date
        held = figure_shown(indicator, position.held_figure) + self.session.held_mark(position)
        aim = position.target.shown if share is None else f"{share_shown(indicator, share)} {_of_a_year(position)}"
        return [indicator.title, held, aim, distance(position), STATUS[position.status].word]


def _of_a_year(position: Position) -> str:
    """Of what a share of a year's target is the share; "" of any other target."""
    return "" if position.target.to_date is None else f"to date, of {position.target.shown} a year"
