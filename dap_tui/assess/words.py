"""Each indicator's position as a sentence, always the same for the same figures, to start a commentary from."""

from __future__ import annotations

from decimal import Decimal

from dap_tui.assess.so_far import SoFar
from dap_tui.assess.status import HeldTarget, is_still_amber, missed_bound, settled
from dap_tui.assess.travel import Travel
from dap_tui.catalogue import Indicator, TargetKind
from dap_tui.measure import Arrow, Figure, Judgement, Status, Unit, shown
from dap_tui.period import Period, Quarter, Year
from dap_tui.sentence import capital


def figure_shown(indicator: Indicator, figure: Figure | None) -> str:
    """A figure in its unit, a symbol in its brackets, "" where there is neither."""
    if figure is None:
        return ""
    if figure.number is not None:
        return shown(figure.number, indicator.unit, indicator.decimals)
    return f"[{figure.symbol}]" if figure.symbol else ""


def in_unit(indicator: Indicator, number: Decimal) -> str:
    """A number of an indicator as it is shown."""
    return shown(number, indicator.unit)


def amount(indicator: Indicator, size: Decimal) -> str:
    """The size of a difference: percentages differ by percentage points."""
    if indicator.unit is not Unit.PERCENT:
        return shown(size, indicator.unit)
    return f"{shown(size, Unit.RATE)} percentage point{'' if size == 1 else 's'}"


def change_in_words(indicator: Indicator, period: Period, travel: Travel) -> str:
    """A change and what it was from: `up 2 percentage points on Q2, a worsening`; "" without a comparison."""
    if travel.arrow is Arrow.NONE or travel.change is None:
        return ""
    before = earlier_in_words(period, travel.period)
    if travel.arrow is Arrow.LEVEL and travel.change == 0:
        return f"level with {before}"
    way = "up" if travel.change > 0 else "down"
    per_cent = ""
    if indicator.unit is not Unit.PERCENT and travel.change_percent is not None:
        per_cent = f" ({shown(abs(travel.change_percent), Unit.PERCENT)})"
    text = f"{way} {amount(indicator, abs(travel.change))}{per_cent} on {before}"
    return text + {
        Judgement.IMPROVING: ", an improvement",
        Judgement.WORSENING: ", a worsening",
        Judgement.LEVEL: ", within what counts as level" if travel.arrow is Arrow.LEVEL else ", no nearer the range",
    }.get(travel.judgement, "")  # fmt: skip


def earlier_in_words(period: Period, before: Period) -> str:
    """The earlier period, its year left out where it is the same: `Q2`, `Q3 2022/23`, `2022/23`."""
    if isinstance(before, Quarter) and before.year == period.year:
        return f"Q{before.number}"
    return before.shown


def so_far_shown(indicator: Indicator, so_far: SoFar, mark: str = "") -> str:
    """What a year has come to: `788 to date`, `13% in Q3`, `41% on average`; `mark` stands after the figure itself."""
    return f"{figure_shown(indicator, so_far.figure)}{mark} {so_far.extent}"


def so_far_in_words(indicator: Indicator, so_far: SoFar | None) -> str:
    """A year so far, where its quarters do not stand beside it: `788 to date; 3 of 4 quarters are in`; else ""."""
    return f"{so_far_shown(indicator, so_far)}; {quarters_in(so_far.quarters)}" if so_far else ""


def quarters_in(count: int) -> str:
    """How much of a year there is, whether or not it is over: `3 of 4 quarters are in`."""
    return f"{count} of 4 quarters {'is' if count == 1 else 'are'} in"


def none_held(year: Year) -> str:
    """That there is nothing of a year that was asked for."""
    return f"No figures of {year.shown} are held."


def short_of(indicator: Indicator, value: Decimal, target: HeldTarget) -> str:
    """How far a value is on the wrong side: `11 percentage points below the range of 75–90%`."""
    bound = missed_bound(indicator, value, target)
    if bound is None:
        return "on target"
    side = "below" if value < bound else "above"
    distance = amount(indicator, abs(value - bound))
    return f"{distance} {side} {target_in_words(indicator, target)}"


def target_in_words(indicator: Indicator, target: HeldTarget) -> str:
    """What a figure is held against: `the target of 50%`, `the range of 28–40%`, `the share to date of 750`."""
    if target.is_range:
        return f"the range of {target.shown}"
    if target.to_date is not None:
        return f"{in_unit(indicator, target.to_date)}, the share to date of {target.shown}"
    return f"the target of {target.shown}"


