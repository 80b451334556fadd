"""JSON as text: exact decimals, stable bytes, and no character that a terminal would obey."""

from __future__ import annotations

import json
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TypeAlias

from dap_tui.reading.text import CONTROL

Json: TypeAlias = dict[str, "Json"] | list["Json"] | Decimal | str | int | bool | None
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
    pieces: list[str] = []
    _write(value, "", pieces)
    return "".join(pieces) + "\n"


def number_text(number: Decimal) -> str:
    """A figure as a JSON number: exact, always with a point, without noughts that say nothing.

    >>> number_text(Decimal("36.40")), number_text(Decimal("1E+3")), number_text(Decimal("-0"))
    ('36.4', '1000.0', '0.0')
    """
    text = f"{number:f}" if number else "0"
    whole, _, part = text.partition(".")
    return f"{whole}.{part.rstrip('0') or '0'}"


def _write(value: Json, indent: str, pieces: list[str]) -> None:
    if isinstance(value, dict):
        keyed = [(f"{_string(key)}: ", item) for key, item in value.items()]
        _write_lines("{", "}", keyed, indent, pieces)
    elif isinstance(value, list):
        if any(isinstance(item, dict | list) for item in value):
            _write_lines("[", "]", [("", item) for item in value], indent, pieces)
        else:
            pieces.append(f"[{', '.join([_scalar(item) for item in value])}]")
    else:
        pieces.append(_scalar(value))


def _write_lines(start: str, end: str, items: list[tuple[str, Json]], indent: str, pieces: list[str]) -> None:
    pieces.append(start)
    inner = f"\n{indent}{_INDENT}"
    for at, (key, item) in enumerate(items):
        pieces.append(f"{',' if at else ''}{inner}{key}")
        _write(item, indent + _INDENT, pieces)
    pieces.append(f"\n{indent}{end}" if items else end)


def _scalar(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return _string(value)
    return number_text(value) if isinstance(value, Decimal) else json.dumps(value)


def _string(text: str) -> str:
    """A string with its letters as they are, and every control character by its code point."""
    return CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", encode_basestring(text))
