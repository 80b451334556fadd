"""What is being looked at: the figures as last read, the period, the view, what is sought. No terminal, no file."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.catalogue import TargetKind
from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure, Mark
from dap_tui.period import Period, Quarter
from dap_tui.tui.counting import Count
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.matching import NOT_FOUND, rank
from dap_tui.tui.publishing import Publishing
from dap_tui.workspace import Workspace

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from dap_tui.assess.position import Position
    from dap_tui.catalogue import Indicator

_AT_ONCE = 0.02
"""Seconds of counting that a painting may take: what is not counted by then is counted between keys."""
_FEW = 100
"""How many indicators may be counted so; more of them are counted between keys from the first."""


class Reading(NamedTuple):
    """The files as they were read once: figures and findings, and what stands from an earlier reading.

    `kept` are the places of figures that the files no longer give and that are shown until they do again.
    `is_checked` says whether the findings are all that `check` finds, or as yet those of reading alone;
    `trouble` is why the files could not be read again at all.
    """

    workspace: Workspace
    at: datetime
    findings: tuple[Finding, ...] = ()
    kept: frozenset[Place] = frozenset()
    is_checked: bool = False
    trouble: str | None = None


class Session:
    """One sitting in front of a workspace."""

    def __init__(
        self, reading: Reading, as_of: date, period: Period, glyphs: Glyphs, *, bands: bool = True,
        read_only: bool = False,
    ) -> None:  # fmt: skip
        """It begins at the sources of a period."""
        self.reading, self.as_of, self.period, self.glyphs = reading, as_of, period, glyphs
        self.bands, self.read_only = bands, read_only
        self.view = "sources"
        self.opened: str | None = None
        self.overlay: str | None = None
        self.sought = ""
        self.is_seeking = False
        self.last_year = False
        self.message = ""
        self.kept: tuple[Path, ...] = ()
        self.not_kept = ""
        self.changed: frozenset[tuple[str, Period]] = frozenset()
        self.open: Callable[[str], None] = lambda _: None
        self.as_published = False
        self.publishing = Publishing(reading.workspace, as_of)
        self._assessor = Assessor(reading.workspace, as_of)
        self._counts: dict[tuple[Period, bool], Count] = {}

    @property
    def assessor(self) -> Assessor:
        """What assesses a period: truly, or as it may be published."""
        return self.publishing.publisher if self.as_published else self._assessor

    def take(self, reading: Reading) -> None:
        """Go on with the files as they were read again; where one was looking stays."""
        before = self._assessor
        self.reading, self.as_published = reading, False
        self._counts = {}
        self._assessor = Assessor(reading.workspace, self.as_of)
        self.publishing = Publishing(reading.workspace, self.as_of)
        self.changed = frozenset(_changes(before.assess(self.period), self.assessment))

    @property
    def assessment(self) -> Assessment:
        """The period as it stands."""
        return self.assessor.assess(self.period)

    @property
    def count(self) -> Count:
        """How far the period has been worked out."""
        key = (self.period, self.as_published)
        if key not in self._counts:
            count = self._counts[key] = Count(self.assessor, self.period)
            if count.total <= _FEW:
                count.go_on(_AT_ONCE)
        return self._counts[key]

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods to turn to: quarters where one looks at a quarter, else years."""
        returned = self.reading.workspace.returns.periods
        if isinstance(self.period, Quarter):
            return tuple(sorted({self.period, *(each for each in returned if isinstance(each, Quarter))}))
        return tuple(sorted({self.period, *(each.year for each in returned)}))

    @property
    def has_last_year(self) -> bool:
        """Whether anything was returned of the year before the one that is looked at; of its quarters so far."""
        period, returned = self.period, self.reading.workspace.returns.periods
        if isinstance(period, Quarter):
            return any(each.year_before in returned for each in period.year.quarters[: period.number])
        return any(each.year == period.year.previous for each in returned)

    @property
    def shows_last_year(self) -> bool:
        """Whether last year's figures stand in brackets."""
        return self.last_year and self.has_last_year

    def neighbour(self, by: int) -> Period | None:
        """The period so many later (earlier where negative) in which anything was returned."""
        place = self.periods.index(self.period) + by
        return self.periods[place] if 0 <= place < len(self.periods) else None

    @property
    def position(self) -> Position | None:
        """The indicator that is open, in the period."""
        return None if self.opened is None else self.assessment.position.get(self.opened)

    def is_sought(self, *texts: str | None) -> bool:
        """Whether every word that is sought is in one of these texts, in any of its forms."""
        if not self.sought:
            return True
        return rank(self.sought.casefold().split(), " ".join(text for text in texts if text).casefold()) < NOT_FOUND

    def mark_of(self, indicator: Indicator, period: Period, figure: Figure | None, row: str = "") -> str:
        """What stands after a figure: `c` hidden in reports, `~` the last good one, `r` told otherwise; or its mark."""
        if figure is None:
            return ""
        if hidden := self.hidden_mark(indicator, period, figure.number, row):
            return hidden
        if figure.place is not None and figure.place in self.reading.kept:
            return "~"
        if not row and period in self.reading.workspace.published and self.count.is_done:
            revision = self.assessor.revisions(period).get(indicator.id)
            if revision is not None and revision.figure is not None:
                return Mark.REVISED.value
        return figure.marks[0].value if figure.marks else ""

    def hidden_mark(
        self, indicator: Indicator, period: Period, number: Decimal | None, row: str = "", *, to_date: bool = False
    ) -> str:
        """`c` where the report of the period that is looked at hides a number that is shown here."""
        if number is None:
            return ""
        return "c" if self.publishing.hides(indicator, period, self.period, row, to_date=to_date) else ""

    def held_mark(self, position: Position) -> str:
        """The mark of the figure that is held against the target; of a year to date, `c` where a report hides it."""
        indicator, period = position.indicator, position.period
        if position.target.kind is TargetKind.YEAR and isinstance(period, Quarter) and not indicator.is_running:
            return self.hidden_mark(indicator, period, position.held, to_date=True)
        return self.mark_of(indicator, period, position.held_figure)

    def has_changed(self, indicator: str, period: Period) -> bool:
        """Whether the figure is another since the files were read again."""
        return (indicator, period) in self.changed

    def key_of(self) -> Hashable:
        """What a view's rows depend on; while it is the same they need not be made anew."""
        settled = self.publishing.is_settled(self.period)
        return (id(self.assessment), self.sought, self.last_year, settled)


def _changes(before: Assessment, after: Assessment) -> list[tuple[str, Period]]:
    """The figures that are another now, in the year looked at and the one before."""
    period = after.period
    near: list[Period] = [*period.year.quarters, period.year, *period.year.previous.quarters, period.year.previous]
    changes = []
    for position in after.positions:
        old = before.position.get(position.indicator.id)
        for each in near:
            now, then = position.figures.at(each), None if old is None else old.figures.at(each)
            if _said(now) != _said(then):
                changes.append((position.indicator.id, each))
    return changes


def _said(figure: Figure | None) -> tuple[object, ...]:
    return () if figure is None else (figure.number, figure.symbol, figure.marks)
