"""Findings as text for a person, as JSON, as annotations, as SARIF: one module a format.

Whatever comes from a file is text here. Control characters are written out, and what a log reader would take
for a command is broken up, so that one finding is one finding in every format.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from dap_tui.finding import Finding


def render(
    findings: Sequence[Finding],
    form: str,
    root: Path,
    *,
    colour: bool = False,
    ascii_only: bool = False,
    columns: int = 0,
    repository: str | None = None,
) -> str:
    """`findings` (in their order) as `text`, `concise`, `json`, `github` or `sarif`.

    Lines to show beside them are read from the files under `root`. `colour`, `ascii_only` and
    `columns`, a terminal's width, are for the two that people read.
    `repository` is the folder that annotations and SARIF name files from, where the workspace lies in it.
    Raises ValueError for another format.
    """
    if form in {"text", "concise"}:
        from dap_tui.check.output import text
        from dap_tui.check.source_lines import SourceLines

        lines = SourceLines(root).at if form == "text" else None
        return text.render(findings, lines, colour=colour, ascii_only=ascii_only, columns=columns)
    if form == "json":
        from dap_tui.check.output import json

        return json.render(findings)
    if form == "github":
        from dap_tui.check.output import github

        return github.render(findings, _way_down(repository, root))
    if form == "sarif":
        from dap_tui.check.output import sarif

        return sarif.render(findings, _way_down(repository, root))
    raise ValueError(f"no format '{form}'")


def _way_down(repository: str | None, root: Path) -> str:
    """What leads from a repository to the workspace in it, with `/` at its end; nothing where it lies elsewhere."""
    if not repository:
        return ""
    try:
        way = Path(os.path.realpath(root)).relative_to(os.path.realpath(repository)).as_posix()
    except ValueError:
        return ""
    return "" if way == "." else f"{way}/"
