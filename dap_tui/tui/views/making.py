"""The views that are made when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dap_tui.tui.views.view import View

if TYPE_CHECKING:
    from dap_tui.tui.deeds import Deeds


def make_view(name: str, deeds: Deeds) -> View:  # noqa: PLR0911 # a view a line
    """The view of that name; raises KeyError where there is none."""
    match name:
        case "indicator":
            from dap_tui.tui.views.indicator import IndicatorView

            return IndicatorView(deeds.session, deeds.neighbours)
        case "overview":
            from dap_tui.tui.views.overview import Overview

            return Overview(deeds)
        case "targets":
            from dap_tui.tui.views.targets import Targets

            return Targets(deeds.session)
        case "exceptions":
            from dap_tui.tui.views.exceptions import Exceptions

            return Exceptions(deeds.session)
        case "checks":
            from dap_tui.tui.views.checks import Checks

            return Checks(deeds)
        case "lines":
            from dap_tui.tui.views.checks import Checks, Lines

            checks = deeds.view_named("checks")
            assert isinstance(checks, Checks)  # noqa: S101 # that is its name
            return Lines(checks)
        case "actions":
            from dap_tui.tui.views.actions import Actions

            return Actions(deeds.session)
        case "help":
            from dap_tui.tui.views.help import HelpView

            return HelpView(deeds)
        case "palette":
            from dap_tui.tui.views.palette import Palette

            return Palette(deeds)
    raise KeyError(name)
