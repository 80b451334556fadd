"""One indicator of the JSON report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dap_tui.assess.position import Position
from dap_tui.assess.row import Row
from dap_tui.assess.travel import Travel
from dap_tui.assess.words import figure_shown
from dap_tui.catalogue import Indicator
from dap_tui.export.json_text import Json
from dap_tui.finding import Place
from dap_tui.measure import Figure, rounded, shown
from dap_tui.period import Period

NOTHING: Final = Figure()


@dataclass(frozen=True, slots=True)
class Nowhere:
    """The place of a figure that was worked out, or is not there."""

    file: None = None
    line: None = None
    sheet: None = None
    cell: None = None


def indicator_json(position: Position) -> dict[str, Json]:
    """All that is known of one indicator in the period, in the order of the contract."""
    return {name: value(position) for name, value in FIELDS.items()}


def _years(position: Position) -> Json:
    indicator = position.indicator
    return [
        {"period": year.id, "value": value, "shown": shown(value, indicator.unit, indicator.decimals)}
        for year, value in position.years.items()
    ]


def _exceptions(position: Position) -> Json:
    return [{"rule": each.rule, "message": each.message, "decision": each.decision} for each in position.exceptions]


def _figure(position: Position) -> Figure:
    return position.figure or NOTHING


def _place(position: Position) -> Place | Nowhere:
    return _figure(position).place or Nowhere()


def _number(figure: Figure | None) -> Decimal | None:
    return None if figure is None else figure.number


def _target(position: Position) -> Json:
    target = position.target
    return {
        "value": target.value,
        "low": target.low,
        "high": target.high,
        "to_date": target.to_date,
        "kind": target.kind,
        "shown": target.shown,
        "note": target.note,
    }


def _travel(travel: Travel | None) -> Json:
    """A comparison with an earlier period, whose figure is `value`; null where there is none, as of a year."""
    if travel is None:
        return None
    return {
        "period": travel.period.id,
        "value": travel.value,
        "change": travel.change,
        "change_percent": travel.change_percent,
        "arrow": travel.arrow,
        "judgement": travel.judgement,
    }


def variation_values(position: Position) -> dict[str, Json] | None:
    """What its chart says, without its special-cause points, which take longer to find than all the rest."""
    variation = position.variation
    if variation is None:
        return None
    group = variation.last
    limits = group.limits
    return {
        "mean": rounded(limits.mean, 4) if limits else None,
        "lower": rounded(limits.lower, 4) if limits else None,
        "upper": rounded(limits.upper, 4) if limits else None,
        "since": group.since.id,
        "points": len(group.points),
        "variation": variation.variation,
        "assurance": variation.assurance,
    }


def _variation(position: Position) -> Json:
    values, variation = variation_values(position), position.variation
    if values is None or variation is None:
        return None
    found = variation.last.special
    return {
        **values,
        "special": [{"period": each.period.id, "rule": each.rule, "judgement": each.kind} for each in found],
    }


def _outlook(position: Position) -> Json:
    outlook = position.outlook
    if outlook is None:
        return None
    return {
        "at_this_rate": outlook.at_this_rate,
        "at_last_years_shape": outlook.at_last_years_shape,
        "meets": outlook.meets,
    }


def _benchmark(position: Position) -> Json:
    benchmark = position.benchmark
    return None if benchmark is None else {"value": benchmark.value, "label": benchmark.label}


def _limit(position: Position) -> Json:
    limit = position.indicator.limit
    return None if limit is None else {"min": limit.min, "max": limit.max, "note": limit.note}


def _long_term(position: Position) -> Json:
    trend = position.long_term
    if trend is None:
        return None
    return {"judgement": trend.judgement, "outturn": trend.outturn, "before": trend.before}


def _row(indicator: Indicator, row: Row) -> Json:
    figure = row.figure or NOTHING
    return {
        "name": row.name,
        "value": figure.number,
        "symbol": figure.symbol,
        "shown": figure_shown(indicator, row.figure),
        "previous_quarter": _travel(row.previous_quarter),
        "last_year": _travel(row.last_year),
        "history": _history(indicator, row.history),
    }


def _commentary(position: Position) -> Json:
    said = position.commentary
    return {
        "text": said.text if said else None,
        "where_we_are": said.where_we_are if said else None,
        "successes_and_issues": said.successes_and_issues if said else None,
        "what_we_are_doing": said.what_we_are_doing if said else None,
    }


def _history(indicator: Indicator, history: Iterable[tuple[Period, Figure]]) -> list[Json]:
    return [
        {
            "period": period.id,
            "value": figure.number,
            "symbol": figure.symbol,
            "shown": figure_shown(indicator, figure),
        }
        for period, figure in history
    ]


FIELDS: Final[Mapping[str, Callable[[Position], Json]]] = {
    "id": lambda position: position.indicator.id,
    "code": lambda position: position.indicator.code,
    "title": lambda position: position.indicator.title,
    "source": lambda position: position.indicator.source,
    "section": lambda position: position.indicator.section,
    "priorities": lambda position: list(position.indicator.priorities),
    "tags": lambda position: list(position.indicator.tags),
    "unit": lambda position: position.indicator.unit,
    "polarity": lambda position: position.indicator.polarity,
    "short_title": lambda position: position.indicator.short_title,
    "note": lambda position: position.indicator.note,
    "definition": lambda position: position.indicator.definition,
    "level": lambda position: list(position.indicator.level),
    "frequency": lambda position: position.indicator.frequency,
    "reported": lambda position: position.indicator.reported,
    "value": lambda position: position.value,
    "symbol": lambda position: _figure(position).symbol,
    "marks": lambda position: list(_figure(position).marks),
    "shown": lambda position: position.shown,
    "year_to_date": lambda position: _number(position.year_to_date),
    "own_quarter": lambda position: _number(position.own_quarter),
    "value_note": lambda position: _figure(position).words,
    "file": lambda position: _place(position).file,
    "line": lambda position: _place(position).line,
    "sheet": lambda position: _place(position).sheet,
    "cell": lambda position: _place(position).cell,
    "target": _target,
    "status": lambda position: position.status,
    "previous_quarter": lambda position: _travel(position.previous_quarter),
    "last_year": lambda position: _travel(position.last_year),
    "compare": lambda position: position.compare,
    "variation": _variation,
    "outlook": _outlook,
    "benchmark": _benchmark,
    "limit": _limit,
    "long_term": _long_term,
    "years": _years,
    "exceptions": _exceptions,
    "decision": lambda position: position.decision,
    "breakdown": lambda position: [_row(position.indicator, row) for row in position.breakdown],
    "commentary": _commentary,
    "history": lambda position: _history(position.indicator, position.history),
    "sentence": lambda position: position.sentence,
}
"""Every field of an indicator, in the order of the contract, and what it holds of a position."""
