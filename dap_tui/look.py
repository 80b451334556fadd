"""What a status looks like: its shape, its word and its colour, in one place for every screen and report.

Nothing is said by colour alone: each status has a shape and a word, travel has arrows of its own and a
judgement in words, polarity is in words. Each shape is one cell wide; beside each stands what is used where
only ASCII can be shown. There too each sign means one thing, whatever stands beside it on a row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from dap_tui.finding import Level
from dap_tui.measure import Arrow, Judgement, Mark, Polarity, Status, Symbol
from dap_tui.narrative import Decision


class Look(NamedTuple):
    """A shape, what stands for it in ASCII, its word, a word for narrow columns, and its colour's name.

    `colour` is a token of the palette; `colours_word` says whether the word takes the colour as well, which
    only what asks for attention does.
    """

    shape: str
    ascii: str
    word: str
    short: str
    colour: str
    colours_word: bool = False


STATUS: Final[Mapping[Status, Look]] = {
    Status.RED: Look("■", "#", "red", "red", "red", colours_word=True),
    Status.AMBER: Look("▲", "^", "amber", "amber", "amber", colours_word=True),
    Status.GREEN: Look("●", "*", "green", "green", "green"),
    Status.DATA_ONLY: Look("○", "o", "data only", "data", "quiet"),
    Status.NO_DATA: Look("–", "-", "no data", "none", "quiet"),
    Status.HIDDEN: Look("×", "x", "hidden", "hidden", "quiet"),
}

ARROW: Final[Mapping[Arrow, Look]] = {
    Arrow.UP: Look("↑", "/", "up", "up", "text"),
    Arrow.DOWN: Look("↓", "\\", "down", "down", "text"),
    Arrow.LEVEL: Look("→", "_", "level", "level", "soft"),
    Arrow.NONE: Look("–", "-", "not compared", "", "faint"),
}

JUDGEMENT: Final[Mapping[Judgement, Look]] = {
    Judgement.IMPROVING: Look("", "", "improving", "better", "soft"),
    Judgement.WORSENING: Look("", "", "worsening", "worse", "text"),
    Judgement.LEVEL: Look("", "", "level", "level", "soft"),
    Judgement.NEUTRAL: Look("", "", "changed, neither better nor worse", "moved", "soft"),
    Judgement.NONE: Look("", "", "not compared", "", "faint"),
}

POLARITY: Final[Mapping[Polarity, Look]] = {
    Polarity.HIGHER: Look("", "", "high is good", "high", "quiet"),
    Polarity.LOWER: Look("", "", "low is good", "low", "quiet"),
    Polarity.RANGE: Look("", "", "inside a range is good", "band", "quiet"),
    Polarity.MONITOR: Look("–", "-", "watched, neither is good", "–", "faint"),
}

DECISION: Final[Mapping[Decision, Look]] = {
    Decision.UNDECIDED: Look("!", "!", "undecided", "undecided", "amber", colours_word=True),
    Decision.REPORT: Look("»", ">", "to be reported", "report", "soft"),
    Decision.HOLD: Look("=", "h", "held", "held", "quiet"),
}

LEVEL: Final[Mapping[Level, Look]] = {
    Level.ERROR: Look("×", "x", "error", "error", "red", colours_word=True),
    Level.WARNING: Look("!", "!", "warning", "warning", "amber", colours_word=True),
    Level.NOTE: Look("i", "i", "note", "note", "quiet"),
}

NO_FIGURE: Final = Look("·", ".", "no figure", "", "faint")
HAS_NOTE: Final = Look("‡", "&", "has a note", "", "quiet")

ACTUAL: Final = Look("━", "=", "actual", "", "line")
TARGET: Final = Look("┃", "T", "target", "", "text")
LAST_YEAR: Final = Look("│", "L", "last year", "", "soft")
RANGE: Final = (Look("├", "{", "range, from", "", "quiet"), Look("┤", "}", "range, to", "", "quiet"))
BEYOND: Final = Look("›", "+", "more than twice the target", "", "line")
"""What a bar beside its target is drawn with."""

POINT: Final = Look("●", "O", "a quarter’s figure", "", "line")
SPECIAL_CAUSE: Final[Mapping[Judgement, Look]] = {
    Judgement.WORSENING: Look("◆", "W", "special cause for the worse", "", "amber"),
    Judgement.IMPROVING: Look("◇", "B", "special cause for the better", "", "line"),
    Judgement.NEUTRAL: Look("○", "N", "special cause, neither better nor worse", "", "line"),
}
"""What the points of a chart are drawn with."""

TREND: Final = tuple(
    Look(shape, plain, word, "", "spark")
    for shape, plain, word in zip("▁▂▃▄▅▆▇", ",,:::''", ("low",) * 2 + ("middle",) * 3 + ("high",) * 2, strict=True)
)
"""The steps of a trend in cells, the least first, each on its own range."""

EARLIER: Final = Look("‹", "[", "the quarter before", "", "soft")
LATER: Final = Look("›", "]", "the quarter after", "", "soft")
"""At both sides of the quarter; in ASCII its keys."""

STATUS_ORDER: Final = (
    Status.RED, Status.AMBER, Status.GREEN, Status.DATA_ONLY, Status.NO_DATA, Status.HIDDEN,
)  # fmt: skip


def travel_in_words(arrow: Arrow, judgement: Judgement) -> str:
    """Direction of travel as a table shows it: `↑ worse`, `→ level`, `↓ moved`, `–`."""
    if arrow is Arrow.NONE:
        return ARROW[arrow].shape
    return f"{ARROW[arrow].shape} {JUDGEMENT[judgement].short}"


def symbol_in_words(symbol: Symbol) -> str:
    """A symbol with what it means, for a legend."""
    return f"[{symbol}] {symbol.words}"


def mark_in_words(mark: Mark) -> str:
    """A mark with what it means, for a legend."""
    return f"[{mark}] {mark.words}"


DARK: Final[Mapping[str, str]] = {
    "bg": "#15171c", "text": "#e4e3df", "soft": "#b3b8c0", "quiet": "#8d949f", "faint": "#626a76",
    "rule": "#343a44", "line": "#9fb2c8", "spark": "#64768d", "red": "#ff8078", "amber": "#e6b450",
    "green": "#84c08a", "accent": "#82b1e8", "sel": "#232a35", "field": "#1e222a", "panel": "#1b1e24",
    "band": "#1a2b27", "band2": "#25483c",
}  # fmt: skip
"""The palette on a dark page; every text colour has a contrast of 4.5 or more on page and selected row."""

LIGHT: Final[Mapping[str, str]] = {
    "bg": "#fcfbf8", "text": "#1d1f23", "soft": "#474c54", "quiet": "#666b73", "faint": "#918e86",
    "rule": "#d3d0c8", "line": "#50657e", "spark": "#7d90a8", "red": "#b3261e", "amber": "#8a5800",
    "green": "#2a6f3c", "accent": "#1c5aa6", "sel": "#e6edf6", "field": "#f2f0ea", "panel": "#f4f2ec",
    "band": "#e6f0e6", "band2": "#bcdcc2",
}  # fmt: skip
"""The palette on a light page."""
