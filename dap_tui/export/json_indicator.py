"""One indicator of the JSON report."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dap_tui.assess.position import Position, Row, figure_shown
from dap_tui.assess.status import HeldTarget
from dap_tui.assess.travel import Travel
from dap_tui.catalogue import Indicator
from dap_tui.export.json_text import Json
from dap_tui.measure import Figure, rounded, shown
from dap_tui.period import Period


def indicator_json(position: Position) -> dict[str, Json]:
    """All that is known of one indicator in the period, in the order of the contract."""
    indicator = position.indicator
    return {
        **_described(indicator),
        **_figure(position),
        "target": _target(position.target),
        "status": position.status,
        "previous_quarter": None if position.previous_quarter is None else travel_json(position.previous_quarter),
        "last_year": travel_json(position.last_year),
        "compare": position.compare,
        "variation": _variation(position),
        "outlook": _outlook(position),
        "benchmark": _benchmark(position),
        "limit": _limit(indicator),
        "long_term": _long_term(position),
        "years": [
            {"period": year.id, "value": value, "shown": shown(value, indicator.unit, indicator.decimals)}
            for year, value in position.years.items()
        ],
        "exceptions": [
            {"rule": each.rule, "message": each.message, "decision": each.decision} for each in position.exceptions
        ],
        "decision": position.decision,
        "breakdown": [_row(indicator, row) for row in position.breakdown],
        "commentary": _commentary(position),
        "history": _history(indicator, position.history),
        "sentence": position.sentence,
    }


def _described(indicator: Indicator) -> dict[str, Json]:
    return {
        "id": indicator.id,
        "code": indicator.code,
        "title": indicator.title,
        "source": indicator.source,
        "section": indicator.section,
        "priorities": list(indicator.priorities),
        "tags": list(indicator.tags),
        "unit": indicator.unit,
        "polarity": indicator.polarity,
        "short_title": indicator.short_title,
        "note": indicator.note,
        "definition": indicator.definition,
        "level": list(indicator.level),
        "frequency": indicator.frequency,
        "reported": indicator.reported,
    }


def _figure(position: Position) -> dict[str, Json]:
    figure = position.figure or Figure()
    place = figure.place
    return {
        "value": figure.number,
        "symbol": figure.symbol,
        "marks": list(figure.marks),
        "shown": position.shown,
        "year_to_date": _number(position.year_to_date),
        "own_quarter": _number(position.own_quarter),
        "value_note": figure.words,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "sheet": place.sheet if place else None,
        "cell": place.cell if place else None,
    }


def _number(figure: Figure | None) -> Decimal | None:
    return None if figure is None else figure.number


def _target(target: HeldTarget) -> Json:
    return {
        "value": target.value,
        "low": target.low,
        "high": target.high,
        "to_date": target.to_date,
        "kind": target.kind,
        "shown": target.shown,
        "note": target.note,
    }


def travel_json(travel: Travel) -> dict[str, Json]:
    """A comparison with an earlier period; `value` is the earlier figure."""
    return {
        "period": travel.period.id,
        "value": travel.value,
        "change": travel.change,
        "change_percent": travel.change_percent,
        "arrow": travel.arrow,
        "judgement": travel.judgement,
    }


def _variation(position: Position) -> Json:
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
        "special": [{"period": each.period.id, "rule": each.rule, "judgement": each.kind} for each in group.special],
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


def _limit(indicator: Indicator) -> Json:
    limit = indicator.limit
    return None if limit is None else {"min": limit.min, "max": limit.max, "note": limit.note}


def _long_term(position: Position) -> Json:
    trend = position.long_term
    if trend is None:
        return None
    return {"judgement": trend.judgement, "outturn": trend.outturn, "before": trend.before}


def _row(indicator: Indicator, row: Row) -> Json:
    figure = row.figure or Figure()
    return {
        "name": row.name,
        "value": figure.number,
        "symbol": figure.symbol,
        "shown": figure_shown(indicator, row.figure),
        "previous_quarter": None if row.previous_quarter is None else travel_json(row.previous_quarter),
        "last_year": travel_json(row.last_year),
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
