"""What a report says of an indicator's target and limit, in a table's cell and in the notes below it."""

from __future__ import annotations

from decimal import Decimal

from dap_tui.assess.position import Position
from dap_tui.assess.so_far import extent_of
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.export.notes import Notes
from dap_tui.export.told import target_told
from dap_tui.export.years import missing_to_date
from dap_tui.measure import Aggregate, Unit, shown
from dap_tui.period import Quarter

LONGEST_TARGET = 18
"""A target of more characters than this is a sentence: it stands below the table, and `see (a)` in it."""


def target_cell(position: Position, notes: Notes, *, is_brief: bool) -> tuple[str, tuple[str, ...]]:
    """The target in a table, and letters of notes: how one for the year stands, what was said and told of it.

    One that `is_brief` has no note on what is not set yet.
    """
    target = position.target
    if target.kind is TargetKind.NOTE:
        is_short = len(target.shown) <= LONGEST_TARGET
        said = None if is_short else target.shown
        return target.shown if is_short else "", notes.mark([said, target_told(position)])
    return target.shown, notes.mark([_for_the_year(position), None if is_brief else target.note, target_told(position)])


def counts_for(position: Position) -> str:
    """What a target counts for, where that makes a difference: ` a quarter`, where quarters sum, or ` a year`."""
    indicator, kind = position.indicator, position.target.kind
    if not isinstance(position.period, Quarter) or indicator.is_running or indicator.aggregate is not Aggregate.SUM:
        return ""
    return {TargetKind.VALUE: " a quarter", TargetKind.YEAR: " a year"}.get(kind, "")


def target_text(position: Position) -> str:
    """The target as a report shows it: a year's with the share of it that is due to date."""
    target = position.target
    if target.to_date is not None:
        return f"{target.shown} a year, {share_shown(position.indicator, target.to_date)} due to date"
    per_year = target.kind is TargetKind.YEAR and isinstance(position.period, Quarter)
    return f"{target.shown} a year" if per_year else target.shown


def share_shown(indicator: Indicator, share: Decimal) -> str:
    """A share of a target without noughts behind the point that nobody wrote: 750.0 is `750`; pounds have pence."""
    if share == share.to_integral_value():
        return shown(share, indicator.unit, 0)
    return (
        shown(share, indicator.unit, 2) if indicator.unit is Unit.POUNDS else shown(share.normalize(), indicator.unit)
    )


def _for_the_year(position: Position) -> str | None:
    """How a target for the year stands, which is what the status goes by: the year to date against its share."""
    target = position.target
    if target.kind is not TargetKind.YEAR or not isinstance(position.period, Quarter):
        return None
    unit, not_judged = position.indicator.unit, missing_to_date(position)
    if not_judged:
        return f"Target for the year; {not_judged}."
    extent = extent_of(position.figures, position.period)
    so_far = f"; {shown(position.held, unit)} {extent}" if position.held is not None else ""
    if position.settled:
        return f"Target for the year, met already{so_far}."
    against = (
        f" against {share_shown(position.indicator, target.to_date)} due"
        if target.to_date is not None and so_far
        else ""
    )
    return f"Target for the year{so_far}{against}."


def limit_in_words(indicator: Indicator) -> str:
    """An indicator's limit: in the words of its note, where it has one; "" where it has no limit."""
    limit = indicator.limit
    if limit is None:
        return ""
    return limit.note or f"Limit: {limit_bounds(indicator)}."


def limit_bounds(indicator: Indicator) -> str:
    """The bounds of an indicator's limit: `at most 188`; "" where it has none."""
    limit = indicator.limit
    if limit is None:
        return ""
    most = f"at most {shown(limit.max, indicator.unit)}" if limit.max is not None else ""
    least = f"at least {shown(limit.min, indicator.unit)}" if limit.min is not None else ""
    return " and ".join(part for part in (least, most) if part)
