"""NAR4xx and SUM3xx: what tells a small number though its figure is hidden."""

from __future__ import annotations

from typing import Final

from dap_tui.finding import Level
from dap_tui.rules import Rule
from dap_tui.rules.base import catalogue, narrative, rows

_OTHERS: Final = 'idas-marac-repeat,,30%,\nidas-grant,,"1,200",\n'
_HIDING: Final = catalogue('unit = "count"\n', 'unit = "count"\nsuppress_below = 5\n')
_FOUR: Final = rows(f"idas-referred,,4,\n{_OTHERS}")


def _commentary(text: str) -> str:
    return f'[[commentary]]\nindicator = "idas-referred"\ntext = "{text}"\n'


QUOTED: Final = Rule(
    code="NAR401",
    level=Level.WARNING,
    finds="words on an indicator, in a commentary or on an exception, that quote a figure which the report hides",
    why="The figure goes out as [c] so that nobody can be made out, and the words beside it say what it is.",
    mend='Say it without the number ("a few", "fewer than five"), or leave it out. Of a percentage, '
    "its own figure is looked for and the two counts of its ratio; of figures, those of that period.",
    example={**_HIDING, **_FOUR, **narrative(_commentary("Only 4 women were referred."))},
    mended={**_HIDING, **_FOUR, **narrative(_commentary("Fewer than five women were referred."))},
    given="idas-referred is 4 this quarter, and has suppress_below = 5.",
)
WORKED_OUT: Final = Rule(
    code="SUM301",
    level=Level.WARNING,
    finds="a partner's [c] that the rest of its own return gives away",
    why="Who sees the total and the other rows can subtract them; so with a year and its quarters, and with a "
    "percentage and one of its two counts. Reports hide more figures, so that it stays hidden there; the partner may "
    "publish its own table as it stands.",
    mend="Ask the partner to hide a second figure of that sum, or the percentage too, in what it publishes itself.",
    example=rows(f"idas-referred,,448,\nidas-referred,North,445,\nidas-referred,South,[c],\n{_OTHERS}"),
    mended=rows(f"idas-referred,,448,\nidas-referred,North,[c],\nidas-referred,South,[c],\n{_OTHERS}"),
)
TOLD: Final = Rule(
    code="SUM302",
    level=Level.WARNING,
    finds="a hidden figure that a reader may work out all the same",
    why="Reports hide other figures beside it until it could be more than one number. Here that did not help: the "
    "bounds leave one value, returns contradict themselves, or what is shown already leaves nothing more to hide.",
    mend="Do as the finding says: mend the returns that contradict themselves, or widen the bounds. Else leave the "
    "indicator out of what goes out, and say so to whoever holds what went out before.",
    example={
        **catalogue('unit = "count"\n', 'unit = "count"\nsuppress_below = 5\nbounds = { max = 1 }\n'),
        **rows(f"idas-referred,,1,\n{_OTHERS}"),
    },
    mended={
        **catalogue('unit = "count"\n', 'unit = "count"\nsuppress_below = 5\nbounds = { max = 2 }\n'),
        **rows(f"idas-referred,,1,\n{_OTHERS}"),
    },
    given="idas-referred is 1 this quarter. Noughts are printed, so that it can only be 1 where bounds end there.",
)
