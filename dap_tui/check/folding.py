"""One cause, one finding: what one slip makes go wrong in many places is said once, and where else it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dap_tui.finding import Finding
from dap_tui.rules.catalogue import UNKNOWN_ID
from dap_tui.rules.coverage import NO_INDICATORS, UNMEASURED
from dap_tui.rules.narrative import UNKNOWN_ID as UNKNOWN_IN_NARRATIVE
from dap_tui.rules.returns import NO_SOURCE, UNKNOWN_INDICATOR
from dap_tui.sentence import listed

_IN_A_FILE: Final = frozenset({UNKNOWN_ID.code, UNKNOWN_IN_NARRATIVE.code})
"""An id that a file names again and again, and that no entry has."""

_WITHOUT_INDICATORS: Final = frozenset(
    {UNKNOWN_INDICATOR.code, NO_SOURCE.code, UNKNOWN_IN_NARRATIVE.code, UNMEASURED.code}
)
"""What is said of every row, file, word and priority where there is no indicator."""

_NAMED: Final = 4
"""How many of the other places are named."""


def folded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of those that have one cause the first alone; it says how many there are and where.

    One cause have files of one name that is no source's, and places of one file that name one id. Where the
    catalogue has no indicator, what follows of that is left out.
    """
    findings = list(findings)
    if any(each.code == NO_INDICATORS.code for each in findings):
        findings = [each for each in findings if each.code not in _WITHOUT_INDICATORS]
    groups: defaultdict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[_cause(finding)].append(finding)
    for group in groups.values():
        if len(group) == 1 or group[0].code not in {*_IN_A_FILE, NO_SOURCE.code}:
            yield from group
        else:
            first, *others = sorted(group, key=lambda each: each.place)
            where = f", here and in {_lines(others)}" if first.code in _IN_A_FILE else f"; {_files(others)}"
            yield first._replace(message=f"{first.message}{where}")


def _cause(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.message, "" if finding.code == NO_SOURCE.code else finding.place.file


def _lines(others: Sequence[Finding]) -> str:
    lines = list(dict.fromkeys(f"{each.place.line}" for each in others))
    return f"line {lines[0]}" if len(lines) == 1 else f"lines {listed(lines, _NAMED)}"


def _files(others: Sequence[Finding]) -> str:
    last = others[-1].place.file.split("/")[1]
    return f"so is 1 more, in {last}" if len(others) == 1 else f"so are {len(others):,} more, up to {last}"
