"""A TOML file that people write by hand, with some of its entries edited: all they wrote besides stays.

The one place that loads tomlkit, which edits a TOML text in place, and takes long to load.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dap_tui.errors import WriteRefused
from dap_tui.reading.text import CONTROL_IN_PROSE
from dap_tui.reading.toml_text import NotToml, load_toml
from dap_tui.writing.toml_pieces import Piece, pieces_of

Value = str | list[str] | date
"""What a setting can be given."""
Values = Mapping[str, Value | None]
"""An entry's settings; None takes one away."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_COMMENT = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'#])+|(#[^\n]*)""")
_QUOTE_THAT_COULD_END = re.compile('"(?="|\\Z)')


class Draft:
    """A file's text, being edited. `name` is what messages call it.

    Raises WriteRefused where the file is not TOML: it is for a person to mend.
    """

    def __init__(self, content: bytes | None, name: str) -> None:
        self._name = name
        self._mark = _BYTE_ORDER_MARK if (content or b"").startswith(_BYTE_ORDER_MARK) else b""
        text = self._checked(content or b"")
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._pieces = pieces_of(text)

    def entries(self, kind: str) -> Iterator[Piece]:
        """The entries of a kind, in order."""
        return iter([piece for piece in self._pieces if piece.kind == kind])

    def put(self, piece: Piece, values: Values) -> None:
        """Changes settings of an entry; what is so already is not touched, nor any other of its settings.

        The entries of a list keep the order in which they stand. Raises WriteRefused where the entry is written in a
        way that cannot be edited in place.
        """
        values = {key: value for key, value in values.items() if not _says(piece.entry.get(key), value)}
        if not values:
            return
        try:
            body = self._ended(_edited(piece, values))
            said = tomllib.loads(body)[piece.kind or ""][0]
        except ValueError:
            said, body = {}, ""
        others = {*piece.entry, *said}.difference(values)
        if any(said.get(key) != piece.entry.get(key) for key in others) or not all(
            _says(said.get(key), value) for key, value in values.items()
        ):
            raise WriteRefused(
                f"an entry of {self._name} is written in a way that cannot be edited here; edit the file"
            )
        piece.body, piece.entry = body, said

    def add(self, kind: str, values: Values) -> Piece:
        """A new entry, after the last of its kind; at the end where there is none.

        Raises WriteRefused where the kind stands in the file as a setting.
        """
        for piece in self._pieces:
            if piece.kind is None and piece.part_of is None and kind in piece.entry:
                raise WriteRefused(f"{self._name} has '{kind}' as a setting; write it as [[{kind}]] first")
        at = max((self._end_of(number) for number, each in enumerate(self._pieces) if each.kind == kind), default=None)
        rest = ""
        if at is None:
            at = len(self._pieces)
        elif at < len(self._pieces):
            rest = self._pieces[at - 1].give_up_tail() or self._line_end
        if at:
            self._finish_line(self._pieces[at - 1])
        settings = [f"{key} = {_literal(value)}\n" for key, value in values.items() if value is not None]
        gap = "\n" if at and not self._pieces[at - 1].text.endswith(("\n\n", "\n\r\n")) else ""
        body = self._ended(f"{gap}[[{kind}]]\n{''.join(settings)}")
        piece = Piece(body, rest, kind, {key: value for key, value in values.items() if value is not None})
        self._pieces.insert(at, piece)
        return piece

    def take_out(self, piece: Piece) -> None:
        """Takes an entry out; comments stay, those inside it too."""
        number = next(at for at, each in enumerate(self._pieces) if each is piece)
        end = self._end_of(number)
        gone = self._pieces[number:end]
        comments = "".join(f"{line}\n" for each in gone for line in _comments(each.body))
        tail = "".join(each.tail for each in gone)
        if comments or tail.strip():
            self._pieces[number:end] = [Piece(self._ended(comments), tail)]
            return
        del self._pieces[number:end]
        if number and number == len(self._pieces) and not self._pieces[-1].tail.strip():
            self._pieces[-1].tail = ""  # the blank line that parted the two

    @property
    def content(self) -> bytes:
        """The file as it is to be written; raises WriteRefused where that would be no TOML."""
        content = self._mark + "".join(piece.text for piece in self._pieces).encode()
        self._checked(content)
        return content

    def _checked(self, content: bytes) -> str:
        try:
            load_toml(content)
        except NotToml as error:
            place = f"line {error.line}, column {error.column}"
            raise WriteRefused(
                f"{self._name} cannot be written to before it is mended: {place}: {error.message}"
            ) from None
        return content.removeprefix(_BYTE_ORDER_MARK).decode()

    def _end_of(self, number: int) -> int:
        """Where the pieces end that belong to an entry."""
        end = number + 1
        while end < len(self._pieces) and self._pieces[end].part_of == self._pieces[number].kind:
            end += 1
        return end

    def _ended(self, text: str) -> str:
        """A text with the line ends of the file."""
        return text.replace("\r\n", "\n").replace("\n", self._line_end)

    def _finish_line(self, piece: Piece) -> None:
        if piece.text and not piece.text.endswith("\n"):
            piece.tail += self._line_end


