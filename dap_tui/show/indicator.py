"""`dap show INDICATOR`: everything on one indicator, with its chart."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.export.chart_words import special_in_words
from dap_tui.export.facts import facts_of, priorities_served
from dap_tui.export.options import Options, position_asked_for
from dap_tui.export.plot import Frame, Letters, plot
from dap_tui.export.series import series_of
from dap_tui.export.summary import SILENT
from dap_tui.export.terms import terms_of
from dap_tui.export.wording import faults_in_words, not_for_publication
from dap_tui.look import DECISION, STATUS
from dap_tui.show.chapters import said_of
from dap_tui.show.closing import action_list, glossary
from dap_tui.show.hidden import Hidden, hidden_in_words, is_marked
from dap_tui.show.paragraphs import facts, heading, headline, paragraph, prose, rule
from dap_tui.show.past import breakdown, places, years
from dap_tui.show.terminal import Line, Terminal

MOST_POINTS = 24


def show_indicators(assessment: Assessment, terminal: Terminal, options: Options, hidden: Hidden = frozenset()) -> str:
    """All there is on each indicator asked for, a `c` after what a report would hide.

    Raises NotKnown for one that is not in the report.
    """
    positions = [position_asked_for(assessment, each) for each in options.indicators]
    pages = [terminal.drawn(_page(position, assessment, terminal, hidden)) for position in positions]
    return "\n\n".join(pages)


def _page(position: Position, assessment: Assessment, terminal: Terminal, hidden: Hidden) -> Iterator[Line]:
    indicator, look = position.indicator, STATUS[position.status]
    decision = [(f"   {terminal.shape(DECISION[position.decision])} ", DECISION[position.decision].colour),
                (DECISION[position.decision].word, "")] if position.decision else []  # fmt: skip
    status = [(terminal.shape(look), look.colour), (f" {look.word}", ""), *decision]
    yield from headline(indicator.title, status, terminal)
    source = assessment.catalogue.source.get(indicator.source)
    named = [source.name] if source else []
    yield from paragraph(", ".join([*named, position.period.shown]), terminal, "quiet")
    if faults := faults_in_words(assessment):
        yield from paragraph(faults, terminal, "bold")
    yield rule(terminal)
    yield from paragraph(position.sentence, terminal)
    yield from _chart(position, terminal)
    yield []
    yield from facts([each for each in facts_of(position) if each[0] != "Trend"], terminal)
    yield from _texts(position, assessment, terminal)
    yield from years(position, terminal, hidden)
    if position.breakdown:
        yield from heading(f"By {(indicator.breakdown or 'part').lower()}", terminal, position.period.shown)
        yield from breakdown(position, terminal, hidden)
    yield from _exceptions(position, terminal)
    mine = [each for each in assessment.plan if indicator.id in each.action.indicators]
    if mine:
        yield from heading("Actions", terminal)
        yield from action_list(mine, assessment, terminal)
    yield from places(position, terminal, hidden)
    if is_marked(position, hidden):
        yield []
        yield from hidden_in_words(terminal)
    warning = not_for_publication(assessment)
    if warning:
        yield []
        yield from paragraph(warning, terminal, "bold")


def _chart(position: Position, terminal: Terminal) -> Iterator[Line]:
    """The chart of the latest points, with the target and the limits of ordinary variation."""
    letters = Letters.ASCII if terminal.ascii else Letters.BRAILLE
    frame = Frame(min(terminal.width, 100), 11, letters, terminal.safe)
    series = series_of(position, MOST_POINTS)
    drawn = plot(series, frame)
    if drawn:
        yield []
        yield from drawn
        for said in special_in_words(series):
            yield from paragraph(said, terminal, "quiet")


def _texts(position: Position, assessment: Assessment, terminal: Terminal) -> Iterator[Line]:
    indicator = position.indicator
    texts = [("Definition", indicator.definition), ("Note", indicator.note)]
    for name, text in texts:
        if text:
            yield from heading(name, terminal)
            yield from prose(text, terminal)
    yield from glossary("Terms", terms_of(position), terminal)
    served = priorities_served(position)
    if any(each.text for each in served):
        yield from heading("Why it matters", terminal)
        for each in served:
            yield from paragraph(f"It serves: {each.title}", terminal)
            yield from prose(each.text or "", terminal, "quiet")
    if position.commentary and position.commentary.parts:
        yield from heading("Commentary", terminal)
        yield from said_of(position.commentary, terminal)
    elif position in assessment.uncommented:
        yield from heading("Commentary", terminal)
        yield from paragraph(SILENT, terminal)


def _exceptions(position: Position, terminal: Terminal) -> Iterator[Line]:
    if not position.exceptions:
        return
    yield from heading("Exceptions", terminal)
    for each in position.exceptions:
        look = DECISION[each.decision]
        text = f"{each.rule.words}, {look.word}: {each.message}"
        yield from paragraph(text, terminal, "", 2, [(terminal.shape(look), look.colour)])
        yield from prose(each.text or "", terminal, "", 2)
