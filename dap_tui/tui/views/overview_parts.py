"""The blocks of Overview: what it says of groups, targets, changes, exceptions, returns and findings."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from dap_tui.assess.position import Position
from dap_tui.assess.words import figure_shown
from dap_tui.finding import Finding, Level
from dap_tui.look import DECISION, LEVEL, Look
from dap_tui.measure import Judgement, Status, shown
from dap_tui.narrative import Decision
from dap_tui.sentence import counted
from dap_tui.tui.canvas import AMBER, QUIET, SOFT, STRONG, TEXT, Ink
from dap_tui.tui.session import Session
from dap_tui.tui.text import width_of
from dap_tui.tui.views.grouping import Group, by_priority, by_source
from dap_tui.tui.views.marks import mark_at
from dap_tui.tui.views.overview_words import (
    as_sentence,
    changed,
    headline,
    marks_of,
    move_of,
    pair_of,
    report_words,
    returned,
    second_line,
)  # fmt: skip
from dap_tui.tui.views.sheet import OF_A_YEAR, note_sign
from dap_tui.tui.widgets.group_row import GroupRow
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Block

MOST = 8
"""How many of a kind are listed; the rest is counted."""


def key_of(finding: Finding) -> Hashable:
    """What a finding is known by here."""
    return ("finding", finding.code, finding.place, finding.message)


class OverviewParts:
    """Makes the blocks for a session, each up to a cell `end`."""

    def __init__(self, session: Session) -> None:
        """The session's assessment is worked out in full."""
        self.session = session

    def left(self, end: int) -> list[Block]:
        """How many targets are met, by source and priority, what misses its own, and where the year is heading."""
        session = self.session
        text = session.glyphs.text
        blocks: list[Block] = []
        if session.assessment.positions:
            blocks.append(Line(text(headline(session)), 2, end, STRONG))
            blocks += [Line(text(each), 2, end, SOFT) for each in second_line(session)]
        else:
            blocks.append(Line(text(f"No indicator is in the report of {session.period.shown}."), 2, end))
        sources, groups = by_source(session.assessment), by_priority(session.assessment)
        most = max((len(group.positions) for group in (*sources, *groups)), default=0)
        blocks += self._groups("By source", sources, end, "sources", most)
        has_priorities = bool(session.assessment.catalogue.priorities)
        title = "By priority" if has_priorities else "By tag and level"
        if has_priorities or len(groups) > 1:
            blocks += self._groups(title, groups, end, "priorities", most)
        blocks += self._off_target(end)
        return blocks + self._on_course(end)

    def marks(self, listed: Sequence[Position]) -> set[str]:
        """The marks that figures here bear, in either column."""
        session = self.session
        positions = session.assessment.positions
        held = [each for each in positions if each.status in {Status.RED, Status.AMBER}][:MOST]
        held += [each for each in positions if each.outlook is not None][:MOST]
        moved = [each for each, _ in changed(session)[1]][:MOST]
        marks = {mark_at(session, each, session.period.previous) for each in moved}
        moved += [*[each for each in positions if each.decision is Decision.UNDECIDED][:MOST], *listed]
        return marks.union(map(session.held_mark, held), *(marks_of(session, each) for each in moved))

    def _groups(self, title: str, groups: Sequence[Group], end: int, view: str, most: int) -> list[Block]:
        heading = GroupRow.heading(title, end, "one mark, one indicator" if view == "sources" else "")
        rows: list[Block] = []
        for group in groups:
            if not group.positions:
                continue
            judged = [each.travel.judgement for each in group.positions]
            counts = (
                judged.count(Judgement.IMPROVING), judged.count(Judgement.LEVEL), judged.count(Judgement.WORSENING),
                sum(each.decision is Decision.UNDECIDED for each in group.positions),
            )  # fmt: skip
            name = self.session.glyphs.text(group.name)
            statuses = tuple(each.status for each in group.positions)
            rows.append(GroupRow((view, group.id), name, statuses, counts, most, end, self.session.glyphs))
        return [heading, *rows] if rows else []

    def _off_target(self, end: int) -> list[Block]:
        """What is red or amber; a year's target beside its figure to date has a sign, told of below."""
        session = self.session
        positions = session.assessment.positions
        off = [each for status in (Status.RED, Status.AMBER) for each in positions if each.status is status]
        if not off:
            return []
        sign = note_sign(session) if any(each.target.to_date is not None for each in off[:MOST]) else ""
        aims = self._column([each.target.shown for each in off[:MOST]], "target")
        blocks: list[Block] = [Heading("Off target", 2, end, f"now{aims.pop(0)}{' ' * len(sign)}")]
        for each, aim in zip(off[:MOST], aims, strict=True):
            held = figure_shown(each.indicator, each.held_figure) + session.held_mark(each)
            aside = aim + (sign if each.target.to_date is not None else " " * len(sign))
            blocks.append(self.item("off", each, end, (held, aside)))
        blocks += self.more(off, "Targets", end)
        return [*blocks, Line(session.glyphs.text(f"{sign} {OF_A_YEAR}"), 4, end)] if sign else blocks

    def _on_course(self, end: int) -> list[Block]:
        """Where each year's target is heading."""
        heading = [(each, each.outlook) for each in self.session.assessment.positions if each.outlook is not None]
        if not heading:
            return []
        listed = heading[:MOST]
        rates = self._column(
            [shown(outlook.at_this_rate, each.indicator.unit) for each, outlook in listed], "at this rate"
        )
        aims = self._column([each.target.shown for each, _ in listed], "target")
        blocks: list[Block] = [Heading("On course for the year", 2, end, f"to date{rates.pop(0)}{aims.pop(0)}")]
        for (each, _), rate, aim in zip(listed, rates, aims, strict=True):
            held = figure_shown(each.indicator, each.held_figure) + self.session.held_mark(each)
            blocks.append(self.item("course", each, end, (held, rate + aim)))
        return blocks + self.more(heading, "Targets", end)

    def _column(self, figures: Sequence[str], head: str) -> list[str]:
        """The head of a column and its figures, right-aligned, two blanks or more before each."""
        texts = [head, *map(self.session.glyphs.text, figures)]
        size = max(9, *(width_of(each) + 2 for each in texts))
        return [f"{each:>{size}}" for each in texts]

    def more(self, found: Sequence[object], view: str, end: int, most: int = MOST) -> list[Block]:
        """How many more there are than are listed, and where they are."""
        more = len(found) - most
        return [Line(self.session.glyphs.text(f"and {more} more, in {view}"), 4, end)] if more > 0 else []

    def item(self, part: str, position: Position, end: int, figures: tuple[str, str], sign: Look | None = None) -> Item:
        """An indicator with figures at its right, the first of them bold."""
        glyphs, (bold, aside) = self.session.glyphs, figures
        shape, ink, _ = glyphs.status(position.status)
        if sign is not None:
            shape, ink = glyphs.shape(sign), Ink(sign.colour, bold=True)
        title = glyphs.text(position.indicator.name)
        return Item((part, position.indicator.id), shape, ink, title, end, aside, glyphs.text(bold))

    def right(self, end: int, moved: Sequence[Block] = (), *, above: int = 0) -> list[Block]:
        """What changed, what is undecided, what `moved`, what is late, returned and written, and what check found."""
        parts = (self._late, self._returned, self._written, self._checks)
        rest: list[Block] = [block for part in parts for block in part(end)]
        first, *rest = [*self._since(end), *self._undecided(end), *moved, *rest]
        return [first._replace(above=above) if isinstance(first, Heading) else first, *rest]

    def _since(self, end: int) -> list[Block]:
        before, found = changed(self.session)
        if before is None:
            return []
        blocks: list[Block] = [Heading(f"Status since {before}", 2, end, f"{len(found) or 'none'} changed")]
        for position, words in found[:MOST]:
            pair = pair_of(self.session, position, self.session.period.previous)
            item = self.item("since", position, end, ("", pair))
            blocks.append(item.said(f"{words}: {item.title}"))
        return blocks + self.more(found, "Sources", end)

    def _late(self, end: int) -> list[Block]:
        """The actions that are late; nothing where none is."""
        late = [each.action for each in self.session.assessment.plan if each.is_late]
        if not late:
            return []
        blocks: list[Block] = [Heading("Actions", 2, end, f"{len(late)} late", AMBER)]
        text = self.session.glyphs.text
        blocks += [Item(("action", each.id), "!", AMBER, text(each.title), end) for each in late[:MOST]]
        return blocks + self.more(late, "Actions", end)

    def _written(self, end: int) -> list[Block]:
        """What is written for the report besides its figures."""
        words = report_words(self.session)
        if not words:
            return []
        item = Item(("words", ""), " ", QUIET, self.session.glyphs.text(words), end)
        return [Heading("Words of the report", 2, end, "W"), item]

    def reported(self, end: int) -> list[Block]:
        """What is to be reported to the board; nothing where nothing is."""
        reported = [each for each in self.session.assessment.positions if each.decision is Decision.REPORT]
        look = DECISION[Decision.REPORT]
        items = [self.item("reported", each, end, ("", move_of(self.session, each)), look) for each in reported[:MOST]]
        heading = Heading("To be reported to the board", 2, end, f"{len(reported)}")
        return [heading, *items, *self.more(reported, "Exceptions", end)] if reported else []

    def _undecided(self, end: int) -> list[Block]:
        positions = self.session.assessment.positions
        undecided = [each for each in positions if each.decision is Decision.UNDECIDED]
        heading = Heading("Undecided exceptions", 2, end, f"{len(undecided)}" if undecided else "none",
                          AMBER if undecided else QUIET)  # fmt: skip
        look = DECISION[Decision.UNDECIDED]
        moves = [(each, ("", move_of(self.session, each))) for each in undecided[:MOST]]
        items = [self.item("undecided", each, end, move, look) for each, move in moves]
        return [heading, *items, *self.more(undecided, "Exceptions", end)]

    def _returned(self, end: int) -> list[Block]:
        lines = returned(self.session)
        whole = sum(line.is_whole for line in lines)
        blocks: list[Block] = [Heading("Returned", 2, end, f"{whole} of {len(lines)}")]
        text = self.session.glyphs.text
        for line in lines:
            if line.words:
                key = ("source", line.source)
                blocks.append(Item(key, line.sign, line.ink, text(line.words), end, text(line.aside)))
        return blocks

    def _checks(self, end: int) -> list[Block]:
        findings = self.session.reading.findings
        count = {level: sum(each.level is level for each in findings) for level in Level}
        words = ", ".join(counted(number, level.value) for level, number in count.items() if number)
        blocks: list[Block] = [Heading("Checks", 2, end, words or "nothing found")]
        text = self.session.glyphs.text
        for each in sorted(findings, key=lambda finding: list(Level).index(finding.level))[:3]:
            look = LEVEL[each.level]
            file = each.place.file.rpartition("/")[2]
            says = text(f"{file}:{each.place.line} {as_sentence(each.message)}")
            blocks.append(Item(key_of(each), self.session.glyphs.shape(look), Ink(look.colour), says, end, ink=TEXT))
        return blocks
