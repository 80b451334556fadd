"""The person's own editor, opened at a line."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_AT_COLON: Final = frozenset({"hx", "helix", "subl", "zed", "micro"})
_GOTO: Final = frozenset({"code", "codium", "cursor"})


def command_line(path: Path, line: int, column: int, environment: Mapping[str, str]) -> list[str]:
    """How `$VISUAL` or `$EDITOR` is started so that it stands at the line.

    >>> command_line(Path("a.csv"), 4, 1, {"EDITOR": "code --wait"})
    ['code', '--wait', '--goto', 'a.csv:4:1']
    """
    words = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "") or ["vi"]
    program = Path(words[0]).stem
    if program in _GOTO:
        return [*words, "--goto", f"{path}:{line}:{column}"]
    if program in _AT_COLON:
        return [*words, f"{path}:{line}:{column}"]
    if path.suffix == ".xlsx":
        return [*words, str(path)]
    return [*words, f"+{line}", str(path)]


def edit(path: Path, line: int, column: int, environment: Mapping[str, str]) -> str:
    """Edit a file, and come back when the editor has ended; gives what to say where it could not be done."""
    command = command_line(path, line, column, environment)
    try:
        ended = subprocess.run(command, check=False)  # noqa: S603 # the person's own editor, as they named it
    except OSError as error:
        return f"{command[0]}: {error.strerror}. Set EDITOR to your editor."
    return f"{command[0]} ended with {ended.returncode}." if ended.returncode else ""
