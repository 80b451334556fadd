"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read.

Of a workbook there is no text to point into: the cell is a logical location.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

from dap_tui import __version__
from dap_tui.check.output.safe import json_safe, shown
from dap_tui.finding import Finding
from dap_tui.rules import Rule
from dap_tui.rules.registry import rules
from dap_tui.sentence import capital

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(findings: Sequence[Finding], above: str = "") -> str:
    """A log of one run, with the documentation of each rule that found something.

    `above` leads from the repository, which its readers take all paths from, to the workspace.
    """
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
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder that files are named from."}}},
        "results": [
            {**_result(finding, index, above), "partialFingerprints": {"finding/v1": fingerprint}}
            for finding, fingerprint in zip(findings, _fingerprints(findings, above), strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return "\n".join(json_safe(line) for line in json.dumps(log, ensure_ascii=False, indent=1).split("\n")) + "\n"


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": f"{capital(rule.finds)}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _fingerprints(findings: Sequence[Finding], above: str) -> Iterator[str]:
    """What tells each finding from the others on every run, wherever in its file it has moved to."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        what = (finding.code, f"{above}{finding.place.file}", finding.message)
        seen[what] += 1
        text = "\0".join((*what, str(seen[what])))
        yield hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _result(finding: Finding, index: dict[str, int], above: str) -> dict[str, Any]:
    message = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.level.value,
        "message": {"text": shown(message)},
        "locations": [_location(finding, above)],
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    return result


def _location(finding: Finding, above: str) -> dict[str, Any]:
    place = finding.place
    uri = quote(f"{above}{place.file}".encode("utf-8", "surrogateescape"))
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    if place.cell is not None:
        name = shown(f"{place.sheet}!{place.cell}")
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": name, "kind": "member"}]}
    region = {"startLine": place.line, "startColumn": place.column}
    if finding.width:
        region["endColumn"] = place.column + finding.width
    physical["region"] = region
    return {"physicalLocation": physical}
