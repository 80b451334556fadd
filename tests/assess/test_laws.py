"""What must hold of every series and target, whatever the figures."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from made import between, figures, indicator, last_year, per_year, position, profile, quarter, quarters_from, value

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
