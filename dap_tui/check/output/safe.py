"""Text from files, on its way out: nothing in it is obeyed by a terminal or by what reads a log."""

from __future__ import annotations

import re

from dap_tui.reading.text import CONTROL, code_point, visible

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LOG_COMMAND = re.compile(r"#(?=#(?:\[|vso\[))")


def shown(text: str) -> str:
    r"""`text` as one line of a terminal or a log: controls written out, log commands broken up.

    GitHub's runner takes `##[command]` anywhere in a line of a log for a command, Azure's `##vso[command]`.

    >>> shown("##[stop-commands]x\x1b")
    '\\x23#[stop-commands]x\\x1b'
    """
    return _LOG_COMMAND.sub(r"\\x23", visible(text))


def in_ascii(text: str) -> str:
    """`text` for a terminal that shows nothing but ASCII: every other character exactly, as its code point.

    >>> in_ascii("£5…")
    '<U+00A3>5...'
    """
    return text if text.isascii() else _NOT_ASCII.sub(code_point, text.replace("…", "..."))


def json_safe(dumped: str) -> str:
    r"""JSON text of one line with every control character as JSON's own escape, so that the data stays as it is.

    >>> json_safe('"\x9b ##[x]"')
    '"\\u009b \\u0023#[x]"'
    """
    return _LOG_COMMAND.sub(r"\\u0023", CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", dumped))
