"""VAL: what can be wrong with a value of a return."""

from __future__ import annotations

from typing import Final

from dap_tui.rules import an_error
from dap_tui.rules.base import row

NOT_A_VALUE: Final = an_error(
    "VAL101",
    "a value that is neither a number nor a symbol",
    "What cannot be read is not in the report, and nobody knows whether it is nought, missing or late.",
    "Write a number; or a symbol: [x] not available, [c] confidential, [z] not applicable, [low] rounds to nought, "
    "[u] too unreliable to use. A word that partners always use gets its meaning in [symbols] in catalogue.toml.",
    row("448", "about 450"),
    row("448", "450 [e]"),
)
PERCENT_SIGN: Final = an_error(
    "VAL102",
    "a % on an indicator that is no percent",
    "Either the value or the unit in the catalogue is wrong: 44 people are not 44% of them.",
    'Take the % away, or make the indicator unit = "percent".',
    row("448", "44%"),
    row("448", "44"),
    "idas-referred is a count.",
)
POUND_SIGN: Final = an_error(
    "VAL103",
    "a £ on an indicator that is not in pounds",
    "Either the value or the unit in the catalogue is wrong.",
    'Take the £ away, or make the indicator unit = "pounds".',
    row("448", "£448"),
    row("448", "448"),
    "idas-referred is a count.",
)
SYMBOL_SPELT: Final = an_error(
    "VAL104",
    "a symbol or mark in another case, or with spaces in its brackets",
    "There is one way to write each, so that a search finds them all.",
    "Write it as the hint has it.",
    row("448", "[X]"),
    row("448", "[x]"),
)
MARK: Final = an_error(
    "VAL105",
    "a mark that is not known, stands alone, twice, or beside a symbol",
    "A mark says something of a number: [p] provisional, [r] revised, [e] estimated, [f] forecast, [b] break.",
    "Put known marks after a number, side by side, as in 448 [r][e].",
    row("448", "448 [q]"),
    row("448", "448 [p]"),
)
THOUSANDS: Final = an_error(
    "VAL106",
    "a comma or space in a number that separates no thousands",
    "1,5 may be 1.5, 15 or 1,500; a guess would often be wrong.",
    "Write a decimal point; separate thousands by threes, or not at all.",
    row('"1,200"', '"1,5"'),
    row('"1,200"', "1.5"),
)
NOT_PLAINLY_WRITTEN: Final = an_error(
    "VAL107",
    "a number as a program writes it: with an exponent or a leading +",
    "1.2E+03 is a number that a spreadsheet cut short, so digits may be lost; +5 may be a change, and not the figure.",
    "Write the number out.",
    row('"1,200"', "1.2E+03"),
    row('"1,200"', "1200"),
)
ZERO_WIDTH: Final = an_error(
    "VAL108",
    "a character of no width in a value",
    "Nobody sees it, and it comes with text copied from web pages; the number may have been cut in two there.",
    "Type the value anew.",
    row("448", "4\u200b48"),
    row("448", "448"),
)
LONE_DASH: Final = an_error(
    "VAL109",
    "a dash in place of a value",
    "Some write it for nought, some for not available, some for not applicable.",
    "Write 0, [x] not available or [z] not applicable; or say in catalogue.toml, under [symbols], what your partners "
    'mean by it: "-" = "x".',
    row("448", "-"),
    row("448", "[x]"),
)
OUT_OF_BOUNDS: Final = an_error(
    "VAL201",
    "a value that cannot be: below or above what its indicator's bounds allow",
    "A percent over 100 or a count below 0 is a slip, and stands out in a report.",
    "Ask the partner; where it can be, set bounds = { min = …, max = … } on the indicator.",
    row("30%", "300%"),
    row("", ""),
    "A percent can be from 0 to 100, unless its indicator's bounds say otherwise.",
)
NOT_WHOLE: Final = an_error(
    "VAL202",
    "a count that is no whole number",
    "People and cases are counted in ones; a fraction is a percentage or an average in the wrong row.",
    "Ask the partner; where it is an average, set bounds on the indicator, or another unit.",
    row("448", "44.8"),
    row("448", "448"),
    "idas-referred is a count.",
)
