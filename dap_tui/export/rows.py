"""The tables of a report before they are drawn: the partnership's own columns, with their notes.

Markdown and the terminal draw the same rows, so a figure, its brackets and its notes are decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dap_tui.assess.figures import Figures
from dap_tui.assess.position import Position, Row, figure_shown
from dap_tui.assess.travel import Travel
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.export.notes import Notes
from dap_tui.export.options import Options
from dap_tui.export.told import ToldOf, figure_told, nothing_told, status_told, target_told, travel_told
from dap_tui.export.trend import trend_of
from dap_tui.export.wording import on_earlier
from dap_tui.export.years import missing_to_date, outturn_note, year_note
from dap_tui.look import NO_FIGURE
from dap_tui.measure import Aggregate, Compare, Figure, Mark, Unit, shown
from dap_tui.period import Period, Quarter, Year, on_one_scale

_WORD = re.compile(r"[^\W\d_]{2}")
YEARS_BEFORE = 5
LONGEST_TARGET = 18
"""A target of more characters than this is a sentence: it stands below the table, and `see (a)` in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its marks as it is shown, last year's where it was asked for, and letters of notes.

    `is_due` tells a gap, where a figure could be, from a quarter still to come.
    """

    figure: str = ""
    last_year: str = ""
    notes: tuple[str, ...] = ()
    is_due: bool = True

    @property
    def text(self) -> str:
        """As people read it: `1,880 (1,670)`, `(1,894)` where this year's is not in, `·` for a gap."""
        before = f"({self.last_year})" if self.last_year else ""
        here = self.figure or (NO_FIGURE.shape if self.is_due and not before else "")
        return f"{here} {before}".strip()


@dataclass(frozen=True, slots=True)
class TableRow:
    """An indicator's row; `status_notes` and the like are letters of notes.

    `target_per` is ` a quarter`, or ` a year`, in a table with targets of both, else "".
    """

    position: Position
    status_notes: tuple[str, ...]
    title_notes: tuple[str, ...]
    target: str
    target_per: str
    target_notes: tuple[str, ...]
    cells: tuple[Cell, ...]
    travel: Travel
    travel_notes: tuple[str, ...]
    trend: str
    benchmark: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the periods of their columns, and the notes below them.

    `compared` is what all rows' directions of travel look back to, as `on Q2`; None where they differ.
    """

    columns: tuple[Period, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[tuple[str, str], ...]
    compared: str | None


def columns_of(period: Period, positions: Sequence[Position], options: Options) -> tuple[Period, ...]:
    """The periods that a report's tables have columns for.

    A quarter's: the year's quarters up to it, and with last year's figures those still to come, where last
    year has any. A year's: itself and up to five years before, from the first that has a figure.
    """
    if isinstance(period, Quarter):
        ahead = period.year.quarters[period.number :] if options.last_year else ()
        known = [each for each in ahead if any(one.figures.quarter(each.year_before) for one in positions)]
        return (*period.year.quarters[: period.number], *known)
    years = [Year(period.first - back, period.starts) for back in range(YEARS_BEFORE, 0, -1)]
    first = next((at for at, year in enumerate(years) if any(one.figures.at(year) for one in positions)), len(years))
    return (*years[first:], period)


def table_of(positions: Sequence[Position], columns: tuple[Period, ...], options: Options) -> Table:
    """The table of some indicators, without the quarters still to come in which none had a figure last year."""
    notes = Notes()
    columns = tuple(each for each in columns if _has_come(each, positions))
    pers = {_per(position) for position in positions} - {""}
    rows = tuple(_row(position, columns, options, notes, is_mixed=len(pers) > 1) for position in positions)
    compared = {on_earlier(row.position.period, row.travel.period) for row in rows}
    return Table(columns, rows, tuple(notes), compared.pop() if len(compared) == 1 else None)


def _has_come(column: Period, positions: Sequence[Position]) -> bool:
    return any(
        on_one_scale(column) <= on_one_scale(each.period) or each.figures.at(column.year_before) is not None
        for each in positions
    )


def _per(position: Position) -> str:
    """What a target counts for, where that makes a difference: a quarter, where quarters sum, or the year."""
    indicator, kind = position.indicator, position.target.kind
    if not isinstance(position.period, Quarter) or indicator.is_running or indicator.aggregate is not Aggregate.SUM:
        return ""
    return {TargetKind.VALUE: " a quarter", TargetKind.YEAR: " a year"}.get(kind, "")


def _row(
    position: Position, columns: tuple[Period, ...], options: Options, notes: Notes, *, is_mixed: bool
) -> TableRow:
    status_notes = notes.mark([status_told(position)])
    title_notes = notes.mark(title_notes_of(position))
    target, target_notes = _target(position, notes)
    cells = cells_of(position.indicator, position.figures, position.period, columns, options, notes, position.revised)
    return TableRow(
        position,
        status_notes,
        title_notes,
        target,
        _per(position) if is_mixed else "",
        target_notes,
        cells,
        position.travel,
        notes.mark([position.travel.reason, travel_told(position)]),
        trend_of(position),
        _benchmark(position),
    )


def title_notes_of(position: Position) -> list[str | None]:
    """What a report says under an indicator's title: its note, its limit, and how it is returned."""
    indicator, limit = position.indicator, position.indicator.limit
    running = "Each quarter's figure is the running total since the year began."
    share = "Each quarter's figure is that of the year so far."
    return [
        indicator.note,
        limit_in_words(indicator) if limit else None,
        (running if indicator.unit.adds_up else share)
        if indicator.is_running and isinstance(position.period, Quarter)
        else None,
        None if isinstance(position.period, Quarter) else outturn_note(indicator),
    ]


