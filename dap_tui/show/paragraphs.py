"""Headings, hairlines, paragraphs and lists of a page in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dap_tui.export.prose import blocks_of
from dap_tui.show.terminal import Line, Span, Terminal, cells, pad, wrapped


def spread(left: Sequence[Span], right: Sequence[Span], terminal: Terminal) -> list[Line]:
    """Something at the left and something at the right of a line, on two lines where one has no room."""
    used = sum(cells(text) for text, _ in (*left, *right))
    if not right:
        return [list(left)]
    if used + 2 > terminal.width:
        return [list(left), list(right)]
    return [[*left, (" " * (terminal.width - used), ""), *right]]


def heading(title: str, terminal: Terminal, right: str = "") -> Iterator[Line]:
    """A blank line, a bold title with something quiet at the right (below it, where it is long), and a hairline."""
    is_long = cells(right) > terminal.width
    yield []
    yield from headline(title, [(right, "quiet")] if right and not is_long else [], terminal)
    if is_long:
        yield from paragraph(right, terminal, "quiet")
    yield rule(terminal)


def headline(title: str, right: Sequence[Span], terminal: Terminal) -> Iterator[Line]:
    """A bold title on as many lines as it takes, with something at the right of the last."""
    *lines, last = wrapped(terminal.safe(title), terminal.width)
    yield from ([(line, "bold")] for line in lines)
    yield from spread([(last, "bold")], right, terminal)


def rule(terminal: Terminal) -> Line:
    """A hairline."""
    return [(("-" if terminal.ascii else "─") * terminal.width, "rule")]


def paragraph(
    text: str, terminal: Terminal, style: str = "", indent: int = 0, first: Sequence[Span] = ()
) -> list[Line]:
    """Text wrapped and indented; `first` stands in the indent of its first line."""
    lines: list[Line] = [
        [(" " * indent, ""), (line, style)] for line in wrapped(terminal.safe(text), max(8, terminal.width - indent))
    ]
    if first:
        used = sum(cells(part) for part, _ in first)
        lines[0] = [*first, (" " * max(0, indent - used), ""), *lines[0][1:]]
    return lines


def notes(found: Iterable[tuple[str, str]], terminal: Terminal) -> Iterator[Line]:
    """The notes under a table, each behind its letter."""
    for letter, text in found:
        yield from paragraph(text, terminal, "quiet", 4, [(f"({letter})", "quiet")])


def prose(text: str, terminal: Terminal, style: str = "", indent: int = 0) -> Iterator[Line]:
    """People's prose: paragraphs with a blank line between, but none between a paragraph and its bullets."""
    for at, block in enumerate(blocks_of(text)):
        if at and not block.is_list:
            yield []
        for each in block.texts:
            if block.is_list:
                first = [(" " * indent, ""), ("- ", style)]
                yield from paragraph(each, terminal, style, indent + 2, first)
            else:
                yield from paragraph(each, terminal, style, indent)


def facts(pairs: Sequence[tuple[str, str]], terminal: Terminal) -> Iterator[Line]:
    """Names at the left, what they are at the right; names without anything to say are left out."""
    kept = [(name, text) for name, text in pairs if text]
    if not kept:
        return
    indent = min(max(cells(name) for name, _ in kept) + 2, terminal.width // 3)
    for name, text in kept:
        labels = wrapped(terminal.safe(name), indent - 1)
        lines = wrapped(terminal.safe(text), terminal.width - indent)
        for at in range(max(len(labels), len(lines))):
            label = labels[at] if at < len(labels) else ""
            yield [(pad(label, indent), "quiet"), (lines[at] if at < len(lines) else "", "")]


def clause(parts: Sequence[Sequence[Span]], terminal: Terminal, between: str = "   ") -> Iterator[Line]:
    """Short pieces side by side, broken between them where the line ends."""
    line: Line = []
    used = 0
    for part in parts:
        width = sum(cells(text) for text, _ in part)
        if line and used + len(between) + width > terminal.width:
            yield line
            line, used = [], 0
        if line:
            line.append((between, ""))
            used += len(between)
        line += part
        used += width
    if line:
        yield line
