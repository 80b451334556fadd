"""A row an indicator and quarter, every value of the JSON, and nothing that a spreadsheet would run."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.csv_format import BYTE_ORDER_MARK, headings, to_csv
from dap_tui.export.json_format import to_json
from dap_tui.export.options import Options

Assessed = Callable[..., tuple[Assessment, Assessor]]
Written = Callable[..., Assessor]


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def values(fields: dict[str, Any], before: str = "") -> Iterator[str]:
    """The names of a JSON object's fields that are values: words, numbers, and lists of them."""
    for name, value in fields.items():
        if isinstance(value, dict):
            yield from values(value, f"{before}{name}_")
        elif not (isinstance(value, list) and any(isinstance(each, dict) for each in value)):
            yield f"{before}{name}"


def test_every_value_of_an_indicators_json_is_a_column(assessed: Assessed) -> None:
    lists = {"exceptions", "breakdown", "history", "years", "variation_special"}
    for name in ("barnsley", "cambridgeshire", "rotherham"):
        for indicator in json.loads(to_json(assessed(name)[0]))["indicators"]:
            found = {each for each in values(indicator) if each not in lists}
            parts = {"outlook", "benchmark", "limit", "long_term", "previous_quarter", "variation"}
            assert found - parts <= set(headings())


def test_there_is_a_row_for_each_indicator_and_quarter_up_to_the_reports(assessed: Assessed) -> None:
    assessment, assessor = assessed("barnsley")
    found = rows(to_csv(assessment, assessor, Options()))
    referred = [(each["period"], each["value"], each["status"]) for each in found if each["id"] == "idas-referred"]
    assert referred == [
        ("2023-24-Q1", "500", "green"), ("2023-24-Q2", "523", "green"), ("2023-24-Q3", "448", "green"),
    ]  # fmt: skip
    assert len(found) == 20 + 20 + 24


def test_a_years_rows_are_of_years(assessed: Assessed) -> None:
    assessment, assessor = assessed("rotherham")
    found = rows(to_csv(assessment, assessor, Options(indicators=("incidents",))))
    assert [(each["period"], each["value"]) for each in found] == [("2012-13", "5555"), ("2013-14", "6401")]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"), ("30% =1+1", "30% =1+1"), ("−4", "−4"),
    ],
)  # fmt: skip
def test_no_cell_of_text_can_be_run(written: Written, text: str, cell: str) -> None:
    catalogue = (
        '[partnership]\nname = "S"\n[[source]]\nid = "s"\nname = "S"\n'
        f'[[indicator]]\nid = "a"\ntitle = "{text}"\nsource = "s"\nunit = "pounds"\nbounds = {{ min = -9 }}\n'
    )
    returned = f'indicator,value,note\na,-4.50,"{text}"\n'
    assessor = written({"catalogue.toml": catalogue, "returns/2023-24-Q1/s.csv": returned})
    (found,) = rows(to_csv(assessor.assess(assessor.workspace.current), assessor, Options()))
    assert (found["title"], found["value_note"], found["value"]) == (cell, cell, "-4.50")
