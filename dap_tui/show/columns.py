"""Which columns the tables of a page have room for, and how wide each is: the same in every table of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dap_tui.show.terminal import Line, Span, Terminal, balanced, cells, pad


@dataclass(frozen=True)
class Column:
    """A column: its head, and a cell for each row of the page.

    `gives_way` says in which order columns are left out where there is no room, the lowest first; None is
    never left out. `name` is what it is called when it is out of sight. `inset` is how far the head of a
    column set right stands from its end, where something less than a figure stands there. `marks` are shapes of
    one cell before the cells, drawn in their own way.
    """

    head: str
    body: Sequence[Span]
    right: bool = False
    gives_way: int | None = None
    is_bold: bool = False
    name: str = ""
    inset: int = 0
    marks: Sequence[Span] = ()

    @cached_property
    def width(self) -> int:
        """As wide as its widest cell."""
        mark = 1 if self.marks else 0
        return max([cells(self.head) + self.inset, *(cells(text) + mark for text, _ in self.body)])

    def said_by(self, terminal: Terminal) -> Column:
        """The column in the letters that the terminal has, which can be more of them."""
        return replace(self, body=[(terminal.safe(text), style) for text, style in self.body])


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
        before = [column.said_by(terminal) for column in left]
        after = [column.said_by(terminal) for column in right]
        titles = replace(titles, body=[terminal.safe(title) for title in titles.body])
        out: list[str] = []

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
        width = min(room(), widest) if room() >= titles.least else max(8, room())
        return cls(tuple(before), titles, tuple(after), width, " " * gap, tuple(out))

    def table(self, start: int, stop: int) -> Iterator[Line]:
        """The heads, then the rows from `start` to `stop`, each title on as many lines as it takes."""
        yield self._line(
            [self._head(column, start, stop) for column in self.left],
            [(pad(self.titles.head, self.width), "quiet")],
            [self._head(column, start, stop) for column in self.right],
        )
        indent = sum(column.width + len(self.gap) for column in self.left)
        for at in range(start, stop):
            first, *rest = balanced(self.titles.body[at], self.width)
            yield self._line(
                [_cell(column, at) for column in self.left],
                [(pad(first, self.width), "")],
                [_cell(column, at) for column in self.right],
            )
            for more in rest:
                yield [(" " * indent, ""), (more, "")]

    def _line(self, left: Sequence[Line], title: Line, right: Sequence[Line]) -> Line:
        line: Line = []
        for spans in (*left, title, *right):
            line += [(self.gap, "")] if line else []
            line += spans
        return line

    def _head(self, column: Column, start: int, stop: int) -> Line:
        """A column's head, above rows that have something in it."""
        is_empty = not any(text.strip() for text, _ in column.body[start:stop])
        text = "" if is_empty else column.head + " " * column.inset
        return [(pad(text, column.width, right=column.right), "bold" if column.is_bold else "quiet")]


def _cell(column: Column, at: int) -> Line:
    text, style = column.body[at]
    marks = [column.marks[at]] if column.marks else []
    body = pad(text, column.width - len(marks), right=column.right)
    return [*marks, (body, f"{style} bold".strip() if column.is_bold else style)]


def out_of_sight(names: Sequence[str]) -> str:
    """What was left out for want of room, counted and named."""
    number = "1 column is" if len(names) == 1 else f"{len(names)} columns are"
    return f"{number} out of sight at this width: {', '.join(names)}"
