"""What a cell that is no value was probably meant to be, and what to write."""

from __future__ import annotations

import re

from dap_tui.measure import Unit
from dap_tui.reading.text import quoted
from dap_tui.reading.value import NUMBER, STANDARD, Unreadable
from dap_tui.rules import values as rules

_EXPONENT = re.compile(r"[-+]?[0-9.,]+[eE][-+]?[0-9]+")
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


def slip(text: str, plain: str, unit: Unit) -> Unreadable:
    """Which slip it is, as far as it can be told."""
    if plain.strip("- ") == "":
        hint = 'write 0, [x] not available or [z] not applicable; or give "-" a meaning in [symbols] in catalogue.toml'
        return Unreadable(rules.LONE_DASH, "a dash is no value", hint)
    if _EXPONENT.fullmatch(plain):
        return Unreadable(rules.NOT_PLAINLY_WRITTEN, f"{quoted(text)} has an exponent", "write the number out")
    if plain.startswith("+") and NUMBER.fullmatch(plain[1:]):
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
