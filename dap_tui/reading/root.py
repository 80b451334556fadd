"""Where a workspace is."""

from __future__ import annotations

import os
from pathlib import Path

from dap_tui.errors import WorkspaceNotFound
from dap_tui.reading.text import visible

CATALOGUE = "catalogue.toml"


def find_root(start: Path) -> Path:
    """The nearest folder, `start` or above it, that has a `catalogue.toml`; raises WorkspaceNotFound."""
    here = start.absolute()
    if not here.is_dir():
        raise WorkspaceNotFound(f"there is no folder {visible(str(start))}; name another, by -C or DAP_WORKSPACE")
    for folder in (here, *here.parents):
        if (folder / CATALOGUE).exists():
            return folder
    raise WorkspaceNotFound(
        f"no {CATALOGUE} in {visible(str(here))} or in a folder above it; "
        "go to a workspace, name one with -C, or start one with 'dap init'"
    )


def is_inside(path: Path, root: Path) -> bool:
    """Whether what `path` leads to, through all links, lies in the workspace at `root`."""
    home, real = os.path.realpath(root), os.path.realpath(path)
    return real == home or real.startswith(home.rstrip(os.sep) + os.sep)
