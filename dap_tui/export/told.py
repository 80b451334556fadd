"""What was told of a published period, in words, where it is not so now: `[r]` and notes lead to it."""

from __future__ import annotations

from collections.abc import Callable

from dap_tui.assess.position import Position
from dap_tui.assess.revisions import Aspect, Revision
from dap_tui.export.wording import joined
from dap_tui.look import ARROW, JUDGEMENT, STATUS
from dap_tui.measure import Arrow, Symbol
from dap_tui.period import Period
from dap_tui.sentence import day_in_words

ToldOf = Callable[[Period], Revision | None]
"""What of an indicator is not as it was published of a period."""


def nothing_told(_period: Period) -> Revision | None:
    """Of what is published with its total alone, as a breakdown's rows."""
    return None


def figure_told(revision: Revision | None) -> str | None:
    """The figure that was told, where today's is another, as `Published as 30% on 14 February 2024`."""
    if revision is None or revision.figure is None:
        return None
    words = f"as {_figure(revision)}" if revision.figure.told else "without a figure"
    return f"{joined([f'Published {words}', _on(revision)])}."


def status_told(position: Position) -> str | None:
    """The status that was told of the position's period, where today's is another."""
    return _told(position, _status)


def target_told(position: Position) -> str | None:
    """The target that was told of the position's period, where today's is another."""
    return _told(position, _target)


def travel_told(position: Position) -> str | None:
    """The direction of travel that was told of the position's period, where today's is another."""
    return _told(position, _travel)


def _told(position: Position, what: Callable[[Revision], str]) -> str | None:
    revision = position.revised(position.period)
    told = what(revision) if revision else ""
    return f"{joined([f'Published {told}', _on(revision)])}." if revision and told else None


def published_as(position: Position) -> str:
    """What of the position's period was told otherwise: `28%, ● green, target 29% on 14 November 2023`; else ""."""
    revision = position.revised(position.period)
    if revision is None:
        return ""
    said = [_figure(revision) or "no figure"] if revision.figure else []
    said += [what(revision).removeprefix("as ") for what in (_status, _target, _travel)]
    told = joined([each or None for each in said], ", ")
    return joined([told, _on(revision)]) if told else ""


def _figure(revision: Revision) -> str:
    """The figure that was told; one that went out hidden is named as such."""
    told = revision.figure.told if revision.figure else ""
    hidden = f"[{Symbol.CONFIDENTIAL}]"
    return f"{hidden}, in place of {told}," if "" in revision.published.hidden and told != hidden else told


def _status(revision: Revision) -> str:
    look = STATUS[revision.status] if revision.status else None
    return f"as {look.shape} {look.word}" if look else ""


def _target(revision: Revision) -> str:
    if Aspect.TARGET not in revision.differences:
        return ""
    return f"with the target {revision.published.target}" if revision.published.target else "without a target"


def _travel(revision: Revision) -> str:
    """Arrow and judgement as they were told, both where either is another now."""
    if not {Aspect.ARROW, Aspect.JUDGEMENT} & {*revision.differences}:
        return ""
    arrow, judgement = revision.published.arrow, revision.published.judgement
    if arrow is Arrow.NONE:
        return "as not compared"
    said = [ARROW[arrow].shape if arrow else None, JUDGEMENT[judgement].word if judgement else None]
    return f"as {joined(said)}"


def _on(revision: Revision) -> str:
    return f"on {day_in_words(revision.day)}" if revision.day else ""
