"""`dap`, run as a person runs it, in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dap_tui.cli.console import run
from dap_tui.cli.program import program

CATALOGUE = """\
[partnership]
name = "A partnership"
last_period = "2023-24-Q2"
[exceptions]
rules = ["off-target", "worsening"]
[[source]]
id = "some"
name = "Some"
[[indicator]]
id = "seen"
title = "People seen"
source = "some"
unit = "count"
polarity = "higher"
from = "2023-24-Q1"
target.always = { value = 10 }
"""


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str


@pytest.fixture
def dap(monkeypatch, capsys) -> Callable[..., Answer]:
    for name in ("DAP_WORKSPACE", "DAP_DEBUG", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str) -> Answer:
        monkeypatch.setattr(sys, "argv", ["dap", *words])
        status = run(program())
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return call


@pytest.fixture
def place(tmp_path: Path, monkeypatch) -> Path:
    """A workspace of one indicator and two quarters, in which the command stands."""
    (tmp_path / "catalogue.toml").write_text(CATALOGUE)
    for quarter, value in (("2023-24-Q1", 12), ("2023-24-Q2", 11)):
        (tmp_path / "returns" / quarter).mkdir(parents=True)
        (tmp_path / "returns" / quarter / "some.csv").write_text(f"indicator,value\nseen,{value}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path
