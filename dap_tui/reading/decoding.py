"""Bytes of a return to text with line feeds only, and what had to be forgiven on the way."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Final, NamedTuple

from dap_tui.finding import Finding, Place
from dap_tui.rules import returns as rules

_BEGINNINGS: Final = (
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"PK\x03\x04", "a workbook or an archive (zip)", "if it is an Excel workbook, rename it to .xlsx"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook (.xls)", "open it in Excel and save it as .xlsx or CSV UTF-8"),
    (b"version https://git-lfs", "a pointer of Git LFS", "fetch the file that it points to: git lfs pull"),
    (b"%PDF", "a PDF", "ask for the table itself"),
    (b"\x89PNG", "a picture", "ask for the table itself"),
    (b"\xff\xd8\xff", "a picture", "ask for the table itself"),
    (b"7z\xbc\xaf", "a compressed file (7z)", "unpack it first"),
    (b"Rar!\x1a", "a compressed file (rar)", "unpack it first"),
    (b"\xfd7zXZ", "a compressed file (xz)", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)", "unpack it first"),
    (b"{\\rtf", "a Rich Text document", "save its table as 'CSV UTF-8'"),
)
_PART_OF_A_WORKBOOK: Final = b"xl/workbook.xml"
_MARKUP: Final = rb"(?i)<(?:!doctype|html|head|body|table|meta|\?xml|div|p\b)"
_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{\"])")
_CONTROLS: Final = bytes(each for each in range(32) if each not in b"\t\n\v\f\r\x1b")
_SEEN: Final = 4096
_UTF_16: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF_32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class Decoded(NamedTuple):
    """The text of a file, or None where it is none, and findings on the file as a whole."""

    text: str | None
    findings: list[Finding]


def decode(content: bytes, file: str) -> Decoded:
    """The text of a return: UTF-8 with or without a byte-order mark; else, with a finding, what it seems to be."""
    top = Place(file)
    if (what := _other_kind(content)) is not None:
        kind, hint = what
        return Decoded(None, [rules.NO_TABLE.at(top, f"this is {kind}, not a CSV file", hint)])
    for mark, encoding in _UTF_16:
        if content.startswith(mark):
            is_cut = len(content) % 2
            text = content[len(mark) : len(content) - is_cut].decode(encoding, errors="replace")
            cut = ", and ends within a character: it was not copied whole" if is_cut else ""
            return Decoded(_lines(text), [rules.UTF_16.at(top, f"this file is UTF-16{cut}", "save it as 'CSV UTF-8'")])
    while content.startswith(codecs.BOM_UTF8):
        content = content[len(codecs.BOM_UTF8) :]
    if (message := _no_text(content[:_SEEN])) is not None:
        return Decoded(None, [rules.NO_TABLE.at(top, message, "save it as 'CSV UTF-8'")])
    try:
        return Decoded(_lines(content.decode()), [])
    except UnicodeDecodeError as error:
        return _windows(content, error.start, file)


def _other_kind(content: bytes) -> tuple[str, str] | None:
    if content.startswith(b"PK\x03\x04") and _PART_OF_A_WORKBOOK in content:
        return "an Excel workbook", "rename it to .xlsx"
    for mark, kind, hint in _BEGINNINGS:
        if content.startswith(mark):
            return kind, hint
    if content.startswith(_UTF_32):
        return "UTF-32 text", "save it as 'CSV UTF-8'"
    beginning = content[:512].removeprefix(codecs.BOM_UTF8).lstrip()
    if beginning.startswith(b"<") and re.match(_MARKUP, beginning):
        return "a web page", "open it in a browser or in Excel, and save its table as 'CSV UTF-8'"
    if _JSON.match(content[:512].removeprefix(codecs.BOM_UTF8)):
        return "JSON", "save its table as 'CSV UTF-8'"
    return None


def _no_text(head: bytes) -> str | None:
    """Why the beginning of a file is no text in one byte a letter; None where it is."""
    if head.count(0) * 4 > len(head):
        few, many = sorted((head[::2].count(0), head[1::2].count(0)))
        if many * 4 > len(head) and few * 10 < many:
            return "this is UTF-16 without a byte-order mark, and is not read"
        if head.rstrip(b"\0") and b"\0" not in head.rstrip(b"\0"):
            return "this file ends in nothing but null characters: it was not saved or copied whole"
        return "this is not text"
    unseen = len(head) - len(head.translate(None, _CONTROLS))
    return "this is not text" if unseen * 10 > len(head) else None


def _windows(content: bytes, bad: int, file: str) -> Decoded:
    """Windows-1252, or a mixture with UTF-8, in which each stretch is read as what it is."""
    before = _lines(content[:bad].decode())
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    hint = "save it as 'CSV UTF-8'"
    if content.decode(errors="ignore").isascii():
        message = f"this file is in Windows-1252, not UTF-8 (first seen in line {line})"
        text = "".join(map(_character, content))
        return Decoded(_lines(text), [rules.WINDOWS_TEXT.at(Place(file), message, hint)])
    message = f"the byte {content[bad]:02X} is not UTF-8, and other characters of the file are"
    finding = rules.MIXED_TEXT.at(Place(file, line, column), message, hint, 1)
    return Decoded(_lines(content.decode(errors=_HANDLER)), [finding])


@cache
def _character(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="replace").replace("\ufffd", chr(byte))


_HANDLER: Final = "dap-windows-1252"


def _one_by_one(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(_character, error.object[error.start : error.end])), error.end


codecs.register_error(_HANDLER, _one_by_one)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
