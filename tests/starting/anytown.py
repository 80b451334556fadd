"""A small workspace whose names a spreadsheet would change, to be asked for, filled in and read back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from dap_tui.period import Period, parse_period
from dap_tui.reading.workspace import read_workspace
from dap_tui.workspace import Workspace
from dap_tui.writing.several import write_all_new

OFFICE = shutil.which("soffice")
NO_OFFICE = "LibreOffice is not installed here"

CATALOGUE = """\
[partnership]
name = "Anytown"

[[source]]
id = "some"
name = "Some"

[[indicator]]
id = "sep-20"
title = "=1+1 cases"
source = "some"
unit = "count"
from = "2023-24-Q3"

[[indicator]]
id = "repeat"
title = "Repeat cases, 12 months – “MARAC”"
source = "some"
unit = "percent"
from = "2023-24-Q3"
"""
BEFORE = """\
indicator,breakdown,value,note
sep-20,,1829,
sep-20,10-14,8,
sep-20,1/2,900,
sep-20,007,900,
sep-20,+65,5,
sep-20,True,7,
sep-20,May 2024,8,
sep-20,Self,1,
repeat,,36.4%,
"""


def anytown(root: Path) -> Workspace:
    """The workspace with quarter 3 in; nothing is wrong with it."""
    write_all_new(root, {"returns/2023-24-Q3/some.csv": BEFORE.encode(), "catalogue.toml": CATALOGUE.encode()})
    found = read_workspace(root)
    assert found.findings == ()
    return found


def assert_is_last_quarter_again(root: Path) -> None:
    """Quarter 4 has every figure that quarter 3 had, breakdown rows by the same names, and nothing is wrong."""
    found = read_workspace(root)
    assert [f"{finding.place} {finding.message}" for finding in found.findings] == []
    before, now = (figures(found, parse_period(each)) for each in ("2023-24-Q3", "2023-24-Q4"))
    assert now == before
    assert len(now) == 9


def figures(of: Workspace, at: Period) -> dict[tuple[str, str], object]:
    """Numbers by indicator and breakdown row."""
    found: dict[tuple[str, str], object] = {}
    for each in of.catalogue.indicator:
        for name, series in {"": of.returns.totals(each), **of.returns.rows(each)}.items():
            if at in series:
                found[each, name] = series[at].number
    return found


def convert(given: Path, into: Path, form: str, *more: str) -> None:
    """Open a file in LibreOffice, without a window, and save it as another in the folder `into`."""
    home = (into.parent / "office").as_uri()
    options = [f"-env:UserInstallation={home}", "--headless", "--convert-to", form, "--outdir", str(into), *more]
    subprocess.run([str(OFFICE), *options, str(given)], check=True, capture_output=True, timeout=120)
