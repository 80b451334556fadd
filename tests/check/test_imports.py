"""What a check loads: nothing that takes long, until it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dap_tui.cli.commands import IN_BRIEF


@pytest.mark.parametrize("module", ["dap_tui.check", "dap_tui.check.output", "dap_tui.rules.registry"])
def test_no_terminal_and_no_table_library_is_loaded(module: str) -> None:
    heavy = "polars", "textual", "rich", "typer"
    program = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("words", [["--help"], ["chek"]])
def test_the_commands_are_listed_without_loading_any(words: list[str]) -> None:
    program = (
        "import sys; from dap_tui.cli.program import program; program()(); "
        f"print([name for name in {list(IN_BRIEF)} if f'dap_tui.cli.{{name}}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
