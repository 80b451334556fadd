"""Text to rows of cells, each cell with where it begins; a row that is broken never takes others with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from dap_tui.reading.text import SPACES
from dap_tui.rules import Rule
from dap_tui.rules import returns as rules

MOST_CHARACTERS: Final = 1024 * 1024
MOST_CELLS: Final = 200
BLANK: Final = SPACES.replace("\u2000-\u200a", "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a")
"""The characters that a blank cell may have, for `str.strip`."""

Spot = tuple[int, int, int]
"""Line and column, from 1, and how many characters of that line."""


class Record:
    """A row: its cells, the line it begins in, and where each cell begins."""

    __slots__ = ("_spots", "cells", "fault", "line")

    def __init__(
        self,
        line: int,
        cells: list[str],
        spots: list[Spot] | None = None,
        fault: tuple[Rule, str, str | None] | None = None,
    ) -> None:
        self.line = line
        self.cells = cells
        self.fault = fault
        self._spots = spots

    def spot(self, number: int) -> Spot:
        """Where a cell begins, and its width; of a cell that is not there, the end of the row."""
        if self._spots is not None:
            return self._spots[min(number, len(self._spots) - 1)]
        if number >= len(self.cells):
            number = len(self.cells) - 1
        return (self.line, 1 + number + sum(map(len, self.cells[:number])), len(self.cells[number]))

    def pad(self, width: int) -> None:
        """Missing cells put as empty ones, where the row ends."""
        spots = [self.spot(number) for number in range(len(self.cells))]
        line, column, taken = spots[-1]
        self._spots = [*spots, (line, column + taken, 0)]
        self.cells.extend([""] * (width - len(self.cells)))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(cell.strip(BLANK) for cell in self.cells)


def records(text: str, delimiter: str, is_row: Callable[[str], bool]) -> Iterator[Record]:
    """The rows of a text whose lines end in line feeds.

    A quoted cell may go over several lines, but not over one that `is_row` knows for a row of its own: there
    a quote was not closed.
    """
    lines = text.split("\n")
    if '"' not in text:
        for number, line in enumerate(lines, 1):
            if len(line) > MOST_CELLS:
                yield plain_record(number, line, delimiter)
            else:
                yield Record(number, line.split(delimiter))
        return
    at = 0
    while at < len(lines):
        line = lines[at]
        if len(line) > MOST_CHARACTERS or '"' not in line:
            yield plain_record(at + 1, line, delimiter)
            at += 1
        else:
            record, at = quoted_record(lines, at, delimiter, is_row)
            yield record


def plain_record(number: int, line: str, delimiter: str) -> Record:
    """The row of one line without quotes; a row that is too long to be one is a fault."""
    if len(line) > MOST_CHARACTERS:
        message = f"this row is longer than 1 MiB ({len(line):,} characters)"
        return Record(
            number,
            [""],
            [(number, 1, 0)],
            (rules.TOO_LARGE, message, "it is not read; look what got into it"),
        )
    if line.count(delimiter) >= MOST_CELLS:
        return _too_many(number, line.count(delimiter) + 1)
    return Record(number, line.split(delimiter))


def _too_many(number: int, cells: int) -> Record:
    message = f"this row has {cells:,} cells, and at most {MOST_CELLS} are read"
    return Record(number, [""], [(number, 1, 0)], (rules.TOO_LARGE, message, "delete the empty columns"))


def quoted_record(lines: list[str], first: int, delimiter: str, is_row: Callable[[str], bool]) -> tuple[Record, int]:
    """The row that begins in `lines[first]`, where there is a quote, and the place of the line after it."""
    cells: list[str] = []
    spots: list[Spot] = []
    at, column = first, 0
    while True:
        line = lines[at]
        if line.startswith('"', column):
            end = _closing(lines, at, column, is_row)
            if end is None or (end[0] > at and not _ends_a_cell(lines[end[0]], end[1], delimiter)):
                fault = (rules.QUOTE, "a quote is opened here and never closed", "close it, or take it away")
                return Record(first + 1, cells, [(at + 1, column + 1, len(line) - column)], fault), at + 1
            if not _ends_a_cell(lines[end[0]], end[1], delimiter):
                fault = (
                    rules.QUOTE,
                    "there is text after a closing quote",
                    'a quote in a quoted text is written ""',
                )
                return Record(first + 1, cells, [(at + 1, column + 1, len(line) - column)], fault), at + 1
            text = "\n".join([*lines[at : end[0]], lines[end[0]][: end[1]]])[column + 1 : -1]
            cells.append(text.replace('""', '"'))
            width = len(line) - column if end[0] > at else end[1] - column
            spots.append((at + 1, column + 1, width))
            at, line = end[0], lines[end[0]]
            following = line.find(delimiter, end[1])
        else:
            following = line.find(delimiter, column)
            cells.append(line[column : following if following >= 0 else len(line)])
            spots.append((at + 1, column + 1, len(cells[-1])))
        if len(cells) > MOST_CELLS:
            return _too_many(first + 1, len(cells) + line.count(delimiter, column)), at + 1
        if following < 0:
            return Record(first + 1, cells, spots), at + 1
        column = following + 1


def _closing(lines: list[str], at: int, column: int, is_row: Callable[[str], bool]) -> tuple[int, int] | None:
    """The line and column after the quote that closes the one at `column`; None where none does."""
    start, size = column + 1, 0
    while True:
        line = lines[at]
        end = line.find('"', start)
        while end >= 0 and line.startswith('"', end + 1):
            end = line.find('"', end + 2)
        if end >= 0:
            return at, end + 1
        size += len(line) + 1
        at, start = at + 1, 0
        if at >= len(lines) or size > MOST_CHARACTERS or is_row(lines[at]):
            return None


def _ends_a_cell(line: str, column: int, delimiter: str) -> bool:
    """Whether nothing but spaces stands between `column` and the cell's end."""
    end = line.find(delimiter, column)
    return not line[column : end if end >= 0 else len(line)].strip(BLANK)
