"""Small numbers in people's own words: whether a text quotes a figure that a report hides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dap_tui.measure import places, rounded

WORDS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip

_TOKEN: Final = re.compile(r"[^\W_]+(?:[.,:/’'][^\W_]+)*|[%£$€#]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTHS: Final = _words("""
    jan feb mar apr may jun jul aug sep sept oct nov dec
    january february march april june july august september october november december
""")

# What stands before a number that counts nobody: "quarter 3", "level 4", "table 2".
_BEFORE: Final = _words("""
    q quarter quarters year years week weeks month months level levels tier step stage phase table figure page section
    appendix priority objective aim action item paragraph chapter part no number version band grade unit domain sp
    £ $ € #
""")

# What stands after one: "3 months", "4 percentage points", "2 areas", "5 p.m.".
_AFTER: Final = _words("""
    % per percent percentage pp point points hour hours hr hrs minute minutes day days week weeks weekly month months
    monthly quarter quarters year years yearly times fold am pm p.m a.m st nd rd th target targets indicator indicators
    measure measures priorities objectives meeting meetings session sessions agency agencies partner partners district
    districts ward wards area areas provider providers refuges boroughs
""")

# "No one", "one of the reasons": a word that is seldom a count.
_BEFORE_ONE: Final = _words("no any every each this that the another which someone")
_AFTER_ONE: Final = _words("""
    of another day reason reasons thing way side hand stop off such that who which can must should would
""")


# What stands before a percentage that says how much something changed, or what is aimed at: "up 3%", "a target of 3%".
_BEFORE_PERCENTAGE: Final = _words("up down by target")


@dataclass(frozen=True, slots=True)
class Quote:
    """A number in a text, and where it stands, in characters from 0."""

    number: int | Decimal
    start: int
    end: int


def may_tell(text: str) -> bool:
    """Whether a text has any number in it at all, of whatever."""
    return any(token[0] in WORDS or token[0].isdigit() for token in re.finditer(r"\d+|[a-z]+", text.lower()))


def numbers_in(text: str) -> list[Quote]:
    """The whole numbers that a text counts with, in digits, or in words up to twenty.

    Dates, quarters, percentages, money, ordinals, lengths of time and numbered things are none.

    >>> [quote.number for quote in numbers_in("In Q3 three of the 27 left within 2 months, 5% fewer.")]
    [3, 27]
    """
    tokens = list(_TOKEN.finditer(text))
    return [
        Quote(number, token.start(), token.end()) for at, token in enumerate(tokens) for number in _counted(tokens, at)
    ]


def quotes_hidden(text: str, hidden: Iterable[int]) -> tuple[Quote, ...]:
    """Where a text quotes one of the numbers that are hidden.

    >>> [(quote.number, quote.start) for quote in quotes_hidden("Four of them were repeat cases.", {4, 31})]
    [(4, 0)]
    >>> quotes_hidden("Down since Q4, over 4 months, by 4%, on 4 May.", {4})
    ()
    """
    numbers = frozenset(hidden)
    return tuple(quote for quote in numbers_in(text) if quote.number in numbers)


def percentages_quoted(text: str, hidden: Iterable[Decimal]) -> tuple[Quote, ...]:
    """Where a text quotes one of the percentages that are hidden, to as many places as it gives.

    Changes and targets are none.

    >>> [str(quote.number) for quote in percentages_quoted("30.0%, which was 33 per cent.", [Decimal("33.3")])]
    ['33']
    >>> percentages_quoted("Up 30% on Q2, 30 percentage points below the target of 30%.", [Decimal(30)])
    ()
    """
    numbers = list(hidden)
    found = []
    for quote in _percentages(list(_TOKEN.finditer(text))):
        number = Decimal(quote.number)
        if any(rounded(each, places(number)) == number for each in numbers):
            found.append(quote)
    return tuple(found)


def _percentages(tokens: list[re.Match[str]]) -> Iterator[Quote]:
    """The percentages in a text: a number, in digits or words, and `%`, `percent` or `per cent` after it."""
    words = [token[0].lower() for token in tokens]
    for at, token in enumerate(tokens):
        number = Decimal(WORDS.index(words[at]) + 1) if words[at] in WORDS else _decimal(words[at])
        after = words[at + 1 : at + 3]
        is_one = after[:1] in (["%"], ["percent"]) or after == ["per", "cent"]
        if number is None or not is_one or not _is_near(token, tokens[at + 1]) or _is_joined(tokens, at):
            continue
        before = words[max(0, at - 2) : at]
        if not (before and (before[-1] in _BEFORE_PERCENTAGE or before == ["target", "of"])):
            yield Quote(number, token.start(), token.end())


def _decimal(word: str) -> Decimal | None:
    return Decimal(word) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?", word) else None


def _counted(tokens: list[re.Match[str]], at: int) -> Iterator[int]:
    """The number that a token counts with, if it does."""
    word = tokens[at][0].lower()
    number = _number(word)
    if number is None:
        return
    before = tokens[at - 1][0].lower() if at and _is_near(tokens[at - 1], tokens[at]) else ""
    after = tokens[at + 1][0].lower() if at + 1 < len(tokens) and _is_near(tokens[at], tokens[at + 1]) else ""
    if before in _BEFORE or before in _MONTHS or after in _AFTER or after in _MONTHS:
        return
    if word == "one" and (before in _BEFORE_ONE or after in _AFTER_ONE):
        return
    if _is_joined(tokens, at):
        return
    yield number


def _number(word: str) -> int | None:
    if word in WORDS:
        return WORDS.index(word) + 1
    digits = word.replace(",", "")
    is_number = digits.isascii() and digits.isdigit() and re.fullmatch(r"\d{1,3}(,\d{3})+|\d+", word)
    return int(digits) if is_number and len(digits) <= 9 else None


def _is_near(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether only spaces stand between two tokens, or nothing, or a hyphen: `3 months`, `3%`, `3-month`."""
    between = one.string[one.end() : other.start()]
    return between.strip(" \t\n\u00a0-") == ""


def _is_joined(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether it is part of a range, a date or a longer name: `2-4`, `2019–20`, `COVID-19`, `4x4`."""
    text, start, end = tokens[at].string, tokens[at].start(), tokens[at].end()
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    is_after_dash = bool(re.search(r"[\w\d][-–—/]$", before))
    is_before_dash = bool(re.match(r"[-–—/]\w", after))
    return is_after_dash or is_before_dash
