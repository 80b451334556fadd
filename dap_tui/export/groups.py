"""The parts a report falls into: by source, in the catalogue's order; or by priority, tag or level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dap_tui.assess.assessment import Assessment
from dap_tui.assess.position import Position
from dap_tui.export.options import By
from dap_tui.narrative import Section


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report: its heading, what the strategy says of it, its indicators, and people's prose.

    `name` is what stands for it where there is no room, in the summary.
    """

    heading: str
    name: str
    positions: tuple[Position, ...]
    text: str | None = None
    aims: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


def parts_of(assessment: Assessment, by: By) -> tuple[Part, ...]:
    """The report's parts; those with neither an indicator nor a word are left out.

    An indicator that serves two priorities, or bears two tags or levels, is in both parts; one that has none
    stands in a last part of its own.
    """
    if by is By.SOURCE:
        return _by_source(assessment)
    if by is By.PRIORITY:
        return _by_priority(assessment)
    if by is By.TAG:
        return _by_label(assessment, [each.indicator.tags for each in assessment.positions], "No tag")
    levels = [tuple(f"Level {level}" for level in each.indicator.level) for each in assessment.positions]
    parts = _by_label(assessment, levels, "No level")
    return tuple(sorted(parts, key=lambda part: (not part.heading.startswith("Level"), part.heading)))


def _by_source(assessment: Assessment) -> tuple[Part, ...]:
    parts: list[Part] = []
    for source in assessment.catalogue.sources:
        positions = assessment.of_source(source.id)
        sections = tuple(each for each in assessment.sections if each.source == source.id)
        if positions or sections:
            heading = f"{len(parts) + 1}. {source.heading}"
            parts.append(Part(heading, f"{len(parts) + 1}. {source.name}", positions, sections=sections))
    return tuple(parts)


def _by_priority(assessment: Assessment) -> tuple[Part, ...]:
    parts: list[Part] = []
    for priority in assessment.catalogue.priorities:
        positions = assessment.of_priority(priority.id)
        sections = tuple(each for each in assessment.sections if each.priority == priority.id)
        if positions or sections:
            heading = f"{len(parts) + 1}. {priority.title}"
            parts.append(Part(heading, heading, positions, priority.text, priority.aims, sections))
    rest = tuple(each for each in assessment.positions if not each.indicator.priorities)
    return (*parts, Part("No priority", "No priority", rest)) if rest else tuple(parts)


def _by_label(assessment: Assessment, labels: Sequence[tuple[str, ...]], none: str) -> tuple[Part, ...]:
    found: dict[str, list[Position]] = {label: [] for each in labels for label in each}
    for position, own in zip(assessment.positions, labels, strict=True):
        for label in own or (none,):
            found.setdefault(label, []).append(position)
    return tuple(Part(label, label, tuple(positions)) for label, positions in found.items())


class PartTable(NamedTuple):
    """A table of a part: its heading, where it has one, its indicators, and the prose under the same heading."""

    heading: str | None
    positions: tuple[Position, ...]
    sections: tuple[Section, ...]


def tables_of(part: Part, by: By) -> tuple[list[PartTable], list[Section]]:
    """A part's tables, one a section where parts are sources; and the prose that belongs to none of them."""
    found = by_section(part.positions) if by is By.SOURCE else [(None, list(part.positions))]
    tables = [
        PartTable(
            heading, tuple(positions), tuple(each for each in part.sections if heading and each.heading == heading)
        )
        for heading, positions in found
    ]
    taken = {table.heading for table in tables if table.heading}
    return tables, [each for each in part.sections if each.heading not in taken]


def by_section(positions: Iterable[Position]) -> list[tuple[str | None, list[Position]]]:
    """Positions under the headings inside their source, in the order in which those first stand."""
    found: dict[str | None, list[Position]] = {}
    for position in positions:
        found.setdefault(position.indicator.section, []).append(position)
    return list(found.items())


def sections_elsewhere(assessment: Assessment, by: By) -> list[tuple[str, list[Section]]]:
    """People's prose on sources or priorities that the report's parts have no place for, under their names."""
    catalogue = assessment.catalogue
    found: list[tuple[str, str | None, str | None]] = []
    if by is not By.SOURCE:
        found += [(source.heading, source.id, None) for source in catalogue.sources]
    if by is not By.PRIORITY:
        found += [(priority.title, None, priority.id) for priority in catalogue.priorities]
    listed = [
        (heading, [each for each in assessment.sections if (each.source, each.priority) == (source, priority)])
        for heading, source, priority in found
    ]
    return [(heading, sections) for heading, sections in listed if sections]
