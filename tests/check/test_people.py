"""What people say and decide; and what check does with a period, and in what order."""

from __future__ import annotations

from pathlib import Path

import pytest
from small import Check, codes, indicators, quarters

from dap_tui.check import check
from dap_tui.finding import Finding
from dap_tui.reading.workspace import read_workspace

FALLING = indicators('a; unit = "count"; polarity = "higher"')
NARRATIVE = "returns/2023-24-Q3/narrative.toml"


def decision(rules: str = "", text: str = "Words.", indicators: str = '"a"') -> str:
    named = f"rules = [{rules}]\n" if rules else ""
    return f'[[exception]]\nindicators = [{indicators}]\n{named}decision = "report"\ntext = "{text}"\n'


@pytest.mark.parametrize(
    ("now", "rules", "finds"),
    [
        ("a=8", '"worsening"', False),
        ("a=9", '"worsening"', True),
        ("a=9", '"worsening", "off-target"', True),
        ("a=8", '"worsening", "off-target"', False),
        ("a=9", "", False),
    ],
)
def test_a_decision_is_out_of_date_when_none_of_its_rules_holds(
    checked: Check, now: str, rules: str, finds: bool
) -> None:
    found = checked(FALLING, {**quarters("2023-24-Q2", "a=9", now), NARRATIVE: decision(rules)})
    assert codes(found) == (["NAR301 2023-24-Q3/narrative.toml:3:9"] if finds else [])


def test_a_decision_on_several_holds_while_one_of_them_does(checked: Check) -> None:
    both = indicators('a; unit = "count"; polarity = "higher"', 'b; unit = "count"; polarity = "higher"')
    files = {NARRATIVE: decision('"worsening"', indicators='"a", "b"')}
    assert checked(both, {**quarters("2023-24-Q2", "a=9 b=9", "a=8 b=9"), **files}) == ()
    assert [each.code for each in checked(both, quarters("2023-24-Q2", "a=9 b=9", "a=9 b=9"))] == ["NAR301"]


def test_two_decisions_on_one_exception_name_the_first(checked: Check) -> None:
    files = {**quarters("2023-24-Q2", "a=9", "a=8"), NARRATIVE: decision('"worsening"') + decision('"worsening"')}
    (found,) = checked(FALLING, files)
    assert codes((found,)) == ["NAR302 2023-24-Q3/narrative.toml:8:10"]
    assert found.message == "'worsening' of 'a' is decided on already, in line 1"
    assert checked(FALLING, {NARRATIVE: decision('"worsening"') + decision()}) == ()


def test_what_goes_to_the_board_has_words(checked: Check) -> None:
    found = checked(FALLING, {**quarters("2023-24-Q2", "a=9", "a=8"), NARRATIVE: decision('"worsening"', " ")})
    assert codes(found) == ["NAR303 2023-24-Q3/narrative.toml:5:8"]


def test_while_a_setting_cannot_be_read_no_decision_is_out_of_date(checked: Check) -> None:
    """What it was decided on may be there once that is mended."""
    files = {**quarters("2023-24-Q2", "a=9", "a=8"), NARRATIVE: decision('"worsening"')}
    assert checked(FALLING, files) == ()
    found = checked(FALLING.replace('"higher"', '"high is good"'), files)
    assert [(each.code, each.hint) for each in found] == [("CAT104", "did you mean 'higher'?")]


def test_coverage_is_noted_only_where_there_are_priorities(checked: Check) -> None:
    files = quarters("2023-24-Q3", "a=9")
    assert checked(FALLING, files) == ()
    found = checked(FALLING + '[[priority]]\nid = "p"\ntitle = "P"\n', files)
    lines = (FALLING + '[[priority]]\nid = "p"\n').split("\n")
    at = [lines.index('id = "a"') + 1, lines.index('id = "p"') + 1]
    assert codes(found) == [f"CAT501 catalogue.toml:{at[0]}:6", f"CAT502 catalogue.toml:{at[1]}:6"]
    assert {each.level.value for each in found} == {"note"}


def test_with_a_period_only_its_returns_and_the_catalogue_are_checked(checked: Check) -> None:
    catalogue = FALLING.replace('polarity = "higher"', 'polarty = "higher"')
    files = quarters("2022-23-Q4", "a=x", "a=y", "a=z")
    files["returns/2022-23.csv"] = "indicator,value\na,w\n"

    def of(period: str | None) -> list[str]:
        return [each.place.file for each in checked(catalogue, files, period=period) if each.code[:3] in {"CAT", "VAL"}]

    q1 = "returns/2023-24-Q1/s.csv"
    assert of("2023-24-Q1") == ["catalogue.toml", q1]
    assert of("2022-23") == ["catalogue.toml", "returns/2022-23-Q4/s.csv", "returns/2022-23.csv"]
    assert of(None) == [
        "catalogue.toml",
        "returns/2022-23-Q4/s.csv",
        "returns/2022-23.csv",
        q1,
        "returns/2023-24-Q2/s.csv",
    ]


