"""A program in a pseudo-terminal, timed: until a text is on its screen, and from a key to the finished screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[@-Z\\-_])", re.DOTALL)
QUIET = 0.15
"""Seconds without a byte after which a screen counts as finished; they are not counted themselves."""


class Terminal:
    """A program that draws on a terminal of 120 by 40."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.started = time.perf_counter()
        self._child, self._fd = pty.fork()
        if self._child == 0:
            os.chdir(folder)
            env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
            env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
            os.execvpe(command[0], list(command), env)  # noqa: S606 # the program that is timed
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._seen = b""

    def painted(self, text: str, patience: float = 120) -> float:
        """Seconds from the start until `text` is there; raises TimeoutError."""
        while text.encode() not in ESCAPES.sub(b"", self._seen):
            if not self._read(patience):
                raise TimeoutError(f"{text!r} was never painted")
        return time.perf_counter() - self.started

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing more is drawn."""
        while self._read(quiet):
            pass

    def key(self, keys: bytes) -> float:
        """Seconds from a key to the last byte of what it makes the program draw."""
        self.settle()
        pressed = last = time.perf_counter()
        os.write(self._fd, keys)
        while self._read(1.0 if last == pressed else QUIET):
            last = time.perf_counter()
        return last - pressed

    def close(self) -> None:
        """End the program, whatever it is doing."""
        os.kill(self._child, signal.SIGKILL)
        os.close(self._fd)
        os.waitpid(self._child, 0)

    def _read(self, patience: float) -> bool:
        if not select.select([self._fd], [], [], patience)[0]:
            return False
        try:
            found = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self._seen += found
        return bool(found)
