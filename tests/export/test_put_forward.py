"""What the board's page puts forward."""

from __future__ import annotations

import pytest
from made import assess, indicator, period, quarters_from, value

from dap_tui.export.board import put_forward
from dap_tui.export.decisions import NO_WORDS
from dap_tui.narrative import DecidedException, Decision, Narrative

Q1 = "2023-24-Q1"


@pytest.mark.parametrize(("written", "printed"), [("Staff left.", "Staff left."), (None, NO_WORDS)])
def test_an_exception_without_words_says_that_it_has_none(written, printed):
    decided = DecidedException(("one",), Decision.REPORT, ("off-target",), written)
    red = indicator(targets=value(9))
    whole = assess(
        Q1,
        red,
        returned={"one": {"": quarters_from(Q1, 1)}},
        narrative={period(Q1): Narrative(exceptions=(decided,))},
    )
    assert [each.text for each in put_forward(whole)] == [printed]
