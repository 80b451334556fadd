"""Cambridgeshire's own figures: districts below five, and 37 perpetrators = 9 + 27 + 1, of which two go."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from made import AFTER_ALL, period

import dap_tui.examples
from dap_tui.disclosure import Publisher
from dap_tui.measure import Symbol
from dap_tui.reading.workspace import read_workspace

CAMBRIDGESHIRE = Path(dap_tui.examples.__file__).parent / "cambridgeshire"


@pytest.fixture(scope="module")
def publisher() -> Publisher:
    return Publisher(read_workspace(CAMBRIDGESHIRE), AFTER_ALL)


def printed(publisher, at, indicator):
    """A figure and its breakdown, as they are printed."""
    position = publisher.assess(period(at)).position[indicator]
    rows = [(row.name, row.figure) for row in position.breakdown if row.figure]
    return {"": position.shown} | {
        name: "[c]" if figure.symbol is Symbol.CONFIDENTIAL else str(figure.number) for name, figure in rows
    }


def test_of_37_perpetrators_two_providers_figures_go(publisher):
    assert printed(publisher, "2014-15-Q3", "bbr-starts") == {"": "37", "NPS": "[c]", "CRC": "27", "CAF": "[c]"}


def test_two_figures_below_five_protect_each_other(publisher):
    assert printed(publisher, "2014-15-Q3", "bbr-completions") == {"": "18", "NPS": "[c]", "CRC": "11", "CAF": "[c]"}


def test_a_district_below_five_takes_the_next_smallest_with_it(publisher):
    assert printed(publisher, "2013-14-Q1", "homeless-partner-violence") == {
        "": "25", "City": "[c]", "East": "6", "Fen": "[c]", "Hunt": "5", "South": "7",
    }  # fmt: skip


def test_where_every_district_is_below_five_the_county_is_shown(publisher):
    assert printed(publisher, "2013-14-Q2", "homeless-partner-violence") == {
        "": "17", **dict.fromkeys(["City", "East", "Fen", "Hunt", "South"], "[c]"),
    }  # fmt: skip


def test_what_the_districts_withheld_stays_withheld_and_noughts_stay(publisher):
    assert printed(publisher, "2014-15-Q1", "homeless-partner-violence") == {
        "": "", "City": "0", "East": "0", "Fen": "[c]", "Hunt": "7", "South": "[c]",
    }  # fmt: skip


def test_all_else_is_as_it_was(publisher):
    hidden = {cell.indicator for cell in publisher.hidden_cells(period("2014-15-Q3"))}
    assert hidden == {"bbr-starts", "bbr-completions", "homeless-partner-violence", "ormiston"}


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_two_tables_that_a_reader_cannot_tell_apart_make_one_report(tmp_path, form):
    # 9 and 1 of two providers or 8 and 2: every byte that leaves is the same.
    reports = []
    for name, figures in (("true", (9, 1)), ("other", (8, 2))):
        folder = shutil.copytree(CAMBRIDGESHIRE, tmp_path / name)
        path = folder / "returns/2014-15-Q3/probation.csv"
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("bbr-starts,NPS,9", f"bbr-starts,NPS,{figures[0]}").replace(
                "bbr-starts,CAF,1", f"bbr-starts,CAF,{figures[1]}"
            ),
            encoding="utf-8",
        )
        asked = ["export", "-C", str(folder), "--format", form, "--period", "2014-15-Q3", "--as-of", "2015-03-01"]
        told = subprocess.run([sys.executable, "-m", "dap_tui", *asked], capture_output=True, check=True)
        assert told.stdout
        reports.append(told.stdout)
    assert reports[0] == reports[1]
