"""Every rule of `dap check`, one value each: what it finds, why it matters, and an example, before and after.

A rule is written in a module of its letters: `catalogue` and `coverage` CAT, `returns` RET, `values` and `figures`
VAL, `sums` SUM, `due` DUE, `narrative` and `decisions` NAR, `published` REV; what has to do with hidden figures, NAR
and SUM, in `small_numbers`. What finds it imports the rule and says `RULE.at(place, …)`. A code never changes its
meaning, and a code that is given up is not used again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dap_tui.finding import Finding, Level, Place


class Rule(NamedTuple):
    """A rule and its public documentation.

    `finds` is one sentence without a full stop; `why` says why it matters, `mend` what to do. `example` and
    `mended` are files (by name from the workspace) laid over a small workspace that has nothing wrong: the
    first has the finding, the second has it not. `given` is what else of that workspace the example rests on,
    as "The quarter before was 28%."
    """

    code: str
    level: Level
    finds: str
    why: str
    mend: str
    example: Mapping[str, str]
    mended: Mapping[str, str]
    given: str = ""

    def at(self, place: Place, message: str, hint: str | None = None, width: int = 0) -> Finding:
        """A finding of this rule at a place, in one sentence; `width` characters of the line are meant."""
        return Finding(self.code, self.level, place, message, hint, width)


def an_error(
    code: str, finds: str, why: str, mend: str, example: Mapping[str, str], mended: Mapping[str, str], given: str = ""
) -> Rule:
    """A rule whose findings are errors."""
    return Rule(code, Level.ERROR, finds, why, mend, example, mended, given)


def a_warning(
    code: str, finds: str, why: str, mend: str, example: Mapping[str, str], mended: Mapping[str, str], given: str = ""
) -> Rule:
    """A rule whose findings are warnings."""
    return Rule(code, Level.WARNING, finds, why, mend, example, mended, given)
