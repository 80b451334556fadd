"""What a command that takes its time is doing: a line on a terminal's standard error, gone when it is done."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Final, TextIO

from dap_tui.cli.console import wants_ascii, width

AFTER: Final = 1.0
"""Seconds from the start of the program within which nobody needs to be told."""

_EVERY: Final = 1.0
_BEGUN: Final = monotonic()


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Say `what` is being done, and since how many seconds, while it is; nothing else may write meanwhile.

    Only where standard error is a terminal that can go back in its line: never into a pipe or a file.
    """
    stream = sys.stderr
    if stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    over = threading.Event()
    teller = threading.Thread(target=_tell, args=(what, stream, over), daemon=True)
    try:
        teller.start()
        yield
    finally:
        over.set()
        with suppress(RuntimeError):  # stopped before it began
            teller.join()


def _tell(what: str, stream: TextIO, over: threading.Event) -> None:
    """Write the line once it is time, and again every second; blanks take it away, which any terminal obeys."""
    if over.wait(max(0.0, _BEGUN + AFTER - monotonic())):
        return
    dots = "..." if wants_ascii() else "…"
    most = width(stream) - 1
    line = ""
    with suppress(OSError, ValueError):  # a terminal that has gone is told nothing
        while True:
            line = f"dap: {what}{dots} {int(monotonic() - _BEGUN)} s"[:most].ljust(len(line))
            stream.write(f"\r{line}")
            stream.flush()
            if over.wait(_EVERY):
                break
        echoed = len("^C")
        stream.write(f"\r{' ' * min(len(line) + echoed, most)}\r")
        stream.flush()
