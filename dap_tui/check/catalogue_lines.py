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

    def spot(self, kind: str, identifier: str, key: str = "id") -> Spot:
        """Where `key` of the first `[[kind]]` with that id stands; the whole file where it cannot be found."""
        places, data = self._read
        entries = data.get(kind)
        for number, entry in enumerate(entries if isinstance(entries, list) else ()):
            if places is not None and isinstance(entry, dict) and entry.get("id") == identifier:
                at = places.value((kind, number, key if key in entry else "id"))
                return Spot(Place(CATALOGUE, at.line, at.column), at.width)
        return Spot(Place(CATALOGUE), 0)

    @cached_property
    def _read(self) -> tuple[Places | None, dict[str, Any]]:
        try:
            toml = load_toml(catalogue_bytes(self._root))
        except (DapError, NotToml):
            return None, {}
        return Places(toml.text), toml.data
