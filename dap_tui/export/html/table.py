"""A table with a caption, headings that name their columns and rows, in a frame that scrolls where it must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dap_tui.export.html.markup import NOTHING, Html, element, inside, text
from dap_tui.export.html.page import Page


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its kind (a class that places it), and its name beside a figure on a narrow screen."""

    heading: Html
    kind: str = ""
    narrow: str = ""


FIGURES = "figure"
TITLE = "title"


def figures(heading: str, *, latest: bool = False) -> Column:
    """A column of figures, the latest of which is the one the eye should meet."""
    return Column(text(heading), f"{FIGURES} latest" if latest else FIGURES, heading)


def plain(heading: str, kind: str = "") -> Column:
    """A column of words."""
    return Column(text(heading), kind, heading)


def title(heading: str) -> Column:
    """The column that names the rows."""
    return Column(text(heading), TITLE)


def table(
    page: Page,
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Html]],
    total: Sequence[Html] | None = None,
    *,
    restacks: bool = False,
    class_: str | None = None,
) -> Html:
    """Rows under their columns; `total` is the last row.

    One that `restacks` becomes a block a row where there is no room; the roles say that it is still a table.
    The others scroll sideways in a frame of their own, which takes the keyboard's focus and has the caption's name.
    """
    name = page.anchor("table", caption)
    head = element("tr", *(_heading(each, restacks=restacks) for each in columns), role=_role("row", restacks))
    body = [_row(columns, cells, restacks=restacks) for cells in rows]
    foot = _row(columns, total, restacks=restacks, class_="total") if total else NOTHING
    drawn = inside(
        "table",
        element("caption", text(caption), id=name),
        inside("thead", head, role=_role("rowgroup", restacks)),
        inside("tbody", *body, foot, role=_role("rowgroup", restacks)),
        role=_role("table", restacks),
        class_="restacks" if restacks else class_,
    )
    return inside("div", drawn, class_="frame", role="group", aria_labelledby=name, tabindex="0")


def _heading(column: Column, *, restacks: bool) -> Html:
    role = _role("columnheader", restacks)
    return element("th", column.heading, scope="col", class_=column.kind or None, role=role)


def _row(columns: Sequence[Column], cells: Sequence[Html], *, restacks: bool, class_: str | None = None) -> Html:
    drawn = (_cell(column, cell, restacks=restacks) for column, cell in zip(columns, cells, strict=True))
    return element("tr", *drawn, class_=class_, role=_role("row", restacks))


def _cell(column: Column, cell: Html, *, restacks: bool) -> Html:
    narrow = column.narrow if restacks and column.narrow else None
    if TITLE in column.kind.split():
        return element("th", cell, scope="row", class_=column.kind, role=_role("rowheader", restacks))
    return element("td", cell, class_=column.kind or None, data_narrow=narrow, role=_role("cell", restacks))


def _role(role: str, restacks: bool) -> str | None:  # whether the role has to be said
    return role if restacks else None
