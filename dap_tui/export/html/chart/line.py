"""The line chart of an indicator: points joined where none is missing, the target where it held, the limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dap_tui.assess.variation import VariationKind
from dap_tui.export.html.chart.scale import Scale, scale_of
from dap_tui.export.html.chart.svg import box, diamond, dot, label, line, path
from dap_tui.export.html.markup import Html
from dap_tui.export.series import Point, Series
from dap_tui.measure import shown
from dap_tui.period import Quarter

HEIGHT: Final = 236.0
_WIDTH: Final = 440.0
_MOST_IN_WIDTH: Final = 18
_WIDE: Final = 900.0
_LOW: Final = 0.1
_LETTER: Final = 7.2
"""How wide a letter of a label is, about; nothing is measured, so labels are given room to spare."""


_STROKES: Final = {"mean": "mean", "at most": "room", "at least": "room"}


@dataclass(frozen=True, slots=True)
class Plot:
    """Where a chart's points stand: the edges of what is drawn, and the places along them."""

    scale: Scale
    points: int
    left: float
    right: float
    width: float
    margin: float
    drop: float = 0.0
    top: float = 20.0

    @classmethod
    def of(cls, series: Series) -> Plot:
        """Room for the labels at both sides, and a wider drawing for many points."""
        scale = scale_of(series.drawn, series.unit, is_whole=series.is_whole)
        many = len(series.points) - _MOST_IN_WIDTH
        width = _WIDTH if many <= 0 else max(_WIDE, _WIDTH + 20 * many)
        decimals = scale.decimals
        left = 12 + _LETTER * max(len(shown(tick, series.unit, decimals)) for tick in scale.ticks)
        beside = [name for name, _ in series.beside]
        right = width - (12 + _LETTER * max(map(len, beside)) if beside else 14)
        margin = max(16.0, _LETTER * max(len(point.shown) for point in series.points) / 2)
        lowest = scale.share(min(series.numbers))
        return cls(scale, len(series.points), left, right, width, margin, 14.0 if lowest < _LOW else 0.0)

    @property
    def bottom(self) -> float:
        """Where the scale begins; a low point's figure has room below it."""
        return HEIGHT - 42 - self.drop

    @property
    def is_wide(self) -> bool:
        """Whether it needs more room than a column."""
        return self.width > _WIDTH

    @property
    def step(self) -> float:
        """How far a point is from the next."""
        return (self.right - self.left - 2 * self.margin) / (self.points - 1)

    def x(self, at: float) -> float:
        """How far to the right a point stands."""
        return self.left + self.margin + at * self.step

    def y(self, number: Decimal) -> float:
        """How far down a number stands."""
        return self.bottom - self.scale.share(number) * (self.bottom - self.top)

    def span(self, first: int, last: int) -> tuple[float, float]:
        """From where to where something holds that holds from one point to another: half way to the next."""
        start = self.left if first == 0 else self.x(first - 0.5)
        end = self.right if last == self.points - 1 else self.x(last + 0.5)
        return start, end


def drawn(series: Series, plot: Plot) -> list[Html]:
    """The chart's parts, from the back to the front."""
    return [
        *_bands(series, plot),
        *_grid(series, plot),
        *_targets(series, plot),
        *_levels(series, plot),
        *_names_beside(series, plot),
        *_axis(series.points, plot),
        *_joined(series, plot),
        *_points(series.points, plot),
        *_figures(series.points, plot),
    ]


def _grid(series: Series, plot: Plot) -> Iterator[Html]:
    decimals = plot.scale.decimals
    for tick in plot.scale.ticks:
        y = plot.y(tick)
        yield line(plot.left, y, plot.right, y, "grid")
        yield label(plot.left - 6, y + 4, shown(tick, series.unit, decimals), "tick", "end")


def _bands(series: Series, plot: Plot) -> Iterator[Html]:
    for (low, high), first, last in series.runs(lambda point: (point.low, point.high)):
        if low is None and high is None:
            continue
        start, end = plot.span(first, last)
        top = plot.top if high is None else plot.y(high)
        bottom = plot.bottom if low is None else plot.y(low)
        yield box(start, top, end - start, bottom - top, "band")
        yield from (line(start, edge, end, edge, "edge") for edge in (top, bottom))


def _targets(series: Series, plot: Plot) -> Iterator[Html]:
    for target, first, last in series.runs(lambda point: point.target):
        if target is not None:
            start, end = plot.span(first, last)
            yield line(start, plot.y(target), end, plot.y(target), "target")