def limit_in_words(indicator: Indicator) -> str:
    """An indicator's limit: in the words of its note, where it has one."""
    limit = indicator.limit
    if limit is None:
        return ""
    if limit.note:
        return limit.note
    return f"Limit: {limit_bounds(indicator)}."


def limit_bounds(indicator: Indicator) -> str:
    """The bounds of an indicator's limit: `at most 188`; "" where it has none."""
    limit = indicator.limit
    if limit is None:
        return ""
    most = f"at most {shown(limit.max, indicator.unit)}" if limit.max is not None else ""
    least = f"at least {shown(limit.min, indicator.unit)}" if limit.min is not None else ""
    return " and ".join(part for part in (least, most) if part)


def share_shown(indicator: Indicator, share: Decimal) -> str:
    """A share of a target without noughts behind the point that nobody wrote: 750.0 is `750`; pounds have pence."""
    if share == share.to_integral_value():
        return shown(share, indicator.unit, 0)
    return (
        shown(share, indicator.unit, 2) if indicator.unit is Unit.POUNDS else shown(share.normalize(), indicator.unit)
    )


def target_text(position: Position) -> str:
    """The target as a report shows it: a year's with the share of it that is due to date."""
    target = position.target
    if target.to_date is not None:
        return f"{target.shown} a year, {share_shown(position.indicator, target.to_date)} to date"
    per_year = target.kind is TargetKind.YEAR and isinstance(position.period, Quarter)
    return f"{target.shown} a year" if per_year else target.shown


def _target(position: Position, notes: Notes) -> tuple[str, tuple[str, ...]]:
    target = position.target
    if target.kind is TargetKind.NOTE:
        is_short = len(target.shown) <= LONGEST_TARGET
        said = None if is_short else target.shown
        return target.shown if is_short else "", notes.mark([said, target_told(position)])
    return target.shown, notes.mark([_for_the_year(position), target.note, target_told(position)])


def _for_the_year(position: Position) -> str | None:
    """How a target for the year stands, which is what the status goes by: the year to date against its share."""
    target = position.target
    if target.kind is not TargetKind.YEAR or not isinstance(position.period, Quarter):
        return None
    unit, not_judged = position.indicator.unit, missing_to_date(position)
    if not_judged:
        return f"Target for the year; {not_judged}."
    so_far = f"; {shown(position.held, unit)} to date" if position.held is not None else ""
    against = (
        f" against {share_shown(position.indicator, target.to_date)} due"
        if target.to_date is not None and so_far
        else ""
    )
    return f"Target for the year{so_far}{against}."


def _benchmark(position: Position) -> str:
    benchmark = position.benchmark
    if benchmark is None:
        return ""
    value = shown(benchmark.value, position.indicator.unit)
    return f"{value} ({benchmark.label})" if benchmark.label else value


def cells_of(
    indicator: Indicator,
    figures: Figures,
    period: Period,
    columns: Sequence[Period],
    options: Options,
    notes: Notes,
    told: ToldOf = nothing_told,
) -> tuple[Cell, ...]:
    """An indicator's, or a breakdown row's, figures under each column; `told` knows which went out otherwise."""
    return tuple(_cell(indicator, figures, period, column, options, notes, told) for column in columns)


def _cell(
    indicator: Indicator,
    figures: Figures,
    period: Period,
    column: Period,
    options: Options,
    notes: Notes,
    told: ToldOf,
) -> Cell:
    is_past = on_one_scale(column) <= on_one_scale(period)
    figure = figures.at(column) if is_past else None
    before = figures.at(column.year_before) if options.last_year and isinstance(column, Quarter) else None
    whole = year_note(figures, column, figure) if isinstance(column, Year) and is_past else None
    is_asked = options.last_year and isinstance(column, Quarter)
    then = figure_told(told(column)) if is_past else None
    then_before = figure_told(told(column.year_before)) if is_asked else None
    marks = notes.mark(
        [said_of(indicator, figure, column), whole, then, said_of(indicator, before, column), then_before]
    )
    return Cell(
        marked(indicator, figure, is_revised=then is not None),
        marked(indicator, before, is_revised=then_before is not None),
        marks,
        is_past and indicator.is_expected(column),
    )


def travel_of(position: Position, row: Row) -> Travel:
    """A breakdown row's direction of travel: it looks back to what its indicator's does."""
    by_year = position.compare is Compare.LAST_YEAR or row.previous_quarter is None
    return row.last_year if by_year or row.previous_quarter is None else row.previous_quarter


def marked(indicator: Indicator, figure: Figure | None, *, is_revised: bool = False) -> str:
    """A figure as it is shown, with its marks: `1,821 [p]`; `[r]` also where it went out otherwise."""
    if figure is None:
        return ""
    revised = (Mark.REVISED,) if is_revised and Mark.REVISED not in figure.marks else ()
    marks = "".join(f"[{mark}]" for mark in (*figure.marks, *revised))
    return f"{figure_shown(indicator, figure)} {marks}".strip()


def said_of(indicator: Indicator, figure: Figure | None, period: Period) -> str | None:
    """What is said beside a figure: the partner's words, and how it was worked out where it was not returned."""
    if figure is None:
        return None
    if figure.worked_out and isinstance(period, Quarter):
        how = "Worked out from its two parts" if indicator.ratio else "The total is worked out from its breakdown"
        return f"{how}: none was returned."
    if figure.symbol and figure.words and not _WORD.search(figure.words):
        return f"Returned as “{figure.words}”."
    return figure.words
