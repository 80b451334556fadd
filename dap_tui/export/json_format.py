"""The report as JSON: a contract with other programs, so no field is ever left out.

A part that does not apply is null. Figures are exact; means and limits have 4 places.
"""

from __future__ import annotations

from dap_tui.assess.assessment import Assessment
from dap_tui.export.json_indicator import indicator_json
from dap_tui.export.json_text import Json, json_text
from dap_tui.export.options import Options, position_asked_for
from dap_tui.measure import Judgement

FORMAT = 1
"""The number of this shape of the JSON."""


def to_json(assessment: Assessment, options: Options | None = None) -> str:
    """The assessment of a quarter or a year as JSON, the same bytes for the same assessment.

    Where indicators are asked for, only they are listed; all else is the whole report's.
    """
    return json_text(report_json(assessment, options or Options()))


def report_json(assessment: Assessment, options: Options) -> dict[str, Json]:
    """The whole report as plain values, in the order of the contract."""
    period = assessment.period
    positions = [position_asked_for(assessment, each) for each in options.indicators] or assessment.positions
    return {
        "format": FORMAT,
        "for_publication": assessment.for_publication,
        "period": period.id,
        "partnership": {"name": assessment.catalogue.partnership.name},
        "covers": {"from": period.first_day.isoformat(), "to": period.last_day.isoformat()},
        "summary": {str(status): count for status, count in assessment.summary.items()},
        "travel": _travel(assessment),
        "without_figure": assessment.without_figure,
        "undecided": assessment.undecided,
        "sources": [{"id": each.id, "name": each.name, "title": each.title} for each in assessment.catalogue.sources],
        "priorities": [
            {"id": each.id, "title": each.title, "text": each.text, "aims": list(each.aims)}
            for each in assessment.catalogue.priorities
        ],
        "indicators": [indicator_json(position) for position in positions],
        "exceptions": [_exception(assessment, at) for at in range(len(assessment.exceptions))],
        "sections": [
            {"source": each.source, "priority": each.priority, "heading": each.heading, "text": each.text}
            for each in assessment.sections
        ],
        "resolutions": [
            {"board": each.board, "date": each.date.isoformat() if each.date else None, "text": each.text}
            for each in assessment.resolutions
        ],
        "actions": _actions(assessment),
    }


def _travel(assessment: Assessment) -> dict[str, Json]:
    """Judgements counted; those that are withheld are counted as hidden, not as none."""
    hidden = assessment.travel_hidden
    count: dict[str, Json] = {str(judgement): number for judgement, number in assessment.travel.items()}
    count["none"] = assessment.travel[Judgement.NONE] - hidden
    return {name: count[name] for name in ("improving", "worsening", "level", "neutral", "none")} | {"hidden": hidden}


def _exception(assessment: Assessment, at: int) -> Json:
    each = assessment.exceptions[at]
    return {
        "indicators": list(each.indicators),
        "rules": list(each.rules) or ["raised"],
        "decision": each.decision,
        "text": each.text,
    }


def _actions(assessment: Assessment) -> list[Json]:
    return [
        {
            "id": each.action.id,
            "title": each.action.title,
            "owner": each.action.owner,
            "due": each.action.due.isoformat() if each.action.due else None,
            "origin": each.action.origin,
            "aim": each.action.aim,
            "status": each.status,
            "text": each.text,
            "indicators": list(each.action.indicators),
        }
        for each in assessment.actions
    ]
