"""Findings for people: a headline each and, unless it is to be concise, the line, a marker and a hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from dap_tui.check.output.excerpt import WIDEST, Excerpt, excerpt_of
from dap_tui.check.output.safe import in_ascii, shown
from dap_tui.check.source_lines import Line
from dap_tui.finding import Finding, Level, Place
from dap_tui.sentence import counted

MOST_OF_A_CODE: Final = 20
"""How many findings of one code in one file are shown; a wrong column is one mistake, not a thousand."""

_MARGIN: Final = len("    1234567 | ") + len("……")

LineOf = Callable[[Place], Line | None]
"""The line that a place is in; None where it cannot be shown."""

_COLOURS: Final = {Level.ERROR: "31;1", Level.WARNING: "33;1", Level.NOTE: "36;1"}


def render(
    findings: Sequence[Finding],
    line_of: LineOf | None,
    *,
    colour: bool = False,
    ascii_only: bool = False,
    columns: int = 0,
) -> str:
    """Each finding's headline, with its line where `line_of` gives it, and at last a line that sums up.

    `columns` is how wide the terminal is, where there is one: excerpts are no wider.
    """
    paint = _painted if colour else _plain
    excerpt = partial(excerpt_of, ascii_only=ascii_only, room=columns - _MARGIN if columns else WIDEST)
    blocks: list[str] = []
    for file, own in _by_file(findings):
        seen: Counter[str] = Counter()
        for finding in own:
            seen[finding.code] += 1
            if seen[finding.code] <= MOST_OF_A_CODE:
                block = [_headline(finding, paint)]
                if line_of is not None:
                    block += _details(finding, line_of, paint, excerpt)
                blocks.append("\n".join(block))
        blocks += [
            f"{paint(shown(file), '1')}: {number - MOST_OF_A_CODE:,} more {code} in this file"
            for code, number in seen.items()
            if number > MOST_OF_A_CODE
        ]
    between = "\n" if line_of is None else "\n\n"
    text = between.join([*blocks, summary_of(findings)]) + "\n"
    return in_ascii(text) if ascii_only else text


def summary_of(findings: Iterable[Finding]) -> str:
    """How many of each level there are, in words.

    >>> summary_of([])
    'nothing found'
    """
    count = Counter(finding.level for finding in findings)
    words = [counted(count[level], level) for level in Level if count[level]]
    return f"found {', '.join(words)}" if words else "nothing found"


def _by_file(findings: Sequence[Finding]) -> Iterable[tuple[str, list[Finding]]]:
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        files.setdefault(finding.place.file, []).append(finding)
    return files.items()


def _headline(finding: Finding, paint: Callable[[str, str], str]) -> str:
    place = paint(shown(str(finding.place)), "1")
    return f"{place}: {paint(finding.level, _COLOURS[finding.level])} {finding.code} {shown(finding.message)}"


def _details(
    finding: Finding, line_of: LineOf, paint: Callable[[str, str], str], excerpt_of: Callable[..., Excerpt]
) -> list[str]:
    lines = []
    place = finding.place
    whole_file = place.line == 1 and place.column == 1 and not finding.width
    if not whole_file:
        line = line_of(place)
        if line is not None and line.text:
            is_table = place.file.casefold().endswith((".csv", ".xlsx"))
            excerpt = excerpt_of(line.text, line.column, finding.width, is_table=is_table)
            number = place.cell or str(place.line)
            marker = excerpt.said or " " * excerpt.before + paint("^" * excerpt.marked, _COLOURS[finding.level])
            lines += [f"    {number} | {excerpt.text}".rstrip(), f"    {' ' * len(number)} | {marker}"]
    if finding.hint:
        lines.append(f"    hint: {shown(finding.hint)}")
    return lines


def _plain(text: str, _: str) -> str:
    return text


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"
