"""Random workspaces of a year or two: wards, totals, parts, running totals, targets, ratios, partners' own [c].

The truth behind a partner's `[c]` is invented too, so that the true table is always one that a reader may think of.
"""

from __future__ import annotations

from hypothesis import strategies as st
from made import between, figure, indicator, last_year, number, per_year, period, tolerance, value, workspace

from dap_tui.catalogue import Bounds, Indicator
from dap_tui.measure import Aggregate, rounded
from dap_tui.period import Period, Quarter, Year
from dap_tui.workspace import Workspace

FIRST = Year(2022)
BELOW = 5

Key = tuple[str, str, Period]

counts = st.one_of(
    st.integers(1, 4), st.integers(0, 6), st.integers(0, 12), st.integers(0, 40), st.sampled_from([0, 1, 5, 100])
)


class Invented:
    """A workspace, and the whole numbers behind it: of every cell, partners' [c] among them."""

    def __init__(self) -> None:
        self.workspace: Workspace = workspace(returned={})
        self.truth: dict[Key, int] = {}
        self.written: dict[Key, str] = {}

    @classmethod
    def of(cls, *indicators: Indicator, **returned: dict[str, str]) -> Invented:
        """One made by hand: of each row the figures from 2022-23-Q1 on, `13` or `[c]13`, which is 13 behind a [c]."""
        made = cls()
        for name, rows in returned.items():
            for row, texts in rows.items():
                for at, text in enumerate(texts.split()):
                    symbol, _, true = text.rpartition("]")
                    key = (name, row, FIRST.quarters[0].shifted(at))
                    made.written[key] = f"{symbol}]" if symbol else true
                    if not any(each.id == name and each.ratio for each in indicators):
                        made.truth[key] = int(true)
        made.workspace = of_written(indicators, made.written)
        return made

    def __repr__(self) -> str:
        settings = (
            "reported",
            "aggregate",
            "parts",
            "ratio",
            "polarity",
            "compare",
            "steady",
            "tolerance",
            "amber_if_improving",
            "targets",
            "bounds",
            "decimals",
        )
        lines = [
            f"{one.id}: " + ", ".join(f"{each}={getattr(one, each)}" for each in settings)
            for one in self.workspace.catalogue.indicators
        ]
        lines += [f"{name} {row} {at}: {self.written.get((name, row, at))} ({true})"
                  for (name, row, at), true in self.truth.items()]  # fmt: skip
        lines += [f"{' '.join(map(str, key))}: {text}" for key, text in self.written.items() if key not in self.truth]
        return "\n".join(["", *lines])

    def up_to(self, last: Period) -> Workspace:
        """The workspace as it was when the return for `last` came in."""
        kept = {key: text for key, text in self.written.items() if when(key[2]) <= when(last)}
        return of_written(self.workspace.catalogue.indicators, kept)


def when(at: Period) -> tuple[int, int]:
    return (at.year.first, at.number if isinstance(at, Quarter) else 5)


def of_written(indicators: tuple[Indicator, ...], written: dict[Key, str]) -> Workspace:
    returned: dict[str, dict[str, dict[Period, object]]] = {}
    for (name, row, at), text in written.items():
        returned.setdefault(name, {}).setdefault(row, {})[at] = figure(text)
    return workspace(*indicators, returned=returned)  # type: ignore[arg-type]  # figures


