"""What is known of an indicator in a few labelled lines, for the pane and the indicator's own screen."""

from __future__ import annotations

from dap_tui.assess.position import Position
from dap_tui.assess.variation import VariationKind
from dap_tui.assess.words import figure_shown
from dap_tui.catalogue import TargetKind
from dap_tui.export.series import series_of
from dap_tui.export.terms import terms_of
from dap_tui.finding import Place
from dap_tui.look import ARROW, DECISION, JUDGEMENT, POLARITY, STATUS
from dap_tui.measure import Compare, Judgement, Mark, Symbol, shown
from dap_tui.narrative import Decision
from dap_tui.period import Quarter
from dap_tui.sentence import counted
from dap_tui.tui.canvas import AMBER, SOFT, TEXT, Ink
from dap_tui.tui.session import Session
from dap_tui.tui.views.marks import mark_at
from dap_tui.tui.widgets.pane import Fact, PaneText

VARIATION_WORDS = {
    VariationKind.COMMON_CAUSE: "ordinary, within its limits",
    VariationKind.IMPROVEMENT: "special cause, for the better",
    VariationKind.CONCERN: "special cause, for the worse",
    VariationKind.NEUTRAL: "special cause, neither better nor worse",
}
ASSURANCE_WORDS = {
    "passing": "the target will be met whatever the ordinary variation",
    "failing": "the target will be missed whatever the ordinary variation",
    "hit-and-miss": "the target is met in some quarters and missed in others",
}


def status_words(session: Session, position: Position) -> list[tuple[str, Ink, str, Ink]]:
    """Status and decision as shape, its ink, word, its ink."""
    shape, ink, word = session.glyphs.status(position.status)
    said = [(shape, ink, STATUS[position.status].word, word)]
    revision = position.revised(position.period) if session.count.is_done else None
    if revision is not None and revision.status is not None:
        shape, ink, word = session.glyphs.status(revision.status)
        said.append((shape, ink, f"published {STATUS[revision.status].word}", SOFT))
    decision = position.decision
    if decision is not None:
        look = DECISION[decision]
        own = Ink(look.colour)
        said.append((session.glyphs.shape(look), own, look.word, own if look.colours_word else SOFT))
    return said


def pane_of(session: Session, position: Position) -> PaneText:
    """What a pane says of an indicator that is chosen in a list, with the terms that stand in its texts."""
    text, signs = session.glyphs.text, status_words(session, position)
    terms = [Fact("Term", text(f"{term}: {means}"), SOFT) for term, means in terms_of(position)]
    chart = series_of(position, 24)
    return PaneText(
        text(position.indicator.title), signs, text(position.sentence), [*facts_of(session, position), *terms], chart
    )


def facts_of(session: Session, position: Position) -> list[Fact]:
    """Everything worth a line, the most wanted first."""
    facts = [_target(position), _travel(position)]
    facts += _exceptions(position)
    facts += _outlook(session, position)
    facts += _last_year(session, position)
    facts += _variation(position)
    facts += _about(session, position)
    text = session.glyphs.text
    return [Fact(fact.label, text(fact.words), fact.ink) for fact in facts if fact.words]


def _target(position: Position) -> Fact:
    held, good = position.target, POLARITY[position.indicator.polarity].word
    if held.kind in {TargetKind.NONE, TargetKind.NOTE}:
        return Fact("Target", f"none; {good}" + (f". {held.note}" if held.note else ""))
    to_date = ""
    if held.to_date is not None:
        to_date = f" a year, {shown(held.to_date.normalize(), position.indicator.unit)} of it by now"
    note = f". {held.note}" if held.note else ""
    return Fact("Target", f"{held.shown}{to_date}; {good}{note}")


def _travel(position: Position) -> Fact:
    travel = position.travel
    if travel.judgement is Judgement.NONE:
        return Fact("Travel", travel.reason or "nothing to compare with")
    arrow = ARROW[travel.arrow]
    a_year = position.compare is Compare.LAST_YEAR and isinstance(position.period, Quarter)
    before = "the same quarter last year" if a_year else travel.period.shown
    if travel.arrow is travel.arrow.LEVEL:
        return Fact("Travel", f"level with {before}")
    words = JUDGEMENT[travel.judgement].word
    return Fact("Travel", f"{arrow.word} on {before}: {words}")


def _exceptions(position: Position) -> list[Fact]:
    """Each exception, and what was decided on those before it, said once."""
    facts: list[Fact] = []
    raised = position.exceptions
    for at, each in enumerate(raised):
        look = DECISION[each.decision]
        is_open = each.decision is Decision.UNDECIDED
        facts.append(Fact("Exception", f"{each.rule.words}: {each.message}", AMBER if is_open else TEXT))
        following = raised[at + 1] if at + 1 < len(raised) else None
        if following is not None and (following.decision, following.text) == (each.decision, each.text):
            continue
        if each.text:
            verb = "Report" if each.decision is Decision.REPORT else look.word.capitalize()
            facts.append(Fact("Decided", f"{verb}: “{each.text.strip()}”"))
        else:
            facts.append(Fact("Decided", look.word, AMBER if is_open else SOFT))
    return facts