def _levels(series: Series, plot: Plot) -> Iterator[Html]:
    for level in series.levels:
        start, end = plot.span(level.first, level.last)
        y = plot.y(level.value)
        if plot.scale.ticks[0] <= level.value <= plot.scale.ticks[-1]:
            yield line(start, y, end, y, _STROKES.get(level.name, "limit"))


def _names_beside(series: Series, plot: Plot) -> Iterator[Html]:
    named = sorted(((plot.y(value) + 4, name) for name, value in series.beside), key=lambda each: each[0])
    free = 0.0
    for y, name in named:
        free = max(y, free)
        yield label(plot.right + 6, free, name, "beside")
        free += 14


def _axis(points: Sequence[Point], plot: Plot) -> Iterator[Html]:
    """Quarters, where there is room for them, and below them years; from the latest back, so that none touch."""
    y = plot.bottom + 16 + plot.drop
    by_quarter = isinstance(points[-1].period, Quarter)
    if by_quarter and plot.step >= 24:
        for at, point in enumerate(points):
            if isinstance(point.period, Quarter):
                now = " now" if at == len(points) - 1 else ""
                yield label(plot.x(at), y, f"Q{point.period.number}", f"tick{now}", "middle")
        y += 15
    free = plot.width
    for at in range(len(points) - 1, -1, -1):
        year = points[at].period.year
        if at and points[at - 1].period.year == year:
            continue
        start = plot.x(at) - (8 if by_quarter else _LETTER * len(year.shown) / 2)
        if start + _LETTER * len(year.shown) <= free:
            yield label(start, y, year.shown, "tick")
            free = start - 8


def _joined(series: Series, plot: Plot) -> Iterator[Html]:
    points = series.points
    for is_known, first, last in series.runs(lambda point: point.number is not None):
        if is_known and last > first:
            places = ((at, points[at].number) for at in range(first, last + 1))
            yield path([(plot.x(at), plot.y(number)) for at, number in places if number is not None], "series")
        elif not is_known:
            yield from _missing(points, first, last, plot)


def _missing(points: Sequence[Point], first: int, last: int, plot: Plot) -> Iterator[Html]:
    """The symbols in place of missing figures, just above the axis, where there is room for them."""
    if plot.step >= 24:
        for at in range(first, last + 1):
            yield label(plot.x(at), plot.bottom - 5, points[at].shown or "·", "missing", "middle")


def _points(points: Sequence[Point], plot: Plot) -> Iterator[Html]:
    small = 2.4 if plot.step < 14 else 3.2
    for at, point in enumerate(points):
        if point.number is None:
            continue
        x, y = plot.x(at), plot.y(point.number)
        now = " now" if at == len(points) - 1 else ""
        kind = point.special.kind if point.special else None
        if kind is VariationKind.CONCERN:
            yield diamond(x, y, 6.5, f"concern{now}")
        elif kind is VariationKind.IMPROVEMENT:
            yield diamond(x, y, 6.5, f"improvement{now}")
        elif kind is VariationKind.NEUTRAL:
            yield dot(x, y, 5, f"neutral{now}")
        else:
            yield dot(x, y, 4.4 if now else small, f"point{now}")


def _figures(points: Sequence[Point], plot: Plot) -> Iterator[Html]:
    """Each point's figure where there is room for all of them, else the latest's and special causes'."""
    widest = max(len(point.shown) for point in points) * _LETTER + 8
    everywhere = plot.step >= widest
    latest = max(at for at, point in enumerate(points) if point.number is not None)
    for at, point in enumerate(points):
        if point.number is None or not (everywhere or at == latest):
            continue
        y = plot.y(point.number)
        below = _comes_from_above(points, at) and y + 19 < plot.bottom + plot.drop + 5
        said = "figure now" if at == len(points) - 1 else "figure"
        yield label(plot.x(at), y + 17 if below else y - 10, point.shown, said, "middle")


def _comes_from_above(points: Sequence[Point], at: int) -> bool:
    number = points[at].number
    beside = [points[each].number for each in (at - 1, at + 1) if 0 <= each < len(points)]
    return _all_above(beside, number)


def _all_above(beside: Iterable[Decimal | None], number: Decimal | None) -> bool:
    known = [each for each in beside if each is not None]
    return bool(known) and number is not None and all(each > number for each in known)
