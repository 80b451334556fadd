"""Small workspaces as text, for tests of what is found in them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook

from dap_tui.finding import Finding

Check = Callable[..., tuple[Finding, ...]]

HEADER = "indicator,breakdown,value,note\n"


def indicators(*entries: str, **partnership: str) -> str:
    """A catalogue of one source, `s`; each entry is an indicator's id and settings, `a; unit = "count"`."""
    lines = ["[partnership]", 'name = "Anytown"', *(f'{key} = "{value}"' for key, value in partnership.items())]
    lines += ["[[source]]", 'id = "s"', 'name = "Some"', 'contact = "some@example.org"']
    for entry in entries:
        identifier, *settings = (part.strip() for part in entry.split(";"))
        lines += ["[[indicator]]", f'id = "{identifier}"', f'title = "{identifier}"', 'source = "s"', *settings]
    return "\n".join(lines) + "\n"


def quarters(first: str, *rows: str | None) -> dict[str, str]:
    """Returns of the source in successive quarters: rows `a=1 a/North=2`; None leaves a quarter out."""
    year, number = int(first[:4]), int(first[-1]) - 1
    files = {}
    for at, text in enumerate(rows):
        start, quarter = divmod(year * 4 + number + at, 4)
        if text is not None:
            files[f"returns/{start}-{(start + 1) % 100:02}-Q{quarter + 1}/s.csv"] = returned(text)
    return files


def returned(rows: str) -> str:
    """A return of rows `a=1 a/North=2 b=[x]`."""
    lines = []
    for row in rows.split():
        name, _, value = row.partition("=")
        identifier, _, breakdown = name.partition("/")
        lines.append(f"{identifier},{breakdown},{value},\n")
    return HEADER + "".join(lines)


def as_workbook(text: str, title: str = "Return") -> bytes:
    """The workbook of one sheet with the cells of a return without quotes."""
    book = Workbook()
    book.active.title = title  # type: ignore[union-attr]  # a new workbook has a sheet
    for line in text.splitlines():
        book.active.append(line.split(","))  # type: ignore[union-attr]  # as above
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """Findings in short: `SUM101 2023-24-Q3/s.csv:2:4`."""
    return [f"{each.code} {str(each.place).removeprefix('returns/')}" for each in findings]
