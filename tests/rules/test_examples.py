"""Every rule's example has the rule's finding, and its mended example has it not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

from dap_tui.finding import Finding
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules import Rule
from dap_tui.rules.base import BASE, laid_over

READ_BY_READING = ("catalogue", "returns", "values", "narrative")


def rules_of(modules: tuple[str, ...]) -> Iterator[Rule]:
    """Every rule that these modules define."""
    for name in modules:
        module = import_module(f"dap_tui.rules.{name}")
        yield from (value for value in vars(module).values() if isinstance(value, Rule))


def written(root: Path, files: Mapping[str, str]) -> Path:
    """A workspace of these files; bytes that are not UTF-8 stand in them as surrogate escapes."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return root


def found(root: Path, files: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is wrong with a workspace of these files."""
    return read_workspace(written(root, files)).findings


def test_the_small_workspace_has_nothing_wrong(tmp_path: Path) -> None:
    """Whatever an example shows is its own."""
    assert found(tmp_path, BASE) == ()


@pytest.mark.parametrize("rule", list(rules_of(READ_BY_READING)), ids=lambda rule: rule.code)
def test_the_example_has_the_finding_and_the_mended_one_has_not(rule: Rule, tmp_path: Path) -> None:
    """A rule's own two examples prove its documentation."""
    before = found(tmp_path / "before", laid_over(rule.example))
    assert rule.code in {finding.code for finding in before}
    assert all(finding.level is rule.level for finding in before if finding.code == rule.code)
    after = found(tmp_path / "after", laid_over(rule.mended))
    assert rule.code not in {finding.code for finding in after}


def test_a_code_is_one_rule() -> None:
    """A code never means two things."""
    codes = [rule.code for rule in rules_of(READ_BY_READING)]
    assert len(codes) == len(set(codes))
