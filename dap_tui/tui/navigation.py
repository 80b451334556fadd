"""Where one is: the views, and the ways from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dap_tui.tui.views.grouping import by_priority, by_source
from dap_tui.tui.views.tables import TableView
from dap_tui.tui.views.view import View

if TYPE_CHECKING:
    from dap_tui.period import Period
    from dap_tui.tui.session import Session

VIEWS: Final = (
    ("overview", "Overview"), ("sources", "Sources"), ("priorities", "Priorities"), ("targets", "Targets"),
    ("exceptions", "Exceptions"), ("checks", "Checks"), ("actions", "Actions"),
)  # fmt: skip
"""The views in the order of their keys, with the words of their tabs."""


class Navigation:
    """The views of a session, each made when it is first wanted."""

    def __init__(self, session: Session) -> None:
        """The session is shared by all views."""
        self.session = session
        session.open = self.open_indicator
        self._views: dict[str, View] = {}
        self._below: str | None = None

    @property
    def view(self) -> View:
        """What the keys go to: what lies over the view, else the open indicator, else the view."""
        session = self.session
        return self.view_named(session.overlay or ("indicator" if session.opened else session.view))

    def view_named(self, name: str) -> View:
        """The view of that name, made when it is first wanted."""
        if name not in self._views:
            self._views[name] = self.make(name)
        return self._views[name]

    def make(self, name: str) -> View:
        """Make the view of that name; raises KeyError where there is none."""
        session = self.session
        match name:
            case "sources":
                return TableView(session, "sources", by_source)
            case "priorities":
                return TableView(session, "priorities", by_priority)
        from dap_tui.tui.views.making import make_view

        return make_view(name, self)

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """The views with the words of their tabs."""
        return VIEWS

    def open_view(self, name: str) -> None:
        """Go to a view."""
        session = self.session
        session.opened, session.overlay, session.sought, session.view = None, None, "", name
        self._below = None

    def open_table(self, view: str, group: str) -> None:
        """Go to a table of Sources or Priorities."""
        self.open_view(view)
        table = self.view
        if isinstance(table, TableView):
            table.show(group)

    def open_indicator(self, indicator: str) -> None:
        """Open an indicator over the view."""
        self.session.opened, self.session.overlay = indicator, None
        self.view_named("indicator").scroll(-1_000_000)

    def lay(self, name: str) -> None:
        """Lay something over what is there; a step back from it goes there again."""
        self._below, self.session.overlay = self.session.overlay, name

    def lift(self) -> None:
        """Take away what lies over; what it was laid over is there again."""
        self.session.overlay, self._below = self._below, None

    @property
    def below(self) -> str:
        """The view under what was laid over it."""
        return self._below or ("indicator" if self.session.opened else self.session.view)

    def neighbours(self) -> list[str]:
        """The indicators before and after the open one: those of the view one came from, else all."""
        session = self.session
        of_view = self.view_named(session.view).indicators()
        every = [each.indicator.id for each in session.assessment.positions]
        return of_view if session.opened in of_view else every

    def back(self) -> None:
        """One step back: what lies over, what is sought, the open indicator."""
        session = self.session
        if session.overlay:
            self.lift()
        elif session.opened:
            self.view_named(session.view).follow(session.opened)
            session.opened = None
        elif session.sought:
            session.sought = ""
        elif not self.view.back():
            session.message = "This is the first step; q leaves."

    def next_view(self) -> None:
        """The next view."""
        self._view_by(1)

    def previous_view(self) -> None:
        """The view before."""
        self._view_by(-1)

    def _view_by(self, by: int) -> None:
        names = [name for name, _ in VIEWS]
        self.open_view(names[(names.index(self.session.view) + by) % len(names)])

    def turn_period(self, by: int) -> None:
        """Another quarter."""
        period = self.session.neighbour(by)
        if period is None:
            way = "later" if by > 0 else "earlier"
            self.session.message = f"Nothing {way} than {self.session.period.shown} has been returned."
        else:
            self.session.period = period

    def turn_to(self, period: Period) -> None:
        """A period by name; the figures as they are."""
        self.session.period, self.session.as_published = period, False

    def earlier(self) -> None:
        """The quarter before."""
        self.turn_period(-1)

    def later(self) -> None:
        """The quarter after."""
        self.turn_period(1)
