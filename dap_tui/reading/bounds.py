"""Numbers that cannot be, by their indicator's bounds."""

from __future__ import annotations

from decimal import Decimal

from dap_tui.catalogue import Indicator
from dap_tui.measure import plain, shown
from dap_tui.reading.value import Unreadable, Value, in_words
from dap_tui.rules import values as rules


def out_of_bounds(indicator: Indicator, value: Value) -> Unreadable | None:
    """What is wrong with a number that cannot be, by its indicator's bounds."""
    number, bounds = value.number, indicator.bounds
    if number is None:
        return None
    what = shown(number, indicator.unit)
    for bound, is_past, words in ((bounds.min, "below", "least"), (bounds.max, "above", "most")):
        if bound is not None and (number < bound if is_past == "below" else number > bound):
            message = f"{what} is {is_past} {plain(bound)}, the {words} that '{indicator.id}' can be"
            hint = "ask for the right figure; if it can be, set bounds on the indicator"
            return Unreadable(rules.OUT_OF_BOUNDS, message, hint)
    if bounds.whole and number != number.to_integral_value():
        message = f"{what} is no whole number, and '{indicator.id}' is {in_words(indicator.unit)}"
        return Unreadable(rules.NOT_WHOLE, message, _why_not_whole(number))
    return None


def _why_not_whole(number: Decimal) -> str:
    """What a number that is not whole may be: with three decimals, one with a point between its thousands."""
    if number.as_tuple().exponent == -3 and abs(number) < 1000:
        return f"if the point separates thousands, write {number * 1000:,.0f}; else ask for the right figure"
    return "a percentage or an average in the wrong row?"
