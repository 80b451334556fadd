"""Notes under a table: a letter in brackets leads to each, and the same words have the same letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_lowercase

from dap_tui.reading.text import folded


class Notes:
    """The notes of one table, in the order in which its reader meets them.

    >>> notes = Notes()
    >>> notes.mark(["In the region", None]), notes.mark(["In the county", "In the region"])
    (('a',), ('b', 'a'))
    >>> list(notes)
    [('a', 'In the region'), ('b', 'In the county')]
    """

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def mark(self, texts: Iterable[str | None]) -> tuple[str, ...]:
        """The letters of some notes; what says nothing has none."""
        marks = []
        for text in texts:
            words = folded(text or "")
            if words:
                letter = self._letters.setdefault(words, letters(len(self._letters)))
                if letter not in marks:
                    marks.append(letter)
        return tuple(marks)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter([(letter, text) for text, letter in self._letters.items()])


def letters(at: int) -> str:
    """The letter of the note at that place, from 0: a to z, then aa.

    >>> letters(0), letters(25), letters(26), letters(53)
    ('a', 'z', 'aa', 'bbb')
    """
    return ascii_lowercase[at % 26] * (at // 26 + 1)
