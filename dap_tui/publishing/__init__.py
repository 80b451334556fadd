"""Publishing: a quarter or a year frozen as it was told, so that later changes show."""

from __future__ import annotations

from dap_tui.publishing.freeze import publish
from dap_tui.publishing.record import record_of

__all__ = ["publish", "record_of"]
