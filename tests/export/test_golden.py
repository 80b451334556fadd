"""Whole reports as they leave the building, byte for byte.

`GOLDEN=write python -m pytest tests/export tests/show` writes them anew.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.disclosure import Publisher
from dap_tui.export.csv_format import to_csv
from dap_tui.export.json_format import to_json
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options, View

Assessed = Callable[..., tuple[Assessment, Assessor]]
GOLDEN = Path(__file__).parents[1] / "golden"

CASES = {
    "barnsley-2023-24-Q3.md": ("barnsley", "2023-24-Q3", Options()),
    "barnsley-2023-24-Q3-board.md": ("barnsley", "2023-24-Q3", Options(view=View.EXCEPTIONS)),
    "barnsley-idas-marac-repeat.md": ("barnsley", "2023-24-Q3", Options(indicators=("idas-marac-repeat",))),
    "cambridgeshire-2014-15-Q3.md": ("cambridgeshire", "2014-15-Q3", Options(last_year=True)),
    "rotherham-2013-14.md": ("rotherham", "2013-14", Options()),
    "rotherham-2013-14.json": ("rotherham", "2013-14", Options()),
    "rotherham-2013-14.csv": ("rotherham", "2013-14", Options()),
}


@pytest.mark.parametrize("name", CASES)
def test_the_report_is_as_it_was_when_somebody_last_read_it(assessed: Assessed, name: str) -> None:
    workspace, period, options = CASES[name]
    assessment, true = assessed(workspace, period)
    assessor = Publisher(true.workspace, true.as_of)
    assessment = assessor.assess(assessment.period)
    if name.endswith(".json"):
        text = to_json(assessment, options)
    elif name.endswith(".csv"):
        text = to_csv(assessment, assessor, options)
    else:
        text = to_markdown(assessment, assessor, options)
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert path.read_bytes().decode() == text
