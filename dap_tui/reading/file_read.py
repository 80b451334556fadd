"""What was read of one return, row by row; and, once all is read, what of that is one finding and not many."""

from __future__ import annotations

from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure
from dap_tui.reading.folder import FoundReturn
from dap_tui.reading.merge import Merge
from dap_tui.reading.misplaced import columns_exchanged, ids_elsewhere, with_both_readings
from dap_tui.rules import returns as rules


class FileRead:
    """What was read of one return: its rows that carry something, its blanks, and what is wrong with it.

    Of a workbook also the sheet that was read, and the words of its rows that have an error.
    """

    def __init__(self, found: FoundReturn) -> None:
        """Nothing of it is read yet."""
        self.found = found
        self.rows: list[tuple[str, str, Figure]] = []
        self.blanks: list[tuple[str, str, Figure]] = []
        self.findings: list[Finding] = []
        self.blank_rows: list[Finding] = []
        self.either_way: list[tuple[int, str]] = []
        self.merge = Merge()
        self.sheet: str | None = None
        self.refused: set[str] = set()

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
        if not self.rows and not self.blanks and not proved:
            self.findings = ids_elsewhere(self.findings)
        if self.either_way:
            self.findings = [
                with_both_readings(each, self.either_way) if each.code == rules.DELIMITER.code else each
                for each in self.findings
            ]
