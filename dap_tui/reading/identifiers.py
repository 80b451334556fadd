"""Ids of the catalogue's entries: well formed, and each given once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeVar

from dap_tui.reading.entry import Entry
from dap_tui.reading.text import spelt
from dap_tui.rules import catalogue as rules

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST: Final = 64

Read = TypeVar("Read")


def entries_by_id(entries: list[Entry], what: str, read: Callable[[Entry, str], Read | None]) -> dict[str, Read]:
    """Entries of a kind by id, in their order; the first of two with one id. `what` names one, as in "a source"."""
    found: dict[str, Read] = {}
    first: dict[str, Entry] = {}
    for entry in entries:
        identifier = identifier_of(entry, what)
        if identifier is None:
            read(entry, "")
            continue
        item = read(entry, identifier)
        if identifier in first:
            line = entry.problems.places.value((*first[identifier].path, "id")).line
            message = f"{what} with the id '{identifier}' stands in line {line} already"
            entry.problem(rules.DUPLICATE_ID, "id", message, "give one of the two another id")
            continue
        first[identifier] = entry
        if item is not None:
            found[identifier] = item
    return found


def identifier_of(entry: Entry, what: str) -> str | None:
    """The entry's id; None, and a finding, where it has none that can be used."""
    entry.required("id", what)
    text = entry.text("id")
    if text is None:
        return None
    if ID.fullmatch(text) and len(text) <= LONGEST:
        return text
    likely = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
    hint = f"write '{likely}'" if likely and text.isascii() and len(likely) <= LONGEST else None
    message = f"{spelt(text)} is no id: lower-case letters, digits and single hyphens, at most {LONGEST}"
    entry.problem(rules.BAD_ID, "id", message, hint)
    return None
