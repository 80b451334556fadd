"""Everything on one indicator: chart, years, breakdown, words, exceptions, actions, and where each figure is from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown
from dap_tui.finding import Place
from dap_tui.period import Period
from dap_tui.tui.canvas import QUIET, Area
from dap_tui.tui.session import Session
from dap_tui.tui.views.indicator_parts import Parts
from dap_tui.tui.views.marks import mark_at
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.parts import Beside
from dap_tui.tui.widgets.scroller import Blank, Block

_LEAST_CHART, _HALF, _MOST_CHART = 9, 20, 34
"""The lines of a chart: the fewest, what half a screen may give it, and what it may have where more is left."""
_TWO_COLUMNS = 110
"""From this width definition, actions and origin stand at the right."""


class IndicatorView(View):
    """One indicator in full. Left and right go through its figures; the page scrolls where it is longer."""

    name = "indicator"

    def __init__(self, session: Session, neighbours: Callable[[], list[str]]) -> None:
        """`neighbours` gives the indicators among which it stands."""
        super().__init__(session)
        self._neighbours = neighbours
        self._figure: Period | None = None
        self._of: tuple[str | None, Period] | None = None
        self._room = 30

    @property
    def figure(self) -> Period:
        """The figure that is chosen: the period's, until one goes to another."""
        here = (self.session.opened, self.session.period)
        if self._of != here or self._figure is None:
            self._of, self._figure = here, self.session.period
        return self._figure

    def depends_on(self) -> tuple[Hashable, ...]:
        """The indicator, the chosen figure, and how high a chart can be."""
        return (self.session.opened, self.figure, self._room)

    def paint(self, area: Area) -> None:
        """Paint it, or say that it is not in the report of this period."""
        self._room = area.height
        position = self.session.position
        if position is None:
            self._paint_absent(area)
            return
        super().paint(area)
        area.stand(1 if self._room >= 26 else 0)

    def _paint_absent(self, area: Area) -> None:
        indicator = self.session.assessment.catalogue.indicator.get(self.session.opened or "")
        title = indicator.title if indicator else "This indicator"
        words = f"{title} is not in the report of {self.session.period.shown}."
        area.put(2, 1, self.session.glyphs.text(words), QUIET)
        area.stand(1)

    def make(self, width: int) -> Sequence[Block]:
        """The parts, in two columns where there is room."""
        position = self.session.position
        if position is None:
            return ()
        parts = Parts(self.session, position, self.figure)
        lead: list[Block] = [Blank(1 if self._room >= 26 else 0), parts.title(2, width - 2)]
        chart = max(_LEAST_CHART, min(self._room // 2 - 2, _HALF))
        if width < _TWO_COLUMNS:
            return [*lead, *parts.left(2, width - 2, chart), *parts.right(2, width - 2)]
        side = 38 if width < 160 else 52
        end = width - 2 - side - 5
        # What the parts below it leave of the screen is the chart's.
        below = sum(each.height(width) for each in (*lead, *parts.left(2, end, 0)))
        chart = max(chart, min(self._room - below, _MOST_CHART))
        return [*lead, Beside((parts.left(2, end, chart), parts.right(end + 5, width - 2)))]

    @property
    def chosen(self) -> Position | None:
        """The indicator that is open."""
        return self.session.position

    @property
    def place(self) -> Place | None:
        """Where the chosen figure stands; the indicator in the catalogue, where it stands nowhere."""
        position = self.session.position
        if position is None:
            return None
        figure = position.figures.at(self.figure)
        return figure.place if figure is not None and figure.place is not None else position.indicator.place

    def move(self, by: int) -> None:
        """Scroll a line."""
        self.scroller.scroll(by)

    def across(self, by: int) -> bool:
        """To an earlier or later figure; False where there is none."""
        position = self.session.position
        if position is None:
            return False
        known = [period for period, _ in position.history]
        places = known if self.figure in known else sorted([*known, self.figure])
        at = places.index(self.figure) + by
        if not 0 <= at < len(places):
            return False
        self._figure = places[at]
        return True

    def turn(self, by: int) -> bool:
        """To the indicator before or after; False where there is none."""
        ids = self._neighbours()
        at = ids.index(self.session.opened) + by if self.session.opened in ids else 0
        if not 0 <= at < len(ids):
            return False
        self.session.opened = ids[at]
        self.scroller.top = 0
        return True

    def table(self) -> tuple[list[str], list[list[str]]] | None:
        """Years by quarters."""
        position = self.session.position
        if position is None:
            return None
        heads = ["Period", position.indicator.title]
        return heads, [self._cells(position, period) for period, _ in position.history]

    def row(self) -> list[str] | None:
        """The chosen figure."""
        position = self.session.position
        if position is None:
            return None
        return self._cells(position, self.figure)

    def _cells(self, position: Position, period: Period) -> list[str]:
        shown = figure_shown(position.indicator, position.figures.at(period))
        return [period.shown, shown + mark_at(self.session, position, period)]

    def indicators(self) -> list[str]:
        """The one that is open."""
        return [self.session.opened] if self.session.opened else []

    def follow(self, indicator: str) -> bool:
        """Open another in its place."""
        self.session.opened = indicator
        return True
