"""What is promised of small numbers, held against a reader who reads every report and solves for the rest."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import product

import pytest
from disclosure.invented import Invented, Key, of_written, when
from disclosure.inventing import invented
from disclosure.reader import Json, Place, Reader, figures_of
from disclosure.solver import Solver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import AFTER_ALL, between, indicator

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.figures import Ledger
from dap_tui.assess.worked_out import ratio_of
from dap_tui.catalogue import Indicator
from dap_tui.disclosure import Kind, Publisher
from dap_tui.disclosure.published import NOT_SHOWN
from dap_tui.disclosure.unprotected import Unprotected
from dap_tui.export.formats import Format, report_text
from dap_tui.export.json_format import report_json
from dap_tui.export.options import Options, View
from dap_tui.measure import Aggregate, places
from dap_tui.period import Period, Quarter, Year

QUICK = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(QUICK, max_examples=int(os.environ.get("DAP_DISCLOSURE_EXAMPLES", "1500")))
SLOW = settings(LONG, max_examples=LONG.max_examples // 6)

TABLES = 2
"""How many tables of a workspace have all their reports made."""

seen: Counter[str] = Counter()


def periods(made: Invented) -> list[Period]:
    years = sorted({at.year for at in made.workspace.returns.periods})
    return [period for year in years for period in (*year.quarters, year)]


def as_json(assessment: Assessment) -> Json:
    return report_json(assessment, Options())


@lru_cache(maxsize=2)
def published(made: Invented) -> list[Json]:
    """A report of every quarter and year, each from the returns that were in and the marks of reports before it."""
    return [as_json(publisher_at(made, at).assess(at)) for at in periods(made)]


@lru_cache(maxsize=16)
def publisher_at(made: Invented, last: Period) -> Publisher:
    went_out = {at: marks for at, marks in made.marks.items() if when(at) <= when(last)}
    return Publisher(made.up_to(last), AFTER_ALL, went_out)


def unprotected(made: Invented) -> dict[Place, Unprotected]:
    """What is said to be hidden and not protected."""
    last = periods(made)[-1]
    found = {each.cell: each for each in publisher_at(made, last).unprotected(last)}
    return {
        (cell.indicator, cell.row, cell.period, "own" if cell.kind is Kind.OWN else cell.kind): each
        for cell, each in found.items()
    }


def nothing_is_told(made: Invented) -> None:
    """Every hidden count has another possible value, but where there is nothing more to hide."""
    reader, solver = read(made)
    assert not_said(reader, solver) == []
    all_is_protected(made)
    no_small_count(reader)
    for key in figures_of(reader):
        seen["figures"] += 1
        is_withheld = made.written.get(key[:3]) == "[c]" and key[3] == "value"
        below = made.workspace.catalogue.indicator[key[0]].suppress_below
        seen["had to be"] += 0 < reader.true_of(*key) < below or is_withheld
        seen["hidden"] += key in solver.hidden


def other_tables_make_the_same_reports(made: Invented) -> None:
    """Every report is the same, to the last word, where a hidden count has another possible value."""
    _, solver = read(made)
    solver.told()
    for values in solver.tables[:TABLES]:
        other = with_counts(made, {key: round(number) for key, number in zip(solver.keys, values, strict=False)})
        for at, report in zip(periods(made), published(made), strict=True):
            publisher, as_if = publisher_at(made, at), Publisher(other.up_to(at), AFTER_ALL, {})
            as_if._suppression = publisher._settled(at)
            assert list(apart(as_json(as_if.assess(at)), report, "")) == [], (at, changed(made, other))
        for written_as, options in product(Format, views(made, at)):
            texts = [report_text(each, at, written_as, options) for each in (publisher, as_if)]
            assert texts[0] == texts[1], (written_as, options, changed(made, other))


def views(made: Invented, at: Period) -> list[Options]:
    shown = tuple(each.id for each in made.workspace.catalogue.indicators if each.is_expected(at))
    return [Options(last_year=True), Options(View.EXCEPTIONS), Options(indicators=shown)]


def with_counts(made: Invented, truth: dict[Key, int]) -> Invented:
    """The workspace if other counts were behind it, percentages as they would make them."""
    other = Invented()
    other.truth, other.marks, other.rules = truth, made.marks, made.rules
    for key, text in made.written.items():
        mark = text[len(text.split()[0]) :]
        other.written[key] = f"{truth[key]}{mark}" if key in truth and made.is_number(key) else text
    indicators = made.workspace.catalogue.indicators
    other.workspace = of_written(indicators, other.written, made.rules)
    ledger, before = Ledger(other.workspace.catalogue, other.workspace.returns), made.workspace.catalogue.indicator
    for (name, row, at), text in other.written.items():
        share = before[name]
        if share.ratio:
            counts = [ledger.rows(before[each])[row] if row else ledger.total(before[each]) for each in share.ratio]
            figure = ratio_of(*(each.beside(share, at) for each in counts), places(Decimal(text.split()[0])))
            other.written[name, row, at] = text if figure is None else str(figure.number) + text[len(text.split()[0]) :]
    other.workspace = of_written(indicators, other.written, made.rules)
    return other


def apart(one: Json, other: Json, at: str) -> Iterator[tuple[str, Json, Json]]:
    """Where two reports differ."""
    if isinstance(one, dict):
        for key in one:
            yield from apart(one[key], other[key], f"{at}.{key}")
    elif isinstance(one, list) and len(one) == len(other):
        for place, (each, beside) in enumerate(zip(one, other, strict=True)):
            yield from apart(each, beside, f"{at}.{place}")
    elif one != other:
        yield at, one, other


def changed(made: Invented, other: Invented) -> dict[Key, tuple[str, str]]:
    return {key: (text, other.written[key]) for key, text in made.written.items() if other.written[key] != text}


def nothing_is_told_unsaid(made: Invented) -> None:
    """Every hidden count has another possible value, or is said to be unprotected."""
    reader, solver = read(made)
    assert not_said(reader, solver) == []
    no_small_count(reader)


def not_said(reader: Reader, solver: Solver) -> list[Place]:
    """What can be told and is not said to be unprotected, there or where the same figure stands."""
    told = solver.told()
    said = [reader.form(*key) for key in unprotected(reader.made)] if told else []
    return [key for key in told if reader.form(*key) not in said]


def all_is_protected(made: Invented) -> None:
    """In returns that add up there is always something more to hide, but beside what is shown already.

    That is so of a mean of quarters that are shown, of what is sent with a year and was not sent with its quarters,
    whose sums told it then, and of what a partner withheld where noughts tell it, which are never hidden.
    """
    aggregate = {each.id: each.aggregate for each in made.workspace.catalogue.indicators}
    is_all_sent = all(made.written.get(key) in {str(true), "[c]", "[z]"} for key, true in made.truth.items())
    for (name, row, at, _), each in unprotected(made).items():
        assert not each.disagreeing
        is_late = isinstance(at, Year) and not is_all_sent
        is_withheld = each.is_shown and made.written.get((name, row, at)) == "[c]"
        assert aggregate[name] is Aggregate.MEAN or is_late or is_withheld


def read(made: Invented) -> tuple[Reader, Solver]:
    reader = Reader(made)
    for report in published(made):
        reader.read(report)
    return reader, Solver(reader)


def no_small_count(reader: Reader) -> None:
    for key, number in reader.printed.items():
        if not key[0].startswith("share"):
            below = reader.made.workspace.catalogue.indicator[key[0]].suppress_below
            assert not 0 < number < below, key


def nothing_is_told_once_published(made: Invented) -> None:
    """Where each report is published before the next, nothing is told by them and by what is printed of them later."""
    made.marks = {}
    for at in periods(made):
        publisher = publisher_at(made, at)
        hidden = publisher.hidden_cells(at)
        made.marks[at] = frozenset(each[:2] for each in hidden if each.period == at and each.kind is Kind.VALUE)
    reader, _ = read(made)
    later = publisher_at(made, periods(made)[-1])
    for at in periods(made):
        reader.read(as_json(later.assess(at)))
    assert not_said(reader, Solver(reader)) == []
    no_small_count(reader)


def what_was_published_is_shown(made: Invented) -> None:
    """Of a period that went out, what is no small count and has no mark is shown."""
    reader, _ = read(made)
    counts = [each for each in made.workspace.catalogue.indicators if not each.ratio]
    for key, true in made.truth.items():
        below = next(each.suppress_below for each in counts if each.id == key[0])
        is_small = 0 < true < below
        if key[2] in made.marks and key[:2] not in made.marks[key[2]] and made.is_number(key) and not is_small:
            assert (*key, "value") in reader.printed, key


def no_figure_is_wrong(made: Invented) -> None:
    for at, report in zip(periods(made), published(made), strict=True):
        same_or_hidden(report, as_json(Assessor(made.up_to(at), AFTER_ALL).assess(at)), "")


FREE = {"summary", "travel", "for_publication", "without_figure", "undecided", "exceptions", "decision", "sentence"}
HIDDEN = {"c", "[c]", "", "hidden", "none", "too-few-points", "last year's"}
SAID = {"symbol", "shown", "status", "arrow", "judgement", "variation", "assurance", "message"}


def same_or_hidden(shown: Json, true: Json, at: str) -> None:
    """Every part of a report is the true one, or is not there."""
    if shown is None or shown == true:
        return
    name = at.rsplit(".", 1)[-1]
    if name in FREE or (name in SAID and isinstance(shown, str) and (shown in HIDDEN or NOT_SHOWN in shown)):
        return
    if isinstance(shown, dict):
        if name == "variation" and shown["mean"] is None and not shown["special"]:
            return
        for key in shown:
            same_or_hidden(shown[key], true[key], f"{at}.{key}")
    elif isinstance(shown, list):
        if name in {"years", "special"}:
            assert all(each in true for each in shown), at
            return
        assert len(shown) == len(true), at
        for one, other in zip(shown, true, strict=True):
            same_or_hidden(one, other, at)
    else:
        pytest.fail(f"{at} is {shown}, not {true}")


def what_went_out_stays(made: Invented) -> None:
    """Each figure is shown in every later report as it was in its own; and asking later gives the same report."""
    later = publisher_at(made, periods(made)[-1])
    for at in reversed(periods(made)):
        assert of_its_day(later.assess(at)) == of_its_day(publisher_at(made, at).assess(at)), at


def of_its_day(assessment: Assessment) -> Json:
    """A report without the outturns of years: quarter 4's may show one that was returned after it."""
    report = as_json(assessment)
    return {**report, "indicators": [{**each, "years": None, "long_term": None} for each in report["indicators"]]}


