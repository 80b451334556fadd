"""What must hold of every series and target, whatever the figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from made import between, figures, indicator, last_year, per_year, position, profile, quarter, quarters_from, value

from dap_tui.assess.xmr import Sums, special_causes
from dap_tui.measure import Judgement, Polarity, Status

FIRST = "2021-22-Q1"
LAST = quarter("2023-24-Q2")
ORDER = [Status.RED, Status.AMBER, Status.GREEN]

numbers = st.integers(0, 400)
series = st.lists(st.one_of(numbers, st.none(), st.just("[x]")), min_size=10, max_size=10)
one_sided = st.one_of(
    st.builds(value, st.integers(1, 300)),
    st.builds(per_year, st.integers(1, 1200)),
    st.builds(profile, *[st.integers(1, 300)] * 4),
    st.builds(last_year),
)
targets = st.one_of(one_sided, st.tuples(st.integers(1, 100), st.integers(101, 300)).map(lambda ends: between(*ends)))
MIRROR = {Polarity.HIGHER: "lower", Polarity.LOWER: "higher"}
OPPOSITE = {Judgement.IMPROVING: Judgement.WORSENING, Judgement.WORSENING: Judgement.IMPROVING}


@given(series, targets, st.sampled_from(["higher", "lower"]), st.randoms())
def test_nothing_depends_on_the_order_in_which_figures_were_read(written, aim, polarity, random):
    one = indicator("count", polarity, targets=aim)
    inside = quarters_from(FIRST, *written)
    shuffled = list(inside.items())
    random.shuffle(shuffled)
    here, there = (position(str(LAST), one, dict(each)) for each in (inside.items(), shuffled))
    assert (here.status, here.travel, here.sentence) == (there.status, there.travel, there.sentence)
    assert (here.variation, here.outlook, here.history) == (there.variation, there.outlook, there.history)


@given(series, one_sided, st.integers(0, 200), st.sampled_from(["higher", "lower"]))
def test_more_in_the_good_direction_never_worsens_a_status(written, aim, more, polarity):
    one = indicator("count", polarity, targets=aim)
    now = written[-1] if isinstance(written[-1], int) else 50
    better = now + more if polarity == "higher" else max(0, now - more)
    before, after = (position(str(LAST), one, quarters_from(FIRST, *written[:-1], each)) for each in (now, better))
    if before.status in ORDER:
        assert ORDER.index(after.status) >= ORDER.index(before.status)


@given(series, st.sampled_from([Polarity.HIGHER, Polarity.LOWER]))
def test_swapping_polarity_mirrors_judgement_and_leaves_the_arrow(written, polarity):
    here, there = (
        position(str(LAST), indicator("count", each), quarters_from(FIRST, *written))
        for each in (polarity, MIRROR[polarity])
    )
    for one, other in ((here.travel, there.travel), (here.last_year, there.last_year)):
        assert (one.arrow, one.change) == (other.arrow, other.change)
        assert other.judgement == OPPOSITE.get(one.judgement, one.judgement)


@given(series, targets, st.lists(numbers, min_size=1, max_size=6))
def test_a_quarter_does_not_change_when_later_quarters_arrive(written, aim, later):
    one = indicator("count", targets=aim)
    early = position(str(LAST), one, quarters_from(FIRST, *written))
    late = position(str(LAST), one, quarters_from(FIRST, *written, *later))
    assert (early.status, early.travel, early.last_year, early.sentence) == (
        late.status, late.travel, late.last_year, late.sentence,
    )  # fmt: skip
    assert (early.variation, early.outlook, early.long_term, early.history) == (
        late.variation, late.outlook, late.long_term, late.history,
    )  # fmt: skip
    assert early.exceptions == late.exceptions


@given(st.lists(numbers, min_size=4, max_size=4))
def test_running_totals_and_quarters_tell_the_same_year(written):
    running = [sum(written[: at + 1]) for at in range(4)]
    by_quarter = figures(indicator(), quarters_from("2023-24-Q1", *written))
    to_date = figures(indicator(reported="year-to-date"), quarters_from("2023-24-Q1", *running))
    for each in LAST.year.quarters:
        assert by_quarter.year_to_date(each).number == to_date.year_to_date(each).number
        assert by_quarter.own_quarter(each).number == to_date.own_quarter(each).number
    assert by_quarter.outturn(LAST.year).number == to_date.outturn(LAST.year).number == Decimal(sum(written))


@given(
    st.lists(numbers, min_size=9, max_size=9),
    st.lists(numbers, min_size=9, max_size=9),
    st.lists(numbers, min_size=5, max_size=12),
    st.sampled_from(["quarter", "year-to-date"]),
)
def test_what_came_before_a_break_has_no_say_after_it(one_past, other_past, since, reported):
    """Nine quarters, then a break in a quarter 2, where a running total has no quarter of its own."""
    one = indicator(reported=reported, targets=value(100))
    last = str(quarter(FIRST).shifted(8 + len(since)))
    here, there = (
        position(last, one, quarters_from(FIRST, *past, f"{since[0]} [b]", *since[1:]))
        for past in (one_past, other_past)
    )
    assert (here.status, here.previous_quarter) == (there.status, there.previous_quarter)
    assert (here.last_year.arrow, here.last_year.change) == (there.last_year.arrow, there.last_year.change)
    assert (here.variation.last, here.variation.variation) == (there.variation.last, there.variation.variation)


steps = st.one_of(st.integers(-3, 3), st.integers(1, 3), st.integers(-3, -1))
walks = st.one_of(
    st.lists(st.integers(0, 12), min_size=7, max_size=30),
    st.lists(steps, min_size=7, max_size=30).map(lambda taken: [50 + sum(taken[:at]) for at in range(len(taken))]),
)


@given(walks, st.booleans())
def test_a_point_is_special_cause_by_the_first_rule_that_holds_of_it(written, screen):
    """The rules asked of each point by itself, in exact fractions, as the description of the measures words them."""
    points = [Fraction(each) for each in written]
    ranges = [abs(after - before) for before, after in pairwise(points)]
    moving = Fraction(sum(ranges), len(ranges))
    if screen:
        kept = [each for each in ranges if each < Fraction("3.267") * moving]
        moving = Fraction(sum(kept), len(kept)) if kept else Fraction(0)
    middle = sum(points) / len(points)
    limit, near_limit = Fraction("2.66") * moving, 2 * Fraction("2.66") / 3 * moving
    off = [each - middle for each in points]

    def windows(at: int, size: int) -> list[range]:
        starts = range(max(0, at - size + 1), min(at, len(points) - size) + 1)
        return [range(start, start + size) for start in starts]

    def one_side(window: range) -> bool:
        return all(off[each] > 0 for each in window) or all(off[each] < 0 for each in window)

    def is_near(at: int) -> bool:
        return near_limit < abs(off[at]) <= limit

    def is_trend(window: range) -> bool:
        steps = [points[each + 1] - points[each] for each in window[:-1]]
        return all(step > 0 for step in steps) or all(step < 0 for step in steps)

    def rule_of(at: int) -> str | None:
        if abs(off[at]) > limit:
            return "outside"
        if any(is_trend(window) for window in windows(at, 7)):
            return "trend"
        close = [window for window in windows(at, 3) if one_side(window) and sum(map(is_near, window)) >= 2]
        if is_near(at) and close:
            return "two-in-three"
        return "shift" if any(one_side(window) for window in windows(at, 7)) else None

    run = [Decimal(each) for each in written]
    found = special_causes(run, Sums([run]).limits(len(run), screen=screen))
    assert [None if each is None else each[0] for each in found] == [rule_of(at) for at in range(len(points))]
