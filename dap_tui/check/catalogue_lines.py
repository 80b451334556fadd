"""Where the catalogue's entries stand, for findings about them; looked up only once there is such a finding."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from dap_tui.errors import DapError
from dap_tui.finding import Place
from dap_tui.reading.root import CATALOGUE
from dap_tui.reading.toml_places import Places
from dap_tui.reading.toml_text import NotToml, load_toml
from dap_tui.reading.workspace import catalogue_bytes


class Spot(NamedTuple):
    """A place, and how many characters of its line are meant."""

    place: Place
    width: int


class CatalogueLines:
    """The catalogue under a root, as text with places."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._entries: dict[str, dict[str, tuple[int, dict[str, Any]]]] = {}

    def spot(self, kind: str, identifier: str, key: str = "id") -> Spot:
        """Where `key` of the first `[[kind]]` with that id stands; the whole file where it cannot be found."""
        places, _ = self._read
        number, entry = self._of(kind).get(identifier, (0, None))
        if places is None or entry is None:
            return Spot(Place(CATALOGUE), 0)
        at = places.value((kind, number, key if key in entry else "id"))
        return Spot(Place(CATALOGUE, at.line, at.column), at.width)

    def _of(self, kind: str) -> dict[str, tuple[int, dict[str, Any]]]:
        """The entries of a kind by id, each with its number in the file."""
        known = self._entries.get(kind)
        if known is None:
            known = self._entries[kind] = {}
            listed = self._read[1].get(kind)
            for number, entry in enumerate(listed if isinstance(listed, list) else ()):
                if isinstance(entry, dict) and isinstance(identifier := entry.get("id"), str):
                    known.setdefault(identifier.strip(), (number, entry))
        return known

    @cached_property
    def _read(self) -> tuple[Places | None, dict[str, Any]]:
        try:
            toml = load_toml(catalogue_bytes(self._root))
        except (DapError, NotToml):
            return None, {}
        return Places(toml.text), toml.data
