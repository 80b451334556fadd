"""Notes below a table: a raised letter leads to each, and each leads back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dap_tui.export.html.markup import NOTHING, Html, element, inside, joined, text
from dap_tui.export.html.page import Page


@dataclass(frozen=True)
class Footnotes:
    """The notes of one table. `name` is the anchor that its notes' anchors begin with."""

    name: str
    _met: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, page: Page, *about: str) -> Footnotes:
        """The notes of a table about something."""
        return cls(page.anchor("notes", *about))

    def after(self, cell: Html, letters: Iterable[str]) -> Html:
        """A cell with the letters of its notes raised after it; the first that leads to a note is led back to."""
        links = [self._link(each) for each in letters]
        return Html(cell + element("sup", joined(links))) if links else cell

    def _link(self, letter: str) -> Html:
        first = letter not in self._met
        self._met.add(letter)
        back = f"{self.name}-{letter}-from" if first else None
        return element("a", text(letter), href=f"#{self.name}-{letter}", id=back, aria_label=f"note {letter}")

    def listed(self, notes: Iterable[tuple[str, str]]) -> Html:
        """The notes that a reader was led to, in their order."""
        entries = [self._note(letter, said) for letter, said in notes if letter in self._met]
        return inside("ul", *entries, class_="notes") if entries else NOTHING

    def _note(self, letter: str, said: str) -> Html:
        back = element("a", text(letter), href=f"#{self.name}-{letter}-from", aria_label=f"{letter}: back to the table")
        return element("li", back, Html(" "), element("span", text(said)), id=f"{self.name}-{letter}")
