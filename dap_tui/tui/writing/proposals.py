"""The proposals of an indicator: what is decided on its exceptions together, or may be. No terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dap_tui.catalogue import ExceptionRule
from dap_tui.export.wording import joined
from dap_tui.narrative import DecidedException, Decision
from dap_tui.tui.text import paragraphs

if TYPE_CHECKING:
    from dap_tui.assess.position import Position

_IN_THE_SENTENCE = {ExceptionRule.WORSENING, ExceptionRule.OFF_TARGET, ExceptionRule.RAISED}


class Proposal(NamedTuple):
    """The rules that are decided on together, none for what people raised; `stands` is what was decided, if anything.

    `is_all` says whether these are all the rules that hold for the indicator, and none is decided on apart.
    """

    rules: tuple[str, ...]
    stands: DecidedException | None = None
    is_all: bool = True

    @property
    def is_raised(self) -> bool:
        """Whether people raised it."""
        return not self.rules

    @property
    def words(self) -> str:
        """What it is called."""
        return ", ".join(ExceptionRule(each).words for each in self.rules or ("raised",))

    @property
    def paragraphs(self) -> list[str]:
        """What was said of it."""
        return paragraphs((self.stands.text if self.stands else None) or "")

    @property
    def decision(self) -> Decision:
        """What was decided on it."""
        return self.stands.decision if self.stands else Decision.UNDECIDED


def proposals_of(position: Position) -> list[Proposal]:
    """What can be decided on an indicator.

    Those of its rules that nobody has decided on, then those of each decision. What people raised, which is one
    exception of an indicator, comes last.
    """
    own = [each for each in position.narrative.exceptions if position.indicator.id in each.indicators]
    raised = [Proposal((), each) for each in own if not each.rules][:1]
    rules = left = rules_of(position)
    parts: list[Proposal] = []
    for each in own:
        answered = tuple(rule for rule in left if rule in each.rules)
        if answered:
            parts.append(Proposal(answered, each, is_all=len(answered) == len(rules)))
            left = [rule for rule in left if rule not in answered]
    undecided = [Proposal(tuple(left), is_all=not parts)] if left else []
    return [*undecided, *parts, *raised]


def rules_of(position: Position) -> list[str]:
    """The rules that hold for an indicator."""
    return [each.rule.value for each in position.exceptions if each.rule is not ExceptionRule.RAISED]


def words_to_start_from(position: Position, proposal: Proposal | None = None) -> str:
    """How an indicator stands, and why it is an exception where its sentence does not say so.

    Of a `proposal` that is decided on apart only its own reasons are given; of what people raise, none.
    """
    raised = [each for each in position.exceptions if each.rule not in _IN_THE_SENTENCE]
    if proposal is not None and (proposal.is_raised or not proposal.is_all):
        raised = [each for each in raised if each.rule.value in proposal.rules]
    return joined([position.sentence, *(each.message for each in raised)])
