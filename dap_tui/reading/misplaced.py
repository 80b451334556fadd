"""Cells that stand in another column than they were meant for, or say two things, and how to put them right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dap_tui.catalogue import Indicator
from dap_tui.finding import Finding, Place
from dap_tui.measure import Figure
from dap_tui.reading.header import Header
from dap_tui.reading.table import BLANK, Record
from dap_tui.reading.text import quoted
from dap_tui.reading.value import NUMBER
from dap_tui.rules import returns as rules

REST_OF_A_NUMBER: Final = re.compile(r"[0-9]{3}(?:\.[0-9]+)?%?")
"""What stands after a thousands comma."""

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
    """The finding on a return of these blanks whose figures stand in the column breakdown.

    They do where each indicator is there once, without a total, and most breakdowns are numbers.
    """
    names = [name for _, name, _ in blanks]
    figures = list(filter(_is_figure, names))
    is_each_once = len({indicator for indicator, _, _ in blanks}) == len(names)
    if not is_each_once or not all(names) or 2 * len(figures) <= len(names):
        return None
    message = f"there is no value, and the breakdowns are numbers, as {quoted(figures[0])}"
    hint = "exchange the names breakdown and value in the header"
    return rules.EXCHANGED.at(blanks[0][2].place or Place(""), message, hint)


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
