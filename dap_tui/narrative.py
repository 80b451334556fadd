"""What people say of a quarter: `narrative.toml` as it was read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dap_tui.finding import Place


class Decision(StrEnum):
    """What people decided on an exception."""

    REPORT = "report"
    HOLD = "hold"
    UNDECIDED = "undecided"


class ActionStatus(StrEnum):
    """How a point of the action plan stands."""

    NOT_STARTED = "not-started"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    LATE = "late"
    DONE = "done"


class DecidedException(NamedTuple):
    """An `[[exception]]`: without `rules`, people raised it themselves, whatever the figures say."""

    indicators: tuple[str, ...]
    decision: Decision
    rules: tuple[str, ...] = ()
    text: str | None = None
    place: Place | None = None


class Commentary(NamedTuple):
    """A `[[commentary]]` on one indicator: free text, or under the three headings partnerships use."""

    indicator: str
    text: str | None = None
    where_we_are: str | None = None
    successes_and_issues: str | None = None
    what_we_are_doing: str | None = None
    place: Place | None = None

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Headings and what is said under them, free text first under ""; what is blank is left out."""
        said = (
            ("", self.text),
            ("Where we are", self.where_we_are),
            ("Successes and issues", self.successes_and_issues),
            ("What we are doing", self.what_we_are_doing),
        )
        return [(heading, text) for heading, text in said if text and text.strip()]


class Section(NamedTuple):
    """Prose of the report: of a source, of a priority, or (neither) of the whole."""

    heading: str | None = None
    text: str | None = None
    source: str | None = None
    priority: str | None = None
    place: Place | None = None


class ActionUpdate(NamedTuple):
    """How an action stood in that quarter."""

    id: str
    status: ActionStatus | None = None
    text: str | None = None
    place: Place | None = None


class Resolution(NamedTuple):
    """What a board decided on the report."""

    text: str
    board: str | None = None
    date: date | None = None
    place: Place | None = None


class Narrative(NamedTuple):
    """All that people said of one period."""

    exceptions: tuple[DecidedException, ...] = ()
    commentary: tuple[Commentary, ...] = ()
    sections: tuple[Section, ...] = ()
    actions: tuple[ActionUpdate, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
