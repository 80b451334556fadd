"""What the text of a value's cell means: a number with its marks, a symbol, or why it is neither.

Numbers as people write them, and the symbols of UK official statistics (The file formats, "A return").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from dap_tui.measure import Mark, Symbol, Unit
from dap_tui.reading.text import SPACES, ZERO_WIDTH, folded, quoted, visible
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
_NUMBER = re.compile(
    r"(?P<sign>-? ?£? ?-?) ?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]*)"
    r"(?P<rest>\.[0-9]+)? ?(?P<percent>%?)"
)
_BRACKETS = re.compile(rf"(?P<before>[^\[\]]*)(?P<brackets>(?:\[[^\[\]]*\][{SPACES}]*)+)")
_ONE_BRACKET = re.compile(r"\[[^\[\]]*\]")
_EXPONENT = re.compile(r"[-+]?[0-9.,]+[eE][-+]?[0-9]+")
_MOST_DIGITS = 18
_WORDS_FOR_NOTHING = {"n/a", "na", "null", "tbc", "nk", "unknown", "not available", "#n/a"}
_WORDS_FOR_NOUGHT = {"nil", "none", "zero", "nought"}
_SMALL = re.compile(r"(?:<|≤|<=|under|below|less than|fewer than|up to) ?[0-9]+%?")
_SCALED = re.compile(r"(?:k|m|bn|dozen|hundred|thousand|million|billion|hour|week|month|year|pence)s?\b")
_FIGURE = r"(?P<figure>[-£]*[0-9][0-9,]*(?:\.[0-9]+)?%?)"
_ABOUT = r"(?:approx(?:\.|imately)?|about|around|circa|ca?\.?|estimated?|est\.?|provisional|prov\.?|roughly|tbc)"
_NOT_CERTAIN = re.compile(rf"(?:~|{_ABOUT}) ?{_FIGURE}|{_FIGURE.replace('figure', 'first')} ?(?:[*~?]|\(?{_ABOUT}\)?)")
_WITH_WORDS = re.compile(rf"{_FIGURE} (?P<words>[a-z][a-z ]*)")
_PER_CENT = {"percent", "per cent", "pct", "pc"}
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}"
_DATE = re.compile(
    rf"[0-9]{{1,2}}([-/.])[0-9]{{1,2}}\1[0-9]{{2,4}}(?: [0-9:]+)?|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[ t][0-9:.]+)?"
    rf"|[0-9]{{1,2}}[-/ ]{_MONTH}(?:[-/ ][0-9]{{2,4}})?|{_MONTH}[-/ ][0-9]{{1,4}}"
)


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
    if ZERO_WIDTH.search(text):
        seen = ZERO_WIDTH.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
        return Unreadable(rules.ZERO_WIDTH, f"there is a character of no width in {quoted(seen)}", "type it anew")
    if (brackets := _BRACKETS.fullmatch(text)) is not None:
        return _with_brackets(brackets["before"].strip(), brackets["brackets"], text, unit)
    return _number(text, unit)


def is_read_already(text: str) -> bool:
    """Whether a mark would mean something in a return without `[symbols]`: nothing, a number, a symbol."""
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
    number = _number(before, unit)
    if isinstance(number, Unreadable):
        return number
    return Value(number.number, None, tuple(MARKS[each] for each in meant))


def _alone(meant: list[str], text: str) -> Unreadable:
    """Brackets without a number before them that are no symbol as it is written."""
    if len(meant) == 1 and meant[0] in STANDARD:
        return Unreadable(rules.SYMBOL_SPELT, f"{quoted(text)} is not how the symbol is written", f"write {meant[0]}")
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


def _number(text: str, unit: Unit) -> Value | Unreadable:
    plain = text.translate(_DASHES)
    match = _NUMBER.fullmatch(plain)
    if match is None or not (match["whole"] or match["rest"]) or match["sign"].count("-") > 1:
        return _no_number(text, plain, unit)
    if match["percent"] and unit is not Unit.PERCENT:
        message = f"{quoted(text)} has a %, and its indicator is in {unit.value}"
        return Unreadable(rules.PERCENT_SIGN, message, "take the % away, or mend the unit in the catalogue")
    if "£" in match["sign"] and unit is not Unit.POUNDS:
        message = f"{quoted(text)} has a £, and its indicator is in {unit.value}"
        return Unreadable(rules.POUND_SIGN, message, "take the £ away, or mend the unit in the catalogue")
    whole, rest = re.sub("[, ]", "", match["whole"]), match["rest"] or ""
    if len(whole) > _MOST_DIGITS or len(rest) > _MOST_DIGITS:
        return Unreadable(rules.NOT_A_VALUE, f"{quoted(text)} has more digits than can be meant", None)
    sign = "-" if "-" in match["sign"] else ""
    return Value(Decimal(f"{sign}{whole or '0'}{rest}"))


def _no_number(text: str, plain: str, unit: Unit) -> Unreadable:
    """Which slip it is, as far as it can be told."""
    if plain.strip("- ") == "":
        hint = 'write 0, [x] not available or [z] not applicable; or give "-" a meaning in [symbols] in catalogue.toml'
        return Unreadable(rules.LONE_DASH, "a dash is no value", hint)
    if _EXPONENT.fullmatch(plain):
        return Unreadable(rules.NOT_PLAINLY_WRITTEN, f"{quoted(text)} has an exponent", "write the number out")
    if plain.startswith("+") and _NUMBER.fullmatch(plain[1:]):
        hint = f"write {plain[1:].strip()}"
        return Unreadable(rules.NOT_PLAINLY_WRITTEN, f"{quoted(text)} has a + before it", hint)
    if re.fullmatch(r"-?£?[0-9]+(?:[, ][0-9]+)+(?:\.[0-9]+)?%?", plain):
        hint = "separate thousands by threes, or not at all; a decimal sign is a point"
        return Unreadable(rules.THOUSANDS, f"{quoted(text)} has a comma or space where no thousands end", hint)
    return Unreadable(
        rules.NOT_A_VALUE, f"{quoted(text)} is no number and no symbol", _hint(text.casefold(), plain, unit)
    )


def _hint(word: str, plain: str, unit: Unit) -> str:
    """What was probably meant by a word in place of a value."""
    if f"[{word}]" in STANDARD:
        return f"write [{word}]"
    if word in _WORDS_FOR_NOUGHT:
        return "write 0 if it was none; [x] if it is not known"
    if word in _WORDS_FOR_NOTHING:
        return "write [x] not available or [z] not applicable, or add it to [symbols] in catalogue.toml"
    if re.fullmatch(r"\([0-9.,]+\)", plain):
        return f"a number below nought is written -{plain[1:-1]}"
    return _hint_of_figure(plain.casefold(), unit) or (
        "words go into the note; a word of the partner's own into [symbols] in catalogue.toml"
    )


def _hint_of_figure(plain: str, unit: Unit) -> str | None:
    """What was probably meant by a figure with something about it, where there is one."""
    if _SMALL.fullmatch(plain):
        return "write the figure, or [c] where it may not be told"
    if _DATE.fullmatch(plain):
        return (
            "a date; a spreadsheet may have made it of a number, as of 1-5 or 1/2: set the cell to Text, type it anew"
        )
    if (match := _NOT_CERTAIN.fullmatch(plain)) is not None:
        figure = match["figure"] or match["first"]
        return f"write {figure} [e] (estimated) or {figure} [p] (provisional)"
    if (match := _WITH_WORDS.fullmatch(plain)) is None or _SCALED.match(match["words"]):
        return None
    if match["words"] in _PER_CENT:
        return f"write {match['figure'].rstrip('%')}%" if unit is Unit.PERCENT else None
    return f"write {match['figure']}; words go into the note"
