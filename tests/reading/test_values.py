"""What the text of a value's cell means (The file formats, "A return")."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dap_tui.measure import Mark, Symbol, Unit
from dap_tui.reading.text import CONTROL
from dap_tui.reading.value import Unreadable, Value, read_value

SYMBOLS = {"*": Symbol.NOT_AVAILABLE, "No joining": Symbol.NOT_APPLICABLE}
PERCENT, POUNDS, COUNT = Unit.PERCENT, Unit.POUNDS, Unit.COUNT

NUMBERS = [
    ("30", COUNT, "30"),
    (" 30 ", COUNT, "30"),
    ("1,821", COUNT, "1821"),
    ("1,234,567", COUNT, "1234567"),
    ("1\u00a0821", COUNT, "1821"),
    ("1\u202f234\u202f567", COUNT, "1234567"),
    ("66%", PERCENT, "66"),
    ("66 %", PERCENT, "66"),
    ("66", PERCENT, "66"),
    ("0.66", PERCENT, "0.66"),
    ("36.40", PERCENT, "36.40"),
    ("30.00%", PERCENT, "30"),
    ("36.40%", PERCENT, "36.4"),
    ("36.45%", PERCENT, "36.45"),
    ("0.00%", PERCENT, "0"),
    ("36.400%", PERCENT, "36.400"),
    ("£1,200.50", POUNDS, "1200.50"),
    ("£ 5", POUNDS, "5"),
    ("-£5", POUNDS, "-5"),
    ("£-5", POUNDS, "-5"),
    ("\u22124", COUNT, "-4"),
    ("\u20134", COUNT, "-4"),
    (".5", COUNT, "0.5"),
]


@pytest.mark.parametrize(("cell", "unit", "number"), NUMBERS)
def test_numbers_as_people_write_them(cell: str, unit: Unit, number: str) -> None:
    """Each is read, exactly and with the places it was written with."""
    read = read_value(cell, unit, SYMBOLS)
    assert isinstance(read, Value)
    assert str(read.number) == number


@pytest.mark.parametrize("symbol", list(Symbol))
def test_standard_symbols(symbol: Symbol) -> None:
    """The symbols of UK official statistics."""
    assert read_value(f"[{symbol.value}]", COUNT, {}) == Value(None, symbol)
    assert read_value(f" [{symbol.value}]\u00a0", COUNT, {}) == Value(None, symbol)


def test_a_partners_own_mark_keeps_its_words() -> None:
    """`[symbols]` gives partners' marks a meaning; what they wrote stays."""
    assert read_value("No  joining", COUNT, SYMBOLS) == Value(None, Symbol.NOT_APPLICABLE, (), "No joining")


def test_marks_after_a_number() -> None:
    """Several stand side by side, and a space before them is read."""
    assert read_value("448[p]", COUNT, {}) == Value(Decimal(448), None, (Mark.PROVISIONAL,))
    assert read_value("448 [r][e]", COUNT, {}) == Value(Decimal(448), None, (Mark.REVISED, Mark.ESTIMATED))
    assert read_value("30% [b]", PERCENT, {}) == Value(Decimal(30), None, (Mark.BREAK,))


