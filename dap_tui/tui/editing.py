"""A file opened for a person: in the editor they have named, else by the desktop, a workbook never as text.

`Desk` says what there is to open files with; `opening` decides; `Opening.run` does it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_WORKBOOK: Final = ".xlsx"

_PLUS: Final = ("+{line}", "{path}")
_COLON: Final = ("{path}:{line}:{column}",)
_GOTO: Final = ("--goto", "{path}:{line}:{column}")
_AT: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("vi", "vim", "nvim", "view", "gvim", "mvim", "ex", "nano", "pico", "micro", "joe", "jed"), _PLUS),
    **dict.fromkeys(("ne", "mg", "kak", "emacs", "emacsclient", "mcedit", "gedit", "pluma", "xed", "bbedit"), _PLUS),
    **dict.fromkeys(("hx", "helix", "subl", "zed"), _COLON),
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor"), _GOTO),
    "kate": ("--line", "{line}", "--column", "{column}", "{path}"),
    "notepad++": ("-n{line}", "-c{column}", "{path}"),
}
"""How an editor is told the line; one that is not here is given the file alone."""

_BY_SYSTEM: Final = "start"
"""Stands for Windows itself, which opens files without a program for it."""

_MOMENT: Final = 0.5
"""Seconds in which a desktop says that it cannot open a file."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What there is to open files with: the system, the environment, and where a program is, if anywhere."""

    system: str = sys.platform
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    find: Callable[[str], str | None] = shutil.which

    @property
    def editor(self) -> list[str]:
        """The words of `VISUAL` or `EDITOR`; none where neither is set."""
        named = (self.environment.get("VISUAL") or self.environment.get("EDITOR") or "").strip()
        if not named or self.find(named) is not None:  # a path with spaces in it, as it stands
            return [named] if named else []
        try:
            # On Windows a \ parts folders, and escapes nothing.
            words = shlex.split(named, posix=self.system != "win32")
        except ValueError:  # a quote that is not closed
            words = named.split()
        return [word.strip('"') for word in words]

    @property
    def opener(self) -> list[str]:
        """The program by which the desktop opens a file in what is made for it; none where there is no desktop."""
        is_remote = bool(self.environment.get("SSH_CONNECTION"))
        if self.system == "win32":
            return [] if is_remote else [_BY_SYSTEM]
        if self.system == "darwin":
            return [] if is_remote else ["open"]
        if self.environment.get("WSL_DISTRO_NAME") and self.find("wslview"):
            return ["wslview"]
        has_screen = self.environment.get("DISPLAY") or self.environment.get("WAYLAND_DISPLAY")
        return ["xdg-open"] if has_screen and self.find("xdg-open") else []

    @property
    def text_opener(self) -> list[str]:
        """The same for a file that is text, whatever its name: few systems know what a .toml is."""
        if self.system == "win32":
            return ["notepad"]
        return [*self.opener, "-t"] if self.opener == ["open"] else self.opener


@dataclass(frozen=True, slots=True)
class Opening:
    """A command that opens a file: in the terminal, which it has until it ends, or beside it."""

    command: list[str]
    takes_terminal: bool

    def run(self) -> str:
        """Open the file; gives what to say, "" where the person has been there and is back."""
        program = Path(self.command[0]).name
        try:
            ended = self._inside() if self.takes_terminal else self._beside()
        except OSError as error:
            return f"{program} cannot be started: {error.strerror}. Set EDITOR to your editor."
        if ended:
            return f"{program} ended with {ended}."
        return "" if self.takes_terminal else "Opened in a window of its own; what you save there is read again."

    def _inside(self) -> int:
        return subprocess.run(self.command, check=False).returncode  # noqa: S603 # the person's editor, as named

    def _beside(self) -> int:
        if sys.platform == "win32" and self.command[0] == _BY_SYSTEM:
            os.startfile(self.command[-1])  # noqa: S606 # what the system has for such a file
            return 0
        nowhere = subprocess.DEVNULL
        opened = subprocess.Popen(  # noqa: S603 # the desktop's own opener
            self.command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
        try:
            return opened.wait(_MOMENT)
        except subprocess.TimeoutExpired:
            opened.returncode = 0  # it stays with the file, and is not waited for
            return 0


def opening(path: Path, line: int, column: int, desk: Desk) -> Opening | str:
    """How a file is opened at a line, or what to say where nothing here can.

    A workbook goes to the desktop alone; text to the editor that is named, else to the desktop, else to nano, which
    says at the bottom of its screen how to leave it.
    """
    if not path.exists():
        return f"{path.name} is not there yet; 'dap template' writes blank returns."
    if path.suffix.lower() != _WORKBOOK:
        return _text(path, line, column, desk)
    if desk.opener:
        return Opening([*desk.opener, str(path)], takes_terminal=False)
    return f"{path.name}: open it in Excel or LibreOffice; no desktop is here."


def _text(path: Path, line: int, column: int, desk: Desk) -> Opening | str:
    if desk.editor:
        program = Path(desk.editor[0].replace("\\", "/")).name.lower().removesuffix(".exe").removesuffix(".cmd")
        at = _AT.get(program, ("{path}",))
        words = [each.format(path=path, line=line, column=column) for each in at]
        return Opening([*desk.editor, *words], takes_terminal=True)
    if desk.text_opener:
        return Opening([*desk.text_opener, str(path)], takes_terminal=False)
    if desk.find("nano"):
        return Opening(["nano", f"+{line}", str(path)], takes_terminal=True)
    return "No editor is named here: leave, 'export EDITOR=…' with yours, start again."
