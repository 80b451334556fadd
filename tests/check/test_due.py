"""What should be there by now: returns, rows, actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from small import HEADER, Check, as_workbook, codes, indicators, quarters, returned

COUNT = 'a; unit = "count"'
TWO = indicators(COUNT, 'b; unit = "count"')


@pytest.mark.parametrize(
    ("as_of", "finds"),
    [
        ("2023-12-31", []),
        ("2024-01-30", []),
        ("2024-01-31", ["DUE101 2023-24-Q3/s.csv:1:1"]),
        ("2024-05-02", ["DUE101 2023-24-Q3/s.csv:1:1", "DUE101 2023-24-Q4/s.csv:1:1"]),
    ],
)
def test_a_return_is_overdue_the_day_after_it_was_due(checked: Check, as_of: str, finds: list[str]) -> None:
    assert codes(checked(indicators(COUNT), quarters("2023-24-Q1", "a=1", "a=2"), as_of)) == finds


def test_it_says_when_it_was_due_and_whom_to_ask(checked: Check) -> None:
    catalogue = indicators(COUNT).replace('name = "Some"', 'name = "Some"\ndue_days = 45')
    assert checked(catalogue, quarters("2023-24-Q2", "a=2"), "2024-02-14") == ()
    (found,) = checked(catalogue, {}, "2024-02-15")
    assert found.message == "the return of Some for Q3 2023/24 was due on 14 February 2024, and has not come"
    assert found.hint == "ask some@example.org"


@pytest.mark.parametrize("last", ["2023-24-Q2", "2022-23-Q4"])
def test_nothing_after_the_last_period_is_overdue(checked: Check, last: str) -> None:
    assert checked(indicators(COUNT, last_period=last), quarters("2023-24-Q1", "a=1", "a=2"), "2026-01-01") == ()


def test_a_return_that_was_left_blank_is_one_finding_overdue_or_not(checked: Check) -> None:
    files = quarters("2023-24-Q2", "a=1 b=2", "a= b=")
    assert codes(checked(TWO, files, "2024-01-15")) == ["RET213 2023-24-Q3/s.csv:1:1"]
    (found,) = checked(TWO, files, "2024-02-15")
    assert found.code == "DUE101"
    assert found.message.endswith("was due on 30 January 2024, and nobody has filled it in")


def test_a_return_that_could_not_be_read_is_not_also_overdue(checked: Check) -> None:
    files = quarters("2023-24-Q2", "a=1 b=2") | {"returns/2023-24-Q3/s.csv": "<html>\n"}
    assert [each.code for each in checked(TWO, files, "2024-02-15")] == ["RET114"]


@pytest.mark.parametrize(
    "name",
    ["2023-25-Q3/s.csv", "2023-24-Q3/final/s.csv", "2023-24-Q3/returns.zip", "2023-24-Q3/s.ods", "Q3 2023-24/s.csv"],
)
def test_a_return_that_lies_where_it_is_not_read_is_not_also_overdue(checked: Check, name: str) -> None:
    files = quarters("2023-24-Q2", "a=1 b=2") | {f"returns/{name}": returned("a=1 b=2")}
    (found,) = checked(TWO, files, "2024-02-15")
    assert found.code.startswith("RET10")


def test_without_any_return_nothing_says_when_returns_began(checked: Check) -> None:
    assert "DUE101" not in [each.code for each in checked(TWO, {}, "2024-02-15")]
    begun = indicators('a; unit = "count"; from = "2023-24-Q2"')
    empty = {"returns/2023-24-Q1/narrative.toml": ""}
    assert [each.code for each in checked(begun, empty, "2024-02-15")] == ["DUE101", "DUE101"]


def test_without_a_folder_of_returns_that_alone_is_said(checked: Check, tmp_path: Path) -> None:
    begun = indicators('a; unit = "count"; from = "2023-24-Q2"')
    assert [each.code for each in checked(begun, {"Returns/2023-24-Q2/s.csv": ""}, "2024-02-15")] == ["RET101"]
    (tmp_path / "returns").symlink_to("/")
    assert [each.code for each in checked(begun, {}, "2024-02-15")] == ["RET105"]


def test_an_indicator_without_a_row_is_named(checked: Check) -> None:
    (found,) = checked(TWO, quarters("2023-24-Q3", "a=1"))
    assert codes((found,)) == ["DUE102 2023-24-Q3/s.csv:1:1"]
    assert found.message == "there is no row for 'b', which Some returns"


@pytest.mark.parametrize(
    ("entry", "rows"),
    [
        ('b; unit = "count"', "a=1 b="),
        ('b; unit = "count"', "a=1 b/N=2"),
        ('b; unit = "count"', "a=1 b=[x]"),
        ('b; unit = "count"', "a=1 b=many"),
        ('bsarcs; unit = "count"', "a=1 bsarc=2"),
        ('b; unit = "count"; from = "2023-24-Q4"', "a=1"),
        ('b; unit = "count"; until = "2023-24-Q2"', "a=1"),
        ('b; unit = "count"; frequency = "year"', "a=1"),
        ('b; unit = "percent"; ratio = ["a", "b"]', "a=1"),
    ],
)
def test_a_row_that_is_there_or_not_expected_is_not_missing(checked: Check, entry: str, rows: str) -> None:
    found = checked(indicators(COUNT, entry, last_period="2023-24-Q3"), quarters("2023-24-Q3", rows))
    assert "DUE102" not in [each.code for each in found]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("rows", "finds"),
    [
        (HEADER + "a,,1,\nb,,45 people,\n", ["VAL101", "DUE102 c"]),
        (HEADER + "a,,1,\nb,,2,\nb,,3,\n", ["RET211", "DUE102 c"]),
        (HEADER + "a,,1,\nb,,2,\nC,,3,\n", ["RET204"]),
        (HEADER + "a,,1,\n,,2,for b\n", ["RET209", "DUE102 c"]),
    ],
)
def test_one_row_that_cannot_be_read_hides_no_other_that_is_missing(
    checked: Check, kind: str, rows: str, finds: list[str]
) -> None:
    """In a CSV file and in a workbook: a row is taken for one of the ids that it, or the hint on it, names."""
    three = indicators(COUNT, 'b; unit = "count"', 'c; unit = "count"')
    content = as_workbook(rows) if kind == "xlsx" else rows
    found = checked(three, {f"returns/2023-24-Q3/s.{kind}": content})
    said = [f"DUE102 {each.message.split(chr(39))[1]}" if each.code == "DUE102" else each.code for each in found]
    assert sorted(said) == sorted(finds)


def test_a_workbook_of_which_nothing_was_read_is_said_once(checked: Check) -> None:
    """The rest of the quarter came in the quarter's own file; what the workbook held nobody can tell."""
    unread = as_workbook("measure,figure\nb,2\n")
    found = checked(TWO, {"returns/2023-24-Q3/s.xlsx": unread, "returns/2023-24-Q3.csv": returned("a=1")})
    assert [each.code for each in found] == ["RET201"]


