"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read.

Of a workbook there is no text to point into: the cell is a logical location.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from dap_tui import __version__
from dap_tui.check.output.safe import json_safe, shown
from dap_tui.finding import Finding
from dap_tui.rules import Rule
from dap_tui.rules.registry import rules

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(findings: Sequence[Finding]) -> str:
    """A log of one run, with the documentation of each rule that found something."""
    found = {finding.code for finding in findings}
    documented = [rule for code, rule in rules().items() if code in found]
    index = {rule.code: number for number, rule in enumerate(documented)}
    driver = {
        "name": "dap",
        "semanticVersion": __version__,
        "rules": [_descriptor(rule) for rule in documented],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return "\n".join(json_safe(line) for line in json.dumps(log, ensure_ascii=False, indent=1).split("\n")) + "\n"


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": f"{rule.finds[:1].upper()}{rule.finds[1:]}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    message = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.level.value,
        "message": {"text": shown(message)},
        "locations": [_location(finding)],
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    return result


def _location(finding: Finding) -> dict[str, Any]:
    place = finding.place
    uri = quote(place.file.encode("utf-8", "surrogateescape"))
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    if place.cell is not None:
        name = shown(f"{place.sheet}!{place.cell}")
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": name, "kind": "member"}]}
    region = {"startLine": place.line, "startColumn": place.column}
    if finding.width:
        region["endColumn"] = place.column + finding.width
    physical["region"] = region
    return {"physicalLocation": physical}
