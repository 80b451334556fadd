"""REV: what can be wrong with published.toml as a file, and where today differs from what was published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dap_tui.finding import Level
from dap_tui.rules import Rule
from dap_tui.rules.base import catalogue, row

FILE: Final = "returns/2023-24-Q3/published.toml"
_HEAD: Final = 'format = 1\nperiod = "2023-24-Q3"\npublished = 2024-02-14\n'
_REFERRED: Final = (
    '\n[[indicator]]\nid = "idas-referred"\nvalue = 448.0\nstatus = "data-only"\narrow = "none"\njudgement = "none"\n'
)


def _published(text: str) -> Mapping[str, str]:
    return {FILE: text}


_GOOD: Final = _published(_HEAD + _REFERRED)


def _rule(
    code: str,
    finds: str,
    why: str,
    mend: str,
    example: Mapping[str, str],
    mended: Mapping[str, str] = _GOOD,
    level: Level = Level.ERROR,
) -> Rule:
    return Rule(code=code, level=level, finds=finds, why=why, mend=mend, example=example, mended=mended)


def _instead(old: str, new: str) -> Mapping[str, str]:
    return _published((_HEAD + _REFERRED).replace(old, new, 1))


_AS_IT_WAS: Final = "Restore it from git or a backup: dap wrote it, and nobody needs to edit it."

UNREADABLE: Final = _rule(
    "REV101",
    "a published.toml that cannot be read: it is not TOML, is of another format, or cannot be opened",
    "What the board was told of that period cannot be held against today's figures.",
    _AS_IT_WAS,
    _instead("format = 1", "format = 2"),
)
UNKNOWN_KEY: Final = _rule(
    "REV102",
    "a key that a published.toml does not have; it is not read",
    "A misspelt key looks as if nothing had been published under it.",
    "Spell the key as the hint says, or delete it.",
    _instead("status =", "satus ="),
    level=Level.WARNING,
)
WRONG_TYPE: Final = _rule(
    "REV103",
    "a value that is not of its key's kind, or that stands beside one that it excludes",
    "What cannot be read is held against nothing.",
    _AS_IT_WAS,
    _instead("448.0", '"448"'),
)
MISSING_KEY: Final = _rule(
    "REV104",
    "an entry without a key that it needs",
    "Nobody can tell what it was published of.",
    _AS_IT_WAS,
    _instead('id = "idas-referred"\n', ""),
)
NOT_A_CHOICE: Final = _rule(
    "REV105",
    "a word that is none of those its key may have, as a status that is no status",
    "A status that is not known cannot be held against today's.",
    "Choose one of the words that the message lists.",
    _instead('"data-only"', '"grey"'),
)
CONTROL: Final = _rule(
    "REV106",
    "a control character in a text; it is shown escaped",
    "It is not seen, and in a terminal it can move the cursor, change colours or hide words.",
    "Delete it.",
    _instead('status = "data-only"', 'target = "8\\u001b[2J"\nstatus = "data-only"'),
    level=Level.WARNING,
)
OTHER_PERIOD: Final = _rule(
    "REV107",
    "a published.toml of another period than the folder it lies in; it is not used",
    "One quarter's figures would be held against another's, and every one of them would differ.",
    "Move it to the folder of its own period.",
    _instead('"2023-24-Q3"', '"2023-24-Q2"'),
)
TWICE: Final = _rule(
    "REV108",
    "an indicator that was published twice, or two published.toml of one period",
    "There is one record of what was told; of two, the first is used.",
    "Delete the one that is not what went out.",
    _published(_HEAD + _REFERRED * 2),
)

_WHY_FIGURE: Final = (
    "The board was told another figure. Who compares the two reports has to learn that it was revised, and why."
)
FIGURE: Final = _rule(
    "REV201",
    "a figure or symbol that is not what was published",
    _WHY_FIGURE,
    "Where the partner revised it, tell that and why in the next report: the figure stands there marked [r], and this "
    "finding stays. Where the revision was itself a slip, put the return right. published.toml stays as it is.",
    {**_GOOD, **row("448", "484")},
    {**_GOOD, **row("448", "448")},
    level=Level.WARNING,
)._replace(given="published.toml of that quarter has value = 448.0: the board was told 448.")
_OF_400: Final = _instead('status = "data-only"', 'target = "400"\nstatus = "green"')


def _target(value: int) -> Mapping[str, str]:
    return catalogue('unit = "count"\n', f'unit = "count"\ntarget.always = {{ value = {value} }}\n')


TARGET: Final = _rule(
    "REV202",
    "a target that is not the one that was published",
    "A target that moves after the figure is in can make a miss look like a hit.",
    "Set the new target from the year on in which it was agreed, and leave the old one to its own year.",
    {**_OF_400, **_target(440)},
    {**_OF_400, **_target(400)},
    level=Level.WARNING,
)._replace(given='published.toml has target = "400".')
_RED: Final = _instead('status = "data-only"', 'target = "500"\nstatus = "red"')


def _tolerance(near: str) -> Mapping[str, str]:
    target = "target.always = { value = 500 }"
    return catalogue('unit = "count"\n', f'unit = "count"\n{target}\ntolerance = "{near}"\n')


JUDGED: Final = _rule(
    "REV203",
    "a status, arrow or judgement that is not what was published",
    "A target, a tolerance or an earlier figure has changed since; what was published is not repainted by it.",
    "See what has changed. Reports show the published status beside today's.",
    {**_RED, **_tolerance("15%")},
    {**_RED, **_tolerance("10%")},
    level=Level.WARNING,
)._replace(given="448 was published as red against the target 500: 10% below it is 450.")
GONE: Final = _rule(
    "REV204",
    "an indicator that was published and is in the report of that period no longer",
    "What the board was told of it can be found nowhere now.",
    "Put it back into the catalogue; what has ended says so with until.",
    {**_GOOD, **catalogue('from = "2023-24-Q3"', 'from = "2023-24-Q4"')},
    {**_GOOD, **catalogue("", "")},
    level=Level.WARNING,
)
