"""What was published differs from nothing, until something is revised: in no workspace, inside or outside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from disclosure.invented import Invented
from disclosure.inventing import invented
from hypothesis import HealthCheck, given, settings
from made import AFTER_ALL

from dap_tui.assess.assessment import Assessor
from dap_tui.assess.revisions import revisions_of
from dap_tui.disclosure import Publisher
from dap_tui.period import Period
from dap_tui.published import Published
from dap_tui.publishing.freeze import record_at

QUICK = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def published_one_by_one(made: Invented) -> dict[Period, Published]:
    """Every quarter and year published when its return came in, after those before it."""
    published: dict[Period, Published] = {}
    for year in sorted({at.year for at in made.workspace.returns.periods}):
        for at in (*year.quarters, year):
            then = replace(made.up_to(at), published=dict(published))
            published[at] = record_at(then, at, AFTER_ALL)
    return published


def nothing_differs(made: Invented) -> None:
    published = published_one_by_one(made)
    now = replace(made.workspace, published=published)
    inside, outside = Assessor(now, AFTER_ALL), Publisher(now, AFTER_ALL)
    for at, told in published.items():
        assert revisions_of(inside.assess(at), told) == {}
        assert revisions_of(outside.assess(at), told) == {}


@QUICK
@given(invented(years=2))
def test_what_was_published_differs_from_nothing(made: Invented) -> None:
    nothing_differs(made)


@pytest.mark.long
@settings(QUICK, max_examples=300)
@given(invented(years=2))
def test_long_what_was_published_differs_from_nothing(made: Invented) -> None:
    nothing_differs(made)
