"""`narrative.toml` to the model: commentary, decisions, sections, updates (The file formats, "narrative.toml")."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dap_tui.catalogue import RULES_ASKED_FOR, Catalogue
from dap_tui.finding import Finding, Place
from dap_tui.narrative import (
    ActionStatus,
    ActionUpdate,
    Commentary,
    DecidedException,
    Decision,
    Narrative,
    Resolution,
    Section,
)
from dap_tui.reading.entry import Entry
from dap_tui.reading.identifiers import Ids, all_named_in, named_in
from dap_tui.reading.problems import EntryRules, Problems
from dap_tui.reading.toml_text import NotToml, load_toml
from dap_tui.rules import narrative as rules

RULES = EntryRules(
    unknown_key=rules.UNKNOWN_KEY,
    wrong_type=rules.WRONG_TYPE,
    missing_key=rules.MISSING_KEY,
    not_a_choice=rules.NOT_A_CHOICE,
    bad_period=rules.WRONG_TYPE,
    control=rules.CONTROL,
)
_WORDS = ("text", "where_we_are", "successes_and_issues", "what_we_are_doing")
_DECISIONS = (Decision.REPORT.value, Decision.HOLD.value)


class Known(NamedTuple):
    """The ids that a narrative may name."""

    indicators: Ids
    sources: Ids
    priorities: Ids
    actions: Ids

    @classmethod
    def of(cls, catalogue: Catalogue, withheld: Iterable[str] = ()) -> Known:
        """Those of a catalogue, and of its indicators that could not be read."""
        return cls(
            Ids("indicator", (*catalogue.indicator, *withheld), rules.UNKNOWN_ID),
            Ids("source", catalogue.source, rules.UNKNOWN_ID),
            Ids("priority", catalogue.priority, rules.UNKNOWN_ID),
            Ids("action", (action.id for action in catalogue.actions), rules.UNKNOWN_ID),
        )


def read_narrative(path: Path, file: str, known: Known) -> tuple[Narrative, list[Finding]]:
    """What people said of a period, and what of it cannot be read."""
    try:
        toml = load_toml(path.read_bytes())
    except NotToml as error:
        place = Place(file, error.line, error.column)
        return Narrative(), [rules.UNREADABLE.at(place, error.message, None, 1)]
    except OSError as error:
        message = f"this file cannot be opened: {error.strerror or type(error).__name__}"
        return Narrative(), [rules.UNREADABLE.at(Place(file), message, "see who may read it")]
    problems = Problems(file, toml.text)
    top = Entry(toml.data, (), problems, RULES)
    exceptions = [_exception(entry, known) for entry in top.tables("exception")]
    sections = [_section(entry, known) for entry in top.tables("section")]
    resolutions = [_resolution(entry) for entry in top.tables("resolution")]
    narrative = Narrative(
        tuple(exception for exception in exceptions if exception is not None),
        tuple(_commentaries(top.tables("commentary"), known)),
        tuple(section for section in sections if section is not None),
        tuple(_updates(top.tables("action"), known)),
        tuple(resolution for resolution in resolutions if resolution is not None),
    )
    top.leftovers()
    return narrative, problems.findings()


def _exception(entry: Entry, known: Known) -> DecidedException | None:
    entry.needs("an exception", "indicators", "decision")
    indicators = all_named_in(entry, "indicators", known.indicators)
    named = tuple(
        rule
        for number, rule in enumerate(entry.texts("rules"))
        if entry.is_word(rule, RULES_ASKED_FOR, "rules", number)
    )
    decision = entry.word("decision", _DECISIONS)
    text = entry.text("text", prose=True)
    if decision == Decision.HOLD.value and text is None:
        entry.problem(
            rules.HOLD_WITHOUT_REASON,
            "decision",
            "an exception is held back without a reason",
            "say why in 'text'",
        )
    entry.leftovers()
    if not indicators or decision is None or (entry.data.get("rules") and not named):
        return None
    return DecidedException(indicators, Decision(decision), named, text, _place(entry))


def _commentaries(entries: list[Entry], known: Known) -> Iterable[Commentary]:
    seen: set[str] = set()
    for entry in entries:
        entry.needs("a commentary", "indicator")
        indicator = named_in(entry, "indicator", known.indicators)
        words = Commentary(
            indicator or "",
            entry.text("text", prose=True),
            entry.text("where_we_are", prose=True),
            entry.text("successes_and_issues", prose=True),
            entry.text("what_we_are_doing", prose=True),
            _place(entry),
        )
        entry.leftovers()
        if not any(getattr(words, key) for key in _WORDS):
            _says_nothing(entry, "commentary")
        elif indicator is not None and indicator in seen:
            message = f"there is a commentary on '{indicator}' already"
            entry.problem(rules.TWICE, "indicator", message, "make one of the two")
        elif indicator is not None:
            seen.add(indicator)
            yield words


def _section(entry: Entry, known: Known) -> Section | None:
    heading, text = entry.text("heading"), entry.text("text", prose=True)
    source = named_in(entry, "source", known.sources)
    priority = named_in(entry, "priority", known.priorities)
    entry.leftovers()
    if "source" in entry.data and "priority" in entry.data:
        entry.problem(rules.SECTION_OF_TWO, "priority", "this section is of a source and of a priority at once")
        return None
    if text is None:
        _says_nothing(entry, "section")
        return None
    if ("source" in entry.data and source is None) or ("priority" in entry.data and priority is None):
        return None
    return Section(heading, text, source, priority, _place(entry))


def _updates(entries: list[Entry], known: Known) -> Iterable[ActionUpdate]:
    seen: set[str] = set()
    for entry in entries:
        entry.needs("an action's update", "id")
        action = named_in(entry, "id", known.actions)
        status, text = entry.choice("status", ActionStatus), entry.text("text", prose=True)
        entry.leftovers()
        if action is not None and action in seen:
            message = f"there is an update of the action '{action}' already"
            entry.problem(rules.TWICE, "id", message, "make one of the two")
        elif action is not None and text is None and not entry.data.get("status"):
            entry.problem(rules.SAYS_NOTHING, "text", "this update of an action says nothing")
        elif action is not None:
            seen.add(action)
            yield ActionUpdate(action, status, text, _place(entry))


def _resolution(entry: Entry) -> Resolution | None:
    board, day = entry.text("board"), entry.day("date")
    text = entry.text("text", prose=True)
    entry.leftovers()
    if text is None:
        _says_nothing(entry, "resolution")
        return None
    return Resolution(text, board, day, _place(entry))


def _says_nothing(entry: Entry, what: str) -> None:
    """A finding on an entry without words, unless what stands in their place is one already."""
    if all(isinstance(entry.data.get(key, ""), str) for key in _WORDS):
        entry.problem(rules.SAYS_NOTHING, "text", f"this {what} says nothing")


def _place(entry: Entry) -> Place:
    spot = entry.problems.places.key(entry.path)
    return Place(entry.problems.file, spot.line, spot.column)
