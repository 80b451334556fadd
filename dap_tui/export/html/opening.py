"""How a page opens: title, dates, whom it is for, the tally, and the summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.groups import Part
from dap_tui.export.html.markup import (
    NOTHING,
    Html,
    blocks,
    element,
    inside,
    joined,
    listing,
    shape,
    text,
    unseen,
    words,
)
from dap_tui.export.html.page import Chapter, Page, chapter
from dap_tui.export.html.signs import count, status
from dap_tui.export.html.table import Column, table, title
from dap_tui.export.markdown.opening import exceptions_counted
from dap_tui.export.wording import (
    changes_of_status,
    counted,
    dates_in_words,
    is_compared,
    listed,
    not_for_publication,
    not_held,
    not_held_in_words,
)
from dap_tui.look import DECISION, STATUS, STATUS_ORDER, Look
from dap_tui.measure import Judgement, Status
from dap_tui.narrative import Decision
from dap_tui.period import Quarter


def masthead(page: Page, subject: str) -> Html:
    """Title, the dates covered and whom it is reported to, and the tally."""
    assessment = page.assessment
    partnership, period = assessment.catalogue.partnership, assessment.period
    kind = period.shown if isinstance(period, Quarter) else f"The year {period.shown}"
    to = f" Reported to: {listed(partnership.reports_to)}." if partnership.reports_to else ""
    return inside(
        "header",
        warning(assessment),
        element("h1", words("span", partnership.name), unseen(":"), Html(" "), words("span", subject, "subject")),
        words("p", f"{kind}: {dates_in_words(period)}.{to}", "covers"),
        tally(assessment),
        class_="masthead",
    )


def warning(assessment: Assessment) -> Html:
    """Whether it may be published; nothing where it may."""
    said = not_for_publication(assessment)
    return element("p", joined([shape("!"), element("strong", text(said))]), class_="warning") if said else NOTHING


def shown_statuses(assessment: Assessment) -> list[Status]:
    """The statuses of the tally, in their order; hidden ones only where there are any."""
    return [each for each in STATUS_ORDER if each is not Status.HIDDEN or assessment.summary[each]]


def tally(assessment: Assessment) -> Html:
    """How many indicators have each status, and how many are undecided: the key to the shapes as well."""
    entries = [_counted(assessment.summary[each], STATUS[each]) for each in shown_statuses(assessment)]
    if assessment.undecided:
        entries.append(_counted(assessment.undecided, DECISION[Decision.UNDECIDED]))
    return inside("ul", *entries, class_="tally")


def _counted(number: int, look: Look) -> Html:
    said = joined([words("b", str(number)), shape(look.shape), words("span", look.word)])
    return element("li", said, class_=f"{look.colour if number else 'nought'}{' loud' if look.colours_word else ''}")


def summary(page: Page, assessor: Assessor, parts: Sequence[Part]) -> Chapter:
    """The tally by part, direction of travel, what changed status, and what is left to decide."""
    assessment = page.assessment
    lines = [text(each) for each in (*_counts(assessment), exceptions_counted(assessment))]
    return chapter(page, "Summary", _by_part(page, parts), listing(lines), *_changes(assessment, assessor))


def _by_part(page: Page, parts: Sequence[Part]) -> Html:
    assessment, statuses = page.assessment, shown_statuses(page.assessment)
    by = page.options.by.capitalize()

    def cells(name: str, part: Sequence[Status]) -> list[Html]:
        return [text(name), *(count(part.count(each)) for each in statuses), text(str(len(part)))]

    rows = [cells(part.name, [each.status for each in part.positions]) for part in parts]
    total = cells("All indicators", [each.status for each in assessment.positions])
    heads = [
        title(by),
        *(Column(status(each), "figure count") for each in statuses),
        Column(text("Indicators"), "figure"),
    ]
    return table(page, f"Indicators of each status, by {by.lower()}", heads, rows, total if len(rows) > 1 else None)


def _counts(assessment: Assessment) -> Iterator[str]:
    travel, hidden = assessment.travel, assessment.travel_hidden
    said = [
        (travel[Judgement.IMPROVING], "improving"),
        (travel[Judgement.WORSENING], "worsening"),
        (travel[Judgement.LEVEL], "level"),
        (travel[Judgement.NEUTRAL], "changed where neither way is better"),
        (travel[Judgement.NONE] - hidden, "not compared"),
        (hidden, "not shown, since it would tell a small number"),
    ]
    always = {"improving", "worsening"}
    if is_compared(assessment):
        yield f"Direction of travel: {listed([f'{n} {word}' for n, word in said if n or word in always])}."
    if assessment.without_figure:
        yield f"{counted(assessment.without_figure, 'indicator has', 'indicators have')} no figure for the period."


def _changes(assessment: Assessment, assessor: Assessor) -> list[Html]:
    """The indicators whose status is another than the period before, where something was returned then."""
    nothing, before = not_held_in_words(assessment), assessment.period.previous
    said = [words("p", nothing)] if nothing else []
    if before in not_held(assessment):
        return said
    changes = changes_of_status(assessment, assessor.assess(before))
    if not changes:
        return [*said, words("p", f"No indicator has changed status since {before.shown}.")]
    entries = [
        joined([text(f"{assessment.position[each].indicator.title}: from"), status(then), text("to"), status(now)])
        for each, then, now in changes
    ]
    return [*said, blocks(words("p", f"Status has changed since {before.shown}:"), listing(entries))]
