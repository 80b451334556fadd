"""Ids of the catalogue's entries: well formed, each given once, and known wherever one is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final, TypeVar

from dap_tui.reading.entry import Entry
from dap_tui.reading.nearest import Nearest
from dap_tui.reading.text import spelt
from dap_tui.rules import Rule
from dap_tui.rules import catalogue as rules

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST: Final = 64
_FEW: Final = 8
"""So many ids are listed where none is near to the one that was named."""

Read = TypeVar("Read")


class Ids:
    """The ids that entries of one kind have, to be named elsewhere; `unknown` is the rule where one is not there.

    Made once for a file, since finding the nearest of many words takes an index of them all.
    """

    def __init__(self, kind: str, words: Iterable[str], unknown: Rule) -> None:
        self.kind = kind
        self.unknown = unknown
        self._words = frozenset(words)

    def __contains__(self, text: str) -> bool:
        return text in self._words

    def hint(self, text: str) -> str | None:
        """What may be meant by a word that is none of them: the nearest; else all of them, where they are few."""
        if (near := self._nearest.hint(text)) is not None:
            return near
        if not self._words:
            return f"the catalogue has no [[{self.kind}]] yet"
        if len(self._words) > _FEW:
            return None
        return f"the ids are {', '.join(sorted(self._words))}; a new one takes a [[{self.kind}]] of its own"

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(sorted(self._words))


def named_in(entry: Entry, key: str, ids: Ids) -> str | None:
    """The id under `key`, where there is one and an entry has it."""
    text = entry.text(key)
    return text if text is not None and _is_known(entry, text, ids, key) else None


def all_named_in(entry: Entry, key: str, ids: Ids, twice: Rule | None = None) -> tuple[str, ...]:
    """A list of ids: those that entries have, each once; a finding for each that none has.

    With `twice`, one that is listed again is a finding of that rule.
    """
    known: dict[str, int] = {}
    for number, text in enumerate(entry.texts(key)):
        if text in known:
            if twice is not None:
                message = f"'{text}' is in this list already, as the {known[text] + 1}."
                entry.problem(twice, key, message, "delete one of the two, or name the one that was meant", number)
        elif _is_known(entry, text, ids, key, number):
            known[text] = number
    return tuple(known)


def _is_known(entry: Entry, text: str, ids: Ids, key: str, *at: int) -> bool:
    if text in ids:
        return True
    entry.problem(ids.unknown, key, f"unknown {ids.kind} {spelt(text)}", ids.hint(text), *at)
    return False


def entries_by_id(
    entries: list[Entry], what: str, needs: tuple[str, ...], read: Callable[[Entry, str], Read | None]
) -> dict[str, Read]:
    """Entries of a kind by id, in their order; the first of two with one id.

    `what` names one, as in "a source"; `needs` are the keys it cannot do without besides its id.
    """
    found: dict[str, Read] = {}
    first: dict[str, Entry] = {}
    for entry in entries:
        entry.needs(what, "id", *needs)
        if not entry.data:
            entry.leftovers()
            continue
        identifier = identifier_of(entry)
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


def identifier_of(entry: Entry) -> str | None:
    """The entry's id; None where it has none, and a finding where it has one that is not well formed.

    Where that shows what was meant, it goes on under the id that it should have: one slip is one finding.
    """
    text = entry.text("id")
    if text is None:
        return None
    likely = likely_id(text)
    if likely != text:
        message = f"{spelt(text)} is no id: lower-case letters, digits and single hyphens, at most {LONGEST}"
        entry.problem(rules.BAD_ID, "id", message, None if likely is None else f"write '{likely}'")
    return likely


def likely_id(text: str) -> str | None:
    """The id that a text is, or that it should be where that shows; else None."""
    if ID.fullmatch(text) and len(text) <= LONGEST:
        return text
    likely = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
    return likely if likely and text.isascii() and len(likely) <= LONGEST else None
