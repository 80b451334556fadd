"""The one step from an assessment to what may leave the building."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.catalogue import Indicator
from dap_tui.disclosure.cell import Cell, WentOut
from dap_tui.period import Period
from dap_tui.workspace import Workspace

if TYPE_CHECKING:
    from dap_tui.disclosure.suppression import Suppression
    from dap_tui.disclosure.unprotected import Unprotected


class Publisher(Assessor):
    """Assesses one workspace as it may be published; it stands wherever an Assessor can.

    `went_out` says of published periods what went out as `[c]`: (indicator, breakdown row), "" the total; left
    out, it is what the workspace's published.toml have. Nothing else of those periods is hidden now, but for small
    counts that were revised since.
    """

    def __init__(self, workspace: Workspace, as_of: date, went_out: WentOut | None = None) -> None:
        """`as_of` is the day that decides what is overdue."""
        super().__init__(workspace, as_of)
        if went_out is None:
            went_out = {period: each.hidden for period, each in workspace.published.items()}
        self._went_out: WentOut = went_out
        self._suppression: Suppression | None = None

    @property
    def suppresses(self) -> bool:
        """Whether the catalogue has anything suppressed at all, or anything went out suppressed."""
        return any(self._went_out.values()) or any(
            each.suppress_below is not None for each in self.workspace.catalogue.indicators
        )

    def _assess(self, period: Period) -> Assessment:
        true = super()._assess(period)
        positions = self._published(true) if self.suppresses else true.positions
        return replace(true, positions=positions, for_publication=True)

    def hidden_cells(self, period: Period, *indicators: Indicator) -> frozenset[Cell]:
        """The cells that the report of `period` hides, of any period up to it, for screens to mark.

        Of the indicators named, which is quick, or of all. A partner's `[c]` is among them.
        """
        if not self.suppresses:
            return frozenset()
        suppression = self._settled(period)
        of = indicators or self.workspace.catalogue.indicators
        return frozenset(cell for each in of for cell in suppression.hidden(each, period))

    def unprotected(self, period: Period) -> list[Unprotected]:
        """The hidden figures of all that the report of `period` shows that can be worked out all the same.

        There is none where returns, bounds and what was published leave room for more to be hidden.
        """
        return self._settled(period).unprotected(period) if self.suppresses else []

    def _settled(self, period: Period) -> Suppression:
        # Nothing of it is loaded where nothing is suppressed.
        from dap_tui.disclosure.suppression import Suppression

        if self._suppression is None:
            self._suppression = Suppression(self._ledger, self._went_out)
        self._suppression.settle(period)
        return self._suppression

    def _published(self, true: Assessment) -> tuple[Position, ...]:
        from dap_tui.disclosure.masked import MaskedLedger
        from dap_tui.disclosure.published import PublishedPosition

        suppression = self._settled(true.period)
        ledger = MaskedLedger.of(self._ledger, suppression, true.period)
        return tuple(
            PublishedPosition(
                each.indicator, ledger, each.period, each.catalogue, each.narrative, each.as_of, self.revisions,
                is_at_fault=each.is_at_fault, true=each, suppression=suppression,
            )
            for each in true.positions
        )  # fmt: skip


def protected(
    workspace: Workspace,
    period: Period,
    as_of: date,
    went_out: Mapping[Period, frozenset[tuple[str, str]]] | None = None,
) -> Assessment:
    """The assessment of a period as it may be published ("Small numbers" in the description of the measures)."""
    return Publisher(workspace, as_of, went_out).assess(period)
