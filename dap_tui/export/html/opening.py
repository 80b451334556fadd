"""How a page opens: title, dates, whom it is for, the tally, and the summary."""

from __future__ import annotations

from collections.abc import Sequence

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
from dap_tui.export.summary import changed_since, counts_in_words, statuses_shown
from dap_tui.export.wording import dates_in_words, not_for_publication, warnings_of
from dap_tui.export.wording import joined as in_a_row
from dap_tui.look import DECISION, STATUS, Look
from dap_tui.measure import Status
from dap_tui.narrative import Decision
from dap_tui.period import Quarter
from dap_tui.sentence import listed


def masthead(page: Page, subject: str, lacks: str | None, lead: Html = NOTHING) -> Html:
    """Title, the dates covered and whom it is reported to, what was asked for and is not held, the tally, a `lead`."""
    assessment = page.assessment
    partnership, period = assessment.catalogue.partnership, assessment.period
    kind = period.shown if isinstance(period, Quarter) else f"The year {period.shown}"
    to = f"Reported to: {listed(partnership.reports_to)}." if partnership.reports_to else None
    return inside(
        "header",
        warnings(assessment),
        element("h1", words("span", partnership.name), unseen(":"), Html(" "), words("span", subject, "subject")),
        words("p", in_a_row([f"{kind}: {dates_in_words(period)}.", to, lacks]), "covers"),
        tally(assessment),
        lead,
        class_="masthead",
    )


def warnings(assessment: Assessment) -> Html:
    """What is said before all else: whether it may be published, and whether something may be missing."""
    return blocks(*map(_warning, warnings_of(assessment)))


def warning(assessment: Assessment) -> Html:
    """Whether it may be published; nothing where it may."""
    said = not_for_publication(assessment)
    return _warning(said) if said else NOTHING


def _warning(said: str) -> Html:
    return element("p", joined([shape("!"), element("strong", text(said))]), class_="warning")


def tally(assessment: Assessment) -> Html:
    """How many indicators have each status, and how many are undecided: the key to the shapes as well."""
    entries = [_counted(assessment.summary[each], STATUS[each]) for each in statuses_shown(assessment)]
    if assessment.undecided:
        entries.append(_counted(assessment.undecided, DECISION[Decision.UNDECIDED]))
    return inside("ul", *entries, class_="tally")


def _counted(number: int, look: Look) -> Html:
    said = joined([words("b", str(number)), shape(look.shape), words("span", look.word)])
    return element("li", said, class_=f"{look.colour if number else 'nought'}{' loud' if look.colours_word else ''}")


def summary(page: Page, assessor: Assessor, parts: Sequence[Part]) -> Chapter:
    """The tally by part, direction of travel, what changed status, and what is left to decide."""
    assessment = page.assessment
    lines = [text(each) for each in counts_in_words(assessment)]
    return chapter(page, "Summary", _by_part(page, parts), listing(lines), *_changes(assessment, assessor))


def _by_part(page: Page, parts: Sequence[Part]) -> Html:
    assessment, statuses = page.assessment, statuses_shown(page.assessment)
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


def _changes(assessment: Assessment, assessor: Assessor) -> list[Html]:
    said, changes = changed_since(assessment, assessor)
    entries = [
        joined([text(f"{position.indicator.title}: from"), status(then), text("to"), status(now)])
        for position, then, now in changes
    ]
    return [*(words("p", each) for each in said), listing(entries)]
