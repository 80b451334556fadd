"""What `check` says where today differs from what was published: what was told, what is so now, and where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dap_tui.check import check
from dap_tui.check.output import render
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules.base import HEADER, RETURN, ROWS, laid_over
from dap_tui.rules.published import FILE

HEAD = 'format = 1\nperiod = "2023-24-Q3"\npublished = 2024-02-14\n'
MARAC = '[[indicator]]\nid = "idas-marac-repeat"\nvalue = 30.0\nstatus = "data-only"\narrow = "none"\n'
WHEN = "for Q3 2023/24 on 14 February 2024"
TODAY = date(2024, 3, 1)


def said(root: Path, published: str, rows: str = ROWS, catalogue: str = "") -> str:
    files = dict(laid_over({FILE: HEAD + published, RETURN: HEADER + rows}))
    files["catalogue.toml"] = files["catalogue.toml"].replace(
        'polarity = "lower"\n', f'polarity = "lower"\n{catalogue}'
    )
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return render(check(read_workspace(root), TODAY), "concise", root)


def test_what_stands_as_it_was_published_is_no_finding(tmp_path: Path) -> None:
    assert said(tmp_path, MARAC) == "nothing found\n"


@pytest.mark.parametrize(
    ("published", "rows", "catalogue", "expected"),
    [
        (
            MARAC,
            ROWS.replace("30%", "31%"),
            "",
            (f"{RETURN}:3:20: warning REV201 'idas-marac-repeat' was published as 30% {WHEN}, and is 31% now\n"),
        ),
        (
            MARAC + 'hidden = [""]\n',
            ROWS.replace("30%", "31%"),
            "",
            f"'idas-marac-repeat' was published as [c] (30% inside) {WHEN}, and is 31% now\n",
        ),
        (
            MARAC + 'hidden = ["North"]\n',
            ROWS.replace("30%", "31%"),
            "",
            f"'idas-marac-repeat' was published as 30% {WHEN}, and is 31% now\n",
        ),
        (
            MARAC,
            ROWS.replace("30%", ""),
            "",
            (f"{FILE}:5:6: warning REV201 'idas-marac-repeat' was published as 30% {WHEN}, and is no figure now\n"),
        ),
        (
            MARAC,
            ROWS,
            "target.always = { low = 10, high = 20 }\n",
            (
                f"{RETURN}:3:20: warning REV202 the target of 'idas-marac-repeat' was published as none {WHEN}, and is "
                "'10–20%' now\n"
                f"{RETURN}:3:20: warning REV203 'idas-marac-repeat' was published {WHEN} with status data-only "
                "(now red)\n"
            ),
        ),
        (
            MARAC.replace("idas-marac-repeat", "idas-gone"),
            ROWS,
            "",
            (f"{FILE}:5:6: warning REV204 'idas-gone' was published {WHEN}, and is not in the report of it now\n"),
        ),
    ],
    ids=["figure", "hidden", "row hidden", "gap", "threshold", "gone"],
)
def test_what_was_told_and_what_is_so_now(
    published: str, rows: str, catalogue: str, expected: str, tmp_path: Path
) -> None:
    assert expected in said(tmp_path, published, rows, catalogue)


def test_a_period_asked_for_alone_has_its_own(tmp_path: Path) -> None:
    said(tmp_path, MARAC, ROWS.replace("30%", "31%"))
    found = read_workspace(tmp_path)
    assert [each.code for each in check(found, TODAY, found.period("2023-24-Q3"))] == ["REV201"]
    assert check(found, TODAY, found.period("2023-24-Q2")) == ()


def test_a_figure_that_cannot_be_read_was_told_all_the_same(tmp_path: Path) -> None:
    found = said(tmp_path, MARAC.replace("30.0", '"thirty"'))
    assert found == f"{FILE}:6:9: error REV103 'value' is a number, not the text 'thirty'\nfound 1 error\n"
