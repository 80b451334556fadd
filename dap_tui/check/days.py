"""Days in place of figures: of 1-5 a spreadsheet makes 1 May, and what it keeps and hands on of that is 45413."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from dap_tui.catalogue import Indicator
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding
from dap_tui.measure import Figure, Unit, shown
from dap_tui.period import Period
from dap_tui.rules import figures as rules
from dap_tui.sentence import day_in_words

_NOUGHT: Final = date(1899, 12, 30)
"""The day from which spreadsheets count the days (ECMA-376, part 1, 18.17.4.1)."""

_FIRST: Final = 36526
"""1 January 2000."""

_LAST: Final = 54788
"""31 December 2049, up to which Excel takes two digits for a year of this century, if it is set so."""

_NEAR: Final = timedelta(366)
_TIMES: Final = 20
_TIMES_OF_OTHERS: Final = 50
_FEWEST_OTHERS: Final = 3


def may_have_days(unit: Unit, numbers: Sequence[float]) -> bool:
    """Whether there may be a day among the numbers of an indicator: most have none, and need no second look."""
    if unit in {Unit.PERCENT, Unit.POUNDS} or not numbers:
        return False
    high = max(numbers)
    return _FIRST <= high <= _LAST and (len(numbers) == 1 or _TIMES * min(numbers) <= high)


class Day(NamedTuple):
    """A figure that may be a day: its period, the figure (of a total made of its rows the row), and the day."""

    period: Period
    figure: Figure
    day: date


def days(inquiry: Inquiry, indicator: Indicator) -> Iterator[tuple[Period, Finding]]:
    """Findings of VAL304 on an indicator, with the period of each.

    A day is told from a figure by what stands beside it: its other figures, no fewer, are at most a twentieth of
    it; where there is none yet, the other counts of its return, at least three, at most a fiftieth.
    """
    numbers = {period: (each, each.number) for period, each in inquiry.numbers(indicator) if each.number is not None}
    if not may_have_days(indicator.unit, [float(number) for _, number in numbers.values()]):
        return
    found = [one for period, (each, _) in numbers.items() if (one := _day(inquiry, indicator, period, each))]
    if not found:
        return
    is_day = {each.period for each in found}
    others = [abs(number) for period, (_, number) in numbers.items() if period not in is_day]
    whose, fewest, times = "its other figures", len(found), _TIMES
    if not others:
        others = _beside(inquiry, indicator, found[0].period)
        whose, fewest, times = "the other counts of its return", _FEWEST_OTHERS, _TIMES_OF_OTHERS
    if len(others) < fewest or min(each.figure.number or 0 for each in found) < times * max(others):
        return
    for period, figure, day in found:
        most = shown(max(others), indicator.unit)
        message = (
            f"{figure.number:f} is what a spreadsheet keeps for {day_in_words(day)}, and {whose} are at most {most}"
        )
        hint = "spreadsheets make days of 1-5 and 1/2: ask for the figure, to be typed into a cell that is set to Text"
        yield period, rules.DAY.at(inquiry.place(indicator, period, figure), message, hint)


def _day(inquiry: Inquiry, indicator: Indicator, period: Period, figure: Figure) -> Day | None:
    """A figure that may be a day: one within a year of the period or of today, or the first of a month (10-14).

    Never so round a number that people may have meant it.
    """
    rows = inquiry.returns.rows(indicator.id).values() if figure.worked_out else ()
    for each in [series[period] for series in rows if period in series] or [figure]:
        number = each.number
        if number is None or number % 1 or not number % 1000 or not _FIRST <= number <= _LAST:
            continue
        day = _NOUGHT + timedelta(int(number))
        if day.day == 1 or period.first_day - _NEAR <= day <= max(period.last_day, inquiry.as_of) + _NEAR:
            return Day(period, each, day)
    return None


def _beside(inquiry: Inquiry, indicator: Indicator, period: Period) -> list[Decimal]:
    """The other counts that the indicator's source returned of the period."""
    own: Iterable[Indicator] = inquiry.catalogue.indicators
    others = [each for each in own if each.source == indicator.source and each.unit is Unit.COUNT and each != indicator]
    figures = (inquiry.returns.totals(each.id).get(period) for each in others)
    return [each.number for each in figures if each is not None and each.number is not None]
