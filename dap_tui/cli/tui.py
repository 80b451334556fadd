"""`dap tui`: browse."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

import typer

from dap_tui.cli.options import AsOf, Period, Workspace, day, root_of


def tui(
    context: typer.Context,
    workspace: Workspace = None,
    period: Period = None,
    as_of: AsOf = None,
    demo: Annotated[bool, typer.Option("--demo", help="Open the Barnsley figures that come with dap.")] = False,
) -> int:
    """Browse the figures: tables, targets, exceptions, checks."""
    from dap_tui.tui import run

    gc.enable()  # the screens stay open all day
    root: Path
    if demo:
        from dap_tui.examples import example

        root = example("barnsley")
    else:
        root = root_of(context, workspace)
    return run(root, period, day(as_of), read_only=demo)
