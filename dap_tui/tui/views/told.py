"""What was told of an indicator when the period was published, where that is not so any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dap_tui.assess.position import Position
from dap_tui.assess.revisions import Aspect, Revision
from dap_tui.export.told import published_as
from dap_tui.look import ARROW, JUDGEMENT, STATUS
from dap_tui.measure import Arrow, Judgement, Status
from dap_tui.tui.canvas import SOFT
from dap_tui.tui.session import Session
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Block

_WORDS: Final[dict[Aspect, tuple[str, Callable[[str], str]]]] = {
    Aspect.FIGURE: ("Figure", lambda each: each or "no figure"),
    Aspect.TARGET: ("Target", lambda each: each or "no target"),
    Aspect.STATUS: ("Status", lambda each: STATUS[Status(each)].word),
    Aspect.ARROW: ("Travel", lambda each: ARROW[Arrow(each)].word),
    Aspect.JUDGEMENT: ("Judged", lambda each: JUDGEMENT[Judgement(each)].word),
}


def told(session: Session, position: Position) -> str:
    """What was told of a position in a line, as `Published: ■ red on 14 February 2024`; "" where that is so now.

    Not before the period is counted, since it takes every figure of it.
    """
    words = published_as(position) if session.count.is_done else ""
    for look in STATUS.values():
        words = words.replace(look.shape, session.glyphs.shape(look))
    return f"Published: {words}" if words else ""


def told_blocks(session: Session, indicator: str, x: int, end: int) -> list[Block]:
    """A line for each thing that was told and is another now; nothing where all stands as it was told."""
    revision = session.assessor.revisions(session.period).get(indicator)
    if revision is None:
        return []
    published = session.reading.workspace.published[session.period]
    day = "" if published.day is None else f"{published.day.day} {published.day:%B %Y}"
    lines = [Line(session.glyphs.text(each), x, end, SOFT) for each in told_lines(revision)]
    return [Heading("As published", x, end, day), *lines]


def told_lines(revision: Revision) -> list[str]:
    """What was told and what is so now, in words."""
    lines = []
    for aspect, (name, say) in _WORDS.items():
        if aspect in revision.differences:
            difference = revision.differences[aspect]
            lines.append(f"{name}: told {say(difference.told)}, now {say(difference.now)}")
    return lines
