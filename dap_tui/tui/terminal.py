"""What the commands want of a terminal; the program gives it, and in tests a list that is written to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Terminal(Protocol):
    """What only the terminal can do."""

    def copy(self, text: str) -> str:
        """Send a text to the clipboard; gives what was done, since no terminal says whether it took it."""

    def edit(self, path: Path, line: int, column: int) -> str:
        """Open a file for the person; gives what to say, "" where they have been in it and are back."""

    def aside(self, work: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Do work that may take long on the side, and go on with what it gives."""

    def reread(self) -> None:
        """Read the files again."""

    def switch_theme(self) -> None:
        """From the dark page to the light one, and back."""

    def leave(self) -> None:
        """End the program."""
