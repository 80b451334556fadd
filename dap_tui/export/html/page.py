"""What every part of a page needs: the assessment, what was asked for, and names that no two anchors share."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from dap_tui.assess.assessment import Assessment
from dap_tui.export.html.markup import Html, blocks, element, inside, text
from dap_tui.export.options import Options

_NOT_IN_A_NAME = re.compile("[^a-z0-9]+")


@dataclass(frozen=True)
class Page:
    """One HTML document as it is being written."""

    assessment: Assessment
    options: Options
    _names: Counter[str] = field(default_factory=Counter)

    def anchor(self, *parts: str) -> str:
        """An id made of words, the same for the same report, and with a number where it was given before.

        Indicators bear ids, so that one more of them leaves the others' anchors alone.
        """
        name = _NOT_IN_A_NAME.sub("-", "-".join(parts).lower()).strip("-") or "part"
        self._names[name] += 1
        # A doubled hyphen stands in no other anchor.
        return name if self._names[name] == 1 else f"{name}--{self._names[name]}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its heading, the anchor that the contents lead to, and its blocks."""

    heading: str
    anchor: str
    body: tuple[Html, ...]

    def drawn(self) -> Html:
        """The chapter as a section; its heading is what people who listen find it by."""
        heading = element("h2", text(self.heading), id=self.anchor)
        return inside("section", heading, blocks(*self.body))


def chapter(page: Page, heading: str, *body: Html) -> Chapter:
    """A chapter with an anchor of its own."""
    return Chapter(heading, page.anchor(heading), body)
