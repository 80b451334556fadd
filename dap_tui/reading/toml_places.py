"""Where each key and value of a TOML text stands, by one walk over text that the parser has accepted.

It is walked only when a finding needs a place, so it trusts the text to be TOML and looks for ends alone.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from itertools import islice
from typing import NamedTuple

Path = tuple[str | int, ...]
"""The way to a value: keys, and positions in lists from 0, as in `("indicator", 2, "parts", 0)`."""

_SKIPPED = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BLANKS = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\]|\\.)*"')
_LITERAL = re.compile(r"'[^']*'")
_LONG_BASIC = re.compile(r'"""(?:[^\\]|\\[\s\S])*?"""(?:"{1,2}(?!"))?')
_LONG_LITERAL = re.compile(r"'''[\s\S]*?'''(?:'{1,2}(?!'))?")
_SCALAR = re.compile(r"\d{4}-\d\d-\d\d [0-9:.]+(?:[Zz]|[+-]\d\d:\d\d)?|[^\s,\]}#]+")


def whole_word(word: str) -> str:
    """The pattern of a word that is no part of another."""
    return rf"(?<!\w){re.escape(word)}(?!\w)"


class Spot(NamedTuple):
    """Where a piece of text begins (from 1), and how much of that line it takes."""

    line: int
    column: int
    width: int


class Places:
    """The places of every key and value of a TOML text (as `load_toml` gives it)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._keys: dict[Path, tuple[int, int]] = {}
        self._values: dict[Path, tuple[int, int]] = {}
        self._lists: dict[Path, int] = {}
        self._walk()

    def key(self, path: Path) -> Spot:
        """Where the key of `path` (of an entry of a list of tables: its heading) stands; else the nearest above."""
        return self._spot(self._keys, path)

    def value(self, path: Path) -> Spot:
        """Where the value of `path` stands; that of the nearest thing above it that has a place, else 1:1."""
        return self._spot(self._values, path)

    def word(self, path: Path, word: str, number: int) -> Spot:
        """Where `word` stands for the `number`-th time, from 0, in the text at `path`; all of it where it does not."""
        pattern = re.compile(whole_word(word))
        found = next(islice(pattern.finditer(self._text, *self._values.get(path, (0, 0))), number, None), None)
        if found is None:
            return self.value(path)
        line = bisect_right(self._starts, found.start())
        return Spot(line, found.start() - self._starts[line - 1] + 1, len(word))

    def _spot(self, places: dict[Path, tuple[int, int]], path: Path) -> Spot:
        for length in range(len(path), 0, -1):
            above = path[:length]
            span = places.get(above) or self._keys.get(above) or self._keys.get((*above, 0)) or self._inside(above)
            if span is not None:
                start, end = span
                line = bisect_right(self._starts, start)
                line_end = self._text.find("\n", start)
                end = min(end, len(self._text) if line_end < 0 else line_end)
                return Spot(line, start - self._starts[line - 1] + 1, max(1, end - start))
        return Spot(1, 1, 0)

    def _inside(self, above: Path) -> tuple[int, int] | None:
        """Where the first of what is under a way stands that is itself written nowhere, as `a` of `[a.b]`."""
        return next((span for path, span in self._keys.items() if path[: len(above)] == above), None)

    def _walk(self) -> None:
        at = 0
        table: Path = ()
        while (at := self._after(_SKIPPED, at)) < len(self._text):
            if self._text[at] == "[":
                at, table = self._heading(at)
            else:
                at = self._setting(at, table)

    def _heading(self, start: int) -> tuple[int, Path]:
        double = self._text.startswith("[[", start)
        at, parts = self._dotted(self._after(_BLANKS, start + (2 if double else 1)))
        table: Path = ()
        for number, (part, _) in enumerate(parts):
            table = (*table, part)
            if double and number == len(parts) - 1:
                self._lists[table] = self._lists.get(table, -1) + 1
                table = (*table, self._lists[table])
            elif table in self._lists:
                table = (*table, self._lists[table])
        end = at + (2 if double else 1)
        self._keys[table] = (start, end)
        return end, table

    def _setting(self, at: int, table: Path) -> int:
        at, parts = self._dotted(at)
        path = table
        for part, span in parts:
            path = (*path, part)
            self._keys.setdefault(path, span)
        return self._value(self._after(_BLANKS, at + 1), path)

    def _dotted(self, at: int) -> tuple[int, list[tuple[str, tuple[int, int]]]]:
        """A key from `at`: where it ends (after blanks), and its parts with their spans."""
        parts: list[tuple[str, tuple[int, int]]] = []
        while True:
            pattern = {'"': _BASIC, "'": _LITERAL}.get(self._text[at], _BARE)
            end = self._after(pattern, at)
            written = self._text[at:end]
            part = written if pattern is _BARE else next(iter(tomllib.loads(f"{written} = 1")))
            parts.append((part, (at, end)))
            at = self._after(_BLANKS, end)
            if not self._text.startswith(".", at):
                return at, parts
            at = self._after(_BLANKS, at + 1)

    def _value(self, at: int, path: Path) -> int:
        """Past the value at `at`, noting it and all that is in it."""
        if self._text[at] == "[":
            end = self._list(at + 1, path)
        elif self._text[at] == "{":
            end = self._braces(at + 1, path)
        else:
            end = self._after(self._scalar(at), at)
        self._values[path] = (at, end)
        return end

    def _scalar(self, at: int) -> re.Pattern[str]:
        for opening, pattern in (
            ('"""', _LONG_BASIC),
            ("'''", _LONG_LITERAL),
            ('"', _BASIC),
            ("'", _LITERAL),
        ):
            if self._text.startswith(opening, at):
                return pattern
        return _SCALAR

    def _list(self, at: int, path: Path) -> int:
        number = 0
        while self._text[at := self._after(_SKIPPED, at)] != "]":
            at = self._after(_SKIPPED, self._value(at, (*path, number)))
            at += self._text[at] == ","
            number += 1
        return at + 1

    def _braces(self, at: int, path: Path) -> int:
        while self._text[at := self._after(_SKIPPED, at)] != "}":
            at = self._after(_SKIPPED, self._setting(at, path))
            at += self._text[at] == ","
        return at + 1

    def _after(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self._text, at)
        return at if match is None else match.end()
