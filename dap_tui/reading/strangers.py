"""Rows that name no indicator of the catalogue: what they are, and what to do about each."""

from __future__ import annotations

from collections.abc import Container, Mapping

from dap_tui.catalogue import Indicator
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.header import Header, names_of
from dap_tui.reading.misplaced import ITS_ID
from dap_tui.reading.table import BLANK, Record
from dap_tui.reading.text import ZERO_WIDTH, spelt, visible
from dap_tui.reading.unknown import NO_ROW, Unknown
from dap_tui.rules import returns as rules


class Strangers:
    """Says of such rows what they are; `withheld` are indicators that the catalogue has and that cannot be read."""

    def __init__(self, indicators: Mapping[str, Indicator], withheld: Container[str]) -> None:
        self._indicators = indicators
        self._withheld = withheld
        self._unknown = Unknown(indicators.values())

    def read(self, record: Record, header: Header, written: str, into: FileRead) -> None:
        """A row without a known id: blank, the header again, one that is withheld, a note, or a fault."""
        if not written:
            if any(cell.strip(BLANK) for at, cell in enumerate(record.cells) if at not in header.unnamed):
                where = self._elsewhere(record, header)
                hint = "write its id in every row; a total or a note is no row: delete it"
                if where is not None:
                    hint = f"{ITS_ID} in the column '{where}': move it, or exchange the names in the header"
                into.say(rules.NO_INDICATOR, record, header.indicator, "this row names no indicator", hint)
        elif written in self._withheld:
            return
        elif "indicator" in written.casefold() and is_header(record, header):
            if not into.merge.is_in_other_side:
                into.say(rules.HEADER_AGAIN, record, 0, "this is the header a second time", "delete the line")
        else:
            self._unknown_id(record, header, written, into)

    def _unknown_id(self, record: Record, header: Header, written: str, into: FileRead) -> None:
        message = f"unknown indicator {spelt(written)}"
        if (same := self._unknown.written_otherwise(written)) is not None:
            meant = f"did you mean '{same}'?"
            into.otherwise.append((into.on(rules.UNKNOWN_INDICATOR, record, header.indicator, message, meant), same))
            return
        hint = self._unknown.hint(written)
        is_note = hint is None and not record.cells[header.value].strip(BLANK)
        if hint is None and (where := self._elsewhere(record, header)) is not None:
            hint, is_note = f"{ITS_ID} in the column '{where}': exchange the two", False
        finding = into.on(rules.UNKNOWN_INDICATOR, record, header.indicator, message, hint or NO_ROW)
        (into.notes if is_note else into.findings).append(finding)

    def _elsewhere(self, record: Record, header: Header) -> str | None:
        """The name of the column in which a row has the id of an indicator, where it has one."""
        at = next((at for at, cell in enumerate(record.cells) if cell.strip(BLANK) in self._indicators), None)
        return visible(header.names[at]) or None if at is not None and at < len(header.names) else None


def is_header(record: Record, header: Header) -> bool:
    """Whether a row is the header again; where files were joined, with the mark of UTF-8 before it."""
    return names_of([ZERO_WIDTH.sub("", record.cells[0]), *record.cells[1:]]) == header.names
