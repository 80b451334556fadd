"""DUE: what should be there by now, and is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dap_tui.rules import a_warning
from dap_tui.rules.base import HEADER, ROWS, catalogue, rows

_CALLED_FOR: Final = catalogue(
    'unit = "count"\npolarity = "higher"\nfrom = "2023-24-Q3"', 'unit = "count"\nfrom = "2023-24-Q2"'
)
_Q2: Final = "returns/2023-24-Q2/idas.csv"


def _action(due: str) -> Mapping[str, str]:
    return catalogue("", f'[[action]]\nid = "safe-housing"\ntitle = "Build safe housing"\ndue = {due}\n')


def _by_area(*areas: str) -> Mapping[str, str]:
    """The people referred by area, without a total, in quarter 2 in two areas and in quarter 3 in these."""
    others = ROWS.replace("idas-referred,,448,\n", "")
    now = "".join(f"idas-referred,{area},\n" for area in areas)
    before = "idas-referred,North,190,\nidas-referred,South,240,\n"
    return {**_CALLED_FOR, _Q2: HEADER + before, **rows(others + now)}


def _with_total(now: str) -> Mapping[str, str]:
    """The people referred with their total, in quarter 2 in two areas and in quarter 3 in these rows."""
    before = "idas-referred,,430,\nidas-referred,North,190,\nidas-referred,South,240,\n"
    return {**_CALLED_FOR, _Q2: HEADER + before, **rows(ROWS + now)}


OVERDUE: Final = a_warning(
    "DUE101",
    "a return of which nothing has come by the day it was due",
    "Its indicators stand empty in the report, and the board asks why. A return is due due_days after its quarter "
    "ends (30, unless the source says otherwise); nothing after last_period is due.",
    "Ask the source; its contact is in the catalogue. What will not come, write as [x] or [z].",
    _CALLED_FOR,
    {**_CALLED_FOR, _Q2: f"{HEADER}idas-referred,,430,\n"},
    'idas-referred is expected from = "2023-24-Q2" on, and 30 October 2023 has passed.',
)
NO_ROW: Final = a_warning(
    "DUE102",
    "an indicator that is expected and has no row, in a return that has come",
    "A row that was deleted or forgotten looks like nothing at all, and its indicator counts as not returned.",
    "Add the row; what is not available is [x]. What began later or has ended says so with from and until.",
    rows(ROWS.replace("idas-marac-repeat,,30%,\n", "")),
    rows(ROWS),
)
ROW_GONE: Final = a_warning(
    "DUE103",
    "a breakdown row that was there the quarter before and is not now, where the total is made of its rows",
    "Without a total of its own to hold the rows against, the figure is too low by that row, and looks right.",
    "Add the row, with 0 where there were none; or return the total as well.",
    _by_area("North,200"),
    _by_area("North,200", "South,248"),
    "Quarter 2's return has a row South as well, and neither has a total.",
)
ROWS_GONE: Final = a_warning(
    "DUE104",
    "an indicator without any breakdown row where its total is there, and that had rows the quarter before",
    "The part by area, age or need is gone from the report, and nothing in the total tells that it is.",
    "Add the rows; those that are not available, with [x].",
    _with_total(""),
    _with_total("idas-referred,North,200,\nidas-referred,South,248,\n"),
    "Quarter 2's return has the total and its rows North and South.",
)
MISNAMED: Final = a_warning(
    "DUE105",
    "a breakdown row of a name that its indicator never had, nearly one that it had and that is missing here",
    "Sooth beside South is a row of its own: each has half of the figures, and both are asked for next quarter.",
    "Write the name as before. Where it is to be another from now on, write it so in the earlier returns too.",
    _with_total("idas-referred,North,200,\nidas-referred,Sooth,248,\n"),
    _with_total("idas-referred,North,200,\nidas-referred,South,248,\n"),
    "Quarter 2's return has rows North and South. Near is a name that differs by its capitals, or by one letter; "
    "never by a number or a word of one or two letters, as Ward 1 and Ward 2.",
)
ACTION: Final = a_warning(
    "DUE201",
    "an action past its due date that nobody has reported as done",
    "A plan whose dates pass unremarked is not followed.",
    'Say in the quarter\'s narrative that it is done, with status = "done", or agree another date and put it into due.',
    _action("2023-12-31"),
    {
        **_action("2023-12-31"),
        "returns/2023-24-Q3/narrative.toml": '[[action]]\nid = "safe-housing"\nstatus = "done"\n',
    },
    "The action safe-housing has due = 2023-12-31, which has passed.",
)
