"""What Overview says in words."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from dap_tui.assess.exception_report import ExceptionRule, is_over
from dap_tui.assess.position import Position, figure_shown
from dap_tui.catalogue import Source
from dap_tui.measure import Judgement, Status
from dap_tui.period import Quarter
from dap_tui.tui.canvas import AMBER, QUIET, Ink
from dap_tui.tui.session import Session

_JUDGED = (Status.RED, Status.AMBER, Status.GREEN)
_WHERE = {Status.RED: "red", Status.AMBER: "amber", Status.GREEN: "green"}


def headline(session: Session) -> str:
    """How many targets are met."""
    summary = session.assessment.summary
    red, amber, green = (summary[status] for status in _JUDGED)
    held = red + amber + green
    if not held:
        return "No figure is held against a target in this period."
    if held == green:
        return "The one target is met." if held == 1 else f"All {held} targets are met."
    met = f"{green or 'None'} of the {held} targets {'are' if green > 1 else 'is'} met"
    short = f"; {amber} {'is' if amber == 1 else 'are'} just short" if amber else ""
    last = f" {red} {'is' if red == 1 else 'are'} red." if red else " None is red."
    return f"{met}{short}.{last}"


def second_line(session: Session) -> list[str]:
    """The rest, and how figures moved."""
    assessment = session.assessment
    summary, travel = assessment.summary, assessment.travel
    sentences = []
    rest = summary[Status.DATA_ONLY]
    if rest:
        sentences.append(f"{rest} {'indicator is' if rest == 1 else 'indicators are'} data only.")
    if summary[Status.NO_DATA]:
        sentences.append(f"{summary[Status.NO_DATA]} with a target {'has' if summary[Status.NO_DATA] == 1 else 'have'}"
                         " no figure.")  # fmt: skip
    better, level, worse = (
        travel[each] for each in (Judgement.IMPROVING, Judgement.LEVEL, Judgement.WORSENING)
    )  # fmt: skip
    if better + level + worse:
        without = sum(
            each.travel.judgement is Judgement.WORSENING and not each.target.is_held for each in assessment.positions
        )
        tail = f", {without} of them with no target" if without else ""
        sentences.append(f"{better} got better, {level} stayed level and {worse} got worse{tail}.")
    return [" ".join(sentences)] if sentences else []


def moved_since(session: Session) -> tuple[str | None, list[tuple[Position, str]]]:
    """What the period before is called, and the indicators whose status is another since, the worst first."""
    before = session.period.previous
    earlier = session.assessor.assess(before).position
    returned = session.reading.workspace.returns.periods
    if not any(each in returned for each in (before, *before.year.quarters)):
        return None, []
    moves = []
    for position in session.assessment.positions:
        old = earlier.get(position.indicator.id)
        if old is None or old.status is position.status or not {old.status, position.status} <= set(_JUDGED):
            continue
        words = f"Into {_WHERE[position.status]}"
        if old.status is Status.RED:
            words = f"Out of red, into {_WHERE[position.status]}"
        moves.append((position, words))
    name = f"Q{before.number}" if isinstance(before, Quarter) and before.year == session.period.year else before.shown
    return name, sorted(moves, key=lambda move: _JUDGED.index(move[0].status))


def move_of(session: Session, position: Position) -> str:
    """The figures that a change or an exception is about: `28% → 30%`, `263 of 188`."""
    indicator = position.indicator
    rules = {each.rule for each in position.exceptions}
    now = position.shown + session.hidden_mark(indicator, position.period, position.value)
    limit = indicator.limit.max if indicator.limit else None
    if ExceptionRule.OVER_LIMIT in rules and limit is not None and ExceptionRule.WORSENING not in rules:
        return session.glyphs.text(f"{now} of {limit:,f}")
    before = position.figures.at(position.travel.period)
    then = figure_shown(indicator, before)
    then += session.hidden_mark(indicator, position.travel.period, before.number if before else None)
    return session.glyphs.move(then, now) if then and now else session.glyphs.text(now)


def as_sentence(words: str) -> str:
    """A finding's words with a capital."""
    return words[:1].upper() + words[1:]


class ReturnLine(NamedTuple):
    """How a source's return stands; without words where it is whole."""

    source: str
    is_whole: bool
    sign: str = ""
    ink: Ink = QUIET
    words: str = ""
    aside: str = ""


def returned(session: Session) -> list[ReturnLine]:
    """A line a source that is expected in the period, whole ones without words."""
    assessment = session.assessment
    lines = []
    for source in assessment.catalogue.sources:
        positions = assessment.of_source(source.id)
        if positions:
            lines.append(_return_line(session, source, positions))
    return lines


def _return_line(session: Session, source: Source, positions: tuple[Position, ...]) -> ReturnLine:
    missing = [each for each in positions if not each.is_returned]
    if missing:
        due = session.period.last_day + timedelta(days=source.due_days)
        last = session.assessment.catalogue.partnership.last_period
        over = is_over(session.period, session.as_of, last)
        late = over and due < session.as_of
        what = "nothing returned" if len(missing) == len(positions) else f"{len(missing)} of {len(positions)} missing"
        ask = f"; ask {source.contact}" if source.contact and over else ""
        when = f"{'overdue, was due' if late else 'due'} {due.day} {due:%b %Y}"
        sign = "!" if late else "–"
        return ReturnLine(source.id, False, sign, AMBER if late else QUIET, f"{source.name}: {what}{ask}", when)
    symbols = [each.figure.symbol for each in positions if each.figure is not None and each.figure.symbol is not None]
    if symbols and len(symbols) == len(positions) and len(set(symbols)) == 1:
        words = f"{source.name}: all {len(positions)} figures {symbols[0].words}"
        return ReturnLine(source.id, True, "–", QUIET, words, f"[{symbols[0]}]")
    return ReturnLine(source.id, True)
