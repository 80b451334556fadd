"""What the rules ask of a workspace: its parts, its figures worked out once, and the day it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dap_tui.assess.figures import Figures, Ledger
from dap_tui.catalogue import Catalogue, Indicator
from dap_tui.check.mislaid import Mislaid
from dap_tui.check.misnamed import Misnamed, misnamed
from dap_tui.check.rejected import Rejected
from dap_tui.check.toml_lines import CatalogueLines, NarrativeLines
from dap_tui.finding import Place
from dap_tui.measure import Figure
from dap_tui.period import Period, Quarter, on_one_scale
from dap_tui.returns import Returns, Series
from dap_tui.rules.catalogue import BAD_PERIOD, CONTROL, WRONG_TYPE
from dap_tui.workspace import Workspace


@dataclass(frozen=True)
class Inquiry:
    """A workspace under examination on the day `as_of`."""

    workspace: Workspace
    as_of: date
    _returned: dict[str, list[tuple[Period, Figure]]] = field(default_factory=dict)
    _narratives: dict[str, NarrativeLines] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        """What is measured."""
        return self.workspace.catalogue

    @property
    def returns(self) -> Returns:
        """What was returned."""
        return self.workspace.returns

    @cached_property
    def ledger(self) -> Ledger:
        """The figures of every indicator, totals and ratios worked out where they were not returned."""
        return Ledger(self.catalogue, self.returns)

    @cached_property
    def rejected(self) -> Rejected:
        """What is in the files and could not be read."""
        return Rejected(self.workspace)

    @cached_property
    def mislaid(self) -> Mislaid:
        """What has the name of a return and is not read."""
        return Mislaid(self.workspace)

    @cached_property
    def misnamed(self) -> list[Misnamed]:
        """Breakdown rows under a name that is nearly one they had; of what could not be read nothing is said."""
        found = []
        for each in misnamed(self.catalogue, self.returns):
            files = self.files_of(self.catalogue.indicator[each.indicator].source, each.period)
            if not self.rejected.names(files, each.indicator):
                found.append(each)
        return found

    @cached_property
    def is_end_unread(self) -> bool:
        """Whether the catalogue names a last period that cannot be read, so that nobody knows what is overdue."""
        if self.catalogue.partnership.last_period is not None:
            return False
        faults = {WRONG_TYPE.code, BAD_PERIOD.code, CONTROL.code}
        is_faulty = any(each.code in faults for each in self.workspace.findings)
        return is_faulty and self.lines.has("partnership", "last_period")

    @cached_property
    def files(self) -> Mapping[tuple[Period, str | None], list[str]]:
        """The returns by period and source, None standing for those of no source's name."""
        files: defaultdict[tuple[Period, str | None], list[str]] = defaultdict(list)
        for file in self.returns.files:
            files[file.period, file.source].append(file.file)
        return files

    def files_of(self, source: str, period: Period) -> list[str]:
        """The files that may hold a source's rows of a period, its own first."""
        return [*self.files.get((period, source), ()), *self.files.get((period, None), ())]

    @cached_property
    def _sheets(self) -> Mapping[str, str]:
        return {file.file: file.sheet for file in self.returns.files if file.sheet is not None}

    def top(self, file: str) -> Place:
        """Where a finding on a whole file stands: its first line, or the first cell of the sheet that was read."""
        sheet = self._sheets.get(file)
        return Place(file) if sheet is None else Place(file, 1, 1, sheet, "A1")

    @cached_property
    def lines(self) -> CatalogueLines:
        """Where the catalogue's entries stand."""
        return CatalogueLines(self.workspace.root)

    def words(self, file: str) -> NarrativeLines:
        """Where the entries of a narrative stand."""
        if file not in self._narratives:
            self._narratives[file] = NarrativeLines(self.workspace.root, file)
        return self._narratives[file]

    @cached_property
    def blank_rows(self) -> frozenset[tuple[str, Period]]:
        """The indicators and periods with a breakdown row that is still to be filled in."""
        return frozenset((indicator, period) for indicator, row, period in self.returns.blanks if row)

    @cached_property
    def blanks(self) -> frozenset[tuple[str, Period]]:
        """The indicators and periods with any row that is still to be filled in."""
        return frozenset((indicator, period) for indicator, _, period in self.returns.blanks)

    @cached_property
    def first_quarter(self) -> Quarter | None:
        """The first quarter that there is any return of, blank ones included."""
        quarters = [file.period for file in self.returns.files] + list(self.returns.periods)
        return min((each for each in quarters if isinstance(each, Quarter)), default=None)

    @cached_property
    def periods(self) -> frozenset[Period]:
        """The periods in which anything was returned."""
        return frozenset(self.returns.periods)

    def has_rows(self, indicator: str, period: Period) -> bool:
        """Whether a figure or symbol was returned for any breakdown row of an indicator."""
        if period not in self.periods:
            return False
        return period in self.returns.row_sums(indicator) or any(
            period in series for series in self.returns.rows(indicator).values()
        )

    def figures(self, indicator: Indicator) -> Figures:
        """The indicator's own figures."""
        return self.ledger.total(indicator)

    def returned(self, indicator: Indicator) -> list[tuple[Period, Figure]]:
        """The numbers that were returned as the indicator's own, in the order of time."""
        known = self._returned.get(indicator.id)
        if known is None:
            known = self._returned[indicator.id] = _numbers(self.returns.totals(indicator.id))
        return known

    def numbers(self, indicator: Indicator) -> list[tuple[Period, Figure]]:
        """The same, with those that its breakdown adds up to where no total was returned."""
        own = self.returns.totals(indicator.id)
        if not indicator.breakdown_adds_up or indicator.ratio or len(own) == len(self.periods):
            return self.returned(indicator)
        return _numbers(self.figures(indicator).series)

    def place(self, indicator: Indicator, period: Period, figure: Figure) -> Place:
        """Where a figure stands; of one that was worked out, the first breakdown row it was worked out from."""
        if figure.place is not None:
            return figure.place
        rows = self.returns.rows(indicator.id).values()
        places = (series[period].place for series in rows if period in series)
        return next((place for place in places if place is not None), Place(f"returns/{period.id}"))


def _numbers(series: Series) -> list[tuple[Period, Figure]]:
    return sorted((item for item in series.items() if item[1].number is not None), key=_when)


def _when(item: tuple[Period, Figure]) -> tuple[int, int]:
    return on_one_scale(item[0])
