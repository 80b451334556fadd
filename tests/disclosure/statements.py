"""What is said of counts, as a reader of the reports understands it: of which whole numbers it would be so.

A status or an arrow is the same throughout a region, whose borders are sums of a few figures: where a figure meets a
target, where it is level with another. What is said of several figures is written out as the regions where it is so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, product

from dap_tui.assess.status import HeldTarget, status_of
from dap_tui.assess.travel import judged
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.measure import Polarity, ToleranceKind

Form = dict[object, int]
Border = tuple[tuple[int, ...], int]
"""How often each figure counts in a sum, and the number at which what is said may change."""

Region = tuple[tuple[tuple[int, ...], int | None, int | None], ...]
"""Sums of figures, each with the least and the most it is there; None is without end."""


@dataclass(frozen=True)
class Statement:
    """Something said of figures; `holds` says whether it would be of others."""

    figures: tuple[Mapping[object, int], ...]
    holds: Callable[[Sequence[int]], bool]
    borders: tuple[Border, ...]

    def regions(self, true: Sequence[int]) -> list[Region]:
        """Where it is so: of what figures may be, near borders and near what they are."""
        found: dict[tuple[int, ...], bool] = {}
        beside = product(*(range(number - 3, number + 4) for number in true))
        for at in chain(product(self._near, repeat=len(self.figures)), beside):
            where = tuple(_side(border, at) for border in self.borders)
            if where not in found:
                found[where] = self.holds(at)
        return [_region(self.borders, where) for where, holds in found.items() if holds]

    @property
    def _near(self) -> Iterable[int]:
        """Numbers of which some are on each side of every border, beside some number of each other figure."""
        ends = {abs(number) for _, number in self.borders}
        near = {end + by for end in ends for by in (-2, -1, 0, 1, 2)}
        return sorted(near | {-50, -22, -20, -10, -9, 2, 3, 5, 9, 10, 11, 19, 20, 21, 22, 40, 44, 60, 63, 300})

    def with_known(self, known: Sequence[int | None]) -> Statement:
        """What it says of the figures that are not known."""
        left = [at for at, number in enumerate(known) if number is None]

        def holds(numbers: Sequence[int]) -> bool:
            rest = iter(numbers)
            return self.holds([next(rest) if number is None else number for number in known])

        borders = []
        for times, end in self.borders:
            apart = sum(by * number for by, number in zip(times, known, strict=True) if number is not None)
            if any(times[at] for at in left):
                borders.append((tuple(times[at] for at in left), end - apart))
        return Statement(tuple(self.figures[at] for at in left), holds, tuple(dict.fromkeys(borders)))


def _side(border: Border, at: Sequence[int]) -> int:
    times, end = border
    apart = sum(by * number for by, number in zip(times, at, strict=True)) - end
    return (apart > 0) - (apart < 0)


def _region(borders: Sequence[Border], where: Sequence[int]) -> Region:
    low: dict[tuple[int, ...], int] = {}
    high: dict[tuple[int, ...], int] = {}
    for (times, end), side in zip(borders, where, strict=True):
        if side >= 0:
            low[times] = max(low.get(times, end + side), end + side)
        if side <= 0:
            high[times] = min(high.get(times, end + side), end + side)
    return tuple((times, low.get(times), high.get(times)) for times in dict.fromkeys(each for each, _ in borders))


def status_said(
    one: Indicator, said: str, target: HeldTarget, held: object, now: object, before: object | None
) -> Statement:
    """A status, of what is held against the target; and, where it looks back, of a figure and the one a year before.

    `before` is None where the two are not compared.
    """
    by_last_year = target.kind is TargetKind.LAST_YEAR
    figures: dict[int, object] = {0: held}
    if before is not None and (one.amber_if_improving or by_last_year):
        figures[2] = before
        figures |= {1: now} if now != held else {}
    places = sorted(figures)

    def holds(numbers: Sequence[int]) -> bool:
        of = dict(zip(places, map(Decimal, numbers), strict=True))
        new, old = of.get(1, of[0]), of.get(2)
        against = target._replace(value=old) if by_last_year and old is not None else target
        improves = old is not None and judged(one, old, new, against)[1] in {"improving", "level"}
        return status_of(one, of[0], against, improves=improves) == said

    new = places.index(1) if 1 in figures else 0
    old = places.index(2) if 2 in figures else None
    borders = list(_alone(one, target, 0, len(places)))
    if old is not None:
        borders += _alone(one, target, new, len(places))
        borders += _alone(one, target, old, len(places))
        borders += _between(one, target, new, old, len(places))
    return Statement(tuple(figures[at] for at in places), holds, tuple(dict.fromkeys(borders)))  # type: ignore[arg-type]


def arrow_said(
    one: Indicator, said: tuple[str, str], target: HeldTarget | None, new: object, old: object, before: object | None
) -> Statement:
    """An arrow and its judgement; `before` is last year's figure where that is the target, None where it is not."""
    figures = (new, old) if before is None or before == old else (new, old, before)

    def holds(numbers: Sequence[int]) -> bool:
        later, earlier, *target_is = map(Decimal, numbers)
        against = target
        if target is not None and before is not None:
            against = target._replace(value=target_is[0] if target_is else earlier)
        return judged(one, earlier, later, against) == said

    size = len(figures)
    borders = [*_between(one, target, 0, 1, size), *_alone(one, target, 0, size), *_alone(one, target, 1, size)]
    if size > 2:
        # How near two figures are to a third: on which sides of it they are, and how far from it together.
        borders += [((1, 0, -1), 0), ((0, 1, -1), 0), ((1, 1, -2), 0)]
    return Statement(figures, holds, tuple(dict.fromkeys(borders)))  # type: ignore[arg-type]


