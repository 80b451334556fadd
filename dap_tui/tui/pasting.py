"""Pasted text is text: an escape character in it is taken out before Textual's parser can take it for a key.

Textual 8.2 reads what stands between the marks of a bracketed paste as it reads keys: an escape character there ends
in keys being pressed, and what follows it is lost from the paste. Most terminals take escapes out before they send a
paste; tmux and some others do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

_ESCAPE: Final = "\x1b"


class PasteParser(XTermParser):
    """Textual's parser, which is never shown an escape character of a paste, whatever pieces that comes in."""

    _is_pasting = False
    _before = ""
    """The last characters that were passed on, in which a paste may be about to begin."""
    _held = ""
    """Of a paste, what may be the beginning of its end."""

    def feed(self, data: str) -> Iterable[Message]:
        """Take what the terminal sent."""
        if not data:
            yield from super().feed(data)  # the end
        while data:
            passed, data = self._pasted(data) if self._is_pasting else self._typed(data)
            if passed:
                yield from super().feed(passed)

    def _typed(self, data: str) -> tuple[str, str]:
        """What is no paste, up to the mark that begins one and with it; and the rest."""
        seen = self._before + data
        at = seen.find(BRACKETED_PASTE_START)
        if at < 0:
            self._before = seen[1 - len(BRACKETED_PASTE_START) :]
            return data, ""
        end = at + len(BRACKETED_PASTE_START) - len(self._before)
        self._is_pasting, self._before = True, ""
        return data[:end], data[end:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """What is pasted, without escapes, up to the mark that ends it and with it; and the rest."""
        data, self._held = self._held + data, ""
        text, mark, rest = data.partition(BRACKETED_PASTE_END)
        if mark:
            self._is_pasting = False
            return text.replace(_ESCAPE, "") + mark, rest
        text, escape, begun = data.rpartition(_ESCAPE)
        if escape and BRACKETED_PASTE_END.startswith(escape + begun):
            self._held = escape + begun
            return text.replace(_ESCAPE, ""), ""
        return data.replace(_ESCAPE, ""), ""


def heed_pastes() -> None:
    """Have the driver of this system read through it; Textual has no other way to name a parser.

    Raises ImportError on Windows, whose terminals send a paste as keys.
    """
    from textual.drivers import linux_driver

    linux_driver.XTermParser = PasteParser  # type: ignore[attr-defined] # the name that it makes its own by
