"""HTML that is written, never pasted together: whatever comes from a file goes through `text` or an attribute.

`Html` is a type of its own, so that the type checker refuses a plain string where markup is wanted.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NewType

from dap_tui.export.prose import blocks_of
from dap_tui.reading.text import folded, visible

Html = NewType("Html", str)

NOTHING: Final = Html("")
_SPACE: Final = Html(" ")
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_VOID: Final = frozenset({"meta", "br"})


@lru_cache(maxsize=4096)
def text(words: str) -> Html:
    r"""Text from a file, or words of our own, as a page shows them: never markup, and control characters seen.

    >>> text("<b>5 & 'six'</b>\n\x1b[1m")
    '&lt;b&gt;5 &amp; &#39;six&#39;&lt;/b&gt; \\x1b[1m'
    """
    return Html(visible(folded(words)).translate(_ENTITIES))


def element(name: str, /, *inside: Html, **attributes: str | None) -> Html:
    """An element with what is inside it; an attribute that is None is left out.

    `class_` is written `class`, and an underscore within a name a hyphen.

    >>> element("td", text("<5"), class_="figure", aria_label="less than 5", hidden=None)
    '<td class="figure" aria-label="less than 5">&lt;5</td>'
    """
    opened = name + "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if name in _VOID:
        return Html(f"<{opened}>")
    return Html(f"<{opened}>{''.join(inside)}</{name}>")


@lru_cache(maxsize=8192)
def _attribute(name: str, value: str) -> str:
    """An attribute as it is written; most stand many times in a page."""
    return f' {name.rstrip("_").replace("_", "-")}="{visible(value).translate(_ENTITIES)}"'


def words(name: str, said: str, class_: str | None = None) -> Html:
    """An element that holds nothing but words: `<p class="quiet">…</p>`."""
    return element(name, text(said), class_=class_)


def blocks(*parts: Html) -> Html:
    """Parts one below the other, each on a line of its own, so that a change of one changes few lines."""
    return Html("\n".join(part for part in parts if part))


def inside(name: str, *parts: Html, **attributes: str | None) -> Html:
    """An element around blocks, each on a line of its own."""
    return element(name, Html("\n"), blocks(*parts), Html("\n"), **attributes)


def joined(parts: Iterable[Html], between: Html = _SPACE) -> Html:
    """The parts that are there in a row, a space between them if nothing else is given."""
    return Html(between.join(part for part in parts if part))


def unseen(said: str) -> Html:
    """Words for those who listen to the page, where those who look have a shape or a place."""
    return words("span", said, "unseen")


def shape(sign: str) -> Html:
    """A sign beside which its meaning stands in words, so that it need not be read out."""
    return element("span", text(sign), class_="shape", aria_hidden="true")


def listing(entries: Iterable[Html], class_: str | None = None) -> Html:
    """A list with its entries, a line each; nothing where there are none."""
    found = [element("li", each) for each in entries]
    return inside("ul", *found, class_=class_) if found else NOTHING


def prose(said: str | None) -> list[Html]:
    """Paragraphs and bullets as people write them in a narrative."""
    return [
        listing(text(each) for each in block.texts) if block.is_list else words("p", block.texts[0])
        for block in blocks_of(said)
    ]