def _alone(one: Indicator, target: HeldTarget | None, at: int, size: int) -> Iterator[Border]:
    """Where one figure meets a target that is a number, and where it is off it by no more than is allowed."""
    if target is None or target.kind is TargetKind.LAST_YEAR:
        return
    times = tuple(int(place == at) for place in range(size))
    for end in {target.low, target.high, target.bound, target.floor} - {None}:
        apart = {Decimal()}
        for allowed in (one.tolerance, one.met_within):
            by = allowed.amount * abs(end) / 100 if allowed.kind is ToleranceKind.PER_CENT else allowed.amount
            apart |= {by, -by}
        for by in apart:
            # A border that is no whole number lies between two.
            yield times, int((end + by).to_integral_value("ROUND_FLOOR"))
            yield times, int((end + by).to_integral_value("ROUND_CEILING"))


def _between(one: Indicator, target: HeldTarget | None, new: int, old: int, size: int) -> Iterator[Border]:
    """Where two figures are level, or as far apart as is allowed, or as far from a range on its two sides."""

    def times(of_new: int, of_old: int) -> tuple[int, ...]:
        return tuple({new: of_new, old: of_old}.get(place, 0) for place in range(size))

    yield times(1, -1), 0
    for allowed in (one.steady, one.tolerance, one.met_within):
        if allowed.amount and allowed.kind is ToleranceKind.PER_CENT:
            yield times(10, int(-10 - allowed.amount / 10)), 0
            yield times(10, int(-10 + allowed.amount / 10)), 0
        elif allowed.amount:
            yield times(1, -1), int(allowed.amount)
            yield times(1, -1), -int(allowed.amount)
    if target is not None and target.kind is not TargetKind.LAST_YEAR:
        ends = [each for each in (target.low, target.high) if each is not None]
        ends = ends or ([target.bound] * 2 if one.polarity is Polarity.RANGE and target.bound is not None else [])
        if len(ends) == 2:
            yield times(1, 1), int(sum(ends).to_integral_value("ROUND_FLOOR"))
            yield times(1, 1), int(sum(ends).to_integral_value("ROUND_CEILING"))
