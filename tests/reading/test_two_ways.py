"""The bulk is read by polars, the rest in Python: both give the same figures and the same findings."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from dap_tui.assess.worked_out import total_of
from dap_tui.period import Period
from dap_tui.reading import plain
from dap_tui.reading.workspace import read_workspace
from dap_tui.workspace import Workspace

CATALOGUE = """\
[symbols]
"*" = "x"
"No joining" = "z"
[[source]]
id = "idas"
name = "IDAS"
[[source]]
id = "syp"
name = "South Yorkshire Police"
[[indicator]]
id = "idas-referred"
title = "Referred"
source = "idas"
unit = "count"
[[indicator]]
id = "idas-repeat"
title = "Repeat cases"
source = "idas"
unit = "percent"
[[indicator]]
id = "idas-grant"
title = "Grant"
source = "idas"
unit = "pounds"
bounds = { min = -5.5, max = 999999999999 }
[[indicator]]
id = "syp-year"
title = "A year's"
source = "syp"
unit = "rate"
frequency = "year"
"""
FILES = (
    "2022-23/syp.csv",
    "2022-23.csv",
    "2023-24-Q1/idas.csv",
    "2023-24-Q1/syp.csv",
    "2023-24-Q1/others.csv",
    "2023-24-Q1.csv",
    "2023-24-Q2/idas.csv",
)
HEADERS = (
    ("indicator", "breakdown", "value", "note"),
    ("Value", "indicator", "Note"),
    ("title", "INDICATOR", "breakdown", "last_quarter", "due", "value", "note"),
    ("indicator", "value", "comment"),
    ("indicator", "value", ""),
)
BROKEN = '"open'
CELLS = {
    "indicator": (
        "idas-referred",
        "idas-repeat",
        "idas-grant",
        "syp-year",
        " idas-repeat ",
        "idas-refered",
        "",
        "x" * 70,
    ),
    "breakdown": ("", "", "NPS", "CRC", " N  PS", "Total", "a\u0301", "á", "\x1b[2J", "<<<<<<<"),
    "value": (
        "5",
        "30%",
        "30.00%",
        "36.40%",
        "36.45%",
        "1200.50",
        "-4",
        "0",
        "101",
        "100.0000001",
        "5.5",
        "",
        "[x]",
        "*",
        "No joining",
        "448 [r]",
        "1,2",
        "nan",
        "1e5",
        "inf",
        "£5",
        "−4",
        "999999999999",
        "-5.5",
        "7.",
        "99999999999999999999",
        "0.1234567",
    ),
    "note": ("", "", "Fewer", "caf\u00e9", 'said "no"', "\x07", "a\tb", "late\u202e", "two\nlines", BROKEN, BROKEN),
}
ROW = st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()})
TEXT = st.builds(
    lambda header, rows, end, last, odd: _file(header, rows, end=end, last=last, odd=odd),
    st.sampled_from(HEADERS[:1] * 3 + HEADERS),
    st.lists(ROW, max_size=8),
    st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(
        [
            "",
            "",
            "",
            "",
            "",
            "\n",
            ",,,\n",
            "idas-referred\n",
            "<<<<<<< HEAD\n",
            "<<<<<<<,,,\n",
            "a,b,c,d,e\n",
            "\ufeff",
            "=======\n",
            "=======,,,\n",
        ]
    ),
)


def _file(header: tuple[str, ...], rows: list[dict[str, str]], *, end: str, last: bool, odd: str) -> bytes:
    lines = [",".join(header)]
    lines += [",".join(_cell(row.get(name.casefold(), "7")) for name in header) for row in rows]
    text = end.join(lines) + (end if last else "") + odd
    return text.encode()


def _cell(text: str) -> str:
    if text == BROKEN:
        return text
    return '"' + text.replace('"', '""') + '"' if '"' in text or "," in text or "\n" in text else text


def read_both_ways(files: dict[str, bytes], batch: int = plain.ENOUGH) -> tuple[Workspace, Workspace]:
    """A workspace of these returns, read row by row, and with polars in batches of so many bytes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
        (root / "returns").mkdir()
        for name, content in files.items():
            path = root / "returns" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        with mock.patch.object(plain, "ENOUGH", batch):
            return read_workspace(root, bulk_bytes=1 << 40), read_workspace(root, bulk_bytes=-1)


