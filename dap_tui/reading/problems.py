"""What is wrong with one TOML file: gathered by the way to it in the data, and placed once there is anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dap_tui.finding import Finding, Place
from dap_tui.reading.nearest import Nearest
from dap_tui.rules import Rule

if TYPE_CHECKING:
    from dap_tui.reading.toml_places import Path, Places


class EntryRules(NamedTuple):
    """The rules that a file's tables are held to; each kind of file has codes of its own.

    `belongs` says of keys that stand under one heading only which it is, for those that stand under another.
    """

    unknown_key: Rule
    wrong_type: Rule
    missing_key: Rule
    not_a_choice: Rule
    bad_period: Rule
    control: Rule
    belongs: Mapping[str, str] = MappingProxyType({})


class Problems:
    """What is wrong with one TOML file, by the way to it in the data; placed only when there is something."""

    def __init__(self, file: str, text: str) -> None:
        """`text` is all of the file, for the places in it."""
        self.file, self.text = file, text
        self.found: list[tuple[Rule, Path, str, str | None, bool]] = []
        self._nearest: dict[tuple[str, ...], Nearest] = {}

    @cached_property
    def places(self) -> Places:
        """Where everything in the file stands."""
        from dap_tui.reading.toml_places import Places  # few files have anything wrong

        return Places(self.text)

    def nearest(self, words: Iterable[str]) -> Nearest:
        """What finds the nearest of some known words: the same for the whole file, so that its limit holds for all."""
        known = tuple(words)
        if known not in self._nearest:
            self._nearest[known] = Nearest(known)
        return self._nearest[known]

    def add(self, rule: Rule, path: Path, message: str, hint: str | None = None, *, on_key: bool = False) -> None:
        """A problem with the value at `path`, or with its key."""
        self.found.append((rule, path, message, hint, on_key))

    def findings(self) -> list[Finding]:
        """The findings, each at its place; the text is walked for places only if there is any."""
        findings = []
        for rule, path, message, hint, on_key in self.found:
            spot = self.places.key(path) if on_key else self.places.value(path)
            findings.append(rule.at(Place(self.file, spot.line, spot.column), message, hint, spot.width))
        return findings
