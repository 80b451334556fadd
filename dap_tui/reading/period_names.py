"""Names that were meant for a period's and are none: `Q3 2023-24`, `2023-24-Q3 (copy)`, `23-24-Q3`."""

from __future__ import annotations

import re
from typing import Final

from dap_tui.period import Period, PeriodError, parse_period

_YEAR: Final = re.compile(r"(?<!\d)(?P<first>(?:20)?\d\d)\s*[-_/\u2013 ]\s*(?P<second>(?:20)?\d\d)(?!\d)")
_ONE_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_QUARTER: Final = re.compile(
    r"(?<![a-z0-9])(?:q|qtr|quarter)[\s_-]*([1-4])(?!\d)|(?<!\d)([1-4])(?:st|nd|rd|th) q", re.IGNORECASE
)


def likely_period(name: str, starts: int) -> Period | None:
    """The period that a name was probably meant for, where years start in month `starts`; None where none shows."""
    quarter = _QUARTER.search(name)
    number = f"-Q{quarter[1] or quarter[2]}" if quarter else ""
    if starts == 1:
        year = _ONE_YEAR.search(name)
        named = f"{year[0]}{number}" if year else ""
    else:
        years = _YEAR.search(name)
        named = f"20{years['first'][-2:]}-{years['second'][-2:]}{number}" if years else ""
    try:
        return parse_period(named, starts) if named else None
    except PeriodError:
        return None