def _outlook(session: Session, position: Position) -> list[Fact]:
    outlook, indicator = position.outlook, position.indicator
    if outlook is None:
        return []
    words = f"{shown(outlook.at_this_rate, indicator.unit)} at this rate"
    if outlook.at_last_years_shape is not None:
        words += f", {shown(outlook.at_last_years_shape, indicator.unit)} at last year’s shape"
    if position.settled is not None:
        words = f"the year’s target is {'met' if position.settled else 'missed'} already; {words}"
    else:
        words += ": meets the year’s target" if outlook.meets else ": does not meet the year’s target"
    facts = [Fact("Outlook", words)]
    if position.year_to_date is not None and position.year_to_date.number is not None:
        to_date = figure_shown(indicator, position.year_to_date) + session.held_mark(position)
        facts.insert(0, Fact("To date", to_date))
    return facts


def _last_year(session: Session, position: Position) -> list[Fact]:
    travel = position.last_year
    if travel.value is None:
        return []
    then = shown(travel.value, position.indicator.unit, position.indicator.decimals)
    then += mark_at(session, position, travel.period)
    judged = "" if travel.judgement is Judgement.NONE else f"; {JUDGEMENT[travel.judgement].word} since"
    return [Fact("Last year", f"{then} in {travel.period.shown}{judged}")]


def _variation(position: Position) -> list[Fact]:
    variation = position.variation
    if variation is None:
        return []
    if variation.variation is VariationKind.TOO_FEW_POINTS:
        least, points = position.catalogue.variation.points, len(variation.last.points)
        return [Fact("Variation", f"{counted(points, 'point')}; limits are drawn from {least}", SOFT)]
    ink = AMBER if variation.variation is VariationKind.CONCERN else TEXT
    facts = [Fact("Variation", VARIATION_WORDS[variation.variation], ink)]
    if variation.assurance is not None:
        facts.append(Fact("Assurance", ASSURANCE_WORDS[variation.assurance.value]))
    return facts


def _about(session: Session, position: Position) -> list[Fact]:
    indicator, catalogue, figure = position.indicator, position.catalogue, position.figure
    facts = []
    if position.long_term is not None:
        trend = position.long_term
        words = f"{shown(trend.outturn, indicator.unit)} in {trend.year.shown}, "
        words += f"{shown(trend.before, indicator.unit)} on average in {trend.years} years before"
        facts.append(Fact("Long term", f"{words}: {JUDGEMENT[trend.judgement].word}"))
    if position.benchmark is not None:
        label = position.benchmark.label or "elsewhere"
        facts.append(Fact("Benchmark", f"{shown(position.benchmark.value, indicator.unit)}, {label}"))
    if indicator.limit is not None:
        facts.append(Fact("Limit", indicator.limit.note or ""))
    if figure is not None:
        facts += _of_figure(figure.symbol, figure.marks, figure.words)
    titles = [f"{number}. {each.title}" for number, each in enumerate(catalogue.priorities, 1)
              if each.id in indicator.priorities]  # fmt: skip
    facts.append(Fact("Priority", "; ".join(titles)))
    facts.append(Fact("Ref.", indicator.code or ""))
    source = catalogue.source.get(indicator.source)
    often = "each year" if indicator.is_yearly else "each quarter"
    running = ", as a running total" if indicator.is_running and isinstance(position.period, Quarter) else ""
    facts.append(Fact("Returned", f"{often} by {source.name if source else indicator.source}{running}"))
    return facts + _origin(session, position)


def _of_figure(symbol: Symbol | None, marks: tuple[Mark, ...], words: str | None) -> list[Fact]:
    said = [f"[{symbol}] {symbol.words}"] if symbol else []
    said += [mark.words for mark in marks]
    said += [words] if words else []
    return [Fact("Figure", "; ".join(said))]


def _origin(session: Session, position: Position) -> list[Fact]:
    figure = position.figure
    if figure is None:
        return []
    if figure.place is None:
        return [Fact("From", "worked out from other figures" if figure.worked_out else "")]
    kept = " (last good figure: the file cannot be read just now)" if figure.place in session.reading.kept else ""
    return [Fact("From", f"{where(figure.place)}{kept}")]


def where(place: Place | None) -> str:
    """File and line of a figure, or sheet and cell; the file by its name under `returns`."""
    if place is None:
        return "worked out"
    file = place.file.removeprefix("returns/")
    return f"{file}:{place.sheet}!{place.cell}" if place.cell else f"{file}:{place.line}"
