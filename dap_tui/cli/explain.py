"""`dap explain`: what a finding means."""

from __future__ import annotations

from typing import Annotated

import typer

from dap_tui.cli import offers
from dap_tui.cli.console import explained, width


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="A finding's code, such as RET204.", autocompletion=offers.codes),
    ] = None,
) -> None:
    """Say what a finding means, why it matters and how to mend it; without a code, list them all."""
    from dap_tui.check.explain import explain as words_on

    explained(words_on(code, width()))
