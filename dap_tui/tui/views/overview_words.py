"""What Overview says in words."""

from __future__ import annotations

from typing import NamedTuple

from dap_tui.assess.exception_report import is_due, is_over
from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown
from dap_tui.catalogue import ExceptionRule, Source
from dap_tui.export.summary import changed_since
from dap_tui.export.wording import not_held
from dap_tui.look import STATUS, STATUS_ORDER
from dap_tui.measure import Judgement, Status
from dap_tui.period import Period, Quarter
from dap_tui.sentence import counted, listed
from dap_tui.tui.canvas import AMBER, QUIET, Ink
from dap_tui.tui.session import Session
from dap_tui.tui.views.marks import mark_at

_JUDGED = (Status.RED, Status.AMBER, Status.GREEN)


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
    near = f"; {amber} {'is' if amber == 1 else 'are'} amber" if amber else ""
    last = f" {red} {'is' if red == 1 else 'are'} red." if red else " None is red."
    return f"{met}{near}.{last}"


def second_line(session: Session) -> list[str]:
    """The rest, and how figures moved since what they are compared with."""
    summary = session.assessment.summary
    sentences = []
    rest = summary[Status.DATA_ONLY]
    if rest:
        sentences.append(f"{rest} {'indicator is' if rest == 1 else 'indicators are'} data only, without a target.")
    if summary[Status.NO_DATA]:
        sentences.append(f"{summary[Status.NO_DATA]} with a target {'has' if summary[Status.NO_DATA] == 1 else 'have'}"
                         " no figure.")  # fmt: skip
    sentences += _moved_in_words(session)
    return [" ".join(sentences)] if sentences else []


def _moved_in_words(session: Session) -> list[str]:
    """How many got better, stayed level and got worse since when, and how many nothing is said of."""
    assessment, travel = session.assessment, session.assessment.travel
    compared = [each for each in assessment.positions if each.travel.judgement is not Judgement.NONE]
    if not compared:
        return []
    without = sum(each.travel.judgement is Judgement.WORSENING and not each.target.is_held for each in compared)
    worse = travel[Judgement.WORSENING]
    of_them = "" if worse == 1 else "all " if without == worse else f"{without} of them "
    tail = f" ({of_them}with no target)" if without else ""
    said = {
        "got better": travel[Judgement.IMPROVING],
        "stayed level": travel[Judgement.LEVEL],
        f"got worse{tail}": worse,
        "moved neither way": travel[Judgement.NEUTRAL],
        "could not be compared": len(assessment.positions) - len(compared),
    }
    since = {each.travel.period for each in compared}
    before = called(session, since.pop()) if len(since) == 1 else "the quarter before or a year before"
    return [f"Since {before}, {listed([f'{number} {words}' for words, number in said.items() if number])}."]


def called(session: Session, period: Period) -> str:
    """An earlier period by name: `Q2` in the same year."""
    in_year = isinstance(period, Quarter) and period.year == session.period.year
    return f"Q{period.number}" if isinstance(period, Quarter) and in_year else period.shown


def changed(session: Session) -> tuple[str | None, list[tuple[Position, str]]]:
    """What the period before is called, and the indicators of another status since, as the report has it.

    The worst comes first; there is no name where nothing is held of the period before.
    """
    before = session.period.previous
    if before in not_held(session.assessment):
        return None, []
    _, found = changed_since(session.assessment, session.assessor)
    found.sort(key=lambda each: STATUS_ORDER.index(each[2]))
    words = [(position, f"{as_sentence(STATUS[then].word)} to {STATUS[now].word}") for position, then, now in found]
    return called(session, before), words


def pair_of(session: Session, position: Position, before: Period) -> str:
    """An indicator's figure of an earlier period and that of this one: `100% → 99%`."""
    indicator, now = position.indicator, _now(session, position)
    figure = position.figures.at(before)
    then = figure_shown(indicator, figure) + session.mark_of(indicator, before, figure)
    return session.glyphs.move(then, now) if then and now else session.glyphs.text(now)


def _now(session: Session, position: Position) -> str:
    if not position.shown and position.not_returned:
        return "not returned"
    return position.shown + mark_at(session, position, position.period)


def move_of(session: Session, position: Position) -> str:
    """The figures that an exception is about: `Q2 28% → 30%`, with what the first is of; or `263, limit 188`."""
    rules = {each.rule for each in position.exceptions}
    limit = position.indicator.limit.max if position.indicator.limit else None
    if ExceptionRule.OVER_LIMIT in rules and limit is not None and ExceptionRule.WORSENING not in rules:
        return session.glyphs.text(f"{_now(session, position)}, limit {limit:,f}")
    before = position.travel.period
    pair = pair_of(session, position, before)
    if pair == session.glyphs.text(_now(session, position)):
        return pair
    in_year = isinstance(before, Quarter) and before.year == session.period.year
    return f"{called(session, before) if in_year else before.short} {pair}"


def marks_of(session: Session, position: Position) -> set[str]:
    """The marks that the figures of a change or an exception bear."""
    return {mark_at(session, position, each) for each in (position.period, position.travel.period)}


def report_words(session: Session) -> str:
    """How many sections the report has, and which boards' resolutions; "" where nobody wrote any."""
    sections, resolutions = session.assessment.sections, session.assessment.resolutions
    said = [counted(len(sections), "section")] if sections else []
    boards = listed(list(dict.fromkeys(each.board or "a board" for each in resolutions)))
    said += [f"{counted(len(resolutions), 'resolution')} of {boards}"] if resolutions else []
    return as_sentence(listed(said))


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
        due = source.due(session.period)
        last = session.assessment.catalogue.partnership.last_period
        over = is_over(session.period, session.as_of, last)
        late = is_due(session.period, source.due_days, session.as_of, last)
        what = "nothing returned" if len(missing) == len(positions) else f"{len(missing)} of {len(positions)} missing"
        ask = f"; ask {source.contact}" if source.contact and over else ""
        when = f"{'overdue, was due' if late else 'due'} {due.day} {due:%b %Y}"
        sign = "!" if late else "–"
        words = f"{source.name}: {what}; {when}{ask}"
        return ReturnLine(source.id, False, sign, AMBER if late else QUIET, words)
    symbols = [each.figure.symbol for each in positions if each.figure is not None and each.figure.symbol is not None]
    if symbols and len(symbols) == len(positions) and len(set(symbols)) == 1:
        every = {1: "its one figure", 2: "both figures"}.get(len(positions), f"all {len(positions)} figures")
        words = f"{source.name}: {every} {symbols[0].words}"
        return ReturnLine(source.id, True, "–", QUIET, words, f"[{symbols[0]}]")
    return ReturnLine(source.id, True)
