"""The workspaces that ship with dap: real partnerships' published figures."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from dap_tui.errors import NotKnown

NAMES: Final = ("barnsley", "cambridgeshire", "rotherham")


def example(name: str) -> Path:
    """The folder of a shipped workspace; raises NotKnown.

    Barnsley's is the root of a checkout, so an installed package carries it here and a checkout does not.
    """
    if name not in NAMES:
        raise NotKnown(f"there is no example '{name}'; there are {', '.join(NAMES)}")
    here = Path(__file__).parent
    shipped = here / name
    return shipped if shipped.is_dir() else here.parent.parent
