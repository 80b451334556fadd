"""From a folder to the program that shows it: files are read while Textual is imported."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.loading import fingerprint, read
from dap_tui.tui.session import Reading, Session
from dap_tui.tui.theme import Theme, is_ascii, theme_name

if TYPE_CHECKING:
    from dap_tui.tui.app import DapApp

_BLINK = 0.3
"""Seconds that are not worth a word."""


def open_app(root: Path, period: str | None, as_of: date, environment: Mapping[str, str], *, read_only: bool) -> DapApp:
    """Read the workspace and make the program; raises DapError where there is nothing to show."""
    gc.disable()  # until the first painting: nothing of what is read and imported is to be freed
    with ThreadPoolExecutor(1) as pool:
        stamps, reading_to_be = pool.submit(fingerprint, root), pool.submit(read, root)
        from dap_tui.tui.app import DapApp

        reading = _waited_for(reading_to_be)
    theme = Theme(theme_name(environment))
    session = Session(
        reading,
        as_of,
        reading.workspace.period(period),
        Glyphs(ascii_only=is_ascii(environment)),
        bands=not theme.is_plain,
        read_only=read_only,
    )
    return DapApp(session, theme, stamps.result())


def _waited_for(reading: Future[Reading]) -> Reading:
    """What was read; where that takes longer than a blink, it is said meanwhile."""
    if wait([reading], timeout=_BLINK).not_done and sys.stderr.isatty():
        sys.stderr.write("Reading the returns...")
        sys.stderr.flush()
        wait([reading])
        sys.stderr.write("\r\x1b[K")
    return reading.result()
