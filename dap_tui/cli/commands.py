"""The commands: one line of help on each, and what it takes, worked out for the one that is run.

Typer works out the options of every command before it runs or lists any, which took longer than most commands do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import typer
from typer._click import Command
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter
    from typer._click.shell_completion import CompletionItem

IN_BRIEF: Final = {
    "tui": "Browse the figures: tables, targets, exceptions, checks.",
    "check": "Check the catalogue and every return.",
    "show": "Show a quarter's tables, or all there is on an indicator.",
    "export": "Write the report, the board's page, or an indicator's.",
    "publish": "Freeze a quarter or a year as it was published.",
    "explain": "Say what a finding means and how to mend it.",
    "help": "Explain the file formats and the measures.",
    "init": "Start a workspace, empty or from an example.",
    "template": "Write blank returns for partners to fill in.",
}
"""Every command, each the function of its name in the module of its name, in the order of a quarter's work."""

_SETTINGS: Final[dict[str, Any]] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


class Commands(TyperGroup):
    """All commands as one, `dap`."""

    def __init__(self, **settings: Any) -> None:
        """With what Typer hands over, which knows no command yet."""
        super().__init__(**settings)
        self.commands: Mapping[str, Command] = _Built()  # type: ignore[assignment]  # nothing is ever added

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 # as Typer has it
        """The list of the commands, which needs nothing that any of them needs."""
        with formatter.section("Commands"):
            formatter.write_dl(list(IN_BRIEF.items()))

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """What a word in a command's place may become; `dap` itself has no other words but its options."""
        from typer._click.shell_completion import CompletionItem

        named = [CompletionItem(name, help=brief) for name, brief in IN_BRIEF.items() if name.startswith(incomplete)]
        return [*named, *Command.shell_complete(self, ctx, incomplete)]


class _Built(Mapping[str, Command]):
    """Commands by name, each built when it is asked for."""

    def __init__(self) -> None:
        self._built: dict[str, Command] = {}

    def __getitem__(self, name: str) -> Command:
        if name not in self._built:
            self._built[name] = _command(name, IN_BRIEF[name])
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(IN_BRIEF)

    def __len__(self) -> int:
        return len(IN_BRIEF)


def _command(name: str, brief: str) -> Command:
    function = getattr(import_module(f"dap_tui.cli.{name}"), name)
    alone = typer.Typer(add_completion=False, **_SETTINGS)
    alone.command(name, short_help=brief)(function)
    return typer.main.get_command(alone)


def together(before: Callable[..., None]) -> Command:
    """`dap` itself, whose own options `before` takes."""
    app = typer.Typer(
        name="dap",
        help="Keep, check, read and report quarterly performance indicators on domestic abuse.",
        cls=Commands,
        no_args_is_help=True,
        **_SETTINGS,
    )
    app.callback()(before)
    return typer.main.get_command(app)
