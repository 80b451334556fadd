"""The command `dap`: one file a command, which parses, calls and prints.

Nothing is imported before it is needed: a version is said and the screens are opened without Typer, where there
are no options to parse, and a check is made without Textual.
"""

from __future__ import annotations

import os
import sys

from dap_tui import __version__


def main() -> None:
    """Run `dap` with the arguments of this process, and leave with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        try:
            sys.stdout.write(f"dap {__version__}\n")
            sys.stdout.flush()
        except (OSError, AttributeError):  # standard output is full, or closed
            os._exit(2)
        return
    from dap_tui.cli.console import run

    if sys.argv[1:] == ["tui"]:
        from dap_tui.cli.browse import browse

        sys.exit(run(browse))
    from dap_tui.cli.program import program

    sys.exit(run(program()))