def test_findings_come_in_the_order_of_file_line_and_column_and_the_same_on_every_run(checked: Check) -> None:
    files = quarters("2023-24-Q1", "a=10 a/N=4 a/S=x b=1", "a=3 b=[X]", "a=10 a/N=4 a/S=5")
    found = checked(FALLING, files, "2024-06-01")
    places = [(each.place.file, each.place.line, each.place.column) for each in found]
    assert len(found) > 4
    assert places == sorted(places)
    assert checked(FALLING, files, "2024-06-01") == found


@pytest.mark.parametrize("root", [".", "dap_tui/examples/cambridgeshire", "dap_tui/examples/rotherham"])
def test_what_is_said_of_the_shipped_workspaces_is_true(root: str) -> None:
    """Of Cambridgeshire's quarter 3 2014/15 the prosecutors' figures are missing in the report itself.

    Its own comment tells the number of men on a programme, which is under five.
    """
    from datetime import date

    found = check(read_workspace(Path(__file__).parents[2] / root), date(2026, 11, 1))
    true = ["DUE101 2014-15-Q3/cps.csv:1:1", "NAR401 2014-15-Q3/narrative.toml:28:17"]
    assert codes(found) == (true if "cambridgeshire" in root else [])


@pytest.mark.parametrize("rows", ["a=10 a/N=4 a/S=6", "a/N=4 a/S=6", "a=10 a/N=4 a/S=5", "a=10 a/N=4.5 a/S=[c]"])
def test_the_bulk_gives_the_same_findings(checked: Check, rows: str) -> None:
    files = quarters("2022-23-Q1", *["a=10", rows, "a/N=1", rows, rows, "a=3 a/N=3", rows])
    catalogue = indicators('a; unit = "pounds"; reported = "year-to-date"')
    assert checked(catalogue, files) == checked(catalogue, files, bulk_bytes=0)


TWO = indicators(
    'a; unit = "count"; polarity = "higher"; suppress_below = 5', 'later; unit = "count"; from = "2024-25-Q1"'
)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ('[[exception]]\nrules = ["worsening"]\nindicators = ["a"]\ndecision = "report"\ntext = ""\n', ['NAR303 5 ""']),
        (decision('"worsening"', indicators='"a", "b"'), ['NAR201 2 "b"']),
        (decision('"over-limit"'), ['NAR301 3 ["over-limit"]']),
        (decision('"worsening"') * 2, ['NAR302 8 "worsening"']),
        (decision(), ['NAR305 2 "a"']),
        ('[[commentary]]\nindicator = "later"  # next year\ntext = "Words."\n', ['NAR304 2 "later"']),
        ('[[commentary]]\nindicator = "a"\ntext = """\nOf 48 came\nonly 4, not 14."""\n', ["NAR401 5 4"]),
        ('[[commentary]]\nindicator = "a"\ntext = "48"\nwhere_we_are = "Four came, four left"\n', ["NAR401 4 Four"]),
    ],
)
def test_what_people_wrote_is_found_at_the_word_that_is_wrong(
    checked: Check, tmp_path: Path, words: str, marked: list[str]
) -> None:
    found = checked(TWO, {**quarters("2023-24-Q2", "a=8", "a=4"), NARRATIVE: words})
    lines = (tmp_path / NARRATIVE).read_text().split("\n")

    def shown(finding: Finding) -> str:
        line, column = finding.place.line, finding.place.column - 1
        return f"{finding.code} {line} {lines[line - 1][column : column + finding.width]}"

    assert [shown(each) for each in found if each.code.startswith("NAR")] == marked


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ("a=9", "a=x", ["VAL101"]),
        ("a=x", "a=8", ["VAL101"]),
        ("a=9", "", []),
        ("a=9", "a=", ["RET213"]),
        ("a=9", "a=[x]", ["NAR301"]),
    ],
)
def test_a_figure_that_is_missing_or_refused_is_not_said_again_of_a_decision(
    checked: Check, before: str, now: str, found: list[str]
) -> None:
    """That it is [x] is news, and the decision on it out of date."""
    files = quarters("2023-24-Q2", before, now)
    assert [each.code for each in checked(FALLING, {**files, NARRATIVE: decision('"worsening"')})] == found


def test_what_people_raised_is_not_held_against_a_figure_that_was_refused(checked: Check) -> None:
    files = quarters("2023-24-Q2", "a=9", "a=x9")
    assert [each.code for each in checked(FALLING, {**files, NARRATIVE: decision()}, "2024-02-15")] == ["VAL101"]