REFUSED = [
    ("", None, None),
    ("\u00a0", None, None),
    ("[X]", "VAL104", "[x]"),
    ("[ x ]", "VAL104", "[x]"),
    ("[Low]", "VAL104", "[low]"),
    ("448 [P]", "VAL104", "448 [p]"),
    ("448 [r] [e]", "VAL104", "448 [r][e]"),
    ("1.2E+03", "VAL107", "write the number out"),
    ("1e5", "VAL107", "write the number out"),
    ("+5", "VAL107", "write 5"),
    ("\u00c2\u00a05", "VAL101", "wrong encoding once: write 5"),
    ("1" * 35, "VAL101", "several numbers"),
    ("263 (shown in thousands)", "VAL101", "number format General"),
    ("4\u200b48", "VAL108", "anew"),
    ("\ufeff448", "VAL108", "anew"),
    ("-", "VAL109", "[x]"),
    ("\u2014", "VAL109", "[x]"),
    ("1,5", "VAL106", "thousands"),
    ("12,34,567", "VAL106", "thousands"),
    ("1 5", "VAL106", "thousands"),
    ("5%", "VAL102", "%"),
    ("£5", "VAL103", "£"),
    ("448 [q]", "VAL105", "[p]"),
    ("[p]", "VAL105", "after one"),
    ("448 [x]", "VAL105", "one of the two"),
    ("448 [r][r]", "VAL105", "once"),
    ("[y]", "VAL101", "[x]"),
    ("x", "VAL101", "[x]"),
    ("n/a", "VAL101", "[z]"),
    ("(4)", "VAL101", "-4"),
    ("nan", "VAL101", "note"),
    ("inf", "VAL101", "note"),
    ("1_821", "VAL101", "note"),
    ("\uff14\uff14", "VAL101", "write 44"),
    ("0x10", "VAL101", "note"),
    ("5.", "VAL101", "write 5"),
    ("1.200,50", "VAL106", "write 1,200.50"),
    ("[x] [p]", "VAL105", "alone"),
    ("--4", "VAL101", "note"),
    ("£", "VAL101", "note"),
    ("%", "VAL101", "note"),
    ("9" * 30, "VAL101", None),
    ("\x1b[31m5", "VAL108", "anew"),
    ("\u202d5", "VAL108", "anew"),
]


@pytest.mark.parametrize(("cell", "code", "hint"), REFUSED)
def test_what_is_refused_and_the_hint(cell: str, code: str | None, hint: str | None) -> None:
    """Anything else is an error with what to do; an empty cell is a blank."""
    read = read_value(cell, COUNT, SYMBOLS)
    if code is None:
        assert read == Value()
        return
    assert isinstance(read, Unreadable)
    assert read.rule.code == code
    assert hint is None or hint in (read.hint or "")
    assert "\x1b" not in read.message


NOUGHT = "write 0 if it was none; [x] if it is not known"
SMALL = "write the figure, or [c] where it may not be told"
WORDS = "words go into the note; a word of the partner's own into [symbols] in catalogue.toml"
NOT_THERE = "write [x] not available or [z] not applicable, or add it to [symbols] in catalogue.toml"
FRACTION = "write one number, with a point where it has decimals; what it is made of goes into the note"
CERTAIN = "write 132 [e] (estimated) or 132 [p] (provisional)"
OTHER_UNIT = "write the number that it asks for, or mend the unit in the catalogue"
DATE = "a date; a spreadsheet may have made it of a number, as of 1-5 or 1/2: set the cell to Text, type it anew"


