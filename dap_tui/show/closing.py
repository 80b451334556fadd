"""What stands below the tables: exceptions with their decisions, the action plan, and a legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dap_tui.assess.actions import PlannedAction
from dap_tui.assess.assessment import Assessment, ReportedException
from dap_tui.export.decisions import reasons_in_words, rules_in_words, undecided_in_words
from dap_tui.export.legend import judged
from dap_tui.export.plan import by_date, by_quarter, grouped, how_it_stands, moves, plan_in_words, status_in_words
from dap_tui.export.signs import marks_used, symbols_used
from dap_tui.export.summary import UNCOMMENTED
from dap_tui.export.wording import joined, on_earlier
from dap_tui.export.years import outturns_in_words
from dap_tui.look import ARROW, DECISION, NO_FIGURE, STATUS, mark_in_words, symbol_in_words
from dap_tui.measure import Arrow, Judgement
from dap_tui.narrative import Decision
from dap_tui.period import Period, Quarter
from dap_tui.sentence import capital, day_in_words
from dap_tui.show.paragraphs import facts, heading, paragraph, prose
from dap_tui.show.terminal import Line, Terminal


def exceptions(assessment: Assessment, terminal: Terminal) -> Iterator[Line]:
    """Exceptions, undecided ones first, and what is red without a commentary; nothing where there is neither."""
    if not assessment.exceptions and not assessment.uncommented:
        return
    undecided = assessment.undecided
    left = f"{undecided} undecided" if undecided else "none undecided"
    yield from heading("Exceptions", terminal, left if assessment.exceptions else "none")
    order = (Decision.UNDECIDED, Decision.REPORT, Decision.HOLD)
    for at, each in enumerate(sorted(assessment.exceptions, key=lambda one: order.index(one.decision))):
        if at:
            yield []
        yield from _exception(assessment, each, terminal)
    yield from _uncommented(assessment, terminal)


def _uncommented(assessment: Assessment, terminal: Terminal) -> Iterator[Line]:
    if not assessment.uncommented:
        return
    yield []
    yield from paragraph(UNCOMMENTED, terminal, "bold")
    for position in assessment.uncommented:
        look = STATUS[position.status]
        yield from paragraph(position.indicator.title, terminal, "", 2, [(terminal.shape(look), look.colour)])
        yield from paragraph(position.sentence, terminal, "quiet", 2)


def _exception(assessment: Assessment, exception: ReportedException, terminal: Terminal) -> Iterator[Line]:
    look = DECISION[exception.decision]
    for indicator in exception.indicators:
        position = assessment.position[indicator]
        title = f"{position.indicator.title} ({rules_in_words(position, exception)})"
        yield from paragraph(title, terminal, "", 2, [(terminal.shape(look), look.colour)])
        if exception.decision is Decision.UNDECIDED:
            yield from paragraph(undecided_in_words(position), terminal, "quiet", 2)
        else:
            yield from paragraph(reasons_in_words(position, exception), terminal, "quiet", 2)
    if exception.text:
        yield [("  ", ""), (f"{capital(look.word)}:", "quiet")]
        yield from prose(exception.text, terminal, "", 2)


def actions(assessment: Assessment, terminal: Terminal) -> Iterator[Line]:
    """The action plan by priority and aim; nothing where there is none."""
    if not assessment.plan:
        return
    yield from heading("Action plan", terminal)
    yield from paragraph(plan_in_words(assessment.plan), terminal, "quiet")
    for group in grouped(assessment.plan, assessment):
        yield []
        if group.priority:
            yield from paragraph(group.priority, terminal, "bold")
        if group.aim:
            yield from paragraph(f"{group.aim.rstrip('.')}:", terminal, "quiet")
        yield from action_list(group.actions, assessment, terminal)


def action_list(found: Sequence[PlannedAction], assessment: Assessment, terminal: Terminal) -> Iterator[Line]:
    """Actions by due date, each with its owner, date and status, how it stands and what it is meant to move."""
    period = assessment.period
    for each in by_date(found):
        sign = ("!", "amber bold") if each.is_late else ("-", "quiet")
        yield from paragraph(each.action.title, terminal, "", 2, [sign])
        due = f"due {day_in_words(each.action.due)}" if each.action.due else None
        said = joined([each.action.owner, due, status_in_words(each).removeprefix("! ")], ", ")
        for words in (said, by_quarter(each, period), moves(each, assessment)):
            if words:
                yield from paragraph(words, terminal, "quiet", 4)
        if stands := how_it_stands(each, period):
            yield from prose(stands, terminal, "", 4)


def legend(assessment: Assessment, columns: Sequence[Period], terminal: Terminal) -> Iterator[Line]:
    """What each status means in this catalogue, and every shape and symbol in use."""
    yield from heading("Legend", terminal)
    for status, words in judged(assessment):
        look = STATUS[status]
        yield from paragraph(f"{look.word}: {words}", terminal, "quiet", 2, [(terminal.shape(look), look.colour)])
    yield from paragraph(travel_in_full(assessment, terminal), terminal, "quiet")
    outturns = None if isinstance(assessment.period, Quarter) else outturns_in_words(assessment.positions)
    if outturns:
        yield from paragraph(outturns, terminal, "quiet")
    decisions = {each.decision for each in assessment.positions} | {each.decision for each in assessment.exceptions}
    said = [f"{terminal.shape(look)} {look.word}" for each, look in DECISION.items() if each in decisions]
    said.append(f"{terminal.shape(NO_FIGURE)} no figure")
    said += [symbol_in_words(each) for each in symbols_used(assessment, columns)]
    said += [mark_in_words(each) for each in marks_used(assessment, columns)]
    yield from paragraph("; ".join(said), terminal, "quiet")


def travel_in_full(assessment: Assessment, terminal: Terminal) -> str:
    """What the column of travel looks back to, and what its words say."""
    looks_back = {on_earlier(assessment.period, each.travel.period): each for each in assessment.positions}
    if len(looks_back) == 1:
        against = f"travel {next(iter(looks_back))}"
    else:
        against = "travel on the quarter before; y: on the same quarter a year before"
    up, down = (terminal.shape(ARROW[arrow]) for arrow in (Arrow.UP, Arrow.DOWN))
    arrows = f"{up} the figure rose, {down} it fell; "
    moved = ", moved where neither way is better" if assessment.travel[Judgement.NEUTRAL] else ""
    return f"{against}: {arrows}better or worse by what is good{moved}; it says nothing of the target"


def glossary(title: str, terms: Iterable[tuple[str, str]], terminal: Terminal) -> Iterator[Line]:
    """Terms with what each means; nothing where there is none."""
    found = [*terms]
    if found:
        yield from heading(title, terminal)
        yield from facts(found, terminal)
