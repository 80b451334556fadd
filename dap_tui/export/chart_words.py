"""A chart in words, for those who cannot see it and for text beside it; the figures themselves stand in a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dap_tui.assess.exception_report import SPECIAL_CAUSE_WORDS
from dap_tui.export.series import Point, Series
from dap_tui.export.variation import VARIATION_WORDS
from dap_tui.export.wording import joined
from dap_tui.measure import Symbol, shown
from dap_tui.period import Quarter
from dap_tui.sentence import capital, counted

HIDDEN: Final = f"[{Symbol.CONFIDENTIAL}]"
SPECIAL_WORDS = {kind: words.split(":")[0] for kind, words in VARIATION_WORDS.items()}


def described(series: Series) -> str:
    """What the chart shows: its span, its ends, its gaps, the latest, what that is held against, special causes."""
    first, last = series.points[0].period, series.points[-1].period
    by = "quarter" if isinstance(last, Quarter) else "year"
    known = [point for point in series.points if point.number is not None]
    numbers = series.numbers
    least = next(point for point in known if point.number == min(numbers))
    most = next(point for point in known if point.number == max(numbers))
    hidden = sum(point.shown.startswith(HIDDEN) for point in series.points)
    missing = len(series.points) - len(known) - hidden
    parts = [
        f"{counted(len(series.points), by)} from {first.shown} to {last.shown}.",
        f"Lowest {least.shown} in {least.period.shown}, highest {most.shown} in {most.period.shown}.",
        f"{counted(missing, f'{by} has', f'{by}s have')} no figure." if missing else "",
        f"{counted(hidden, f'{by} is', f'{by}s are')} hidden." if hidden else "",
        f"Latest {known[-1].shown}{'' if known[-1] is series.points[-1] else f' in {known[-1].period.shown}'}.",
        *_held_against(series),
        *special_in_words(series),
    ]
    return joined(part or None for part in parts)


def special_in_words(series: Series) -> list[str]:
    """A sentence on each special cause: when it was, whether for the worse, and by which rule."""
    return [_special(point) for point in series.points if point.special is not None]


def _special(point: Point) -> str:
    special = point.special
    return "" if special is None else (
        f"{point.period.shown}: {SPECIAL_WORDS[special.kind]}, {SPECIAL_CAUSE_WORDS[special.rule]}."
    )  # fmt: skip


def _held_against(series: Series) -> Iterator[str]:
    target, low, high = series.points[-1].held
    if target is not None:
        yield f"Target {shown(target, series.unit)}."
    elif low is not None or high is not None:
        yield f"Target {series.target}."
    for level in series.reaching:
        yield f"{capital(level.label)}."
