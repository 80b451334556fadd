"""Figures worked out from others: sums, means and percentages, in decimal arithmetic and rounded once."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dap_tui.measure import Figure, Mark, Symbol, places, rounded


def total_of(figures: Iterable[Figure | None], decimals: int | None) -> Figure | None:
    """The sum of figures, None where one is missing or a symbol other than `[z]`.

    A `[z]` counts for nothing, and the sum of nothing but `[z]` is `[z]`. Without `decimals` the sum takes
    the most places among its figures.
    """
    numbers = _numbers(figures)
    if numbers is None:
        return None
    if not numbers:
        return Figure(symbol=Symbol.NOT_APPLICABLE, worked_out=True)
    most = max(places(number) for number in numbers) if decimals is None else decimals
    return Figure(rounded(sum(numbers, Decimal()), most), worked_out=True)


def mean_of(figures: Iterable[Figure | None], decimals: int | None) -> Figure | None:
    """The mean of figures, by the same rules; without `decimals` it takes a place more than they have."""
    numbers = _numbers(figures)
    if numbers is None:
        return None
    if not numbers:
        return Figure(symbol=Symbol.NOT_APPLICABLE, worked_out=True)
    return Figure(mean(numbers, decimals), worked_out=True)


def mean(numbers: list[Decimal], decimals: int | None) -> Decimal:
    """The mean of at least one number, rounded to `decimals`, else to one place more than the numbers have."""
    most = max(places(number) for number in numbers) + 1 if decimals is None else decimals
    return rounded(sum(numbers, Decimal()) / len(numbers), most)


def ratio_of(numerator: Figure | None, denominator: Figure | None, decimals: int | None) -> Figure | None:
    """A percentage worked out from its two figures; None where either is missing or nothing is to be shared."""
    if numerator is None or numerator.number is None or denominator is None or not denominator.number:
        return None
    most = max(places(numerator.number), places(denominator.number)) + 1 if decimals is None else decimals
    return Figure(rounded(numerator.number * 100 / denominator.number, most), worked_out=True)


def with_break(worked_out: Figure | None, parts: Iterable[Figure | None]) -> Figure | None:
    """A figure worked out from others, which breaks the series where one of them does."""
    if worked_out is None or not any(each is not None and each.is_break for each in parts):
        return worked_out
    return worked_out._replace(marks=(Mark.BREAK,))


def _numbers(figures: Iterable[Figure | None]) -> list[Decimal] | None:
    numbers = []
    for figure in figures:
        if figure is None:
            return None
        if figure.number is not None:
            numbers.append(figure.number)
        elif figure.symbol is not Symbol.NOT_APPLICABLE:
            return None
    return numbers
