"""A merge of two versions of a return that was not finished: its markers, and the rows of the other side.

One open merge is one finding. A row that both sides have is read from the first, and is no duplicate.
"""

from __future__ import annotations

from typing import Final

_MARKERS: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def is_marker(line: str) -> bool:
    """Whether a line is one of those with which git parts the sides of a conflict."""
    return line[:7] in _MARKERS and line[7:8] in {"", " "}


class Merge:
    """Where a file's reader is: outside every conflict, in its first side, or in another one."""

    def __init__(self) -> None:
        """Outside."""
        self._is_open = self._is_past_first = False
        self._first: set[tuple[str, str]] = set()

    def passes(self, marker: str) -> bool:
        """Past a marker; whether a conflict begins with it, of which nothing was said yet."""
        begins = marker.startswith("<") or not self._is_open
        if begins:
            self._first.clear()
        self._is_open = not marker.startswith(">")
        self._is_past_first = self._is_open and not marker.startswith("<")
        return begins

    @property
    def is_in_other_side(self) -> bool:
        """Whether what is read now stands in another side than the first."""
        return self._is_past_first

    def repeats(self, indicator: str, breakdown: str) -> bool:
        """Whether a row of the other side stands in the first as well; one of the first is remembered."""
        if self._is_past_first:
            return (indicator, breakdown) in self._first
        if self._is_open:
            self._first.add((indicator, breakdown))
        return False
