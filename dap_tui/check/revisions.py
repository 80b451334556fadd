"""Where today differs from what was published: what was told, and what is so now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dap_tui.assess.assessment import Assessor
from dap_tui.assess.revisions import Aspect, Difference, Revision, revisions_of
from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding, Place
from dap_tui.period import on_one_scale
from dap_tui.published import Published
from dap_tui.rules import published as rules
from dap_tui.sentence import day_in_words

_JUDGED: Final = (Aspect.STATUS, Aspect.ARROW, Aspect.JUDGEMENT)


def revisions(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of REV201 to REV204."""
    everything = inquiry.workspace.published
    assessor = Assessor(inquiry.workspace, inquiry.as_of)
    for period in sorted(everything, key=on_one_scale):
        published = everything[period]
        for revision in revisions_of(assessor.assess(period), published).values():
            yield from _found(published, revision)


def _found(published: Published, revision: Revision) -> Iterator[Finding]:
    place = _place(published, revision)
    what, when = f"'{revision.published.id}'", _when(published)
    if revision.is_gone:
        message = f"{what} was published {when}, and is not in the report of it now"
        yield rules.GONE.at(place, message, "what has ended says so with 'until' in the catalogue")
    if difference := revision.figure:
        told, now = _figure_told(revision, difference), difference.now or "no figure"
        message = f"{what} was published as {told} {when}, and is {now} now"
        yield rules.FIGURE.at(place, message, "say why in the next report; reports mark it [r]")
    if difference := revision.differences.get(Aspect.TARGET):
        told, now = _quoted(difference.told), _quoted(difference.now)
        message = f"the target of {what} was published as {told} {when}, and is {now} now"
        yield rules.TARGET.at(place, message, "a target that was agreed later holds from its own year on")
    judged = [
        f"{aspect} {difference.told} (now {difference.now})"
        for aspect in _JUDGED
        if (difference := revision.differences.get(aspect))
    ]
    if judged:
        message = f"{what} was published {when} with {', '.join(judged)}"
        hint = None if revision.figure else "a target, a setting or an earlier figure has changed since"
        yield rules.JUDGED.at(place, message, hint)


def _figure_told(revision: Revision, difference: Difference) -> str:
    """The figure that was told; one that went out as `[c]` as that, beside it what it was inside."""
    figure = difference.told or "no figure"
    return f"[c] ({figure} inside)" if "" in revision.published.hidden and figure != "[c]" else figure


def _place(published: Published, revision: Revision) -> Place:
    """Where today's figure stands; of what has none, where it stands in published.toml."""
    figure = revision.position.figure if revision.position else None
    there = figure.place if figure else None
    return there or revision.published.place or published.place or Place("")


def _when(published: Published) -> str:
    day = f" on {day_in_words(published.day)}" if published.day else ""
    return f"for {published.period.shown}{day}"


def _quoted(target: str) -> str:
    return f"'{target}'" if target else "none"
