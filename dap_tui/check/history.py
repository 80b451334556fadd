"""Values against their own history: fractions of percentages, days in place of figures, and what is far outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import sqrt
from typing import Final, NamedTuple

from dap_tui.assess.chart import apart
from dap_tui.assess.status import HeldTarget, target_at
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.check.days import days, may_have_days
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure, Polarity, Unit, shown
from dap_tui.period import Period, Quarter, Year
from dap_tui.rules import figures as rules

FEWEST: Final = 8
"""How many other points a value's history needs before anything is far outside it."""

TIMES: Final = 6
"""How many times the usual distance from the median is far."""

A_PAST: Final = 3
"""How many other figures of a percentage are enough of a past to go by, whatever its target says."""

_LEAST_TARGET: Final = 5
_SHARE: Final = 10
"""So many times a percentage's figure is still below a target that it was not meant for as it stands."""

_NORMAL: Final = 1.4826
"""The median absolute deviation times this is the standard deviation of normally distributed values."""


_NEAR: Final = 0.999
"""A point no further from the next than the others are from one another is never far; a little less for floats."""


class Point(NamedTuple):
    """A point of an indicator's history, and the figure that it was returned as."""

    period: Period
    number: Decimal
    returned: Figure


def history(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of VAL301, VAL302 and VAL304. What is wrong already is not also far outside."""
    for indicator in inquiry.catalogue.indicators:
        if _is_even(inquiry, indicator):
            continue
        said: set[Period] = set()
        if indicator.unit is Unit.PERCENT:
            for period, figure, why in _fractions(inquiry, indicator):
                said.add(period)
                yield _fraction(figure, why)
        for period, day in days(inquiry, indicator):
            said.add(period)
            yield day
        if len(inquiry.numbers(indicator)) <= FEWEST:
            continue
        for points in _groups(inquiry, indicator):
            for point in _outlying(indicator.unit, points):
                if point.period not in said and not inquiry.rejected.is_at(point.returned.place):
                    yield _far(inquiry, indicator, point, [each.number for each in points if each is not point])


def _is_even(inquiry: Inquiry, indicator: Indicator) -> bool:
    """Whether none of an indicator's numbers can be out of the way, told by floats alone: of a million most are so."""
    numbers = inquiry.returns.numbers(indicator.id)
    if not numbers or len(numbers) < len(inquiry.returns.periods) or indicator.is_running or indicator.rebase:
        return False
    if indicator.unit is Unit.PERCENT and any(0 < number < 1 for number in numbers.values()):
        return False
    if indicator.unit is Unit.PERCENT and len(numbers) <= A_PAST and 1 in numbers.values():
        return False
    if may_have_days(indicator.unit, tuple(numbers.values())):
        return False
    kind = Year if indicator.is_yearly else Quarter
    points = sorted(number for period, number in numbers.items() if isinstance(period, kind))
    if len(points) <= FEWEST:
        return True
    low, second, last_but_one, high = points[0], points[1], points[-2], points[-1]
    return second - low <= _NEAR * (high - second) and high - last_but_one <= _NEAR * (last_but_one - low)


def _fraction(figure: Figure, why: str) -> Finding:
    value = figure.number or Decimal()
    size = "one" if value == 1 else "less than one"
    message = f"{shown(value, Unit.PERCENT)} is {size} in a hundred, {why}"
    hint = f"write {shown(Decimal(f'{(value * 100).normalize():f}'), Unit.PERCENT)}"
    return rules.FRACTION.at(figure.place or Place(""), message, hint)


def _far(inquiry: Inquiry, indicator: Indicator, point: Point, others: list[Decimal]) -> Finding:
    low, high = shown(min(others), indicator.unit), shown(max(others), indicator.unit)
    message = (
        f"{shown(point.number, indicator.unit)} is far outside the history of '{indicator.id}': "
        f"its {len(others)} other points lie between {low} and {high}"
    )
    return rules.OUTLYING.at(
        inquiry.place(indicator, point.period, point.returned),
        message,
        "ask the partner; where the series begins anew, mark it [b]",
    )


def _fractions(inquiry: Inquiry, indicator: Indicator) -> Iterator[tuple[Period, Figure, str]]:
    """Percentages that are fractions by their past or, where they have little, by their target; and why they are."""
    returned = inquiry.returned(indicator)
    for period, figure in returned:
        number = figure.number
        if number is None or not 0 < number <= 1:
            continue
        others = [other.number for when, other in returned if when != period and other.number is not None]
        if _is_unlike(number, others):
            yield period, figure, f"unlike the rest of '{indicator.id}'"
        elif len(others) < A_PAST and all(other <= 1 for other in others) and indicator.targets:
            target = target_at(indicator, inquiry.figures(indicator), period)
            if _is_far_below(number, target, indicator.polarity):
                yield period, figure, f"and the target of '{indicator.id}' is {target.shown}"


def _is_unlike(number: Decimal, others: list[Decimal]) -> bool:
    """Whether a percentage below 1 lies nearer to the median of the others when taken times a hundred."""
    if number == 1 or not others:
        return False
    middle = median(others)
    return middle >= 1 and abs(number * 100 - middle) < abs(number - middle)


def _is_far_below(number: Decimal, target: HeldTarget, polarity: Polarity) -> bool:
    """Whether a percentage of 1 or less is not a tenth of its target, which is 5 or more.

    1 is one in a hundred where less is better: nobody means by it that all are.
    """
    ends = [each for each in (target.value, target.low, target.high) if each is not None]
    if target.kind is TargetKind.LAST_YEAR or not ends:
        return False
    is_only_a_most = target.low is None if target.is_range else polarity is Polarity.LOWER
    return min(ends) >= _LEAST_TARGET and number * _SHARE < min(ends) and not (number == 1 and is_only_a_most)


def _groups(inquiry: Inquiry, indicator: Indicator) -> Iterator[list[Point]]:
    """The indicator's points in order, in a new group wherever its chart starts afresh.

    Points are own-quarter figures, as on its chart; of a yearly indicator, years.
    """
    figures = inquiry.figures(indicator)
    points: list[tuple[Period, Point]] = []
    for period, returned in inquiry.numbers(indicator):
        if isinstance(period, Year) is indicator.is_yearly:
            point = figures.point(period) if indicator.is_running else returned
            if point is not None and point.number is not None:
                points.append((period, Point(period, point.number, returned)))
    for group in apart(points, figures.fresh_starts()):
        yield [point for _, point in group]


def _outlying(unit: Unit, points: list[Point]) -> Iterator[Point]:
    """The points far outside all others: only the least and the greatest can be."""
    if len(points) <= FEWEST:
        return
    ordered = sorted(points, key=lambda point: point.number)
    for point, rest in ((ordered[0], ordered[1:]), (ordered[-1], ordered[:-1])):
        low, high = rest[0].number, rest[-1].number
        if low - (high - low) <= point.number <= high + (high - low):
            continue
        middle = median(each.number for each in rest)
        usual = _NORMAL * float(median(abs(each.number - middle) for each in rest))
        if abs(point.number - middle) > TIMES * max(usual, _least(unit, float(middle))):
            yield point


def median(numbers: Iterable[Decimal]) -> Decimal:
    """The middle one of at least one number, or the mean of the two in the middle.

    (The standard library's brings random numbers and fractions along, at a tenth of a small check's time.)
    """
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _least(unit: Unit, middle: float) -> float:
    """The least distance from a median of `middle` that is taken for usual.

    The square root of a count is what chance alone makes of it (Poisson); for the others it is a choice.
    """
    match unit:
        case Unit.COUNT | Unit.DAYS:
            return sqrt(max(middle, 1))
        case Unit.PERCENT:
            return 5
        case Unit.RATE | Unit.POUNDS:
            return abs(middle) / 10
