"""`catalogue.toml` to the model: every setting resolved, every fault a finding (The file formats, "catalogue.toml")."""

from __future__ import annotations

from typing import NamedTuple

from dap_tui.catalogue import (
    RULES_ASKED_FOR,
    Action,
    Catalogue,
    ExceptionRules,
    Partnership,
    Priority,
    Source,
    VariationSettings,
)
from dap_tui.errors import CatalogueUnreadable
from dap_tui.finding import Finding
from dap_tui.measure import Symbol
from dap_tui.period import MONTHS
from dap_tui.reading.entry import Entry
from dap_tui.reading.identifiers import Ids, all_named_in, entries_by_id
from dap_tui.reading.indicators import indicators_of
from dap_tui.reading.meanings import period_of, tolerance_of
from dap_tui.reading.problems import EntryRules, Problems
from dap_tui.reading.root import CATALOGUE
from dap_tui.reading.text import CONTROL, folded, quoted, visible
from dap_tui.reading.toml_text import NotToml, load_toml
from dap_tui.reading.value import is_read_already
from dap_tui.rules import catalogue as rules

_OWN_KEYS = {
    "above the first heading": ("format",),
    "under [partnership]": ("short_name", "reports_to", "year_starts", "last_period"),
    "under [defaults] or in an [[indicator]]": (
        "compare",
        "met_within",
        "tolerance",
        "amber_if_improving",
        "steady",
        "suppress_below",
    ),
    "under [exceptions]": ("rules", "worsening_quarters", "exceeding"),
    "under [variation]": ("points", "screen"),
    "in a [[source]]": ("due_days", "contact"),
    "in a [[priority]]": ("aims",),
    "in an [[indicator]]": ("unit", "polarity", "decimals", "bounds", "frequency", "aggregate", "parts", "ratio"),
    "in an [[action]]": ("owner", "due", "origin", "aim"),
}
RULES = EntryRules(
    unknown_key=rules.UNKNOWN_KEY,
    wrong_type=rules.WRONG_TYPE,
    missing_key=rules.MISSING_KEY,
    not_a_choice=rules.NOT_A_CHOICE,
    bad_period=rules.BAD_PERIOD,
    control=rules.CONTROL,
    belongs={key: heading for heading, keys in _OWN_KEYS.items() for key in keys},
)


class CatalogueRead(NamedTuple):
    """What was read of a catalogue. Rows of `withheld` indicators (there, but unreadable) are passed over."""

    catalogue: Catalogue
    findings: list[Finding]
    withheld: frozenset[str]


def read_catalogue(content: bytes) -> CatalogueRead:
    """The catalogue in these bytes; raises CatalogueUnreadable where they are no TOML, or of another format."""
    try:
        toml = load_toml(content)
    except NotToml as error:
        raise CatalogueUnreadable(f"{CATALOGUE}:{error.line}:{error.column}: {error.message}") from None
    problems = Problems(CATALOGUE, toml.text)
    top = Entry(toml.data, (), problems, RULES)
    _refuse_other_formats(top)
    partnership = _partnership(top.table("partnership"))
    symbols = _symbols(top.table("symbols"))
    glossary = _glossary(top.table("glossary"))
    exceptions = _exceptions(top.table("exceptions"))
    variation = _variation(top.table("variation"))
    priorities = tuple(entries_by_id(top.tables("priority"), "a priority", ("title",), _priority).values())
    sources = tuple(entries_by_id(top.tables("source"), "a source", ("name",), _source).values())
    served = Ids("priority", (priority.id for priority in priorities), rules.UNKNOWN_ID)
    indicators = indicators_of(
        top.tables("indicator"),
        top.table("defaults"),
        partnership.starts,
        Ids("source", (source.id for source in sources), rules.UNKNOWN_ID),
        served,
    )
    actions = _actions(top.tables("action"), priorities, served, indicators.ids)
    top.leftovers()
    read = Catalogue(
        partnership,
        symbols,
        glossary,
        exceptions,
        variation,
        indicators.suppress_below,
        priorities,
        sources,
        indicators.read,
        actions,
    )
    return CatalogueRead(read, problems.findings(), indicators.withheld)


