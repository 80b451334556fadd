"""What a row of a return means: whose figure it is, of which indicator and breakdown; or what is wrong with it.

Both ways of reading, the careful one and the bulk, ask this one place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from dap_tui.catalogue import Catalogue, Indicator
from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure
from dap_tui.period import Quarter
from dap_tui.reading.bounds import out_of_bounds
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.header import Header
from dap_tui.reading.merge import is_marker
from dap_tui.reading.misplaced import (
    REST_OF_A_NUMBER,
    both_readings,
    cut_by_a_comma,
    is_read_either_way,
)
from dap_tui.reading.strangers import Strangers
from dap_tui.reading.table import BLANK, Record
from dap_tui.reading.text import CONTROL, ZERO_WIDTH, folded, quoted, visible
from dap_tui.reading.value import Unreadable, Value, read_value
from dap_tui.rules import returns as rules

TOTALS: Final = ("", "total", "all")


class RowReader:
    """Reads rows against a catalogue; `withheld` are indicators that it has and that cannot be read."""

    def __init__(self, catalogue: Catalogue, withheld: Iterable[str] = ()) -> None:
        self.indicators = catalogue.indicator
        self.symbols = catalogue.symbols
        self._strangers = Strangers(self.indicators, frozenset(withheld))
        self._starts = catalogue.partnership.starts
        self._breakdowns: dict[str, tuple[str, bool]] = {}

    def is_row(self, line: str) -> bool:
        """Whether a line begins as a row does, with the id of an indicator and a separator."""
        for delimiter in ",;\t":
            before, found, _ = line.partition(delimiter)
            if found and before.strip() in self.indicators:
                return True
        return False

    def read(self, record: Record, header: Header, into: FileRead) -> None:
        """One row, into what was read of its file."""
        if record.fault is not None:
            self._fault(record, into)
            return
        if is_marker(record.cells[0]):
            self.marker(record, header, into)
            return
        lacks_value = len(record.cells) <= header.value
        if len(record.cells) != header.width and not self._fits(record, header, into):
            return
        if header.unnamed:
            self._unnamed(record, header, into)
        written = record.cells[header.indicator].strip(BLANK)
        indicator = self.indicators.get(written)
        if indicator is None:
            self._strangers.read(record, header, written, into)
        else:
            self._figure(record, header, indicator, into, lacks_value=lacks_value)

    def _figure(
        self, record: Record, header: Header, indicator: Indicator, into: FileRead, *, lacks_value: bool
    ) -> None:
        """The figure, symbol or blank of a row whose indicator is known; that a cell is not there, is said already."""
        cells = record.cells
        name, note = "", ""
        if header.breakdown >= 0 and cells[header.breakdown]:
            name, is_clean = self.breakdown(cells[header.breakdown])
            if not is_clean:
                self._control(record, header.breakdown, "breakdown", into)
        if header.note >= 0 and cells[header.note]:
            note = self._note(record, header.note, into)
        if into.found.source not in {None, indicator.source}:
            self._other_source(record, header, indicator, into)
        line, column, width = record.spot(header.value)
        place = Place(into.found.file, line, column)
        value = read_value(cells[header.value], indicator.unit, self.symbols)
        if isinstance(value, Unreadable):
            into.findings.append(value.rule.at(place, value.message, value.hint, width))
            return
        figure = Figure(value.number, value.symbol, value.marks, words_of(value.words, note), place)
        if into.merge.repeats(indicator.id, name):
            return
        if value.number is None and value.symbol is None:
            into.blanks.append((indicator.id, name, figure))
            into.blank_rows += [] if lacks_value else [_blank(indicator, name, place, width)]
            return
        self._held(record, header, indicator, value, into)
        if header.period >= 0:
            into.says_period(cells[header.period], self._starts)
        into.rows.append((indicator.id, name, figure))

    def _held(self, record: Record, header: Header, indicator: Indicator, value: Value, into: FileRead) -> None:
        """A figure against what its indicator can be, and its period against how often there is one."""
        fault = out_of_bounds(indicator, value)
        line, column, width = record.spot(header.value)
        cell = record.cells[header.value].strip(BLANK)
        if is_read_either_way(cell, header, indicator):
            if fault is None:
                into.either_way.append((line, cell))
            else:
                thousands, decimals = both_readings(cell)
                fault = fault._replace(hint=f"{cell} is read as {thousands}; if {decimals} is meant, write that")
        if fault is not None:
            into.findings.append(fault.rule.at(Place(into.found.file, line, column), fault.message, fault.hint, width))
        if indicator.is_yearly and isinstance(into.found.period, Quarter):
            self._yearly(record, header, indicator, into)

    def breakdown(self, cell: str) -> tuple[str, bool]:
        """A breakdown's name as it is compared and shown ("" is the total), and whether it had no control character."""
        known = self._breakdowns.get(cell)
        if known is None:
            text = unicodedata.normalize("NFC", folded(cell))
            seen = ZERO_WIDTH.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(text))
            known = ("" if text.casefold() in TOTALS else seen, seen == text)
            self._breakdowns[cell] = known
        return known

    def _note(self, record: Record, column: int, into: FileRead) -> str:
        note = folded(record.cells[column])
        if CONTROL.search(note):
            self._control(record, column, "note", into)
        return note

    def _fault(self, record: Record, into: FileRead) -> None:
        rule, message, hint = record.fault or (rules.QUOTE, "", None)
        line, column, width = record.spot(0)
        into.findings.append(rule.at(Place(into.found.file, line, column), message, hint, width))

    def marker(self, record: Record, header: Header, into: FileRead) -> None:
        """A marker of a merge; only the first of each conflict is a finding."""
        line = header.delimiter.join(record.cells)
        if into.merge.passes(line):
            message = "a merge was not finished; of a figure that both sides have, the first is read"
            hint = "keep one side, and delete the marker lines"
            into.findings.append(rules.MERGE_CONFLICT.at(Place(into.found.file, record.line), message, hint, len(line)))

    def _fits(self, record: Record, header: Header, into: FileRead) -> bool:
        """Whether a row of another width than the header can be read; missing cells are put as empty."""
        cells, wanted = record.cells, len(header.names)
        if record.is_blank:
            return False
        if len(cells) > header.width:
            extra = next((n for n in range(header.width, len(cells)) if cells[n].strip(BLANK)), None)
            if extra is None and not REST_OF_A_NUMBER.fullmatch(cells[header.value + 1]):
                return True
            message = f"this row has {len(cells)} cells, and the header names {wanted} columns"
            at, width, hint = cut_by_a_comma(record, header, header.width if extra is None else extra)
            into.say(rules.ROW_TOO_LONG, record, at, message, hint, width)
            return False
        if len(cells) < wanted and self._names_one(cells, header):
            rest = "the others are taken for empty" if len(cells) > header.value else "so it has no value"
            message = f"this row has {len(cells)} of {wanted} cells; {rest}"
            hint = "has a comma been lost? give it as many as the header"
            into.say(rules.ROW_TOO_SHORT, record, 0, message, hint, 0)
        record.pad(header.width)
        return True

    def _names_one(self, cells: list[str], header: Header) -> bool:
        """Whether a row names an indicator; a footnote under the table is one finding, not two."""
        return len(cells) > header.indicator and cells[header.indicator].strip(BLANK) in self.indicators

    def _unnamed(self, record: Record, header: Header, into: FileRead) -> None:
        for number in header.unnamed:
            if record.cells[number].strip(BLANK):
                message = f"{quoted(record.cells[number])} stands in a column without a name"
                into.say(rules.UNNAMED_COLUMN, record, number, message, "name the column, or move the cell")

    def _other_source(self, record: Record, header: Header, indicator: Indicator, into: FileRead) -> None:
        message = f"'{indicator.id}' is returned by {indicator.source}, and this file is {into.found.source}'s"
        hint = f"move the row into {indicator.source}.csv"
        finding = into.on(rules.OTHERS_INDICATOR, record, header.indicator, message, hint)
        into.of_others.append((finding, indicator.source))

    def _yearly(self, record: Record, header: Header, indicator: Indicator, into: FileRead) -> None:
        year = into.found.period.year
        message = f"'{indicator.id}' has one figure a year, and this is a quarter's return"
        hint = f"move the row into returns/{year.id}/{indicator.source}.csv"
        into.say(rules.YEARLY, record, header.indicator, message, hint)

    def _control(self, record: Record, number: int, what: str, into: FileRead) -> None:
        message = f"there is a control character in the {what} {quoted(folded(record.cells[number]))}"
        into.say(rules.CONTROL, record, number, message, "delete it")


def _blank(indicator: Indicator, name: str, place: Place, width: int) -> Finding:
    what = f"'{indicator.id}'" + (f", {quoted(name)}," if name else "")
    return rules.BLANK_ROW.at(place, f"{what} has no value yet", "fill it in, or write [x] or [z]", width)


def words_of(mark: str | None, note: str) -> str | None:
    """What a partner wrote: the note, after their own mark where that says something, as "No joining: new staff"."""
    if not note:
        return mark
    return visible(f"{mark}: {note}" if mark and any(letter.isalnum() for letter in mark) else note)
