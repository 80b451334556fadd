"""The views that are made when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dap_tui.tui.views.help import HelpView
from dap_tui.tui.views.view import View

if TYPE_CHECKING:
    from dap_tui.tui.deeds import Deeds


def make_view(name: str, deeds: Deeds) -> View:
    """The view of that name."""
    match name:
        case "help":
            return HelpView(deeds)
    view = View(deeds.session)
    view.name = name
    return view
