"""An HTML page as a tree, read by Python's own parser, for tests of what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br"}


@dataclass
class Element:
    """An element with its attributes; what is inside are elements and texts."""

    name: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of these names in it, in order; of any name where none is given."""
        for each in self.inside:
            if isinstance(each, Element):
                if not names or each.name in names:
                    yield each
                yield from each.all(*names)

    def first(self, name: str) -> Element:
        return next(self.all(name))

    @property
    def text(self) -> str:
        """Its words, with single spaces; a drawing's title is not among them."""
        parts = (each if isinstance(each, str) else each.text for each in self.inside if _is_read(each))
        return " ".join("".join(f"{part} " if part.endswith("\n") else part for part in parts).split())

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())


def _is_read(each: Element | str) -> bool:
    return isinstance(each, str) or each.name not in {"svg", "style"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parsed(page: str) -> Element:
    """The page's root; every element must be closed where it should be."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert [each.name for each in reader.open] == [""]
    return reader.open[0]