@st.composite
def targets(draw: st.DrawFn, *, shares: bool = False) -> dict[str, object]:
    most = 100 if shares else 20
    kind = draw(st.sampled_from(["none", "none", "value", "year", "range", "last-year"]))
    settings: dict[str, object] = {
        "polarity": draw(st.sampled_from(["higher", "lower", "monitor"])),
        "compare": draw(st.sampled_from(["previous-quarter", "same-quarter-last-year"])),
        "tolerance": tolerance(draw(st.sampled_from(["2", "0"]))),
        "steady": tolerance(draw(st.sampled_from(["0", "0", "1"]))),
    }
    if kind in {"value", "range"}:
        settings["amber_if_improving"] = draw(st.booleans())
    made = {
        "none": dict,
        "value": lambda: value(draw(st.integers(0, most))),
        "year": lambda: per_year(draw(st.integers(1, 60))),
        "range": lambda: between(draw(st.integers(0, most // 5)), draw(st.integers(most // 4, most // 2 + 2))),
        "last-year": last_year,
    }
    return {**settings, "targets": made[kind]()}


@st.composite
def invented(draw: st.DrawFn, years: int = 1, *, dirty: bool = False, shares: bool = False) -> Invented:
    """One or two families: a count with wards, a running count, a whole with its parts; and percentages of them.

    `shares` makes sure that there are percentages, and running totals among what they are made from.
    """
    made = Invented()
    indicators: list[Indicator] = []
    shapes = draw(st.lists(st.sampled_from(["wards", "running", "parts", "levels", "plain"]), min_size=1, max_size=2))
    shapes += ["running"] if shares else []
    quarters = [quarter for at in range(years) for quarter in Year(FIRST.first + at).quarters]
    for at, shape in enumerate(shapes):
        rows = draw(st.integers(2, 4)) if shape in {"wards", "running"} and draw(st.booleans()) else 0
        rows = draw(st.integers(2, 4)) if shape == "wards" else rows
        has_parts = shape in {"parts", "levels"}
        is_running = shape == "running" or (has_parts and draw(st.sampled_from([False, False, False, True])))
        aggregate = draw(st.sampled_from([Aggregate.SUM] * 4 + [Aggregate.LATEST, Aggregate.MEAN]))
        settings = {
            "reported": "year-to-date" if is_running else "quarter",
            "aggregate": Aggregate.SUM if is_running else aggregate,
            "suppress_below": BELOW,
            "bounds": Bounds(number(0), number(150), whole=True) if draw(st.booleans()) else Bounds(),
        }
        for name, parts in _tree(draw, shape, f"{shape}-{at}"):
            split = draw(st.integers(2, 3)) if has_parts and parts == () and draw(st.booleans()) else rows
            one = indicator("count", id=name, title=name, parts=parts, **settings, **draw(targets()))
            _write(draw, made, one, split, quarters, slips if dirty else st.just(0))
            most = max(true for key, true in made.truth.items() if key[0] == name)
            is_out = not dirty and most > (one.bounds.max or most)
            indicators.append(one._replace(bounds=Bounds()) if is_out else one)
    if len(indicators) > 1 and not dirty:
        counts = tuple(indicators)
        how_many = draw(st.sampled_from([1, 1, 2] if shares else [0, 0, 1, 1, 2]))
        indicators += [_share(draw, made, f"share-{at}", counts, quarters) for at in range(how_many)]
    made.workspace = of_written(tuple(indicators), made.written)
    return made


def _tree(draw: st.DrawFn, shape: str, name: str) -> list[tuple[str, tuple[str, ...]]]:
    """The indicators of a shape, each with its parts, which come first."""
    if shape not in {"parts", "levels"}:
        return [(name, ())]
    parts = tuple(f"{name}-{each}" for each in range(draw(st.integers(2, 3))))
    below = tuple(f"{parts[0]}-{each}" for each in range(2)) if shape == "levels" else ()
    return [*((each, ()) for each in below), *((each, ()) for each in parts[1:]), (parts[0], below), (name, parts)]


def _share(
    draw: st.DrawFn, made: Invented, name: str, counts: tuple[Indicator, ...], quarters: list[Quarter]
) -> Indicator:
    """A percentage of two counts, worked out or returned; at most 100 where that is so and the catalogue says it."""
    part, whole = draw(st.permutations(counts))[:2]
    adds_up = {Aggregate.SUM} >= {part.aggregate, whole.aggregate}
    is_running = adds_up and draw(st.sampled_from([False, False, True]))
    years = [each for each in dict.fromkeys(at.year for at in quarters) if adds_up]
    rows = [row for row in dict.fromkeys(key[1] for key in made.truth if key[0] == part.id)
            if (whole.id, row, quarters[0]) in made.truth]  # fmt: skip

    def of(count: Indicator, row: str, at: Period) -> int:
        first = at.year.quarters[: at.number] if isinstance(at, Quarter) else at.quarters
        found = [made.truth[count.id, row, each] for each in first]
        if isinstance(at, Quarter) and not is_running:
            return found[-1] - (found[-2] if count.is_running and at.number > 1 else 0)
        return found[-1] if count.is_running else sum(found)

    places = [(row, at) for at in (*quarters, *years) for row in rows]
    is_part = all(of(part, *each) <= of(whole, *each) for each in places)
    bounds = Bounds(number(0), number(100)) if is_part and draw(st.booleans()) else Bounds()
    decimals = draw(st.sampled_from([None, 0, 1]))
    returned = draw(st.sampled_from(["none", "quarters", "quarters", "some", "years"]))
    for row, at in places:
        is_returned = not row and isinstance(at, Quarter)
        if returned == "some" or (returned == "years" and isinstance(at, Year)):
            is_returned = draw(st.booleans())
        if returned != "none" and is_returned and of(whole, row, at):
            made.written[name, row, at] = str(
                rounded(number(of(part, row, at) * 100) / of(whole, row, at), 1 if decimals is None else decimals)
            )
    settings = {"decimals": decimals, "bounds": bounds, "suppress_below": BELOW, **draw(targets(shares=True))}
    settings["aggregate"] = draw(st.sampled_from([Aggregate.LATEST, Aggregate.LATEST, Aggregate.MEAN]))
    settings["reported"] = "year-to-date" if is_running else "quarter"
    return indicator("percent", id=name, title=name, ratio=(part.id, whole.id), **settings)


slips = st.sampled_from([0, 0, 0, -3, -1, 1, 2, 6])
"""By how much a return is wrong: a total that its rows do not make, a running total that falls."""


def _write(
    draw: st.DrawFn,
    made: Invented,
    one: Indicator,
    rows: int,
    quarters: list[Quarter],
    slips: st.SearchStrategy[int],
) -> None:
    names = [f"Ward {each}" for each in range(rows)]
    is_total_returned = not rows or draw(st.booleans())
    has_slips = is_total_returned and bool(rows or one.parts or one.is_running)
    odd = st.sampled_from(["", "", "", "[c]", "[x]", "missing"] if draw(st.booleans()) else [""])
    often = st.sampled_from([False, False, True])
    running = dict.fromkeys([*names, ""], 0)
    for at in quarters:
        if one.is_running and at.number == 1:
            running = dict.fromkeys([*names, ""], 0)
        own = {name: draw(counts) for name in names}
        own[""] = sum(own.values()) if rows else draw(counts)
        if one.parts:
            own[""] = sum(made.truth[part, "", at] for part in one.parts) - (running[""] if one.is_running else 0)
        for name, count in own.items():
            running[name] += count
            true = running[name] if one.is_running else count
            true += 0 if name or not has_slips else max(-true, draw(slips))
            made.truth[one.id, name, at] = true
            if name == "" and not is_total_returned:
                continue
            text = (draw(often) and draw(odd)) or str(true)
            if text == "missing" and rows:
                text = "[x]"
            if text == "[c]" and not true:
                text = "[z]"
            if text == "missing":
                continue
            made.written[one.id, name, at] = text
    if draw(often):
        yearly = [*(names if draw(st.booleans()) else []), *([""] if draw(st.booleans()) else [])]
        _write_years(made, one, yearly, quarters)


def _write_years(made: Invented, one: Indicator, names: list[str], quarters: list[Quarter]) -> None:
    """Years returned as years, beside their quarters."""
    for year in {each.year for each in quarters}:
        for name in names:
            own = [made.truth[one.id, name, each] for each in year.quarters]
            if one.aggregate is not Aggregate.MEAN:
                true = own[-1] if one.is_running or one.aggregate is Aggregate.LATEST else sum(own)
                made.truth[one.id, name, year] = true
                made.written[one.id, name, year] = str(true)


__all__ = ["BELOW", "FIRST", "Invented", "Key", "invented", "of_written", "period", "when"]
