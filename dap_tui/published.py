"""What was published of a period, frozen: `published.toml` as it was read, or as it is about to be written.

Thresholds change and partners revise; what the board was told does not. Figures are the true ones, so the file
stays inside as the returns do; all else is as it was told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from dap_tui.finding import Place
from dap_tui.measure import Arrow, Judgement, Status, Symbol
from dap_tui.period import Period


@dataclass(frozen=True, slots=True)
class PublishedIndicator:
    """One indicator as it was published.

    `value` is the true figure, also where `[c]` went out in its place: `hidden` names what did, "" the total and
    else breakdown rows. `status` is as it was told, `hidden` where it was withheld; `arrow` and `judgement` are
    None where the direction of travel was withheld. `is_figure_known` is not where what the file has cannot be read.
    """

    id: str
    value: Decimal | None = None
    symbol: Symbol | None = None
    target: str = ""
    status: Status | None = None
    arrow: Arrow | None = None
    judgement: Judgement | None = None
    hidden: tuple[str, ...] = ()
    is_figure_known: bool = True
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Published:
    """A period as it was published on a day, by indicator, in the order of the report."""

    period: Period
    day: date | None
    indicators: Mapping[str, PublishedIndicator]
    place: Place | None = field(default=None, compare=False)

    @property
    def hidden(self) -> frozenset[tuple[str, str]]:
        """What went out as `[c]`: (indicator, breakdown row), "" the total."""
        return frozenset((each.id, row) for each in self.indicators.values() for row in each.hidden)
