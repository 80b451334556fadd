"""Where something stands in the catalogue, looked up when a person wants to go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dap_tui.finding import Place
    from dap_tui.tui.session import Session


def catalogue_place(session: Session, kind: str, identifier: str) -> Place:
    """Where the `[[kind]]` with that id stands (`indicator`, `action`); the whole file where it is not found."""
    from dap_tui.check.toml_lines import CatalogueLines

    return CatalogueLines(session.reading.workspace.root).spot(kind, identifier).place
