"""Words that every report uses: dates, direction of travel, and how each status is judged here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.assess.travel import Travel
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.finding import Place
from dap_tui.look import ARROW, JUDGEMENT, STATUS, STATUS_ORDER
from dap_tui.measure import Arrow, Judgement, Polarity, Status, Tolerance, ToleranceKind, plain
from dap_tui.period import Period, Quarter, Year, on_one_scale
from dap_tui.sentence import counted, day_in_words, listed, month_in_words

_MOST_FILES: Final = 3
_MET: Final = "on the target or on its good side, or inside a range"


def dates_in_words(period: Period) -> str:
    """The dates a period covers: `1 October to 31 December 2023`."""
    first, last = period.first_day, period.last_day
    start = f"{first.day} {month_in_words(first)}" if first.year == last.year else day_in_words(first)
    return f"{start} to {day_in_words(last)}"


def travel_text(travel: Travel, came_from: str = "", *, short: bool = False) -> str:
    """Direction of travel as a table has it: `↑ worsening`, in a narrow column `↑ worse`; `–` without one.

    `came_from` is the figure before, where nothing else shows it: `↓ worsening from 1,818`, `→ level with 91%`.
    """
    arrow = ARROW[travel.arrow].shape
    if travel.arrow is Arrow.NONE:
        return arrow
    look = JUDGEMENT[travel.judgement]
    word = look.short if short or travel.judgement is Judgement.NEUTRAL else look.word
    before = f"{'with' if travel.arrow is Arrow.LEVEL else 'from'} {came_from}"
    return joined([arrow, word, before if came_from else None])


def on_earlier(period: Period, earlier: Period) -> str:
    """What a comparison looks back to, as a heading has it: `on Q2`, `on Q3 22/23`, `on 2022/23`."""
    if isinstance(earlier, Quarter):
        return f"on Q{earlier.number}" if earlier.year == period.year else f"on {earlier.short}"
    return f"on {earlier.shown}"


def outlook_in_words(*, has_shape: bool) -> str:
    """What the columns of the outlook say; of last year's shape where there is such a column."""
    rate = "At this rate: the year to date, carried on evenly."
    shape = "At last year’s shape: the year to date, carried on as last year went, where last year is known."
    return f"{rate} {shape}" if has_shape else rate


def warnings_of(assessment: Assessment) -> list[str]:
    """What a report says before all else: that it may not be published, and that something may be missing."""
    return [each for each in (not_for_publication(assessment), faults_in_words(assessment)) if each]


def not_for_publication(assessment: Assessment) -> str | None:
    """What a report must say where small numbers ought to be hidden and are not; else None."""
    own = [each.indicator.suppress_below for each in assessment.positions]
    bounds = [bound for bound in (assessment.catalogue.suppress_below, *own) if bound is not None]
    if assessment.for_publication or not bounds:
        return None
    return f"Not for publication: counts from 1 to {max(bounds) - 1} are not hidden here, and can name people."


def faults_in_words(assessment: Assessment) -> str | None:
    """What a report must say where there are errors in the files that it is made from; else None."""
    files: dict[str, Place] = {}
    for each in assessment.faults:
        files.setdefault(each.place.file, each.place)
    if not files:
        return None
    named = [_in_words(place) for place in [*files.values()][:_MOST_FILES]]
    more = [counted(len(files) - _MOST_FILES, "other file")] if len(files) > _MOST_FILES else []
    begins = "There is an error" if len(assessment.faults) == 1 else "There are errors"
    return f"{begins} in {listed([*named, *more])}: what cannot be read there is not in this report."


def _in_words(place: Place) -> str:
    return f"{place.file} ({f'cell {place.cell}' if place.cell else f'line {place.line}'})"


def tolerance_in_words(tolerance: Tolerance) -> str:
    """A tolerance as a sentence has it: `10%`, `5 percentage points`, `3`."""
    if tolerance.kind is ToleranceKind.POINTS:
        return f"{plain(tolerance.amount)} percentage point{'' if tolerance.amount == 1 else 's'}"
    return str(tolerance)


def judged_in_words(assessment: Assessment) -> list[tuple[Status, str]]:
    """How each status comes about in this report, by the rule that most of its indicators have."""
    rule = usual_rule(assessment)
    near = "" if rule is None or not rule.met_within.amount else (
        f", or short of it by no more than {tolerance_in_words(rule.met_within)}"
    )  # fmt: skip
    return [
        (Status.GREEN, f"{_MET}{near}"),
        (Status.AMBER, _amber_in_words(rule)),
        (Status.RED, _red_in_words(rule)),
        (Status.DATA_ONLY, "there is no target to hold the figure against"),
        (Status.NO_DATA, f"there is a target, and no {_figure_of(assessment)}"),
    ]


def _figure_of(assessment: Assessment) -> str:
    """What a status is of: a year that is not all in has figures, and no outturn."""
    return "figure" if isinstance(assessment.period, Quarter) else "outturn"


def key_in_words(assessment: Assessment) -> str:
    """The shapes of the board's page in one line: of the statuses that any indicator has."""
    judged = dict(judged_in_words(assessment))
    words = {
        **judged,
        Status.GREEN: judged[Status.GREEN].replace(_MET, "target met", 1),
        Status.DATA_ONLY: "no target",
        Status.NO_DATA: f"no {_figure_of(assessment)} against its target",
        Status.HIDDEN: "it would tell a small number",
    }
    said = [f"{STATUS[each].shape} {words[each]}" for each in STATUS_ORDER if assessment.summary[each]]
    return f"Key: {'; '.join(said)}."


