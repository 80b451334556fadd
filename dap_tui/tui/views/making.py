"""The views that are made when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dap_tui.tui.views.view import View

if TYPE_CHECKING:
    from dap_tui.tui.navigation import Navigation


def make_view(name: str, navigation: Navigation) -> View:  # noqa: PLR0911 # a view a line
    """The view of that name; raises KeyError where there is none."""
    match name:
        case "indicator":
            from dap_tui.tui.views.indicator import IndicatorView

            return IndicatorView(navigation.session, navigation.neighbours)
        case "overview":
            from dap_tui.tui.views.overview import Overview

            return Overview(navigation)
        case "targets":
            from dap_tui.tui.views.targets import Targets

            return Targets(navigation.session)
        case "exceptions":
            from dap_tui.tui.views.exceptions import Exceptions

            return Exceptions(navigation.session)
        case "checks":
            from dap_tui.tui.views.checks import Checks

            return Checks(navigation)
        case "lines":
            from dap_tui.tui.views.checks import Checks, Lines

            checks = navigation.view_named("checks")
            assert isinstance(checks, Checks)  # noqa: S101 # that is its name
            return Lines(checks)
        case "actions":
            from dap_tui.tui.views.actions import Actions

            return Actions(navigation.session)
        case "help":
            from dap_tui.tui.views.help import HelpView

            return HelpView(navigation)
    raise KeyError(name)
