"""`dap publish`: freeze a period as it was published."""

from __future__ import annotations

from typing import Annotated

import typer

from dap_tui.cli.console import say
from dap_tui.cli.options import AsOf, Period, Workspace, day, read
from dap_tui.cli.outgoing import say_quoted, say_unprotected
from dap_tui.cli.progress import doing


def publish(
    context: typer.Context,
    workspace: Workspace = None,
    period: Period = None,
    as_of: AsOf = None,
    force: Annotated[
        bool, typer.Option("--force", help="Also with errors, with undecided exceptions, or over an earlier one.")
    ] = False,
) -> None:
    """Freeze a quarter or a year as it was published; later differences are then found and marked."""
    from dap_tui.check import check
    from dap_tui.disclosure import Publisher
    from dap_tui.publishing import publish as freeze

    found, today = read(context, workspace), day(as_of)
    asked = found.period(period)
    with doing("checking, and working out the figures"):
        path = freeze(found, asked, check(found, today, asked), today, force=force)
    publisher = Publisher(found, today)
    say_unprotected(publisher, asked)
    say_quoted(publisher, asked)
    before = found.published.get(asked)
    if before is not None:
        when = f" on {before.day}" if before.day else ""
        say(f"what was told of {asked.shown}{when} is lost, and revisions since are not marked any more")
    say(f"wrote {path.relative_to(found.root)}: what was told of {asked.shown} stands there from now on")