def shares_hide_with_their_counts(made: Invented) -> None:
    """A quarter's percentage is not shown where a count of that quarter alone is hidden."""
    indicators = made.workspace.catalogue.indicators
    shares = [each for each in indicators if each.ratio and not each.is_running and not each.is_yearly]
    for at, report in zip(periods(made), published(made), strict=True):
        shown = {each["id"]: each for each in report["indicators"]}
        for share in shares if isinstance(at, Quarter) else ():
            if shown[share.id]["value"] is not None:
                assessed = as_json(Assessor(made.up_to(at), AFTER_ALL).assess(at))
                true = {each["id"]: each for each in assessed["indicators"]}
                parts = [part for part in share.ratio or () if part in shown]
                assert not [part for part in parts if hides_own_quarter(shown[part], true[part])], at


def hides_own_quarter(shown: Json, true: Json) -> bool:
    """A running total that is hidden can go with a quarter that is not: a quarter of nought, for one."""
    if shown["own_quarter"] is not None:
        return False
    return bool(true["own_quarter"] is not None or shown["symbol"] == "c")


RUNNING = indicator(id="running", reported="year-to-date", suppress_below=5)
COUNT = indicator(id="count", suppress_below=5)


def share_of(*counts: str, **settings: object) -> Indicator:
    return indicator("percent", id="share", ratio=counts, suppress_below=5, **settings)


