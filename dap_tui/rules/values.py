"""VAL: what can be wrong with a value of a return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dap_tui.finding import Level
from dap_tui.rules import Rule
from dap_tui.rules.base import catalogue, row


def _rule(code: str, finds: str, why: str, mend: str, example: Mapping[str, str], mended: Mapping[str, str]) -> Rule:
    return Rule(code=code, level=Level.ERROR, finds=finds, why=why, mend=mend, example=example, mended=mended)


NOT_A_VALUE: Final = _rule(
    "VAL101",
    "a value that is neither a number nor a symbol",
    "What cannot be read is not in the report, and nobody knows whether it is nought, missing or late.",
    "Write a number, one of [x] [c] [z] [low] [u], or give the partner's own word a meaning in [symbols].",
    row("448", "about 450"),
    row("448", "450 [e]"),
)
PERCENT_SIGN: Final = _rule(
    "VAL102",
    "a % on an indicator that is no percent",
    "Either the value or the unit in the catalogue is wrong, and they are read very differently.",
    'Take the % away, or make the indicator unit = "percent".',
    row("448", "44%"),
    row("448", "44"),
)
POUND_SIGN: Final = _rule(
    "VAL103",
    "a £ on an indicator that is not in pounds",
    "Either the value or the unit in the catalogue is wrong.",
    'Take the £ away, or make the indicator unit = "pounds".',
    row("448", "£448"),
    row("448", "448"),
)
SYMBOL_SPELT: Final = _rule(
    "VAL104",
    "a symbol or mark in another case, or with spaces in its brackets",
    "There is one way to write each, so that a search finds them all.",
    "Write it as the hint has it.",
    row("448", "[X]"),
    row("448", "[x]"),
)
MARK: Final = _rule(
    "VAL105",
    "a mark that is not known, stands alone, twice, or beside a symbol",
    "A mark says something of a number: [p] provisional, [r] revised, [e] estimated, [f] forecast, [b] break.",
    "Put known marks after a number, side by side, as in 448 [r][e].",
    row("448", "448 [q]"),
    row("448", "448 [p]"),
)
THOUSANDS: Final = _rule(
    "VAL106",
    "a comma or space in a number that separates no thousands",
    "1,5 may be one and a half or a slip of 15; a guess would be wrong half the time.",
    "Write a decimal point; separate thousands by threes, or not at all.",
    row('"1,200"', '"1,5"'),
    row('"1,200"', "1.5"),
)
NOT_PLAINLY_WRITTEN: Final = _rule(
    "VAL107",
    "a number as a program writes it: with an exponent or a leading +",
    "1.2E+03 is what is left of a number in a column that was too narrow; digits may be lost.",
    "Write the number out.",
    row('"1,200"', "1.2E+03"),
    row('"1,200"', "1200"),
)
ZERO_WIDTH: Final = _rule(
    "VAL108",
    "a character of no width in a value",
    "It is not seen, and comes with text copied from web pages; the number may have been cut there.",
    "Type the value anew.",
    row("448", "4\u200b48"),
    row("448", "448"),
)
LONE_DASH: Final = _rule(
    "VAL109",
    "a dash in place of a value",
    "Some write it for nought, some for not available, some for not applicable.",
    'Write 0, [x] or [z]; or say what this partnership means by it: "-" = "x" in [symbols].',
    row("448", "-"),
    row("448", "[x]"),
)
OUT_OF_BOUNDS: Final = _rule(
    "VAL201",
    "a value that cannot be: below or above what its indicator's bounds allow",
    "A percent over 100 or a count below 0 is a slip, and stands out in a report.",
    "Ask the partner; where it can be, set bounds = { min = …, max = … } on the indicator.",
    row("30%", "300%"),
    {
        **row("30%", "110%"),
        **catalogue('unit = "percent"', 'unit = "percent"\nbounds = { min = 0, max = 120 }'),
    },
)
NOT_WHOLE: Final = _rule(
    "VAL202",
    "a count that is no whole number",
    "People and cases are counted in ones; a fraction is a percentage or an average in the wrong row.",
    "Ask the partner; where it is an average, set bounds on the indicator, or another unit.",
    row("448", "44.8"),
    row("448", "448"),
)
