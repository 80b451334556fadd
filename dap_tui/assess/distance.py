"""How far a figure is from its target, for bars that stand side by side: as a share of it, and in words."""

from __future__ import annotations

from decimal import Decimal

from dap_tui.assess.position import Position
from dap_tui.assess.status import missed_bound, per_cent
from dap_tui.measure import Polarity, Symbol, Unit, rounded, shown


def bound_of(position: Position) -> Decimal | None:
    """The bound that a figure is drawn against: the target, of a range the nearer end."""
    target, held = position.target, position.held
    if not target.is_range:
        return target.bound
    if target.low is None or (target.high is not None and held is not None and held > target.high):
        return target.high
    return target.low


def margin(position: Position) -> Decimal:
    """How far a figure is on the good side of its target, in shares of it; below 0 on the wrong side."""
    bound, held = bound_of(position), position.held
    if bound is None or held is None:
        return Decimal("Infinity")
    missed = missed_bound(position.indicator, held, position.target)
    if missed is not None:
        return -abs(held - missed) / (abs(missed) or Decimal(1))
    if position.target.is_range:
        return Decimal()
    way = -1 if position.indicator.polarity is Polarity.LOWER else 1
    return (held - bound) * way / (abs(bound) or Decimal(1))


def distance(position: Position, *, brief: bool = False) -> str:
    """How far a figure is from its target, in words: `13% over`, `inside`, `on target`.

    Percentages are so many percentage points from theirs, as they change by points: `12 points over`; brief, `12 pts
    over`. Of a figure that is withheld nothing is said but that.
    """
    held, target, indicator = position.held, position.target, position.indicator
    if held is None:
        figure = position.held_figure
        return "hidden" if figure is not None and figure.symbol is Symbol.CONFIDENTIAL else "no figure"
    bound = missed_bound(indicator, held, target) if target.is_range else target.bound
    if target.is_range and bound is None:
        return "inside"
    if bound is None or held == bound:
        return "on target"
    away = _away(indicator.unit, held, bound, brief=brief)
    if held > bound:
        return f"{away} {'above' if target.is_range else 'over'}"
    wanted = indicator.polarity is not Polarity.LOWER
    return f"{away} {'below' if target.is_range else 'short' if wanted else 'under'}"


def _away(unit: Unit, held: Decimal, bound: Decimal, *, brief: bool) -> str:
    """The size of the distance: points of a percentage, else per cent of the bound, in the unit from a bound of 0."""
    away = abs(held - bound)
    if unit is Unit.PERCENT:
        return f"{shown(away, Unit.RATE)} {'pt' if brief else 'point'}{'' if away == 1 else 's'}"
    by = per_cent(away, bound)
    return shown(away, unit) if by is None else _whole(by)


def _whole(by: Decimal) -> str:
    return f"{rounded(by, 0)}%" if by >= 1 else f"{by}%"
