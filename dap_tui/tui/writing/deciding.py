"""What the keys of deciding do: begin on one of an indicator's proposals, put others under it, go on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from dap_tui.narrative import Decision
from dap_tui.tui.writing.deeds import WritingDeeds
from dap_tui.tui.writing.proposals import Proposal, proposals_of

if TYPE_CHECKING:
    from dap_tui.assess.position import Position
    from dap_tui.tui.views.view import View
    from dap_tui.tui.writing.decision_form import DecisionForm
    from dap_tui.tui.writing.proposals_view import ProposalsView


class DecidingDeeds(WritingDeeds):
    """A method a command, as in all deeds."""

    def make(self, name: str) -> View:
        """Make a view."""
        if name == "proposals":
            from dap_tui.tui.writing.proposals_view import ProposalsView

            return ProposalsView(self.session, self.decide_one)
        return super().make(name)

    @property
    def proposals(self) -> ProposalsView:
        """The proposals of an indicator."""
        return cast("ProposalsView", self.view_named("proposals"))

    @property
    def _decision(self) -> DecisionForm | None:
        from dap_tui.tui.writing.decision_form import DecisionForm

        return self._form if isinstance(self._form, DecisionForm) else None

    def decide(self) -> None:
        """Decide on the chosen indicator's exceptions, of several on one; where it has none, raise one."""
        position = self._chosen_as_it_is
        if position is not None:
            self._choose_proposal(position, proposals_of(position))

    def raise_exception(self) -> None:
        """Raise an exception that no rule found."""
        position = self._chosen_as_it_is
        if position is not None:
            self._choose_proposal(position, [each for each in proposals_of(position) if each.is_raised])

    @property
    def _chosen_as_it_is(self) -> Position | None:
        """The chosen indicator, with the exceptions that a report may have to leave out; None, and it is said."""
        if self.view.chosen is None:
            self.session.message = "Choose an indicator first."
            return None
        indicator, self.session.as_published = self.view.chosen.indicator.id, False
        return self.session.assessment.position.get(indicator)

    def decide_one(self) -> None:
        """Decide on the proposal that is chosen."""
        position, proposal = self.proposals.chosen, self.proposals.proposal
        if position is not None and proposal is not None:
            self._settled(partial(self._begin_decision, position.indicator.id, proposal))

    def _choose_proposal(self, position: Position, proposals: Sequence[Proposal]) -> None:
        """Begin on the only one there is, or a new one; where there are several, have one chosen first."""
        indicator = position.indicator.id
        if len(proposals) > 1:
            self.proposals.show(indicator)
            self.lay("proposals")
        else:
            self._settled(partial(self._begin_decision, indicator, next(iter(proposals), Proposal(()))))

    def _begin_decision(self, indicator: str, proposal: Proposal) -> None:
        from dap_tui.tui.writing.decision_form import DecisionForm

        if not self.session.opened:
            self.view_named("exceptions").choose(indicator)
        self._begin(lambda: DecisionForm(self.session, indicator, proposal))

    def save_and_next(self) -> None:
        """Save, and go on to the next exception that nobody has decided on."""
        form = self._decision
        if form is None or not form.save():
            return
        self.terminal.reread()
        if form.is_unsaved:  # the words of a decision that was taken back
            return
        order = [each.indicator.id for each in self.session.assessment.positions]
        here = order.index(form.indicator) if form.indicator in order else 0
        left = [(each, one) for each in (*order[here:], *order[:here]) for one in self._left(each, form)]
        self.writing.end()
        if self.session.overlay == "proposals":
            self.lift()
        if left:
            self._begin_decision(*left[0])
        else:
            self.session.message = f"Saved. Nothing is undecided in {self.session.period.shown}."

    def _left(self, indicator: str, done: DecisionForm) -> list[Proposal]:
        """The proposals of an indicator with something undecided that is not decided on by what was just saved."""
        position = self.session.assessment.position[indicator]
        open_rules = {each.rule.value for each in position.exceptions if each.decision is Decision.UNDECIDED}
        if indicator in done.indicators:
            open_rules -= set(done.rules)
        left = [(each, tuple(rule for rule in each.rules if rule in open_rules)) for each in proposals_of(position)]
        return [each._replace(rules=rules, is_all=each.is_all and rules == each.rules) for each, rules in left if rules]

    def report_or_hold(self) -> None:
        """Report, hold, and where it was decided before, take it back."""
        self._switch()

    def tick(self) -> None:
        """Put the chosen indicator under the same decision, or take it out."""
        if self._decision is not None:
            self._decision.tick()

    def tick_up(self) -> None:
        """To the indicator above."""
        if self._decision is not None:
            self._decision.step(-1)

    def tick_down(self) -> None:
        """To the indicator below."""
        if self._decision is not None:
            self._decision.step(1)
