"""Bytes of a TOML file to its data; what is not TOML is said in words a person understands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from dap_tui.reading.text import visible

MOST_BYTES = 16 * 1024 * 1024
MOST_KEY_PARTS = 32
_DEEPEST = 20
_FARTHEST_EXPONENT = 30
_TOO_DEEP = "lists or tables are nested too deep; nothing here has more than three levels"

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = rf"(?:{_PART}[ \t]*\.[ \t]*){{{MOST_KEY_PARTS}}}"
_TWICE = ("Cannot overwrite a value", "Duplicate inline table key", "Cannot declare")
_NOT_CLOSED = ("Illegal character '\\n'", 'Expected "\'"')
_AT = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"
_CONFLICT = r"(?m)^(?:<{7}|={7}|>{7})(?: |$)"

_SLIPS = (
    (r"\d{4}-\d{2}(?:-[Qq]\d)?(?![-\d])", 'a period stands in double quotes, as in "2023-24-Q3"'),
    (r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}", "a date is written 2024-03-31, without quotes"),
    (r"[\d.]+ ?(?:%|pp)", 'a percentage stands in double quotes, as in "10%"'),
    (r"\d+,\d", "a number has no comma: 1000, not 1,000"),
    (r"\.\d|\d+\.(?:\s|$)", "a decimal number has digits on both sides of its point, as in 0.5"),
    (r"(?i:true|false|yes|no|on|off)\b", "it is true or false, in small letters and without quotes"),
    (r"£", "a sum of money is a number alone: 1200"),
    (r"[\u00a0\u2000-\u200a\u202f\u3000]", "a space here is not one that can be read; type it anew"),
)
"""What a setting's value begins with where it is no value, and what to say of it."""

_WORDS = (
    ("Invalid statement", "this is no setting; a setting is written  key = value"),
    ("Expected '=' after a key", "a '=' is missing after the key"),
    ("Invalid value", 'this is no value; a text stands in double quotes, as in  title = "A title"'),
    ("Unterminated string", "a text is not closed by a quote before the file ends"),
    (
        "Illegal character '\\n'",
        'a text is not closed by a quote before the line ends; one of several lines stands between """ and """',
    ),
    ("Illegal character", "there is a control character here; delete it"),
    ("Found invalid character", "there is a control character here; delete it"),
    (
        "Unescaped '\\'",
        "a '\\' in a text in double quotes begins an escape; write \\\\, or use single quotes",
    ),
    ("Unclosed array", "a list is not closed, or a ',' is missing between its entries"),
    ("Unclosed inline table", "a '}' or a ',' is missing; what stands in braces stands on one line"),
    ("Expected newline or end", "there is more on this line than one setting; perhaps a quote is missing"),
    ("Cannot overwrite a value", "this key stands here for a second time; keep one of them"),
    ("Duplicate inline table key", "this key stands here for a second time; keep one of them"),
    (
        "Cannot declare",
        "this heading stands here for a second time; lists take double brackets, as [[indicator]]",
    ),
    ("Cannot mutate immutable", "a list or table that was closed before is added to here; put this where it stands"),
    ("Expected ']", "a heading is not closed by its bracket"),
    (
        "Invalid initial character for a key",
        "a key is expected here; one with other than a-z, 0-9, - stands in quotes",
    ),
    ("Invalid date", "there is no such day; write it as 2024-03-31"),
    ("Invalid hex", "this escape does not have the digits it needs; a '\\' itself is written \\\\"),
    ("Escaped character is not", "this escape is no character; a '\\' itself is written \\\\"),
    ("Expected \"'", "a text in single quotes is not closed; add the quote, or use double ones"),
    ("Expected", "the key or heading is not finished here; a setting is written  key = value"),
)


@dataclass(frozen=True)
class NotToml(Exception):
    """A file is not TOML, or not one that can be meant: where, and why, in one sentence."""

    line: int
    column: int
    message: str


class Toml(NamedTuple):
    """A TOML file that was read: its text (no byte-order mark, line feeds only) and its data."""

    text: str
    data: dict[str, Any]


def load_toml(content: bytes) -> Toml:
    """The data of a TOML file, its numbers exact (Decimal; NaN where they cannot be meant); raises NotToml."""
    text = _decoded(content)
    _refuse_bombs(text)
    try:
        return Toml(text, tomllib.loads(text, parse_float=exact))
    except RecursionError:
        raise _too_deep(text) from None
    except (ValueError, ArithmeticError) as error:
        raise _explained(text, str(error)) from None


def exact(number: str) -> Decimal:
    """A TOML number as it was written; NaN where it is not finite or has an exponent beyond all use."""
    try:
        value = Decimal(number)
    except InvalidOperation:
        return Decimal("nan")
    if not value.is_finite() or abs(value.adjusted()) > _FARTHEST_EXPONENT or len(number) > 2 * _FARTHEST_EXPONENT:
        return Decimal("nan")
    return value


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise NotToml(1, 1, f"the file is larger than {MOST_BYTES // 1024 // 1024} MiB; look what got into it")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotToml(1, 1, "the file is UTF-16; save it as UTF-8")
    while content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
    try:
        return content.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line, column = _place(content[: error.start].decode().replace("\r\n", "\n"))
        raise NotToml(line, column, "this character is not UTF-8; save the file as UTF-8") from None