@pytest.mark.parametrize(
    ("cells", "unit", "hint"),
    [
        ("nil | None | zero", COUNT, NOUGHT),
        ("<5 | < 5 | under 5 | Less than 5 | fewer than 5", COUNT, SMALL),
        (
            "132 approx | c. 132 | c132 | circa 132 | ~132 | about 132 | 132 (est.) | 132 provisional",
            COUNT,
            CERTAIN,
        ),
        ("about 1,450", COUNT, "write 1,450 [e] (estimated) or 1,450 [p] (provisional)"),
        ("132* | 132 **", COUNT, "write 132, and what the mark says into the note; or 132 [e] (estimated)"),
        ("36.4%*", PERCENT, "write 36.4%, and what the mark says into the note; or 36.4% [e] (estimated)"),
        ("10-Mar | 01/02/2024 | 1/2/24 | 2024-03-10 | Mar-24 | 5 May 2024 | 2024-03-10 00:00:00", COUNT, DATE),
        ("99 percent | 99 per cent", PERCENT, "write 99%"),
        ("45 weeks | 5 or 6 | tenfold | 3 people and 4 dogs | 5° | **", COUNT, WORDS),
        ("99 percent | %99", COUNT, f"its indicator is a count: {OTHER_UNIT}"),
        ("5 GBP | 5£", PERCENT, f"its indicator is a percent: {OTHER_UNIT}"),
        ("ten | Thirty-three | one hundred and five", COUNT, "write the number in digits"),
        ("3O", COUNT, "there is a letter in it: write 30"),
        ("l43", COUNT, "there is a letter in it: write 143"),
        ("24 (21 women) | 24 (all)", COUNT, "write 24; words go into the note"),
        (
            "30,5",
            Unit.RATE,
            "write 30.5 if that is meant; separate thousands by threes, or not at all; a decimal sign is a point",
        ),
        ("45 people | 45 People in all", COUNT, "write 45; words go into the note"),
        ("2 million | 2m", COUNT, "write it out, as 2,000,000"),
        ("£5k", POUNDS, "write it out, as £5,000"),
        ("5p", POUNDS, WORDS),
        ("5-10 | 5\u201310 | 5 to 10", COUNT, "write one figure; the range goes into the note"),
        (">5 | 5+ | over 5", COUNT, "write the figure itself; that it is at least so many goes into the note"),
        ("1/2 | \u00bd | 1 in 2 | 1:2", COUNT, FRACTION),
        ("66pc | %66 | 66%%", PERCENT, "write 66%"),
        ("5 GBP | GBP 5 | 5 £", POUNDS, "write £5"),
        ("5p | 5 (p) | 5 P", COUNT, "write 5 [p]; other words go into the note"),
        ("5\u2020 | 5\u00b9 | 5 \u2191 | 5 (a) | 5d | 5a)", COUNT, "write 5; words go into the note"),
        ('\'5 | "5" | 5, | 5; | 5!', COUNT, "write 5"),
        ("5- | (5)", COUNT, "a number below nought is written -5"),
        ("#REF! | =A1", COUNT, "a formula or its error, and not what it came to: write the number"),
        ("Suppressed", COUNT, "write [c]"),
        ("(x) | {x} | <x>", COUNT, "write [x]"),
        ("n/a | TBC | .. | awaited", COUNT, NOT_THERE),
        (
            "-",
            COUNT,
            'write 0, [x] not available or [z] not applicable; or give "-" a meaning in [symbols] in catalogue.toml',
        ),
    ],
)
def test_what_partners_commonly_write_has_a_hint_that_says_what_to_write(cells: str, unit: Unit, hint: str) -> None:
    """And what cannot be guessed has one that guesses nothing."""
    for cell in cells.split(" | "):
        read = read_value(cell, unit, {})
        assert isinstance(read, Unreadable)
        assert (cell, read.hint) == (cell, hint)


def test_a_partners_own_word_in_another_case_is_named() -> None:
    """As `[symbols]` has it."""
    read = read_value("NO JOINING", COUNT, SYMBOLS)
    assert isinstance(read, Unreadable)
    assert read.hint == "write 'No joining', as [symbols] in catalogue.toml has it"


@given(st.from_regex(r"[-('~]?£?[0-9]{1,5}[.,']?[0-9]{0,3}[)%*+pk!,½-]{0,2}", fullmatch=True), st.sampled_from(Unit))
def test_a_number_that_a_hint_says_to_write_is_read(cell: str, unit: Unit) -> None:
    """Nobody who does what the hint says is told so again."""
    read = read_value(cell, unit, SYMBOLS)
    if isinstance(read, Unreadable) and (said := re.match(r"write (-?£?[0-9][^ ;]*)", read.hint or "")):
        again = read_value(said[1], unit, SYMBOLS)
        assert isinstance(again, Value) or again.rule.code in {"VAL102", "VAL103"}


@given(st.integers(0, 999), st.sampled_from(["c. {}", "about {}", "{} approx"]))
def test_what_a_hint_says_to_write_is_read(number: int, written: str) -> None:
    """The words after "write" are a value."""
    read = read_value(written.format(number), COUNT, {})
    assert isinstance(read, Unreadable)
    meant = (read.hint or "").removeprefix("write ").partition(" (")[0]
    assert read_value(meant, COUNT, {}) == Value(Decimal(number), None, (Mark.ESTIMATED,))


@given(st.text(), st.sampled_from(Unit))
def test_any_text_is_a_value_or_says_why_not(cell: str, unit: Unit) -> None:
    """Never a traceback; a number is finite, a message holds no control character."""
    read = read_value(cell, unit, SYMBOLS)
    if isinstance(read, Value):
        assert read.number is None or read.number.is_finite()
    else:
        assert not CONTROL.search(f"{read.message}{read.hint}")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_that_was_written_is_read_back(number: Decimal) -> None:
    """With and without separators for thousands."""
    for written in (f"{number:f}", f"{number:,f}"):
        read = read_value(written, Unit.RATE, {})
        assert isinstance(read, Value)
        assert read.number == number
