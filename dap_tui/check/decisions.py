"""What people decided on exceptions, held against the exceptions that there are."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.assess.position import Position
from dap_tui.catalogue import Indicator
from dap_tui.check.inquiry import Inquiry
from dap_tui.check.toml_lines import Spot
from dap_tui.finding import Finding, Place
from dap_tui.narrative import DecidedException, Decision, Narrative
from dap_tui.period import Period, on_one_scale
from dap_tui.reading.root import CATALOGUE
from dap_tui.rules import decisions as rules


def decisions(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of NAR301 to NAR305."""
    assessor = Assessor(inquiry.workspace, inquiry.as_of)
    for period, narrative in sorted(inquiry.workspace.narratives.items(), key=lambda item: on_one_scale(item[0])):
        yield from _decided_twice(inquiry, narrative.exceptions)
        yield from _printed_nowhere(inquiry, assessor.assess(period), narrative)
        yield from _decides_nothing(inquiry, assessor.assess(period), narrative)
        for decided in narrative.exceptions:
            if decided.decision is Decision.REPORT and not decided.text:
                message = (
                    f"this exception ({_listed(decided.indicators)}) is to be reported, and there are no words for it"
                )
                spot = _spot(inquiry, decided, "text")
                yield rules.WITHOUT_WORDS.at(spot.place, message, "write them in 'text'", spot.width)
            assessment = assessor.assess(period)
            if decided.rules and not _holds(assessment, decided) and _can_be_told(inquiry, assessment, decided):
                message = f"none of {_listed(decided.rules)} holds for {_listed(decided.indicators)} in {period.shown}"
                spot = _spot(inquiry, decided, "rules")
                hint = "a figure or a target has changed since this was decided"
                yield rules.OUT_OF_DATE.at(spot.place, message, hint, spot.width)


def _spot(inquiry: Inquiry, decided: DecidedException, key: str, item: str | None = None) -> Spot:
    """Where the value of a key of a decision stands, or the entry `item` of its list."""
    heading = decided.place or Place("")
    return inquiry.words(heading.file).spot("exception", heading, key, item)


def _printed_nowhere(inquiry: Inquiry, assessment: Assessment, narrative: Narrative) -> Iterator[Finding]:
    """Commentary, and what people raised, on indicators that are not in the period's report."""
    said = [("commentary", "indicator", each.indicator, each.place) for each in narrative.commentary]
    raised = [each for each in narrative.exceptions if not each.rules]
    said += [("exception", "indicators", one, each.place) for each in raised for one in each.indicators]
    for kind, key, indicator, place in said:
        if indicator not in assessment.position:
            message = (
                f"'{indicator}' is not in the report of {assessment.period.shown}, so these words are printed nowhere"
            )
            hint = "is it of another period? 'from', 'until' and 'frequency' in the catalogue say where it belongs"
            heading = place or Place("")
            spot = inquiry.words(heading.file).spot(kind, heading, key, indicator)
            yield rules.NOT_IN_REPORT.at(spot.place, message, hint, spot.width)


def _decides_nothing(inquiry: Inquiry, assessment: Assessment, narrative: Narrative) -> Iterator[Finding]:
    """What people raised themselves, where the figures raised something that nobody has decided on."""
    for decided in narrative.exceptions:
        for indicator in () if decided.rules else decided.indicators:
            position = assessment.position.get(indicator)
            is_refused = position is not None and _is_refused(inquiry, position.indicator, assessment.period)
            exceptions = () if position is None or is_refused else position.exceptions
            open_ones = tuple(str(each.rule) for each in exceptions if each.decision is Decision.UNDECIDED)
            if open_ones:
                message = f"this names no rules, so {_listed(open_ones)} of '{indicator}' is still undecided"
                hint = "to decide on it, add rules = [{}]".format(", ".join(f'"{rule}"' for rule in open_ones))
                spot = _spot(inquiry, decided, "indicators", indicator)
                yield rules.DECIDES_NOTHING.at(spot.place, message, hint, spot.width)


def _holds(assessment: Assessment, decided: DecidedException) -> bool:
    """Whether any of the rules it names raises an exception of any of its indicators (measures, "Exceptions")."""
    positions = (assessment.position.get(indicator) for indicator in decided.indicators)
    return any(each.rule in decided.rules for position in positions if position for each in position.exceptions)


def _can_be_told(inquiry: Inquiry, assessment: Assessment, decided: DecidedException) -> bool:
    """Whether the figures and the settings are there that its rules are about: what is missing is said already."""
    if inquiry.rejected.is_at_fault(CATALOGUE) or any(
        each not in inquiry.catalogue.indicator for each in decided.indicators
    ):
        return False
    positions = (assessment.position.get(indicator) for indicator in decided.indicators)
    return not any(_is_unread(inquiry, each) for each in positions if each)


def _is_unread(inquiry: Inquiry, position: Position) -> bool:
    """Whether a figure is not there, or it or one that it is compared with was refused."""
    indicator, period = position.indicator, position.period
    if inquiry.figures(indicator).at(period) is None:
        return True
    return any(_is_refused(inquiry, indicator, each) for each in {period, period.previous, period.year_before})


def _is_refused(inquiry: Inquiry, indicator: Indicator, period: Period) -> bool:
    return inquiry.rejected.names(inquiry.files_of(indicator.source, period), indicator.id)


def _decided_twice(inquiry: Inquiry, exceptions: tuple[DecidedException, ...]) -> Iterator[Finding]:
    first: dict[tuple[str, str], DecidedException] = {}
    for decided in exceptions:
        for indicator in decided.indicators:
            for rule in decided.rules or ("",):
                earlier = first.setdefault((indicator, rule), decided)
                if earlier is not decided:
                    what = f"'{rule}' of '{indicator}'" if rule else f"what people raised of '{indicator}'"
                    there = f", in line {earlier.place.line}" if earlier.place else ""
                    message = f"{what} is decided on already{there}"
                    spot = _spot(inquiry, decided, "rules" if rule else "indicators", rule or indicator)
                    yield rules.DECIDED_TWICE.at(spot.place, message, "make one of the two", spot.width)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
