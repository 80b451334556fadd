"""What a cell that is no value was probably meant to be, and what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from dap_tui.measure import Mark, Symbol, Unit
from dap_tui.reading.text import folded, quoted, visible
from dap_tui.reading.value import MARKS, NUMBER, STANDARD, Unreadable, in_words
from dap_tui.rules import values as rules

_EXPONENT = re.compile(r"[-+]?[0-9.,]+[eE][-+]?[0-9]+")
_OTHER_COUNTRIES = re.compile(r"-?£?[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]{1,2}%?|-?£?[0-9]{1,3}(?:'[0-9]{3})+(?:\.[0-9]+)?%?")
_WORDS_FOR_NOTHING: Final = {
    *("n/a", "na", "n.a.", "#n/a", "null", "tbc", "tba", "nk", "n/k", "unknown", "not known", "missing", "no data"),
    *("not available", "unavailable", "not provided", "not returned", "not recorded", "awaited", "pending", "late"),
    *(".", "..", "...", "…", "?", "??"),
}
_WIDE: Final = {"％": "%", "．": ".", "，": ",", "￡": "£"}  # that they look alike is the point
_LETTERS: Final = {ord("O"): "0", ord("o"): "0", ord("l"): "1", ord("I"): "1"}
_NUMBERS_IN_WORDS: Final = {
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "seventy", "eighty", "ninety", "a", "hundred", "thousand", "and"),
}
_EXCHANGED: Final = {ord("."): ",", ord(","): "."}
_WORDS_FOR_NOUGHT: Final = {"nil", "none", "zero", "nought"}
_WORDS_FOR_HIDDEN: Final = {"suppressed", "redacted", "confidential", "hidden", "withheld"}
_FIGURE = r"(?P<figure>(?:-?£?|£-)[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?%?)"
_ABOUT = r"(?:approx(?:\.|imately)?|about|around|circa|ca?\.?|estimated?|est\.?|provisional|prov\.?|roughly|tbc)"
_SCALE: Final = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_PER_CENT = r"(?:percent|per cent|pct|pc|%%)"
_LENGTHS = r"(?:hour|week|month|year|hundred|dozen|pence)s?\b"
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}"
_DATE = (
    rf"[0-9]{{1,2}}(?P<at>[-/.])[0-9]{{1,2}}(?P=at)[0-9]{{2,4}}(?: [0-9:]+)?"
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[ t][0-9:.]+)?"
    rf"|[0-9]{{1,2}}[-/ ]{_MONTH}(?:[-/ ][0-9]{{2,4}})?|{_MONTH}[-/ ][0-9]{{1,4}}"
)

_OTHER_UNIT: Final = "write the number that it asks for, or mend the unit in the catalogue"
NOT_THERE: Final = "write [x] not available or [z] not applicable, or add it to [symbols] in catalogue.toml"
WORDS: Final = "words go into the note; a word of the partner's own into [symbols] in catalogue.toml"


def slip(text: str, straight: str, unit: Unit, symbols: Mapping[str, Symbol]) -> Unreadable:
    """Which slip it is, as far as it can be told; `straight` is the text with every dash as a minus sign."""
    if straight.strip("- ") == "":
        hint = 'write 0, [x] not available or [z] not applicable; or give "-" a meaning in [symbols] in catalogue.toml'
        return Unreadable(rules.LONE_DASH, "a dash is no value", hint)
    if _EXPONENT.fullmatch(straight):
        return Unreadable(rules.NOT_PLAINLY_WRITTEN, f"{quoted(text)} has an exponent", "write the number out")
    if straight.startswith("+") and NUMBER.fullmatch(straight[1:]):
        hint = f"write {straight[1:].strip()}"
        return Unreadable(rules.NOT_PLAINLY_WRITTEN, f"{quoted(text)} has a + before it", hint)
    if re.fullmatch(r"-?£?[0-9]+(?: ?[, ] ?[0-9]+)+(?:\.[0-9]+)?%?", straight):
        decimals = re.fullmatch(r"(-?£?[0-9]+),([0-9]{1,2}%?)", straight)
        meant = f"write {decimals[1]}.{decimals[2]} if that is meant; " if decimals else ""
        hint = f"{meant}separate thousands by threes, or not at all; a decimal sign is a point"
        return Unreadable(rules.THOUSANDS, f"{quoted(text)} has a comma or space where no thousands end", hint)
    if _OTHER_COUNTRIES.fullmatch(straight):
        meant = straight.translate(_EXCHANGED) if "," in straight else straight.replace("'", ",")
        hint = f"write {meant}"
        return Unreadable(rules.THOUSANDS, f"{quoted(text)} separates thousands and decimals another way", hint)
    return Unreadable(
        rules.NOT_A_VALUE, f"{quoted(text)} is no number and no symbol", _hint(text.casefold(), straight, unit, symbols)
    )


def _hint(word: str, straight: str, unit: Unit, symbols: Mapping[str, Symbol]) -> str:
    """What was probably meant in place of a value."""
    said = _of_word(word, symbols) or _of_encoding(straight)
    if said is not None:
        return said
    digits = "".join(str(unicodedata.decimal(each)) if each.isdecimal() else _WIDE.get(each, each) for each in straight)
    if digits != straight:
        return f"write {digits}" if NUMBER.fullmatch(digits) else "write the digits 0 to 9"
    if (
        (looks := straight.translate(_LETTERS)) != straight
        and re.search(r"[0-9]", straight)
        and NUMBER.fullmatch(looks)
    ):
        return f"there is a letter in it: write {looks}"
    lower = straight.casefold()
    if set(re.split(r"[ -]+", lower)) <= _NUMBERS_IN_WORDS:
        return "write the number in digits"
    for pattern, say in _OF_FIGURES:
        if (match := pattern.fullmatch(lower)) is not None:
            named = match.groupdict()
            figure = named.get("figure") or named.get("first") or "0"
            return (NUMBER.fullmatch(figure) and say(match, unit)) or WORDS
    return WORDS


def _of_encoding(text: str) -> str | None:
    """What to say of a number whose UTF-8 was once read as Windows-1252, as £9 that became Â£9."""
    try:
        right = folded(text.replace("Â ", "Â\u00a0").encode("cp1252").decode())
    except UnicodeError:
        return None
    is_number = right != text and NUMBER.fullmatch(right) is not None
    return f"it was read in the wrong encoding once: write {right}" if is_number else None


def _of_word(word: str, symbols: Mapping[str, Symbol]) -> str | None:
    inside = word[1:-1] if re.fullmatch(r"\(.*\)|\{.*\}|<.*>", word) else word
    said = f"write [{inside}]" if f"[{inside}]" in STANDARD else None
    if word in _WORDS_FOR_NOUGHT:
        said = "write 0 if it was none; [x] if it is not known"
    elif word in _WORDS_FOR_HIDDEN:
        said = "write [c]"
    elif (known := next((each for each in symbols if each.casefold() == word), None)) is not None:
        said = f"write '{visible(known)}', as [symbols] in catalogue.toml has it"
    elif word in _WORDS_FOR_NOTHING:
        said = NOT_THERE
    elif word.startswith(("=", "#")):
        said = "a formula or its error, and not what it came to: write the number"
    return said


def _always(words: str) -> Callable[[re.Match[str], Unit], str]:
    return lambda _match, _unit: words


def _below_nought(match: re.Match[str], _: Unit) -> str:
    return f"a number below nought is written -{match['figure'] or match['first']}"


def _not_certain(match: re.Match[str], _: Unit) -> str:
    figure = match["figure"] or match["first"]
    return f"write {figure} [e] (estimated) or {figure} [p] (provisional)"


def _with_a_star(match: re.Match[str], _: Unit) -> str:
    return f"write {match['figure']}, and what the mark says into the note; or {match['figure']} [e] (estimated)"


def _marked(match: re.Match[str], unit: Unit) -> str | None:
    if unit is Unit.POUNDS and match["mark"] == "p":
        return None  # pence
    return f"write {match['figure']} [{match['mark']}]; other words go into the note"


def _percent(match: re.Match[str], unit: Unit) -> str | None:
    figure = (match["figure"] or match["first"]).rstrip("%")
    return f"write {figure}%" if unit is Unit.PERCENT else f"its indicator is {in_words(unit)}: {_OTHER_UNIT}"


def _pounds(match: re.Match[str], unit: Unit) -> str | None:
    figure = match["figure"] or match["first"]
    return f"write £{figure}" if unit is Unit.POUNDS else f"its indicator is {in_words(unit)}: {_OTHER_UNIT}"


def _scaled(match: re.Match[str], _: Unit) -> str | None:
    figure = match["figure"]
    if not re.fullmatch(r"£?[0-9,.]+", figure):
        return None
    number = Decimal(figure.lstrip("£").replace(",", "")).scaleb(_SCALE[match["scale"]])
    return f"write it out, as {'£' if '£' in figure else ''}{number.normalize():,f}"


def _alone(match: re.Match[str], _: Unit) -> str:
    return f"write {match['figure']}"


def _with_words(match: re.Match[str], _: Unit) -> str:
    return f"write {match['figure']}; words go into the note"


_MARK_LETTERS = "".join(mark.value for mark in Mark if f"[{mark.value}]" in MARKS)
_OF_FIGURES: Final = tuple(
    (re.compile(pattern), say)
    for pattern, say in (
        (
            r"(?:<|&lt;|≤|<=|under|below|less than|fewer than|up to) ?[0-9]+%?",
            _always("write the figure, or [c] where it may not be told"),
        ),
        (
            r"(?:>|&gt;|≥|>=|over|above|more than|at least) ?[0-9][0-9,]*%?|[0-9][0-9,]*%?\+",
            _always("write the figure itself; that it is at least so many goes into the note"),
        ),
        (
            _DATE,
            _always(
                "a date; a spreadsheet may have made it of a number, as of 1-5 or 1/2: "
                "set the cell to Text, type it anew"
            ),
        ),
        (r"[0-9.,]+%? ?(?:-|to) ?[0-9.,]+%?", _always("write one figure; the range goes into the note")),
        (
            r"[0-9.,]+ ?(?:/|:|of|in|out of) ?[0-9.,]+|[0-9]* ?[¼½¾⅓⅔⅛⅜⅝⅞]%?",
            _always("write one number, with a point where it has decimals; what it is made of goes into the note"),
        ),
        (r"\((?P<figure>£?[0-9.,]+%?)\)|(?P<first>£?[0-9.,]+%?) ?-", _below_nought),
        (
            rf"(?:~|{_ABOUT}) ?{_FIGURE}|{_FIGURE.replace('figure', 'first')} ?(?:[~?]|\(?{_ABOUT}\)?)",
            _not_certain,
        ),
        (
            rf"{_FIGURE} \(shown (?P<how>[a-z ]+)\)",
            _always("give the cell the number format General, so that it shows the number itself"),
        ),
        (rf"{_FIGURE} ?\*+", _with_a_star),
        (rf"{_FIGURE} ?\(?(?P<mark>[{_MARK_LETTERS}])\)?", _marked),
        (rf"{_FIGURE} ?{_PER_CENT}|% ?{_FIGURE.replace('figure', 'first')}", _percent),
        (rf"{_FIGURE} ?(?:£|gbp)|gbp ?{_FIGURE.replace('figure', 'first')}", _pounds),
        (rf"{_FIGURE} ?(?P<scale>{'|'.join(_SCALE)})", _scaled),
        (rf"['\"`]*{_FIGURE} ?['\"`.,;:!]*", _alone),
        (rf"{_FIGURE} (?!{_LENGTHS})(?P<words>[a-z][a-z ]*)", _with_words),
        (rf"{_FIGURE} ?\((?P<words>[^()]*)\)", _with_words),
        (rf"{_FIGURE} ?(?:[†‡§#^¹²³⁴⁵↑↓→←▲▼]+|\(?[a-z0-9]\)|[a-z])", _with_words),
    )
)
"""What may stand about a figure, each with what to say of it; the first that fits is it."""
