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
    from dap_tui.tui.writing.form import AnyForm
    from dap_tui.writing.typed_words import TypedWords, Unsaved


class KeepingDeeds(WritingDeeds):
    """What is asked of the words as the program begins and ends, and at moments in between."""

    _typed: TypedWords | None = None
    _held: Unsaved | None = None
    _back: tuple[AnyForm | None, tuple[Path, ...]] = None, ()

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
        from dap_tui.tui.writing.putting_back import about_of
        from dap_tui.writing.typed_words import Unsaved

        return Unsaved(form.root, about_of(self.session, form), words)

    def _begin(self, make: Callable[[], AnyForm]) -> None:
        """Write in a form; what was kept of it as the program was ended stands in it again."""
        super()._begin(make)
        form = self._form
        if form is not None:
            from dap_tui.tui.writing.putting_back import identity_of, put_back
            from dap_tui.writing.put_back import kept_for

            kept = kept_for(form.root, identity_of(self.session, form))
            if put_back(form, kept):
                self._back = form, tuple(each.path for each in kept)

    def _settle_back(self) -> None:
        """Of words that were put back and are saved by now, or were left, nothing is told any more."""
        form, files = self._back
        if form is not None and (form is not self._form or not form.is_unsaved):
            from dap_tui.writing.put_back import is_back

            is_back(files)
            self.session.kept = tuple(each for each in self.session.kept if each not in files)
            self._back = None, ()

    def hold_typed(self) -> Callable[[], None] | None:
        """What keeps that in a file while one types, so that it outlives the program; None where it is kept already.

        What could not be kept when this was last asked is tried again, and why that was is said in the form.
        """
        self._settle_back()
        unsaved = self.unsaved
        self.session.not_kept = "" if self._typed is None else self._typed.refused
        if unsaved == self._held and not self.session.not_kept:
            return None
        from dap_tui.writing.typed_words import TypedWords

        self._held, self._typed = unsaved, self._typed or TypedWords()
        return partial(self._typed.hold, unsaved, datetime.now())  # noqa: DTZ005 # the person's clock

    def end_typed(self) -> None:
        """The words are safe, or were given back: the file that was kept while one typed goes."""
        self._settle_back()
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