def assert_same(one: Workspace, other: Workspace) -> None:
    """The same findings, and the same figures in the same order."""
    assert other.findings == one.findings
    assert other.returns.periods == one.returns.periods
    assert other.returns.files == one.returns.files
    assert dict(other.returns.blanks) == dict(one.returns.blanks)
    assert other.returns.suppressed == one.returns.suppressed
    for indicator in one.catalogue.indicators:
        totals, rows = one.returns.totals(indicator.id), one.returns.rows(indicator.id)
        assert list(other.returns.totals(indicator.id).items()) == list(totals.items())
        assert {name: dict(series) for name, series in other.returns.rows(indicator.id).items()} == rows
        assert list(other.returns.rows(indicator.id)) == list(rows)
        assert other.returns.row_periods(indicator.id) == one.returns.row_periods(indicator.id)
    names = frozenset(one.returns.names())
    assert names <= set(other.returns.names())
    assert when(other, names) == when(one, names)


def when(workspace: Workspace, names: frozenset[str]) -> dict[tuple[str, str], set[Period]]:
    return {key: set(periods) for key, periods in workspace.returns.named(names).items()}


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.sampled_from(FILES), TEXT, max_size=4), st.sampled_from([1, 60, plain.ENOUGH]))
def test_both_ways_read_the_same(files: dict[str, bytes], batch: int) -> None:
    """Whatever the files hold, and however few of them make a batch."""
    assert_same(*read_both_ways(files, batch))


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(FILES), st.binary(max_size=60).map(lambda odd: b"indicator,value\n" + odd), max_size=2
    )
)
def test_both_ways_read_the_same_of_any_bytes(files: dict[str, bytes]) -> None:
    """Bytes that nobody would write, too."""
    assert_same(*read_both_ways(files))


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(FILES), TEXT, max_size=4))
def test_settled_sums_add_up(files: dict[str, bytes]) -> None:
    """Where the bulk says that a total is the sum of its breakdown, it is."""
    _, workspace = read_both_ways(files)
    for indicator in workspace.catalogue.indicators:
        for period in workspace.returns.settled_sums(indicator.id):
            total = workspace.returns.totals(indicator.id).get(period)
            parts = [series[period] for series in workspace.returns.rows(indicator.id).values() if period in series]
            if parts:
                assert total is not None
                assert total.number == sum(part.number for part in parts if part.number is not None)


PLAIN_ROW = st.tuples(st.sampled_from(["", "NPS", "CRC", "YOT"]), st.sampled_from(["5", "5.5", "1200.50", "-4", "[x]"]))


@settings(max_examples=100, deadline=None)
@given(st.lists(PLAIN_ROW, max_size=6), st.lists(PLAIN_ROW, max_size=6))
def test_what_rows_come_to_is_their_sum(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    """Where the bulk says it without the rows, it says what they add up to, with the most places among them."""
    _, workspace = read_both_ways({"2023-24-Q1/idas.csv": _grant(one), "2023-24-Q2/idas.csv": _grant(other)})
    rows = workspace.returns.rows("idas-grant").values()
    for period, known in workspace.returns.row_sums("idas-grant").items():
        made = total_of((series[period] for series in rows if period in series), None)
        assert (known, str(known.number)) == (made, str(made and made.number))


def _grant(rows: list[tuple[str, str]]) -> bytes:
    return "".join(["indicator,breakdown,value\n", *(f"idas-grant,{row},{value}\n" for row, value in rows)]).encode()