def test_the_reader_works_out_running_totals_that_were_withheld_from_percentages() -> None:
    # 240% of 5 in quarter 3 are 12, and 25 less 12 are the 13 that were withheld.
    share = {"": "75.0 87.5 240.0 100.0"}
    counts = {"count": {"": "8 8 5 8"}, "running": {"": "6 [c]13 25 33"}}
    nothing_is_told(Invented.of(COUNT, RUNNING, share_of("running", "count"), share=share, **counts))


def test_the_reader_compares_years_whose_quarters_are_not_all_in_as_their_counts_make_them() -> None:
    share = share_of(
        "running", "count", aggregate=Aggregate.MEAN, compare="same-quarter-last-year", targets=between(5, 27)
    )
    made = Invented.of(
        COUNT, share, RUNNING, count={"": "4 2 5 2 2 2 4 2"}, running={"": "6 13 [x]21 159 29 [x]39 45 [x]153"}
    )
    for year, count, running in ((Year(2022), 13, 159), (Year(2023), 10, 153)):
        for name, true in (("count", count), ("running", running)):
            made.truth[name, "", year], made.written[name, "", year] = true, str(true)
    made.workspace = of_written(made.workspace.catalogue.indicators, made.written)
    nothing_is_told(made)


def test_the_reader_finds_tables_that_agree_with_a_mean_of_percentages() -> None:
    # 1 of 1 in quarter 3 can be 2 of 2, with the mean between 0% and 25% all the same.
    share = share_of("count", "other", aggregate=Aggregate.MEAN, decimals=1, targets=between(0, 25))
    other = indicator("count", "lower", id="other", suppress_below=5)
    nothing_is_told(Invented.of(COUNT, other, share, count={"": "0 1 1 0"}, other={"": "1 3 1 1"}))


