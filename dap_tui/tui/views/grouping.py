"""The tables there are: by source; by priority, and by tag and level where the catalogue has them."""

from __future__ import annotations

from typing import NamedTuple

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position


class Group(NamedTuple):
    """A table: its name in a row of tabs and in a rail, its heading, and its indicators."""

    id: str
    tab: str
    name: str
    heading: str
    positions: tuple[Position, ...]
    text: str | None = None


def by_source(assessment: Assessment) -> list[Group]:
    """A table a source, in the catalogue's order, numbered as the report numbers them."""
    groups = []
    for number, source in enumerate(assessment.catalogue.sources, 1):
        positions = assessment.of_source(source.id)
        groups.append(Group(f"source:{source.id}", source.name, source.name, f"{number}. {source.heading}", positions))
    known = assessment.catalogue.source
    others = tuple(each for each in assessment.positions if each.indicator.source not in known)
    if others:
        groups.append(Group("source:", "Other", "Other", "Sources that the catalogue does not have", others))
    return groups


def by_priority(assessment: Assessment) -> list[Group]:
    """A table a priority, then a tag, then a level; and one of what no priority claims."""
    catalogue = assessment.catalogue
    groups = [
        Group(f"priority:{each.id}", f"{number}", f"{number}. {each.title}", f"{number}. {each.title}",
              assessment.of_priority(each.id), each.text)
        for number, each in enumerate(catalogue.priorities, 1)
    ]  # fmt: skip
    claimed = {each.id for each in catalogue.priorities}
    rest = tuple(each for each in assessment.positions if not claimed.intersection(each.indicator.priorities))
    if groups and rest:
        groups.append(Group("priority:", "none", "No priority", "Claimed by no priority", rest))
    for tag in dict.fromkeys(tag for each in assessment.positions for tag in each.indicator.tags):
        tagged = tuple(each for each in assessment.positions if tag in each.indicator.tags)
        groups.append(Group(f"tag:{tag}", tag, tag, f"Tagged {tag}", tagged))
    for level in sorted({level for each in assessment.positions for level in each.indicator.level}):
        at_level = tuple(each for each in assessment.positions if level in each.indicator.level)
        groups.append(Group(f"level:{level}", f"level {level}", f"Level {level}", f"Risk level {level}", at_level))
    return groups or [Group("priority:", "none", "No priority", "Claimed by no priority", rest)]
