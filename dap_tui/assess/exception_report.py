"""Exceptions: what a board may need to know of, by rule; and what people decided on each.

The rules are those of "Exceptions" in the description of the measures. An exception is a proposal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from dap_tui.assess.figures import Figures
from dap_tui.assess.status import HeldTarget, missed_bound, target_at
from dap_tui.assess.travel import Travel, direction_of_travel
from dap_tui.assess.variation import Variation, VariationKind
from dap_tui.assess.words import change_in_words, in_unit, short_of
from dap_tui.assess.xmr import SpecialCause
from dap_tui.catalogue import ExceptionRule, ExceptionRules, Indicator
from dap_tui.measure import Aggregate, Judgement, Polarity, Status, Tolerance
from dap_tui.narrative import DecidedException, Decision
from dap_tui.period import Period, Year
from dap_tui.sentence import capital


class RaisedException(NamedTuple):
    """An exception of one indicator in one period: what was found, and what people decided."""

    rule: ExceptionRule
    message: str
    decision: Decision = Decision.UNDECIDED
    text: str | None = None


class Circumstances(NamedTuple):
    """All that the rules look at, of one indicator in one period."""

    indicator: Indicator
    figures: Figures
    period: Period
    value: Decimal | None
    not_returned: tuple[Period, ...]
    held: Decimal | None
    target: HeldTarget
    status: Status
    travel: Travel
    variation: Callable[[], Variation | None]
    rules: ExceptionRules
    is_over: bool
    is_at_fault: bool = False


def exceptions_of(case: Circumstances) -> list[RaisedException]:
    """The exceptions that the catalogue's rules raise, in the order of `ExceptionRule`, all undecided."""
    finders: dict[ExceptionRule, Callable[[Circumstances], str | None]] = {
        ExceptionRule.OFF_TARGET: _off_target,
        ExceptionRule.WORSENING: _worsening,
        ExceptionRule.OVER_LIMIT: _over_limit,
        ExceptionRule.SPECIAL_CAUSE: _special_cause,
        ExceptionRule.EXCEEDING: _exceeding,
        ExceptionRule.NOT_RETURNED: _not_returned,
    }
    found = ((rule, find(case)) for rule, find in finders.items() if rule in case.rules.rules)
    return [RaisedException(rule, message) for rule, message in found if message is not None]


def decided(
    indicator: str, raised: Iterable[RaisedException], decisions: Iterable[DecidedException]
) -> list[RaisedException]:
    """The exceptions of an indicator with the decisions on them, and those that people raised themselves."""
    own = [each for each in decisions if indicator in each.indicators]
    result = []
    for exception in raised:
        answer = next((each for each in own if exception.rule in each.rules), None)
        if answer is not None:
            exception = RaisedException(exception.rule, exception.message, answer.decision, answer.text)  # noqa: PLW2901 # the same exception, decided
        result.append(exception)
    result += [
        RaisedException(ExceptionRule.RAISED, f"{ExceptionRule.RAISED.words}.", each.decision, each.text)
        for each in own
        if not each.rules
    ]
    return result


def decision_on(exceptions: Iterable[RaisedException]) -> Decision | None:
    """An indicator's decision: undecided while any exception is, else report if any is; None without one."""
    decisions = {each.decision for each in exceptions}
    for decision in (Decision.UNDECIDED, Decision.REPORT, Decision.HOLD):
        if decision in decisions:
            return decision
    return None


def is_over(period: Period, as_of: date, last_period: Period | None) -> bool:
    """Whether a return for `period` can be missing: it has ended, and is not after the last period."""
    return period.last_day < as_of and (last_period is None or period.last_day <= last_period.last_day)


def is_due(period: Period, due_days: int, as_of: date, last_period: Period | None) -> bool:
    """Whether a return for `period` should have come: its `due_days` are past too. Until then nothing is missing."""
    return is_over(period, as_of - timedelta(days=due_days), last_period)


def _off_target(case: Circumstances) -> str | None:
    if case.status is not Status.RED or case.held is None:
        return None
    return f"{in_unit(case.indicator, case.held)} is {short_of(case.indicator, case.held, case.target)}."


def _worsening(case: Circumstances) -> str | None:
    travel, period, quarters = case.travel, case.period, 0
    while travel.judgement is Judgement.WORSENING and quarters < case.rules.worsening_quarters:
        quarters += 1
        period = period.previous
        travel = direction_of_travel(case.figures, period, target_at(case.indicator, case.figures, period))
    if quarters < case.rules.worsening_quarters:
        return None
    kind = "years" if isinstance(case.period, Year) else "quarters"
    since = "" if quarters == 1 else f", for the worse in {quarters} {kind} running"
    change = change_in_words(case.indicator, case.period, case.travel)
    return f"{capital(change)}{since}."


def _over_limit(case: Circumstances) -> str | None:
    limit, value = case.indicator.limit, case.value
    if limit is None or value is None or _is_sum_of_quarters(case):
        return None
    for bound, is_past, side in ((limit.max, 1, "above"), (limit.min, -1, "below")):
        if bound is not None and (value - bound) * is_past > 0:
            return f"{in_unit(case.indicator, value)} is {side} the limit of {in_unit(case.indicator, bound)}."
    return None


def _is_sum_of_quarters(case: Circumstances) -> bool:
    """Whether the value is a year's sum, which what there is room for in a quarter says nothing of."""
    own = case.indicator
    return isinstance(case.period, Year) and not own.is_yearly and own.aggregate is Aggregate.SUM


def _special_cause(case: Circumstances) -> str | None:
    variation = case.variation()
    latest = None if variation is None else variation.latest
    if variation is None or latest is None or latest.kind is not VariationKind.CONCERN:
        return None
    value = in_unit(case.indicator, variation.last.points[-1][1])
    return f"{value} is special cause: {SPECIAL_CAUSE_WORDS[latest.rule]}."


SPECIAL_CAUSE_WORDS = {
    SpecialCause.OUTSIDE: "outside the limits of ordinary variation",
    SpecialCause.TREND: "seven points in a row going the same way",
    SpecialCause.TWO_IN_THREE: "two of three points close to a limit",
    SpecialCause.SHIFT: "seven points in a row on one side of the mean",
}


def _exceeding(case: Circumstances) -> str | None:
    bound, value, indicator = case.target.bound, case.held, case.indicator
    if bound is None or value is None or case.target.is_range or indicator.polarity is Polarity.RANGE:
        return None
    if case.status is not Status.GREEN or missed_bound(indicator, value, case.target) is not None:
        return None
    by = case.rules.exceeding or Tolerance(Decimal())
    if by.covers(value, bound):
        return None
    better = "above" if indicator.polarity is Polarity.HIGHER else "below"
    difference = in_unit(indicator, abs(value - bound))
    return f"{in_unit(indicator, value)} is {difference} {better} the target of {in_unit(indicator, bound)}."


def _not_returned(case: Circumstances) -> str | None:
    if not case.not_returned or not case.is_over:
        return None
    readable = " that can be read" if case.is_at_fault else ""
    return f"Nothing{readable} was returned for {' and '.join(each.shown for each in case.not_returned)}."
