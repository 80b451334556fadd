"""Where the workspace is, and the screens on it: all that `dap tui` without options needs, and no Typer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dap_tui.errors import WorkspaceNotFound

if TYPE_CHECKING:
    from datetime import date


def root_at(named: Path | None) -> Path:
    """The workspace's folder: the nearest with a catalogue at or above the one named, `DAP_WORKSPACE`, or here.

    Raises WorkspaceNotFound.
    """
    from dap_tui.reading.root import find_root

    named = named or Path(os.environ.get("DAP_WORKSPACE") or ".")
    try:
        return find_root(named)
    except OSError as error:
        raise WorkspaceNotFound(f"that folder cannot be looked into: {error.strerror}; name another") from error


def browse(
    named: Path | None = None, period: str | None = None, as_of: date | None = None, *, demo: bool = False
) -> int:
    """Open the screens on a workspace, or on the figures that come with dap; gives the exit status."""
    from dap_tui.tui import run

    if demo:
        from dap_tui.examples import example

        return run(example("barnsley"), period, as_of, read_only=True)
    return run(root_at(named), period, as_of)
