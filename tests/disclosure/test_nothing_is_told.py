"""What is promised of small numbers, held against a reader who reads every report and solves for the rest."""

from __future__ import annotations

import os
import sys
from collections import Counter
from decimal import Decimal

import pytest
from disclosure.invented import BELOW, Invented, invented, of_written
from disclosure.reader import Json, Reader, Solver, figures_of
from hypothesis import HealthCheck, given, settings
from made import AFTER_ALL, between, indicator

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.catalogue import Indicator
from dap_tui.disclosure import Kind, Publisher, protected
from dap_tui.disclosure.published import NOT_SHOWN
from dap_tui.disclosure.unprotected import Unprotected
from dap_tui.export.json_format import report_json
from dap_tui.export.options import Options
from dap_tui.measure import Aggregate
from dap_tui.period import Period, Quarter, Year

QUICK = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(QUICK, max_examples=int(os.environ.get("DAP_DISCLOSURE_EXAMPLES", "1500")))

seen: Counter[str] = Counter()


def periods(made: Invented) -> list[Period]:
    years = sorted({at.year for at in made.workspace.returns.periods})
    return [period for year in years for period in (*year.quarters, year)]


def as_json(assessment: Assessment) -> Json:
    return report_json(assessment, Options())


def published(made: Invented) -> list[Json]:
    """A report of every quarter and year, each from the returns that were in."""
    return [as_json(protected(made.up_to(at), at, AFTER_ALL)) for at in periods(made)]


def unprotected(made: Invented) -> dict[tuple[str, str, Period, str], Unprotected]:
    """What is said to be hidden and not protected."""
    publisher, last = Publisher(made.workspace, AFTER_ALL), periods(made)[-1]
    publisher.hidden_cells(last)
    found = {each.cell: each for each in publisher.unprotected(last)}
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
        seen["had to be"] += 0 < reader.true_of(*key) < BELOW or is_withheld
        seen["hidden"] += key in solver.hidden


def nothing_is_told_unsaid(made: Invented) -> None:
    """Every hidden count has another possible value, or is said to be unprotected."""
    reader, solver = read(made)
    assert not_said(reader, solver) == []
    no_small_count(reader)


def not_said(reader: Reader, solver: Solver) -> list[tuple[str, str, Period, str]]:
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
            assert not 0 < number < BELOW, key


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
    later = Publisher(made.workspace, AFTER_ALL)
    for at in reversed(periods(made)):
        assert of_its_day(later.assess(at)) == of_its_day(protected(made.up_to(at), at, AFTER_ALL)), at


def of_its_day(assessment: Assessment) -> Json:
    """A report without the outturns of years: quarter 4's may show one that was returned after it."""
    report = as_json(assessment)
    return {**report, "indicators": [{**each, "years": None, "long_term": None} for each in report["indicators"]]}


def shares_hide_with_their_counts(made: Invented) -> None:
    """A quarter's percentage is not shown where a count of that quarter alone is hidden."""
    shares = [each for each in made.workspace.catalogue.indicators if each.ratio and not each.is_running]
    for at, report in zip(periods(made), published(made), strict=True):
        shown = {each["id"]: each for each in report["indicators"]}
        for share in shares if isinstance(at, Quarter) else ():
            if shown[share.id]["value"] is not None:
                assessed = as_json(Assessor(made.up_to(at), AFTER_ALL).assess(at))
                true = {each["id"]: each for each in assessed["indicators"]}
                assert not [part for part in share.ratio or () if hides_own_quarter(shown[part], true[part])], at


def hides_own_quarter(shown: Json, true: Json) -> bool:
    """A running total that is hidden can go with a quarter that is not: a quarter of nought, for one."""
    if shown["own_quarter"] is not None:
        return False
    return bool(true["own_quarter"] is not None or shown["symbol"] == "c")


RUNNING = indicator(id="running", reported="year-to-date", suppress_below=BELOW)
COUNT = indicator(id="count", suppress_below=BELOW)


def share_of(*counts: str, **settings: object) -> Indicator:
    return indicator("percent", id="share", ratio=counts, suppress_below=BELOW, **settings)


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
    other = indicator("count", "lower", id="other", suppress_below=BELOW)
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


@QUICK
@given(invented(dirty=True))
def test_returns_that_do_not_add_up_tell_no_hidden_count_either(made: Invented) -> None:
    nothing_is_told_unsaid(made)


@pytest.mark.long
@settings(LONG, max_examples=LONG.max_examples // 3)
@given(invented(dirty=True))
def test_long_returns_that_do_not_add_up(made: Invented) -> None:
    nothing_is_told_unsaid(made)


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
@settings(LONG, max_examples=LONG.max_examples // 3)
@given(invented(years=2))
def test_long_over_two_years(made: Invented) -> None:
    nothing_is_told(made)
    no_figure_is_wrong(made)
    what_went_out_stays(made)
    shares_hide_with_their_counts(made)


def print_share() -> None:
    """How much is hidden against what had to be: the small counts and what partners withheld."""
    share = Decimal(seen["hidden"]) / max(1, seen["had to be"])
    print(
        f"\n{seen['figures']} figures, {seen['had to be']} had to be hidden, {seen['hidden']} were: "
        f"{share:.2f} times as many",
        file=sys.__stderr__,
    )
