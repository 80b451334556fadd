"""Names that were meant for a period's and are none: `Q3 2023-24`, `2023-24-Q3 (copy)`, `Oct-Dec 2023`."""

from __future__ import annotations

import re
from typing import Final

from dap_tui.period import MONTHS, Period, PeriodError, Quarter, Year, parse_period

_YEAR: Final = re.compile(r"(?<!\d)(?P<first>(?:20)?\d\d)\s*[-_/\u2013 ]\s*(?P<second>(?:20)?\d\d)(?!\d)")
_ONE_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_QUARTER: Final = re.compile(
    r"(?<![a-z])(?:q|qtr|quarter)[\s_-]*([1-4])(?!\d)|(?<!\d)([1-4])(?:st|nd|rd|th) q", re.IGNORECASE
)
_ANY_QUARTER: Final = re.compile(r"(?<![a-z])(?:q|qtr|quarter)[\s_-]*\d+", re.IGNORECASE)
_CLOSED_UP: Final = re.compile(r"(?<!\d)(?P<first>20\d\d)(?P<second>\d\d)(?!\d)")
_MONTH: Final = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_MONTHS_OF: Final = re.compile(rf"(?<![a-z]){_MONTH}\s*(?:-|\u2013|_|to)\s*{_MONTH}[\s_,-]*(20\d\d)", re.IGNORECASE)


def _of_months(months: re.Match[str], starts: int) -> Period | None:
    """The quarter of `Oct-Dec 2023`."""
    numbers = {month[:3]: number for number, month in enumerate(MONTHS)}
    first, last = (numbers[months[at].casefold()] for at in (1, 2))
    since_start = (first - (starts - 1)) % 12
    if since_start % 3 or (last - first) % 12 != 2:
        return None
    year = Year(int(months[3]) - (first < starts - 1), starts)
    return Quarter(year, since_start // 3 + 1)


def likely_period(name: str, starts: int) -> Period | None:
    """The period that a name was probably meant for, where years start in month `starts`; None where none shows."""
    if (months := _MONTHS_OF.search(name)) is not None:
        return _of_months(months, starts)
    quarter = _QUARTER.search(name)
    if quarter is None and _ANY_QUARTER.search(name):
        return None
    number = f"-Q{quarter[1] or quarter[2]}" if quarter else ""
    if starts == 1:
        year = _ONE_YEAR.search(name)
        named = f"{year[0]}{number}" if year else ""
    else:
        years = _YEAR.search(name) or _CLOSED_UP.search(name)
        named = f"20{years['first'][-2:]}-{years['second'][-2:]}{number}" if years else ""
        if not years and quarter and (year := _ONE_YEAR.search(name)):
            named = f"{year[0]}-{(int(year[0]) + 1) % 100:02}{number}"
    try:
        return parse_period(named, starts) if named else None
    except PeriodError:
        return None


def by_first_year(name: str, starts: int) -> Period | None:
    """The period of a name whose years do not follow one another, by the first of them: `2023-25-Q3`."""
    years = _YEAR.search(name)
    return None if years is None else likely_period(f"20{years['first'][-2:]} {name[years.end() :]}", starts)


def year_of_no_quarter(name: str, starts: int) -> Period | None:
    """The year of a name that has a quarter which no year has, as `2023-24-Q5`; None of any other name."""
    is_named = _QUARTER.search(name) is None and (quarter := _ANY_QUARTER.search(name)) is not None
    return likely_period(f"{name[: quarter.start()]} {name[quarter.end() :]}", starts) if is_named and quarter else None
