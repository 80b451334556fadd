"""`dap help`: the file formats and the measures."""

from __future__ import annotations

from typing import Annotated

import typer

from dap_tui.cli import offers
from dap_tui.cli.console import explained


def help(  # noqa: A001 # the command's name
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]", help="catalogue, returns, narrative, measures.", autocompletion=offers.topics
        ),
    ] = None,
) -> None:
    """Explain the file formats and the measures; without a topic, say which there are."""
    from dap_tui.help import topic as text_of

    explained(text_of(topic))
