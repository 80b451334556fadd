"""A sheet: the rows, notes, footnotes and key of one or more tables at one width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown
from dap_tui.catalogue import TargetKind
from dap_tui.look import DECISION, POLARITY, STATUS, STATUS_ORDER, TREND
from dap_tui.measure import Judgement, Symbol
from dap_tui.narrative import Decision
from dap_tui.period import Period, Quarter
from dap_tui.tui.canvas import SOFT, SPARK, Ink
from dap_tui.tui.session import Session
from dap_tui.tui.views.grouping import Group
from dap_tui.tui.views.marks import signs_of
from dap_tui.tui.views.row_text import cell_of, row_text, table_periods, target_text
from dap_tui.tui.views.view import NOT_FOUND
from dap_tui.tui.widgets.columns import Columns, columns_for
from dap_tui.tui.widgets.row import Heading, IndicatorRow, Key, Line, RowText
from dap_tui.tui.widgets.scroller import Blank, Block
from dap_tui.tui.widgets.table_head import heads

_FOOTNOTE_SIGNS: Final = "*†§¶"
_ASCII_SIGNS: Final = "@;<`"
_LETTERS: Final = "adgjnqstuvwyz"
"""Further signs of notes: no letter that is a mark or a decision, nor one that reads as a digit or as thousands."""
OF_A_YEAR: Final = "A year’s target, held against the year so far."
"""What the sign beside such a target among quarters' figures means."""
_TRAVEL_ORDER: Final = (
    Judgement.WORSENING, Judgement.NEUTRAL, Judgement.LEVEL, Judgement.IMPROVING, Judgement.NONE,
)  # fmt: skip


def note_sign(session: Session, at: int = 0) -> str:
    """The sign of the first note below figures, or of a later one."""
    signs = _ASCII_SIGNS if session.glyphs.ascii_only else _FOOTNOTE_SIGNS
    further = at - len(signs)
    return signs[at] if further < 0 else _LETTERS[further % len(_LETTERS)]


class Sort(NamedTuple):
    """A way to sort a table."""

    words: str
    key: Callable[[Position], object] | None


SORTS: Final = (
    Sort("In the report’s order", None),
    Sort("By status, the worst first", lambda each: STATUS_ORDER.index(each.status)),
    Sort("By travel, the worst first", lambda each: _TRAVEL_ORDER.index(each.travel.judgement)),
    Sort("By title", lambda each: each.indicator.title.casefold()),
)
BY_STATUS, BY_TRAVEL, BY_TITLE = 1, 2, 3
"""Their places."""