def _says(standing: object, wanted: Value | None) -> bool:
    """Whether a setting says what is wanted; an empty text is none, and the order of a list does not matter."""
    if isinstance(standing, list) and isinstance(wanted, list):
        return sorted(map(str, standing)) == sorted(wanted)
    return (standing.strip() if isinstance(standing, str) else standing or "") == (wanted or "")


def _edited(piece: Piece, values: Values) -> str:
    """The body of an entry with some settings changed in place; a comment beside one stays, also where it goes."""
    import tomlkit
    from tomlkit.items import AoT, Array, String

    document = tomlkit.parse(piece.body.replace("\r\n", "\n"))
    entries = document[piece.kind or ""]
    table: Any = entries[0] if isinstance(entries, AoT) else entries
    for key, value in values.items():
        standing = table.get(key)
        if value is None and isinstance(standing, String) and standing.trivia.comment:
            table[key] = ""
        elif value is None:
            table.remove(key)
        elif isinstance(value, list) and isinstance(standing, Array):
            table[key] = _relisted(standing, value)
        else:
            table[key] = tomlkit.value(_literal(value))
    return tomlkit.dumps(document)


def _relisted(array: Any, wanted: list[str]) -> Any:
    """A list with other entries, in the order of those that stay; comments inside it come to stand beside it.

    (tomlkit can put an entry it adds behind a comment, where it is part of it.)
    """
    import tomlkit

    stays = [str(each) for each in array if each in wanted]
    new = tomlkit.value(_literal([*stays, *(each for each in wanted if each not in stays)]))
    comments = [*_COMMENT.findall(array.as_string()), array.trivia.comment]
    if any(comments):
        new.comment(" ".join(each.lstrip("# ").strip() for each in comments if each))
    return new


def _comments(body: str) -> Iterator[str]:
    """The comments among an entry's settings and beside them."""
    import tomlkit
    from tomlkit.container import Container
    from tomlkit.items import AbstractTable, AoT, Whitespace

    def among(container: Container) -> Iterator[str]:
        for _, item in container.body:
            if not isinstance(item, Whitespace) and item.trivia.comment:
                yield item.trivia.comment
            for table in item.body if isinstance(item, AoT) else [item]:
                if isinstance(table, AbstractTable):
                    yield from among(table.value)

    return among(tomlkit.parse(body.replace("\r\n", "\n")))


def _literal(value: Value) -> str:
    """A text as TOML, over several lines where it has several; a list on one line; a day without quotes."""
    if isinstance(value, list):
        return f"[{', '.join(_literal(each) for each in value)}]"
    if isinstance(value, date):
        return value.isoformat()
    escaped = CONTROL_IN_PROSE.sub(lambda match: f"\\u{ord(match[0]):04X}", value.replace("\\", "\\\\"))
    if "\n" not in value:
        return '"' + escaped.replace('"', '\\"').replace("\t", "\\t") + '"'
    return '"""\n' + _QUOTE_THAT_COULD_END.sub('\\\\"', escaped) + '"""'
