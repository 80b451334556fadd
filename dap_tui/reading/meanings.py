"""Values that mean something in this field: a tolerance, a period, an entry for each year."""

from __future__ import annotations

from decimal import Decimal

from dap_tui.measure import Tolerance, ToleranceKind
from dap_tui.period import Period, PeriodError, Year, parse_period
from dap_tui.reading.entry import Entry
from dap_tui.reading.period_names import likely_period
from dap_tui.reading.text import visible
from dap_tui.reading.toml_values import is_usable

_LONGEST = 12


def tolerance_of(entry: Entry, key: str) -> Tolerance | None:
    """`"15%"` of the bound, `"5pp"` percentage points, or a number in the indicator's own unit."""
    value = entry.raw(key)
    if value is None:
        return None
    amount: Decimal | None = None
    kind = ToleranceKind.UNITS
    if isinstance(value, str):
        text = value.strip()
        kind = ToleranceKind.PER_CENT if text.endswith("%") else ToleranceKind.POINTS
        number = text.removesuffix(kind.value).strip()
        is_number = number.replace(".", "", 1).isdecimal() and number.isascii() and len(number) < _LONGEST
        if text.endswith(kind.value) and is_number:
            amount = Decimal(number)
    elif isinstance(value, int | Decimal) and not isinstance(value, bool) and is_usable(value) and value >= 0:
        amount = Decimal(value)
    if amount is None:
        entry.wrong(key, '"15%", "5pp" or a number of its own unit, from 0')
        return None
    return Tolerance(amount, kind)


def period_of(entry: Entry, key: str, starts: int) -> Period | None:
    """A quarter or a year; years start in month `starts`."""
    text = entry.text(key)
    return None if text is None else _period(entry, text, starts, key)


def periods_of(entry: Entry, key: str, starts: int) -> tuple[Period, ...]:
    """A list of quarters or years."""
    read = (_period(entry, text, starts, key, number) for number, text in enumerate(entry.texts(key)))
    return tuple(period for period in read if period is not None)


def _period(entry: Entry, text: str, starts: int, key: str, *at: int) -> Period | None:
    try:
        return parse_period(text, starts)
    except PeriodError as error:
        likely = likely_period(text, starts)
        hint = (
            f"is it {likely.shown}? then write {likely}"
            if likely and not str(error).endswith(f"write {likely}")
            else None
        )
        entry.problem(entry.rules.bad_period, key, visible(str(error)), hint, *at)
        return None


def by_year(entry: Entry, key: str, starts: int) -> list[tuple[Year | None, Entry]]:
    """A table with an entry a year, or "always" (None)."""
    table = entry.table(key)
    entries: list[tuple[Year | None, Entry]] = []
    is_entry_itself = False
    for name, value in table.data.items():
        year: Year | None = None
        if name != "always":
            try:
                year = Year.parse(name, starts)
            except PeriodError as error:
                if is_entry_itself and not isinstance(value, dict):
                    continue
                at = (*table.path, name)
                hint = 'entries are by year, or "always"'
                if not isinstance(value, dict):
                    is_entry_itself = True
                    hint += f", as in {key}.always = {{ {visible(name)} = … }}"
                table.problems.add(table.rules.bad_period, at, visible(str(error)), hint, on_key=True)
                continue
        if not isinstance(table.raw(name), dict):
            table.wrong(name, "a table, as in { value = 8 }")
            continue
        entries.append((year, table.table(name)))
    return entries
