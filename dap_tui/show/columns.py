"""Which columns the tables of a page have room for, and how wide each is: the same in every table of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dap_tui.show.terminal import Line, Span, Terminal, balanced, cells, pad


@dataclass(frozen=True)
class Column:
    """A column: its head, and a cell for each row of the page.

    `gives_way` says in which order columns are left out where there is no room, the lowest first; None is
    never left out. `name` is what it is called when it is out of sight. `inset` is how far the head of a
    column set right stands from its end, where something less than a figure stands there.
    """

    head: str
    body: Sequence[Span]
    right: bool = False
    gives_way: int | None = None
    is_bold: bool = False
    name: str = ""
    inset: int = 0

    @cached_property
    def width(self) -> int:
        """As wide as its widest cell."""
        return max([cells(self.head) + self.inset, *(cells(text) for text, _ in self.body)])


@dataclass(frozen=True, slots=True)
class Titles:
    """The column that wraps and takes the room that is left; `least` is the narrowest it may be."""

    head: str
    body: Sequence[str]
    least: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that fit, on either side of the titles, and the names of those that do not."""

    left: tuple[Column, ...]
    titles: Titles
    right: tuple[Column, ...]
    width: int
    gap: str
    out: tuple[str, ...]

    @classmethod
    def fitted(cls, left: Sequence[Column], titles: Titles, right: Sequence[Column], terminal: Terminal) -> Layout:
        """The layout in the terminal's width: columns give way until the titles have their room."""
        gap = 2 if terminal.width >= 100 else 1
        before, after, out = list(left), list(right), []

        def room() -> int:
            return terminal.width - sum(column.width + gap for column in (*before, *after))

        while room() < titles.least:
            willing = [column for column in (*before, *after) if column.gives_way is not None]
            if not willing:
                break
            column = min(willing, key=lambda each: each.gives_way or 0)
            (before if column in before else after).remove(column)
            out.append(column.name or column.head)
        widest = max([cells(titles.head), *(cells(title) for title in titles.body)])
        width = max(8, min(room(), widest))
        return cls(tuple(before), titles, tuple(after), width, " " * gap, tuple(out))

    def table(self, start: int, stop: int) -> Iterator[Line]:
        """The heads, then the rows from `start` to `stop`, each title on as many lines as it takes."""
        yield self._line(
            [self._head(column, start, stop) for column in self.left],
            (pad(self.titles.head, self.width), "quiet"),
            [self._head(column, start, stop) for column in self.right],
        )
        indent = sum(column.width + len(self.gap) for column in self.left)
        for at in range(start, stop):
            first, *rest = balanced(self.titles.body[at], self.width)
            yield self._line(
                [_cell(column, at) for column in self.left],
                (pad(first, self.width), ""),
                [_cell(column, at) for column in self.right],
            )
            for more in rest:
                yield [(" " * indent, ""), (more, "")]

    def _line(self, left: Sequence[Span], title: Span, right: Sequence[Span]) -> Line:
        line: Line = []
        for span in (*left, title, *right):
            line += [(self.gap, "")] if line else []
            line.append(span)
        return line

    def _head(self, column: Column, start: int, stop: int) -> Span:
        """A column's head, above rows that have something in it."""
        is_empty = not any(text.strip() for text, _ in column.body[start:stop])
        text = "" if is_empty else column.head + " " * column.inset
        return pad(text, column.width, right=column.right), "bold" if column.is_bold else "quiet"


def _cell(column: Column, at: int) -> Span:
    text, style = column.body[at]
    return pad(text, column.width, right=column.right), f"{style} bold".strip() if column.is_bold else style
