"""The figures of a table before they are drawn: each with its marks, last year's beside it, and its notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dap_tui.assess.figures import Figures
from dap_tui.assess.position import Position
from dap_tui.assess.so_far import SoFar
from dap_tui.assess.travel import Travel
from dap_tui.assess.words import figure_shown, quarters_in
from dap_tui.catalogue import Indicator
from dap_tui.export.notes import Notes
from dap_tui.export.options import Options, View
from dap_tui.export.told import ToldOf, figure_told, nothing_told
from dap_tui.export.years import year_note
from dap_tui.look import NO_FIGURE
from dap_tui.measure import Arrow, Figure, Mark, shown
from dap_tui.period import Period, Quarter, Year, on_one_scale

_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its marks as it is shown, last year's where it was asked for, and letters of notes.

    `is_due` tells a gap, where a figure could be, from a quarter still to come; `extent` what
    the figure of a year that is not all in is of: `to date`, `in Q3`.
    """

    figure: str = ""
    last_year: str = ""
    notes: tuple[str, ...] = ()
    is_due: bool = True
    extent: str = ""

    @property
    def text(self) -> str:
        """As people read it: `1,880 (1,670)`, `(1,894)` where this year's is not in, `788 to date`, `·` for a gap."""
        if self.extent:
            return f"{self.figure} {self.extent}"
        before = f"({self.last_year})" if self.last_year else ""
        here = self.figure or (NO_FIGURE.shape if self.is_due and not before else "")
        return f"{here} {before}".strip()


def cells_of(
    position: Position,
    figures: Figures,
    columns: Sequence[Period],
    options: Options,
    notes: Notes,
    told: ToldOf = nothing_told,
) -> tuple[Cell, ...]:
    """An indicator's, or a breakdown row's, figures under each column; `told` knows which went out otherwise.

    On the board's page what partners said stands with the latest figure alone.
    """
    return tuple(
        _open_year(position.indicator, so_far, notes)
        if (so_far := _so_far(position, figures, column)) is not None
        else _cell(position, figures, column, options, notes, told)
        for column in columns
    )


def _so_far(position: Position, figures: Figures, column: Period) -> SoFar | None:
    """What the report's own year has come to, of an indicator itself: of its rows no report adds that up."""
    is_own = isinstance(column, Year) and column == position.period and figures is position.figures
    return position.so_far if is_own else None


def _open_year(indicator: Indicator, so_far: SoFar, notes: Notes) -> Cell:
    said = f"{quarters_in(so_far.quarters)}, so there is no outturn yet."
    return Cell(figure_shown(indicator, so_far.figure), notes=notes.mark([said]), extent=so_far.extent)


def _cell(position: Position, figures: Figures, column: Period, options: Options, notes: Notes, told: ToldOf) -> Cell:
    indicator = position.indicator
    is_past = on_one_scale(column) <= on_one_scale(position.period)
    figure = figures.at(column) if is_past else None
    is_asked = options.last_year and isinstance(column, Quarter)
    before = figures.at(column.year_before) if is_asked else None
    whole = year_note(position, figures, column) if isinstance(column, Year) and is_past else None
    then = _then(position, column, told) if is_past else None
    then_before = _then(position, column.year_before, told) if is_asked else None
    is_brief = options.view is View.EXCEPTIONS and column != position.period
    said, said_before = (None if is_brief else said_of(indicator, each, column) for each in (figure, before))
    marks = notes.mark([said, whole, then, said_before, then_before])
    return Cell(
        marked(indicator, figure, is_revised=then is not None),
        marked(indicator, before, is_revised=then_before is not None),
        marks,
        is_past and indicator.is_expected(column),
    )


def _then(position: Position, column: Period, told: ToldOf) -> str | None:
    """What was told of a figure; of which, where it is not the latest: in a terminal the note stands by the title."""
    said = figure_told(told(column))
    return said if said is None or column == position.period else f"{column.shown}: {said[0].lower()}{said[1:]}"


def came_from(position: Position, figures: Figures, travel: Travel, columns: Sequence[Period], options: Options) -> str:
    """The figure that a direction of travel looks back to, where neither a column nor a bracket shows it; else ""."""
    if travel.value is None or travel.arrow is Arrow.NONE:
        return ""
    is_shown = travel.period in columns or (
        options.last_year and any(column.year_before == travel.period for column in columns)
    )
    if is_shown and figures.number(travel.period) == travel.value:
        return ""
    return shown(travel.value, position.indicator.unit, position.indicator.decimals)


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
