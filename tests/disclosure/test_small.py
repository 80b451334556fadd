"""Which figures are small numbers."""

from __future__ import annotations

import pytest
from made import indicator, number

from dap_tui.disclosure.small import small


@pytest.mark.parametrize(("of", "is_small"), [(0, False), (1, True), (4, True), (5, False)])
def test_counts_from_1_to_what_the_catalogue_says_are_small_and_noughts_are_printed(of, is_small):
    assert small(indicator("count", suppress_below=5), number(of)) is is_small


@pytest.mark.parametrize("of", [indicator("percent", suppress_below=5), indicator("count")])
def test_what_is_no_count_and_what_nobody_asked_to_hide_is_not(of):
    assert not small(of, number(3))
