"""What of the figures may leave the building: for copying, for the marks on what a report hides, and for looking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dap_tui.period import Period
from dap_tui.workspace import Workspace

if TYPE_CHECKING:
    from dap_tui.catalogue import Indicator
    from dap_tui.disclosure import Cell, Publisher
    from dap_tui.disclosure.unprotected import Unprotected


def told(found: Sequence[Unprotected]) -> str:
    """What is said of hidden figures that nothing protects, once they are out; nothing where there is none."""
    named = list(dict.fromkeys(f"'{each.cell.indicator}'" for each in found))
    more = f" and {len(named) - 1} more" if len(named) > 1 else ""
    return f"{named[0]}{more} may be worked out all the same: see SUM302 in Checks." if named else ""


class Publishing:
    """The figures as they may be published. It takes long where there are many: `settle` is for the side."""

    def __init__(self, workspace: Workspace, as_of: date) -> None:
        """Nothing is settled yet."""
        self._workspace, self._as_of = workspace, as_of
        self._hidden: dict[Period, frozenset[Cell]] = {}
        self._unprotected: dict[Period, Sequence[Unprotected]] = {}

    @cached_property
    def publisher(self) -> Publisher:
        """What assesses a period as it may be published."""
        from dap_tui.disclosure import Publisher

        return Publisher(self._workspace, self._as_of)

    @cached_property
    def suppresses(self) -> bool:
        """Whether anything can be hidden here at all."""
        return bool(self._workspace.published) or any(
            each.suppress_below is not None for each in self._workspace.catalogue.indicators
        )

    def is_settled(self, period: Period) -> bool:
        """Whether it is known what the report of a period hides."""
        return not self.suppresses or period in self._hidden

    def settle(self, period: Period) -> None:
        """Work out what the report of a period hides, and all that is then left of it."""
        if not self.is_settled(period):
            for position in self.publisher.assess(period).positions:
                _ = position.status, position.travel, position.decision
            hidden = self.publisher.hidden_cells(period)
            self._unprotected[period] = self.publisher.unprotected(period)
            self._hidden[period] = hidden

    def told(self, in_report: Period, indicators: Iterable[str]) -> str:
        """What is said of hidden figures that nothing protects where these indicators go out as in a period's report.

        Of figures of theirs, and of those that sums of theirs tell; nothing before that is settled.
        """
        going = frozenset(indicators)
        return told([each for each in self._unprotected.get(in_report, ()) if each.among & going])

    def hides(
        self, indicator: Indicator, of: Period, in_report: Period, row: str = "", *, to_date: bool = False
    ) -> bool:
        """Whether the report of a period hides an indicator's figure of another; not before that is settled.

        `row` is a breakdown row, "" the total; `to_date` asks of the year to date.
        """
        hidden = self._hidden.get(in_report)
        if not hidden:
            return False
        from dap_tui.disclosure import Cell, Kind

        kind = Kind.TO_DATE if to_date and not indicator.is_running else Kind.VALUE
        return Cell(indicator.id, row, of, kind) in hidden