def _place(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows the text `before`."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _refuse_bombs(text: str) -> None:
    """Refuse what tomllib would chew on for minutes: a dotted key of very many parts."""
    if text.count(".") < MOST_KEY_PARTS:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") >= MOST_KEY_PARTS and (key := re.search(_LONG_KEY, line)):
            raise NotToml(number, key.start() + 1, f"a key of more than {MOST_KEY_PARTS} parts; no key here has a dot")


def _too_deep(text: str) -> NotToml:
    for number, line in enumerate(text.split("\n"), 1):
        if opening := re.search(rf"(?:[\[{{][^\]}}]*){{{_DEEPEST}}}", line):
            return NotToml(number, opening.start() + 1, _TOO_DEEP)
    return NotToml(1, 1, _TOO_DEEP)


def _explained(text: str, said: str) -> NotToml:
    """A parser's complaint as where, and in words."""
    at = re.search(_AT, said)
    if at is None:
        return NotToml(1, 1, f"a value cannot be read: {visible(said)}")
    if at[1]:
        line, column = int(at[1]), int(at[2])
    else:
        line, column = _place(text.rstrip("\n"))
    if conflict := re.search(_CONFLICT, text):
        line, column = _place(text[: conflict.start()])
        return NotToml(line, column, "a merge was not finished; keep one side, and delete the marker lines")
    shown = text.split("\n")[line - 1]
    if re.match("[\u201c\u201d\u2018\u2019]", shown[column - 1 :]):
        return NotToml(line, column, "a curly quote; texts stand in straight double quotes")
    words = next((words for start, words in _WORDS if said.startswith(start)), visible(said[: at.start()]))
    if said.startswith(_TWICE):
        return _no_list(text, line) or _twice(text, line, words)
    if said.startswith(("Unterminated string", "Expected \"'''")) and (opening := _opening(text)) is not None:
        return NotToml(*_place(text[:opening]), words)
    if said.startswith(_NOT_CLOSED):
        column = max(shown.rfind(quote) for quote in "\"'") + 1
    return NotToml(line, column, _slip(said, shown, column) or words)


def _slip(said: str, shown: str, column: int) -> str | None:
    """What a line's fault is, where the line shows more than the parser says."""
    if said.startswith(("Invalid value", "Expected newline")):
        if '"""' in shown[: column - 1]:
            return 'a text that was opened by """ further up is not closed, and this line\'s """ closes it'
        value = re.match(rf"\s*{_PART}(?:\s*\.\s*{_PART})*\s*=[ \t]*", shown)
        written = shown[value.end() :] if value and value.end() < column else ""
        return next((slip for start, slip in _SLIPS if re.match(start, written)), None)
    if re.match("[^ -~]", shown[column - 1 :]) and shown[column - 1].isspace():
        return _SLIPS[-1][1]
    return _other_language(said, shown, column)


def _other_language(said: str, shown: str, column: int) -> str | None:
    """What a line's fault is, where it is written as other formats have it."""
    if said.startswith("Expected '=' after a key") and shown[column - 1 : column] == ":":
        return "a setting is written  key = value, with = and not :"
    if said.startswith("Invalid statement") and re.match(r"\s*(?://|;|--|')", shown):
        return "this is no setting; a comment begins with #"
    if said.startswith("Invalid initial character"):
        if re.match(r"\s*\[{3}", shown):
            return "a heading has one bracket or two on each side, as [[indicator]]"
        if "{" in shown and not shown[column - 1 :].strip():
            return "what stands in braces stands on one line"
    if said.startswith("Unclosed inline") and shown[column - 1 : column] == "%":
        return "a percentage is a number here, without the %"
    return None


def _opening(text: str) -> int | None:
    """Where the quotes stand that open a text of several lines which is not closed before the file ends."""
    found = [(text.rfind(quotes), quotes) for quotes in ('"""', "'''") if text.count(quotes) % 2]
    return max(found)[0] if found else None


def _no_list(text: str, line: int) -> NotToml | None:
    """A heading in double brackets, of what a heading further up has made a single table."""
    lines = text.split("\n")
    name = re.match(rf"\s*\[\[\s*({_PART})\s*\]\]", lines[line - 1])
    if name is None:
        return None
    heading = re.compile(rf"\s*(\[\s*{re.escape(name[1])}\s*[.\]].*)")
    first = next((at for at in range(line - 1) if heading.match(lines[at])), None)
    if first is None:
        return None
    written = lines[first].strip()
    what = f"this stands under no [[{name[1]}]]; is the heading above it misspelt?"
    if not re.match(rf"\[\s*{re.escape(name[1])}\s*\.", written):
        what = f"a list takes double brackets: [[{name[1]}]], as in line {line}"
    return NotToml(first + 1, len(lines[first]) - len(lines[first].lstrip()) + 1, what)


def _twice(text: str, line: int, words: str) -> NotToml:
    """A key or heading that stands in a line for the second time: where it begins, and where the first is."""
    lines = text.split("\n")
    written = lines[line - 1]
    key = re.match(rf"\s*(\[+[^\]]*\]+|{_PART}(?:\s*\.\s*{_PART})*)", written)
    if key is None:
        return NotToml(line, 1, words)
    heading = next((at for at in range(line - 2, -1, -1) if lines[at].lstrip().startswith("[")), 0)
    among = range(line - 2, -1 if key[1].startswith("[") else heading - 1, -1)
    first = next((at + 1 for at in among if re.match(rf"\s*{re.escape(key[1])}\s*(?:=|#|$)", lines[at])), None)
    there = f" (first in line {first})" if first else ""
    return NotToml(line, key.start(1) + 1, words.replace(" for a second time", f" for a second time{there}"))
