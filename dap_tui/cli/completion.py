"""How offers are handed to a shell: as text, whatever they say, and quickly.

Typer brings the scripts and finds out what is asked for. Its own classes have Rich read what is said of an offer as
markup, which takes longer to load than all else that is needed, and let zsh run parts of it; so each shell has a
class of ours. Theirs are not meant for others: the bounds on Typer's version keep them as they are.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from typer._click.shell_completion import CompletionItem, add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete

from dap_tui.reading.text import folded, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer._click.core import Command

_PLAIN: Final = re.compile(r"[\w./-]+", re.ASCII)
"""What no shell reads as more than a word. Ids, periods, options and most codes are."""


def plain(items: Iterable[CompletionItem]) -> list[CompletionItem]:
    """The items whose value stays one word in any shell, their help in one line that no terminal would obey."""
    return [
        CompletionItem(item.value, help=visible(folded(item.help or "")))
        for item in items
        if _PLAIN.fullmatch(item.value)
    ]


class _Bash(BashComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        """Bash breaks a word at its `=`, and hands over `--format`, `=`, `mark`."""
        args, incomplete = super().get_completion_args()
        return (args[:-1] if args[-1:] == ["="] else args), incomplete

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        return plain(super().get_completions(args, incomplete))


class _Zsh(ZshComplete):
    """Its script runs the answer by `eval`, so every text stands in single quotes."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        return plain(super().get_completions(args, incomplete))

    def complete(self) -> str:
        items = self.get_completions(*self.get_completion_args())
        words = " ".join(_single_quoted(f"{item.value}:{item.help}" if item.help else item.value) for item in items)
        offer = f"local -a offers; offers=({words}); _describe -V dap offers" if items else "_files"
        return f"compset -P '--[a-z-]#='; {offer}"


class _Fish(FishComplete):
    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        return _with_option(plain(super().get_completions(args, incomplete)), incomplete)

    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class _PowerShell(PowerShellComplete):
    """Its script parts value and help at `:::`, and wants some help for each."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        return _with_option(plain(super().get_completions(args, incomplete)), incomplete)

    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}:::{(item.help or '').replace(':::', ': : :') or item.value}"


_SHELLS: Final = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish, "powershell": _PowerShell, "pwsh": _PowerShell}


def complete(command: Command) -> int:
    """Answer the shell that asks by the environment, and give the exit status, which fish goes by.

    Whatever stands in the way is not said, unless `DAP_DEBUG` is set: it would stand among what is being typed.
    """
    for name, shell in _SHELLS.items():
        add_completion_class(shell, name)
    try:
        command.main([], prog_name="dap", standalone_mode=False)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except Exception:
        if os.environ.get("DAP_DEBUG"):
            raise
    return 0


def _with_option(items: list[CompletionItem], incomplete: str) -> list[CompletionItem]:
    """The items as these shells want them where `--format=` stands before the word: with it."""
    option, equals, _ = incomplete.partition("=")
    before = f"{option}=" if equals and option.startswith("--") else ""
    return [CompletionItem(f"{before}{item.value}", help=item.help) for item in items]


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", r"'\''") + "'"
