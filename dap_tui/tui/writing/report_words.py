"""The words of the report: its sections, what boards decided on it, and what there is to write anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dap_tui.finding import Place
from dap_tui.narrative import Resolution, Section
from dap_tui.tui.canvas import QUIET, SOFT
from dap_tui.tui.text import paragraphs
from dap_tui.tui.views.view import View
from dap_tui.tui.widgets.item import Item
from dap_tui.tui.widgets.row import Heading, Line
from dap_tui.tui.widgets.scroller import Blank, Block
from dap_tui.tui.writing.about import named

if TYPE_CHECKING:
    from dap_tui.tui.session import Session
    from dap_tui.tui.writing.form import AnyForm


class ReportWords(View):
    """A list over the view: what is written, to be read and changed, then what can be written besides."""

    name = "words"

    def __init__(self, session: Session, write: Callable[[], None]) -> None:
        """`write` writes what is chosen."""
        super().__init__(session)
        self._write = write

    def make(self, width: int) -> Sequence[Block]:
        """Sections in the order they are written in, resolutions, and what a new one can be of."""
        session, text, end = self.session, self.session.glyphs.text, width - 2
        sections, resolutions = session.assessment.sections, session.assessment.resolutions
        top = 1 if width >= 100 else 0
        period = text(session.period.shown)
        blocks: list[Block] = [Heading("Sections of the report", 2, end, period, above=top)]
        for at, section in enumerate(sections):
            blocks += [Blank()] if at else []
            blocks += self._entry(("section", at), section.heading or "", named(session, section), section.text, end)
        if not sections:
            blocks.append(Line("none written", 2, end))
        blocks.append(Heading("What boards decided on it", 2, end, "" if resolutions else "nothing written"))
        for at, each in enumerate(resolutions):
            day = f"{each.date.day} {each.date:%B %Y}" if each.date else ""
            blocks += [Blank()] if at else []
            blocks += self._entry(("resolution", at), each.board or "A board", day, each.text, end)
        blocks.append(Heading("Write a new one", 2, end))
        for key, words in self._new():
            blocks.append(Item(key, " ", QUIET, text(words), end, ink=SOFT))
        return blocks

    def _entry(self, key: Hashable, title: str, aside: str, words: str | None, end: int) -> list[Block]:
        """What it is called and of, and all that it says."""
        text = self.session.glyphs.text
        says = [Line(text(each), 4, end, SOFT) for each in paragraphs(words or "")]
        return [Item(key, "·", QUIET, text(title or aside), end, text(aside) if title else ""), *says]

    def _new(self) -> list[tuple[Hashable, str]]:
        catalogue = self.session.assessment.catalogue
        of_sources = [(("new", f"source:{each.id}"), f"A section of {each.heading}") for each in catalogue.sources]
        of_priorities = [
            (("new", f"priority:{each.id}"), f"A section of the priority: {each.title}")
            for each in catalogue.priorities
        ]
        whole, resolution = ("new", ""), ("new", "resolution")
        return [
            (whole, "A section of the whole report"), *of_sources, *of_priorities,
            (resolution, "What a board decided on the report"),
        ]  # fmt: skip

    def choose_of(self, group: str) -> None:
        """Choose the first section of a source or priority (`source:idas`); where it has none, to write one."""
        kind, _, of = group.partition(":")
        for at, each in enumerate(self.session.assessment.sections):
            if of and of == (each.source if kind == "source" else each.priority if kind == "priority" else None):
                self.choose(("section", at))
                return
        known = {key for key, _ in self._new()}
        if ("new", group) in known and group:
            self.choose(("new", group))

    @property
    def _entry_chosen(self) -> Section | Resolution | None:
        """The section or resolution that is chosen; one that says nothing yet, where it is to be a new one."""
        assessment = self.session.assessment
        match self.scroller.cursor:
            case ("section", int(at)) if at < len(assessment.sections):
                return assessment.sections[at]
            case ("resolution", int(at)) if at < len(assessment.resolutions):
                return assessment.resolutions[at]
            case ("new", "resolution"):
                return Resolution("")
            case ("new", str(group)):
                kind, _, of = group.partition(":")
                return Section(source=of if kind == "source" else None, priority=of if kind == "priority" else None)
        return None

    @property
    def chosen_form(self) -> Callable[[], AnyForm] | None:
        """What makes the form for what is chosen."""
        from dap_tui.tui.writing.resolution_form import ResolutionForm
        from dap_tui.tui.writing.section_form import SectionForm

        match self._entry_chosen:
            case Section() as section:
                return partial(SectionForm, self.session, section)
            case Resolution() as resolution:
                return partial(ResolutionForm, self.session, resolution)
        return None

    @property
    def place(self) -> Place | None:
        """Where it stands in the file."""
        entry = self._entry_chosen
        return None if entry is None else entry.place

    def opens(self, key: Hashable) -> None:  # noqa: ARG002 # it is the one that is chosen
        """Write it."""
        self._write()
