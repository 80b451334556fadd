"""What a form is filled in with: fields of words, and ways to choose from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(eq=False)
class Field:
    """A field of words, of one line where `is_line`. `began` is what stood in it when it was opened or last saved."""

    name: str
    heading: str
    text: str = ""
    began: str = ""
    is_line: bool = False

    @property
    def is_unsaved(self) -> bool:
        """Whether anything was written since."""
        return self.text.strip() != self.began.strip()

    def add(self, words: str) -> None:
        """Put words below what stands in it."""
        self.text = f"{self.text.rstrip()}\n\n{words.strip()}" if self.text.strip() else words.strip()


class Choice(NamedTuple):
    """One of the ways to choose from; `means` says what it is, where its word does not."""

    word: str
    is_chosen: bool
    choose: Callable[[], None]
    means: str = ""