def usual_rule(assessment: Assessment) -> Indicator | None:
    """An indicator judged by the rule that most are judged by; None where none is held against a target."""
    judged = [each.indicator for each in assessment.positions if is_judged(each.indicator, assessment.period)]
    if not judged:
        return None
    usual = Counter(rule_of(each) for each in judged).most_common(1)[0][0]
    return next(each for each in judged if rule_of(each) == usual)


def rule_of(indicator: Indicator) -> tuple[Tolerance, Tolerance, bool]:
    """What decides an indicator's amber and green."""
    return (indicator.met_within, indicator.tolerance, indicator.amber_if_improving)


def is_judged(indicator: Indicator, period: Period) -> bool:
    """Whether figures of it are held against a target in `period`."""
    target = indicator.target_in(period.year)
    return target.is_number and (indicator.polarity is not Polarity.MONITOR or target.kind is TargetKind.RANGE)


def judged_otherwise(assessment: Assessment) -> list[tuple[Indicator, str]]:
    """The indicators whose status comes about in another way than most, and how."""
    usual = usual_rule(assessment)
    found = []
    for indicator in (each.indicator for each in assessment.positions):
        floor = indicator.target_in(assessment.period.year).floor
        if usual is None or not is_judged(indicator, assessment.period):
            continue
        if rule_of(indicator) != rule_of(usual) or floor is not None:
            found.append((indicator, _rule_in_words(indicator, None if floor is None else plain(floor))))
    return found


def _rule_in_words(indicator: Indicator, floor: str | None) -> str:
    near = indicator.met_within.amount
    green = f"green: short by no more than {tolerance_in_words(indicator.met_within)}; " if near else ""
    amber = f"not past {floor}" if floor else _amber_in_words(indicator)
    return f"{green}amber: {amber}"


def _amber_in_words(rule: Indicator | None) -> str:
    if rule is None:
        return "short of it, but near"
    near = f"short by up to {tolerance_in_words(rule.tolerance)}" if rule.tolerance.amount else "never"
    if not rule.amber_if_improving:
        return near
    improving = "short by more while it improves on a year before or is level with it"
    return f"{near}, or {improving}" if rule.tolerance.amount else improving


def _red_in_words(rule: Indicator | None) -> str:
    """How red comes about, in words that need none about amber beside them."""
    if rule is None:
        return "short of the target, and not near"
    allowed = rule.tolerance if rule.tolerance.amount else rule.met_within
    by = f" by more than {tolerance_in_words(allowed)}" if allowed.amount else ""
    improving = ", and no better than a year before" if rule.amber_if_improving else ""
    return f"short of the target{by}{improving}"


def not_held(assessment: Assessment) -> list[Period]:
    """The periods that this one is compared with, of which there is not one figure, the latest first."""
    before = {assessment.period.previous, *(each.travel.period for each in assessment.positions)}
    return sorted((each for each in before if not is_held(assessment, each)), key=on_one_scale, reverse=True)


def is_held(assessment: Assessment, period: Period) -> bool:
    """Whether there is one figure or symbol of a period."""
    return any(
        figures.at(period) is not None
        for each in assessment.positions
        for figures in (each.figures, *each.rows.values())
    )


def not_held_in_words(assessment: Assessment) -> str | None:
    """That a period holds nothing to compare with: `2022/23 is not held, so …`; None where each holds something."""
    periods = not_held(assessment)
    if not periods:
        return None
    in_part = [
        each for each in periods if isinstance(each, Year) and any(is_held(assessment, q) for q in each.quarters)
    ]
    names = listed([each.shown for each in periods])
    whole = " in full" if len(in_part) == len(periods) else ""
    one = len(periods) == 1
    return f"{names} {'is' if one else 'are'} not held{whole}, so nothing is compared with {'it' if one else 'them'}."


def is_compared(assessment: Assessment) -> bool:
    """Whether any period that a direction of travel looks back to holds a figure."""
    missing = not_held(assessment)
    return any(each.travel.period not in missing for each in assessment.positions)


def changes_of_status(now: Assessment, before: Assessment) -> list[tuple[str, Status, Status]]:
    """The indicators whose status is another than in an earlier assessment: id, then, now.

    Of a year that is not all in, what has no outturn yet has no status to compare.
    """
    earlier = {each.indicator.id: each.status for each in before.positions}
    return [
        (position.indicator.id, earlier[position.indicator.id], position.status)
        for position in now.positions
        if earlier.get(position.indicator.id, position.status) is not position.status and not _is_to_come(position)
    ]


def _is_to_come(position: Position) -> bool:
    """Whether a year has no outturn because it is not all in: its quarters are to come, or some were not returned."""
    if isinstance(position.period, Quarter) or position.figure is not None:
        return False
    return position.is_open or (bool(position.not_returned) and position.period not in position.not_returned)


def joined(words: Iterable[str | None], between: str = " ") -> str:
    """The words that are there, in a row."""
    return between.join(word for word in words if word)
