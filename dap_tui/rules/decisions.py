"""NAR3xx: what people decided, held against what the figures say."""

from __future__ import annotations

from typing import Final

from dap_tui.rules import a_warning
from dap_tui.rules.base import catalogue, narrative


def _decision(rules: str, text: str = '"Fewer came forward over Christmas."') -> str:
    named = f"rules = [{rules}]\n" if rules else ""
    return f'[[exception]]\nindicators = ["idas-referred"]\n{named}decision = "report"\ntext = {text}\n'


_OFF_TARGET: Final = catalogue('unit = "count"\n', 'unit = "count"\ntarget.always = { value = 600 }\n')

OUT_OF_DATE: Final = a_warning(
    "NAR301",
    "a decision about an exception that is no longer there: none of the rules it names holds for its indicators",
    "A figure or a target has changed since; the words would tell the board of something that is not so.",
    "Take the [[exception]] out, or, to tell the board all the same, take its rules away.",
    narrative(_decision('"off-target"')),
    {**_OFF_TARGET, **narrative(_decision('"off-target"'))},
    'The narrative has a decision on idas-referred with rules = ["off-target"].',
)
DECIDED_TWICE: Final = a_warning(
    "NAR302",
    "two decisions on one exception of one indicator",
    "The first holds, and nobody reads the second.",
    "Make one of the two.",
    {**_OFF_TARGET, **narrative(_decision('"off-target"') + _decision('"off-target"', '"It was the holidays."'))},
    {**_OFF_TARGET, **narrative(_decision('"off-target"'))},
)
WITHOUT_WORDS: Final = a_warning(
    "NAR303",
    "an exception that is to be reported, without words for the board",
    "The board would see that something is wrong, and not why, nor what is being done.",
    "Write a sentence or two in text.",
    {**_OFF_TARGET, **narrative(_decision('"off-target"', '""'))},
    {**_OFF_TARGET, **narrative(_decision('"off-target"'))},
)

_OTHER_QUARTER: Final = "returns/2023-24-Q2/narrative.toml"
_COMMENTARY: Final = '[[commentary]]\nindicator = "idas-grant"\ntext = "It was spent early."\n'

NOT_IN_REPORT: Final = a_warning(
    "NAR304",
    "words on an indicator that is not in the report of that period",
    "They are printed nowhere: by its from, until or frequency the indicator is expected in other periods only.",
    "Move the words to the period they are about, or let the indicator be expected in this one.",
    {_OTHER_QUARTER: _COMMENTARY},
    narrative(_COMMENTARY),
    'idas-grant is expected from = "2023-24-Q3" on.',
)
DECIDES_NOTHING: Final = a_warning(
    "NAR305",
    "a decision that names no rules, on an indicator with an exception that is undecided",
    "Without rules it stands for something that people raised themselves; what the figures raised is still undecided.",
    "Name the rules it answers, as the hint has them; or decide on those as well.",
    {**_OFF_TARGET, **narrative(_decision(""))},
    {**_OFF_TARGET, **narrative(_decision('"off-target"'))},
    "idas-referred is off its target: 448, where 600 were to be reached.",
)
