"""What people say of a period put into its narrative's text: bytes to bytes, nothing is written here.

What people wrote by hand stays: comments, order, keys that dap does not know, every entry that is not meant.
Each function raises WriteRefused where the words cannot stand in a narrative, or the file is none.
"""

from __future__ import annotations

from collections.abc import Iterable

from dap_tui.errors import WriteRefused
from dap_tui.narrative import ActionUpdate, Commentary, DecidedException, Decision, Resolution, Section
from dap_tui.reading.text import CONTROL_IN_PROSE
from dap_tui.writing.toml_draft import Draft, Values
from dap_tui.writing.toml_pieces import Piece

NAME = "narrative.toml"
_LINE_ENDS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


def with_decision(content: bytes | None, decided: DecidedException, replacing: DecidedException | None = None) -> bytes:
    """A narrative with a decision in it, on exceptions of rules or, without `rules`, on what people raised.

    The entry it changes is `replacing`, else one on nothing but these indicators and rules, edited where it stands;
    a new one is added where there is none. What other entries decided on the same exceptions is theirs no longer.
    """
    text = words(decided.text)
    if not decided.indicators:
        raise WriteRefused("a decision names at least one indicator")
    if decided.decision is Decision.UNDECIDED:
        raise WriteRefused("a decision is to report or to hold")
    if decided.decision is Decision.HOLD and text is None:
        raise WriteRefused("to hold an exception back needs its reason")
    draft = Draft(content, NAME)
    settings = {
        "indicators": list(decided.indicators),
        "rules": list(decided.rules) or None,
        "decision": decided.decision.value,
        "text": text,
    }
    if replacing is None:
        mine = _entry_of(draft, decided) or _entry_within(draft, decided)
    else:
        mine = _entry_read_as(draft, replacing)
    if mine is not None:
        draft.put(mine, settings)
    elif replacing is not None:
        raise WriteRefused(f"the decision to be changed is not in {NAME} any more")
    else:
        mine = draft.add("exception", settings)
    for other in draft.entries("exception"):
        if other is not mine:
            _give_way(draft, other, decided)
    return draft.content


def without_decision(content: bytes | None, decided: DecidedException) -> bytes:
    """A narrative without a decision: its exceptions are undecided again, what people raised is raised no longer."""
    draft = Draft(content, NAME)
    entry = _entry_read_as(draft, decided)
    if entry is None:
        raise WriteRefused(f"the decision to be taken back is not in {NAME} any more")
    draft.take_out(entry)
    return draft.content


def with_commentary(content: bytes | None, commentary: Commentary) -> bytes:
    """A narrative with what is said of an indicator, in place of what was; without it, where nothing is said."""
    settings = {
        "text": words(commentary.text),
        "where_we_are": words(commentary.where_we_are),
        "successes_and_issues": words(commentary.successes_and_issues),
        "what_we_are_doing": words(commentary.what_we_are_doing),
    }
    return _with_one(content, "commentary", ("indicator", commentary.indicator), settings)


def with_update(content: bytes | None, update: ActionUpdate) -> bytes:
    """A narrative with how an action stands, in place of what was said of it; without it, where nothing is said."""
    settings = {"status": update.status.value if update.status else None, "text": words(update.text)}
    return _with_one(content, "action", ("id", update.id), settings)


def with_section(content: bytes | None, section: Section | None, replacing: Section | None = None) -> bytes:
    """A narrative with a section of the report in place of `replacing`, or added; None takes `replacing` out."""
    return _with_one_of_many(content, "section", _of_section(section), _of_section(replacing))


def with_resolution(content: bytes | None, resolution: Resolution | None, replacing: Resolution | None = None) -> bytes:
    """A narrative with what a board decided in place of `replacing`, or added; None takes `replacing` out."""
    return _with_one_of_many(content, "resolution", _of_resolution(resolution), _of_resolution(replacing))


def words(text: str | None) -> str | None:
    """A text as it can stand in a narrative: lines end in a line feed, nothing around it; None where it is empty.

    Raises WriteRefused where there is a control character in it, which nobody sees and a terminal may obey.
    """
    if text is None:
        return None
    text = _trimmed(text)
    if found := CONTROL_IN_PROSE.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        code = f"U+{ord(found[0]):04X}"
        raise WriteRefused(
            f"there is a control character ({code}) in line {line}, column {column} of the text; delete it"
        )
    return text or None


def _trimmed(text: str) -> str:
    return text.replace("\r\n", "\n").translate(_LINE_ENDS).strip()


def _with_one(content: bytes | None, kind: str, key: tuple[str, str], settings: dict[str, str | None]) -> bytes:
    draft = Draft(content, NAME)
    name, identifier = key
    entry = next((each for each in draft.entries(kind) if each.entry.get(name) == identifier), None)
    if not any(settings.values()):
        if entry is not None:
            draft.take_out(entry)
    elif entry is None:
        draft.add(kind, {name: identifier, **settings})
    else:
        draft.put(entry, settings)
    return draft.content


