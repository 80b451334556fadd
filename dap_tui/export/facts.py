"""What is known of one indicator, as names and words: the same on a page of a report and in the terminal."""

from __future__ import annotations

from dap_tui.assess.position import Position
from dap_tui.catalogue import Indicator, Priority, TargetKind
from dap_tui.export.target_words import limit_bounds, target_text
from dap_tui.export.told import published_as
from dap_tui.export.trend import trend_of
from dap_tui.export.variation import variation_in_words
from dap_tui.export.wording import on_earlier, travel_text
from dap_tui.export.years import missing_to_date
from dap_tui.look import POLARITY
from dap_tui.measure import Arrow, shown
from dap_tui.period import Quarter


def facts_of(position: Position) -> list[tuple[str, str]]:
    """Names and what they are, in the order of a page; "" where there is nothing to say."""
    indicator, target = position.indicator, position.target
    return [
        ("What is good", POLARITY[indicator.polarity].word),
        ("Published as", published_as(position)),
        ("Target", "; ".join(part for part in (target_text(position), missing_to_date(position)) if part)),
        ("Note on the target", target.note or "" if target.kind is not TargetKind.NOTE else ""),
        ("Direction of travel", _travel(position)),
        ("Trend", trend_of(position)),
        ("Outlook", _outlook(position)),
        ("Variation", variation_in_words(position)),
        ("Long-term trend", _long_term(position)),
        ("Benchmark", _benchmark(position)),
        ("Limit", limit_bounds(indicator)),
        ("Priorities", "; ".join(each.title for each in priorities_served(position))),
        ("Ref.", indicator.code or ""),
        ("Tags", ", ".join(indicator.tags)),
        ("Level", ", ".join(map(str, indicator.level))),
    ]


def priorities_served(position: Position) -> list[Priority]:
    """The priorities that an indicator serves: why it matters."""
    known = position.catalogue.priority
    return [known[each] for each in position.indicator.priorities if each in known]


def _travel(position: Position) -> str:
    if position.travel.arrow is Arrow.NONE:
        return position.travel.reason or ""
    return f"{travel_text(position.travel)} {on_earlier(position.period, position.travel.period)}"


def _outlook(position: Position) -> str:
    outlook, unit = position.outlook, position.indicator.unit
    if outlook is None or (isinstance(position.period, Quarter) and position.period.number == 4):
        return ""
    rate = f"{shown(outlook.at_this_rate, unit)} by the year’s end at this rate"
    shape = outlook.at_last_years_shape
    other = "" if shape is None else f", {shown(shape, unit)} at last year’s shape"
    if position.settled is not None:
        return f"the year’s target is {'met' if position.settled else 'missed'} already; {rate}{other}"
    return f"{rate}{other}; the target would {'' if outlook.meets else 'not '}be met"


def _long_term(position: Position) -> str:
    trend, unit = position.long_term, position.indicator.unit
    if trend is None:
        return ""
    outturn, before = shown(trend.outturn, unit), shown(trend.before, unit)
    return (
        f"{trend.judgement}: {outturn} in {trend.year.shown} against {before}, the mean of {trend.years} years before"
    )


def _benchmark(position: Position) -> str:
    benchmark = position.benchmark
    if benchmark is None:
        return ""
    return f"{shown(benchmark.value, position.indicator.unit)} {benchmark.label or ''}".strip()


def labels_of(indicator: Indicator) -> str:
    """An indicator's tags and levels: `Protect, Pursue; levels 3, 4`."""
    levels = ", ".join(map(str, indicator.level))
    said = f"level{'s' if len(indicator.level) > 1 else ''} {levels}" if levels else ""
    return "; ".join(part for part in (", ".join(indicator.tags), said) if part)
