"""Whether a workbook's archive can be opened at all, and without harm; what to do where it cannot.

A workbook is a zip of XML parts. One made to do harm unpacks to more than memory holds, or has entities that
multiply; a part of a real workbook has no document type (ECMA-376, part 2, 8.1.4), so none is let through.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import Final, NamedTuple

MOST_UNPACKED: Final = 32 * 1024 * 1024
"""A return of ten thousand rows unpacks to a tenth of this."""

MOST_TAGS: Final = 1_000_000
MOST_PARTS: Final = 2_000
_AS_WORKBOOK = "open it in Excel or LibreOffice and save it as 'Excel Workbook (.xlsx)'"
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)")
_DECLARATION = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_ENCODINGS: Final = {b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1"}
_STRICT: Final = b"http://purl.oclc.org/ooxml/"


class Refused(NamedTuple):
    """Why a file is not opened: what is wrong with it, and what to do."""

    message: str
    hint: str


def refused(content: bytes) -> Refused | None:
    """Why the bytes of a workbook are not opened; None where they can be."""
    if not content:
        return Refused("this file is empty", "ask for it again")
    if content.startswith(_OLD):
        return _compound(content)
    if not content.startswith(b"PK"):
        return _no_archive(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _archive(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError):
        return Refused("this workbook is damaged: it cannot be unpacked", "ask for it again, or save it anew in Excel")


def _compound(content: bytes) -> Refused:
    """A compound file: a workbook behind a password, or one of the old kind."""
    if _ENCRYPTED in content:
        hint = "ask for it without the password (in Excel: File, Info, Protect Workbook, Encrypt with Password)"
        return Refused("this workbook is protected with a password", hint)
    return Refused("this is an old Excel workbook (.xls) under another name", "save it as .xlsx or CSV UTF-8")


def _no_archive(content: bytes) -> Refused:
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml")):
        return Refused("this is a web page or XML under a workbook's name", _AS_WORKBOOK)
    if b"\0" not in content[:4096] and b"indicator" in start:
        return Refused("this is text, not a workbook", "if it is a CSV file, rename it to .csv")
    return Refused("this is no workbook", "ask for it again as an Excel workbook (.xlsx) or a CSV file")


def _archive(archive: zipfile.ZipFile) -> Refused | None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        return Refused("this is an archive behind a password", "ask for the workbook without it")
    if (other := _other_kind(archive, names)) is not None:
        return other
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        size = f"{MOST_UNPACKED // 1024 // 1024} MiB"
        return Refused(f"this workbook unpacks to more than {size}", "keep the return's sheet alone in it")
    tags = 0
    for part in parts:
        content = archive.read(part)
        tags += content.count(b"<")
        if part.filename.casefold().endswith((".xml", ".rels")) and (fault := _part(content)) is not None:
            return fault
    if tags > MOST_TAGS:
        return Refused("this workbook has more cells than a return can have", "keep the return's sheet alone in it")
    return None


def _other_kind(archive: zipfile.ZipFile, names: set[str]) -> Refused | None:
    """What an archive is that is no .xlsx."""
    if "xl/workbook.xml" in names:
        return None
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        kind = archive.read("mimetype")
        if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return Refused("this is an OpenDocument spreadsheet (.ods) under another name", _AS_WORKBOOK)
    if "xl/workbook.bin" in names:
        return Refused("this is a binary workbook (.xlsb) under another name", _AS_WORKBOOK)
    if "word/document.xml" in names:
        return Refused("this is a Word document under another name", "copy its table into a workbook")
    if "[Content_Types].xml" in names:
        return None
    return Refused("this is an archive (zip), not a workbook", "unpack it, and put the workbook itself here")


def _part(content: bytes) -> Refused | None:
    """What is wrong with one of its XML parts."""
    wide = content[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in content[:4]
    text = content.replace(b"\0", b"") if wide else content
    declared = _DECLARATION.match(
        text.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    )
    if _DOCTYPE.search(text) or (declared is not None and declared[1].lower() not in _ENCODINGS):
        return Refused("this workbook holds XML that no workbook has, and is not opened", "save it anew in Excel")
    if _STRICT in text[:2048]:
        return Refused("this workbook is saved as 'Strict Open XML'", _AS_WORKBOOK)
    return None
