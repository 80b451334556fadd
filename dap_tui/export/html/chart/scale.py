"""The scale of a chart: round values that span what is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from dap_tui.measure import Unit, places

_STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """Round values from the least to the greatest that is in sight."""

    ticks: tuple[Decimal, ...]

    def share(self, number: Decimal) -> float:
        """How far up a number stands, from 0 to 1; what is beyond the ends stands at them."""
        least, greatest = self.ticks[0], self.ticks[-1]
        return float((min(max(number, least), greatest) - least) / (greatest - least))

    @property
    def decimals(self) -> int:
        """The places that its values are written with."""
        return max(places(tick.normalize()) for tick in self.ticks)


def scale_of(values: Iterable[Decimal], unit: Unit, *, is_whole: bool) -> Scale:
    """The scale of some values. It begins at 0 where that is near, and a percentage ends at 100.

    >>> [str(tick) for tick in scale_of([Decimal(26), Decimal(40)], Unit.PERCENT, is_whole=True).ticks]
    ['25', '30', '35', '40']
    """
    known = [*values]
    least, greatest = _widened(min(known), max(known), unit, is_whole=is_whole)
    if 0 <= least <= greatest / 2:
        least = Decimal()
    step = _step((greatest - least) / 4, is_whole=is_whole)
    first = (least / step).to_integral_value(ROUND_FLOOR)
    last = (greatest / step).to_integral_value(ROUND_CEILING)
    if unit is Unit.PERCENT and greatest <= 100 < step * last:
        downwards = int(((100 - least) / step).to_integral_value(ROUND_CEILING))
        return Scale(tuple(_tidy(100 - step * at) for at in range(downwards, -1, -1)))
    return Scale(tuple(_tidy(step * at) for at in range(int(first), int(last) + 1)))


def _widened(least: Decimal, greatest: Decimal, unit: Unit, *, is_whole: bool) -> tuple[Decimal, Decimal]:
    """Ends so far apart that a small change does not look like a great one."""
    apart = max(abs(greatest) / 10, Decimal(2) if is_whole else Decimal(1).scaleb(greatest.adjusted() - 1))
    missing = apart - (greatest - least)
    if missing <= 0:
        return least, greatest
    top = greatest + missing / 2
    if unit is Unit.PERCENT and greatest <= 100:
        top = min(top, Decimal(100))
    bottom = top - apart
    return (max(bottom, Decimal()) if least >= 0 else bottom), top


def _step(wanted: Decimal, *, is_whole: bool) -> Decimal:
    power = Decimal(1).scaleb(wanted.adjusted())
    step = next(power * each for each in _STEPS if power * each >= wanted)
    if is_whole and step != step.to_integral_value():
        step = step.to_integral_value(ROUND_CEILING)
    return step


def _tidy(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
