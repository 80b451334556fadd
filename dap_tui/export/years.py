"""A year's figure in words: what it is made of, and which quarters are missing where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from dap_tui.assess.figures import Figures
from dap_tui.assess.position import Position
from dap_tui.catalogue import Indicator
from dap_tui.measure import Aggregate, Figure, Symbol, Unit
from dap_tui.period import Quarter, Year
from dap_tui.sentence import capital, listed

_SUM = "the sum of the four quarters"
_MEAN = "the mean of the four quarters"
_LATEST = "quarter 4’s"
_RUNNING = "quarter 4’s running total"
_TO_COME = "not due yet"

_UNITS = {
    Unit.COUNT: "counts",
    Unit.POUNDS: "pounds",
    Unit.PERCENT: "percentages",
    Unit.RATE: "rates",
    Unit.DAYS: "days",
}


def _made_of(indicator: Indicator) -> str:
    if indicator.is_running:
        return _RUNNING if indicator.unit.adds_up else _LATEST
    return {Aggregate.SUM: _SUM, Aggregate.MEAN: _MEAN, Aggregate.LATEST: _LATEST}[indicator.aggregate]


def _usually(unit: Unit) -> str:
    return _SUM if unit.adds_up else _LATEST


def outturns_in_words(positions: Sequence[Position]) -> str | None:
    """What a year's figure is of each kind of indicator, for a legend; None where all are returned by the year.

    What is made in another way than most of its kind has a note of its own (`outturn_note`).
    """
    indicators = [each.indicator for each in positions if not each.indicator.is_yearly]
    found = [(way, [name for unit, name in _UNITS.items() if any(
        each.unit is unit and _made_of(each) == _usually(unit) == way for each in indicators
    )]) for way in (_SUM, _LATEST)]  # fmt: skip
    said = [f"{way} for {listed(names)}" for way, names in found if names]
    if not said:
        return None
    otherwise = any(_made_of(each) != _usually(each.unit) for each in indicators)
    return f"The year’s figure is {', and '.join(said)}{', unless a note says otherwise' if otherwise else ''}."


def outturn_note(indicator: Indicator) -> str | None:
    """How a year's figure is made where that is not as the legend says of its kind; else None."""
    if indicator.is_yearly or _made_of(indicator) == _usually(indicator.unit):
        return None
    return f"The year’s figure is {_made_of(indicator)}."


def year_note(position: Position, figures: Figures, year: Year) -> str | None:
    """What is said beside a year's figure: that it was returned as one, or why there is none; else None.

    `figures` are the indicator's, or those of one of its breakdown rows.
    """
    indicator, figure = figures.indicator, figures.at(year)
    if indicator.is_yearly:
        is_to_come = figure is None and year == position.period and not position.is_due(year)
        return f"{capital(_TO_COME)}." if is_to_come else None
    if figure is not None:
        made = figures.outturn_by_quarters(year)
        is_made = made is not None and made.number is not None
        return "Returned for the year." if figure.number is not None and not is_made else None
    takes_last = indicator.is_running or indicator.aggregate is Aggregate.LATEST
    wanted = year.quarters[3:] if takes_last else year.quarters
    has_any = any(figures.quarter(each) is not None for each in year.quarters)
    missing = missing_in_words(position, figures, wanted)
    return f"{missing}." if has_any and missing else None


def missing_to_date(position: Position) -> str | None:
    """Why a year's target is not judged though the quarter has a figure: `Q1 is missing, so …`; else None."""
    period = position.period
    if position.value is None or position.held is not None or not isinstance(period, Quarter):
        return None
    missing = missing_in_words(position, position.figures, period.year.quarters[: period.number - 1])
    return f"not judged: {missing}, so there is nothing to date" if missing else None


def missing_in_words(position: Position, figures: Figures, quarters: Sequence[Quarter]) -> str:
    """Which of some quarters have no figure: `Q1 and Q3 are missing; Q4 is not due yet`; else "".

    A symbol that says more is no gap; what has neither and is not due yet, or was never asked for, is not missing.
    """
    without = [each for each in quarters if _is_missing(figures.quarter(each))]
    found: dict[str, list[str]] = {"missing": [], _TO_COME: [], "not asked for": []}
    for each in without:
        is_missing = figures.quarter(each) is not None or position.is_due(each)
        to_come = _TO_COME if position.indicator.is_expected(each) else "not asked for"
        found["missing" if is_missing else to_come].append(f"Q{each.number}")
    return "; ".join(
        f"{listed(names)} {'is' if len(names) == 1 else 'are'} {what}" for what, names in found.items() if names
    )


def _is_missing(figure: Figure | None) -> bool:
    return figure is None or figure.symbol is Symbol.NOT_AVAILABLE
