"""The parts of an indicator's screen, each as blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dap_tui.assess.position import Position
from dap_tui.assess.row import Row
from dap_tui.assess.words import figure_shown, so_far_shown
from dap_tui.export.series import series_of
from dap_tui.export.terms import terms_of
from dap_tui.look import DECISION
from dap_tui.measure import Figure, shown
from dap_tui.narrative import Decision
from dap_tui.period import Period, Quarter, Year
from dap_tui.tui.canvas import AMBER, QUIET, SOFT, TEXT, Ink
from dap_tui.tui.session import Session
from dap_tui.tui.text import paragraphs
from dap_tui.tui.views.action_text import action_aside, action_sign
from dap_tui.tui.views.facts import facts_of, status_words, where
from dap_tui.tui.views.marks import key_to, mark_at
from dap_tui.tui.views.row_text import last_periods
from dap_tui.tui.views.told import told_blocks
from dap_tui.tui.widgets.bars import Bar, Bars
from dap_tui.tui.widgets.parts import Beside, ChartBlock, FactsBlock, Marked, Title
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Blank, Block
from dap_tui.tui.widgets.years import YearGrid, YearLine

_YEARS = 8
"""How many years are listed."""


class Parts:
    """Makes the parts of one position."""

    def __init__(self, session: Session, position: Position, chosen: Period) -> None:
        """`chosen` is the figure whose origin is pointed at."""
        self.session, self.position, self.chosen = session, position, chosen
        self.indicator = position.indicator
        self.text = session.glyphs.text

    def title(self, x: int, end: int) -> Block:
        """Title, status, and the position in words."""
        signs = status_words(self.session, self.position)
        return Title(self.text(self.indicator.title), "", signs, self.text(self.position.sentence), x, end)

    def left(self, x: int, end: int, chart: int) -> list[Block]:
        """Chart, years, breakdown, exceptions and commentary."""
        blocks: list[Block] = [ChartBlock(series_of(self.position, 60), x, end, chart)]
        room = end - x
        if self.position.breakdown and room >= 66:
            split = x + room * 58 // 100
            blocks.append(Beside(([self._years(x, split - 2)], self._breakdown(split + 2, end))))
        else:
            blocks.append(self._years(x, min(end, x + 60)))
            blocks += self._breakdown(x, min(end, x + 80))
        key = key_to(self.session, self._marks, x, end)
        blocks += [Blank(), *key] if key else []
        return [*blocks, *self._exceptions(x, end), *self._commentary(x, end)]

    @property
    def _marks(self) -> set[str]:
        """The marks that its figures bear, as far as they are shown."""
        last = self.position.period.last_day
        periods = [period for each in self._listed_years for period in (*each.quarters, each)]
        marks = {mark_at(self.session, self.position, each) for each in periods if each.last_day <= last}
        rows = self.position.breakdown
        return marks | {self.session.mark_of(self.indicator, row.period, row.figure, row.name) for row in rows}

    def right(self, x: int, end: int) -> list[Block]:
        """Definition and notes, facts, terms, actions, and where the figures came from."""
        blocks: list[Block] = []
        for heading, words in (("Definition", self.indicator.definition), ("Note", self.indicator.note)):
            if words:
                blocks += [Heading(heading, x, end, above=0), *self._prose(words, x, end), Blank()]
        skipped = {"Exception", "Decided", "From"}
        facts = [fact for fact in facts_of(self.session, self.position) if fact.label not in skipped]
        blocks.append(FactsBlock(facts, x, end))
        blocks += told_blocks(self.session, self.indicator.id, x, end)
        return [*blocks, *self._terms(x, end), *self._actions(x, end), *self._origin(x, end)]

    def _prose(self, text: str, x: int, end: int, ink: Ink = TEXT) -> list[Block]:
        return [Line(self.text(each), x, end, ink) for each in paragraphs(text)]

    def _shown(self, figure: Figure | None) -> str:
        return self.text(figure_shown(self.indicator, figure))

    @property
    def _listed_years(self) -> list[Year]:
        return [year for year in self.position.figures.years if year <= self.position.period.year][-_YEARS:]

    def _years(self, x: int, end: int) -> Block:
        figures, last = self.position.figures, self.position.period
        lines = []
        for year in self._listed_years:
            periods: tuple[Period, ...] = (year,) if self.indicator.is_yearly else (*year.quarters, year)
            cells = []
            for period in periods:
                figure = figures.at(period) if period.last_day <= last.last_day else None
                mark = self.session.mark_of(self.indicator, period, figure)
                is_open = period == last.year and self.position.so_far is not None
                cells.append((period, self._so_far() if is_open else self._shown(figure), mark))
            lines.append(YearLine(year, tuple(cells)))
        return YearGrid(lines, x, end, last, self.chosen)

    def _so_far(self) -> str:
        """The year so far as its cell has it: `788 to date`; "" where it is not known."""
        so_far = self.position.so_far
        if so_far is None or so_far.figure.number is None:
            return ""
        mark = self.session.hidden_mark(self.indicator, so_far.quarter, so_far.figure.number, to_date=True)
        return self.text(so_far_shown(self.indicator, so_far, mark))

    def _breakdown(self, x: int, end: int) -> list[Block]:
        rows = self.position.breakdown
        if not rows:
            return []
        name = f"By {self.indicator.breakdown.lower()}" if self.indicator.breakdown else "Breakdown"
        heading = Heading(self.text(name), x, end, self.text(self.position.period.shown))
        return [heading, Bars([self._bar(row) for row in rows], x, end)]

    def _bar(self, row: Row) -> Bar:
        past = []
        for period in last_periods(row.period):
            figure = row.figures.point(period)
            past.append(None if figure is None else figure.number)
        mark = self.session.mark_of(self.indicator, row.period, row.figure, row.name)
        return Bar(self.text(row.name), row.value, self._shown(row.figure) or "·", tuple(past), mark)

    def _exceptions(self, x: int, end: int) -> list[Block]:
        raised = self.position.exceptions
        if not raised:
            return [Heading("Exceptions", x, end, "none")]
        undecided = sum(each.decision is Decision.UNDECIDED for each in raised)
        aside = f"{undecided} undecided" if undecided else ""
        blocks: list[Block] = [Heading("Exceptions", x, end, aside, AMBER)]
        glyphs = self.session.glyphs
        for at, each in enumerate(raised):
            look = DECISION[each.decision]
            says = f"{each.rule.words}: {each.message}"
            blocks.append(Marked(glyphs.shape(look), Ink(look.colour), self.text(says), x, end))
            following = raised[at + 1] if at + 1 < len(raised) else None
            if following is not None and (following.decision, following.text) == (each.decision, each.text):
                continue
            ink = Ink(look.colour) if look.colours_word else SOFT
            if each.text:
                blocks += self._prose(f"{look.word.capitalize()}: {each.text.strip()}", x + 2, end, SOFT)
            else:
                words = "Undecided" if each.decision is Decision.UNDECIDED else look.word.capitalize()
                blocks.append(Line(words, x + 2, end, ink))
        return blocks

    def _commentary(self, x: int, end: int) -> list[Block]:
        said = self.position.commentary
        if said is None:
            return [Heading("Commentary", x, end, "none for this period")]
        blocks: list[Block] = [Heading("Commentary", x, end)]
        parts = (
            ("", said.text), ("Where we are", said.where_we_are),
            ("Successes and issues", said.successes_and_issues), ("What we are doing", said.what_we_are_doing),
        )  # fmt: skip
        for heading, text in parts:
            if text:
                blocks += [Line(heading, x, end)] if heading else []
                blocks += self._prose(text, x, end)
        return blocks

    def _terms(self, x: int, end: int) -> list[Block]:
        """The glossary's terms that stand in its texts."""
        terms = terms_of(self.position)
        if not terms:
            return []
        lines = [Line(self.text(f"{term}: {means}"), x, end, SOFT) for term, means in terms]
        return [Heading("Terms", x, end), *lines]

    def _actions(self, x: int, end: int) -> list[Block]:
        meant = [each for each in self.session.assessment.plan if self.indicator.id in each.action.indicators]
        if not meant:
            return []
        blocks: list[Block] = [Heading("Actions", x, end)]
        for each in meant:
            sign, ink = action_sign(each)
            blocks.append(Marked(sign, ink, self.text(each.action.title), x, end))
            blocks.append(Line(self.text(action_aside(each)), x + 2, end))
        return blocks

    def _origin(self, x: int, end: int) -> list[Block]:
        """The chosen year's figures, the latest first, with file and line."""
        year, figures = self.chosen.year, self.position.figures
        periods: Sequence[Period] = (year,) if self.indicator.is_yearly else (year, *reversed(year.quarters))
        blocks: list[Block] = [Heading("Where it came from", x, end, year.shown)]
        for period in periods:
            figure = figures.series.get(period)
            if figure is None or period.last_day > self.position.period.last_day:
                continue
            name = f"Q{period.number}" if isinstance(period, Quarter) else "Outturn"
            mark = self.session.mark_of(self.indicator, period, figure)
            says, at = f"{name} {self._shown(figure)}{mark}", self.text(where(figure.place))
            blocks.append(Marked("▌" if period == self.chosen else " ", QUIET, says, x, end, at))
            if figure.words:
                blocks.append(Line(self.text(figure.words), x + 2, end))
        if len(blocks) == 1:
            blocks.append(Line("nothing was returned", x, end))
        return [*blocks, *self._long_term(x, end)]

    def _long_term(self, x: int, end: int) -> list[Block]:
        years = self.position.years
        if len(years) < 2:
            return []
        words = "; ".join(
            f"{year.shown} {shown(value, self.indicator.unit)}{mark_at(self.session, self.position, year)}"
            for year, value in _latest(years)
        )
        return [Heading("Full years", x, end), Line(self.text(words), x, end, SOFT)]


def _latest(years: Mapping[Year, Decimal]) -> list[tuple[Year, Decimal]]:
    return list(years.items())[-6:]
