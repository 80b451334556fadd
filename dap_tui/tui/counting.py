"""Counting a period's indicators a few at a time, so that no key waits for all of them."""

from __future__ import annotations

from time import monotonic

from dap_tui.assess.assessment import Assessment


class Count:
    """How far a period has been worked out. What is worked out stays with the assessment's positions."""

    def __init__(self, assessment: Assessment) -> None:
        """Nothing is worked out yet."""
        self.assessment = assessment
        self.seen = 0

    @property
    def is_done(self) -> bool:
        """Whether every status and every exception is known."""
        return self.seen >= len(self.assessment.positions)

    def go_on(self, seconds: float) -> None:
        """Work out more for about that long, at least one."""
        end = monotonic() + seconds
        for position in self.assessment.positions[self.seen :]:
            _ = position.status, position.decision
            self.seen += 1
            if monotonic() >= end:
                return
