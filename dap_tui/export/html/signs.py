"""Status, decisions and figures as a page shows them: a shape, and its word beside it."""

from __future__ import annotations

from dap_tui.export.html.markup import NOTHING, Html, element, joined, shape, text, unseen
from dap_tui.look import DECISION, NO_FIGURE, POLARITY, STATUS, Look
from dap_tui.measure import Polarity, Status
from dap_tui.narrative import Decision


def status(which: Status) -> Html:
    """A status by shape, word and colour; only what asks for attention colours its word."""
    look = STATUS[which]
    return sign(look, look.word)


def decision(which: Decision | None) -> Html:
    """A decision by sign and word; nothing where there is no exception."""
    return sign(DECISION[which], DECISION[which].word, "decision") if which else NOTHING


def sign(look: Look, word: str, kind: str = "status") -> Html:
    """A shape with a word; only what asks for attention colours its word."""
    loud = " loud" if look.colours_word else ""
    return element("span", joined([shape(look.shape), text(word)]), class_=f"{kind} {look.colour}{loud}")


def polarity(which: Polarity) -> Html:
    """What is good, in a word; a dash where neither is, with the words for those who listen."""
    look = POLARITY[which]
    return joined([shape(look.shape), unseen(look.word)], NOTHING) if look.shape else text(look.short)


def no_figure() -> Html:
    """The sign for a gap, where a figure could be."""
    return element("span", shape(NO_FIGURE.shape), unseen(NO_FIGURE.word), class_="gap")


def count(number: int) -> Html:
    """A number of a tally; a nought is quiet."""
    return element("span", text(str(number)), class_="nought") if not number else text(str(number))
