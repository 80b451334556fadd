"""The assessment of a period: the one object that every screen, report and script reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dap_tui.assess.figures import Ledger
from dap_tui.assess.position import Position
from dap_tui.catalogue import Action, Catalogue
from dap_tui.finding import Finding
from dap_tui.measure import Judgement, Status
from dap_tui.narrative import ActionStatus, DecidedException, Decision, Narrative, Resolution, Section
from dap_tui.period import Period, Quarter, Year
from dap_tui.workspace import Workspace

if TYPE_CHECKING:
    from dap_tui.assess.actions import PlannedAction
    from dap_tui.assess.revisions import Revision


class ReportedException(NamedTuple):
    """An exception as a report lists it: one decision with its words, or what one indicator leaves undecided."""

    indicators: tuple[str, ...]
    rules: tuple[str, ...]
    decision: Decision
    text: str | None = None


class ActionPosition(NamedTuple):
    """A point of the action plan and how it stood in the period."""

    action: Action
    status: ActionStatus | None
    text: str | None


@dataclass(frozen=True, eq=False, repr=False)
class Assessment:
    """A period as it stands: every indicator's position, in the catalogue's order, and what people said.

    `for_publication` is False until small numbers are protected; `narratives` are those of all periods; `faults`
    are the errors in the files of the periods that its report has columns for, for which something may be missing.
    """

    catalogue: Catalogue
    narrative: Narrative
    period: Period
    as_of: date
    positions: tuple[Position, ...]
    for_publication: bool = False
    narratives: Mapping[Period, Narrative] = field(default_factory=dict)
    faults: tuple[Finding, ...] = ()

    @cached_property
    def position(self) -> Mapping[str, Position]:
        """Positions by the indicator's id."""
        return {position.indicator.id: position for position in self.positions}

    @cached_property
    def summary(self) -> Mapping[Status, int]:
        """How many indicators have each status, noughts included."""
        count = Counter(position.status for position in self.positions)
        return {status: count[status] for status in Status}

    @cached_property
    def travel(self) -> Mapping[Judgement, int]:
        """How many indicators have each judgement of direction of travel, noughts included."""
        count = Counter(position.travel.judgement for position in self.positions)
        return {judgement: count[judgement] for judgement in Judgement}

    @property
    def travel_hidden(self) -> int:
        """How many directions of travel are withheld, of those without a judgement."""
        return sum(position.travel_is_hidden for position in self.positions)

    @property
    def without_figure(self) -> int:
        """How many indicators have no figure in the period."""
        return sum(position.value is None for position in self.positions)

    @property
    def undecided(self) -> int:
        """How many indicators have an exception that nobody has decided on."""
        return sum(position.decision is Decision.UNDECIDED for position in self.positions)

    @property
    def uncommented(self) -> tuple[Position, ...]:
        """The red indicators on which nobody has written a commentary, in the catalogue's order."""
        red = (each for each in self.positions if each.status is Status.RED)
        return tuple(each for each in red if each.commentary is None or not each.commentary.parts)

    @cached_property
    def exceptions(self) -> tuple[ReportedException, ...]:
        """What people decided, in the order they wrote it, then what is undecided, in the catalogue's order.

        A decision is listed while any rule it names still holds, or where it names none.
        """
        listed = []
        for each in self.narrative.exceptions:
            ids = tuple(one for one in each.indicators if self._still_raised(one, each.rules))
            if ids:
                listed.append(ReportedException(ids, each.rules, each.decision, each.text))
        for position in self.positions:
            rules = tuple(each.rule for each in position.exceptions if each.decision is Decision.UNDECIDED)
            if rules:
                listed.append(ReportedException((position.indicator.id,), rules, Decision.UNDECIDED))
        return tuple(listed)

    @property
    def gone(self) -> tuple[DecidedException, ...]:
        """What people decided of which no rule holds any longer, so that no report lists it."""
        return tuple(
            each
            for each in self.narrative.exceptions
            if not any(self._still_raised(one, each.rules) for one in each.indicators)
        )

    def _still_raised(self, indicator: str, rules: tuple[str, ...]) -> bool:
        position = self.position.get(indicator)
        if position is None:
            return False
        return not rules or any(each.rule in rules for each in position.exceptions)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The report's prose."""
        return self.narrative.sections

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """What boards decided on it."""
        return self.narrative.resolutions

    @cached_property
    def actions(self) -> tuple[ActionPosition, ...]:
        """The action plan as it stood in the period."""
        said = {update.id: update for update in self.narrative.actions}
        return tuple(
            ActionPosition(
                action,
                said[action.id].status if action.id in said else None,
                said[action.id].text if action.id in said else None,
            )
            for action in self.catalogue.actions
        )

    @cached_property
    def plan(self) -> tuple[PlannedAction, ...]:
        """The action plan as it stands in the period: what is late, how each action stood, what has moved since."""
        from dap_tui.assess.actions import action_plan  # which knows assessments

        return action_plan(self, self.narratives)

    def of_source(self, source: str) -> tuple[Position, ...]:
        """The positions of a source's indicators."""
        return tuple(each for each in self.positions if each.indicator.source == source)

    def of_priority(self, priority: str) -> tuple[Position, ...]:
        """The positions of the indicators that serve a priority."""
        return tuple(each for each in self.positions if priority in each.indicator.priorities)


class Assessor:
    """Assesses one workspace in any period; the figures are worked out once for all of them."""

    def __init__(self, workspace: Workspace, as_of: date) -> None:
        """`as_of` is the day that decides what is overdue."""
        self.workspace = workspace
        self.as_of = as_of
        self._ledger = Ledger(workspace.catalogue, workspace.returns)
        self._assessed: dict[Period, Assessment] = {}
        self._revisions: dict[Period, Mapping[str, Revision]] = {}

    def assess(self, period: Period) -> Assessment:
        """The assessment of a period; the same object when it is asked for again."""
        if period not in self._assessed:
            self._assessed[period] = self._assess(period)
        return self._assessed[period]

    def _assess(self, period: Period) -> Assessment:
        catalogue = self.workspace.catalogue
        narrative = self.workspace.narratives.get(period) or Narrative()
        within = (period, *period.quarters) if isinstance(period, Year) else (period,)
        at_fault = self.workspace.sources_at_fault(*within)
        positions = tuple(
            Position(
                indicator, self._ledger, period, catalogue, narrative, self.as_of, self.revisions,
                is_at_fault=indicator.source in at_fault,
            )
            for indicator in catalogue.indicators
            if indicator.is_expected(period)
        )  # fmt: skip
        shown = within if isinstance(period, Year) else period.year.quarters[: period.number]
        return Assessment(
            catalogue, narrative, period, self.as_of, positions,
            narratives=self.workspace.narratives, faults=self.workspace.faults_of(*shown),
        )  # fmt: skip

    def revisions(self, period: Period) -> Mapping[str, Revision]:
        """What is not as it was published of a period, by indicator; worked out when it is first asked for."""
        published = self.workspace.published.get(period)
        if published is None:
            return {}
        if period not in self._revisions:
            from dap_tui.assess.revisions import revisions_of  # few workspaces have anything published

            self._revisions[period] = revisions_of(self.assess(period), published)
        return self._revisions[period]

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters in which anything was returned, in order."""
        return tuple(each for each in self.workspace.returns.periods if isinstance(each, Quarter))
