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

    def __repr__(self) -> str:
        settings = (
            "reported",
            "aggregate",
            "parts",
            "ratio",
            "polarity",
            "compare",
            "steady",
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
def invented(draw: st.DrawFn, years: int = 1, *, dirty: bool = False) -> Invented:
    """One to three families: a count with wards, a running count, and a whole with its parts."""
    made = Invented()
    indicators: list[Indicator] = []
    shapes = draw(st.lists(st.sampled_from(["wards", "running", "parts", "plain"]), min_size=1, max_size=2))
    quarters = [quarter for at in range(years) for quarter in Year(FIRST.first + at).quarters]
    for at, shape in enumerate(shapes):
        rows = draw(st.integers(2, 4)) if shape in {"wards", "running"} and draw(st.booleans()) else 0
        rows = draw(st.integers(2, 4)) if shape == "wards" else rows
        is_running = shape == "running"
        aggregate = draw(st.sampled_from([Aggregate.SUM] * 4 + [Aggregate.LATEST, Aggregate.MEAN]))
        settings = {
            "reported": "year-to-date" if is_running else "quarter",
            "aggregate": Aggregate.SUM if is_running else aggregate,
            "suppress_below": BELOW,
            "bounds": Bounds(number(0), number(150), whole=True) if draw(st.booleans()) else Bounds(),
        }
        names = [f"{shape}-{at}"]
        if shape == "parts":
            names += [f"{shape}-{at}-{each}" for each in range(draw(st.integers(2, 3)))]
        for name in reversed(names):
            parts = tuple(names[1:]) if name == names[0] else ()
            split = draw(st.integers(2, 3)) if shape == "parts" and parts == () and draw(st.booleans()) else rows
            one = indicator("count", id=name, title=name, parts=parts, **settings, **draw(targets()))
            indicators.append(one)
            _write(draw, made, one, split, quarters, slips if dirty else st.just(0))
    if len(indicators) > 1 and not dirty and draw(st.booleans()):
        indicators.append(_share(draw, made, indicators, quarters))
    made.workspace = of_written(tuple(indicators), made.written)
    return made


def _share(draw: st.DrawFn, made: Invented, counts: list[Indicator], quarters: list[Quarter]) -> Indicator:
    """A percentage of two counts, worked out or returned; at most 100 where that is so and the catalogue says it."""
    part, whole = (each.id for each in draw(st.permutations(counts))[:2])
    is_running = {each.id: each.is_running for each in counts}

    def own(name: str, at: Quarter) -> int:
        before = made.truth[name, "", at.previous] if is_running[name] and at.number > 1 else 0
        return made.truth[name, "", at] - before

    is_part = all(own(part, at) <= own(whole, at) for at in quarters)
    bounds = Bounds(number(0), number(100)) if is_part and draw(st.booleans()) else Bounds()
    decimals = draw(st.sampled_from([None, 0, 1]))
    if draw(st.booleans()):
        for at in quarters:
            if own(whole, at):
                made.written["share", "", at] = str(
                    rounded(number(own(part, at) * 100) / own(whole, at), 1 if decimals is None else decimals)
                )
    settings = {"decimals": decimals, "bounds": bounds, "suppress_below": BELOW, **draw(targets(shares=True))}
    settings["aggregate"] = draw(st.sampled_from([Aggregate.LATEST, Aggregate.LATEST, Aggregate.MEAN]))
    return indicator("percent", id="share", title="share", ratio=(part, whole), **settings)


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
            own[""] = sum(made.truth[part, "", at] for part in one.parts)
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
