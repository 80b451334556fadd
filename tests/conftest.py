"""What every test shares: the three workspaces of the repository, read once and assessed on a fixed day."""

import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.reading.workspace import read_workspace

# No test fails for being slow: a busy machine is no fault of what is tested. Nor does one fail by chance: a change is
# held against the same examples each time, and new ones are looked for by `DAP_SEARCH=new pytest -m long`.
settings.register_profile("dap", deadline=None, derandomize=True)
settings.register_profile("new", deadline=None, derandomize=False)
settings.load_profile(os.environ.get("DAP_SEARCH", "dap"))

collect_ignore = ["bench"]
"""Benchmarks are run, not collected: no test fails for being slow."""

ROOT = Path(__file__).parents[1]
EXAMPLES = {
    "barnsley": (ROOT, date(2024, 2, 1)),
    "cambridgeshire": (ROOT / "dap_tui/examples/cambridgeshire", date(2015, 2, 15)),
    "rotherham": (ROOT / "dap_tui/examples/rotherham", date(2014, 7, 1)),
}

Assessed = Callable[..., tuple[Assessment, Assessor]]


@cache
def _assessor(name: str) -> Assessor:
    root, as_of = EXAMPLES[name]
    return Assessor(read_workspace(root), as_of)


@pytest.fixture
def assessed() -> Assessed:
    """`assessed("barnsley", "2023-24-Q3")`: the assessment of a period, and its assessor."""

    def assess(name: str, period: str | None = None) -> tuple[Assessment, Assessor]:
        assessor = _assessor(name)
        return assessor.assess(assessor.workspace.period(period)), assessor

    return assess


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Assessor]:
    """A workspace from the texts of its files, read and ready to assess."""

    def write(files: dict[str, str], as_of: date = date(2024, 2, 1)) -> Assessor:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Assessor(read_workspace(tmp_path), as_of)

    return write