def test_a_missing_row_of_a_workbook_stands_at_the_first_cell_of_its_sheet(checked: Check) -> None:
    (found,) = checked(TWO, {"returns/2023-24-Q3/s.xlsx": as_workbook(returned("a=1"), "Quarter 3")})
    assert codes((found,)) == ["DUE102 2023-24-Q3/s.xlsx:Quarter 3!A1"]
    assert (found.place.line, found.place.column) == (1, 1)


def test_a_row_in_the_quarters_own_file_is_there(checked: Check) -> None:
    files = {"returns/2023-24-Q3.csv": returned("a=1 b=2")}
    assert checked(TWO, files) == ()


def test_a_years_figure_stands_in_for_its_quarters(checked: Check) -> None:
    files = {"returns/2022-23/s.csv": returned("a=1 b=2"), **quarters("2023-24-Q1", "a=1 b=2", "a=2 b=1", "a=3 b=4")}
    catalogue = indicators(*(f'{name}; unit = "count"; from = "2022-23-Q1"' for name in "ab"))
    assert checked(catalogue, files) == ()


def test_a_year_is_overdue_as_a_quarter_is(checked: Check) -> None:
    yearly = indicators('a; unit = "count"; frequency = "year"; from = "2021-22"')
    files = {"returns/2021-22/s.csv": returned("a=1")}
    assert checked(yearly, files, "2023-04-30") == ()
    assert codes(checked(yearly, files, "2023-05-01")) == ["DUE101 2022-23/s.csv:1:1"]


ACTION = '[[action]]\nid = "house"\ntitle = "House"\ndue = 2023-12-31\nowner = "Housing"\n'


