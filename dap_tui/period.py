"""Quarters and years, as partnerships name them: `2023-24-Q3`, `2023-24`; or `2023-Q3`, `2023`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

_PERIOD = re.compile(r"(\d{4})(?:[-_ ](\d{2}|\d{4}))?(?:[-_ ]q([1-4]))?", re.IGNORECASE | re.ASCII)


class PeriodError(ValueError):
    """A text that names no period; its message says why, in words for a person."""


class Year(NamedTuple):
    """A reporting year, by the calendar year it starts in and the month of its first quarter.

    >>> Year.parse("2023-24").shown
    '2023/24'
    >>> Year.parse("2023", starts=1).id
    '2023'
    """

    first: int
    starts: int = 4

    @classmethod
    def parse(cls, text: str, starts: int = 4) -> Year:
        """The year that `text` names; raises PeriodError, also for a quarter."""
        period = _parsed(text, starts, years_only=True)
        if isinstance(period, Year):
            return period
        raise PeriodError(f"'{text}' is a quarter, not a year; write {period.year}")

    @property
    def id(self) -> str:
        """As files name it: `2023-24`, or `2023` where the year starts in January."""
        return str(self.first) if self.starts == 1 else f"{self.first}-{(self.first + 1) % 100:02}"

    @property
    def shown(self) -> str:
        """As people see it: `2023/24`."""
        return self.id.replace("-", "/")

    @property
    def short(self) -> str:
        """As people see it in a narrow column: `23/24`."""
        return self.shown if self.starts == 1 else self.shown[2:]

    @property
    def previous(self) -> Year:
        """The year before."""
        return Year(self.first - 1, self.starts)

    @property
    def next(self) -> Year:
        """The year after."""
        return Year(self.first + 1, self.starts)

    @property
    def year(self) -> Year:
        """Itself, so that a period of either kind has a year."""
        return self

    @property
    def year_before(self) -> Year:
        """The same period a year before."""
        return self.previous

    @property
    def quarters(self) -> tuple[Quarter, Quarter, Quarter, Quarter]:
        """Its four quarters, in order."""
        return _quarters_of(self)

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return Quarter(self, 1).first_day

    @property
    def last_day(self) -> date:
        """The day it ends."""
        return Quarter(self, 4).last_day

    def __str__(self) -> str:
        return self.id


class Quarter(NamedTuple):
    """A quarter of a reporting year.

    >>> Quarter.parse("2023_24 q3").id
    '2023-24-Q3'
    >>> Quarter.parse("2023-24-Q1").previous.shown
    'Q4 2022/23'
    """

    year: Year
    number: int

    @classmethod
    def parse(cls, text: str, starts: int = 4) -> Quarter:
        """The quarter that `text` names; raises PeriodError, also for a year."""
        period = parse_period(text, starts)
        if isinstance(period, Quarter):
            return period
        raise PeriodError(f"'{text}' is a year, not a quarter; write {period}-Q3")

    @property
    def id(self) -> str:
        """As files name it: `2023-24-Q3`."""
        return f"{self.year.id}-Q{self.number}"

    @property
    def shown(self) -> str:
        """As people see it: `Q3 2023/24`."""
        return f"Q{self.number} {self.year.shown}"

    @property
    def short(self) -> str:
        """As people see it in a narrow column: `Q3 23/24`."""
        return f"Q{self.number} {self.year.short}"

    @property
    def previous(self) -> Quarter:
        """The quarter before, in the year before where this is the first."""
        return self.shifted(-1)

    @property
    def next(self) -> Quarter:
        """The quarter after."""
        return self.shifted(1)

    @property
    def year_before(self) -> Quarter:
        """The same quarter a year before."""
        return _shifted(self, -4)

    def shifted(self, quarters: int) -> Quarter:
        """The quarter that many later (earlier where negative)."""
        return _shifted(self, quarters)

    @property
    def first_day(self) -> date:
        """The day it begins."""
        month = self.year.starts - 1 + 3 * (self.number - 1)
        return date(self.year.first + month // 12, month % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        """The day it ends."""
        return self.next.first_day - timedelta(days=1)

    def __str__(self) -> str:
        return self.id


Period = Quarter | Year


# The same few are asked for with every figure.
@lru_cache(maxsize=4096)
def _quarters_of(year: Year) -> tuple[Quarter, Quarter, Quarter, Quarter]:
    return (Quarter(year, 1), Quarter(year, 2), Quarter(year, 3), Quarter(year, 4))


@lru_cache(maxsize=4096)
def _shifted(quarter: Quarter, by: int) -> Quarter:
    ordinal = quarter.year.first * 4 + quarter.number - 1 + by
    return Quarter(Year(ordinal // 4, quarter.year.starts), ordinal % 4 + 1)


def parse_period(text: str, starts: int = 4) -> Period:
    """The quarter or year that `text` names, where years start in month `starts`.

    Case does not matter, and `_` or a space may stand for `-` (files.md, "Periods"). Raises
    PeriodError where it names none, or where a year's second half does not follow from its first.
    """
    return _parsed(text, starts, years_only=False)


def _parsed(text: str, starts: int, *, years_only: bool) -> Period:
    """The period that `text` names; what the error says to write is a year where only years are asked for."""
    example = "2023" if starts == 1 else "2023-24"
    if not years_only:
        example = f"{example}-Q3 or {example}"
    match = _PERIOD.fullmatch(text.strip())
    if match is None:
        hyphened = text.strip().replace("/", "-").replace("\u2013", "-")
        if _PERIOD.fullmatch(hyphened):
            meant = _parsed(hyphened, starts, years_only=years_only)
            example = str(meant.year if years_only else meant)
        raise PeriodError(f"'{text}' is no {'year' if years_only else 'period'}; write {example}")
    first, second, quarter = int(match[1]), match[2], match[3]
    if not 1900 <= first <= 2200:
        raise PeriodError(f"'{text}' names a year that cannot be meant; write {example}")
    if starts == 1 and second is not None:
        raise PeriodError(f"'{text}': years start in January here; write {example}")
    year = Year(first, starts)
    whole = f"{year}-Q{quarter}" if quarter and not years_only else f"{year}"
    if starts != 1 and second is None:
        raise PeriodError(f"'{text}' is part of two years; write {whole}")
    if second is not None and int(second) != (first + 1) % (100 if len(second) == 2 else 10_000):
        raise PeriodError(f"'{text}': {second} does not follow {first}; write {whole}")
    return Quarter(year, int(quarter)) if quarter else year


def last_quarter_over(today: date, starts: int = 4) -> Quarter:
    """The latest quarter whose last day is past, where years start in month `starts`.

    >>> last_quarter_over(date(2024, 3, 31)).id, last_quarter_over(date(2024, 1, 1), starts=1).id
    ('2023-24-Q3', '2023-Q4')
    """
    quarter = Quarter(Year(today.year, starts), 4)
    while quarter.last_day >= today:
        quarter = quarter.previous
    return quarter


def on_one_scale(period: Period) -> tuple[int, int]:
    """A key that sorts quarters and years together: a year stands after its quarters."""
    return (period.year.first, period.number if isinstance(period, Quarter) else 5)


def is_next(earlier: Period, later: Period) -> bool:
    """Whether a period is the one after another of its kind, without making that one.

    >>> is_next(Quarter.parse("2022-23-Q4"), Quarter.parse("2023-24-Q1"))
    True
    """
    if isinstance(earlier, Quarter) and isinstance(later, Quarter):
        return (later.year.first - earlier.year.first) * 4 + later.number - earlier.number == 1
    return not isinstance(earlier, Quarter) and not isinstance(later, Quarter) and later.first - earlier.first == 1
