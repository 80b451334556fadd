"""CAT: what can be wrong with the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dap_tui.rules import a_warning, an_error
from dap_tui.rules.base import catalogue, row

_UNIT = 'unit = "percent"'
_COUNT = 'unit = "count"'


def _target(entry: str) -> Mapping[str, str]:
    return catalogue("", f'[indicator.target]\n"2023-24" = {entry}\n')


UNKNOWN_KEY: Final = an_error(
    "CAT101",
    "a key that the catalogue does not have",
    "A misspelt key would otherwise be passed over, and the setting would quietly not hold.",
    "Spell the key as the hint says, or delete it.",
    catalogue("polarity", "polarty"),
    catalogue("", ""),
)
WRONG_TYPE: Final = an_error(
    "CAT102",
    "a value that is not of its key's kind: a text for a number, true for a number, nan",
    "What cannot be read does not hold, and the figures would be judged without it.",
    "Write the value as the message says.",
    catalogue(_UNIT, f'{_UNIT}\ndecimals = "one"'),
    catalogue(_UNIT, f"{_UNIT}\ndecimals = 1"),
)
MISSING_KEY: Final = an_error(
    "CAT103",
    "an entry without a key that it needs",
    "Without it the entry cannot be named, found or read.",
    "Give the key. An indicator needs id, title, source and unit.",
    catalogue('title = "Grant spent"\n', ""),
    catalogue("", ""),
)
NOT_A_CHOICE: Final = an_error(
    "CAT104",
    "a word that is none of those its key may have",
    "A setting that is not known does not hold.",
    "Choose one of the words that the message lists.",
    catalogue(_UNIT, 'unit = "per cent"'),
    catalogue("", ""),
)
CONTROL: Final = an_error(
    "CAT105",
    "a control character in a text",
    "It is not seen, and in a terminal it can move the cursor, change colours or hide words.",
    "Delete it; it is often pasted in with text from elsewhere.",
    catalogue('"Grant spent"', '"Grant\\u001b spent"'),
    catalogue("", ""),
)
BAD_PERIOD: Final = an_error(
    "CAT106",
    "a period that is none, or whose years do not follow one another",
    "A target or a date that hangs on it would hold for no quarter at all.",
    "Write a quarter as 2023-24-Q3 and a year as 2023-24.",
    catalogue('from = "2023-24-Q3"', 'from = "2023-25-Q3"'),
    catalogue("", ""),
)
BAD_ID: Final = an_error(
    "CAT201",
    "an id that is not lower-case letters, digits and hyphens, or is longer than 64",
    "Partners type ids into returns; letters that look alike and spaces that are not seen make rows that never match.",
    "Write it as in idas-marac-repeat.",
    catalogue('id = "idas-grant"', 'id = "IDAS Grant"'),
    catalogue("", ""),
)
DUPLICATE_ID: Final = an_error(
    "CAT202",
    "an id that two entries of a kind have",
    "Rows under it could belong to either; the first entry is used, the second is not.",
    "Give one of them another id, or delete it.",
    catalogue("", '[[source]]\nid = "idas"\nname = "IDAS again"\n'),
    catalogue("", '[[source]]\nid = "syp"\nname = "South Yorkshire Police"\n'),
)
UNKNOWN_ID: Final = an_error(
    "CAT203",
    "an id that no entry has",
    "What is named cannot be found: an indicator of an unknown source is returned by nobody.",
    "Spell it as the hint says, or add the entry it names.",
    catalogue('source = "idas"', 'source = "idsa"'),
    catalogue("", ""),
)
UNKNOWN_AIM: Final = an_error(
    "CAT204",
    "an action whose aim is none of its priorities' aims",
    "The report puts actions under the aims they serve; this one would stand under none.",
    "Copy the aim word for word from its priority.",
    catalogue("", '[[action]]\nid = "a"\ntitle = "Build"\npriorities = ["right-support"]\naim = "More houses"\n'),
    catalogue(
        "",
        '[[action]]\nid = "a"\ntitle = "Build"\npriorities = ["right-support"]\naim = "More safe housing"\n',
    ),
)
LISTED_TWICE: Final = a_warning(
    "CAT205",
    "an id that a list names twice",
    "It counts once; the second was probably meant to be another, which is now missing from the list.",
    "Name the one that was meant, or delete the second.",
    catalogue("", '[[action]]\nid = "a"\ntitle = "Build"\nindicators = ["idas-referred", "idas-referred"]\n'),
    catalogue("", '[[action]]\nid = "a"\ntitle = "Build"\nindicators = ["idas-referred", "idas-grant"]\n'),
)
TARGET_UNCLEAR: Final = an_error(
    "CAT301",
    "a target that says nothing, or two things at once",
    "A figure can be held against one target only.",
    "Keep one of value, quarters, low and high, last_year, tbc; or a note alone.",
    _target("{ value = 8, low = 3 }"),
    _target("{ value = 8 }"),
)
SWAPPED: Final = an_error(
    "CAT302",
    "a range whose low end is above its high end: of a target, of bounds, of a limit, of periods",
    "Nothing lies inside such a range, so every figure would be outside it.",
    "Exchange the two.",
    _target("{ low = 40, high = 28 }"),
    _target("{ low = 28, high = 40 }"),
)
QUARTERS_OF_A_YEAR: Final = an_error(
    "CAT303",
    "a target by quarter on an indicator that has one figure a year",
    "There is no quarter's figure to hold against it.",
    'Give the year\'s value, or take frequency = "year" away.',
    {
        **catalogue("", 'frequency = "year"\n[indicator.target]\n"2023-24" = { quarters = [1, 2, 3, 4] }\n'),
        **row('idas-grant,,"1,200",\n', ""),
    },
    {
        **catalogue("", 'frequency = "year"\n[indicator.target]\n"2023-24" = { value = 4 }\n'),
        **row('idas-grant,,"1,200",\n', ""),
    },
)
FLOOR: Final = an_error(
    "CAT304",
    "a floor on a target that has no single wrong side, or on the target's good side",
    "The floor is the worst that is still amber; here nothing would be amber, or everything.",
    "Put the floor below a target that is better high, above one that is better low; a range takes none.",
    catalogue('from = "2023-24-Q3"\n', 'from = "2023-24-Q3"\ntarget.always = { value = 100, floor = 120 }\n'),
    catalogue('from = "2023-24-Q3"\n', 'from = "2023-24-Q3"\ntarget.always = { value = 100, floor = 80 }\n'),
)
IMPOSSIBLE_TARGET: Final = an_error(
    "CAT305",
    "a target that no figure can reach, since it is outside the indicator's bounds",
    "The indicator could never be green.",
    "Look whether the target, the unit or the bounds are meant otherwise.",
    catalogue(f"{_UNIT}\n", f"{_UNIT}\ntarget.always = {{ value = 280 }}\n"),
    catalogue(f"{_UNIT}\n", f"{_UNIT}\ntarget.always = {{ value = 28 }}\n"),
)
FRACTION_TARGET: Final = a_warning(
    "CAT306",
    "a percent's target between 0 and 1, as 0.28 for 28%",
    "A percentage is written as one, 28 or 28%; held against 0.28, every figure is far above its target.",
    "Write 28, not 0.28. If less than one per cent is meant, set bounds on the indicator that end at 1 or below.",
    catalogue(f"{_UNIT}\n", f"{_UNIT}\ntarget.always = {{ value = 0.28 }}\n"),
    catalogue(f"{_UNIT}\n", f"{_UNIT}\ntarget.always = {{ value = 28 }}\n"),
)
CANNOT_SUM: Final = an_error(
    "CAT401",
    'a year\'s sum (aggregate = "sum") of an indicator that is no count and no pounds',
    "Percentages, rates and days of four quarters do not add up to a year's.",
    'Take "mean" or "latest".',
    catalogue(_UNIT, f'{_UNIT}\naggregate = "sum"'),
    catalogue(_UNIT, f'{_UNIT}\naggregate = "mean"'),
)
CIRCLE: Final = an_error(
    "CAT402",
    "an indicator that is, through its parts, a part of itself",
    "Such sums can never be right.",
    "Take it out of the parts of one of them.",
    catalogue(_COUNT, f'{_COUNT}\nparts = ["idas-referred"]'),
    catalogue("", ""),
)
UNLIKE_PARTS: Final = an_error(
    "CAT403",
    "parts that are not in the unit of their whole",
    "Only like can be added to like.",
    "Name parts of the same unit.",
    catalogue(_COUNT, f'{_COUNT}\nparts = ["idas-grant"]'),
    catalogue("", ""),
)
RATIO: Final = an_error(
    "CAT404",
    "a ratio on an indicator that is no percent, or that names the indicator itself, or one indicator twice",
    "A ratio works a percentage out from its numerator and its denominator.",
    'Take the ratio away, or make the unit "percent"; name two other indicators.',
    {**catalogue(_UNIT, f'{_UNIT}\nratio = ["idas-referred", "idas-referred"]'), **row("30%", "37.3%")},
    {**catalogue(_UNIT, f'{_UNIT}\nratio = ["idas-referred", "idas-grant"]'), **row("30%", "37.3%")},
)
YEARLY_RUNNING: Final = an_error(
    "CAT405",
    "an indicator with one figure a year that is also a running total",
    "There are no quarters for it to run through.",
    'Take reported = "year-to-date" away, or frequency = "year".',
    catalogue(_COUNT, f'{_COUNT}\nreported = "year-to-date"\nfrequency = "year"'),
    catalogue(_COUNT, f'{_COUNT}\nreported = "year-to-date"'),
)
BAD_SYMBOL: Final = an_error(
    "CAT406",
    "a mark in [symbols] that is read already: a number, a standard symbol, or nothing at all",
    "A figure would turn into a symbol, or one symbol into another.",
    "Take it out, or write the mark as partners do.",
    catalogue("[[priority]]", '[symbols]\n"0" = "z"\n[[priority]]'),
    catalogue("[[priority]]", '[symbols]\n"*" = "x"\n[[priority]]'),
)
EXCEEDING: Final = an_error(
    "CAT407",
    'the rule "exceeding" without saying by how much',
    "The rule has no figure of its own, so it would never raise an exception.",
    'Add exceeding = "10%" under [exceptions].',
    catalogue("[[priority]]", '[exceptions]\nrules = ["off-target", "exceeding"]\n[[priority]]'),
    catalogue("[[priority]]", '[exceptions]\nrules = ["off-target", "exceeding"]\nexceeding = "10%"\n[[priority]]'),
)
