"""The whole HTML document: nothing in it is loaded from elsewhere, and it is read without a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from dap_tui.export.html.markup import NOTHING, Html, blocks, element, inside, text, words
from dap_tui.export.html.page import Chapter
from dap_tui.look import DARK, LIGHT
from dap_tui.reading.text import visible

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is fetched and no script runs, whatever a browser is told."""

_FEWEST_IN_CONTENTS: Final = 8

ONE_PAGE: Final = "one-page"
"""The kind of content that is printed on one page, and so is set more closely."""


def document(title: str, *body: Html) -> str:
    """The document with its style, a link past the opening, and what is in its body."""
    head = inside(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content="dap"),
        words("title", title),
        inside("style", _style(), _at_the_foot(title)),
    )
    skip = element("a", text("Skip to the content"), href="#content", class_="skip")
    return f"<!doctype html>\n{inside('html', head, inside('body', skip, *body), lang='en-GB')}\n"


def _style() -> Html:
    """The page's style, with the palette that the screens have."""
    sheet = (Path(__file__).parent / "page.css").read_text(encoding="utf-8").strip()
    light, dark = _palette(LIGHT), _palette(DARK)
    return Html(
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{sheet}"
    )


def _at_the_foot(title: str) -> Html:
    """What stands at the foot of each printed page, so that a page by itself says what it is of."""
    said = "".join(each if each == " " or each.isalnum() else f"\\{ord(each):x} " for each in visible(title))
    return Html(f'@media print {{ @page {{ @bottom-left {{ content: "{said}"; font: 8pt sans-serif; }} }} }}')


def _palette(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


def content(*parts: Html, kind: str | None = None) -> Html:
    """What the link past the opening leads to; `kind` is a class, as ONE_PAGE."""
    return inside("main", *parts, id="content", tabindex="-1", class_=kind)


def contents(chapters: Sequence[Chapter]) -> Html:
    """The chapters' names, leading to them; nothing where there are few."""
    if len(chapters) < _FEWEST_IN_CONTENTS:
        return NOTHING
    entries = [element("li", element("a", text(each.heading), href=f"#{each.anchor}")) for each in chapters]
    heading = element("h2", text("Contents"), id="contents")
    return inside("nav", heading, inside("ul", *entries), aria_labelledby="contents", class_="contents")


def drawn(chapters: Sequence[Chapter]) -> Html:
    """The chapters, one below the other."""
    return blocks(*(each.drawn() for each in chapters))