@pytest.mark.parametrize(
    ("said", "as_of", "finds"),
    [
        ({}, "2023-12-31", False),
        ({}, "2024-01-01", True),
        ({"2023-24-Q2": "late"}, "2024-01-01", True),
        ({"2023-24-Q2": "done"}, "2024-01-01", False),
        ({"2023-24-Q2": "done", "2023-24-Q3": "at-risk"}, "2024-01-01", True),
        ({"2023-24-Q2": "at-risk", "2023-24-Q3": "done"}, "2024-01-01", False),
    ],
)
def test_an_action_is_past_its_date_until_it_is_done(
    checked: Check, said: dict[str, str], as_of: str, finds: bool
) -> None:
    files = quarters("2023-24-Q2", "a=1", "a=2")
    for quarter, status in said.items():
        files[f"returns/{quarter}/narrative.toml"] = f'[[action]]\nid = "house"\nstatus = "{status}"\n'
    catalogue = indicators(COUNT) + ACTION
    found = checked(catalogue, files, as_of)
    due_at = catalogue.split("\n").index("due = 2023-12-31") + 1
    assert codes(found) == ([f"DUE201 catalogue.toml:{due_at}:7"] if finds else [])
    if finds:
        assert found[0].message == "'house' was due on 31 December 2023, and nobody has reported it as done"
        assert found[0].hint == "ask Housing"


def test_no_action_is_late_in_an_archive_that_ends_before_its_date(checked: Check) -> None:
    catalogue = indicators(COUNT, last_period="2023-24-Q2") + ACTION
    assert checked(catalogue, quarters("2023-24-Q2", "a=1"), "2026-01-01") == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("returns/2023-24-Q3/s.xls", "RET103"),
        ("returns/2023-24-Q3/s.csv.txt", "RET103"),
        ("returns/2023-24-Q3/s.csv/inside.txt", "RET105"),
        ("returns/Oct-Dec 2023/s.csv", "RET103"),
        ("returns/202324Q3/s.csv", "RET102"),
    ],
)
def test_a_return_that_is_there_under_another_name_is_not_also_overdue(checked: Check, name: str, code: str) -> None:
    files = quarters("2023-24-Q2", "a=1 b=2")
    assert [each.code for each in checked(TWO, {**files, name: returned("a=1 b=2")}, "2024-02-15")] == [code]


def test_what_lies_beside_a_return_that_has_not_come_does_not_hide_that(checked: Check) -> None:
    files = quarters("2023-24-Q2", "a=1 b=2")
    beside = {"returns/2023-24-Q3/summary.xls": "x", "returns/2023-24-Q3/someone.xls": "x", "returns/old/s.csv": "x"}
    codes_of = [each.code for each in checked(TWO, {**files, **beside}, "2024-02-15")]
    assert codes_of == ["DUE101", "RET103", "RET103", "RET103"]


@pytest.mark.parametrize("last", ["Q3 2023/24", "2023-25-Q3"])
def test_where_the_last_period_cannot_be_read_nothing_is_overdue(checked: Check, last: str) -> None:
    """Which quarters are is told once it is mended."""
    action = '[[action]]\nid = "a"\ntitle = "A"\ndue = 2023-12-31\n'
    found = checked(indicators(COUNT, last_period=last) + action, quarters("2023-24-Q2", "a=1"), "2026-01-01")
    assert [each.code for each in found] == ["CAT106"]


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("a/N=4 a/S=6 a/W=1", []),
        ("a/N=4 a/W=1", ["DUE103 2023-24-Q3/s.csv:2:5"]),
        ("a=10 a/N=4", ["SUM101 2023-24-Q3/s.csv:2:4"]),
        ("a/N=4 a/S=", ["RET212 2023-24-Q3/s.csv:3:5"]),
        ("a/N=4 a/S=x9", ["VAL101 2023-24-Q3/s.csv:3:5"]),
        ("a/N=4 a/S=[x]", []),
        ("", []),
    ],
)
def test_a_row_that_is_gone_from_a_total_made_of_rows_is_missed(checked: Check, now: str, found: list[str]) -> None:
    """One that was nought or a symbol is not, and a total of its own tells already."""
    before = "a/N=4 a/S=5 a/E=0 a/W=[x]"
    files = quarters("2023-24-Q2", before, now)
    assert codes(checked(indicators(COUNT), files)) == found
    assert codes(checked(indicators(COUNT), files, bulk_bytes=0)) == found


def test_rows_that_need_not_add_up_may_come_and_go(checked: Check) -> None:
    apart = indicators(f"{COUNT}; breakdown_adds_up = false")
    found = checked(apart, quarters("2023-24-Q2", "a/N=4 a/S=5", "a/N=4"))
    assert "DUE103" not in [each.code for each in found]


