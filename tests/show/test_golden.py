"""Whole pages, compared byte for byte; `GOLDEN=write python -m pytest tests/export tests/show` writes them anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.options import Options
from dap_tui.show.indicator import show_indicators
from dap_tui.show.returns import show_returns
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal

Assessed = Callable[..., tuple[Assessment, Assessor]]
GOLDEN = Path(__file__).parents[1] / "golden"

CASES: dict[str, Callable[[Assessed], str]] = {
    "show-barnsley-80.txt": lambda assessed: show_tables(*assessed("barnsley"), Terminal(80), Options()),
    "show-barnsley-40-ascii.txt": lambda assessed: show_tables(
        *assessed("barnsley"), Terminal(40, ascii=True), Options()
    ),
    "show-cambridgeshire-last-year-120.txt": lambda assessed: show_tables(
        *assessed("cambridgeshire"), Terminal(120), Options(last_year=True)
    ),
    "show-cambridgeshire-incidents-80.txt": lambda assessed: show_indicators(
        assessed("cambridgeshire")[0], Terminal(80), Options(indicators=("incidents",))
    ),
    "show-cambridgeshire-returns-80.txt": lambda assessed: show_returns(
        *assessed("cambridgeshire"), Terminal(80)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_page_is_as_it_was_when_somebody_last_read_it(assessed: Assessed, name: str) -> None:
    text = CASES[name](assessed)
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert path.read_bytes().decode() == text
