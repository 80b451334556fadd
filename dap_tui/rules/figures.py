"""VAL3xx: values that can be, and that an analyst would ring the partner about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dap_tui.rules import a_warning
from dap_tui.rules.base import BASE, HEADER


def _returned(quarters: Mapping[str, Iterable[tuple[str, str]]]) -> Mapping[str, str]:
    """Values by quarter and indicator, all of them expected from the first quarter on."""
    first = min(quarters)
    files = {"catalogue.toml": BASE["catalogue.toml"].replace('from = "2023-24-Q3"', f'from = "{first}"')}
    for quarter, values in quarters.items():
        rows = "".join(f"{indicator},,{value},\n" for indicator, value in values)
        files[f"returns/{quarter}/idas.csv"] = HEADER + rows
    return files


def _referred(*values: int) -> Mapping[str, str]:
    """The number of people referred in the quarters up to quarter 3 2023/24; the others stay about the same."""
    quarters = {}
    for number, value in enumerate(values):
        ordinal = 2023 * 4 + 3 - len(values) + number
        year, quarter = divmod(ordinal, 4)
        others = (("idas-marac-repeat", f"{30 + number % 3}%"), ("idas-grant", str(1200 + 10 * number)))
        quarters[f"{year}-{(year + 1) % 100:02}-Q{quarter + 1}"] = (("idas-referred", str(value)), *others)
    return _returned(quarters)


def _repeat(now: str) -> Mapping[str, str]:
    rest = (("idas-referred", "430"), ("idas-grant", "1150"))
    before = (("idas-marac-repeat", "28%"), *rest)
    return _returned(
        {"2023-24-Q2": before, "2023-24-Q3": (("idas-marac-repeat", now), ("idas-referred", "448"), rest[1])}
    )


def _few(now: str) -> Mapping[str, str]:
    before = (("idas-referred", "4"), ("idas-marac-repeat", "28%"), ("idas-grant", "1150"))
    return _returned({"2023-24-Q2": before, "2023-24-Q3": (("idas-referred", now), *before[1:])})


def _whole_return(referred: int) -> Mapping[str, str]:
    """A return of five numbers, of which quarter 2's are those of 448 people referred."""
    files = dict(_returned({"2023-24-Q2": (), "2023-24-Q3": ()}))
    for quarter, people in (("2023-24-Q2", 448), ("2023-24-Q3", referred)):
        files[f"returns/{quarter}/idas.csv"] = (
            f"{HEADER}idas-referred,,{people},\nidas-referred,North,148,\nidas-referred,South,{people - 148},\n"
            "idas-marac-repeat,,28%,\nidas-grant,,1150,\n"
        )
    return files


_USUAL: Final = (441, 437, 452, 460, 431, 448, 455, 439)

FRACTION: Final = a_warning(
    "VAL301",
    "a percent between 0 and 1 where its other figures are not, and that fits them once it is taken times a hundred; "
    "where it has fewer than 3 others and none above 1, one of at most 1 that is not a tenth of its target",
    "0.66 is what a spreadsheet holds where it shows 66%; read as it stands, it is less than one in a hundred. A "
    "target says so only where it is 5% or more; and of a 1 only where more is better, or between two ends.",
    "Write 66 or 66%.",
    _repeat("0.3"),
    _repeat("30%"),
    "The quarter before was 28%.",
)
OUTLYING: Final = a_warning(
    "VAL302",
    "a value far outside its own history",
    "It may be a slip of the keyboard, a figure in the wrong row, or news. Nothing is called far with fewer than 8 "
    "other figures since the series last broke. Beside them, a value is far that lies beyond all of them by more than "
    "the lowest and the highest lie apart, and more than 6 times as far from their median as is usual. Usual is "
    "1.4826 times the median distance from it; but at least the square root of the median (a count, days), "
    "5 percentage points (a percent), or a tenth of the median (a rate, pounds).",
    "Ask the partner. Where the series has begun anew, mark the figure [b].",
    _referred(*_USUAL, 4480),
    _referred(*_USUAL, 448),
    "The eight quarters before lie between 431 and 460.",
)
UNCHANGED: Final = a_warning(
    "VAL303",
    "a return of at least five numbers, not all 0 or 100, every one of them as the quarter before",
    "The same figures once more are seldom chance: last quarter's file was probably sent again.",
    "Ask the partner for this quarter's.",
    _whole_return(448),
    _whole_return(449),
    "Quarter 2's return has the figures that stand first here.",
)
DAY: Final = a_warning(
    "VAL304",
    "a number that spreadsheets keep for a day, among figures of a twentieth of it or less",
    "Of 1-5 or 1/2 a spreadsheet makes a day of this year, and saves it as the number of days since 1900: 45292 is "
    "1 January 2024. Read as a count, it is a thousand times too high.",
    "Ask the partner for the figure, which is to be typed into a cell that is set to Text. Where it is right, nothing "
    "needs mending.",
    _few("45292"),
    _few("5"),
    "The quarter before was 4.",
)
