"""Indicators that no priority claims, priorities that no indicator measures, and catalogues without an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from dap_tui.check.inquiry import Inquiry
from dap_tui.finding import Finding, Place
from dap_tui.reading.root import CATALOGUE
from dap_tui.rules import coverage as rules


def coverage(inquiry: Inquiry) -> Iterator[Finding]:
    """Findings of CAT501 and CAT502, where the catalogue has priorities at all, and of CAT503.

    What an indicator measures that could not be read is not without a measure.
    """
    catalogue = inquiry.catalogue
    if not catalogue.indicators and not inquiry.lines.has_any("indicator"):
        hint = "describe each indicator in an [[indicator]]; see 'dap help catalogue'"
        message = "the catalogue has no [[indicator]], so that no row of a return can be read"
        yield rules.NO_INDICATORS.at(Place(CATALOGUE), message, hint)
    if not catalogue.priorities:
        return
    measured: set[str] = set()
    for indicator in catalogue.indicators:
        measured.update(indicator.priorities)
        if not indicator.priorities:
            spot = inquiry.lines.spot("indicator", indicator.id)
            yield rules.UNCLAIMED.at(spot.place, f"no priority claims '{indicator.id}'", None, spot.width)
    for priority in catalogue.priorities:
        if priority.id not in measured and priority.id not in inquiry.lines.named("indicator", "priorities"):
            spot = inquiry.lines.spot("priority", priority.id)
            yield rules.UNMEASURED.at(spot.place, f"no indicator measures '{priority.id}'", None, spot.width)
