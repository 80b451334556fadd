"""What the keys of writing do: begin on a commentary, an action or the report, save, go through it, leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from dap_tui.errors import WriteRefused
from dap_tui.sentence import capital
from dap_tui.tui.outgoing import Outgoing
from dap_tui.tui.views.tables import TableView

if TYPE_CHECKING:
    from dap_tui.tui.views.view import View
    from dap_tui.tui.writing.form import AnyForm
    from dap_tui.tui.writing.report_words import ReportWords
    from dap_tui.tui.writing.writing_view import WritingView


class WritingDeeds(Outgoing):
    """A method a command, as in all deeds."""

    def make(self, name: str) -> View:
        """Make a view."""
        if name == "writing":
            from dap_tui.tui.writing.writing_view import WritingView

            return WritingView(self, self.leave_words)
        if name == "words":
            from dap_tui.tui.writing.report_words import ReportWords

            return ReportWords(self.session, self.write_words)
        return super().make(name)

    @property
    def writing(self) -> WritingView:
        """The page that words are written on."""
        return cast("WritingView", self.view_named("writing"))

    @property
    def report(self) -> ReportWords:
        """The words of the report."""
        return cast("ReportWords", self.view_named("words"))

    @property
    def _form(self) -> AnyForm | None:
        return self.writing.form if self.session.overlay == "writing" else None

    # Beginning

    def _begin(self, make: Callable[[], AnyForm]) -> None:
        """Write in a form; or say why that cannot be."""
        try:
            self.writing.begin(make())
        except WriteRefused as refused:
            self.session.message = _said(refused)

    def comment(self) -> None:
        """Write the commentary of the indicator that is open."""
        from dap_tui.tui.writing.commentary_form import CommentaryForm

        position = self.session.position
        if position is None:
            self.session.message = "This indicator is not in the report of the quarter."
        else:
            self._begin(lambda: CommentaryForm(self.session, position.indicator.id))

    def update(self) -> None:
        """Write how the chosen action stands."""
        from dap_tui.tui.writing.update_form import UpdateForm

        key = self.view.scroller.cursor
        action = (key[1] if key[0] == "action" else key[0]) if isinstance(key, tuple) else None
        planned = next((each for each in self.session.assessment.plan if each.action.id == action), None)
        if planned is None:
            self.session.message = "Choose an action first."
        else:
            self._begin(lambda: UpdateForm(self.session, planned))

    def report_words(self) -> None:
        """The words of the report; those of the source or priority that is shown are chosen."""
        view = self.view
        group = view.group.id if isinstance(view, TableView) else ""
        if self.session.position is not None:
            group = f"source:{self.session.position.indicator.source}"
        self.lay("words")
        self.report.choose_of(group)

    def write_words(self) -> None:
        """Write what is chosen of the report's words, or a new one."""
        if self.report.chosen_form is not None:
            self._begin(self.report.chosen_form)

    def open_view(self, name: str) -> None:
        """Go to a view, unless words are unsaved."""
        if self._may_leave():
            super().open_view(name)

    def open_indicator(self, indicator: str) -> None:
        """Open an indicator, unless words are unsaved."""
        if self._may_leave():
            super().open_indicator(indicator)

    def turn_period(self, by: int) -> None:
        """Another quarter, unless words are unsaved."""
        if self._may_leave():
            super().turn_period(by)

    def _may_leave(self) -> bool:
        """Whether nothing is being written that would be lost; what is written and saved is left."""
        form = self._form
        if form is not None and form.is_unsaved and not form.is_asking:
            self.leave_words()
            return False
        if form is not None:
            self.writing.end()
        return True

    # While writing

    def save_words(self) -> None:
        """Save."""
        if self._form is not None and self._form.save():
            self.terminal.reread()

    def next_status(self) -> None:
        """Another status of the action."""
        self._switch()

    def next_board(self) -> None:
        """Another board."""
        self._switch()

    def _switch(self) -> None:
        if self._form is not None:
            self._form.switch()

    def next_field(self) -> None:
        """To the next field."""
        self.writing.turn(1)

    def line_done(self) -> None:
        """To the next field."""
        self.writing.turn(1)

    def previous_field(self) -> None:
        """To the field before."""
        self.writing.turn(-1)

    def words_keys(self) -> None:
        """Show the keys."""
        if self._form is not None:
            self._form.shows_keys = True

    def leave_words(self) -> None:
        """Leave; where words are unsaved, ask first."""
        form = self._form
        if form is not None and form.is_unsaved and not form.is_asking:
            form.is_asking = True
            self.session.message = "These words are not saved: ^s saves them, esc again leaves without them."
        elif form is not None:
            self.writing.end()


def _said(refused: WriteRefused) -> str:
    """A refusal as a sentence; a file's name keeps its small letter."""
    words = str(refused).rstrip(".")
    return f"{words if not words.split()[0].isalpha() else capital(words)}."
