"""A decision on an exception: to report it or to hold it, on which indicators, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dap_tui.assess.exception_report import ExceptionRule
from dap_tui.narrative import DecidedException, Decision, Narrative
from dap_tui.tui.writing.form import Field, Form

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.tui.session import Session


class DecisionForm(Form):
    """What is decided on the exceptions of an indicator, or raised by a person (`is_raised`).

    After the words, the tab key goes to the other indicators that may be decided on with it.
    """

    name = "decision"

    def __init__(self, session: Session, indicator: str, *, is_raised: bool = False) -> None:
        """It starts from what was decided, else from the indicator's own sentence."""
        super().__init__(session, indicator)
        position = session.assessment.position.get(indicator)
        rules = [] if position is None else _rules_of(position)
        self.is_raised = is_raised or not rules
        self.stands = self._entry(self.standing())
        self.decision = self.stands.decision if self.stands else Decision.REPORT
        self.indicators: list[str] = list(self.stands.indicators) if self.stands else [indicator]
        self.is_from_sentence = self.stands is None or not self.stands.text
        words = (self.stands.text or "").strip() if self.stands else ""
        self.sentence = self._sentence()
        start = words or self.sentence
        heading = "Words for the board" if self.decision is Decision.REPORT else "Why it is held"
        self.fields = [Field("text", heading, start, start)]
        self.candidates = [each.indicator.id for each in self._candidates()]
        self.candidate = 0
        self._began = (self.decision, tuple(self.indicators))

    def _sentence(self) -> str:
        """The indicator's position in words that may be published: it goes into reports."""
        publishing = self.session.publishing
        assessor = publishing.publisher if publishing.suppresses else self.session.assessor
        position = assessor.assess(self.period).position.get(self.indicator)
        return "" if position is None else position.sentence

    def _entry(self, narrative: Narrative) -> DecidedException | None:
        """What the file says of the same."""
        position = self.session.assessment.position.get(self.indicator)
        rules = set() if position is None else set(_rules_of(position))
        for each in narrative.exceptions:
            if self.indicator in each.indicators and (not each.rules if self.is_raised else set(each.rules) & rules):
                return each
        return None

    def _candidates(self) -> list[Position]:
        """The indicators that may stand under the same: those with exceptions, or any where people raise one."""
        positions = self.session.assessment.positions
        found = [
            each for each in positions if self.is_raised or _rules_of(each) or each.indicator.id in self.indicators
        ]
        return [each for each in found if each.indicator.id != self.indicator]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that are decided on: those that hold for any of the indicators."""
        if self.is_raised:
            return ()
        position = self.session.assessment.position
        held = {rule for each in self.indicators if each in position for rule in _rules_of(position[each])}
        rules = tuple(each.value for each in ExceptionRule if each.value in held)
        return rules or (self.stands.rules if self.stands else ())

    @property
    def decided(self) -> DecidedException:
        """The decision as it stands in the form."""
        return DecidedException(tuple(self.indicators), self.decision, self.rules, self.fields[0].text.strip() or None)

    @property
    def is_unsaved(self) -> bool:
        """Whether words, decision or indicators are others than in the file."""
        return super().is_unsaved or self._began != (self.decision, tuple(self.indicators))

    @property
    def stops(self) -> int:
        """The words, and the other indicators where there are any."""
        return 2 if self.candidates else 1

    def switch(self) -> None:
        """From report to hold; where a decision stands in the file, on to taking it back; and round."""
        ways = [Decision.REPORT, Decision.HOLD, *([Decision.UNDECIDED] if self.stands else [])]
        self.choose(ways[(ways.index(self.decision) + 1) % len(ways)])

    def choose(self, decision: Decision) -> None:
        """Decide so."""
        self.decision, words = decision, self.fields[0]
        # An indicator's own sentence is something to report; it is no reason to hold anything.
        if self.is_from_sentence and decision is Decision.HOLD and words.text == self.sentence:
            words.text = ""
        elif self.is_from_sentence and decision is Decision.REPORT and not words.text:
            words.text = self.sentence
        words.heading = "Why it is held" if decision is Decision.HOLD else "Words for the board"

    def step(self, by: int) -> None:
        """To another of the other indicators."""
        self.candidate = max(0, min(self.candidate + by, len(self.candidates) - 1))

    def tick(self, indicator: str | None = None) -> None:
        """Put one of them under the same decision, or take it out again."""
        each = indicator or self.candidates[self.candidate]
        if each in self.indicators:
            self.indicators.remove(each)
        else:
            self.indicators.append(each)

    def words_there(self) -> Sequence[str]:
        """What the file says of the same now."""
        entry = self._entry(self.standing())
        return [(entry.text or "") if entry else ""]

    def decided_otherwise(self) -> str:
        """What someone else decided on the same meanwhile."""
        before, self.stands = self.stands, self._entry(self.standing())
        now = self.stands
        if now is None:
            return "to take it back" if before else ""
        if before and before.decision is now.decision and set(before.indicators) == set(now.indicators):
            return ""
        return f"to {now.decision.value} it"

    def content(self, read: bytes | None) -> bytes:
        """The file with this decision, in place of the one that stood there; or without that."""
        from dap_tui.writing.narrative_entries import with_decision, without_decision

        if self.decision is Decision.UNDECIDED:
            return read or b"" if self.stands is None else without_decision(read, self.stands)
        return with_decision(read, self.decided, self.stands)

    def saved(self) -> None:
        """Take in that the decision stands in the file."""
        super().saved()
        self.stands = None if self.decision is Decision.UNDECIDED else self.decided
        self.is_from_sentence = False
        self._began = (self.decision, tuple(self.indicators))


def _rules_of(position: Position) -> list[str]:
    return [each.rule.value for each in position.exceptions if each.rule is not ExceptionRule.RAISED]
