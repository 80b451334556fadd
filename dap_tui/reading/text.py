"""What people wrote, made safe to show: control characters seen, look-alike letters named by their code points."""

from __future__ import annotations

import re
from typing import Final

_INVISIBLE = "\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
CONTROL: Final = re.compile(f"[\x00-\x1f{_INVISIBLE}]")
"""C0, C1 and bidirectional controls, separators that break a line, and halves of characters."""

CONTROL_IN_PROSE: Final = re.compile(f"[\x00-\x08\x0b-\x1f{_INVISIBLE}]")
"""The same, but for the tab and the line feed, which paragraphs have."""

SPACES: Final = " \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces as people type them, for a character class; never a control character besides tab and line ends."""

ZERO_WIDTH: Final = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
UNSEEN: Final = re.compile(f"[\x00-\x1f{_INVISIBLE}\u200b-\u200d\u2060\ufeff\u00ad\ufe00-\ufe0f\u20e3]")
"""What nobody sees in a value, where it has no business: controls, and characters of no width."""

_RUN_OF_SPACES = re.compile(f"[{SPACES}]+")
_NOT_PLAIN = re.compile("[^ -~]")
_LONGEST = 60


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def code_point(match: re.Match[str]) -> str:
    """The character that was matched as its code point, `<U+200B>`."""
    return f"<U+{ord(match[0]):04X}>"


def visible(text: str, *, prose: bool = False) -> str:
    r"""`text` with its control characters written out, as `\x1b`; in prose tabs and line feeds stay.

    >>> visible("a\x1b[31m")
    'a\\x1b[31m'
    """
    return (CONTROL_IN_PROSE if prose else CONTROL).sub(_escaped, text)


def with_code_points(text: str) -> str:
    """`text` with its characters of no width as their code points, `<U+200B>`."""
    return ZERO_WIDTH.sub(code_point, text)


def folded(text: str) -> str:
    """`text` trimmed, with every run of spaces and line ends as one space."""
    return _RUN_OF_SPACES.sub(" ", text).strip(" ")


def quoted(text: str) -> str:
    """`text` in quotes for a message: what is not seen written out, and cut where it is long."""
    shown = visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
    return f"'{with_code_points(shown)}'"


def spelt(identifier: str) -> str:
    """An id in quotes, every character that cannot be in one written as its code point.

    >>> spelt("idas-m\u0430rac")
    "'idas-m<U+0430>rac'"
    """
    cut = identifier if len(identifier) <= _LONGEST else f"{identifier[:_LONGEST]}…"
    shown = _NOT_PLAIN.sub(lambda match: "…" if match[0] == "…" else code_point(match), cut)
    return f"'{shown}'"
