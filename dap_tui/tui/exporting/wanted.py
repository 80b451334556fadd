"""What a report is to be: its format, what of it, by what, and the name that this gives its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from dap_tui.export.formats import Format
from dap_tui.export.options import By, View
from dap_tui.tui.writing.form_fields import Choice

if TYPE_CHECKING:
    from dap_tui.catalogue import Catalogue
    from dap_tui.period import Period

NAMES: Final = {Format.MARKDOWN: "Markdown", Format.HTML: "HTML", Format.JSON: "JSON", Format.CSV: "CSV"}
_VIEWS: Final = {View.REPORT: "the whole report", View.EXCEPTIONS: "what goes to the board"}

Way = TypeVar("Way")


class Wanted:
    """Format, view and grouping, of what a catalogue has to group by; JSON and CSV have all of it."""

    def __init__(self) -> None:
        """The whole report by source, in Markdown."""
        self.format, self.view, self.by = Format.MARKDOWN, View.REPORT, By.SOURCE

    def own_name(self, period: Period) -> str:
        """What the file is called unless one names it otherwise."""
        parts = [period.id]
        if not self.format.has_all:
            parts += ["board"] if self.view is View.EXCEPTIONS else []
            parts += [f"by-{self.by}"] if self.by is not By.SOURCE else []
        return "-".join(parts) + self.format.suffix

    def choices(self, groupings: Sequence[By], choose: Callable[..., None]) -> list[tuple[str, list[Choice]]]:
        """What there is to choose, each by its name; `choose` takes what is chosen under that name."""
        formats = [Choice(NAMES[each], each is self.format, partial(choose, format=each)) for each in Format]
        if self.format.has_all:
            return [("Format", formats)]
        views = [Choice(_VIEWS[each], each is self.view, partial(choose, view=each)) for each in View]
        by = [Choice(each.value, each is self.by, partial(choose, by=each)) for each in groupings]
        return [("Format", formats), ("What", views), *([("By", by)] if len(groupings) > 1 else [])]


def groupings_of(catalogue: Catalogue) -> list[By]:
    """What a catalogue has to group by."""
    there = {
        By.SOURCE: True,
        By.PRIORITY: bool(catalogue.priorities),
        By.TAG: any(each.tags for each in catalogue.indicators),
        By.LEVEL: any(each.level for each in catalogue.indicators),
    }
    return [each for each in By if there[each]]


def after(here: Way, ways: Sequence[Way]) -> Way:
    """The way after this one, and round."""
    return ways[(ways.index(here) + 1) % len(ways)] if here in ways else ways[0]
