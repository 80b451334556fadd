"""The sentence of each indicator, always the same for the same figures."""

from __future__ import annotations

import pytest
from made import (
    Symbol,
    between,
    figure,
    indicator,
    number,
    per_year,
    period,
    position,
    profile,
    quarters_from,
    tolerance,
    value,
)

from dap_tui.catalogue import Bounds
from dap_tui.measure import Compare, Figure, Status

Q1, Q2, Q3 = "2023-24-Q1", "2023-24-Q2", "2023-24-Q3"


@pytest.mark.parametrize(
    ("of", "at", "series", "sentence"),
    [
        (
            indicator("percent", "lower", targets=between(28, 40)),
            Q3,
            quarters_from(Q2, 28, 30),
            "30% in Q3 2023/24, up 2 percentage points on Q2, a worsening. Inside the 28–40% range.",
        ),
        (
            indicator("percent", "lower", targets=between(28, 40)),
            Q2,
            quarters_from(Q1, 26, 28),
            "28% in Q2 2023/24, up 2 percentage points on Q1, an improvement. Inside the 28–40% range.",
        ),
        (
            indicator("count", "lower", reported="year-to-date", targets=value(85)),
            Q2,
            quarters_from("2022-23-Q2", 85, None, None, 20, 48),
            "48 in 2023/24 to date: 37 (43.5%) fewer than the same period of 2022/23, an improvement. Target 85: met.",
        ),
        (
            indicator("count", targets=per_year(1000)),
            Q3,
            quarters_from(Q1, 500, 523, 448),
            (
                "448 in Q3 2023/24, down 75 (14.3%) on Q2, a worsening. "
                "1,471 to date against 750 of the year’s 1,000: met."
            ),
        ),
        (
            indicator("percent", targets=value(100)),
            Q2,
            quarters_from(Q1, 100, 99),
            (
                "99% in Q2 2023/24, down 1 percentage point on Q1, a worsening. "
                "Target 100%: missed by 1 percentage point, within tolerance."
            ),
        ),
        (
            indicator("percent", targets=between(75, 90)),
            Q2,
            quarters_from(Q1, 75, 64),
            (
                "64% in Q2 2023/24, down 11 percentage points on Q1, a worsening. "
                "11 percentage points below the 75–90% range."
            ),
        ),
        (
            indicator("count", "monitor"),
            Q2,
            quarters_from(Q1, 1821, 1860),
            "1,860 in Q2 2023/24, up 39 (2.1%) on Q1.",
        ),
        (indicator("count"), Q2, quarters_from(Q1, 6, 6), "6 in Q2 2023/24, level with Q1."),
        (indicator("pounds"), Q1, quarters_from(Q1, "1200.50"), "£1,200.50 in Q1 2023/24."),
        (
            indicator("count", compare=Compare.LAST_YEAR),
            Q1,
            quarters_from("2022-23-Q1", 80, None, None, None, 144),
            "144 in Q1 2023/24, up 64 (80.0%) on Q1 2022/23, an improvement.",
        ),
        (indicator("count"), Q1, quarters_from(Q2, 6), "No figure for Q1 2023/24."),
        (indicator("count", targets=value(8)), Q1, quarters_from(Q1, "[x]"), "Not available in Q1 2023/24. Target 8."),
        (
            indicator("count", targets=value(100), met_within=tolerance("5%")),
            Q1,
            quarters_from(Q1, 96),
            "96 in Q1 2023/24. Target 100: missed by 4, near enough to count as met.",
        ),
        (
            indicator("pounds", targets=value("1000.00")),
            Q1,
            quarters_from(Q1, "987.50"),
            "£987.50 in Q1 2023/24. Target £1,000.00: missed by £12.50, within tolerance.",
        ),
        (
            indicator("percent", targets=value(75), decimals=1),
            Q1,
            quarters_from(Q1, "64"),
            "64.0% in Q1 2023/24. Target 75%: missed by 11.0 percentage points.",
        ),
        (indicator("count", "lower", targets=value(9)), Q1, quarters_from(Q1, 9), "9 in Q1 2023/24. Target 9: met."),
        (
            indicator("count", targets=value(50, floor=number(40))),
            Q1,
            quarters_from(Q1, 41),
            "41 in Q1 2023/24. Target 50: missed by 9, not past 40.",
        ),
        (
            indicator("count", targets=value(50), amber_if_improving=True),
            Q1,
            quarters_from("2022-23-Q1", 20, None, None, None, 20),
            "20 in Q1 2023/24. Target 50: missed by 30, no worse than a year before.",
        ),
        (
            indicator("count", targets=profile(90, 95, 100, 110)),
            Q2,
            quarters_from(Q2, 80),
            "80 in Q2 2023/24. Target 95: missed by 15.",
        ),
        (
            indicator("count", targets=per_year(100), bounds=Bounds(number(0))),
            Q2,
            quarters_from(Q1, 70, 50),
            (
                "50 in Q2 2023/24, down 20 (28.6%) on Q1, a worsening. "
                "120 to date: the year’s target of 100 is met already."
            ),
        ),
        (
            indicator("count", "lower", targets=per_year(100), bounds=Bounds(number(0))),
            Q2,
            quarters_from(Q1, 70, 50),
            (
                "50 in Q2 2023/24, down 20 (28.6%) on Q1, an improvement. "
                "120 to date against 50 of the year’s 100: missed by 70, and the year’s 100 is passed already."
            ),
        ),
    ],
)
def test_a_sentence_says_figure_change_and_target(of, at, series, sentence):
    assert position(at, of, series).sentence == sentence


def test_the_partners_own_words_are_kept():
    words = Figure(symbol=Symbol.NOT_AVAILABLE, words="Information not currently available")
    sentence = position(Q1, indicator(), {period(Q1): words}).sentence
    assert sentence == "Not available in Q1 2023/24 (Information not currently available)."


def test_a_years_sentence_is_of_the_outturn():
    at = position("2023-24", indicator(targets=value(10)), {**quarters_from(Q1, 10, 10, 10, 10)})
    assert at.sentence == "40 in 2023/24. Target 40: met."


def test_marks_do_not_change_the_figure():
    assert position(Q1, indicator(), {period(Q1): figure("5 [p]")}).sentence == "5 in Q1 2023/24."


def test_where_the_status_is_withheld_nothing_is_said_of_the_target():
    at = position(Q1, indicator(targets=value(9)), quarters_from(Q1, 3))
    assert at.sentence == "3 in Q1 2023/24. Target 9: missed by 6."
    assert at.sentence_with(Status.HIDDEN, at.travel) == "3 in Q1 2023/24."
