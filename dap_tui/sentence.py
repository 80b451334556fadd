"""The parts of a sentence that many write: a list, a number with its noun, a day, a beginning with a capital."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dap_tui.period import MONTHS


def listed(words: Sequence[str], most: int | None = None) -> str:
    """Words in a row: `a`, `a and b`, `a, b and c`; "" of none. Those beyond the first `most` are counted.

    >>> listed(["Barnsley", "Cambridgeshire", "Rotherham"]), listed(["a", "b", "c", "d"], 2)
    ('Barnsley, Cambridgeshire and Rotherham', 'a, b and 2 more')
    """
    if most is not None and len(words) > most:
        words = [*words[:most], f"{len(words) - most:,} more"]
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun, whose plural is `many`, else `one` with an s.

    >>> counted(1, "indicator"), counted(1200, "indicator"), counted(2, "entry", "entries")
    ('1 indicator', '1,200 indicators', '2 entries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def capital(words: str) -> str:
    """Words as a sentence begins with them: the first letter a capital, all others as they are."""
    return f"{words[:1].upper()}{words[1:]}"


def month_in_words(day: date) -> str:
    """The month of a day: `March`."""
    return MONTHS[day.month - 1].capitalize()


def day_in_words(day: date) -> str:
    """A day as people write it: `31 March 2024`."""
    return f"{day.day} {month_in_words(day)} {day.year}"
