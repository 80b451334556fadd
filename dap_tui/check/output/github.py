"""Findings as GitHub workflow commands, which become annotations on a change's files.

Escaped as the runner unescapes them: `%`, CR and LF everywhere, `:` and `,` in properties as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dap_tui.check.output.safe import shown
from dap_tui.finding import Finding, Level

_COMMANDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(findings: Sequence[Finding], above: str = "") -> str:
    """One command a finding; nothing where there is none. `above` leads from the repository to the workspace."""
    return "".join(f"{_command(finding, above)}\n" for finding in findings)


def _command(finding: Finding, above: str) -> str:
    place = finding.place
    properties = {"file": f"{above}{place.file}", "line": place.line, "col": place.column}
    if finding.width:
        properties["endColumn"] = place.column + finding.width
    properties["title"] = finding.code
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    where = "" if place.cell is None else f"{place.sheet}!{place.cell}: "
    message = _data(f"{where}{finding.message}")
    hint = f"%0Ahint: {_data(finding.hint)}" if finding.hint else ""
    return f"::{_COMMANDS[finding.level]} {listed}::{message}{hint}"


def _data(text: str) -> str:
    return shown(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
