"""Cells that stand in another column than they were meant for, or say two things, and how to put them right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dap_tui.catalogue import Indicator
from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure
from dap_tui.period import Period
from dap_tui.reading.header import PERIODS, Header
from dap_tui.reading.table import BLANK, Record
from dap_tui.reading.text import quoted
from dap_tui.reading.value import NUMBER
from dap_tui.rules import returns as rules

REST_OF_A_NUMBER: Final = re.compile(r"[0-9]{3}(?:\.[0-9]+)?%?")
"""What stands after a thousands comma."""

_FEW: Final = 3
ITS_ID: Final = "its id stands"
"""How a hint begins that says in which other column the id of a row was found."""

_THOUSANDS_OR_DECIMALS: Final = re.compile(r"-?£?[0-9]{1,3},[0-9]{3}%?")


def is_read_either_way(cell: str, header: Header, indicator: Indicator) -> bool:
    """Whether a number's comma may separate thousands or decimals.

    It may where spreadsheets write semicolons between cells; not in a figure that can only be whole.
    """
    return header.delimiter == ";" and not indicator.bounds.whole and bool(_THOUSANDS_OR_DECIMALS.fullmatch(cell))


def both_readings(cell: str) -> tuple[str, str]:
    """Such a number as it is read, its comma between thousands; and with a decimal point."""
    return cell.replace(",", ""), cell.replace(",", ".")


def with_both_readings(delimiter: Finding, cells: Sequence[tuple[int, str]]) -> Finding:
    """The finding on what separates cells, with the first, by its line, of those that can be read either way."""
    line, cell = cells[0]
    thousands, decimals = both_readings(cell)
    others = f" and {len(cells) - 1:,} like it" if len(cells) > 1 else ""
    message = f"{delimiter.message}; {cell} in line {line}{others} is read as {thousands}, and may be {decimals}"
    hint = f"{delimiter.hint}; a decimal sign is a point"
    return delimiter._replace(message=message, hint=hint)


def columns_exchanged(blanks: Sequence[tuple[str, str, Figure]]) -> Finding | None:
    """The finding on a return of these blanks whose figures stand in the column breakdown, or note.

    They do where most cells of that column are numbers; of breakdowns, where each indicator is there once, without
    a total.
    """
    names, notes = [name for _, name, _ in blanks], [figure.words or "" for _, _, figure in blanks]
    is_each_once = len({indicator for indicator, _, _ in blanks}) == len(names)
    for column, cells in (("breakdown", names if is_each_once and all(names) else []), ("note", notes)):
        figures = list(filter(_is_figure, cells))
        if 2 * len(figures) > len(blanks):
            message = f"there is no value, and the {column}s are numbers, as {quoted(figures[0])}"
            hint = f"exchange the names {column} and value in the header"
            return rules.EXCHANGED.at(blanks[0][2].place or Place(""), message, hint)
    return None


def ids_elsewhere(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of a return of which no row could be read, its rows without an id being one finding.

    So it is where the id of every one stands in the same other column: the header's names are exchanged.
    """
    rowless = [each for each in findings if each.code == rules.NO_INDICATOR.code]
    hints = {each.hint for each in rowless}
    if len(rowless) < 2 or len(hints) != 1 or not (hint := rowless[0].hint or "").startswith(ITS_ID):
        return list(findings)
    lines = f"lines {rowless[0].place.line} to {rowless[-1].place.line}"
    message = f"none of the {len(rowless)} rows in {lines} names an indicator"
    one = rowless[0]._replace(message=message, hint=hint.replace(ITS_ID, "their ids stand").replace("it,", "them,"))
    return [one, *(each for each in findings if each.code != rules.NO_INDICATOR.code)]


def notes_below(notes: Sequence[Finding]) -> list[Finding]:
    """The findings on rows without an id and without a value: of several the first, which says of the others."""
    if not notes:
        return []
    first, last = notes[0], notes[-1].place.line
    others = "" if len(notes) == 1 else f"; so are {len(notes) - 1} more rows, to line {last}"
    message = f"{first.message}, in a row without a value{others}"
    return [first._replace(message=message, hint="a note is no row: put it into the column note, or delete the line")]


def ids_written_otherwise(rows: Sequence[tuple[Finding, str]]) -> list[Finding]:
    """The findings on ids in capitals or with spaces, each with the id that is meant; of more than a few one."""
    if len(rows) <= _FEW:
        return [finding for finding, _ in rows]
    (first, same), (last, _) = rows[0], rows[-1]
    written = first.message.removeprefix("unknown indicator ")
    lines = f"lines {first.place.line} to {last.place.line}"
    message = f"the ids of {len(rows)} rows, {lines}, are not written as in the catalogue: {written} is '{same}' there"
    hint = "write them in small letters, with a single hyphen between words"
    return [first._replace(message=message, hint=hint)]


def of_another_source(rows: Sequence[tuple[Finding, str]], in_all: int) -> list[Finding]:
    """The findings on rows of other sources, each with its source; one where all rows of a file are of the same."""
    sources = {source for _, source in rows}
    if len(rows) < max(2, in_all) or len(sources) != 1:
        return [finding for finding, _ in rows]
    (first, source), (last, _) = rows[0], rows[-1]
    own = first.message.rpartition(" ")[2]
    message = (
        f"all {len(rows)} rows, lines {first.place.line} to {last.place.line}, are {source}'s, and this file is {own}"
    )
    return [
        first._replace(message=message, hint=f"is it {source}'s return under another name? rename it to {source}.csv")
    ]


def is_of_periods(finding: Finding) -> bool:
    """Whether an unknown column is the one that says of which period a row is."""
    return any(finding.message.casefold().startswith(f"the column '{name}'") for name in PERIODS)


def with_other_period(finding: Finding, others: Mapping[Period, int], own: Period) -> Finding:
    """The finding on a column that is not read, where it says of rows that they are of another period."""
    named = next(iter(others)).shown
    what = named if len(others) == 1 else f"other periods, as {named}"
    rows = "1 row says" if (count := sum(others.values())) == 1 else f"{count:,} of its rows say"
    message = f"{finding.message}; {rows} {what}, and this is a return of {own.shown}"
    hint = "does it lie in the right folder? a return is of one period, that of its folder or its name"
    return finding._replace(message=message, hint=hint)


def _is_figure(text: str) -> bool:
    return (match := NUMBER.fullmatch(text)) is not None and bool(match["whole"])


def cut_by_a_comma(record: Record, header: Header, extra: int) -> tuple[int, int | None, str]:
    """Of a row with too many cells: the cell that is meant, its width where it is more, and what to do."""
    value, rest = record.cells[header.value], record.cells[header.value + 1]
    if re.fullmatch(r"\s*[-£]*[0-9]{1,3}", value) and REST_OF_A_NUMBER.fullmatch(rest):
        whole = f"{value.strip()},{rest}"
        return header.value, len(value) + 1 + len(rest), f'write "{whole}" in quotes, or {whole.replace(",", "")}'
    if "\u201c" in "".join(record.cells):
        return extra, None, 'a text with a comma wants straight quotes, as in "fewer, as last year"'
    if not record.cells[extra - 1].strip(BLANK):
        return extra, None, "move the last cell into a column that has a name"
    return extra, None, 'a number or text with a comma wants quotes, as in "1,821"'
