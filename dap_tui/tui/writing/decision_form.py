"""A decision on an exception: to report it or to hold it, on which indicators, in which words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dap_tui.catalogue import ExceptionRule
from dap_tui.errors import WriteRefused
from dap_tui.narrative import DecidedException, Decision, Narrative
from dap_tui.tui.writing.form import Form
from dap_tui.tui.writing.form_fields import Choice, Field
from dap_tui.tui.writing.proposals import Proposal, proposals_of, rules_of, words_to_start_from

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.tui.session import Session

_HEADINGS = {Decision.HOLD: "Why it is held"}
_TOGETHER, _LEFT_OUT = "Together with", "Leaves undecided"
_WAYS = {
    Decision.REPORT: ("report", "to the board, with these words"),
    Decision.HOLD: ("hold", "not for the board; the words say why"),
    Decision.UNDECIDED: ("take back", "take the decision back"),
}


class Candidate(NamedTuple):
    """What may stand under a decision or not: one of the indicator's own rules, or another indicator."""

    id: str
    is_rule: bool = False


class DecisionForm(Form[DecidedException]):
    """What is decided on a proposal of an indicator: on all its exceptions, on some apart, or raised by a person.

    After the words, the tab key goes to the rules, where there are several, any of which may be left for a decision of
    its own, and to the other indicators that may be decided on with it.
    """

    choices_heading = "Decision"

    def __init__(self, session: Session, indicator: str, proposal: Proposal) -> None:
        """It starts from what was decided, else from the indicator's own sentence."""
        self.indicator: str = indicator
        self.proposal, self.is_raised = proposal, proposal.is_raised
        position = session.assessment.position.get(indicator)
        others = [] if position is None else [each for each in proposals_of(position) if each != proposal]
        self._apart = {rule for each in others for rule in each.rules} - set(proposal.rules)
        self.left_out: set[str] = set()
        super().__init__(session)
        self.decision = self.stands.decision if self.stands else Decision.REPORT
        self.indicators: list[str] = list(self.stands.indicators) if self.stands else [indicator]
        words = (self.stands.text or "").strip() if self.stands else ""
        self.sentence = self._sentence()
        self.starts_from = "" if words else "Started from the indicator’s own sentence."
        self.fields = [Field("text", self._heading, words or self.sentence)]
        self.candidates = self._candidates()
        self.candidate = 0
        self.begin()

    @property
    def _heading(self) -> str:
        return _HEADINGS.get(self.decision, "Words for the board")

    def _sentence(self) -> str:
        """Its position and why it is an exception, in words that may be published: they go into reports."""
        publishing = self.session.publishing
        assessor = publishing.publisher if publishing.suppresses else self.session.assessor
        position = assessor.assess(self.period).position.get(self.indicator)
        if position is None:
            return ""
        return words_to_start_from(position, self.proposal)

    def _candidates(self) -> list[Candidate]:
        """Its rules, and the indicators that may stand under the same: any with exceptions, or where people raise."""
        positions = self.session.assessment.positions
        own = [Candidate(each, is_rule=True) for each in self.proposal.rules]
        others = [
            Candidate(each.indicator.id)
            for each in positions
            if self.is_raised or self._held(each) or each.indicator.id in self.indicators
            if each.indicator.id != self.indicator
        ]
        return [*(own if len(own) > 1 else []), *others]

    def is_ticked(self, candidate: Candidate) -> bool:
        """Whether it stands under the decision."""
        return candidate.id not in self.left_out if candidate.is_rule else candidate.id in self.indicators

    def find(self, narrative: Narrative) -> DecidedException | None:
        """The decision on any of the rules; on what people raised, where they raise one."""
        rules = set(self.proposal.rules)
        for each in narrative.exceptions:
            if self.indicator in each.indicators and (not each.rules if self.is_raised else set(each.rules) & rules):
                return each
        return None

    def words_of(self, said: DecidedException) -> Sequence[str]:
        """Its words."""
        return [said.text or ""]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that are decided on: those that hold for any of the indicators."""
        if self.is_raised:
            return ()
        position = self.session.assessment.position
        held = {rule for each in self.indicators if each in position for rule in self._held(position[each])}
        rules = tuple(each.value for each in ExceptionRule if each.value in held)
        return rules or (self.stands.rules if self.stands else ())

    def _held(self, position: Position) -> list[str]:
        """The rules that hold for an indicator, of those that may be decided on here."""
        rules = [each for each in rules_of(position) if each not in self.left_out]
        if self.proposal.is_all:
            return rules
        here = {*self.proposal.rules, *(self.stands.rules if self.stands else ())} - self._apart
        return [each for each in rules if each in here]

    @property
    def meant(self) -> DecidedException | None:
        """The decision as it stands in the form; None where it is taken back."""
        if self.decision is Decision.UNDECIDED:
            return None
        return DecidedException(tuple(self.indicators), self.decision, self.rules, self.fields[0].text.strip() or None)

    @property
    def chosen(self) -> Hashable:
        """The decision, which indicators it is on, and which of the rules it leaves out."""
        return self.decision, tuple(self.indicators), frozenset(self.left_out)

    @property
    def choices(self) -> Sequence[Choice]:
        """Report, hold, and where a decision stands in the file, taking it back."""
        ways = [Decision.REPORT, Decision.HOLD, *([Decision.UNDECIDED] if self.stands else [])]
        chosen = self.decision
        return [Choice(_WAYS[way][0], way is chosen, partial(self.choose, way), _WAYS[way][1]) for way in ways]

    def choose(self, decision: Decision) -> None:
        """Decide so."""
        self.decision, words = decision, self.fields[0]
        # An indicator's own sentence is something to report; it is no reason to hold anything.
        if self.starts_from and decision is Decision.HOLD and words.text == self.sentence:
            words.text = ""
        elif self.starts_from and decision is Decision.REPORT and not words.text:
            words.text = self.sentence
        words.heading = self._heading

    @property
    def stops(self) -> int:
        """The words, and what may stand under the same where there is anything."""
        return 2 if self.candidates else 1

    @property
    def keys(self) -> str:
        """After the words comes what may stand under the same."""
        return "ticking" if self.field is None else "writing"

    def step(self, by: int) -> None:
        """To another of what may stand under the same."""
        self.candidate = max(0, min(self.candidate + by, len(self.candidates) - 1))

    def tick(self, candidate: Candidate | None = None) -> None:
        """Put one of them under the decision, or take it out; one rule at least stays."""
        each = candidate or self.candidates[self.candidate]
        if not each.is_rule and each.id in self.indicators:
            self.indicators.remove(each.id)
        elif not each.is_rule:
            self.indicators.append(each.id)
        elif each.id in self.left_out:
            self.left_out.remove(each.id)
        elif self.left_out | {each.id} >= set(self.proposal.rules):
            self.said = "A decision is on one exception at least."
        else:
            self.left_out.add(each.id)

    @property
    def which(self) -> str:
        """The rules that are decided on, or that none is."""
        return ", ".join(self.proposal.rules) or "raised"

    @property
    def chosen_besides(self) -> Sequence[tuple[str, str]]:
        """The other indicators it is on, and the rules it leaves out."""
        others = [each for each in self.indicators if each != self.indicator]
        said = ((_TOGETHER, ", ".join(others)), (_LEFT_OUT, ", ".join(sorted(self.left_out))))
        return [each for each in said if each[1]]

    def choose_besides(self, chosen: Mapping[str, str]) -> None:
        """Put the same under it, as far as that can stand there."""
        others, left_out = (set(chosen.get(name, "").split(", ")) for name in (_TOGETHER, _LEFT_OUT))
        for each in self.candidates:
            if self.is_ticked(each) != (each.id not in left_out if each.is_rule else each.id in others):
                self.tick(each)

    def goes_with_it(self) -> Sequence[str]:
        """The words of other decisions of which this one would leave nothing."""
        meant, stands = self.meant, self.stands
        if meant is None:
            return []
        return [
            each.text.strip()
            for each in self.narrative.exceptions
            if each != stands and each.text and bool(each.rules) == bool(meant.rules)
            if set(each.indicators) <= set(meant.indicators) and set(each.rules) <= set(meant.rules)
        ]

    def otherwise(self, before: DecidedException | None, now: DecidedException | None) -> str:
        """What someone else decided on the same meanwhile."""
        if now is None:
            return "they took it back" if before else ""
        if before and before.decision is now.decision and set(before.indicators) == set(now.indicators):
            return ""
        return f"they decided to {now.decision.value} it"

    def _is_saved(self, said: str) -> bool:
        """Words of a decision that was taken back are in no file any more, and are unsaved."""
        super()._is_saved(said)
        words = self.fields[0]
        if self.decision is Decision.UNDECIDED:
            is_kept = not words.text.strip()
            words.began = ""
            self.tell(f"Decision taken back{'' if is_kept else '; its words are not kept'}.")
        return True

    def content(self, read: bytes | None) -> bytes:
        """The file with this decision, in place of the one that stood there; or without that."""
        from dap_tui.writing.narrative_entries import with_decision, without_decision

        if self.meant is None:
            if self.stands is None:
                raise WriteRefused("nothing is decided; ^t chooses to report or to hold")
            return without_decision(read, self.stands)
        return with_decision(read, self.meant, self.stands)