@QUICK
@given(invented())
def test_every_hidden_count_has_another_possible_value(made: Invented) -> None:
    nothing_is_told(made)


@settings(QUICK, max_examples=50)
@given(invented())
def test_returns_that_add_up_leave_no_hidden_figure_unprotected(made: Invented) -> None:
    all_is_protected(made)


@QUICK
@given(invented(years=2))
def test_no_figure_is_wrong_and_what_went_out_stays(made: Invented) -> None:
    no_figure_is_wrong(made)
    what_went_out_stays(made)
    shares_hide_with_their_counts(made)


@settings(QUICK, max_examples=5)
@given(st.one_of(invented(years=2, breaks=True, changing=True), invented(changing=True, shares=True)))
def test_nothing_is_told_where_series_break_and_rows_come_and_go(made: Invented) -> None:
    nothing_is_told(made)
    other_tables_make_the_same_reports(made)


@QUICK
@given(st.one_of(invented(dirty=True), invented(dirty=True, shares=True), invented(close=True, changing=True)))
def test_what_is_told_where_returns_do_not_add_up_or_bounds_are_close_is_said(made: Invented) -> None:
    nothing_is_told_unsaid(made)


@QUICK
@given(invented())
def test_nothing_is_told_by_reports_that_were_published_each_before_the_next(made: Invented) -> None:
    nothing_is_told_once_published(made)


@QUICK
@given(invented(marked=True))
def test_what_the_marks_of_reports_tell_is_said_and_they_stand(made: Invented) -> None:
    nothing_is_told_unsaid(made)
    what_was_published_is_shown(made)
    what_went_out_stays(made)


@pytest.mark.long
@pytest.mark.parametrize("odd", [{}, {"shares": True}, {"shares": True, "changing": True, "breaks": True}])
@pytest.mark.parametrize("years", [1, 2])
def test_long_returns_that_do_not_add_up(years: int, odd: dict[str, bool]) -> None:
    SLOW(given(invented(years=years, dirty=True, **odd))(nothing_is_told_unsaid))()


@pytest.mark.long
@pytest.mark.parametrize("odd", [{"changing": True}, {"shares": True}, {"dirty": True, "breaks": True}])
def test_long_close_bounds(odd: dict[str, bool]) -> None:
    SLOW(given(invented(years=2, close=True, **odd))(nothing_is_told_unsaid))()


@pytest.mark.long
@settings(LONG, max_examples=LONG.max_examples // 3)
@given(invented(shares=True))
def test_long_percentages_of_running_totals(made: Invented) -> None:
    nothing_is_told(made)


@pytest.mark.long
def test_long_every_hidden_count_has_another_possible_value() -> None:
    LONG(given(invented())(nothing_is_told))()
    print_share()


@pytest.mark.long
@LONG
@given(invented())
def test_long_returns_that_add_up_leave_no_hidden_figure_unprotected(made: Invented) -> None:
    all_is_protected(made)


@pytest.mark.long
@pytest.mark.parametrize("odd", [{}, {"shares": True}, {"breaks": True, "changing": True}])
def test_long_over_two_years(odd: dict[str, bool]) -> None:
    def check(made: Invented) -> None:
        nothing_is_told(made)
        other_tables_make_the_same_reports(made)
        no_figure_is_wrong(made)
        what_went_out_stays(made)
        shares_hide_with_their_counts(made)

    SLOW(given(invented(years=2, **odd))(check))()


@pytest.mark.long
@SLOW
@given(invented(years=2, breaks=True))
def test_long_published_each_before_the_next(made: Invented) -> None:
    nothing_is_told_once_published(made)


@pytest.mark.long
@SLOW
@given(invented(years=2, marked=True))
def test_long_marks_of_reports(made: Invented) -> None:
    nothing_is_told_unsaid(made)
    what_was_published_is_shown(made)
    what_went_out_stays(made)


def print_share() -> None:
    """How much is hidden against what had to be: the small counts and what partners withheld."""
    share = Decimal(seen["hidden"]) / max(1, seen["had to be"])
    print(
        f"\n{seen['figures']} figures, {seen['had to be']} had to be hidden, {seen['hidden']} were: "
        f"{share:.2f} times as many",
        file=sys.__stderr__,
    )
