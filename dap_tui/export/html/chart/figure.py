"""A chart as a figure of the page: drawn, told in words, and the key to its special points."""

from __future__ import annotations

from dap_tui.assess.position import Position
from dap_tui.export.chart_words import SPECIAL_WORDS, described
from dap_tui.export.html.chart.line import HEIGHT, Plot, drawn
from dap_tui.export.html.chart.svg import picture
from dap_tui.export.html.markup import NOTHING, Html, element, inside, joined, listing, shape, text
from dap_tui.export.html.page import Page
from dap_tui.export.series import FEWEST, SPECIAL_SHAPE, Series, series_of


def line_chart(position: Position, page: Page) -> Html:
    """The chart of an indicator; nothing with fewer than two figures."""
    series = series_of(position)
    if len(series.numbers) < FEWEST:
        return NOTHING
    plot = Plot.of(series)
    about = position.indicator.id
    names = page.anchor("chart", about), page.anchor("chart", about, "in-words")
    said = f"Chart of {position.indicator.title}", f"{described(series)} {position.sentence}"
    chart = picture(plot.width, HEIGHT, drawn(series, plot), names=names, said=said)
    if not plot.is_wide:
        return inside("div", chart, _key(series), class_="drawing")
    chart = inside("div", chart, class_="frame", role="group", aria_label=said[0], tabindex="0")
    return inside("div", chart, _key(series), class_="drawing wide")


def _key(series: Series) -> Html:
    """What each shape of a special point means, where there is one."""
    kinds = {point.special.kind for point in series.points if point.special is not None}
    entries = [
        element("span", joined([shape(sign), text(SPECIAL_WORDS[kind])]), class_=str(kind))
        for kind, sign in SPECIAL_SHAPE.items()
        if kind in kinds
    ]
    return listing(entries, "key")