def _of_section(section: Section | None) -> Values | None:
    if section is None:
        return None
    return {
        "source": section.source,
        "priority": section.priority,
        "heading": _line(section.heading),
        "text": words(section.text),
    }


def _of_resolution(resolution: Resolution | None) -> Values | None:
    if resolution is None:
        return None
    return {"board": _line(resolution.board), "date": resolution.date, "text": words(resolution.text)}


def _line(text: str | None) -> str | None:
    """A text of one line."""
    return words(" ".join(text.split())) if text else None


def _with_one_of_many(content: bytes | None, kind: str, settings: Values | None, replacing: Values | None) -> bytes:
    """An entry of a kind that has no id: the one it takes the place of is known by all that it says."""
    draft = Draft(content, NAME)
    if settings is not None and not settings["text"]:
        raise WriteRefused(f"a {kind} needs its text; empty every field to take it out")
    if replacing is None:
        if settings is not None:
            draft.add(kind, settings)
        return draft.content
    entry = next((each for each in draft.entries(kind) if _is_so(each, replacing)), None)
    if entry is None:
        raise WriteRefused(f"the {kind} to be changed is not in {NAME} any more")
    if settings is None:
        draft.take_out(entry)
    else:
        draft.put(entry, settings)
    return draft.content


def _is_so(piece: Piece, settings: Values) -> bool:
    """Whether an entry says just that."""
    return all(_bare(piece.entry.get(key)) == value for key, value in settings.items())


def _bare(value: object) -> object:
    """A setting as it was read: texts are trimmed, and an empty one is none."""
    return _trimmed(value) or None if isinstance(value, str) else value


def _entry_of(draft: Draft, decided: DecidedException) -> Piece | None:
    """The entry on the same indicators and rules; of several, the one that says the same."""
    same = [
        each
        for each in draft.entries("exception")
        if _texts(each, "indicators") == set(decided.indicators) and _texts(each, "rules") == set(decided.rules)
    ]
    exact = (each for each in same if _says_the_same(each, decided))
    return next(exact, same[0] if same else None)


def _entry_within(draft: Draft, decided: DecidedException) -> Piece | None:
    """The first entry that is on nothing but some of these indicators and rules."""
    for each in draft.entries("exception"):
        indicators, rules = _texts(each, "indicators"), _texts(each, "rules")
        is_within = indicators <= set(decided.indicators) and rules <= set(decided.rules)
        if is_within and indicators and bool(rules) == bool(decided.rules):
            return each
    return None


def _entry_read_as(draft: Draft, decided: DecidedException) -> Piece | None:
    """The entry that was read as this: with ids besides that could not be, where there is only one such."""
    wider = [
        each
        for each in draft.entries("exception")
        if _texts(each, "indicators") >= set(decided.indicators) and _texts(each, "rules") >= set(decided.rules)
    ]
    return _entry_of(draft, decided) or (wider[0] if len(wider) == 1 else None)


def _says_the_same(piece: Piece, decided: DecidedException) -> bool:
    text = piece.entry.get("text")
    standing = text.strip() if isinstance(text, str) else ""
    return standing == (decided.text or "") and piece.entry.get("decision") == decided.decision


def _give_way(draft: Draft, other: Piece, decided: DecidedException) -> None:
    """Leaves to another entry only those exceptions that were not decided on now."""
    indicators, rules = _texts(other, "indicators"), _texts(other, "rules")
    taken = indicators & set(decided.indicators)
    if not taken or bool(rules) != bool(decided.rules) or (rules and not rules & set(decided.rules)):
        return
    left_rules = _sorted(other, "rules", rules - set(decided.rules))
    left_indicators = _sorted(other, "indicators", indicators - taken)
    if left_indicators:
        draft.put(other, {"indicators": left_indicators})
        if left_rules:
            rest = {key: value for key, value in other.entry.items() if isinstance(value, str)}
            draft.add("exception", {"indicators": sorted(taken), "rules": left_rules, **rest})
    elif left_rules:
        draft.put(other, {"rules": left_rules})
    else:
        draft.take_out(other)


def _texts(piece: Piece, key: str) -> set[str]:
    value = piece.entry.get(key)
    return {each.strip() for each in value if isinstance(each, str)} if isinstance(value, list) else set()


def _sorted(piece: Piece, key: str, wanted: Iterable[str]) -> list[str]:
    """Some of a list, in the order in which they stand in it."""
    return [each for each in piece.entry.get(key, []) if isinstance(each, str) and each.strip() in set(wanted)]
