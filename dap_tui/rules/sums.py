"""SUM: figures that do not agree with one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dap_tui.rules import a_warning
from dap_tui.rules.base import HEADER, ROWS, catalogue, rows

_YEAR: Final = "2023-24-Q3"


def _with(settings: str, **returned: str) -> Mapping[str, str]:
    """The number of people referred with more settings, and its rows by the quarter of 2023/24, or the year."""
    entry = 'unit = "count"\npolarity = "higher"\nfrom = "2023-24-Q3"\n'
    files = dict(catalogue(entry, f'unit = "count"\npolarity = "higher"\nfrom = "2023-24-Q1"\n{settings}'))
    others = ROWS.replace("idas-referred,,448,\n", "")
    for period, lines in returned.items():
        folder = "2023-24" if period == "year" else f"2023-24-{period}"
        files[f"returns/{folder}/idas.csv"] = HEADER + lines + (others if period == "Q3" else "")
    return files


def _quarters(*values: int, year: int | None = None, settings: str = "") -> Mapping[str, str]:
    returned = {f"Q{number}": f"idas-referred,,{value},\n" for number, value in enumerate(values, 1)}
    if year is not None:
        returned["year"] = f"idas-referred,,{year},\n"
    files = dict(_with(settings, **returned))
    if "Q4" in returned:
        files["catalogue.toml"] = files["catalogue.toml"].replace(_YEAR, "2023-24-Q4", 1)
        files["returns/2023-24-Q4/idas.csv"] += "idas-marac-repeat,,29%,\nidas-grant,,1300,\n"
    return files


_PARTS: Final = """
[[indicator]]
id = "women"
title = "Women referred"
source = "idas"
priorities = ["right-support"]
unit = "count"
from = "2023-24-Q3"
[[indicator]]
id = "men"
title = "Men referred"
source = "idas"
priorities = ["right-support"]
unit = "count"
from = "2023-24-Q3"
"""


def _parts(men: int) -> Mapping[str, str]:
    whole = catalogue('unit = "count"\n', 'unit = "count"\nparts = ["women", "men"]\n')["catalogue.toml"]
    return {"catalogue.toml": whole + _PARTS, **rows(f"{ROWS}women,,401,\nmen,,{men},\n")}


def _ratio(percent: str) -> Mapping[str, str]:
    ratio = 'unit = "percent"\nratio = ["women", "idas-referred"]\n'
    whole = catalogue('unit = "percent"\n', ratio)["catalogue.toml"]
    return {"catalogue.toml": whole + _PARTS, **rows(f"{ROWS}women,,336,\nmen,,112,\n".replace("30%", percent))}


BREAKDOWN: Final = a_warning(
    "SUM101",
    "a total that its breakdown does not add up to",
    "Either the total or one of its rows is wrong, and the report prints both.",
    "Ask the partner which it is. Where rows may overlap, set breakdown_adds_up = false on the indicator.",
    rows(f"{ROWS}idas-referred,North,200,\nidas-referred,South,238,\n"),
    rows(f"{ROWS}idas-referred,North,200,\nidas-referred,South,248,\n"),
    "The total of idas-referred, higher up in the file, is 448.",
)
PARTS: Final = a_warning(
    "SUM102",
    "an indicator that its parts do not add up to",
    "The indicators named in parts must add up to this one; one of the figures is wrong.",
    "Ask the partner which it is, or mend parts in the catalogue.",
    _parts(men=74),
    _parts(men=47),
    'idas-referred is 448 and has parts = ["women", "men"].',
)
RATIO: Final = a_warning(
    "SUM103",
    "a percent that its numerator and denominator do not make",
    "One of the three figures is wrong, or they count different people; a reader with a pencil will find it.",
    "Ask the partner which it is. A difference by rounding, in the last place that is written, is not found.",
    _ratio("57%"),
    _ratio("75%"),
    'idas-marac-repeat has ratio = ["women", "idas-referred"]: 336 of 448 are 75%.',
)
RUNNING: Final = a_warning(
    "SUM201",
    "a running total that falls within its year",
    "What was counted since the year began cannot become less; often it is the quarter's own figure.",
    'Ask for the total since the year began, or take reported = "year-to-date" away. '
    "Where the count began anew, mark the figure [b].",
    _quarters(448, 913, 465, settings='reported = "year-to-date"\n'),
    _quarters(448, 913, 1378, settings='reported = "year-to-date"\n'),
    'idas-referred has reported = "year-to-date". Quarter 1 was 448, quarters 1 and 2 together 913.',
)
YEAR: Final = a_warning(
    "SUM202",
    "a year's figure that its quarters do not make",
    "Reports of the year are made from the quarters; who was told the other figure will ask which is right.",
    "Ask the partner which is right; mend the quarter that was revised, or how the quarters make a year (aggregate).",
    _quarters(448, 465, 431, 440, year=1748),
    _quarters(448, 465, 431, 440, year=1784),
    "The four quarters are 448, 465, 431 and 440.",
)
