"""Which entry is meant, of those that have no id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from dap_tui.narrative import Resolution, Section

Entry = TypeVar("Entry", Section, Resolution)


def same_entry(meant: Entry, there: Sequence[Entry], name: str) -> Entry | None:
    """The entry that says just what is meant; else the only one of its text, or of its `name`; None without one."""
    bare = meant._replace(place=None)
    exact = next((each for each in there if each._replace(place=None) == bare), None)
    if exact is not None:
        return exact
    for key in ("text", name):
        value = getattr(meant, key)
        alike = [each for each in there if value and getattr(each, key) == value]
        if len(alike) == 1:
            return alike[0]
    return None
