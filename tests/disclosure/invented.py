"""An invented workspace of a year or two, and the whole numbers behind it.

The truth behind a partner's `[c]` is invented too, so that the true table is always one that a reader may think of.
"""

from __future__ import annotations

from made import figure, workspace

from dap_tui.catalogue import ExceptionRules, Indicator
from dap_tui.measure import Figure
from dap_tui.period import Period, Quarter, Year
from dap_tui.workspace import Workspace

FIRST = Year(2022)
RULES = ExceptionRules()

Key = tuple[str, str, Period]
Marks = dict[Period, frozenset[tuple[str, str]]]

SETTINGS = (
    "reported", "frequency", "aggregate", "parts", "ratio", "suppress_below", "polarity", "compare", "steady",
    "tolerance", "met_within", "amber_if_improving", "targets", "bounds", "limit", "decimals", "from_", "until",
)  # fmt: skip


class Invented:
    """A workspace, and the whole numbers behind it: of every cell, partners' [c] among them.

    `written` is what was returned, `[c]` and `7 [b]` as they stand. A breakdown row of a quarter that has no truth
    was not there, and counts for nothing. `marks` are those of reports that went out before.
    """

    def __init__(self) -> None:
        self.workspace: Workspace = workspace(returned={})
        self.truth: dict[Key, int] = {}
        self.written: dict[Key, str] = {}
        self.marks: Marks = {}
        self.rules = RULES

    @classmethod
    def of(cls, *indicators: Indicator, **returned: dict[str, str]) -> Invented:
        """One made by hand: of each row the figures from 2022-23-Q1 on, `13`, `13[b]` or `[c]13`, 13 behind a [c].

        A `-` is a row that was not there.
        """
        made = cls()
        for name, rows in returned.items():
            for row, texts in rows.items():
                for at, text in enumerate(texts.split()):
                    if text == "-":
                        continue
                    symbol, true = (text[:3], text[3:]) if text.startswith("[") else ("", text.removesuffix("[b]"))
                    key = (name, row, FIRST.quarters[0].shifted(at))
                    made.written[key] = symbol or text.replace("[", " [")
                    if not any(each.id == name and each.ratio for each in indicators):
                        made.truth[key] = int(true)
        made.workspace = of_written(indicators, made.written)
        return made

    def __repr__(self) -> str:
        lines = [
            f"{one.id}: " + ", ".join(f"{each}={getattr(one, each)}" for each in SETTINGS)
            for one in self.workspace.catalogue.indicators
        ]
        lines += [f"{name} {row} {at}: {self.written.get((name, row, at))} ({true})"
                  for (name, row, at), true in self.truth.items()]  # fmt: skip
        lines += [f"{' '.join(map(str, key))}: {text}" for key, text in self.written.items() if key not in self.truth]
        lines += [f"{at} went out without {sorted(marks)}" for at, marks in self.marks.items()]
        return "\n".join(["", *lines])

    def up_to(self, last: Period) -> Workspace:
        """The workspace as it was when the return for `last` came in."""
        kept = {key: text for key, text in self.written.items() if when(key[2]) <= when(last)}
        return of_written(self.workspace.catalogue.indicators, kept, self.rules)

    def is_number(self, key: Key) -> bool:
        """Whether a number was returned for a cell."""
        return not self.written.get(key, "[").startswith("[")

    def is_break(self, name: str, row: str, at: Period) -> bool:
        """Whether a series breaks at a figure; a total that was left out does where one of its rows does."""
        if (name, row, at) in self.written or row:
            return self.written.get((name, row, at), "").endswith("[b]")
        return any(text.endswith("[b]") for key, text in self.written.items() if (key[0], key[2]) == (name, at))


def when(at: Period) -> tuple[int, int]:
    return (at.year.first, at.number if isinstance(at, Quarter) else 5)


def of_written(indicators: tuple[Indicator, ...], written: dict[Key, str], rules: ExceptionRules = RULES) -> Workspace:
    returned: dict[str, dict[str, dict[Period, Figure]]] = {}
    for (name, row, at), text in written.items():
        returned.setdefault(name, {}).setdefault(row, {})[at] = figure(text)
    return workspace(*indicators, returned=returned, exceptions=rules)
