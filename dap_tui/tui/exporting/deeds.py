"""What the keys of exporting do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dap_tui.tui.outgoing import Outgoing

if TYPE_CHECKING:
    from dap_tui.tui.exporting.export_view import ExportView
    from dap_tui.tui.views.view import View


class ExportDeeds(Outgoing):
    """A method a command, as in all deeds."""

    def make(self, name: str) -> View:
        """Make a view."""
        if name == "exporting":
            from dap_tui.tui.exporting.export_view import ExportView

            return ExportView(self.session, self.terminal)
        return super().make(name)

    @property
    def exporting(self) -> ExportView:
        """Where the file is named."""
        return cast("ExportView", self.view_named("exporting"))

    def export(self) -> None:
        """Ask for the file's name."""
        self.exporting.begin()

    def write_report(self) -> None:
        """Write it; where there is a file already, ask first."""
        self.exporting.write()

    def export_format(self) -> None:
        """The next format."""
        self.exporting.next_format()

    def export_format_before(self) -> None:
        """The format before."""
        self.exporting.previous_format()

    def export_view(self) -> None:
        """The whole report, or what goes to the board."""
        self.exporting.next_view()

    def export_by(self) -> None:
        """The next grouping."""
        self.exporting.next_grouping()
