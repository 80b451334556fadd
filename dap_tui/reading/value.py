"""What the text of a value's cell means: a number with its marks, a symbol, or why it is neither.

Numbers as people write them, and the symbols of UK official statistics (The file formats, "A return").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from dap_tui.measure import Mark, Symbol, Unit
from dap_tui.reading.text import SPACES, UNSEEN, code_point, folded, quoted, visible
from dap_tui.rules import Rule
from dap_tui.rules import values as rules


class Value(NamedTuple):
    """A number and its marks, or a symbol and the partner's own mark for it; nothing at all is a blank."""

    number: Decimal | None = None
    symbol: Symbol | None = None
    marks: tuple[Mark, ...] = ()
    words: str | None = None


class Unreadable(NamedTuple):
    """Why a cell has no value: the rule, a sentence, what to do."""

    rule: Rule
    message: str
    hint: str | None = None


BLANK: Final = Value()
STANDARD: Final = {f"[{symbol.value}]": symbol for symbol in Symbol}
MARKS: Final = {f"[{mark.value}]": mark for mark in Mark}
SIMPLE: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")
"""A number with nothing about it, as most are."""

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
NUMBER = re.compile(
    r"(?P<sign>-? ?£? ?-?) ?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]*)"
    r"(?P<rest>\.[0-9]+)? ?(?P<percent>%?)"
)
_BRACKETS = re.compile(rf"(?P<before>[^\[\]]*)(?P<brackets>(?:\[[^\[\]]*\][{SPACES}]*)+)")
_ONE_BRACKET = re.compile(r"\[[^\[\]]*\]")
_MOST_DIGITS = 18


def read_value(cell: str, unit: Unit, symbols: Mapping[str, Symbol]) -> Value | Unreadable:
    """What a cell says, of an indicator in `unit`, where partners write `symbols` beside the standard ones."""
    if SIMPLE.fullmatch(cell):
        return Value(Decimal(cell))
    text = folded(cell)
    if not text:
        return BLANK
    if text in symbols or text in STANDARD:
        own = symbols.get(text)
        return Value(None, own or STANDARD[text], (), text if own else None)
    if UNSEEN.search(text):
        seen = UNSEEN.sub(code_point, text)
        return Unreadable(rules.ZERO_WIDTH, f"there is a character of no width in {quoted(seen)}", "type it anew")
    if (brackets := _BRACKETS.fullmatch(text)) is not None:
        return _with_brackets(brackets["before"].strip(), brackets["brackets"], text, unit)
    return _number(text, unit, symbols)


def in_words(unit: Unit) -> str:
    """What an indicator of a unit is: `a count`, `in pounds`."""
    return f"in {unit.value}" if unit in {Unit.DAYS, Unit.POUNDS} else f"a {unit.value}"


def is_read_already(text: str) -> bool:
    """Whether a mark would mean something in a return without `[symbols]`: nothing, a number, a symbol."""
    if folded(text) and not any(each.isdecimal() or each == "[" for each in text):
        return False
    read = read_value(text, Unit.COUNT, {})
    of_percent, of_pounds = (read_value(text, unit, {}) for unit in (Unit.PERCENT, Unit.POUNDS))
    return any(isinstance(each, Value) for each in (read, of_percent, of_pounds))


def _with_brackets(before: str, brackets: str, text: str, unit: Unit) -> Value | Unreadable:
    """A number with marks after it, or what looks like a symbol."""
    written = _ONE_BRACKET.findall(brackets)
    meant = [f"[{each[1:-1].strip().casefold()}]" for each in written]
    if not before:
        return _alone(meant, text)
    if (fault := _fault_of_marks(written, meant, text)) is not None:
        return fault
    if written != meant or brackets.strip() != "".join(meant):
        hint = f"write {visible(before)} {''.join(meant)}"
        return Unreadable(rules.SYMBOL_SPELT, f"{quoted(text)} is not how marks are written", hint)
    number = _number(before, unit, {})
    if isinstance(number, Unreadable):
        return number
    return Value(number.number, None, tuple(MARKS[each] for each in meant))


def _alone(meant: list[str], text: str) -> Unreadable:
    """Brackets without a number before them that are no symbol as it is written."""
    if len(meant) == 1 and meant[0] in STANDARD:
        return Unreadable(rules.SYMBOL_SPELT, f"{quoted(text)} is not how the symbol is written", f"write {meant[0]}")
    if any(each in STANDARD for each in meant) and all(each in STANDARD or each in MARKS for each in meant):
        return Unreadable(rules.MARK, f"{quoted(text)} is more than a symbol", "a symbol stands alone: keep one")
    if all(each in MARKS for each in meant):
        return Unreadable(rules.MARK, f"the mark {quoted(text)} stands without a number", "put it after one")
    return Unreadable(rules.NOT_A_VALUE, f"{quoted(text)} is no symbol", f"symbols are {' '.join(STANDARD)}")


def _fault_of_marks(written: list[str], meant: list[str], text: str) -> Unreadable | None:
    """What is wrong with the marks after a number, other than how they are written."""
    for one, each in zip(written, meant, strict=True):
        if each in STANDARD:
            return Unreadable(rules.MARK, f"{quoted(text)} is a number and a symbol at once", "keep one of the two")
        if each not in MARKS:
            return Unreadable(rules.MARK, f"{quoted(one)} is no mark", f"marks are {' '.join(MARKS)}")
    if len(set(meant)) != len(meant):
        return Unreadable(rules.MARK, f"{quoted(text)} has a mark twice", "write each once")
    return None


def _number(text: str, unit: Unit, symbols: Mapping[str, Symbol]) -> Value | Unreadable:
    plain = text.translate(_DASHES)
    match = NUMBER.fullmatch(plain)
    if match is None or not (match["whole"] or match["rest"]) or match["sign"].count("-") > 1:
        from dap_tui.reading.slips import slip  # few values need it

        return slip(text, plain, unit, symbols)
    if match["percent"] and unit is not Unit.PERCENT:
        message = f"{quoted(text)} has a %, and its indicator is {in_words(unit)}"
        return Unreadable(rules.PERCENT_SIGN, message, "take the % away, or mend the unit in the catalogue")
    if "£" in match["sign"] and unit is not Unit.POUNDS:
        message = f"{quoted(text)} has a £, and its indicator is {in_words(unit)}"
        return Unreadable(rules.POUND_SIGN, message, "take the £ away, or mend the unit in the catalogue")
    whole, rest = re.sub("[, ]", "", match["whole"]), match["rest"] or ""
    if len(whole) > _MOST_DIGITS or len(rest) > _MOST_DIGITS:
        hint = "are these several numbers, or a telephone number? ask for the figure"
        return Unreadable(rules.NOT_A_VALUE, f"{quoted(text)} has more digits than can be meant", hint)
    if match["percent"] and len(rest) == len(".00"):
        rest = rest.rstrip("0").rstrip(".")  # a spreadsheet saves a typed 30% as 30.00%: the noughts are its own
    sign = "-" if "-" in match["sign"] else ""
    return Value(Decimal(f"{sign}{whole or '0'}{rest}"))
