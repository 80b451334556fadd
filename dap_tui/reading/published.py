"""`published.toml` to the model: what was published of a period (The file formats, "published.toml").

dap wrote the file, but anything may have happened to it since: what can be read of it is, and the rest is found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from dap_tui.finding import Finding, Place
from dap_tui.measure import Arrow, Judgement, Status, Symbol
from dap_tui.period import Period
from dap_tui.published import Published, PublishedIndicator
from dap_tui.reading.entry import Entry
from dap_tui.reading.meanings import period_of
from dap_tui.reading.problems import EntryRules, Problems
from dap_tui.reading.toml_text import NotToml, load_toml
from dap_tui.rules import published as rules

FORMAT = 1
RULES = EntryRules(
    unknown_key=rules.UNKNOWN_KEY,
    wrong_type=rules.WRONG_TYPE,
    missing_key=rules.MISSING_KEY,
    not_a_choice=rules.NOT_A_CHOICE,
    bad_period=rules.WRONG_TYPE,
    control=rules.CONTROL,
)


def read_published(path: Path, file: str, period: Period, starts: int) -> tuple[Published | None, list[Finding]]:
    """What was published of the period in whose folder the file lies, and what of it cannot be read.

    Of a file that is none of `period`'s nothing is given back. `starts` is the month in which years start.
    """
    try:
        toml = load_toml(path.read_bytes())
    except NotToml as error:
        return None, [rules.UNREADABLE.at(Place(file, error.line, error.column), error.message, None, 1)]
    except OSError as error:
        message = f"this file cannot be opened: {error.strerror or type(error).__name__}"
        return None, [rules.UNREADABLE.at(Place(file), message, "see who may read it")]
    problems = Problems(file, toml.text)
    published = _read(Entry(toml.data, (), problems, RULES), period, starts)
    return published, problems.findings()


def _read(top: Entry, period: Period, starts: int) -> Published | None:
    number = top.raw("format")
    if number not in (None, FORMAT) or isinstance(number, bool):
        message = f"this published.toml is of another format than {FORMAT}, and is not read"
        top.problem(rules.UNREADABLE, "format", message, "a newer dap may have written it")
        return None
    top.needs("what was published", "period")
    own = period_of(top, "period", starts)
    day = top.day("published")
    if own is not None and own != period:
        message = f"this was published of {own.shown}, and lies in the folder of {period.shown}"
        top.problem(rules.OTHER_PERIOD, "period", message, f"move it into returns/{own.id}/")
        return None
    indicators = {each.id: each for each in _indicators(top.tables("indicator"))}
    top.leftovers()
    return Published(period, day, indicators, Place(top.problems.file))


def _indicators(entries: list[Entry]) -> Iterable[PublishedIndicator]:
    seen: set[str] = set()
    for entry in entries:
        entry.needs("what was published of an indicator", "id")
        identifier = entry.text("id")
        read = _indicator(entry, identifier or "")
        entry.leftovers()
        if identifier is not None and identifier in seen:
            entry.problem(rules.TWICE, "id", f"'{identifier}' was published already", "delete one of the two")
        elif identifier is not None:
            seen.add(identifier)
            yield read


def _indicator(entry: Entry, identifier: str) -> PublishedIndicator:
    value, symbol = entry.number("value"), entry.choice("symbol", Symbol)
    if value is not None and symbol is not None:
        entry.problem(rules.WRONG_TYPE, "symbol", "there is a value and a symbol in its place", "keep one of the two")
        symbol = None
    read = PublishedIndicator(
        identifier,
        None if value is None else _as_shown(value),
        symbol,
        entry.text("target", prose=True) or "",
        entry.choice("status", Status),
        entry.choice("arrow", Arrow),
        entry.choice("judgement", Judgement),
        entry.texts("hidden"),
        is_figure_known=value is not None or symbol is not None or not {"value", "symbol"} & entry.data.keys(),
    )
    spot = entry.problems.places.value((*entry.path, "id"))
    return replace(read, place=Place(entry.problems.file, spot.line, spot.column))


def _as_shown(value: Decimal) -> Decimal:
    """A figure without the `.0` that TOML writes after whole numbers."""
    is_whole = value.as_tuple().exponent == -1 and value == value.to_integral_value()
    return value.to_integral_value() if is_whole else value
