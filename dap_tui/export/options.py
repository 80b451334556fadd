"""What a person asked for of a report: which view, in which order, with what beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
