"""The program: the commands, run with the words of a command line, and what is said of words that make no sense."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from typing import Annotated, Final

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError, UsageError

from dap_tui.cli.commands import IN_BRIEF, together
from dap_tui.cli.console import Exit, say
from dap_tui.cli.options import Workspace

_COMPLETION: Final = frozenset({"--install-completion", "--show-completion"})


def program() -> Callable[[], int]:
    """The program, ready to run with the arguments of this process; it gives the exit status."""

    def run() -> int:
        # A command answers and ends: looking for cycles in a million rows meanwhile frees nothing.
        gc.disable()
        command = together(_before)
        if "_DAP_COMPLETE" in os.environ:
            from dap_tui.cli.completion import complete

            return complete(command)
        try:
            status = command.main(sys.argv[1:], prog_name="dap", standalone_mode=False)
        except NoArgsIsHelpError as error:  # `dap` alone is no mistake
            sys.stdout.write(f"{error.ctx.get_help()}\n")
            return Exit.DONE
        except ClickException as error:
            return _misused(error)
        if status == Exit.STOPPED:
            raise KeyboardInterrupt  # of which Typer makes a status, without a word
        if status and not _COMPLETION.isdisjoint(sys.argv[1:]):
            say("words are completed in bash, zsh, fish and PowerShell; ask again from one of these")
            return Exit.NOT_DONE
        return status if isinstance(status, int) else Exit.DONE

    return run


def _misused(error: ClickException) -> int:
    """Say what is wrong with the words of a command, in one line, and where help is."""
    context = error.ctx if isinstance(error, UsageError) else None
    path = _named() if context is None else context.command_path
    message = error.format_message()
    stop = "" if message.endswith((".", "?")) else "."
    say(f"{message}{stop} Try '{path} --help'")
    return Exit.NOT_DONE


def _named() -> str:
    """The command that was named: Typer does not say of which one an option has no value."""
    return " ".join(["dap", *[word for word in sys.argv[1:] if word in IN_BRIEF][:1]])


def _before(
    context: typer.Context,
    workspace: Workspace = None,
    version: Annotated[bool, typer.Option("--version", "-V", help="Say which version this is.")] = False,
) -> None:
    """Keep, check, read and report quarterly performance indicators on domestic abuse."""
    if version:
        from dap_tui import __version__

        typer.echo(f"dap {__version__}")
        raise typer.Exit
    context.obj = workspace
