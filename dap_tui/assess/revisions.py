"""What has changed since a period was published: what was told, and what is so now.

Nothing that was published is repainted: reports mark the figure `[r]` and show the published status beside
today's. Front ends ask here, so that a finding, a screen and a report never differ on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown
from dap_tui.catalogue import TargetKind
from dap_tui.measure import Figure, Status, Symbol
from dap_tui.published import Published, PublishedIndicator


class Aspect(StrEnum):
    """What of an indicator can have changed."""

    FIGURE = "figure"
    TARGET = "target"
    STATUS = "status"
    ARROW = "arrow"
    JUDGEMENT = "judgement"


class Difference(NamedTuple):
    """What was told and what is so now, as they are shown; "" is no figure, or no target.

    Of a status, arrow or judgement both are its word in the files (`data-only`).
    """

    told: str
    now: str


class Revision(NamedTuple):
    """An indicator that is not what it was when it was published, on a `day`; `position` is None where it is gone."""

    published: PublishedIndicator
    position: Position | None
    differences: Mapping[Aspect, Difference]
    day: date | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it is in the period's report no longer."""
        return self.position is None

    @property
    def figure(self) -> Difference | None:
        """The figure that was told and today's, where they differ: what reports mark `[r]`."""
        return self.differences.get(Aspect.FIGURE)

    @property
    def status(self) -> Status | None:
        """The status that was told, where today's is another: what is shown beside it."""
        return self.published.status if Aspect.STATUS in self.differences else None


def revisions_of(assessment: Assessment, published: Published | None) -> Mapping[str, Revision]:
    """What differs in an assessment from what was published of its period, by indicator; nothing where nothing was.

    Of an assessment for publication no figure is told that went out as `[c]`.
    """
    found: dict[str, Revision] = {}
    if published is None:
        return found
    for each in published.indicators.values():
        position = assessment.position.get(each.id)
        if position is None:
            found[each.id] = Revision(each, None, {}, published.day)
        elif differences := dict(_differences(each, position, for_publication=assessment.for_publication)):
            found[each.id] = Revision(each, position, differences, published.day)
    return found


def _differences(
    told: PublishedIndicator, position: Position, *, for_publication: bool
) -> Iterator[tuple[Aspect, Difference]]:
    before, now = _told_figure(told, for_publication=for_publication), position.figure or Figure()
    if told.is_figure_known and (before.number, before.symbol) != (now.number, now.symbol):
        yield Aspect.FIGURE, Difference(figure_shown(position.indicator, before), position.shown)
    if told.target != position.target.shown and not _is_unknown_last_year(told, position):
        yield Aspect.TARGET, Difference(told.target, position.target.shown)
    if told.status not in {None, Status.HIDDEN, position.status} and position.status is not Status.HIDDEN:
        yield Aspect.STATUS, Difference(str(told.status), str(position.status))
    if position.travel_is_hidden:
        return
    travel = position.travel
    if told.arrow not in {None, travel.arrow}:
        yield Aspect.ARROW, Difference(str(told.arrow), str(travel.arrow))
    if told.judgement not in {None, travel.judgement}:
        yield Aspect.JUDGEMENT, Difference(str(told.judgement), str(travel.judgement))


def _told_figure(told: PublishedIndicator, *, for_publication: bool) -> Figure:
    if for_publication and "" in told.hidden:
        return Figure(symbol=Symbol.CONFIDENTIAL)
    return Figure(told.value, told.symbol)


def _is_unknown_last_year(told: PublishedIndicator, position: Position) -> bool:
    """Whether the target is last year's figure, and that was not told: it was hidden, or not known yet."""
    return position.target.kind is TargetKind.LAST_YEAR and not any(each.isdigit() for each in told.target)
