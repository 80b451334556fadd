"""What becomes of unsaved words when the program is ended: given back."""

from __future__ import annotations

from dap_tui.reading.text import visible
from dap_tui.tui.writing.deeds import WritingDeeds


class KeepingDeeds(WritingDeeds):
    """What is asked of the words as the program begins and ends."""

    @property
    def unsaved_words(self) -> list[str]:
        """What has been written and would be lost if the program ended now, as the terminal can show it."""
        fields = [] if self._form is None else self._form.fields
        words = [visible(each.text, prose=True) for each in fields if each.is_unsaved]
        if not self.session.glyphs.ascii_only:
            return words
        return [each.encode("ascii", "backslashreplace").decode() for each in words]