@pytest.mark.parametrize(
    ("before", "now", "known"),
    [
        ("a/South=5 a/North=4", "a/Sooth=5 a/North=4", "South"),
        ("a/South=5 a/North=4", "a/south=5 a/North=4", "South"),
        ("a/South=5 a/North=4", "a/SOUTH=5 a/North=4", "South"),
        ("a/Mid-West=5 a/North=4", "a/Mid_West=5 a/North=4", "Mid-West"),
        ("a/South=5 a/North=4", "a/Sooth=5 a/North=4 a/South=2", None),
        ("a/South=5 a/North=4", "a/Sooth=5 a/North=4 a/South=", None),
        ("a/South=5 a/North=4", "a/Sooth=5 a/North=4 a/South=about", None),
        ("a/Ward-1=5 a/North=4", "a/Ward-2=5 a/North=4", None),
        ("a/Ward-A=5 a/North=4", "a/Ward-B=5 a/North=4", None),
        ("a/South=5 a/North=4", "a/West=5 a/North=4", None),
        ("b/South=5 a/North=4", "a/Sooth=5 a/North=4", None),
    ],
)
def test_a_row_under_nearly_its_name_is_told_of(checked: Check, before: str, now: str, known: str | None) -> None:
    """Where the one that it had is missing, in figures that add up and in others; and then that is all that is said."""
    catalogue = indicators('a; unit = "rate"; from = "2023-24-Q2"', 'b; unit = "rate"; until = "2022-23"')
    counted = indicators(COUNT, 'b; unit = "count"; until = "2022-23"')
    for text in (catalogue, counted):
        for bulk_bytes in (1_000_000, -1):
            found = checked(text, quarters("2023-24-Q2", before, now), bulk_bytes=bulk_bytes)
            said = [each for each in found if each.code == "DUE105"]
            assert [each.hint.split("?")[0] for each in said if each.hint] == (
                [f"did you mean '{known}'"] if known else []
            )
            if known:
                assert "DUE103" not in [each.code for each in found]


def test_a_name_is_one_finding_of_a_file_and_of_the_return_it_came_in_first(checked: Check) -> None:
    catalogue = indicators(*(f'{each}; unit = "count"; breakdown_adds_up = true' for each in "abc"))
    before = " ".join(f"{each}/{area}=4" for each in "abc" for area in ("North", "South"))
    now = before.replace("South", "Sooth")
    for bulk_bytes in (1_000_000, -1):
        (found,) = checked(catalogue, quarters("2023-24-Q1", before, now, now.replace("4", "5")), bulk_bytes=bulk_bytes)
        assert codes((found,)) == ["DUE105 2023-24-Q2/s.csv:3:9"]
        assert found.message == "'a', 'b' and 'c' have a row 'Sooth' for the first time, and no row 'South' as before"


@pytest.mark.parametrize(
    ("now", "finds"),
    [
        ("a=9", ["DUE104 2023-24-Q3/s.csv:2:4"]),
        ("a=9 a/N=9", []),
        ("a=9 a/N=[x]", []),
        ("a=9 a/N=", ["RET212 2023-24-Q3/s.csv:3:5"]),
        ("a=9 a/N=x9", ["VAL101 2023-24-Q3/s.csv:3:5"]),
        ("a=0", []),
        ("a=[x]", []),
    ],
)
@pytest.mark.parametrize("more", ["", "; breakdown_adds_up = false"])
def test_all_rows_gone_beside_their_total_are_missed(checked: Check, now: str, finds: list[str], more: str) -> None:
    """Whether or not they add up; a symbol in one of them says that they are not to be had."""
    files = quarters("2023-24-Q2", "a=9 a/N=4 a/S=5", now)
    for bulk_bytes in (1_000_000, -1):
        assert codes(checked(indicators(COUNT + more), files, bulk_bytes=bulk_bytes)) == finds


def test_rows_gone_from_a_whole_return_are_one_finding_of_the_quarter_they_went(checked: Check) -> None:
    with_rows = "a=9 a/N=4 a/S=5 b=3 b/N=1 b/S=2"
    found = checked(TWO, quarters("2023-24-Q1", with_rows, "a=9 b=4", "a=8 b=3"))
    assert [each.message for each in found] == [
        "2 indicators have a total and no breakdown rows, and they had them in Q1 2023/24: 'a' and 'b'"
    ]
    assert checked(TWO, quarters("2023-24-Q1", "a=9 b=3 b/N=0 b/S=[x]", "a=9 b=4", "a=8 b=3")) == ()
