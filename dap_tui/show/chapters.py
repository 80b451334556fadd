"""The report's chapters in the terminal besides its tables and what closes it: summary, prose, outlook, variation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.export.groups import Part
from dap_tui.export.outlook import outlook_at, outlook_columns, outlook_intro, with_outlook
from dap_tui.export.summary import changed_since, counts_in_words, statuses_shown
from dap_tui.export.variation import limits_in_words, too_few_in_words, variation_rows
from dap_tui.export.wording import joined
from dap_tui.look import STATUS
from dap_tui.measure import Status
from dap_tui.narrative import Commentary, Section
from dap_tui.sentence import day_in_words
from dap_tui.show.columns import Column, Layout, Titles, out_of_sight
from dap_tui.show.paragraphs import heading, paragraph, prose
from dap_tui.show.terminal import Line, Span, Terminal

_BULLET: Span = ("-", "quiet")


def summary(assessment: Assessment, assessor: Assessor, parts: Sequence[Part], terminal: Terminal) -> Iterator[Line]:
    """The tally by part, direction of travel, what is left to decide and to write, and what changed status."""
    yield from heading("Summary", terminal)
    if len(parts) > 1:
        yield from _tally(assessment, parts, terminal)
    for words in counts_in_words(assessment):
        yield from paragraph(words, terminal, "", 2, [_BULLET])
    said, changes = changed_since(assessment, assessor)
    for words in said:
        yield from paragraph(words, terminal)
    for position, then, now in changes:
        words = f"{position.indicator.title}: {_status(then, terminal)} to {_status(now, terminal)}"
        yield from paragraph(words, terminal, "", 4, [("  - ", "quiet")])


def _status(status: Status, terminal: Terminal) -> str:
    return f"{terminal.shape(STATUS[status])} {STATUS[status].word}"


def _tally(assessment: Assessment, parts: Sequence[Part], terminal: Terminal) -> Iterator[Line]:
    rows = [(part.name, part.positions) for part in parts]
    rows.append(("All indicators", assessment.positions))
    columns = [
        Column(terminal.shape(STATUS[status]), [_count(positions, status) for _, positions in rows], right=True)
        for status in statuses_shown(assessment)
    ]
    everyone = Column("all", [(str(len(positions)), "") for _, positions in rows], right=True)
    yield from _table("", [name for name, _ in rows], [*columns, everyone], terminal)


def _count(positions: Sequence[Position], status: Status) -> Span:
    number = sum(each.status is status for each in positions)
    return str(number), "" if number else "quiet"


def _table(head: str, titles: Sequence[str], columns: Sequence[Column], terminal: Terminal) -> Iterator[Line]:
    layout = Layout.fitted([], Titles(head, titles, min(30, terminal.width // 3)), columns, terminal)
    yield from layout.table(0, len(titles))
    if layout.out:
        yield from paragraph(out_of_sight(layout.out), terminal, "quiet")


def sections(found: Iterable[Section], terminal: Terminal, *, has_rules: bool = False) -> Iterator[Line]:
    """People's prose, each under its heading; `has_rules` where it stands beside the report's own chapters."""
    for section in found:
        if has_rules:
            yield from heading(section.heading or "About this report", terminal)
        else:
            yield []
            yield from paragraph(section.heading or "", terminal, "bold") if section.heading else ()
        yield from prose(section.text or "", terminal)


def commentary(positions: Iterable[Position], terminal: Terminal) -> Iterator[Line]:
    """What people wrote on single indicators; nothing where they wrote nothing."""
    said = [(each.indicator.title, each.commentary) for each in positions]
    written = [(title, words) for title, words in said if words is not None and words.parts]
    if not written:
        return
    yield []
    yield [("Commentary", "bold")]
    for title, words in written:
        yield from paragraph(title, terminal, "", 2, [_BULLET])
        yield from said_of(words, terminal, 4)


def said_of(commentary: Commentary, terminal: Terminal, indent: int = 0) -> Iterator[Line]:
    """A commentary: free text, and what stands under the three headings partnerships use."""
    for at, (name, text) in enumerate(commentary.parts):
        if at:
            yield []
        if name:
            yield from paragraph(f"{name}:", terminal, "quiet", indent)
        yield from prose(text, terminal, "soft" if indent else "", indent)


def outlook(assessment: Assessment, assessor: Assessor, terminal: Terminal) -> Iterator[Line]:
    """Where the targets for a year are heading; nothing where there is none, or the year is over."""
    found = with_outlook(outlook_at(assessment, assessor))
    if not found:
        return
    yield from heading("Outlook for the year", terminal)
    yield from paragraph(outlook_intro(found, assessment.period), terminal, "quiet")
    columns = [
        Column(each.short, [(text, "") for text in each.texts], right=each.is_figures, gives_way=None if at > 2 else at)
        for at, each in enumerate(outlook_columns(found))
    ]
    yield from _table("Indicator", [each.indicator.title for each in found], columns, terminal)


def variation(assessment: Assessment, terminal: Terminal) -> Iterator[Line]:
    """What the charts of variation say, an indicator each; how many have too few points is counted plainly."""
    rows = variation_rows(assessment)
    if not rows:
        return
    yield from heading("Variation", terminal)
    for row in rows:
        yield from paragraph(row.position.indicator.title, terminal, "", 2, [_BULLET])
        said = joined([row.latest, row.target or None], "; ")
        yield from paragraph(f"mean {row.mean}, ordinary variation {row.ordinary}; {said}", terminal, "quiet", 2)
    yield from paragraph(limits_in_words(each.position for each in rows) or "", terminal, "quiet")
    yield from paragraph(too_few_in_words(assessment, len(rows)) or "", terminal, "quiet")


def resolutions(assessment: Assessment, terminal: Terminal) -> Iterator[Line]:
    """What boards decided on the report; nothing where they decided nothing yet."""
    if not assessment.resolutions:
        return
    yield from heading("Resolutions", terminal)
    last = ""
    for each in assessment.resolutions:
        board = joined([each.board, day_in_words(each.date) if each.date else None], ", ")
        if board != last:
            yield from paragraph(f"{board}:", terminal, "bold")
        last = board
        yield from paragraph(each.text, terminal, "", 2, [_BULLET])
