"""`dap tui`: browse."""

from __future__ import annotations

from typing import Annotated

import typer

from dap_tui.cli.browse import browse
from dap_tui.cli.options import AsOf, Period, Workspace, day


def tui(
    context: typer.Context,
    workspace: Workspace = None,
    period: Period = None,
    as_of: AsOf = None,
    demo: Annotated[bool, typer.Option("--demo", help="Open the Barnsley figures that come with dap.")] = False,
) -> int:
    """Browse the figures: tables, targets, exceptions, checks."""
    return browse(workspace or context.obj, period, day(as_of), demo=demo)
