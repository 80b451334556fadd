"""Counting a period's indicators a few at a time, so that no key waits for all of them."""

from __future__ import annotations

from time import monotonic

from dap_tui.assess.assessment import Assessor
from dap_tui.period import Period


class Count:
    """How far a period has been worked out. What is worked out stays with the assessment's positions."""

    def __init__(self, assessor: Assessor, period: Period) -> None:
        """Nothing is worked out yet."""
        self.assessment = assessor.assess(period)
        self.seen = 0
        self._assessor = assessor

    @property
    def total(self) -> int:
        """How many indicators there are."""
        return len(self.assessment.positions)

    @property
    def is_done(self) -> bool:
        """Whether every status, travel and exception is known, and every status of the period before."""
        return self.seen >= self.total

    def go_on(self, seconds: float) -> None:
        """Work out more for about that long, at least one."""
        end = monotonic() + seconds
        before_it = self._assessor.assess(self.assessment.period.previous).position
        for position in self.assessment.positions[self.seen :]:
            _ = position.status, position.travel, position.decision, position.outlook
            before = before_it.get(position.indicator.id)
            if before is not None:
                _ = before.status
            self.seen += 1
            if monotonic() >= end:
                return
