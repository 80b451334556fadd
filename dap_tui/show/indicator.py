"""`dap show INDICATOR`: everything on one indicator, with its chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position, Row, figure_shown
from dap_tui.assess.variation import VariationKind
from dap_tui.catalogue import TargetKind
from dap_tui.disclosure import Cell, Kind
from dap_tui.export.facts import facts_of
from dap_tui.export.options import Options, position_asked_for
from dap_tui.export.rows import marked, said_of
from dap_tui.export.told import figure_told
from dap_tui.export.wording import joined, not_for_publication
from dap_tui.look import DECISION, NO_FIGURE, STATUS
from dap_tui.measure import Figure, places, rounded, shown
from dap_tui.period import Period, Quarter, Year
from dap_tui.show.chart import Across, Frame, Point, chart
from dap_tui.show.closing import action_list
from dap_tui.show.columns import Column, Layout, Titles, out_of_sight
from dap_tui.show.hidden import Hidden, hidden_in_words, hidden_mark, is_marked
from dap_tui.show.paragraphs import facts, heading, headline, paragraph, prose, rule
from dap_tui.show.terminal import Line, Terminal, pad

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
    yield rule(terminal)
    yield from paragraph(position.sentence, terminal)
    drawn = _chart(position, terminal)
    if drawn:
        yield []
        yield from drawn
    yield []
    yield from facts([each for each in facts_of(position) if each[0] != "Trend"], terminal)
    yield from _texts(position, terminal)
    yield from _years(position, terminal, hidden)
    yield from _breakdown(position, terminal, hidden)
    yield from _exceptions(position, terminal)
    mine = [each for each in assessment.plan if indicator.id in each.action.indicators]
    if mine:
        yield from heading("Actions", terminal)
        yield from action_list(mine, assessment, terminal)
    yield from _places(position, terminal, hidden)
    if is_marked(position, hidden):
        yield []
        yield from hidden_in_words(terminal)
    warning = not_for_publication(assessment)
    if warning:
        yield []
        yield from paragraph(warning, terminal, "bold")


def _chart(position: Position, terminal: Terminal) -> list[Line]:
    """The chart of the latest points, with the target and the limits of ordinary variation."""
    variation = position.variation
    if variation is None:
        return []
    end = position.period
    known = [period for group in variation.groups for period, _ in group.points]
    first = known[max(0, len(known) - MOST_POINTS)]
    periods = _between(first, end)
    special = {each.period: each.kind for group in variation.groups for each in group.special}
    points = [_point(position, each, special.get(each)) for each in periods]
    unit = position.indicator.unit
    most = max((places(point.number) for point in points if point.number is not None), default=0)
    frame = Frame(min(terminal.width, 100), 10, lambda number: terminal.safe(shown(number, unit, most)), terminal.ascii)
    return chart(points, [replace(each, label=terminal.safe(each.label)) for each in _across(position)], frame)


def _between(first: Period, last: Period) -> list[Period]:
    periods: list[Period] = [first]
    while periods[-1] != last and len(periods) < 4 * MOST_POINTS:
        periods.append(periods[-1].next)
    return periods


def _point(position: Position, period: Period, kind: VariationKind | None) -> Point:
    figure = position.figures.point(period)
    label = f"Q{period.number} {period.year.short}" if isinstance(period, Quarter) else period.shown
    shapes = {VariationKind.CONCERN: ("◆", "amber bold"), VariationKind.IMPROVEMENT: ("◇", "bold")}
    shape, style = shapes.get(kind, ("●", "bold")) if kind else ("●", "bold")
    return Point(label, None if figure is None else figure.number, shape, style)


def _across(position: Position) -> list[Across]:
    indicator, target, chart_ = position.indicator, position.target, position.variation
    unit = indicator.unit
    runs = indicator.is_running and unit.adds_up
    lines = []
    if not runs and target.to_date is None and target.kind is not TargetKind.YEAR:
        ends = ((target.value, "target"), (target.low, "from"), (target.high, "to"))
        lines += [Across(number, f"{name} {shown(number, unit)}", "─") for number, name in ends if number is not None]
    limits = chart_.last.limits if chart_ else None
    if limits is not None:
        named = ((limits.upper, "upper"), (limits.mean, "mean"), (limits.lower, "lower"))
        lines += [Across(number, f"{name} {shown(rounded(number, 1), unit)}") for number, name in named]
    return lines


def _texts(position: Position, terminal: Terminal) -> Iterator[Line]:
    indicator, said = position.indicator, position.commentary
    for name, text in (
        ("Definition", indicator.definition),
        ("Note", indicator.note),
        ("Commentary", said.text if said else None),
        ("Where we are", said.where_we_are if said else None),
        ("Successes and issues", said.successes_and_issues if said else None),
        ("What we are doing", said.what_we_are_doing if said else None),
    ):
        if text:
            yield from heading(name, terminal)
            yield from prose(text, terminal)


def _years(position: Position, terminal: Terminal, hidden: Hidden) -> Iterator[Line]:
    """Years by quarters, the latest last, with each year's outturn."""
    indicator, figures, period = position.indicator, position.figures, position.period
    years = [year for year in figures.years if year.first_day <= period.last_day]
    if not years:
        return
    yield from heading("Years" if indicator.is_yearly else "Years by quarters", terminal)

    def cell(figure: Figure | None, at: Period) -> tuple[str, str]:
        if at.first_day > period.last_day:
            return "", ""
        is_revised = figure_told(position.revised(at)) is not None
        text = marked(indicator, figure, is_revised=is_revised)
        return (text + hidden_mark(figure, Cell(indicator.id, "", at), hidden) if text else NO_FIGURE.shape), ""

    def outturn(year: Year) -> tuple[str, str]:
        is_open = isinstance(period, Quarter) and year == period.year and period.number < 4
        figure = position.year_to_date if is_open else figures.outturn(year)
        kind = Kind.TO_DATE if is_open and not indicator.is_running else Kind.VALUE
        text = figure_shown(indicator, figure)
        if text:
            text += hidden_mark(figure, Cell(indicator.id, "", period if is_open else year, kind), hidden)
        return (f"{text} to date" if is_open and text else text or NO_FIGURE.shape), "bold"

    quarters = [] if indicator.is_yearly else [
        Column(f"Q{at + 1}", [cell(figures.quarter(each), each) for each in nth], right=True, gives_way=at)
        for at, nth in enumerate(zip(*(year.quarters for year in years), strict=True))
    ]  # fmt: skip
    whole = Column("Year", [outturn(year) for year in years], right=True)
    layout = Layout.fitted([], Titles("", [year.shown for year in years], 7), [*quarters, whole], terminal)
    yield from layout.table(0, len(years))
    if layout.out:
        yield from paragraph(out_of_sight(layout.out), terminal, "quiet")


