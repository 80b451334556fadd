"""Did you mean …? The known word nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dap_tui.reading.text import visible

COMPARISONS: Final = 10_000
"""How often two words are compared for likeness, in all that is asked; the one-edit test has no such limit."""

_LONGEST = 100


class Nearest:
    """The nearest of some known words, remembered for each word asked.

    One edit apart (a letter more, less, another, or two exchanged) is found through the words that remain
    when a letter is left out, in the time of one word; likeness beyond that takes the time of all words, and
    is looked for only while `COMPARISONS` last, so that a file of nothing but misspelt words ends soon.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(dict.fromkeys(words))
        self._known = set(self._words)
        self._shorter: dict[str, list[str]] | None = None
        self._folded: dict[str, str] = {}
        self._answers: dict[str, str | None] = {}
        self._left = COMPARISONS

    def to(self, word: str) -> str | None:
        """The known word that was probably meant, or None."""
        if word not in self._answers:
            self._answers[word] = self.one_edit(word) or self._alike(word)
        return self._answers[word]

    def hint(self, word: str) -> str | None:
        """`did you mean 'x'?`, where there is a word near enough."""
        near = self.to(word)
        return f"did you mean '{visible(near)}'?" if near is not None else None

    def _index(self) -> dict[str, list[str]]:
        if self._shorter is None:
            self._shorter = {}
            for word in self._words:
                self._folded.setdefault(_fold(word), word)
                for rest in without_a_letter(word):
                    self._shorter.setdefault(rest, []).append(word)
        return self._shorter

    def one_edit(self, word: str) -> str | None:
        """The known word that differs by one edit, or by capitals, hyphens, underscores and spaces alone; or None."""
        index = self._index()
        same = self._folded.get(_fold(word)) if len(word) <= _LONGEST else None
        if same is not None or not 2 < len(word) <= _LONGEST:
            return same
        if word in index:
            return index[word][0]
        known = self._known
        for at in range(len(word)):
            rest = word[:at] + word[at + 1 :]
            if rest in known:
                return rest
            if rest in index:
                for near in index[rest]:
                    if _one_apart(word, near):
                        return near
        return None

    def _alike(self, word: str) -> str | None:
        if len(self._words) > self._left or not 2 < len(word) <= _LONGEST:
            return None
        self._left -= len(self._words)
        begun = [known for known in self._words if known.startswith(_fold(word))]
        if len(begun) == 1:
            return begun[0]
        from difflib import get_close_matches  # takes long to load, and is seldom asked

        found = get_close_matches(word, self._words, n=1, cutoff=0.75)
        return found[0] if found else None


def _fold(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def without_a_letter(word: str) -> list[str]:
    """The words that remain of a word when one of its letters is left out."""
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_apart(word: str, near: str) -> bool:
    """Whether two words of one length differ by one letter, or by two neighbours exchanged."""
    apart = [at for at, (one, other) in enumerate(zip(word, near, strict=False)) if one != other]
    if len(apart) == 1:
        return True
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return word[first] == near[second] and word[second] == near[first]
