r"""Text from files as Markdown that shows exactly that text, in GitHub, in CommonMark and in pandoc.

Everything that any of them takes for a sign is written with a backslash before it; control characters are
written out; nothing becomes a link, a tag, a formula, an emoji or a list of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import indent

from dap_tui.export.prose import Block, blocks_of
from dap_tui.reading.text import folded, visible

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~$^@]")
_LAST_HASHES = re.compile(r"#(?=#*$)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ADDRESS = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_EMOJI = re.compile(r":(?=[\w+-]+:)")
_RUN = re.compile(r"(?<=-)-|(?<=\.)\.(?=\.)|(?<=\.\.)\.")
_START = re.compile(r"(?P<sign>[#+>:=%-])|\((?=(?:\w+|#)\))|(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)(?P<end>[.)])(?=\s|$)")
"""What makes a line a heading, a list (pandoc knows those with letters too), a quotation or a rule."""

_BOX = re.compile(r"^(\\\[[ xX]\\\]) ")
"""What pandoc takes for a box to tick, escaped or not; a space that does not break keeps it a text."""


def inline(text: str) -> str:
    r"""Text within a line: a cell, or after other words.

    >>> inline("a | b [x] <i>1*2*3</i>")
    'a \\| b \\[x\\] \\<i\\>1\\*2\\*3\\</i\\>'
    """
    line = _SIGNS.sub(r"\\\g<0>", visible(folded(text)))
    for pattern in (_LAST_HASHES, _ENTITY, _ADDRESS, _EMOJI, _RUN):
        line = pattern.sub(r"\\\g<0>", line)
    return line


def line(text: str) -> str:
    r"""Text that begins a line of its own.

    >>> line("# no heading"), line("1. no list"), line("- no bullet"), line("2 in all")
    ('\\# no heading', '1\\. no list', '\\- no bullet', '2 in all')
    """
    safe = _BOX.sub(r"\1&nbsp;", inline(text))
    found = _START.match(safe)
    if found is None:
        return safe
    at = found.start("end") if found["end"] else 0
    return f"{safe[:at]}\\{safe[at:]}"


def bold(text: str) -> str:
    """Text in bold; it must begin a line or follow a space, and a space or sign must follow it."""
    safe = inline(text)
    return f"**{safe}**" if safe else ""


def prose(text: str) -> list[str]:
    """Paragraphs and bullets as people write them in a narrative, a block each, none of which is empty."""
    return [_block(each) for each in blocks_of(text)]


def _block(block: Block) -> str:
    if block.is_list:
        return "\n".join(f"- {line(each)}" for each in block.texts)
    return line(block.texts[0])


def indented(block: str) -> str:
    """A block as it stands inside a list's entry."""
    return indent(block, "  ")


def document(blocks: Iterable[str]) -> str:
    """Blocks with a blank line between them, and one line end after the last."""
    return "\n\n".join(block for block in blocks if block) + "\n"
