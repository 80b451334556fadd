"""A cell's number as its number format shows it, which is what the person who filled it in saw.

0.66 in a cell of format `0%` is 66%; 65.6667 in one of format `0` is 66; 1821 in one of `#,##0` is 1,821.
What a format shows in a way that cannot be read back (thousands left off, a fraction, an exponent) comes out
so that it is refused as a value, never as another number. The codes are those of ECMA-376, part 1, 18.8.31.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

GENERAL: Final = "General"
_GENERAL_WIDTH = 11
"""A cell of format General shows at most that many characters, the point among them."""

_MOST_DIGITS = 18
_PERCENT = "0.00%"
"""What Excel and LibreOffice make of a typed 36.4% or 30%: the noughts at its end are theirs, not the person's."""

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | _(?P<space>.) | \*(?P<filled>.)
    | \[\$(?P<currency>[^\]-]*)[^\]]*\] | \[(?P<condition>[<>=]+-?[0-9.]+)\] | \[(?P<other>[^\]]*)\]
    | (?P<exponent>[eE][+-]) | (?P<general>General) | (?P<digit>[0#?]) | (?P<mark>[.,%/@]) | (?P<literal>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212 £$€"
_CONDITION = re.compile(r"([<>=]+)(.+)")


@dataclass(slots=True)
class _Section:
    """One of the up to four parts of a format: how numbers of a kind are shown."""

    before: str = ""
    after: str = ""
    whole: str = ""
    fraction: str = ""
    has_point: bool = False
    grouped: bool = False
    percents: int = 0
    condition: str | None = None
    unreadable: str | None = None
    is_general: bool = False
    tokens: list[tuple[str, str]] = field(default_factory=list)

    @property
    def has_digits(self) -> bool:
        """Whether it shows the number at all, and not only words."""
        return bool(self.whole or self.fraction or self.is_general)


def as_shown(number: float | Decimal, number_format: str | None) -> str:
    """The text that a cell with `number` shows.

    >>> as_shown(0.66, "0%"), as_shown(65.6667, "0"), as_shown(1821, "#,##0"), as_shown(2 / 3, "General")
    ('66%', '66', '1,821', '0.666666667')
    """
    value = _exact(number)
    if not value.is_finite() or value.adjusted() > _MOST_DIGITS:
        return f"{value:E}"
    sections = _sections(number_format or GENERAL)
    section, shows_sign = _chosen(value, sections)
    sign = "-" if value < 0 and shows_sign else ""
    if not section.has_digits:
        return _words_only(section, value)
    if section.unreadable:
        return f"{_general(value)} ({section.unreadable})"
    if section.is_general:
        return f"{sign}{section.before}{_general(abs(value))}{section.after}".strip()
    if not value and "0" not in section.whole + section.fraction:
        return _words_only(section, value) or "0"
    shown = _digits(abs(value), section)
    if number_format == _PERCENT:
        shown = shown.rstrip("0").rstrip(".") or "0"
    is_nought = not any(digit in "123456789" for digit in shown)
    return f"{'' if is_nought else sign}{section.before}{shown}{section.after}".strip()


def _exact(number: float | Decimal) -> Decimal:
    """The number to the 15 digits that a workbook keeps: 0.1 + 0.2 is 0.3."""
    return Decimal(f"{number:.15g}") if isinstance(number, float) else Decimal(number)


def _general(value: Decimal) -> str:
    """As a cell without a format shows it: whole numbers in full, others to the width of such a cell."""
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}"
    room = _GENERAL_WIDTH - len(f"{abs(value).to_integral_value(rounding='ROUND_FLOOR'):f}") - 1
    rounded = value.quantize(Decimal(1).scaleb(-max(room, 0)), rounding=ROUND_HALF_UP)
    if not rounded:
        return f"{value:E}"
    return f"{rounded:f}".rstrip("0").rstrip(".") if room > 0 else f"{rounded:f}"


def _digits(value: Decimal, section: _Section) -> str:
    scaled = value.scaleb(2 * section.percents)
    rounded = scaled.quantize(Decimal(1).scaleb(-len(section.fraction)), rounding=ROUND_HALF_UP)
    whole, _, rest = f"{rounded:f}".partition(".")
    whole = whole.lstrip("0").rjust(section.whole.count("0"), "0")
    if section.grouped and whole:
        whole = f"{int(whole):,}"
    kept = rest.rstrip("0").ljust(len(section.fraction.rstrip("#?")), "0")
    text = f"{whole}.{kept}" if kept else whole
    return text or "0"


def _words_only(section: _Section, value: Decimal) -> str:
    """What a part shows besides digits; a dash put for nought, as accounting formats have it, is that nought."""
    text = f"{section.before}{section.after}".strip()
    is_dash = bool(text) and not text.strip(_DASHES)
    return "0" if is_dash and not value else text


def _chosen(value: Decimal, sections: tuple[_Section, ...]) -> tuple[_Section, bool]:
    """The part that holds for a number, and whether the minus sign is still to be shown."""
    if any(section.condition for section in sections):
        for section in sections[:3]:
            if section.condition is None or _holds(value, section.condition):
                return section, True
        return sections[-1], True
    if value > 0 or len(sections) == 1:
        return sections[0], True
    if value < 0:
        return sections[1], False
    return (sections[2] if len(sections) > 2 else sections[0]), False


def _holds(value: Decimal, condition: str) -> bool:
    match = _CONDITION.fullmatch(condition)
    if match is None:
        return False
    bound = Decimal(match[2])
    return {
        "<": value < bound,
        "<=": value <= bound,
        ">": value > bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }.get(match[1], False)


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[_Section, ...]:
    """The parts of a format, read; the fourth is for text and left out."""
    sections = [_Section()]
    for match in _TOKEN.finditer(number_format):
        if match["literal"] == ";":
            sections.append(_Section())
            continue
        kind = match.lastgroup or "literal"
        if kind == "condition":
            sections[-1].condition = match[kind]
        else:
            sections[-1].tokens.append((kind, match[kind]))
    for section in sections[:3]:
        _read(section)
    return tuple(sections[:3])


def _read(section: _Section) -> None:
    """Tell a part's digits from the words around them."""
    for at, (kind, text) in enumerate(section.tokens):
        if kind == "digit":
            _digit(section, text)
        elif kind == "general":
            section.is_general = True
        elif kind == "exponent":
            section.unreadable = "shown with an exponent"
        elif kind == "mark" and text in _MARKS:
            _MARKS[text](section, at)
        elif kind not in {"space", "filled", "other"}:
            _word(section, text)


def _digit(section: _Section, text: str) -> None:
    if section.after.strip(" %"):
        section.unreadable = "shown with words between its digits"
    if section.has_point:
        section.fraction += text
    else:
        section.whole += text


def _word(section: _Section, text: str) -> None:
    if section.has_digits:
        section.after += text
    else:
        section.before += text


def _percent(section: _Section, _: int) -> None:
    section.percents += 1
    _word(section, "%")


def _fraction(section: _Section, _: int) -> None:
    section.unreadable = "shown as a fraction"


def _point(section: _Section, _: int) -> None:
    section.has_point = True
    section.whole = section.whole or "#"


def _comma(section: _Section, at: int) -> None:
    """A comma between digits groups them by thousands; one after the last leaves three of them off."""
    following = next((kind for kind, text in section.tokens[at + 1 :] if text != ","), None)
    if section.whole and following == "digit" and not section.has_point:
        section.grouped = True
    elif section.has_digits:
        section.unreadable = "shown in thousands"
    else:
        section.before += ","


_MARKS: Final = {"%": _percent, "/": _fraction, ".": _point, ",": _comma}
