"""The blocks of Overview: what it says of groups, targets, changes, exceptions, returns and findings."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from dap_tui.assess.position import Position
from dap_tui.finding import Finding, Level
from dap_tui.look import DECISION, LEVEL, Look
from dap_tui.measure import Judgement, Status, shown
from dap_tui.narrative import Decision
from dap_tui.tui.canvas import AMBER, QUIET, SOFT, STRONG, TEXT, Ink
from dap_tui.tui.session import Session
from dap_tui.tui.views.grouping import Group, by_priority, by_source
from dap_tui.tui.views.overview_words import (
    as_sentence,
    called,
    changed,
    headline,
    is_marked,
    move_of,
    pair_of,
    report_words,
    returned,
    second_line,
)  # fmt: skip
from dap_tui.tui.widgets.group_row import GroupRow
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import HIDDEN_SIGN, Heading, Key, Line
from dap_tui.tui.widgets.scroller import Blank, Block

_MOST = 8
"""How many of a kind are listed; the rest is counted."""
_MOVED = {Judgement.WORSENING: "Got worse", Judgement.IMPROVING: "Got better"}


def key_of(finding: Finding) -> Hashable:
    """What a finding is known by here."""
    return ("finding", finding.code, finding.place, finding.message)


class OverviewParts:
    """Makes the blocks for a session, each up to a cell `end`."""

    def __init__(self, session: Session) -> None:
        """The session's assessment is worked out in full."""
        self.session = session

    def left(self, end: int, room: int) -> list[Block]:
        """How many targets are met, by source and priority, what is short, and where the year is heading.

        Where `room` is so many lines that all of it fits, what got worse and what got better is listed too.
        """
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
        blocks += self._short(end)
        blocks += self._on_course(end)
        key: list[Block] = [Blank(), Key((HIDDEN_SIGN,), 2, end)]
        listed: list[Position] = []
        for judgement, heading in _MOVED.items():
            found = [each for each in session.assessment.positions if each.travel.judgement is judgement]
            moved = self._moved(heading, found, end)
            if found and sum(each.height(end) for each in (*blocks, *moved, *key)) <= room:
                blocks, listed = [*blocks, *moved], [*listed, *found]
        if self._has_marks(listed):
            blocks += key
        return blocks

    def _moved(self, heading: str, found: Sequence[Position], end: int) -> list[Block]:
        """Indicators that moved one way, each with its figures before and now."""
        since = {each.travel.period for each in found}
        before = called(self.session, next(iter(since))) if len(since) == 1 else ""
        items: list[Block] = []
        for each in found:
            pair = pair_of(self.session, each, each.travel.period)
            when = "" if before else f"{called(self.session, each.travel.period)}  "
            items.append(self._item("moved", each, end, ("", f"{when}{pair}")))
        words = self.session.glyphs.text(f"{heading} since {before}" if before else heading)
        return [Heading(words, 2, end, str(len(found))), *items]

    def _has_marks(self, listed: Sequence[Position]) -> bool:
        """Whether a figure that stands here, in either column, is marked as hidden in reports."""
        session = self.session
        if not session.has_hidden_marks:
            return False
        positions = session.assessment.positions
        held = [each for each in positions if each.status in {Status.RED, Status.AMBER}][:_MOST]
        held += [each for each in positions if each.outlook is not None][:_MOST]
        moved = [each for each, _ in changed(session)[1]][:_MOST]
        moved += [*[each for each in positions if each.decision is Decision.UNDECIDED][:_MOST], *listed]
        return any(map(session.held_mark, held)) or any(is_marked(session, each) for each in moved)

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

    def _short(self, end: int) -> list[Block]:
        """What is red or amber."""
        positions = self.session.assessment.positions
        short = [each for status in (Status.RED, Status.AMBER) for each in positions if each.status is status]
        if not short:
            return []
        blocks: list[Block] = [Heading("Short of target", 2, end, f"now{'target':>9}")]
        for each in short[:_MOST]:
            held = "" if each.held is None else shown(each.held, each.indicator.unit, each.indicator.decimals)
            held += self.session.held_mark(each)
            blocks.append(self._item("short", each, end, (held, self._padded(each.target.shown))))
        return blocks + self._more(short, "Targets", end)

    def _on_course(self, end: int) -> list[Block]:
        """Where each year's target is heading."""
        heading = [each for each in self.session.assessment.positions if each.outlook is not None]
        if not heading:
            return []
        blocks: list[Block] = [Heading("On course for the year", 2, end, f"to date{'at this rate':>14}{'target':>9}")]
        for each in heading[:_MOST]:
            outlook, unit = each.outlook, each.indicator.unit
            if outlook is None or each.held is None:
                continue
            figures = self._padded(shown(outlook.at_this_rate, unit), 14) + self._padded(each.target.shown)
            held = shown(each.held, unit) + self.session.held_mark(each)
            blocks.append(self._item("course", each, end, (held, figures)))
        return blocks + self._more(heading, "Targets", end)

    def _more(self, found: Sequence[object], view: str, end: int) -> list[Block]:
        """How many more there are than are listed, and where they are."""
        more = len(found) - _MOST
        return [Line(self.session.glyphs.text(f"and {more} more, in {view}"), 4, end)] if more > 0 else []

    def _padded(self, figure: str, size: int = 9) -> str:
        return f"{self.session.glyphs.text(figure):>{size}}"

    def _item(
        self, part: str, position: Position, end: int, figures: tuple[str, str], sign: Look | None = None
    ) -> Item:
        """An indicator with figures at its right, the first of them bold."""
        glyphs, (bold, aside) = self.session.glyphs, figures
        shape, ink, _ = glyphs.status(position.status)
        if sign is not None:
            shape, ink = glyphs.shape(sign), Ink(sign.colour, bold=True)
        title = glyphs.text(position.indicator.name)
        return Item((part, position.indicator.id), shape, ink, title, end, aside, glyphs.text(bold))

    def right(self, end: int, *, above: int = 0) -> list[Block]:
        """What changed, what is undecided or late, what was returned and written, and what check found."""
        parts = (self._since, self._undecided, self._late, self._returned, self._written, self._checks)
        first, *rest = [block for part in parts for block in part(end)]
        return [first._replace(above=above) if isinstance(first, Heading) else first, *rest]

    def _since(self, end: int) -> list[Block]:
        before, found = changed(self.session)
        if before is None:
            return []
        blocks: list[Block] = [Heading(f"Status since {before}", 2, end, f"{len(found) or 'none'} changed")]
        for position, words in found[:_MOST]:
            pair = pair_of(self.session, position, self.session.period.previous)
            item = self._item("since", position, end, ("", pair))
            blocks.append(item.said(f"{words}: {item.title}"))
        return blocks + self._more(found, "Sources", end)

    def _late(self, end: int) -> list[Block]:
        """The actions that are late; nothing where none is."""
        late = [each.action for each in self.session.assessment.plan if each.is_late]
        if not late:
            return []
        blocks: list[Block] = [Heading("Actions", 2, end, f"{len(late)} late", AMBER)]
        text = self.session.glyphs.text
        blocks += [Item(("action", each.id), "!", AMBER, text(each.title), end) for each in late[:_MOST]]
        return blocks + self._more(late, "Actions", end)

    def _written(self, end: int) -> list[Block]:
        """What is written for the report besides its figures."""
        words = report_words(self.session)
        if not words:
            return []
        item = Item(("words", ""), " ", QUIET, self.session.glyphs.text(words), end)
        return [Heading("Words of the report", 2, end, "W"), item]

    def _undecided(self, end: int) -> list[Block]:
        positions = self.session.assessment.positions
        undecided = [each for each in positions if each.decision is Decision.UNDECIDED]
        heading = Heading("Undecided exceptions", 2, end, f"{len(undecided)}" if undecided else "none",
                          AMBER if undecided else QUIET)  # fmt: skip
        look = DECISION[Decision.UNDECIDED]
        moves = [(each, ("", move_of(self.session, each))) for each in undecided[:_MOST]]
        items = [self._item("undecided", each, end, move, look) for each, move in moves]
        return [heading, *items, *self._more(undecided, "Exceptions", end)]

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
        words = ", ".join(
            f"{number} {level.value}{'' if number == 1 else 's'}" for level, number in count.items() if number
        )
        blocks: list[Block] = [Heading("Checks", 2, end, words or "nothing found")]
        text = self.session.glyphs.text
        for each in sorted(findings, key=lambda finding: list(Level).index(finding.level))[:3]:
            look = LEVEL[each.level]
            file = each.place.file.rpartition("/")[2]
            says = text(f"{file}:{each.place.line} {as_sentence(each.message)}")
            blocks.append(Item(key_of(each), self.session.glyphs.shape(look), Ink(look.colour), says, end, ink=TEXT))
        return [*blocks, Blank()]
