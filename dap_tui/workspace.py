"""A partnership's folder, as it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dap_tui.catalogue import Catalogue
from dap_tui.errors import NotKnown
from dap_tui.finding import Finding, Level
from dap_tui.narrative import Narrative
from dap_tui.period import Period, PeriodError, Quarter, Year, parse_period
from dap_tui.returns import Returns

if TYPE_CHECKING:
    from dap_tui.published import Published

_PRINTED: Final = r"(?i)(?:(?P<quarter>q[1-4])\s+)?(?P<year>\d{4}(?:/\d{2})?)"


@dataclass(frozen=True, eq=False, repr=False)
class Workspace:
    """What was read of a folder, and what could not be (`findings`, in the order of file and line)."""

    root: Path
    catalogue: Catalogue
    returns: Returns = field(default_factory=Returns)
    narratives: Mapping[Period, Narrative] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    published: Mapping[Period, Published] = field(default_factory=dict)

    @property
    def current(self) -> Period:
        """The latest quarter in which anything was returned; the latest year where there is no quarter.

        Before anything was returned it is `last_period`, else the period of the blank returns; raises NotKnown where
        there is neither.
        """
        periods = self.returns.periods
        quarters = [period for period in periods if isinstance(period, Quarter)]
        if quarters:
            return quarters[-1]
        last = self.catalogue.partnership.last_period
        if periods or last:
            return periods[-1] if periods else last  # type: ignore[return-value]  # one of the two is there
        if self.returns.files:
            return self.latest_file
        raise NotKnown("nothing has been returned yet; 'dap template' writes blank returns of a quarter to fill in")

    @property
    def latest_file(self) -> Period:
        """The latest quarter that has a file, filled in or not; else the latest such year; else as `current`."""
        periods = {file.period for file in self.returns.files}
        quarters = [period for period in periods if isinstance(period, Quarter)]
        years = [period for period in periods if isinstance(period, Year)]
        return max(quarters) if quarters else max(years) if years else self.current

    def period(self, text: str | None) -> Period:
        """The period that `--period` names, the current one where it names none; raises NotKnown.

        Also as screens and reports print it: `Q3 2023/24`, `2023/24`.
        """
        if text is None:
            return self.current
        printed = re.fullmatch(_PRINTED, text.strip())
        named = f"{printed['year']}-{printed['quarter']}" if printed and printed["quarter"] else text
        try:
            return parse_period(named.replace("/", "-"), self.catalogue.partnership.starts)
        except PeriodError as error:
            raise NotKnown(str(error)) from error

    def period_of(self, file: str) -> Period | None:
        """The period that a file under `returns/` is of, by its folder or its own name; None of any other file."""
        folder, _, rest = file.partition("/")
        if folder != "returns":
            return None
        name = rest.split("/", 1)[0] if "/" in rest else rest.rsplit(".", 1)[0]
        try:
            return parse_period(name, self.catalogue.partnership.starts)
        except PeriodError:
            return None

    def faults_of(self, *periods: Period) -> tuple[Finding, ...]:
        """The errors of reading in the files of some periods, in the order of the periods, of file and line."""
        return tuple(each for period in periods for each in self._faults.get(period, ()))

    def sources_at_fault(self, *periods: Period) -> frozenset[str]:
        """The sources of whose returns something could not be read; all, where a return is of no single one."""
        faulty = {each.place.file for each in self.faults_of(*periods)}
        sources = {file.source for file in self.returns.files if file.file in faulty} if faulty else set()
        return frozenset(each.id for each in self.catalogue.sources if None in sources or each.id in sources)

    @cached_property
    def _faults(self) -> Mapping[Period, list[Finding]]:
        faults: dict[Period, list[Finding]] = {}
        known: dict[str, Period | None] = {}
        for each in self.findings:
            if each.level is Level.ERROR:
                file = each.place.file
                if file not in known:
                    known[file] = self.period_of(file)
                period = known[file]
                if period is not None:
                    faults.setdefault(period, []).append(each)
        return faults
