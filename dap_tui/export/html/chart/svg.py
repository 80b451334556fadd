"""What every chart is drawn with: an SVG element, lines, texts and shapes at places."""

from __future__ import annotations

from collections.abc import Iterable

from dap_tui.export.html.markup import Html, element, inside, text


def place(number: float) -> str:
    """A place in a drawing, to a tenth: the same on every machine."""
    return f"{round(number, 1):g}"


def picture(
    width: float, height: float, parts: Iterable[Html], *, names: tuple[str, str], said: tuple[str, str]
) -> Html:
    """A drawing that stands for something: its title and description are read out in its place.

    `names` are the anchors of title and description, `said` their words.
    """
    title = element("title", text(said[0]), id=names[0])
    described = element("desc", text(said[1]), id=names[1])
    return inside(
        "svg", title, described, *parts,
        viewBox=f"0 0 {place(width)} {place(height)}", role="img", aria_labelledby=names[0], aria_describedby=names[1],
        class_="chart",
    )  # fmt: skip


def small(width: float, height: float, parts: Iterable[Html], class_: str, label: str | None = None) -> Html:
    """A drawing in a cell: with a label a picture, without one only for the eye, its words being beside it."""
    title = [element("title", text(label))] if label else []
    return element(
        "svg", *title, *parts,
        viewBox=f"0 0 {place(width)} {place(height)}", class_=class_,
        role="img" if label else None, aria_hidden=None if label else "true", focusable=None if label else "false",
    )  # fmt: skip


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Html:
    """A straight line."""
    return element("line", x1=place(x1), y1=place(y1), x2=place(x2), y2=place(y2), class_=class_)


def path(points: Iterable[tuple[float, float]], class_: str) -> Html:
    """A line through points."""
    return element("polyline", points=" ".join(f"{place(x)},{place(y)}" for x, y in points), class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str) -> Html:
    """A filled rectangle."""
    return element(
        "rect", x=place(x), y=place(y), width=place(max(width, 0)), height=place(max(height, 0)), class_=class_
    )


def dot(x: float, y: float, radius: float, class_: str) -> Html:
    """A round point."""
    return element("circle", cx=place(x), cy=place(y), r=place(radius), class_=class_)


def diamond(x: float, y: float, radius: float, class_: str) -> Html:
    """A point that stands on its corner."""
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return element("polygon", points=" ".join(f"{place(a)},{place(b)}" for a, b in corners), class_=class_)


def label(x: float, y: float, said: str, class_: str, anchor: str = "start") -> Html:
    """Words at a place."""
    return element("text", text(said), x=place(x), y=place(y), class_=class_, text_anchor=anchor)
