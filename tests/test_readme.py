"""The README says what is so."""

from __future__ import annotations

import re

import pytest
from readme import README, with_rules

from dap_tui.cli.commands import IN_BRIEF, together

TEXT = README.read_text(encoding="utf-8")


def test_the_rules_are_those_of_the_program():
    assert with_rules(TEXT) == TEXT, "run python tests/readme.py"


@pytest.mark.parametrize("name", IN_BRIEF)
def test_every_command_is_in_the_readme(name):
    assert f"| `dap {name}" in TEXT


@pytest.mark.parametrize("name", IN_BRIEF)
def test_every_long_option_the_readme_names_is_one_of_the_program(name):
    known = {option for each in together(lambda: None).commands[name].params for option in each.opts}
    row = next(line for line in TEXT.splitlines() if line.startswith(f"| `dap {name}"))
    assert set(re.findall(r"--[a-z-]+", row)) <= known


@pytest.mark.parametrize("path", re.findall(r"!\[[^\]]*\]\(([^)]+)\)", TEXT))
def test_every_picture_is_there(path):
    assert (README.parent / path).is_file()
