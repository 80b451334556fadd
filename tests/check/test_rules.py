"""Every rule is documented, and its own two examples show what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from dap_tui.check import check
from dap_tui.check.explain import FAMILIES, explain, rules_table
from dap_tui.errors import CatalogueUnreadable, NotKnown
from dap_tui.finding import Finding
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules import Rule, registry
from dap_tui.rules.base import BASE, laid_over

TODAY = date(2024, 1, 15)
RULES = list(registry.rules().values())


def findings(root: Path, files: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is found in a workspace of these files."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return check(read_workspace(root), TODAY)


def test_nothing_is_wrong_with_the_workspace_that_examples_are_laid_over(tmp_path: Path) -> None:
    assert findings(tmp_path, BASE) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_its_example_and_not_the_mended_one(rule: Rule, tmp_path: Path) -> None:
    found = [each for each in findings(tmp_path / "example", laid_over(rule.example)) if each.code == rule.code]
    assert found, f"{rule.code} does not find its own example"
    assert all(each.level is rule.level for each in found)
    mended = findings(tmp_path / "mended", laid_over(rule.mended))
    assert not mended, f"{rule.code}: there is still something wrong with what is mended"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_explained_with_both_examples(rule: Rule) -> None:
    text = explain(rule.code)
    assert text.startswith(f"{rule.code}, {rule.level}\n")
    assert "Why it matters\n" in text
    assert "How to mend it\n" in text
    assert text.index("Example, in ") < text.index("Mended")
    assert not any(ord(each) < 32 and each != "\n" for each in text)
    assert not rule.finds.endswith(".")
    assert rule.why.endswith(".")
    assert rule.mend.endswith((".", "?"))


def test_bytes_of_an_example_are_shown_as_a_person_can_read_them() -> None:
    assert "448,caf<E9>" in explain("RET111")
    assert "idas.csv, as UTF-16\n    indicator,breakdown,value,note\n" in explain("RET113")


def test_an_example_shows_what_nobody_sees_whose_entry_it_is_of_and_what_it_rests_on() -> None:
    assert "idas-referred,,4<U+200B>48,\n" in explain("VAL108")
    assert '[[indicator]]\n    id = "idas-marac-repeat"\n    …\n' in explain("CAT404")
    assert "Given\n    The quarter before was 28%.\n" in explain("VAL301")


def test_an_example_that_is_mended_by_moving_a_file_shows_it_where_it_was_and_where_it_is() -> None:
    _, example = explain("RET107").split("Example, in returns/2023-24-Q3/2023-24-Q2.csv\n")
    assert "\n\nMended, in returns/2023-24-Q2/2023-24-Q2.csv\n" in example
    assert "not there" not in example


def test_codes_are_a_known_family_and_three_digits_and_each_is_one_rule() -> None:
    for code, rule in registry.rules().items():
        assert code == rule.code
        assert code[:3] in FAMILIES
        assert len(code) == 6
        assert code[3:].isdigit()


def test_two_rules_with_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MODULES", ("sums", "sums"))
    assert list(registry.rules.__wrapped__()) == ["SUM101", "SUM102", "SUM103", "SUM201", "SUM202"]
    from dap_tui.rules import due, sums

    monkeypatch.setattr(registry, "MODULES", ("sums", "due"))
    monkeypatch.setattr(due, "OVERDUE", Rule(*sums.YEAR))
    with pytest.raises(ValueError, match="two rules are SUM202"):
        registry.rules.__wrapped__()


def test_every_module_of_rules_is_in_the_registry() -> None:
    folder = Path(registry.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "base", "registry"}
    assert modules == set(registry.MODULES)


def test_without_a_code_all_are_listed() -> None:
    listed = explain()
    for rule in RULES:
        assert f"\n{rule.code}  {rule.level}" in listed


def test_a_code_is_known_in_any_case_and_a_wrong_one_gets_its_nearest() -> None:
    assert explain("sum201") == explain("SUM201")
    with pytest.raises(NotKnown, match=r"there is no finding 'SUM2O1'; did you mean 'SUM201'\?"):
        explain("SUM2O1")


def test_the_table_of_the_readme_has_a_row_a_rule() -> None:
    rows = rules_table().splitlines()
    assert len(rows) == len(RULES) + 2
    assert rows[2].startswith(f"| {RULES[0].code} | {RULES[0].level} | ")
    assert all(row.replace("\\|", "").count("|") == 4 for row in rows)


def test_a_catalogue_that_does_not_parse_is_no_finding_but_stops_the_program(tmp_path: Path) -> None:
    with pytest.raises(CatalogueUnreadable, match=r"catalogue\.toml:1:"):
        findings(tmp_path, {"catalogue.toml": "= 1\n"})
