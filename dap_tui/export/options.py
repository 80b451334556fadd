"""What a person asked for of a report: which view, in which order, with what beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dap_tui.errors import NotKnown

if TYPE_CHECKING:
    from dap_tui.assess.assessment import Assessment
    from dap_tui.assess.position import Position


class View(StrEnum):
    """The whole report, or what goes to the board."""

    REPORT = "report"
    EXCEPTIONS = "exceptions"


class By(StrEnum):
    """What the tables are grouped by."""

    SOURCE = "source"
    PRIORITY = "priority"
    TAG = "tag"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Options:
    """The options that every format shares.

    `last_year` puts last year's figure in brackets beside each quarter's; `indicators`, ids in the order they
    were asked for, ask for a page on each in place of the report.
    """

    view: View = View.REPORT
    by: By = By.SOURCE
    last_year: bool = False
    indicators: tuple[str, ...] = ()


def position_asked_for(assessment: Assessment, indicator: str) -> Position:
    """The position of an indicator by its id; raises NotKnown, and says whether it is in another report."""
    position = assessment.position.get(indicator)
    if position is not None:
        return position
    if indicator in assessment.catalogue.indicator:
        raise NotKnown(f"'{indicator}' is not in the report of {assessment.period.shown}; name another --period")
    raise NotKnown(f"there is no indicator '{indicator}'; its id stands in catalogue.toml")