def _refuse_other_formats(top: Entry) -> None:
    number = top.raw("format")
    if number is not None and (number != 1 or isinstance(number, bool)):
        raise CatalogueUnreadable(
            f"{CATALOGUE}:1:1: this catalogue says it is of another format than 1, "
            "the only one this version of dap reads; a newer dap may"
        )


def _partnership(entry: Entry) -> Partnership:
    month = entry.word("year_starts", MONTHS)
    starts = MONTHS.index(month) + 1 if month else 4
    partnership = Partnership(
        entry.text("name") or "",
        entry.text("short_name"),
        entry.texts("reports_to"),
        starts,
        period_of(entry, "last_period", starts),
    )
    entry.leftovers()
    return partnership


def _symbols(entry: Entry) -> dict[str, Symbol]:
    symbols: dict[str, Symbol] = {}
    for mark in entry.data:
        if CONTROL.search(mark):
            entry.problem(rules.CONTROL, mark, f"there is a control character in the mark {quoted(mark)}", "delete it")
        written = folded(mark)
        symbol = entry.choice(mark, Symbol)
        if is_read_already(written):
            message = f"the mark {quoted(mark)} has a meaning of its own in a return"
            entry.problems.add(rules.BAD_SYMBOL, (*entry.path, mark), message, on_key=True)
        elif symbol is not None:
            symbols[written] = symbol
    return symbols


def _glossary(entry: Entry) -> dict[str, str]:
    terms: dict[str, str] = {}
    for term in entry.data:
        if CONTROL.search(term):
            entry.problem(rules.CONTROL, term, f"there is a control character in the term {quoted(term)}", "delete it")
        if (text := entry.text(term, prose=True)) is not None:
            terms[visible(term)] = text
    return terms


def _exceptions(entry: Entry) -> ExceptionRules:
    asked = ExceptionRules().rules
    if entry.raw("rules") is not None:
        texts = entry.texts("rules")
        asked = tuple(
            text for number, text in enumerate(texts) if entry.is_word(text, RULES_ASKED_FOR, "rules", number)
        )
    quarters = entry.whole("worsening_quarters", 1, 40)
    exceeding = tolerance_of(entry, "exceeding")
    if "exceeding" in asked and exceeding is None and "exceeding" not in entry.data:
        message = "the rule 'exceeding' is asked for, and not by how much"
        entry.problem(rules.EXCEEDING, "rules", message, 'add exceeding = "10%"')
    entry.leftovers()
    return ExceptionRules(asked, quarters or 1, exceeding)


def _variation(entry: Entry) -> VariationSettings:
    standing = VariationSettings()
    points = entry.whole("points", 2, 1000)
    screen = entry.flag("screen")
    entry.leftovers()
    return VariationSettings(points or standing.points, standing.screen if screen is None else screen)


def _priority(entry: Entry, identifier: str) -> Priority:
    title, text = entry.text("title"), entry.text("text", prose=True)
    priority = Priority(identifier, title or identifier, text, entry.texts("aims"))
    entry.leftovers()
    return priority


def _source(entry: Entry, identifier: str) -> Source:
    name, title = entry.text("name"), entry.text("title")
    due = entry.whole("due_days", 0, 366)
    source = Source(identifier, name or identifier, title, 30 if due is None else due, entry.text("contact"))
    entry.leftovers()
    return source


def _actions(entries: list[Entry], priorities: tuple[Priority, ...], known: Ids, indicators: Ids) -> tuple[Action, ...]:
    by_id = {priority.id: priority for priority in priorities}

    def action(entry: Entry, identifier: str) -> Action:
        served = all_named_in(entry, "priorities", known, rules.LISTED_TWICE)
        aim = entry.text("aim")
        aims = [text for name in served for text in by_id[name].aims]
        if aim is not None and served and aim not in aims:
            entry.problem(rules.UNKNOWN_AIM, "aim", f"no priority of this action has the aim {quoted(aim)}")
        read = Action(
            identifier,
            entry.text("title") or identifier,
            entry.text("owner"),
            entry.day("due"),
            entry.text("origin"),
            served,
            aim,
            all_named_in(entry, "indicators", indicators, rules.LISTED_TWICE),
        )
        entry.leftovers()
        return read

    return tuple(entries_by_id(entries, "an action", ("title",), action).values())
