"""Returns that are there and not where or what they should be: of those nothing is overdue, since that is said."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Final

from dap_tui.period import Period, PeriodError, parse_period
from dap_tui.reading.folder import NO_RETURN_YET, RETURNS
from dap_tui.reading.period_names import by_first_year, likely_period
from dap_tui.rules import returns as rules
from dap_tui.workspace import Workspace

_RULES: Final = (rules.NO_PERIOD, rules.OTHER_NAME, rules.NO_FILE, rules.TOO_LARGE, rules.OTHER_PERIOD)
_CODES: Final = frozenset(rule.code for rule in _RULES)
_TABLES: Final = (".csv", ".xlsx")
_HOLD_FILES: Final = (".zip", ".7z", ".rar")


class Mislaid:
    """What was found under `returns/` by its name, and is not read: `idas.xls`, or a folder `Q3 2023`."""

    def __init__(self, workspace: Workspace) -> None:
        """Names are looked at once the first return is asked for."""
        self._workspace = workspace

    def has(self, source: str, period: Period) -> bool:
        """Whether the return of a source may be among it; in a folder of another name, where the period has none."""
        if self._is_all_elsewhere:
            return True
        if period in self._folders and all(file.period != period for file in self._workspace.returns.files):
            return True
        return any(_is_of(source, name) for name in self._files.get(period, ()))

    @cached_property
    def _is_all_elsewhere(self) -> bool:
        """Whether there is no folder of returns at all, or none that may be opened: the one thing to be said."""
        found = self._workspace.findings
        return any(each.place.file == RETURNS and each.message != NO_RETURN_YET for each in found)

    @cached_property
    def _found(self) -> list[list[str]]:
        found = self._workspace.findings
        return [each.place.file.split("/")[1:] for each in found if each.code in _CODES]

    @cached_property
    def _files(self) -> dict[Period, list[str]]:
        """The names of what is not read, by the period in whose folder it lies."""
        files: defaultdict[Period, list[str]] = defaultdict(list)
        for way in self._found:
            if len(way) == 2 and (period := self._period(way[0])) is not None:
                files[period].append(way[1].casefold())
        return files

    @cached_property
    def _folders(self) -> frozenset[Period]:
        """The periods that were probably meant by what lies right under `returns/`."""
        periods = (self._period(way[0]) for way in self._found if len(way) == 1)
        return frozenset(period for period in periods if period is not None)

    def _period(self, name: str) -> Period | None:
        starts = self._workspace.catalogue.partnership.starts
        for suffix in _TABLES:
            name = name.removesuffix(suffix)
        try:
            return parse_period(name, starts)
        except PeriodError:
            return likely_period(name, starts) or by_first_year(name, starts)


def _is_of(source: str, name: str) -> bool:
    """Whether a file's name begins with a source's id, and no longer word; or it is one that may hold any return."""
    if name.endswith(_HOLD_FILES) or "." not in name:
        return True
    return name.startswith(source) and not name[len(source) : len(source) + 1].isalnum()
