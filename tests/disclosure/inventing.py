"""Random workspaces: wards, totals, parts, running totals, targets, percentages, and what partners withhold."""

from __future__ import annotations

from disclosure.count import Count, Oddities, often, slips
from disclosure.invented import FIRST, Invented, of_written
from hypothesis import strategies as st
from made import between, indicator, last_year, number, per_year, profile, tolerance, value

from dap_tui.catalogue import RULES_ASKED_FOR, Bounds, ExceptionRules, Indicator, Limit
from dap_tui.measure import Aggregate, Compare, rounded
from dap_tui.period import Period, Quarter, Year


@st.composite
def targets(draw: st.DrawFn, *, shares: bool = False) -> dict[str, object]:
    most = 100 if shares else 20
    kind = draw(st.sampled_from(["none", "none", "value", "year", "quarters", "range", "last-year"]))
    settings: dict[str, object] = {
        "polarity": draw(st.sampled_from(["higher", "higher", "lower", "lower", "monitor", "range"])),
        "compare": draw(st.sampled_from(Compare)),
        "tolerance": tolerance(draw(st.sampled_from(["2", "0", "10%"]))),
        "steady": tolerance(draw(st.sampled_from(["0", "0", "1", "10%"]))),
        "met_within": tolerance(draw(st.sampled_from(["0", "0", "1"]))),
        "amber_if_improving": kind != "none" and draw(st.booleans()),
        "limit": Limit(max=number(draw(st.integers(0, most)))) if draw(often) else None,
    }
    made = {
        "none": dict,
        "value": lambda: value(draw(st.integers(0, most))),
        "year": lambda: per_year(draw(st.integers(1, 60))),
        "quarters": lambda: profile(*(draw(st.integers(0, most)) for _ in range(4))),
        "range": lambda: between(draw(st.integers(0, most // 5)), draw(st.integers(most // 4, most // 2 + 2))),
        "last-year": last_year,
    }
    return {**settings, "targets": made[kind]()}


@st.composite
def invented(
    draw: st.DrawFn,
    years: int = 1,
    *,
    shares: bool = False,
    dirty: bool = False,
    breaks: bool = False,
    changing: bool = False,
    close: bool = False,
    marked: bool = False,
) -> Invented:
    """One or two families: a count with wards, a running count, a whole with its parts; and percentages of them.

    `shares` makes sure that there are percentages, and running totals among what they are made from. Over several
    years some counts are of years alone. Of `marked` ones some quarters went out before, with any of their figures as
    [c]. The rest is as in `Oddities`.
    """
    made, odd = Invented(), Oddities(dirty, breaks, changing, close)
    indicators: list[Indicator] = []
    kinds = ["wards", "running", "parts", "levels", "plain", *(["yearly"] if years > 1 else [])]
    shapes = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=2))
    shapes += ["running"] if shares else []
    all_years = [Year(FIRST.first + at) for at in range(years)]
    quarters = [quarter for year in all_years for quarter in year.quarters]
    for at, shape in enumerate(shapes):
        rows = draw(st.integers(2, 4)) if shape in {"wards", "running", "yearly"} and draw(st.booleans()) else 0
        rows = draw(st.integers(2, 4)) if shape == "wards" else rows
        has_parts = shape in {"parts", "levels"}
        is_running = shape == "running" or (has_parts and draw(st.sampled_from([False, False, False, True])))
        aggregate = draw(st.sampled_from([Aggregate.SUM] * 4 + [Aggregate.LATEST, Aggregate.MEAN]))
        settings = {
            "reported": "year-to-date" if is_running else "quarter",
            "frequency": "year" if shape == "yearly" else "quarter",
            "aggregate": Aggregate.SUM if is_running else aggregate,
            "bounds": Bounds(number(0), number(150), whole=True) if draw(st.booleans()) else Bounds(),
        }
        for name, parts in _tree(draw, shape, f"{shape}-{at}"):
            split = draw(st.integers(2, 3)) if has_parts and parts == () and draw(st.booleans()) else rows
            below = draw(st.sampled_from([5, 5, 5, 5, 3, 10]))
            one = indicator("count", id=name, title=name, parts=parts, suppress_below=below, **settings,
                            **draw(targets()))  # fmt: skip
            if changing and has_parts and not parts:
                one = one._replace(**_lifetime(draw, one, quarters))
            count = Count(draw, made, one, split, odd, is_alone=not has_parts)
            count.write(all_years if one.is_yearly else quarters)
            indicators.append(_with_bounds(draw, made, one, odd))
    if len(indicators) > 1:
        how_many = draw(st.sampled_from([1, 1, 2] if shares else [0, 0, 1, 1, 2]))
        all_counts = tuple(indicators)
        indicators += [_share(draw, made, f"share-{at}", all_counts, all_years, odd) for at in range(how_many)]
    exceeding = tolerance("10%") if draw(often) else None
    made.rules = ExceptionRules(RULES_ASKED_FOR, draw(st.sampled_from([1, 2])), exceeding)
    made.workspace = of_written(tuple(indicators), made.written, made.rules)
    if marked:
        made.marks = {at: _marks(draw, made, at) for at in quarters if draw(often)}
    return made


def _marks(draw: st.DrawFn, made: Invented, at: Period) -> frozenset[tuple[str, str]]:
    """What of a period went out as [c]: any of its counts that are no noughts."""
    there = [key[:2] for key, true in made.truth.items() if key[2] == at and true and made.is_number(key)]
    return frozenset(each for each in there if draw(st.booleans()))


def _tree(draw: st.DrawFn, shape: str, name: str) -> list[tuple[str, tuple[str, ...]]]:
    """The indicators of a shape, each with its parts, which come first."""
    if shape not in {"parts", "levels"}:
        return [(name, ())]
    parts = tuple(f"{name}-{each}" for each in range(draw(st.integers(2, 3))))
    below = tuple(f"{parts[0]}-{each}" for each in range(2)) if shape == "levels" else ()
    return [*((each, ()) for each in below), *((each, ()) for each in parts[1:]), (parts[0], below), (name, parts)]


def _lifetime(draw: st.DrawFn, one: Indicator, quarters: list[Quarter]) -> dict[str, Quarter]:
    """From and until when a part is expected; one that runs comes and goes with a year."""
    starts = [each for each in quarters if each.number == 1 or not one.is_running][1:]
    which = draw(st.sampled_from(["always", "always", "from_", "until"]))
    if which == "always" or not starts:
        return {}
    start = draw(st.sampled_from(starts))
    return {which: start if which == "from_" else start.previous}


def _with_bounds(draw: st.DrawFn, made: Invented, one: Indicator, odd: Oddities) -> Indicator:
    """With bounds that its figures keep to, but in returns that are wrong."""
    own = [true for key, true in made.truth.items() if key[0] == one.id]
    most = max(own, default=0)
    if odd.close and own:
        least = draw(st.sampled_from([0, 0, 1])) if min(own) else 0
        return one._replace(bounds=Bounds(number(least), number(most + draw(st.integers(0, 2))), whole=True))
    is_out = not odd.dirty and most > (one.bounds.max or most)
    return one._replace(bounds=Bounds()) if is_out else one


def _share(
    draw: st.DrawFn, made: Invented, name: str, counts: tuple[Indicator, ...], years: list[Year], odd: Oddities
) -> Indicator:
    """A percentage of two counts, worked out or returned; at most 100 where that is so and the catalogue says it."""
    part, whole = draw(st.permutations(counts))[:2]
    is_yearly = part.is_yearly or whole.is_yearly
    adds_up = all(each.is_yearly or each.aggregate is Aggregate.SUM for each in (part, whole))
    is_running = adds_up and not is_yearly and draw(st.sampled_from([False, False, True]))
    periods: list[Period] = [] if is_yearly else [quarter for year in years for quarter in year.quarters]
    periods += years if adds_up else []
    rows = [row for row in dict.fromkeys(key[1] for key in made.truth if key[0] == part.id)
            if any(key[:2] == (whole.id, row) for key in made.truth)]  # fmt: skip

    def of(count: Indicator, row: str, at: Period) -> int | None:
        if count.is_yearly:
            return made.truth.get((count.id, row, at))
        first = at.year.quarters[: at.number] if isinstance(at, Quarter) else at.year.quarters
        found = [made.truth.get((count.id, row, each)) for each in first]
        is_own = isinstance(at, Quarter) and not is_running and count.is_running and at.number > 1
        used = found[-2:] if is_own else found[-1:] if count.is_running or is_quarter(at) else found
        there = [each for each in used if each is not None]
        if len(there) < len(used) or (is_own and made.is_break(count.id, row, at)):
            return None
        return there[1] - there[0] if is_own else sum(there)

    def is_quarter(at: Period) -> bool:
        return isinstance(at, Quarter) and not is_running

    made_of = {(row, at): (of(part, row, at), of(whole, row, at)) for at in periods for row in rows}
    there = {place: (some, all_) for place, (some, all_) in made_of.items() if some is not None and all_ is not None}
    is_part = all(some <= all_ for some, all_ in there.values())
    bounds = Bounds(number(0), number(100)) if is_part and draw(st.booleans()) else Bounds()
    decimals = draw(st.sampled_from([None, 0, 1]))
    returned = draw(st.sampled_from(["none", "quarters", "quarters", "some", "years"]))
    for (row, at), (some, all_) in there.items():
        is_returned = not row and (isinstance(at, Quarter) or is_yearly)
        if returned == "some" or (returned == "years" and isinstance(at, Year)):
            is_returned = draw(st.booleans())
        if returned != "none" and is_returned and all_ > 0 <= some:
            share = rounded(number(some * 100) / all_, 1 if decimals is None else decimals)
            share += max(-share, number(draw(slips))) if odd.dirty and draw(often) else 0
            mark = " [b]" if odd.breaks and (is_yearly or isinstance(at, Quarter)) and draw(often) else ""
            made.written[name, row, at] = f"{share}{mark}"
    settings = {"decimals": decimals, "bounds": bounds, "suppress_below": 5, **draw(targets(shares=True))}
    settings["aggregate"] = draw(st.sampled_from([Aggregate.LATEST, Aggregate.LATEST, Aggregate.MEAN]))
    settings["reported"] = "year-to-date" if is_running else "quarter"
    settings["frequency"] = "year" if is_yearly else "quarter"
    return indicator("percent", id=name, title=name, ratio=(part.id, whole.id), **settings)
