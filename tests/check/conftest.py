"""What `check` finds in a small workspace written as text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from small import Check

from dap_tui.check import check
from dap_tui.finding import Finding
from dap_tui.period import parse_period
from dap_tui.reading.workspace import read_workspace


@pytest.fixture
def checked(tmp_path: Path) -> Check:
    """Findings in a workspace of a catalogue and files, on a day, of a period where one is named."""

    def run(
        catalogue: str,
        files: Mapping[str, str | bytes],
        as_of: str = "2024-01-15",
        period: str | None = None,
        **more: int,
    ) -> tuple[Finding, ...]:
        for name, text in {"catalogue.toml": catalogue, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        only = None if period is None else parse_period(period)
        return check(read_workspace(tmp_path, **more), date.fromisoformat(as_of), only)

    return run