def figure_in_words(indicator: Indicator, period: Period, figure: Figure | None, travel: Travel, so_far: str) -> str:
    """The first half of an indicator's sentence: its figure, the change, and what that is judged to be.

    `so_far` says what a year without a figure has come to.
    """
    if figure is None or figure.number is None:
        return _without_figure(period, figure, so_far)
    value = in_unit(indicator, figure.number)
    if indicator.is_running and isinstance(period, Quarter):
        compared = _running_change(indicator, travel)
        return f"{value} in {period.year.shown} to date{compared}."
    change = change_in_words(indicator, period, travel)
    if not change and travel.reason:
        change = f"not compared with {earlier_in_words(period, travel.period)}: {travel.reason}"
    return f"{value} in {period.shown}{', ' if change else ''}{change}."


def _without_figure(period: Period, figure: Figure | None, so_far: str) -> str:
    if so_far:
        return f"No figure for {period.shown}: {so_far}."
    if figure is None or figure.symbol is None:
        return f"No figure for {period.shown}."
    words = figure.symbol.words
    said = f" ({figure.words})" if figure.words else ""
    return f"{capital(words)} in {period.shown}{said}."


def _running_change(indicator: Indicator, travel: Travel) -> str:
    before = f"the same period of {travel.period.year.shown}"
    if travel.arrow is Arrow.NONE or travel.change is None:
        return f": not compared with {before}: {travel.reason}" if travel.reason else ""
    if travel.change == 0:
        return f": the same as in {before}"
    more = travel.change > 0
    if indicator.unit is Unit.PERCENT:
        text = f"{amount(indicator, abs(travel.change))} {'more' if more else 'less'} than in {before}"
    else:
        per_cent = f" ({shown(abs(travel.change_percent), Unit.PERCENT)})" if travel.change_percent else ""
        fewer = "fewer" if indicator.unit is Unit.COUNT else "less"
        text = f"{in_unit(indicator, abs(travel.change))}{per_cent} {'more' if more else fewer} than {before}"
    judged = {Judgement.IMPROVING: ", an improvement", Judgement.WORSENING: ", a worsening"}
    return f": {text}{judged.get(travel.judgement, '')}"


def against_target(
    indicator: Indicator, period: Period, held: Decimal | None, target: HeldTarget, status: Status
) -> str:
    """The second half: what is held against the target (the year to date of a year's), and whether that is met."""
    if status is Status.HIDDEN or target.kind is TargetKind.NONE:
        return ""
    if status is Status.DATA_ONLY or status is Status.NO_DATA or held is None:
        return _no_judgement(target, status)
    missed = missed_bound(indicator, held, target)
    if target.is_range:
        if missed is None:
            return f"Inside the {target.shown} range." if target.low is not None and target.high is not None else (
                f"Target {target.shown}: met."
            )  # fmt: skip
        side = "below" if held < missed else "above"
        away = capital(amount(indicator, abs(held - missed)))
        return f"{away} {side} the {target.shown} range{_near(indicator, held, missed, target, status)}."
    verdict = "met"
    if missed is not None:
        near = _near(indicator, held, missed, target, status)
        verdict = f"missed by {amount(indicator, abs(held - missed))}{near}"
    if target.to_date is not None and isinstance(period, Quarter):
        return _of_the_year(indicator, held, target, in_unit(indicator, target.to_date), verdict)
    return f"Target {target.shown}: {verdict}."


def _of_the_year(indicator: Indicator, held: Decimal, target: HeldTarget, share: str, verdict: str) -> str:
    """The year to date against its share; of a target that the quarters left cannot change, that it is so already."""
    to_date, is_met = in_unit(indicator, held), settled(indicator, held, target)
    if is_met:
        return f"{to_date} to date: the year’s target of {target.shown} is met already."
    past = f", and the year’s {target.shown} is passed already" if is_met is False else ""
    return f"{to_date} to date against {share} of the year’s {target.shown}: {verdict}{past}."


def _near(indicator: Indicator, held: Decimal, missed: Decimal, target: HeldTarget, status: Status) -> str:
    """Why a figure on the wrong side of its target is not red."""
    if status is Status.GREEN:
        return ", near enough to count as met"
    if status is not Status.AMBER:
        return ""
    if not is_still_amber(indicator, held, missed, target.floor):
        return ", no worse than a year before"
    return ", within tolerance" if target.floor is None else f", not past {in_unit(indicator, target.floor)}"


def _no_judgement(target: HeldTarget, status: Status) -> str:
    if status is Status.NO_DATA:
        return f"Target {target.shown}." if target.shown else ""
    if target.kind is TargetKind.TBC:
        return "The target is to be confirmed."
    return ""
