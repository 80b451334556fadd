"""The field's own values: units, polarity, symbols, marks, tolerances, and a figure with where it stands."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from dap_tui.finding import Place


class Unit(StrEnum):
    """What an indicator is counted in."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    DAYS = "days"
    POUNDS = "pounds"

    @property
    def adds_up(self) -> bool:
        """Whether parts of it, and quarters of it, can be added: people and pounds can, percentages cannot."""
        return self in {Unit.COUNT, Unit.POUNDS}


class Polarity(StrEnum):
    """What good looks like: more, less, inside a range; or nothing, it is only watched."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    MONITOR = "monitor"


class Symbol(StrEnum):
    """What stands for a figure in UK official statistics' tables (Government Analysis Function)."""

    NOT_AVAILABLE = "x"
    CONFIDENTIAL = "c"
    NOT_APPLICABLE = "z"
    LOW = "low"
    UNRELIABLE = "u"

    @property
    def words(self) -> str:
        """What it means, as a legend says it."""
        return {
            "x": "not available",
            "c": "confidential: hidden so that nobody can be made out",
            "z": "not applicable",
            "low": "rounds to zero but is not zero",
            "u": "too unreliable to use",
        }[self]


class Mark(StrEnum):
    """What is said of a figure that is there."""

    PROVISIONAL = "p"
    REVISED = "r"
    ESTIMATED = "e"
    FORECAST = "f"
    BREAK = "b"

    @property
    def words(self) -> str:
        """What it means, as a legend says it."""
        return {
            "p": "provisional",
            "r": "revised",
            "e": "estimated",
            "f": "forecast",
            "b": "break in the series: nothing is compared across it",
        }[self]


class Status(StrEnum):
    """A figure against its target (measures.md, "Status")."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    DATA_ONLY = "data-only"
    NO_DATA = "no-data"
    HIDDEN = "hidden"


class Arrow(StrEnum):
    """Which way a figure went."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    NONE = "none"


class Judgement(StrEnum):
    """Whether that is for the better."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    LEVEL = "level"
    NEUTRAL = "neutral"
    NONE = "none"


class Compare(StrEnum):
    """What direction of travel looks back to."""

    PREVIOUS_QUARTER = "previous-quarter"
    LAST_YEAR = "same-quarter-last-year"


class Aggregate(StrEnum):
    """How quarters make a year."""

    SUM = "sum"
    MEAN = "mean"
    LATEST = "latest"


class ToleranceKind(StrEnum):
    """What a tolerance is measured in."""

    PER_CENT = "%"
    POINTS = "pp"
    UNITS = ""


class Tolerance(NamedTuple):
    """How far is still near: `15%` of the bound, `5pp` percentage points, or `3` in the indicator's unit."""

    amount: Decimal
    kind: ToleranceKind = ToleranceKind.PER_CENT

    def covers(self, value: Decimal, bound: Decimal) -> bool:
        """Whether `value` is no further from `bound` than this.

        Of a bound of 0 there is no percentage, so only the bound itself is (measures.md, "Status").
        """
        distance = abs(value - bound)
        if self.kind is ToleranceKind.PER_CENT:
            return distance * 100 <= self.amount * abs(bound)
        return distance <= self.amount

    def __str__(self) -> str:
        return f"{plain(self.amount)}{self.kind}"


class Figure(NamedTuple):
    """A figure as it was returned, or a symbol in its place, and where that stands.

    `number` keeps the places it was written with. `words` are what the partner wrote beside it, or in its
    place. `place` is None for a figure that was worked out from others (`worked_out`).
    """

    number: Decimal | None = None
    symbol: Symbol | None = None
    marks: tuple[Mark, ...] = ()
    words: str | None = None
    place: Place | None = None
    worked_out: bool = False

    @property
    def is_break(self) -> bool:
        """Whether the series breaks here, so that nothing is compared across it."""
        return Mark.BREAK in self.marks


def places(number: Decimal) -> int:
    """How many decimal places a number is written with: 36.4 has one, 38 none."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


_MANY_DIGITS: Final = Context(prec=80)
"""Room to round a number of the most digits that can be written to any places."""


def rounded(number: Decimal, decimals: int) -> Decimal:
    """`number` to that many places, half away from zero, as a person with a pencil rounds."""
    return number.quantize(_unit_of(decimals), rounding=ROUND_HALF_UP, context=_MANY_DIGITS)


@cache
def _unit_of(decimals: int) -> Decimal:
    """One in the last of that many places."""
    return Decimal(1).scaleb(-decimals)


def plain(number: Decimal) -> str:
    """A number as people write it: thousands separators, no exponent, a true minus sign."""
    text = f"{abs(number):,f}"
    return f"−{text}" if number < 0 else text


UNIT_AFTER: Final = {Unit.PERCENT: "%", Unit.DAYS: "", Unit.RATE: "", Unit.COUNT: "", Unit.POUNDS: ""}


def shown(number: Decimal, unit: Unit, decimals: int | None = None) -> str:
    """A number in its unit: `30%`, `1,821`, `£1,200.50`; as it was written where `decimals` is None.

    >>> shown(Decimal("1821"), Unit.COUNT), shown(Decimal("-4.05"), Unit.POUNDS, 1)
    ('1,821', '−£4.1')
    """
    value = number if decimals is None else rounded(number, decimals)
    sign = "−" if value < 0 else ""
    pounds = "£" if unit is Unit.POUNDS else ""
    return f"{sign}{pounds}{abs(value):,f}{UNIT_AFTER[unit]}"
