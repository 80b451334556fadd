"""Bytes to the model, and findings: bad data is never an exception.

    read_workspace(root)     all that can be read of a workspace
    find_root(start)         the nearest folder, here or above, that is one
    catalogue_places(root)   where each key and value of its catalogue stands, for rules that need a place

polars is loaded only where the returns are large (`workspace.BULK_BYTES`).
"""

from __future__ import annotations

from dap_tui.reading.root import find_root
from dap_tui.reading.workspace import catalogue_places, read_workspace

__all__ = ["catalogue_places", "find_root", "read_workspace"]
