"""What a cell shows is what was returned."""

from __future__ import annotations

import pytest

from dap_tui.measure import Unit
from dap_tui.reading.number_format import as_shown
from dap_tui.reading.value import Unreadable, read_value

ACCOUNTING = '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'
POUNDS = '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (66, "General", "66"),
        (0.1 + 0.2, "General", "0.3"),
        (200 / 3, "General", "66.66666667"),
        (2 / 3, "General", "0.666666667"),
        (-2.5, "General", "-2.5"),
        (1234567890123, "General", "1234567890123"),
        (66, None, "66"),
        (0.66, "0%", "66%"),
        (0.364, "0.0%", "36.4%"),
        (0.3649, "0.0%", "36.5%"),
        (0.3, "0.000%", "30.000%"),
        (0.66, '0"%"', "1%"),
        (66, '0"%"', "66%"),
        (66, r"0\%", "66%"),
        (65.6667, "0", "66"),
        (0.5, "0", "1"),
        (-0.4, "0", "0"),
        (2.675, "0.00", "2.68"),
        (1821, "#,##0", "1,821"),
        (1821.5, "#,##0.00", "1,821.50"),
        (0.5, "#.##", ".5"),
        (7, "000", "007"),
        (1200.5, '"£"#,##0.00', "£1,200.50"),
        (1200.5, "[$£-809]#,##0.00", "£1,200.50"),
        (-1200.5, "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", "-£1,200.50"),
        (1200.5, POUNDS, "£1,200.50"),
        (1821, ACCOUNTING, "1,821"),
        (-5, "0;(0)", "(5)"),
        (-5, "0;[Red]-0", "-5"),
        (3, "[<5]0;#,##0", "3"),
        (1821, "[<5]0;#,##0", "1,821"),
        (12, '0" cases"', "12 cases"),
        (1e300, "0", "1E+300"),
    ],
)
def test_a_number_is_shown_by_its_format(number: float, number_format: str | None, shown: str) -> None:
    assert as_shown(number, number_format) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(0.3, "30%"), (0.364, "36.4%"), (0.36449, "36.45%"), (0, "0%"), (1, "100%")]
)
def test_a_percentage_is_shown_as_it_was_typed_though_spreadsheets_add_noughts(number: float, shown: str) -> None:
    assert as_shown(number, "0.00%") == shown


@pytest.mark.parametrize("number_format", [ACCOUNTING, POUNDS, '0;-0;"-"', '0;-0;"–"'])
def test_the_dash_that_a_format_puts_for_nought_is_nought(number_format: str) -> None:
    assert as_shown(0, number_format) == "0"


def test_a_format_that_hides_its_number_shows_nothing() -> None:
    assert as_shown(5, ";;;") == ""


@pytest.mark.parametrize(
    ("number", "number_format"),
    [(1821, "0.0,"), (1821000, '#,##0,"k"'), (0.5, "# ?/?"), (1821, "0.0E+00"), (1821, "0-000")],
)
def test_what_cannot_be_read_back_is_refused_as_a_value(number: float, number_format: str) -> None:
    assert isinstance(read_value(as_shown(number, number_format), Unit.RATE, {}), Unreadable)
