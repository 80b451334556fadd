"""What a row was probably meant to be about whose id the catalogue does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from dap_tui.catalogue import Indicator
from dap_tui.reading.nearest import Nearest
from dap_tui.reading.text import folded

_BETWEEN: Final = re.compile(r"[\s_-]+")
NO_ROW: Final = "write the id that catalogue.toml has; a note, a total or a second header is no row: delete it"


class Unknown:
    """Says of a word that is no id which one may be meant: the nearest, or that of the title or code it is."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._indicators = list(indicators)
        self._ids = frozenset(each.id for each in self._indicators)
        self._nearest = Nearest(each.id for each in self._indicators)

    def written_otherwise(self, word: str) -> str | None:
        """The id that a word is but for capitals, and for spaces or underscores about its hyphens or for them."""
        if word.islower() and " " not in word and "_" not in word:
            return None
        likely = _BETWEEN.sub("-", word.casefold())
        return likely if likely in self._ids else None

    def hint(self, word: str) -> str | None:
        """What to write in its place, where that can be told."""
        plain = folded(word).casefold()
        named = self._by_name.get(plain)
        if named and named != plain:
            return f"its id is '{named}'"
        return self._nearest.hint(word)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Ids by title, short title and code; "" where two indicators have it."""
        ids: dict[str, str] = {}
        for each in self._indicators:
            for name in {folded(name).casefold() for name in (each.title, each.short_title, each.code) if name}:
                ids[name] = "" if name in ids else each.id
        return ids
