"""Whole pages, compared byte for byte but for their style; `GOLDEN=write python -m pytest tests/export` writes them."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.html import to_html
from dap_tui.export.options import Options

Assessed = Callable[..., tuple[Assessment, Assessor]]
GOLDEN = Path(__file__).parents[1] / "golden"

CASES = {
    "barnsley-idas-marac-repeat.html": ("barnsley", "2023-24-Q3", Options(indicators=("idas-marac-repeat",))),
    "rotherham-2013-14.html": ("rotherham", "2013-14", Options()),
}


@pytest.mark.parametrize("name", CASES)
def test_the_page_is_as_it_was_when_somebody_last_looked_at_it(assessed: Assessed, name: str) -> None:
    workspace, period, options = CASES[name]
    page = to_html(*assessed(workspace, period), options)
    text = re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="")
    assert path.read_bytes().decode() == text
