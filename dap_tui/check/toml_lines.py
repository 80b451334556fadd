"""Where entries of the catalogue and of narratives stand, for findings about them; looked up once there is one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from dap_tui.errors import DapError
from dap_tui.finding import Place
from dap_tui.reading.root import CATALOGUE
from dap_tui.reading.toml_places import Path as Way
from dap_tui.reading.toml_places import Places, whole_word
from dap_tui.reading.toml_text import NotToml, load_toml
from dap_tui.reading.workspace import catalogue_bytes


class Spot(NamedTuple):
    """A place, and how many characters of its line are meant."""

    place: Place
    width: int


class _TomlLines:
    """A TOML file as text with places; one that cannot be read any more has none."""

    def __init__(self, file: str, content: Callable[[], bytes]) -> None:
        self._file = file
        self._content = content

    def _entries(self, kind: str) -> list[tuple[int, dict[str, Any]]]:
        """The `[[kind]]` of the file, each with its number from 0."""
        listed = self._read[1].get(kind)
        entries = enumerate(listed if isinstance(listed, list) else ())
        return [(number, entry) for number, entry in entries if isinstance(entry, dict)]

    def _value(self, places: Places, way: Way) -> Spot:
        at = places.value(way)
        return Spot(Place(self._file, at.line, at.column), at.width)

    @cached_property
    def _read(self) -> tuple[Places | None, dict[str, Any]]:
        try:
            toml = load_toml(self._content())
        except (DapError, NotToml, OSError):
            return None, {}
        return Places(toml.text), toml.data


class CatalogueLines(_TomlLines):
    """The catalogue under a root."""

    def __init__(self, root: Path) -> None:
        """It is read once the first place is asked for."""
        super().__init__(CATALOGUE, lambda: catalogue_bytes(root))
        self._by_id: dict[str, dict[str, tuple[int, dict[str, Any]]]] = {}

    def spot(self, kind: str, identifier: str, key: str = "id") -> Spot:
        """Where `key` of the first `[[kind]]` with that id stands; the whole file where it cannot be found."""
        places, _ = self._read
        number, entry = self._of(kind).get(identifier, (0, None))
        if places is None or entry is None:
            return Spot(Place(CATALOGUE), 0)
        return self._value(places, (kind, number, key if key in entry else "id"))

    def named(self, kind: str, key: str) -> set[str]:
        """All that the lists under `key` of the `[[kind]]` name, of those too that could not be read."""
        lists = [entry[key] for _, entry in self._entries(kind) if isinstance(entry.get(key), list)]
        return {each for listed in lists for each in listed if isinstance(each, str)}

    def has_any(self, kind: str) -> bool:
        """Whether the catalogue has any `[[kind]]`, readable or not."""
        return kind in self._read[1]

    def has(self, table: str, key: str) -> bool:
        """Whether a table of the catalogue has a key, whatever stands under it."""
        there = self._read[1].get(table)
        return isinstance(there, dict) and key in there

    def _of(self, kind: str) -> dict[str, tuple[int, dict[str, Any]]]:
        """The entries of a kind by id, each with its number in the file."""
        known = self._by_id.get(kind)
        if known is None:
            known = self._by_id[kind] = {}
            for number, entry in self._entries(kind):
                if isinstance(identifier := entry.get("id"), str):
                    known.setdefault(identifier.strip(), (number, entry))
        return known


class NarrativeLines(_TomlLines):
    """One narrative under a root."""

    def __init__(self, root: Path, file: str) -> None:
        """It is read once the first place is asked for."""
        super().__init__(file, (root / file).read_bytes)

    def spot(self, kind: str, heading: Place, key: str, item: str | None = None) -> Spot:
        """Where the value of `key` stands in the `[[kind]]` with that heading; of a list, its entry `item`.

        The heading itself where there is no such key.
        """
        places, way = self._way(kind, heading, key, item)
        return Spot(heading, 0) if places is None else self._value(places, way)

    def word(self, heading: Place, kind: str, key: str, word: str, before: str) -> Spot:
        """Where a word stands in a text, `before` being what the text says ahead of it."""
        places, way = self._way(kind, heading, key)
        if places is None:
            return Spot(heading, 0)
        at = places.word(way, word, len(re.findall(whole_word(word), before)))
        return Spot(Place(self._file, at.line, at.column), at.width)

    def _way(self, kind: str, heading: Place, key: str, item: str | None = None) -> tuple[Places | None, Way]:
        places, _ = self._read
        if places is None:
            return None, ()
        at = (heading.line, heading.column)
        found = [(number, entry) for number, entry in self._entries(kind) if places.key((kind, number))[:2] == at]
        if len(found) != 1 or key not in found[0][1]:
            return None, ()
        (number, entry), *_ = found
        way = (kind, number, key)
        items = [str(each).strip() for each in entry[key]] if isinstance(entry[key], list) else []
        return places, (*way, items.index(item)) if item in items else way
