"""From a folder to the program that shows it: files are read while Textual is imported."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.loading import read
from dap_tui.tui.session import Session
from dap_tui.tui.theme import Theme, is_ascii, theme_name

if TYPE_CHECKING:
    from dap_tui.tui.app import DapApp


def open_app(root: Path, period: str | None, as_of: date, environment: Mapping[str, str], *, read_only: bool) -> DapApp:
    """Read the workspace and make the program; raises DapError where there is nothing to show."""
    with ThreadPoolExecutor(1) as pool:
        reading_to_be = pool.submit(read, root)
        from dap_tui.tui.app import DapApp

        reading = reading_to_be.result()
    theme = Theme(theme_name(environment))
    session = Session(
        reading,
        as_of,
        reading.workspace.period(period),
        Glyphs(ascii_only=is_ascii(environment)),
        bands=not theme.is_plain,
        read_only=read_only,
    )
    return DapApp(session, theme)
