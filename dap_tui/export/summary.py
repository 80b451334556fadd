"""What the summary of a report says, in words: direction of travel, gaps, what changed, what is left to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.assess.words import quarters_in
from dap_tui.export.options import Options
from dap_tui.export.revised import revised_in_words
from dap_tui.export.rows import columns_of
from dap_tui.export.wording import changes_of_status, is_compared, is_held, joined, not_held, not_held_in_words
from dap_tui.look import STATUS, STATUS_ORDER
from dap_tui.measure import Judgement, Status, Symbol
from dap_tui.narrative import Decision
from dap_tui.period import Year
from dap_tui.sentence import counted, listed

UNCOMMENTED = "Red without commentary"
NO_COMMENTARY = "No commentary has been written."
SILENT = "It is red, and nobody has written a commentary on it."

_NOT_RETURNED, _NOT_ALL_IN, _NOT_AVAILABLE = "not returned", "not all quarters returned", "not available"
_NOT_DUE = "not due yet"
_UNREADABLE = "not returned, or not readable"
_WITHOUT_TOTAL, _WITHOUT_QUARTER = "returned without a total", "a quarter without a figure"
_ASKED_OF_SOURCES: Final = (
    _NOT_RETURNED,
    _UNREADABLE,
    _NOT_ALL_IN,
    _NOT_DUE,
    _WITHOUT_TOTAL,
    _WITHOUT_QUARTER,
    _NOT_AVAILABLE,
)
"""Why there is no figure, where its source is the one to ask."""
_SYMBOLS: Final = {
    Symbol.CONFIDENTIAL: "hidden",
    Symbol.NOT_APPLICABLE: "not applicable",
    Symbol.LOW: "rounds to zero",
    Symbol.UNRELIABLE: "too unreliable to use",
}
"""Why there is no figure, where a symbol says so."""


def statuses_shown(assessment: Assessment) -> list[Status]:
    """The statuses of a tally, in their order; hidden ones only where there are any."""
    return [each for each in STATUS_ORDER if each is not Status.HIDDEN or assessment.summary[each]]


def counts_in_words(assessment: Assessment) -> list[str]:
    """A sentence each: direction of travel, gaps, exceptions, red without a word on it, what was revised since."""
    said = [_travel(assessment) if is_compared(assessment) else None, missing_counted(assessment)]
    said += [exceptions_counted(assessment), commentary_counted(assessment)]
    said.append(revised_in_words(assessment, columns_of(assessment.period, assessment.positions, Options())))
    return [each for each in said if each]


def _travel(assessment: Assessment) -> str:
    travel, hidden = assessment.travel, assessment.travel_hidden
    counts = [
        (travel[Judgement.IMPROVING], "improving"),
        (travel[Judgement.WORSENING], "worsening"),
        (travel[Judgement.LEVEL], "level"),
        (travel[Judgement.NEUTRAL], "changed where neither way is better"),
        (travel[Judgement.NONE] - hidden, "not compared"),
        (hidden, "not shown, since it would tell a small number"),
    ]
    always = {"improving", "worsening"}
    return f"Direction of travel: {listed([f'{n} {word}' for n, word in counts if n or word in always])}."


def missing_counted(assessment: Assessment) -> str | None:
    """How many indicators have no figure, how they are counted in the tally, and why; else None.

    The tally's "no data" is of targets alone, so that more can be without a figure than it says. Where it is theirs to
    say why, the sources to ask are named.
    """
    missing = [each for each in assessment.positions if each.value is None]
    if not missing:
        return None
    begins = f"{counted(len(missing), 'indicator has', 'indicators have')} no figure for the "
    begins += f"{'year' if isinstance(assessment.period, Year) else 'period'} ({_in_the_tally(missing)})"
    return f"{joined([begins, _so_far(assessment, missing), *_kinds(assessment, missing)], '; ')}."


def _in_the_tally(missing: Sequence[Position]) -> str:
    """The statuses of what has no figure: `3 no data, with a target; 6 data only, without one`."""
    found = Counter(each.status for each in missing)
    order = (Status.NO_DATA, Status.DATA_ONLY, *STATUS_ORDER)
    statuses = [each for each in dict.fromkeys(order) if found[each]]
    target = "one" if found[Status.NO_DATA] else "a target"
    why = {Status.NO_DATA: ", with a target", Status.DATA_ONLY: f", without {target}"}
    if len(statuses) == 1:
        [only] = statuses
        return f"{'all ' if len(missing) > 1 else ''}{STATUS[only].word}{why.get(only, '')}"
    return "; ".join(f"{found[each]} {STATUS[each].word}{why.get(each, '')}" for each in statuses)


def _kinds(assessment: Assessment, missing: Sequence[Position]) -> Iterator[str]:
    """Why there is no figure, a kind each: `not returned: CPS (2)`, `hidden: 1`; what a year has so far is no gap."""
    found: dict[str, list[Position]] = {kind: [] for kind in (*_ASKED_OF_SOURCES, *_SYMBOLS.values())}
    for each in missing:
        if not _is_so_far(each):
            found[_kind(each)].append(each)
    for kind, positions in found.items():
        if kind in _ASKED_OF_SOURCES and positions:
            sources = Counter(assessment.catalogue.source[each.indicator.source].name for each in positions)
            yield f"{kind}: {listed([f'{name} ({number})' for name, number in sources.items()])}"
        elif positions:
            yield f"{kind}: {len(positions)}"


def _kind(position: Position) -> str:
    """Why a position has no figure; what is not due yet is not missing."""
    if position.figure is not None and position.figure.symbol is not None:
        return _SYMBOLS.get(position.figure.symbol, _NOT_AVAILABLE)
    period, is_made = position.period, isinstance(position.period, Year) and not position.indicator.is_yearly
    is_nothing_in = period in position.not_returned
    asked = period.quarters if isinstance(period, Year) and is_made and is_nothing_in else position.not_returned
    if any(map(position.is_due, asked)):
        return _NOT_ALL_IN if not is_nothing_in else _UNREADABLE if position.is_at_fault else _NOT_RETURNED
    if is_nothing_in:
        return _NOT_DUE
    return _WITHOUT_QUARTER if is_made else _WITHOUT_TOTAL


def _is_so_far(position: Position) -> bool:
    """Whether a year without a figure of its own has one so far."""
    return isinstance(position.period, Year) and position.so_far is not None


def _so_far(assessment: Assessment, missing: Sequence[Position]) -> str | None:
    """How many have a figure so far though none for the year, which is not all in; else None.

    With something of quarter 4 in, it is returns that are still to come, not a whole quarter.
    """
    period = assessment.period
    known = sum(map(_is_so_far, missing))
    if not known or not isinstance(period, Year):
        return None
    held = sum(is_held(assessment, each) for each in period.quarters)
    begins = quarters_in(held) if held < len(period.quarters) else "not every return of the year is in"
    return f"{begins}, and {counted(known, 'has', 'have')} a figure so far"


def exceptions_counted(assessment: Assessment) -> str:
    """How many indicators go to the board, are held, and are undecided: nobody takes silence for a decision.

    One that has several exceptions can be more than one of them.
    """
    of: dict[Decision, set[str]] = {each: set() for each in Decision}
    for exception in assessment.exceptions:
        of[exception.decision].update(exception.indicators)
    report, hold, undecided = (len(of[each]) for each in (Decision.REPORT, Decision.HOLD, Decision.UNDECIDED))
    return f"Exceptions: {counted(report, 'indicator')} for the board, {hold} held, {undecided or 'none'} undecided."


def commentary_counted(assessment: Assessment) -> str | None:
    """How many red indicators have no commentary, or that each has one; None where nothing is red."""
    red, silent = assessment.summary[Status.RED], len(assessment.uncommented)
    if not red:
        return None
    if not silent:
        each = "the red indicator has one" if red == 1 else f"each of the {red} red indicators has one"
        return f"Commentary: {each}."
    if red == 1:
        return "Commentary: the red indicator has none."
    return f"Commentary: {silent} of {red} red indicators {'has' if silent == 1 else 'have'} none."


def changed_since(
    assessment: Assessment, assessor: Assessor
) -> tuple[list[str], list[tuple[Position, Status, Status]]]:
    """What is said of the statuses of the period before, and the indicators that had another then: then, now."""
    nothing, before = not_held_in_words(assessment), assessment.period.previous
    said = [nothing] if nothing else []
    if before in not_held(assessment):
        return said, []
    changes = changes_of_status(assessment, assessor.assess(before))
    if not changes:
        return [*said, f"No indicator has changed status since {before.shown}."], []
    found = [(assessment.position[indicator], then, now) for indicator, then, now in changes]
    return [*said, f"Status has changed since {before.shown}:"], found
