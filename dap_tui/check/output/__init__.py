"""Findings as text for a person, as JSON, as annotations, as SARIF: one module a format.

Whatever comes from a file is text here. Control characters are written out, and what a log reader would take
for a command is broken up, so that one finding is one finding in every format.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dap_tui.finding import Finding


def render(findings: Sequence[Finding], form: str, root: Path, *, colour: bool = False) -> str:
    """`findings` (in their order) as `text`, `concise`, `json`, `github` or `sarif`.

    Lines to show beside them are read from the files under `root`. `colour` is for the two that people read.
    Raises ValueError for another format.
    """
    if form in {"text", "concise"}:
        from dap_tui.check.output import text
        from dap_tui.check.source_lines import SourceLines

        return text.render(findings, SourceLines(root).line if form == "text" else None, colour=colour)
    if form == "json":
        from dap_tui.check.output import json

        return json.render(findings)
    if form == "github":
        from dap_tui.check.output import github

        return github.render(findings)
    if form == "sarif":
        from dap_tui.check.output import sarif

        return sarif.render(findings)
    raise ValueError(f"no format '{form}'")
