"""JSON as text: exact decimals, stable bytes, and no character that a terminal would obey."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from dap_tui.reading.text import CONTROL

Json: TypeAlias = Mapping[str, "Json"] | Sequence["Json"] | Decimal | str | int | bool | None
"""What can be written: as JSON has it, with Decimal for the figures."""

_INDENT = "  "


def json_text(value: Json) -> str:
    r"""`value` as JSON, two spaces a level, in the order it has; ends with a line end.

    Lists of nothing but words and numbers stand on one line.

    >>> print(json_text({"value": Decimal("30"), "tags": ["Protect", "Pursue"]}), end="")
    {
      "value": 30.0,
      "tags": ["Protect", "Pursue"]
    }
    """
    return "".join(_written(value, "")) + "\n"


def number_text(number: Decimal) -> str:
    """A figure as a JSON number: exact, always with a point, without noughts that say nothing.

    >>> number_text(Decimal("36.40")), number_text(Decimal("1E+3")), number_text(Decimal("-0"))
    ('36.4', '1000.0', '0.0')
    """
    text = f"{number:f}" if number else "0"
    whole, _, part = text.partition(".")
    return f"{whole}.{part.rstrip('0') or '0'}"


def _written(value: Json, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        items: list[tuple[str, Json]] = [(f"{_string(key)}: ", item) for key, item in value.items()]
        yield from _lines("{", "}", items, indent)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if all(item is None or isinstance(item, str | int | Decimal) for item in value):
            yield f"[{', '.join(_scalar(item) for item in value)}]"
        else:
            yield from _lines("[", "]", [("", item) for item in value], indent)
    else:
        yield _scalar(value)


def _lines(start: str, end: str, items: list[tuple[str, Json]], indent: str) -> Iterator[str]:
    if not items:
        yield start + end
        return
    inner = indent + _INDENT
    yield start
    for at, (key, item) in enumerate(items):
        yield f"{',' if at else ''}\n{inner}{key}"
        yield from _written(item, inner)
    yield f"\n{indent}{end}"


def _scalar(value: Json) -> str:
    if isinstance(value, Decimal):
        return number_text(value)
    return _string(value) if isinstance(value, str) else json.dumps(value)


def _string(text: str) -> str:
    """A string with its letters as they are, and every control character by its code point."""
    return CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
