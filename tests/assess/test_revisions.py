"""What has changed since a period was published."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from made import assess, between, indicator, last_year, quarter, quarters_from, value

from dap_tui.assess.revisions import Aspect, revisions_of
from dap_tui.catalogue import Indicator
from dap_tui.measure import Arrow, Judgement, Status, Symbol
from dap_tui.published import Published, PublishedIndicator

AT = "2023-24-Q3"
OF = indicator("percent", "lower", targets=between(28, 40))
TOLD = PublishedIndicator(
    "one", Decimal("30.0"), None, "28–40%", Status.GREEN, Arrow.UP, Judgement.WORSENING
)  # the report's own


def today(*figures: object, of: Indicator = OF, **more: object):
    return assess(AT, of, returned={"one": {"": quarters_from("2023-24-Q2", *figures)}}, **more)


def published(told: PublishedIndicator) -> Published:
    return Published(quarter(AT), None, {told.id: told})


def differing(assessment, told: PublishedIndicator) -> dict[Aspect, tuple[str, str]]:
    found = revisions_of(assessment, published(told))
    return {aspect: (each.told, each.now) for one in found.values() for aspect, each in one.differences.items()}


def test_what_is_as_it_was_published_is_no_revision():
    assert revisions_of(today(28, 30), published(TOLD)) == {}
    assert revisions_of(today(28, "30.0"), published(TOLD)) == {}


def test_where_nothing_was_published_nothing_was_revised():
    assert revisions_of(today(28, 30), None) == {}


def test_a_figure_that_was_revised_is_told_with_what_follows_from_it():
    assert differing(today(28, 27), TOLD) == {
        Aspect.FIGURE: ("30.0%", "27%"),
        Aspect.STATUS: ("green", "amber"),
        Aspect.ARROW: ("up", "down"),
    }


@pytest.mark.parametrize(
    ("told", "now", "expected"),
    [
        (replace(TOLD, value=None, symbol=Symbol.NOT_AVAILABLE), 30, ("[x]", "30%")),
        (TOLD, "[z]", ("30.0%", "[z]")),
        (TOLD, None, ("30.0%", "")),
        (replace(TOLD, value=None), 30, ("", "30%")),
    ],
)
def test_a_symbol_and_a_gap_are_told_as_figures_are(told, now, expected):
    assert differing(today(28, now), told)[Aspect.FIGURE] == expected


def test_a_threshold_set_today_does_not_repaint_what_was_published():
    stricter = indicator("percent", "lower", targets=between(10, 20))
    revision = revisions_of(today(28, 30, of=stricter), published(TOLD))["one"]
    assert dict(revision.differences).keys() == {Aspect.TARGET, Aspect.STATUS}
    assert (revision.differences[Aspect.TARGET].told, revision.differences[Aspect.TARGET].now) == ("28–40%", "10–20%")
    assert (revision.status, revision.position.status) == (Status.GREEN, Status.RED)
    assert revision.figure is None


def test_an_earlier_figure_that_was_revised_changes_the_arrow_and_its_judgement_alone():
    assert differing(today(31, 30), TOLD) == {
        Aspect.ARROW: ("up", "down"),
        Aspect.JUDGEMENT: ("worsening", "improving"),
    }


def test_an_indicator_that_is_gone_says_so():
    gone = revisions_of(today(28, 30), published(replace(TOLD, id="two")))["two"]
    assert gone.is_gone
    assert (gone.position, gone.figure, gone.status) == (None, None, None)
    assert gone.published.value == 30


def test_what_was_withheld_was_not_told_and_does_not_differ():
    withheld = replace(TOLD, status=Status.HIDDEN, arrow=None, judgement=None)
    assert revisions_of(today(28, 30), published(withheld)) == {}


def test_a_report_tells_no_figure_that_went_out_as_c():
    outside = replace(today(28, 31), for_publication=True)
    hidden = replace(TOLD, hidden=("",))
    assert differing(outside, hidden) == {Aspect.FIGURE: ("[c]", "31%")}
    assert differing(today(28, 31), hidden) == {Aspect.FIGURE: ("30.0%", "31%")}
    assert differing(today(28, 31), TOLD) == {Aspect.FIGURE: ("30.0%", "31%")}


def test_a_last_year_that_was_not_told_as_a_target_does_not_differ():
    of = indicator("count", "higher", targets=last_year())
    series = {**quarters_from("2022-23-Q3", 3), **quarters_from(AT, 8)}
    now = assess(AT, of, returned={"one": {"": series}})
    told = PublishedIndicator("one", Decimal(8), None, "last year's", Status.HIDDEN)
    assert revisions_of(now, published(told)) == {}
    assert differing(now, replace(told, target="4")) == {Aspect.TARGET: ("4", "3")}


def test_an_entry_that_says_nothing_but_its_figure_is_held_to_that_alone():
    of = indicator("count", "higher", targets=value(10))
    told = PublishedIndicator("one", Decimal(8), target="10")
    assert revisions_of(today(3, 8, of=of), published(told)) == {}
