"""What each finding means: `dap explain`, and the README's list of rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby
from textwrap import fill
from typing import Final

from dap_tui.check.output.safe import shown
from dap_tui.errors import NotKnown
from dap_tui.reading.nearest import Nearest
from dap_tui.reading.text import with_code_points
from dap_tui.rules import Rule
from dap_tui.rules.base import laid_over
from dap_tui.rules.registry import rules
from dap_tui.sentence import capital

FAMILIES: Final = {
    "CAT": "the catalogue",
    "RET": "returns as files and rows",
    "VAL": "values",
    "SUM": "figures that do not agree",
    "DUE": "completeness and timeliness",
    "NAR": "narrative",
    "REV": "differs from what was published",
}
_WIDEST: Final = 100
_NARROWEST: Final = 40
_MOST_LINES: Final = 14
_HANG: Final = " " * 17
_UTF_16: Final = "\udcff\udcfe"
"""The byte-order mark of UTF-16, as examples have bytes that are not UTF-8."""


def explain(code: str | None = None, width: int = _WIDEST) -> str:
    """What a code means, why it matters and how to mend it, with an example; without a code, the list.

    Lines are at most `width` long, but for those of an example. Raises NotKnown, with the nearest code there is.
    """
    width = max(min(width, _WIDEST), _NARROWEST)
    if code is None:
        return _list(width)
    rule = rules().get(code.strip().upper())
    if rule is None:
        hint = Nearest(rules()).hint(code.strip().upper()) or "'dap explain' lists them all"
        raise NotKnown(f"there is no finding '{shown(code)}'; {hint}")
    return _explained(rule, width)


def rules_table() -> str:
    """All rules as a Markdown table, for the README."""
    rows = [f"| {rule.code} | {rule.level} | {_in_markdown(capital(rule.finds))}. |" for rule in rules().values()]
    return "\n".join(["| code | level | what it finds |", "| --- | --- | --- |", *rows]) + "\n"


def _list(width: int) -> str:
    parts = []
    for family, own in groupby(sorted(rules().values(), key=_by_family), key=lambda rule: rule.code[:3]):
        lines = [f"{rule.code}  {rule.level:7}  {_hung(rule.finds, width)}" for rule in own]
        parts.append("\n".join([f"{family}: {FAMILIES[family]}", *lines]))
    return "\n\n".join(parts) + "\n"


def _hung(text: str, width: int) -> str:
    """Text that goes on, where it is long, under its own beginning."""
    return fill(text, width, initial_indent=_HANG, subsequent_indent=_HANG).lstrip()


def _by_family(rule: Rule) -> tuple[int, str]:
    return list(FAMILIES).index(rule.code[:3]), rule.code


def _explained(rule: Rule, width: int) -> str:
    example, mended = laid_over(rule.example), laid_over(rule.mended)
    parts = [f"{rule.code}, {rule.level}", fill(f"{capital(rule.finds)}.", width)]
    parts += [f"Why it matters\n{_indented(rule.why, width)}", f"How to mend it\n{_indented(rule.mend, width)}"]
    names = sorted({*example, *mended}, key=lambda name: (name not in example, name))
    differing = [name for name in names if example.get(name) != mended.get(name)]
    if rule.given:
        parts.append(f"Given\n{_indented(rule.given, width)}")
    is_moved = bool({*example} - {*mended}) and bool({*mended} - {*example})
    for name in differing:
        before, after = _differing(example.get(name), mended.get(name))
        as_what = ", as UTF-16" if (example.get(name) or "").startswith(_UTF_16) else ""
        if name in example or not is_moved:
            parts.append(f"Example, in {shown(name)}{as_what}\n{before}")
        if name in mended or not is_moved:
            parts.append(f"Mended{'' if name in example else f', in {shown(name)}'}\n{after}")
    return "\n\n".join(parts) + "\n"


def _differing(example: str | None, mended: str | None) -> tuple[str, str]:
    """The lines in which two files differ, with those around them, as they stand in each."""
    one, other = _lines(_as_text(example)), _lines(_as_text(mended))
    if one == other and example is not None and mended is not None:  # the same to read, and other bytes
        return _block(one), _block(other)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    before: list[str] = []
    after: list[str] = []
    for number, group in enumerate(matcher.get_grouped_opcodes(2)):
        if number:
            before.append("…")
            after.append("…")
        before += _from_heading(one, group[0][1]) + one[group[0][1] : group[-1][2]]
        after += _from_heading(other, group[0][3]) + other[group[0][3] : group[-1][4]]
    return _block(before if example is not None else None), _block(after if mended is not None else None)


def _from_heading(lines: list[str], start: int) -> list[str]:
    """What tells whose lines follow from `start`: the heading of a TOML file's entry, and the line below it."""
    heading = next((at for at in range(start - 1, -1, -1) if lines[at].startswith("[[")), None)
    if heading is None or any(line.startswith("[[") for line in lines[start : start + 3]):
        return []
    return [*lines[heading : min(heading + 2, start)], *(["…"] if heading + 2 < start else [])]


def _as_text(example: str | None) -> str | None:
    """An example as a person sees it: UTF-16 read, and every other byte that is no UTF-8 as `<E9>`."""
    if example is None:
        return None
    if example.startswith(_UTF_16):
        return example.encode("utf-8", "surrogateescape").decode("utf-16")
    return re.sub("[\udc80-\udcff]", lambda match: f"<{ord(match[0]) & 0xFF:02X}>", example)


def _lines(text: str | None) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def _block(lines: Iterable[str] | None) -> str:
    if lines is None:
        return "    (the file is not there)"
    listed = list(lines)
    while listed and not listed[-1]:
        listed.pop()
    return "\n".join(f"    {line}".rstrip() for line in _cut(listed)) or "    (nothing)"


def _cut(lines: list[str]) -> Iterator[str]:
    for line in lines[:_MOST_LINES]:
        yield with_code_points(shown(line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…"))
    if len(lines) > _MOST_LINES:
        yield f"… and {len(lines) - _MOST_LINES:,} lines more"


def _indented(text: str, width: int) -> str:
    return fill(text, width, initial_indent="    ", subsequent_indent="    ")


def _in_markdown(text: str) -> str:
    for character in "\\|<[*_`":
        text = text.replace(character, f"\\{character}")
    return text
