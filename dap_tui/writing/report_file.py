"""The file that a report goes into: anywhere but where the workspace keeps what the report is made from."""

from __future__ import annotations

from pathlib import Path

from dap_tui.errors import WriteRefused
from dap_tui.reading.text import visible


def refuse_own_files(root: Path, output: Path) -> None:
    """Raise WriteRefused where a report would take the place of what it is made from."""
    there, own = output.resolve(), root.resolve()
    if there == own / "catalogue.toml" or own / "returns" in there.parents:
        name = visible(str(output))
        raise WriteRefused(f"'{name}' is where the workspace keeps its own files; write the report beside them")
