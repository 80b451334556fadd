"""The report as a spreadsheet's CSV: a row for each indicator and quarter, up to and with the report's.

It holds every field of an indicator's JSON that is a value. Numbers are numbers; no text can run as a formula.
It begins with a byte-order mark, without which Excel takes a dash or a curly quote for something else.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.export.json_indicator import FIELDS, variation_values
from dap_tui.export.json_text import Json
from dap_tui.export.options import Options
from dap_tui.period import Period, Quarter, on_one_scale
from dap_tui.reading.text import visible

BYTE_ORDER_MARK: Final = "\ufeff"

_TRAVEL = ("period", "value", "change", "change_percent", "arrow", "judgement")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": (),
    "code": (),
    "title": (),
    "source": (),
    "section": (),
    "priorities": (),
    "tags": (),
    "unit": (),
    "polarity": (),
    "short_title": (),
    "note": (),
    "definition": (),
    "level": (),
    "frequency": (),
    "reported": (),
    "value": (),
    "symbol": (),
    "marks": (),
    "shown": (),
    "year_to_date": (),
    "own_quarter": (),
    "value_note": (),
    "file": (),
    "line": (),
    "sheet": (),
    "cell": (),
    "target": ("value", "low", "high", "to_date", "kind", "shown", "note"),
    "status": (),
    "previous_quarter": _TRAVEL,
    "last_year": _TRAVEL,
    "compare": (),
    "variation": ("mean", "lower", "upper", "since", "points", "variation", "assurance"),
    "outlook": ("at_this_rate", "at_last_years_shape", "meets"),
    "benchmark": ("value", "label"),
    "limit": ("min", "max", "note"),
    "long_term": ("judgement", "outturn", "before"),
    "decision": (),
    "commentary": ("text", "where_we_are", "successes_and_issues", "what_we_are_doing"),
    "sentence": (),
}
"""The fields of the JSON that are values, in its order; of one that has parts, each part is a column."""

_VALUES: Final = {**FIELDS, "variation": variation_values}

_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠]")  # full-width signs run too


def to_csv(assessment: Assessment, assessor: Assessor, options: Options) -> str:
    """The report's indicators, or those asked for, in every quarter (year) up to the report's, the latest last."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings())
    for period in _periods(assessment.period, assessor):
        then = assessment if period == assessment.period else assessor.assess(period)
        for row in _rows(then, assessment, options):
            writer.writerow(row)
    return BYTE_ORDER_MARK + text.getvalue()


def headings() -> list[str]:
    """The names of the columns: `value`, `target_low`."""
    fields = [name for field, parts in COLUMNS.items() for name in ([f"{field}_{part}" for part in parts] or [field])]
    return ["period", "for_publication", *fields]


def _periods(period: Period, assessor: Assessor) -> list[Period]:
    known = assessor.workspace.returns.periods
    if isinstance(period, Quarter):
        quarters = [each for each in known if isinstance(each, Quarter) and each < period]
        return [*quarters, period]
    years = {each.year for each in known if on_one_scale(each.year) < on_one_scale(period)}
    return [*sorted(years), period]


def _rows(assessment: Assessment, report: Assessment, options: Options) -> Iterator[list[str]]:
    wanted = set(options.indicators) or {each.indicator.id for each in report.positions}
    for position in assessment.positions:
        if position.indicator.id in wanted:
            yield [assessment.period.id, _cell(assessment.for_publication), *map(_cell, _values(position))]


def _values(position: Position) -> list[Json]:
    found: list[Json] = []
    for field, parts in COLUMNS.items():
        value = _VALUES[field](position)
        if not parts:
            found.append(value)
        elif isinstance(value, dict):
            found += [value[part] for part in parts]
        else:
            found += [None] * len(parts)
    return found


def _cell(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list):
        return harmless("; ".join(map(str, value)))
    return str(value)


@lru_cache(maxsize=16384)
def harmless(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe stands before whatever could begin a formula.

    >>> harmless("=1+1"), harmless(" -2"), harmless("2 in all")
    ("'=1+1", "' -2", '2 in all')
    """
    safe = visible(text, prose=True)
    return f"'{safe}" if _FORMULA.match(safe) else safe
