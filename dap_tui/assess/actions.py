"""The action plan: what is late against the day, how each action stood quarter by quarter, what has moved since.

Beside an action stand the indicators it is meant to move. How they have moved says nothing of why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.assess.travel import Travel, compared
from dap_tui.catalogue import Action
from dap_tui.narrative import ActionStatus, Narrative
from dap_tui.period import Period, Quarter, on_one_scale


class Standing(NamedTuple):
    """What was said of an action in one period."""

    period: Period
    status: ActionStatus | None
    text: str | None


class Moved(NamedTuple):
    """How an indicator has moved since an action began to be reported on; `travel.period` is since when."""

    position: Position
    travel: Travel


class PlannedAction(NamedTuple):
    """A point of the action plan as it stands in a period.

    `history` is what was said of it up to the period, in order; `moved` has each of its indicators that is in the
    report of the period.
    """

    action: Action
    is_late: bool
    history: tuple[Standing, ...]
    moved: tuple[Moved, ...]

    @property
    def status(self) -> ActionStatus | None:
        """The status that was said last, up to the period; None where none ever was."""
        return _last(self.history)


def action_plan(assessment: Assessment, narratives: Mapping[Period, Narrative]) -> tuple[PlannedAction, ...]:
    """Every action of the catalogue, in its order, as it stands in the assessment's period and on its day."""
    return tuple(_planned(action, assessment, narratives) for action in assessment.catalogue.actions)


def is_overdue(action: Action, narratives: Mapping[Period, Narrative], as_of: date, last_period: Period | None) -> bool:
    """Whether an action's date has passed, and nobody has said that it is done; nothing after `last_period` is."""
    return _has_passed(action, as_of, last_period) and not _is_done(_said(action, narratives))


def _planned(action: Action, assessment: Assessment, narratives: Mapping[Period, Narrative]) -> PlannedAction:
    said = list(_said(action, narratives))
    history = tuple(each for each in said if on_one_scale(each.period) <= on_one_scale(assessment.period))
    return PlannedAction(action, _is_late(action, assessment, said, history), history, _moved(action, assessment, said))


def _said(action: Action, narratives: Mapping[Period, Narrative]) -> Iterator[Standing]:
    """All that was said of an action, in order."""
    for period in sorted(narratives, key=on_one_scale):
        for update in narratives[period].actions:
            if update.id == action.id:
                yield Standing(period, update.status, update.text)


def _is_late(action: Action, assessment: Assessment, said: list[Standing], history: tuple[Standing, ...]) -> bool:
    """Late by its date or because people say so; not once it is done, whenever that was said."""
    if _is_done(said):
        return False
    if _last(history) is ActionStatus.LATE:
        return True
    return _has_passed(action, assessment.as_of, assessment.catalogue.partnership.last_period)


def _has_passed(action: Action, as_of: date, last_period: Period | None) -> bool:
    if action.due is None or action.due >= as_of:
        return False
    return last_period is None or action.due <= last_period.last_day


def _is_done(said: Iterable[Standing]) -> bool:
    return _last(said) is ActionStatus.DONE


def _last(said: Iterable[Standing]) -> ActionStatus | None:
    """The status that was said last."""
    return next((each.status for each in reversed(list(said)) if each.status is not None), None)


def _moved(action: Action, assessment: Assessment, said: list[Standing]) -> tuple[Moved, ...]:
    first = next((each.period for each in said if isinstance(each.period, Quarter)), None)
    positions = (assessment.position.get(each) for each in action.indicators)
    return tuple(Moved(each, travel_since(each, first)) for each in positions if each is not None)


def travel_since(position: Position, first: Quarter | None) -> Travel:
    """An indicator's travel from the last figure before the quarter `first` to its period.

    Where there was none before, from the first there is. Its direction of travel where `first` is not known or
    not before its period, of a year, and of what no quarter's own figure is known of.
    """
    figures, period = position.figures, position.period
    if first is None or not isinstance(period, Quarter) or first >= period:
        return position.travel
    if position.indicator.is_running and not position.indicator.unit.adds_up:
        return position.travel
    known = [each for each in figures.quarters if each < period and _own(position, each) is not None]
    start = max((each for each in known if each < first), default=min(known, default=None))
    earlier, later = (None if each is None else _own(position, each) for each in (start, period))
    if start is None or earlier is None:
        return position.travel
    target = None if position.indicator.is_running else position.target
    return compared(figures, (start, earlier), (period, later), target)


def _own(position: Position, quarter: Quarter) -> Decimal | None:
    """The number of a quarter alone."""
    figure = position.figures.own_quarter(quarter)
    return None if figure is None else figure.number
