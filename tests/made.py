"""Small catalogues and returns made in memory, for tests of what is worked out from them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.figures import Figures
from dap_tui.assess.position import Position
from dap_tui.catalogue import Catalogue, Indicator, Source, Target, TargetKind
from dap_tui.measure import Aggregate, Figure, Mark, Polarity, Symbol, Tolerance, ToleranceKind, Unit
from dap_tui.narrative import Narrative
from dap_tui.period import Period, Quarter, Year, parse_period
from dap_tui.returns import Returns
from dap_tui.workspace import Workspace

AFTER_ALL = date(2030, 1, 1)


def number(text: str | float) -> Decimal:
    return Decimal(str(text))


def figure(written: object) -> Figure:
    """`12`, `"36.4"`, `"[x]"`, `"7 [b]"`: as a return has it."""
    text = str(written)
    if text.startswith("["):
        return Figure(symbol=Symbol(text.strip("[]")))
    value, _, marks = text.partition(" ")
    return Figure(Decimal(value), marks=tuple(Mark(each) for each in marks.replace("[", "").split("]") if each))


def period(name: str) -> Period:
    return parse_period(name)


def quarter(name: str) -> Quarter:
    return Quarter.parse(name)


def quarters_from(first: str, *written: object) -> dict[Period, Figure]:
    """Figures of successive quarters from `first` on; None leaves a quarter out."""
    start = Quarter.parse(first)
    return {start.shifted(at): figure(each) for at, each in enumerate(written) if each is not None}


def years_from(first: str, *written: object) -> dict[Period, Figure]:
    """Figures of successive years from `first` on; None leaves a year out."""
    start = Year.parse(first)
    return {Year(start.first + at): figure(each) for at, each in enumerate(written) if each is not None}


def indicator(unit: str = "count", polarity: str = "higher", **settings: object) -> Indicator:
    """An indicator with the settings a test is about; quarters of counts and pounds sum, as in a catalogue."""
    kind = Unit(unit)
    given = {
        "id": "one",
        "title": "One",
        "source": "some",
        "aggregate": Aggregate.SUM if kind.adds_up else Aggregate.LATEST,
        "breakdown_adds_up": kind.adds_up,
        **settings,
    }
    return Indicator(unit=kind, polarity=Polarity(polarity), **given)  # type: ignore[arg-type]  # settings of many types


def value(of: float | str, **more: object) -> dict[Year | None, Target]:
    return {None: Target(TargetKind.VALUE, number(of), **more)}  # type: ignore[arg-type]  # floors and notes


def per_year(of: float | str, **more: object) -> dict[Year | None, Target]:
    return {None: Target(TargetKind.YEAR, number(of), **more)}  # type: ignore[arg-type]  # floors and notes


def profile(*of: float | str) -> dict[Year | None, Target]:
    return {None: Target(TargetKind.QUARTERS, quarters=tuple(number(each) for each in of))}


def between(low: float | str | None, high: float | str | None) -> dict[Year | None, Target]:
    return {
        None: Target(
            TargetKind.RANGE,
            low=None if low is None else number(low),
            high=None if high is None else number(high),
        )
    }


def last_year() -> dict[Year | None, Target]:
    return {None: Target(TargetKind.LAST_YEAR)}


def tolerance(text: str) -> Tolerance:
    for kind in (ToleranceKind.PER_CENT, ToleranceKind.POINTS):
        if text.endswith(kind):
            return Tolerance(Decimal(text.removesuffix(kind)), kind)
    return Tolerance(Decimal(text), ToleranceKind.UNITS)


def figures(of: Indicator, series: dict[Period, Figure]) -> Figures:
    return Figures(of, series)


def workspace(
    *indicators: Indicator,
    returned: dict[str, dict[str, dict[Period, Figure]]],
    narrative: dict[Period, Narrative] | None = None,
    **catalogue: object,
) -> Workspace:
    """A workspace of one source; `returned` is by indicator, breakdown row ("" the total) and period."""
    made = Catalogue(indicators=indicators, sources=(Source("some", "Some"),), **catalogue)  # type: ignore[arg-type]  # parts of many types
    return Workspace(Path(), made, Returns.of(returned), narrative or {})


def assess(at: str, *indicators: Indicator, **more: object) -> Assessment:
    return Assessor(workspace(*indicators, **more), AFTER_ALL).assess(period(at))  # type: ignore[arg-type]  # as workspace() has them


def position(at: str, of: Indicator, series: dict[Period, Figure], **more: object) -> Position:
    """The one indicator's position in a period."""
    return assess(at, of, returned={of.id: {"": series}}, **more).positions[0]
