"""What becomes of unsaved words when the program is ended: given back, or kept in a file that is told of later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dap_tui.reading.text import visible
from dap_tui.tui.writing.deeds import WritingDeeds

if TYPE_CHECKING:
    from dap_tui.writing.typed_words import TypedWords, Unsaved


class KeepingDeeds(WritingDeeds):
    """What is asked of the words as the program begins and ends, and at moments in between."""

    _typed: TypedWords | None = None
    _held: Unsaved | None = None

    @property
    def unsaved_words(self) -> list[str]:
        """What has been written and would be lost if the program ended now, as the terminal can show it."""
        fields = [] if self._form is None else self._form.fields
        words = [visible(each.text, prose=True) for each in fields if each.is_unsaved]
        if not self.session.glyphs.ascii_only:
            return words
        return [each.encode("ascii", "backslashreplace").decode() for each in words]

    @property
    def unsaved(self) -> Unsaved | None:
        """What would be lost, with what it is about; None where nothing would be."""
        form = self._form
        words = [(each.heading, each.text) for each in form.fields if each.is_unsaved] if form is not None else []
        if form is None or not words:
            return None
        from dap_tui.tui.writing.about import subject_of
        from dap_tui.writing.typed_words import Unsaved

        about = [("Quarter", form.period.shown), ("On", subject_of(self.session, form))]
        about += [(form.choices_heading, each.word) for each in form.choices if each.is_chosen]
        about += [("Meant for", form.file_shown)]
        return Unsaved(form.root, about, words)

    def hold_typed(self) -> Callable[[], None] | None:
        """What keeps that in a file while one types, so that it outlives the program; None where it is kept already."""
        unsaved = self.unsaved
        if unsaved == self._held:
            return None
        from dap_tui.writing.typed_words import TypedWords

        self._held, self._typed = unsaved, self._typed or TypedWords()
        return partial(self._typed.hold, unsaved, datetime.now())  # noqa: DTZ005 # the person's clock

    def end_typed(self) -> None:
        """The words are safe, or were given back: the file that was kept while one typed goes."""
        if self._typed is not None:
            self._typed.end()

    def keep_words(self) -> Path | None:
        """Put what would be lost into a file of its own; None where nothing would be. Raises WriteRefused."""
        unsaved = self.unsaved
        kept = None
        if unsaved is not None:
            from dap_tui.writing.kept_words import keep_words

            kept = keep_words(*unsaved, datetime.now())  # noqa: DTZ005 # the person's clock
        self.end_typed()
        return kept

    def seek_kept(self) -> None:
        """Find words that were kept here when a terminal went away, so that they can be told of."""
        self.terminal.aside(partial(_kept_in, self.session.reading.workspace.root), self._take_kept)

    def _take_kept(self, files: tuple[Path, ...]) -> None:
        self.session.kept = files

    def put_kept_by(self) -> None:
        """Tell no more of what was kept."""
        from dap_tui.writing.kept_words import put_by

        put_by(self.session.kept)
        self.session.kept = ()

    def back(self) -> None:
        """One step back; first from what is told of words that were kept."""
        if self.session.kept and not self.session.overlay:
            self.put_kept_by()
        else:
            super().back()


def _kept_in(root: Path) -> tuple[Path, ...]:
    from dap_tui.writing.kept_words import kept_words

    return kept_words(root)