class Sheet:
    """Tables at one width, as blocks."""

    def __init__(self, session: Session, columns: Columns) -> None:
        """Empty; tables are added one by one."""
        self.session, self.columns = session, columns
        self.blocks: list[Block] = []
        self.positions: list[Position] = []
        self._footnotes: dict[str, str] = {}

    def add(self, group: Group, positions: Sequence[Position], *, headed: bool) -> None:
        """Add a table, under a heading of its own where there are several."""
        columns, text = self.columns, self.session.glyphs.text
        if headed:
            self.blocks.append(Heading(text(group.heading), 2, columns.width - 2, above=1 if self.blocks else 0))
        section = None
        before = len(self._footnotes)
        for position in positions:
            indicator = position.indicator
            if indicator.section != section and len(positions) > 1:
                section = indicator.section
                if section:
                    self.blocks.append(Line(text(section), columns.title, columns.end, SOFT))
            title, note = text(indicator.title), text(self._note(position))
            mark = self._footnote(position)
            row = IndicatorRow(
                (group.id, indicator.id), title, note, columns, self.session.glyphs, self._says(position, mark)
            )
            self.blocks.append(row)
        self.positions += positions
        if not positions:
            words = NOT_FOUND if self.session.sought else "No indicator in this period."
            self.blocks.append(Line(words, columns.title, columns.end))
        notes = list(self._footnotes.items())[before:]
        if notes and not headed:
            self.blocks.append(Blank())
        for note, sign in notes:
            self.blocks.append(Line(f"{sign} {text(note)}", columns.title, columns.end))

    def _says(self, position: Position, mark: str) -> Callable[[Columns], RowText]:
        return lambda columns: row_text(self.session, position, columns, mark)

    def _note(self, position: Position) -> str:
        """What stands under a title: the indicator's own note, and what was told of it where that is not so now."""
        note = position.indicator.note or ""
        if position.period not in self.session.reading.workspace.published:
            return note
        from dap_tui.tui.views.told import told  # few workspaces have anything published

        published = told(self.session, position)
        return f"{note.rstrip('.')}. {published}" if note and published else note or published

    def _footnote(self, position: Position) -> str:
        """The sign of the note of a target, the same for the same words; a year's beside quarters has one too."""
        target = position.target
        note = "" if target.kind is TargetKind.NONE else target.note or ""
        if target.to_date is not None:
            note = f"{OF_A_YEAR} {note}".rstrip()
        if not note:
            return ""
        if note not in self._footnotes:
            self._footnotes[note] = note_sign(self.session, len(self._footnotes))
        return self._footnotes[note]

    def end(self) -> None:
        """Close with the key to the signs used."""
        signs = self._signs()
        if signs:
            joined = self.blocks and self._footnotes and not isinstance(self.blocks[-1], IndicatorRow)
            self.blocks += [] if joined and self.blocks[-1].key is None else [Blank()]
            self.blocks.append(Key(tuple(signs), self.columns.title, self.columns.width - 2))

    def _signs(self) -> list[tuple[str, Ink, str]]:
        glyphs = self.session.glyphs
        used = {each.decision for each in self.positions} if self.session.count.is_done else set(Decision)
        words = {Decision.UNDECIDED: "undecided exception", Decision.REPORT: "to be reported", Decision.HOLD: "held"}
        signs = [
            (glyphs.shape(DECISION[decision]), Ink(DECISION[decision].colour), words[decision])
            for decision in words
            if decision in used
        ]
        symbols, marks = set(), set()
        for position in self.positions:
            for period, _ in self.columns.quarters:
                figure = position.figures.at(period)
                if self.session.shows_last_year:
                    before = position.figures.number(period.year_before)
                    marks.add(self.session.hidden_mark(position.indicator, period.year_before, before))
                if figure is not None:
                    symbols |= {figure.symbol} if figure.symbol else set()
                    marks.add(self.session.mark_of(position.indicator, period, figure))
        if self.columns.trend is not None and any(each.indicator.is_running for each in self.positions):
            of_running = glyphs.text("trend, of a running total by each quarter’s own figure")
            signs.append((glyphs.shape(TREND[-1]), SPARK, of_running))
        signs += [(f"[{each}]", SOFT, glyphs.text(each.words)) for each in Symbol if each in symbols]
        signs += signs_of(self.session, marks)
        signs += [("()", SOFT, "the same quarter a year before")] if self.session.shows_last_year else []
        return signs

    def heads(self) -> list[str]:
        """The heads of the table as it is copied."""
        return ["Indicator", "Good", "Target", *heads(self.columns), "Travel", "Status"]

    def row(self, position: Position) -> list[str]:
        """A row as it is copied."""
        cells = [cell_of(self.session, position, period) for period, _ in self.columns.quarters]
        figures = [f"{cell.shown}{cell.mark} {cell.bracket}".strip() for cell in cells]
        travel = self.session.glyphs.travel(position.travel)[0]
        good = POLARITY[position.indicator.polarity].short
        status = STATUS[position.status].word
        target = target_text(self.session, position) + (" a year" if position.target.to_date is not None else "")
        return [position.indicator.title, good, target, *figures, travel, status]

    def table(self) -> list[list[str]]:
        """All rows as they are copied."""
        now = self.session.assessment.position
        return [self.row(now[each.indicator.id]) for each in self.positions if each.indicator.id in now]


def sheet_of(session: Session, groups: Sequence[Group], width: int, *, sort: int, headed: bool) -> Sheet:
    """The sheet of some tables, sorted in one of `SORTS`, with what is sought."""
    tables = [(group, _sorted(session, group, sort)) for group in groups]
    positions = [position for _, rows in tables for position in rows]
    periods = table_periods(session.period)
    earlier = _earlier(session, periods)
    figure = max([5, *(len(figure_shown(each.indicator, each.figures.at(period)))
                       for each in positions for period in periods)])  # fmt: skip
    target = max([6, *(len(target_text(session, each)) for each in positions)])
    columns = columns_for(
        width, periods, earlier, figure=min(figure, 12), target=min(target, 12), last_year=session.shows_last_year
    )
    sheet = Sheet(session, columns)
    for group, rows in tables:
        if rows or not headed:
            sheet.add(group, rows, headed=headed)
    sheet.end()
    return sheet


def _sorted(session: Session, group: Group, sort: int) -> list[Position]:
    source = session.assessment.catalogue.source
    sought = [
        each
        for each in group.positions
        if session.is_sought(
            each.indicator.title, each.indicator.code, each.indicator.note, each.indicator.section,
            STATUS[each.status].word if session.sought else None,
            source[each.indicator.source].name if each.indicator.source in source else None,
        )
    ]  # fmt: skip
    key = SORTS[sort].key
    return sought if key is None else sorted(sought, key=key)  # type: ignore[arg-type]


def _earlier(session: Session, periods: Sequence[Period]) -> list[Period]:
    """The periods before the table's in which anything was returned, without a gap."""
    run: list[Period] = []
    if not isinstance(periods[0], Quarter):
        return run
    returned = set(session.reading.workspace.returns.periods)
    each = periods[0].previous
    while each in returned:
        run.insert(0, each)
        each = each.previous
    return run