def _breakdown(position: Position, terminal: Terminal, hidden: Hidden) -> Iterator[Line]:
    """The breakdown as bars, each row with its figure."""
    rows = position.breakdown
    if not rows:
        return
    indicator = position.indicator
    yield from heading(f"By {(indicator.breakdown or 'part').lower()}", terminal, position.period.shown)
    names = max(min(len(row.name), terminal.width // 3) for row in rows)
    figures = [marked(indicator, row.figure) or NO_FIGURE.shape for row in rows]
    marks = [hidden_mark(row.figure, Cell(indicator.id, row.name, row.period), hidden) for row in rows]
    if any(marks):
        figures = [f"{figure}{mark or ' '}" for figure, mark in zip(figures, marks, strict=True)]
    widest = max(len(figure) for figure in figures)
    most = max((abs(row.value) for row in rows if row.value is not None), default=None)
    room = max(4, min(40, terminal.width - names - widest - 4))
    for row, figure in zip(rows, figures, strict=True):
        bar = _bar(row, room, most, terminal) if most else ""
        yield [(pad(row.name, names), ""), ("  ", ""), (pad(figure, widest, right=True), "bold"), (f"  {bar}", "quiet")]


def _bar(row: Row, room: int, most: Decimal, terminal: Terminal) -> str:
    if row.value is None or row.value <= 0:
        return ""
    return ("=" if terminal.ascii else "━") * max(1, round(row.value / most * room))


def _exceptions(position: Position, terminal: Terminal) -> Iterator[Line]:
    if not position.exceptions:
        return
    yield from heading("Exceptions", terminal)
    for each in position.exceptions:
        look = DECISION[each.decision]
        text = f"{each.rule.words}, {look.word}: {each.message}"
        yield from paragraph(text, terminal, "", 2, [(terminal.shape(look), look.colour)])
        yield from prose(each.text or "", terminal, "", 2)


def _places(position: Position, terminal: Terminal, hidden: Hidden) -> Iterator[Line]:
    """Where each figure stands, the latest first, and what was said beside it."""
    found = [(period, figure) for period, figure in reversed(position.history) if figure.place or figure.words]
    if not found:
        return
    yield from heading("Where the figures stand", terminal)
    of = position.indicator
    names = [
        f"{period.shown}: {figure_shown(of, figure)}{hidden_mark(figure, Cell(of.id, '', period), hidden)}"
        for period, figure in found
    ]
    texts = [_place(position, figure, period) for period, figure in found]
    yield from facts(list(zip(names, texts, strict=True)), terminal)


def _place(position: Position, figure: Figure, period: Period) -> str:
    said = [said_of(position.indicator, figure, period), figure_told(position.revised(period))]
    return joined([str(figure.place or ""), *said], " – ")
