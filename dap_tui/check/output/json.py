"""Findings as JSON: one object, a finding a line, in format 1."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from dap_tui.check.output.safe import json_safe
from dap_tui.finding import Finding, Level


def render(findings: Sequence[Finding]) -> str:
    """All findings, with how many there are of each level."""
    count = Counter(finding.level for finding in findings)
    summary = {level.value: count[level] for level in Level}
    entries = ",\n".join(f"  {_dumped(_entry(finding))}" for finding in findings)
    listed = f"[\n{entries}\n ]" if entries else "[]"
    return f'{{"format": 1,\n "findings": {listed},\n "summary": {_dumped(summary)}}}\n'


def _entry(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "code": finding.code,
        "level": finding.level.value,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "sheet": place.sheet,
        "cell": place.cell,
        "message": finding.message,
        "hint": finding.hint,
    }


def _dumped(value: object) -> str:
    return json_safe(json.dumps(value, ensure_ascii=False))
