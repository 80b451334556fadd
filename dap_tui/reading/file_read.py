"""What was read of one return, row by row; and, once all is read, what of that is one finding and not many."""

from __future__ import annotations

from dap_tui.finding import Finding, Level, Place
from dap_tui.measure import Figure
from dap_tui.period import Period, PeriodError, parse_period
from dap_tui.reading.folder import FoundReturn
from dap_tui.reading.merge import Merge
from dap_tui.reading.misplaced import (
    columns_exchanged,
    ids_elsewhere,
    ids_written_otherwise,
    is_of_periods,
    notes_below,
    of_another_source,
    with_both_readings,
    with_other_period,
)
from dap_tui.reading.period_names import likely_period
from dap_tui.reading.table import Record
from dap_tui.rules import Rule
from dap_tui.rules import returns as rules


class FileRead:
    """What was read of one return: its rows that carry something, its blanks, and what is wrong with it.

    Of a workbook also the sheet that was read, and the words of its rows that have an error. What may be one
    finding though it is in many rows is kept apart until all is read: `notes` are rows without an id and a value,
    `otherwise` those whose id is written another way, with that id, `of_others` those of another source, with it.
    """

    def __init__(self, found: FoundReturn) -> None:
        """Nothing of it is read yet."""
        self.found = found
        self.rows: list[tuple[str, str, Figure]] = []
        self.blanks: list[tuple[str, str, Figure]] = []
        self.findings: list[Finding] = []
        self.blank_rows: list[Finding] = []
        self.notes: list[Finding] = []
        self.otherwise: list[tuple[Finding, str]] = []
        self.of_others: list[tuple[Finding, str]] = []
        self.either_way: list[tuple[int, str]] = []
        self.merge = Merge()
        self.sheet: str | None = None
        self.refused: set[str] = set()
        self._periods: dict[str, int] = {}
        self._starts = 4

    def on(
        self, rule: Rule, record: Record, number: int, message: str, hint: str | None, width: int | None = None
    ) -> Finding:
        """A finding on cell `number` of a row, or, with `width`, on so much of its line from there on."""
        line, column, cell = record.spot(number)
        place = Place(self.found.file, line, column)
        return rule.at(place, message, hint, cell if width is None else width)

    def say(
        self, rule: Rule, record: Record, number: int, message: str, hint: str | None, width: int | None = None
    ) -> None:
        """Such a finding, which stands whatever comes."""
        self.findings.append(self.on(rule, record, number, message, hint, width))

    def says_period(self, cell: str, starts: int) -> None:
        """What a row says of its period, in a column that is not read; years start in month `starts`."""
        self._periods[cell] = self._periods.get(cell, 0) + 1
        self._starts = starts

    @property
    def errors(self) -> int:
        """How many findings there are so far that say of a row that it cannot be read as it stands."""
        return (
            sum(each.level is Level.ERROR for each in self.findings)
            + len(self.notes)
            + len(self.otherwise)
            + len(self.of_others)
        )

    def closed(self, proved: int = 0) -> None:
        """Once all is read: a return with blanks alone has one finding, another one for each blank."""
        if self.blanks and not self.rows and not proved and (exchanged := columns_exchanged(self.blanks)) is not None:
            self.findings.append(exchanged)
        elif self.blanks and not self.rows and not proved:
            rows = "1 row" if len(self.blanks) == 1 else f"{len(self.blanks)} rows"
            message = f"nobody has filled this return in: {rows}, and no value"
            hint = "ask for it; where it has come as another file, delete this one"
            self.findings.append(rules.BLANK_RETURN.at(Place(self.found.file), message, hint))
        else:
            self.findings.extend(self.blank_rows)
        self.blank_rows = []
        self.findings += notes_below(self.notes) + ids_written_otherwise(self.otherwise)
        self.findings += of_another_source(self.of_others, len(self.rows) + len(self.blanks) + proved)
        self.refused.update(same for _, same in self.otherwise)
        if not self.rows and not self.blanks and not proved:
            self.findings = ids_elsewhere(self.findings)
        self.findings = [self._told_more(each) for each in self.findings]

    def _told_more(self, finding: Finding) -> Finding:
        """A finding on the whole table, with what its rows have shown."""
        if finding.code == rules.DELIMITER.code and self.either_way:
            return with_both_readings(finding, self.either_way)
        if finding.code == rules.UNKNOWN_COLUMN.code and is_of_periods(finding) and (others := self._other_periods()):
            return with_other_period(finding, others, self.found.period)
        return finding

    def _other_periods(self) -> dict[Period, int]:
        """Periods that its rows say they are of and that are not its own, with how many say so."""
        others: dict[Period, int] = {}
        for cell, count in self._periods.items():
            try:
                period: Period | None = parse_period(cell.strip(), self._starts)
            except PeriodError:
                period = likely_period(cell, self._starts)
            if period is not None and period not in {self.found.period, self.found.period.year}:
                others[period] = others.get(period, 0) + count
        return others
