"""What was told of a published period, in words, where it is not so now: the notes beside `[r]` and a status."""

from __future__ import annotations

from collections.abc import Callable

from dap_tui.assess.position import Position
from dap_tui.assess.revisions import Revision
from dap_tui.export.wording import day_in_words, joined
from dap_tui.look import STATUS
from dap_tui.measure import Symbol
from dap_tui.period import Period

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
    revision = position.revised(position.period)
    if revision is None or revision.status is None:
        return None
    return f"{joined([f'Published as {_status(revision)}', _on(revision)])}."


def published_as(position: Position) -> str:
    """Figure and status of the position's period as they were told, where they are not so now; else ""."""
    revision = position.revised(position.period)
    if revision is None or not (revision.figure or revision.status):
        return ""
    figure = (_figure(revision) or "no figure") if revision.figure else ""
    told = joined([figure, _status(revision) if revision.status else ""], ", ")
    return joined([told, _on(revision)])


def _figure(revision: Revision) -> str:
    """The figure that was told; one that went out hidden is named as such."""
    told = revision.figure.told if revision.figure else ""
    hidden = f"[{Symbol.CONFIDENTIAL}]"
    return f"{hidden}, in place of {told}," if "" in revision.published.hidden and told != hidden else told


def _status(revision: Revision) -> str:
    look = STATUS[revision.status] if revision.status else None
    return f"{look.shape} {look.word}" if look else ""


def _on(revision: Revision) -> str:
    return f"on {day_in_words(revision.day)}" if revision.day else ""
