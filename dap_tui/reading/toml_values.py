"""What a TOML value is called in a message, and what was probably meant by one that is not of its kind."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from dap_tui.reading.text import quoted

SAME: Final = {
    "%": "percent",
    "£": "pounds",
    "gbp": "pounds",
    "number": "count",
    "integer": "count",
    "up": "higher",
    "increase": "higher",
    "down": "lower",
    "decrease": "lower",
    "annual": "year",
    "yearly": "year",
    "average": "mean",
    "total": "sum",
    "cumulative": "year-to-date",
    "ytd": "year-to-date",
    "completed": "done",
}
"""Words that people write for one of ours."""


def as_number(value: object) -> str | None:
    """What to write for a number that stands in quotes, with a sign of its unit or without."""
    written = value.strip().strip("%£ ").replace(",", "") if isinstance(value, str) else ""
    return f"write {written}, without quotes" if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", written) else None


def described(value: object) -> str:
    """A TOML value, as a message names it."""
    match value:
        case bool():
            said = str(value).lower()
        case str():
            said = f"the text {quoted(value)}" if value else "an empty text"
        case int() | Decimal():
            said = str(value) if is_usable(value) else "nan, inf or one beyond all measure"
        case list():
            said = f"a list of {len(value)}"
        case dict():
            said = "a table"
        case _:
            said = f"the date or time {value}"
    return said


def is_usable(value: int | Decimal) -> bool:
    """Whether a number is finite and of a size that somebody can have counted."""
    if isinstance(value, int):
        return value.bit_length() < 64
    return value.is_finite() and abs(value) < 10**18
