"""A table of a TOML file, read key by key: each key's value of its type, and what is wrong with it as a finding."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from dap_tui.reading.problems import EntryRules, Problems
from dap_tui.reading.text import CONTROL, CONTROL_IN_PROSE, quoted, visible
from dap_tui.reading.toml_values import SAME, as_number, described, is_usable
from dap_tui.rules import Rule
from dap_tui.sentence import listed

if TYPE_CHECKING:
    from dap_tui.reading.toml_places import Path

Choice = TypeVar("Choice", bound=StrEnum)


class Entry:
    """One table. What was asked for is known; `leftovers` finds what nobody asked for."""

    def __init__(self, data: dict[str, Any], path: Path, problems: Problems, rules: EntryRules) -> None:
        self.data = data
        self.path = path
        self.problems = problems
        self.rules = rules
        self._known: dict[str, None] = {}
        self._missing: tuple[str, list[str]] = ("", [])

    def problem(self, rule: Rule, key: str | None, message: str, hint: str | None = None, *at: str | int) -> None:
        """Something wrong with the value of `key` (`at` leads on inside it), or with the entry as a whole."""
        if key is None or key not in self.data:
            self.problems.add(rule, self.path, message, hint, on_key=True)
        else:
            self.problems.add(rule, (*self.path, key, *at), message, hint)

    def raw(self, key: str) -> Any:
        """The value as it stands, or None."""
        self._known[key] = None
        return self.data.get(key)

    def needs(self, what: str, *keys: str) -> None:
        """Keys that are to be given, and not empty; `what` names the entry, as in "an indicator".

        Those that are missing are said by `leftovers`, which knows whether one was misspelt.
        """
        self._missing = what, [key for key in keys if key not in self.data]
        for key in keys:
            value = self.data.get(key)
            if value == [] or (isinstance(value, str) and not value.strip()):
                self.problem(self.rules.missing_key, key, f"{what} needs '{key}', and it is empty")

    def wrong(self, key: str, wanted: str, *at: str | int) -> None:
        """The value of `key` is not what it should be."""
        value = self.data.get(key)
        for step in at:
            value = value[step]  # type: ignore[index]  # `at` leads through what was found there
        name = key if not at else f"{key}: an entry"
        hint = as_number(value) if wanted.startswith(("a number", "a whole number")) else None
        self.problem(self.rules.wrong_type, key, f"'{visible(name)}' is {wanted}, not {described(value)}", hint, *at)

    def text(self, key: str, *, prose: bool = False) -> str | None:
        """A text; of one line, unless it is prose. An empty one is none."""
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.wrong(key, "a text in quotes")
            return None
        return self._clean(value, key, prose=prose) or None

    def _clean(self, value: str, key: str, *at: str | int, prose: bool = False) -> str:
        if control := (CONTROL_IN_PROSE if prose else CONTROL).search(value):
            shown = "a line break" if control[0] == "\n" else f"the control character {visible(control[0])}"
            self.problem(self.rules.control, key, f"there is {shown} in '{visible(key)}'", "delete it", *at)
        return visible(value.strip(), prose=prose)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(key, 'a list of texts, as in ["one", "two"]')
            return ()
        texts = []
        for number, item in enumerate(value):
            if isinstance(item, str):
                texts.append(self._clean(item, key, number))
            else:
                self.wrong(key, "a text in quotes", number)
        return tuple(texts)

    def number(self, key: str) -> Decimal | None:
        """A finite number; true and nan are none."""
        return self._number(self.raw(key), key)

    def numbers(self, key: str, how_many: int, words: str) -> tuple[Decimal, ...] | None:
        """A list of exactly that many numbers; None where it is not one."""
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, list) or len(value) != how_many:
            self.wrong(key, words)
            return None
        numbers = [self._number(item, key, number) for number, item in enumerate(value)]
        return tuple(number for number in numbers if number is not None) if None not in numbers else None

    def _number(self, value: Any, key: str, *at: int) -> Decimal | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.wrong(key, "a number", *at)
            return None
        if not is_usable(value):
            self.wrong(key, "a number of ordinary size", *at)
            return None
        return Decimal(value)

    def whole(self, key: str, least: int, most: int) -> int | None:
        """A whole number from `least` to `most`."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.wrong(key, f"a whole number from {least} to {most}")
            return None
        return value

    def flag(self, key: str) -> bool | None:
        """A flag: true or false."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(key, "true or false")
        return None

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """One of the words of an enum."""
        value = self.text(key)
        if value is None:
            return None
        try:
            return choices(value)
        except ValueError:
            self.is_word(value, (choice.value for choice in choices), key)
            return None

    def word(self, key: str, words: Iterable[str]) -> str | None:
        """One of some words."""
        value = self.text(key)
        if value is None:
            return None
        return value if self.is_word(value, words, key) else None

    def is_word(self, value: str, words: Iterable[str], key: str, *at: int) -> bool:
        """Whether `value` is one of `words`; a finding with the nearest where it is not."""
        choices = tuple(words)
        if value in choices:
            return True
        message = f"'{visible(key)}' cannot be {quoted(value)}: it is one of {', '.join(choices)}"
        nearest = self.problems.nearest(choices)
        hint = nearest.hint(value) or nearest.hint(SAME.get(value.casefold(), value.partition(" ")[0]))
        self.problem(self.rules.not_a_choice, key, message, hint, *at)
        return False

    def day(self, key: str) -> date | None:
        """A date without a time."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self.wrong(key, "a date without quotes, as in 2024-03-31")
            return None
        return value

    def table(self, key: str) -> Entry:
        """A table inside this one; an empty one where there is none."""
        value = self.raw(key)
        if value is None and (meant := self._misspelt(key, dict)) is not None:
            return Entry(self.data[meant], (*self.path, meant), self.problems, self.rules)
        if value is not None and not isinstance(value, dict):
            heading = ".".join(str(step) for step in (*self.path, key) if isinstance(step, str))
            self.wrong(key, f"a table, as in [{visible(heading)}]")
            value = None
        return Entry(value or {}, (*self.path, key), self.problems, self.rules)

    def tables(self, key: str) -> list[Entry]:
        """A list of tables, as `[[indicator]]` makes one; with those under a heading that is misspelt, as is said."""
        entries = self._listed(key, self.raw(key))
        if (meant := self._misspelt(key, list)) is not None:
            entries += self._listed(meant, self.data[meant])
        return entries

    def _listed(self, key: str, value: Any) -> list[Entry]:
        if value is None:
            return []
        if isinstance(value, dict):
            self.wrong(key, f"a list of tables; write [[{visible(key)}]] with double brackets")
            return [Entry(value, (*self.path, key), self.problems, self.rules)]
        if not isinstance(value, list):
            self.wrong(key, f"a list of tables, as in [[{visible(key)}]]")
            return []
        entries = []
        for number, item in enumerate(value):
            if isinstance(item, dict):
                entries.append(Entry(item, (*self.path, key, number), self.problems, self.rules))
            else:
                self.wrong(key, "a table", number)
        return entries

    def _misspelt(self, key: str, kind: type) -> str | None:
        """A heading that is `key` in other letters, or one of many for one: what stands there was meant for it.

        That it is misspelt `leftovers` says; all that hangs on it is not said as well.
        """
        others = {key, f"{key}s", key[:-1], f"{key[:-1]}ies"}
        alike = (name for name in self.data if name not in self._known and name.casefold() in others)
        return next((name for name in alike if name != key and isinstance(self.data[name], kind)), None)

    def leftovers(self) -> None:
        """A finding for each key that nobody asked for, with its nearest neighbour; and one for what is missing."""
        unknown = [key for key in self.data if key not in self._known]
        what, missing = self._missing
        if missing:
            meant = {self.problems.nearest(self._known).to(key) for key in unknown}
            said = [f"'{key}'" for key in missing if key not in meant]
            if said:
                self.problem(self.rules.missing_key, None, f"{what} needs {listed(said)}")
        if not unknown:
            return
        nearest, belongs = self.problems.nearest(self._known), self.rules.belongs
        for key in unknown:
            near = f"it stands {belongs[key]}" if key in belongs else nearest.hint(key)
            hint = near or f"the keys here are {', '.join(self._known)}"
            path = (*self.path, key)
            self.problems.add(self.rules.unknown_key, path, f"unknown key {quoted(key)}", hint, on_key=True)
