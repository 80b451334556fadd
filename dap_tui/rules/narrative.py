"""NAR: what can be wrong with a quarter's narrative as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dap_tui.finding import Level
from dap_tui.rules import Rule
from dap_tui.rules.base import narrative

_EXCEPTION = '[[exception]]\nindicators = ["idas-referred"]\n'
_REPORT = 'decision = "report"\ntext = "Fewer were referred."\n'
_ON_GRANT = '[[commentary]]\nindicator = "idas-grant"\ntext = "It was spent early."\n'
_GOOD = narrative(_EXCEPTION + _REPORT)


def _rule(
    code: str,
    level: Level,
    finds: str,
    why: str,
    mend: str,
    example: Mapping[str, str],
    mended: Mapping[str, str] = _GOOD,
) -> Rule:
    return Rule(code=code, level=level, finds=finds, why=why, mend=mend, example=example, mended=mended)


UNREADABLE: Final = _rule(
    "NAR101",
    Level.ERROR,
    "a narrative that cannot be read: it breaks the rules of its format, TOML, or cannot be opened",
    "None of the quarter's words and decisions is read.",
    "Mend it at the line that the message names; 'dap help narrative' shows how it is written.",
    narrative(_EXCEPTION + _REPORT.replace('"report"', '"report')),
)
UNKNOWN_KEY: Final = _rule(
    "NAR102",
    Level.WARNING,
    "a key that a narrative does not have; it is kept and not read",
    "A misspelt key's words reach no report.",
    "Spell the key as the hint says, or delete it.",
    narrative(_EXCEPTION + _REPORT + 'txet = "Fewer"\n'),
)
WRONG_TYPE: Final = _rule(
    "NAR103",
    Level.ERROR,
    "a value that is not of its key's kind, as a number for a text",
    "What cannot be read reaches no report.",
    "Write the value as the message says.",
    narrative(_EXCEPTION + _REPORT.replace('"Fewer were referred."', "448")),
)
MISSING_KEY: Final = _rule(
    "NAR104",
    Level.ERROR,
    "an entry without a key that it needs",
    "Nobody can tell what it is about, or what was decided.",
    "Give the key that the message names.",
    narrative(_EXCEPTION + 'text = "Fewer were referred."\n'),
)
NOT_A_CHOICE: Final = _rule(
    "NAR105",
    Level.ERROR,
    "a word that is none of those its key may have, as a decision that is neither report nor hold",
    "A decision or a status that is not known does not hold.",
    "Choose one of the words that the message lists.",
    narrative(_EXCEPTION + _REPORT.replace('"report"', '"reported"')),
)
CONTROL: Final = _rule(
    "NAR106",
    Level.WARNING,
    "a control character in a text; it is shown escaped",
    "It is not seen, and in a terminal it can move the cursor, change colours or hide words.",
    "Delete it.",
    narrative(_EXCEPTION + _REPORT.replace("Fewer", "Fewer\\u001b[2J")),
)
UNKNOWN_ID: Final = _rule(
    "NAR201",
    Level.ERROR,
    "an indicator, source, priority or action that the catalogue does not have",
    "The words stand beside nothing, and are in no report.",
    "Spell the id as the catalogue does; the hint names the nearest.",
    narrative('[[commentary]]\nindicator = "idas-refered"\ntext = "Fewer"\n'),
    narrative('[[commentary]]\nindicator = "idas-referred"\ntext = "Fewer"\n'),
)
HOLD_WITHOUT_REASON: Final = _rule(
    "NAR202",
    Level.ERROR,
    "an exception that is held back without saying why",
    "Who reads it later cannot tell whether anybody looked.",
    "Give the reason as text, or report it.",
    narrative(_EXCEPTION + 'decision = "hold"\n'),
    narrative(_EXCEPTION + 'decision = "hold"\ntext = "One return was late."\n'),
)
TWICE: Final = _rule(
    "NAR203",
    Level.ERROR,
    "a second commentary on one indicator, or a second update of one action",
    "There is room for one of each; of two, the first is used.",
    "Make one of the two.",
    narrative(_ON_GRANT + _ON_GRANT.replace("It was", "Most was")),
    narrative(_ON_GRANT),
)
SAYS_NOTHING: Final = _rule(
    "NAR204",
    Level.WARNING,
    "an entry without words: a commentary, section, resolution or update of an action that is empty",
    "It is not in the report, where somebody may look for it.",
    "Write its text, or delete it.",
    narrative('[[commentary]]\nindicator = "idas-grant"\n'),
    narrative(_ON_GRANT),
)
TWO_NARRATIVES: Final = _rule(
    "NAR205",
    Level.ERROR,
    "two narratives of one period, in folders that name it differently",
    "Only the first is read.",
    "Move the words into one of the two.",
    {
        **narrative('[[section]]\ntext = "One"\n'),
        "returns/2023_24_Q3/narrative.toml": '[[section]]\ntext = "Two"\n',
    },
    narrative('[[section]]\ntext = "One"\n'),
)
SECTION_OF_TWO: Final = _rule(
    "NAR206",
    Level.ERROR,
    "a section that is of a source and of a priority at once",
    "Where it belongs cannot be told, so it is in no report.",
    "Keep source or priority; take the other away.",
    narrative('[[section]]\nsource = "idas"\npriority = "right-support"\ntext = "One"\n'),
    narrative('[[section]]\nsource = "idas"\ntext = "One"\n'),
)
