"""What a row of the table says of an indicator."""

from __future__ import annotations

from decimal import Decimal

from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown
from dap_tui.catalogue import TargetKind
from dap_tui.measure import shown
from dap_tui.period import Period, Quarter
from dap_tui.tui.session import Session
from dap_tui.tui.widgets.columns import Columns
from dap_tui.tui.widgets.row import Cell, RowText

TREND = 8
"""How many periods a trend line goes back."""


def row_text(session: Session, position: Position, columns: Columns, target_mark: str) -> RowText:
    """The row of an indicator in these columns."""
    return RowText(
        position.status,
        position.indicator.polarity,
        target_text(session, position),
        target_mark,
        tuple(cell_of(session, position, period) for period, _ in columns.quarters),
        session.glyphs.travel(position.travel),
        tuple(value_at(position, period) for period in last_periods(position.period)),
        position.decision if session.count.is_done else None,  # of many, once it is known of all of them
    )


def target_text(session: Session, position: Position) -> str:
    """The target in a narrow column: what it is, `none` where there is only a note."""
    held = position.target
    unit = position.indicator.unit
    match held.kind:
        case TargetKind.NONE:
            return "-" if session.glyphs.ascii_only else "–"
        case TargetKind.NOTE:
            return "none"
        case TargetKind.LAST_YEAR if held.value is None:
            return "last yr"
        case TargetKind.RANGE if held.high is None and held.low is not None:
            return session.glyphs.text(f"min {shown(held.low, unit)}")
        case TargetKind.RANGE if held.low is None and held.high is not None:
            return session.glyphs.text(f"max {shown(held.high, unit)}")
    return session.glyphs.text(held.shown)


def cell_of(session: Session, position: Position, period: Period) -> Cell:
    """The figure of a period, with last year's in brackets where that is asked for."""
    figure = position.figures.at(period)
    text = session.glyphs.text(figure_shown(position.indicator, figure))
    bracket = ""
    if session.last_year:
        earlier = position.figures.at(period.year_before)
        before = session.glyphs.text(figure_shown(position.indicator, earlier))
        number = earlier.number if earlier else None
        hidden = session.hidden_mark(position.indicator, period.year_before, number)
        bracket = before if before.startswith("[") else f"({before}{hidden})" if before else ""
    is_symbol = figure is not None and figure.number is None
    changed = session.has_changed(position.indicator.id, period)
    return Cell(text, session.mark_of(position.indicator, period, figure), bracket, is_symbol, changed)


def value_at(position: Position, period: Period) -> Decimal | None:
    """The number of a point of the trend."""
    figure = position.figures.point(period)
    return None if figure is None else figure.number


def last_periods(period: Period) -> list[Period]:
    """The period and the seven before it."""
    run: list[Period] = [period]
    while len(run) < TREND:
        run.insert(0, run[0].previous)
    return run


def table_periods(period: Period) -> list[Period]:
    """The columns of figures: the year's quarters up to this one; of a year, it and the year before."""
    if isinstance(period, Quarter):
        return list(period.year.quarters[: period.number])
    return [period.previous, period]
