"""CAT5xx: indicators and priorities that do not meet, said once where there are priorities; no indicator at all."""

from __future__ import annotations

from typing import Final

from dap_tui.finding import Level
from dap_tui.rules import Rule
from dap_tui.rules.base import CATALOGUE, catalogue

_ONE: Final = 'priorities = ["right-support"]'
_BOTH: Final = 'priorities = ["right-support", "preventing"]'
_TWO_PRIORITIES: Final = catalogue(
    "[[source]]", '[[priority]]\nid = "preventing"\ntitle = "Preventing domestic abuse"\n\n[[source]]'
)

UNCLAIMED: Final = Rule(
    code="CAT501",
    level=Level.NOTE,
    finds="an indicator that no priority claims",
    why="A report by priority leaves it out; or it is measured for nobody.",
    mend="Name the priorities that it serves, or leave it: not everything has to.",
    example=catalogue(f"{_ONE}\n", ""),
    mended=catalogue("", ""),
)
UNMEASURED: Final = Rule(
    code="CAT502",
    level=Level.NOTE,
    finds="a priority that no indicator measures",
    why="Nobody can tell from the figures whether it is getting anywhere.",
    mend="Name it among the priorities of an indicator, or leave it where nothing can be counted.",
    example=_TWO_PRIORITIES,
    mended={"catalogue.toml": _TWO_PRIORITIES["catalogue.toml"].replace(_ONE, _BOTH, 1)},
)
NO_INDICATORS: Final = Rule(
    code="CAT503",
    level=Level.ERROR,
    finds="a catalogue without any indicator",
    why="No row of any return can be read, and there is nothing to report on.",
    mend="Describe each indicator in an [[indicator]] of its own, with id, title, source and unit; 'dap help "
    "catalogue' has an example.",
    example={"catalogue.toml": CATALOGUE.partition("[[indicator]]")[0]},
    mended=catalogue("", ""),
)
