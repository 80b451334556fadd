"""A chart as a figure of the page: drawn, told in words, and the key to its special points."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.assess.exception_report import SPECIAL_CAUSE_WORDS
from dap_tui.assess.position import Position
from dap_tui.assess.variation import VariationKind
from dap_tui.export.facts import VARIATION_WORDS
from dap_tui.export.html.chart.line import HEIGHT, Plot, drawn
from dap_tui.export.html.chart.series import Series, series_of
from dap_tui.export.html.chart.svg import picture
from dap_tui.export.html.markup import NOTHING, Html, element, inside, joined, listing, shape, text
from dap_tui.export.html.page import Page
from dap_tui.export.wording import counted
from dap_tui.export.wording import joined as in_a_row
from dap_tui.measure import shown
from dap_tui.period import Quarter

_SHAPES = {
    VariationKind.CONCERN: "◆",
    VariationKind.IMPROVEMENT: "◇",
    VariationKind.NEUTRAL: "○",
}


def line_chart(position: Position, page: Page) -> Html:
    """The chart of an indicator; nothing with fewer than two figures."""
    series = series_of(position)
    if series is None:
        return NOTHING
    plot = Plot.of(series)
    about = position.indicator.id
    names = page.anchor("chart", about), page.anchor("chart", about, "in-words")
    said = f"Chart of {position.indicator.title}", described(series, position)
    chart = picture(plot.width, HEIGHT, drawn(series, plot), names=names, said=said)
    if not plot.is_wide:
        return inside("div", chart, _key(series), class_="drawing")
    chart = inside("div", chart, class_="frame", role="group", aria_label=said[0], tabindex="0")
    return inside("div", chart, _key(series), class_="drawing wide")


def described(series: Series, position: Position) -> str:
    """What the chart shows, for those who cannot see it; the figures themselves stand in a table."""
    first, last = series.points[0].period, series.points[-1].period
    by = "quarter" if isinstance(last, Quarter) else "year"
    known = [point for point in series.points if point.number is not None]
    numbers = series.numbers
    least = next(point for point in known if point.number == min(numbers))
    most = next(point for point in known if point.number == max(numbers))
    missing = len(series.points) - len(known)
    parts = [
        f"{counted(len(series.points), by)} from {first.shown} to {last.shown}.",
        f"Lowest {least.shown} in {least.period.shown}, highest {most.shown} in {most.period.shown}.",
        f"{counted(missing, f'{by} has', f'{by}s have')} no figure." if missing else "",
        f"Latest {known[-1].shown}{'' if known[-1] is series.points[-1] else f' in {known[-1].period.shown}'}.",
        *_held_against(series),
        *(
            f"{point.period.shown}: {_SPOKEN[point.special.kind]}, {SPECIAL_CAUSE_WORDS[point.special.rule]}."
            for point in known
            if point.special is not None
        ),
        position.sentence,
    ]
    return in_a_row(part or None for part in parts)


_SPOKEN = {kind: words.split(":")[0] for kind, words in VARIATION_WORDS.items()}


def _held_against(series: Series) -> Iterator[str]:
    last = series.points[-1]
    if last.target is not None:
        yield f"Target {shown(last.target, series.unit)}."
    elif last.low is not None or last.high is not None:
        yield f"Target {series.target}."
    for level in series.levels:
        if level.last == len(series.points) - 1:
            yield f"{level.name.capitalize()} {level.shown}."


def _key(series: Series) -> Html:
    """What each shape of a special point means, where there is one."""
    kinds = {point.special.kind for point in series.points if point.special is not None}
    entries = [
        element("span", joined([shape(sign), text(_SPOKEN[kind])]), class_=str(kind))
        for kind, sign in _SHAPES.items()
        if kind in kinds
    ]
    return listing(entries, "key")
