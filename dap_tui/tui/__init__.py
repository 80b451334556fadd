"""The screens: `run` opens them on a workspace. Nothing outside this package imports Textual."""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dap_tui.tui.app import DapApp


def run(root: Path, period: str | None = None, as_of: date | None = None, *, read_only: bool = False) -> int:
    """Browse the workspace at `root` until the person leaves; gives the exit status.

    `period` is the one to open at (the current one where it is None), `as_of` the day that decides what is
    overdue (today). `read_only` keeps the editor shut. `DAP_THEME` is `dark` or `light`; `NO_COLOR` and the locale
    are heeded. Raises DapError where the catalogue cannot be read or the period is not known; and, once the terminal
    is as it was, what went wrong in the screens.
    """
    if os.environ.get("TERM", "") in {"dumb", ""} and os.name == "posix":
        print("dap: this terminal can show no screens; dap show prints the tables", file=sys.stderr)  # noqa: T201 # said before any screen
        return 2
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        print("dap: the screens need a terminal; dap show prints the tables", file=sys.stderr)  # noqa: T201 # said before any screen
        return 2
    from dap_tui.tui.opening import open_app

    app = open_app(root, period, as_of or date.today(), os.environ, read_only=read_only)  # noqa: DTZ011 # the person's own day
    if os.name == "posix":
        # Not left to the screens: they may wait for ever on a terminal that is gone, or be closed by its going.
        signal.signal(signal.SIGHUP, lambda *_: app.hang_up())
    try:
        app.run()
    finally:
        _give_back(app)
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0


def _give_back(app: DapApp) -> None:
    """Say what was written and not saved: the program was ended by another, or by a fault of its own.

    Where the terminal is gone, so that nobody can be told, it is kept in a file.
    """
    try:
        for words in app.deeds.unsaved_words:
            sys.stderr.write(f"dap: this was not saved:\n{words}\n")
        if app.kept is not None:
            sys.stderr.write(f"dap: it is kept in {str(app.kept)!a}\n")
        sys.stderr.flush()
        app.deeds.end_typed()
    except OSError:
        app.keep_words()
